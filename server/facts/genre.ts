/**
 * What kind of text it is: the record of an encounter, a letter to a payer or the minutes of a conference, or general
 * text (a handout, an article, a label, a page on codes), in which nothing is told of a patient seen today.
 */
export type Genre = 'record' | 'correspondence' | 'general';

interface Mark {
  readonly pattern: RegExp;
  /** So many must be found. */
  readonly least: number;
  readonly weight: number;
}

/** What general text says and the record of an encounter does not. */
const generalMarks: readonly Mark[] = [
  { pattern: /\b(?:you|your|you're|you'll)\b/gi, least: 3, weight: 1 },
  { pattern: /\b(?:you|your)\b/gi, least: 8, weight: 1 },
  { pattern: /\b(?:what|how|why|when|who|where)\b[^.?!\n]{2,70}\?/gi, least: 1, weight: 1 },
  {
    pattern:
      /^[#*\s]{0,4}(?:abstract|background|methods?|materials and methods|results?|conclusions?|introduction|discussion|references?|bibliography|keywords?|key words|further reading|sources)\b[:.]?\s*$|\b(?:abstract|background|methods|results|conclusions?|keywords?)\s?:/gim,
    least: 2,
    weight: 2,
  },
  {
    pattern: /^[#*\s]{0,4}(?:references?|bibliography|further reading|literature cited)\s*:?\s*$/gim,
    least: 1,
    weight: 2,
  },
  {
    pattern:
      /\bet\sal\b|\bdoi\b|\bJ\s(?:Am|Clin|Dermatol|Drugs|Cutan|Eur|Invest)\b|\b(?:Dermatol|Clin|Surg|Ther|Cancer)\s[A-Z][a-z]+\.?\s(?:19|20)\d\d|\b(?:19|20)\d\d;\s?\d+|\bPMID\b/g,
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
      /\b(?:is|are|can\sbe|may\sbe|should\sbe|has\sbeen|have\sbeen)\s(?:(?:\w+ly|also|then|often)\s)?(?:injected|infiltrated|used|given|administered|performed|done|treated|indicated|recommended|needed|required)\b|\b(?:involves?|involving|consists\sof)\s(?:the\s|an?\s)?(?:injections?|injecting)\b/gi,
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
  { pattern: /\bCase\s\d\b|\b(?:gelding|mare|canine|feline|equine|veterinar\w*|mice|rats)\b/g, least: 1, weight: 2 },
  {
    pattern:
      /\b(?:CPT|codes?|HCPCS)\b[^.\n]{0,40}\b(?:96405|96406|11900|11901)\b[^.\n]{0,40}\b(?:describes?|covers?|is\s(?:used|for|reported|assigned)|are\s(?:used|for|reported)|refers?\sto|designates?|represents?|should\sbe)\b/gi,
    least: 1,
    weight: 2,
  },
  {
    pattern:
      /\b(?:96405|96406|11900|11901)\b[^.\n]{0,12}\b(?:injection|chemotherapy|intralesional)\b[^.\n]{0,60}\b(?:up\sto\sand\sincluding|one\sto\sseven|1\sto\s7|1-7|more\sthan\s(?:7|seven))\b|\b(?:11900|11901|96405|96406)\s\((?:one\sto\sseven|1\sto\s7|1-7|greater\sthan|more\sthan)|\b(?:up\sto\sand\sincluding|more\sthan)\s(?:7|seven)\slesions\b/gi,
    least: 2,
    weight: 2,
  },
  {
    pattern:
      /^[#*\d.\s]{0,6}(?:indications and usage|dosage and administration|contraindications|how supplied|adverse reactions|warnings(?: and precautions)?|precautions|clinical pharmacology|description|overdosage|storage and handling)\s*:?\s*$/gim,
    least: 2,
    weight: 3,
  },
  {
    pattern:
      /\b(?:my\s(?:doctor|dermatologist|hair|scalp|skin|derm|bald)|i\shad\s(?:my|several|a\sfew|\w+\s(?:patches|shots|injections)))\b/gi,
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
      /^\s{0,8}(?:S|O|A|P|CC|HPI|PMH|ROS|Subjective|Objective|Assessment|Plan|Exam|Impression|Procedure|Anesthesia|Preoperative diagnosis|Postoperative diagnosis)\s?[:-]/gim,
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

/** A letter to those who pay, or minutes of a meeting about patients who are not there: in the first lines. */
const correspondence =
  /\b(?:letter to (?:the )?(?:payer|insurer|plan)|(?:first|second|1st|2nd)[ -]level appeal|appeal (?:letter|of)|appeals? (?:unit|department|committee)|letter of medical necessity|(?:prior|pre)[ -]?authorization (?:request|letter|form)|request for (?:prior|pre)[ -]?authorization|peer[ -]to[ -]peer review)\b|\b(?:tumou?r (?:board|conference)|(?:multidisciplinary|case) conference|mdt meeting|conference date)\b/i;

/** How much of a text its first lines are. */
const opening = 500;

/**
 * Tells what kind of text a whole document is.
 *
 * @param own What is left of the text without the stretches that are general.
 * @param dated The text states the day of an encounter.
 */
export function readGenre(text: string, own: string, dated: boolean): Genre {
  if (correspondence.test(text.slice(0, opening)) && !/\bprocedure (?:note|performed|today)\b/i.test(text))
    return 'correspondence';
  const flat = own.replace(/[ \t]*\r?\n[ \t]*/g, '\n');
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
  return weigh(flat, generalMarks) >= 2 && weigh(flat, personMarks) === 0;
}

/** Why a stretch of text is of this patient, this day or this clinician. */
const personMarks: readonly Mark[] = [
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
    let found = 0;
    pattern.lastIndex = 0;
    while (found < wanted && pattern.exec(text)) found += 1;
    if (found >= wanted) sum += weight;
  }
  return sum;
}
