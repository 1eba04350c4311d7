/** A sign of a kind of text. */
export interface Mark {
  /** What is looked for, or how often it is found. */
  readonly pattern: RegExp | ((text: string) => number);
  /** So many must be found. */
  readonly least: number;
  readonly weight: number;
}

/** Lines, or words before a colon, that are one of the names. */
const headedBy =
  (names: ReadonlySet<string>) =>
  (text: string): number => {
    let found = 0;
    for (const line of text.split('\n')) {
      const head = line
        .slice(0, 60)
        .toLowerCase()
        .replace(/[#*\d.]/g, '')
        .trim();
      if (names.has(head) || names.has(head.split(':')[0]?.trim() ?? '')) found += 1;
    }
    // An abstract in one paragraph: "Background: … Methods: …".
    for (const name of text.toLowerCase().matchAll(/\b([a-z]{7,11}):/g)) if (names.has(name[1] ?? '')) found += 1;
    return found;
  };

const named = (names: string): ReadonlySet<string> => new Set(names.split(', '));
const paperHeadings = named(
  'abstract, background, purpose, aim, aims, objectives, method, methods, materials and methods, material and methods, patients and methods, result, results, conclusion, conclusions, introduction, discussion, keywords, keyword, key words, case report, report of a case, report of cases, case presentation, case description, key points, key takeaways, main outcomes and measures',
);
const referenceHeadings = named('reference, references, bibliography, further reading, literature cited, sources');
const labelHeadings = named(
  'indications and usage, dosage and administration, contraindications, how supplied, adverse reactions, warnings, warnings and precautions, precautions, clinical pharmacology, description, overdosage, storage and handling',
);

/** Questions to the reader: "What is it?", "How often …?". */
function questions(text: string): number {
  const pieces = text.split('?').slice(0, -1);
  return pieces.filter((piece) => {
    const start = Math.max(piece.lastIndexOf('.'), piece.lastIndexOf('\n'), piece.lastIndexOf('!'), piece.length - 90);
    return /\b(?:what|how|why|when|who|where)\b/i.test(piece.slice(start + 1));
  }).length;
}

/** Sentences that say what one of the four codes is for, as against what was charged. */
function describedCodes(text: string): number {
  return text.split(/[.;\n]/).filter((sentence) => {
    // The words in which the code books put the band.
    if (/\bup\sto\sand\sincluding\s(?:7|seven)\b/i.test(sentence)) return true;
    if (!/\b(?:96405|96406|11900|11901)\b/.test(sentence)) return false;
    const explains =
      /\b(?:describes?|covers?|is\sused|are\sused|is\sfor|is\sreported|refers?\sto|designates?|represents?|should\sbe)\b/i;
    const descriptor =
      /\b(?:up\sto\s(?:and\sincluding\s)?(?:7|seven)|one\sto\sseven|(?:more|greater)\sthan\s(?:7|seven))\b/gi;
    return explains.test(sentence) || (sentence.match(descriptor)?.length ?? 0) > 1;
  }).length;
}

/** Lines of a list of codes: a procedure's code and, beside it, what it is for. */
function listedCodes(text: string): number {
  const codes = new Set<string>();
  for (const line of text.split('\n')) {
    const found = line.match(/(?<![\w.-])(?:[1-9]\d{4}|0\d{3}T)(?![\w.])/g) ?? [];
    const [code] = found;
    if (found.length === 1 && code && (line.match(/[A-Za-z]{4,}/g)?.length ?? 0) >= 3) codes.add(code);
  }
  return codes.size;
}

/** What general text says and the record of an encounter does not. */
export const generalMarks: readonly Mark[] = [
  { pattern: /\b(?:you|your|you're|you'll)\b/gi, least: 3, weight: 1 },
  { pattern: /\b(?:you|your)\b/gi, least: 8, weight: 1 },
  { pattern: questions, least: 1, weight: 1 },
  { pattern: headedBy(paperHeadings), least: 2, weight: 2 },
  { pattern: headedBy(referenceHeadings), least: 1, weight: 2 },
  {
    pattern:
      /\bet\sal\b|\bdoi\b|\bJ\s(?:Am|Clin|Dermatol|Drugs|Cutan|Eur|Invest)\b|\b(?:Dermatol|Clin|Surg|Ther|Cancer)\s[A-Z][a-z]{1,20}\.?\s(?:19|20)\d\d|\b(?:19|20)\d\d;\s?\d+|\bPMID\b/g,
    least: 1,
    weight: 2,
  },
  {
    pattern:
      /\bmean dose\b|\bresponders\b|\bp ?[<=] ?0?\.\d|\bn ?= ?\d|\b95% ?CI\b|\bmean age\b|\(\d{1,2}(?:\.\d)?%\)/gi,
    least: 1,
    weight: 2,
  },
  { pattern: /\bfig(?:ure|\.)? ?\d|\btable \d+\.|\[\d{1,2}(?:[,-] ?\d{1,2})*\]/gi, least: 2, weight: 1 },
  {
    pattern:
      /\b(?:we\s(?:report|present|describe|discuss|reviewed|conducted|performed\sa)|herein|which\sof\sthe\sfollowing|your\s(?:doctor|provider|dermatologist|clinician)|most\speople|this\s(?:study|article|review|paper|case\sreport|report|trial)|case\s(?:report|series|presentation)|(?:open-label|retrospective|prospective|randomi[sz]ed|controlled)\s(?:study|studies|trial|trials|review|chart\sreview|cohort|analysis)|chart\sreview\sof|consecutive\spatients)\b/gi,
    least: 1,
    weight: 2,
  },
  {
    pattern:
      /\b(?:patients|individuals|people|children|adults|infants|women|men)\s(?:with|who|were|are|may|can|should|in)\b/gi,
    least: 1,
    weight: 1,
  },
  {
    pattern:
      /\b(?:usually|commonly|typically|generally|often|sometimes|may\svary|most\s(?:commonly|often)|in\s(?:most|many)\scases|depending\son)\b/gi,
    least: 2,
    weight: 1,
  },
  {
    pattern:
      /\b(?:is|are|can\sbe|may\sbe|should\sbe|has\sbeen|have\sbeen)\s(?:(?:\w{1,14}ly|also|then|often)\s)?(?:injected|infiltrated|used|given|administered|performed|done|treated|indicated|recommended|needed|required)\b|\b(?:involves?|involving|consists\sof)\s(?:the\s|an?\s)?(?:injections?|injecting)\b/gi,
    least: 2,
    weight: 1,
  },
  {
    pattern:
      /\b(?:weeks|months|years)\s(?:later|on,|thereafter|after\s(?:the|commencing|starting|initial|treatment)|follow-?up,)|\b(?:by|at|within)\s(?:month\s\d+|\d+\s(?:weeks|months)\b)/gi,
    least: 2,
    weight: 1,
  },
  { pattern: /\b(?:is|are)\s\w{3,12}ed\b/gi, least: 4, weight: 1 },
  {
    pattern: /\bhave\sbeen\s(?:described|reported)\b|\bat\sbaseline\b|\bconsent\sfor\spublication\b/gi,
    least: 1,
    weight: 1,
  },
  {
    pattern:
      /\bCase\s\d\b|\b(?:gelding|mare|canine|feline|equine|bovine|veterinar\w{0,6}|DVM|spayed|neutered|castrated|shorthair|mice|rats)\b/g,
    least: 1,
    weight: 2,
  },
  { pattern: describedCodes, least: 1, weight: 2 },
  { pattern: listedCodes, least: 5, weight: 3 },
  {
    pattern:
      /\baccording\sto\s(?:the\s)?(?:CMS|CPT|AMA|Centers\sfor|American)|\b(?:coders|physicians|providers|practices|billers)\s(?:will|must|should|may|often|can|frequently|commonly|need)\b|\bbilling\s(?:tips?|guidelines?|guide)\b|\b(?:definition|use)\sof\s(?:the\s)?["“]?(?:modifier|25)\b/gi,
    least: 1,
    weight: 2,
  },
  {
    pattern:
      /\bmust\s(?:be\s(?:documented|reported|billed)|state|include|specify)\b|\b(?:is|are)\s(?:covered|payable|reimbursed|separately)\b|\bmay\sbe\s(?:reported|billed)\b|\b[Oo]f\s\d+\s(?:charts|claims|notes|records|encounters|visits)\b/g,
    least: 1,
    weight: 2,
  },
  // An examination: a question with its answers.
  {
    pattern:
      /\bmost\s(?:likely\s(?:diagnosis|mechanism|cause|explanation)|appropriate\s(?:next|treatment|management|initial))\b|\bnext\sbest\sstep\b|^\W?(?:Ans(?:wer)?|Explanation)\b/gim,
    least: 1,
    weight: 2,
  },
  {
    pattern: /\b(?:volunteers|participants|placebo|enrol(?:l)?ed|enrol(?:l)?ment|inclusion\scriteria|arm\s[AB])\b/gi,
    least: 1,
    weight: 2,
  },
  // An encyclopedia.
  {
    pattern:
      /\bsold\sunder\b|\bbrand\snames?\b|\balso\sknown\sas\b|\bfirst\sdescribed\b|\bas\searly\sas\s(?:18|19|20)\d\d\b/gi,
    least: 1,
    weight: 2,
  },
  // Notes raised behind a full stop: "subfamily.1,2 Lesions".
  { pattern: /[a-z)]\.\d{1,2}(?:[,–-]\d{1,2}){0,4}\s[A-Z]/g, least: 2, weight: 2 },
  // A label in the prose of its sections.
  {
    pattern:
      /\bUSP\b|\bRx\sonly\b|\b[Ff]or\s(?:intra\w{4,12}|subcutaneous)\s(?:administration|use)\b|\bprescribing\sinformation\b|\bpackage\sinsert\b/g,
    least: 1,
    weight: 2,
  },
  // A protocol or a sheet of orders: how it is done, for anybody.
  {
    pattern:
      /\b(?:protocol|contraindications?|storage|dosage)\s?:|\bstore\s(?:at|in)\b|\bup\sto\s\d+\s(?:sessions|treatments)\b/gi,
    least: 2,
    weight: 2,
  },
  // Program text.
  {
    pattern:
      /\bINSERT\sINTO\b|\bCREATE\sTABLE\b|\bSELECT\s(?:\*|[a-z]\.|count\()|\b(?:const|let|var)\s\w+\s=|=>\s?[{(]|\bfunction\s\w*\(|\sfrom\s['"][\w./@-]{1,80}['"]|\bdef\s\w+\(|#include\s?[<"]|"resourceType"\s?:/gm,
    least: 1,
    weight: 4,
  },
  // A pattern for notes: what is to be filled in stands in brackets, everywhere.
  { pattern: /\[(?:[A-Za-z#][^[\]\n]{1,40}|X)\]/g, least: 4, weight: 3 },
  { pattern: headedBy(labelHeadings), least: 2, weight: 3 },
  {
    pattern:
      /\b(?:my\s(?:doctor|dermatologist|hair|scalp|skin|derm|bald)|i\shad\s(?:my|several|a\sfew|\w{1,12}\s(?:patches|shots|injections)))\b/gi,
    least: 1,
    weight: 2,
  },
];

/** What only the record of an encounter has: fields about patient, day and author, and the parts of a visit. */
export const recordFields: readonly Mark[] = [
  {
    pattern:
      /\b(?:DOB|MRN|DOS|acct|date\sof\s(?:service|visit|procedure|operation)|visit\sdate|encounter|patient(?:\sname)?|pt|provider|physician|surgeon|attending|referring)\s{0,3}[:#]/gi,
    least: 1,
    weight: 3,
  },
  { pattern: /\b(?:electronically\ssigned|e-signed|dictated\sby|signed\sby)\b|\/s\//gi, least: 1, weight: 2 },
  {
    pattern:
      /^[ \t]{0,8}(?:S|O|A|P|CC|HPI|PMH|ROS|Subjective|Objective|Assessment|Plan|Exam|Impression|Procedure|Anesthesia|Preoperative diagnosis|Postoperative diagnosis)\s?[:-]/gim,
    least: 2,
    weight: 2,
  },
];

/** What is said of one patient, in a record and in a story alike. */
export const recordWords: readonly Mark[] = [
  { pattern: /\btoday\b|\bthis\s(?:visit|morning|afternoon)\b/gi, least: 1, weight: 1 },
  {
    pattern: /\b(?:pt|patient|he|she)\s(?:was|tolerated|signed|agreed|consented|returns|presents|is\shere|comes)\b/gi,
    least: 1,
    weight: 1,
  },
  {
    pattern:
      /\b(?:informed\s|written\s|verbal\s)consent\b|\btolerated\b|\bRTC\b|\bNKDA\b|\bEBL\b|\btime-?out\b|\blot\b/gi,
    least: 2,
    weight: 1,
  },
  { pattern: /\b\d{1,2}[ -]?(?:y\/?o|yo|yr\sold|year[\s-]old|F|M)\b/g, least: 1, weight: 1 },
];
