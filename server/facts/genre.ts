/**
 * What kind of text it is: the record of an encounter, a letter to a payer or the minutes of a conference, or general
 * text (a handout, an article, a label, a page on codes), in which nothing is told of a patient seen today.
 */
export type Genre = 'record' | 'correspondence' | 'general';

interface Mark {
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
  'abstract, background, method, methods, materials and methods, result, results, conclusion, conclusions, introduction, discussion, keywords, keyword, key words',
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

/** What general text says and the record of an encounter does not. */
const generalMarks: readonly Mark[] = [
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
    pattern: /\bCase\s\d\b|\b(?:gelding|mare|canine|feline|equine|veterinar\w{0,6}|mice|rats)\b/g,
    least: 1,
    weight: 2,
  },
  { pattern: describedCodes, least: 1, weight: 2 },
  { pattern: headedBy(labelHeadings), least: 2, weight: 3 },
  {
    pattern:
      /\b(?:my\s(?:doctor|dermatologist|hair|scalp|skin|derm|bald)|i\shad\s(?:my|several|a\sfew|\w{1,12}\s(?:patches|shots|injections)))\b/gi,
    least: 1,
    weight: 2,
  },
];

/** What only the record of an encounter has: fields about patient, day and author, and the parts of a visit. */
const recordFields: readonly Mark[] = [
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
const recordWords: readonly Mark[] = [
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

/** What the title of a letter to those who pay says, or of minutes of a meeting about patients who are not there. */
const correspondenceTitle =
  /\b(?:letter to (?:the )?(?:payer|insurer|plan)|(?:first|second|1st|2nd)[ -]level appeal|appeal letter|letter of (?:appeal|medical necessity)|(?:prior|pre)[ -]?authorization (?:request|letter|form)|request for (?:prior|pre)[ -]?authorization|peer[ -]to[ -]peer review|tumou?r (?:board|conference)|(?:multidisciplinary|case) conference|mdt meeting|conference date)\b/i;
/** To whom such a letter goes, and how it speaks to them. */
const toPayer =
  /\bappeals? (?:unit|department|committee|office)\b|\bto (?:the|whom) (?:medical )?(?:reviewer|director of claims)\b|\byour (?:denial|refusal) of\b|\byou (?:denied|have denied)\b/i;

/** How many lines a title has, and how much of a text its address and first words are. */
const titleLines = 3;
const opening = 500;

/** A record may speak of a tumor board or an authorization; its title does not. */
function isCorrespondence(text: string): boolean {
  const start = text.slice(0, opening);
  const title = start
    .split('\n')
    .filter((line) => line.trim() !== '' && line.length <= 90)
    .slice(0, titleLines)
    .join('\n');
  return correspondenceTitle.test(title) || toPayer.test(start);
}

/**
 * Tells what kind of text a whole document is.
 *
 * @param own What is left of the text without the stretches that are general.
 * @param dated The text states the day of an encounter.
 */
export function readGenre(text: string, own: string, dated: boolean): Genre {
  if (isCorrespondence(text)) return 'correspondence';
  const flat = own.replaceAll('\r', '');
  const fields = weigh(flat, recordFields) + (dated ? 2 : 0);
  // A record may carry general text behind it, which is told stretch by stretch.
  if (fields > 1) return 'record';
  const record = fields + weigh(flat, recordWords);
  // Where nothing speaks of an encounter, two marks of general text are enough, each found once.
  const general = weigh(flat, generalMarks, record === 0);
  return general >= 2 && general > record ? 'general' : 'record';
}

/** Whether a stretch of a record is general text: a handout, a reference or a word on codes behind the note. */
export function isGeneralStretch(text: string): boolean {
  const flat = text.replace(/\s+/g, ' ');
  // Most stretches of a record speak of a person; few of them need be looked at further.
  return weigh(flat, personMarks) === 0 && weigh(flat, generalMarks) >= 2;
}

/** Why a stretch of text is of this patient, this day or this clinician; what was drawn up is told of nobody else. */
const personMarks: readonly Mark[] = [
  { pattern: /\d ?(?:ml|cc)\b/gi, least: 1, weight: 1 },
  {
    pattern:
      /\b(?:pt|patient\s(?:was|is|tolerated|signed|agreed|has|had|returns|presents)|the\spatient|he|she|his|her|him|we\swill|i\s(?:injected|saw|discussed|explained)|signed|DOS|DOB|MRN|RTC|NKDA)\b/gi,
    least: 1,
    weight: 1,
  },
  { pattern: /\b\d{1,2}[ -]?(?:y\/?o|yo|yr old|year[ -]old|F|M)\b/g, least: 1, weight: 1 },
];

function weigh(text: string, marks: readonly Mark[], once = false): number {
  let sum = 0;
  for (const { pattern, least, weight } of marks) {
    const wanted = once ? 1 : least;
    if (countOf(pattern, text, wanted) >= wanted) sum += weight;
  }
  return sum;
}

/** How often a mark is found, `most` at most. */
function countOf(pattern: Mark['pattern'], text: string, most: number): number {
  if (typeof pattern === 'function') return pattern(text);
  let found = 0;
  pattern.lastIndex = 0;
  while (found < most && pattern.exec(text)) found += 1;
  return found;
}
