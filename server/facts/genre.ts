import { generalMarks, type Mark, recordFields, recordWords } from './genre-marks';

/**
 * What kind of text it is: the record of an encounter, a letter to a payer or the minutes of a conference, or general
 * text (a handout, an article, a label, a page on codes), in which nothing is told of a patient seen today.
 */
export type Genre = 'record' | 'correspondence' | 'general';

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

/** Rows of a table whose first column tells patients or claims apart. */
function manyPatients(text: string): number {
  const [head = '', ...rows] = text.trim().split('\n');
  const mark =
    /^"?(?:patient|pt|subject|member|claim|encounter|visit|note)[_ ]?(?:id|no|number)?"?\s?([,;|\t])|^"?mrn"?\s?([,;|\t])/i.exec(
      head,
    );
  const separator = mark?.[1] ?? mark?.[2];
  return separator === undefined ? 0 : new Set(rows.map((row) => row.split(separator)[0])).size;
}

/** A talk written down word for word, which is not yet a note of it: those who speak stand in front of their words. */
function isTalk(text: string): boolean {
  const clinician = /^\W?(?:doctor|dr|clinician|physician|provider|nurse)\]?\s?[:\]]/gim;
  const other = /^\W?(?:patient|pt|guest_\w{1,20}|mother|father|parent)\]?\s?[:\]]/gim;
  return countOf(clinician, text, 2) >= 2 && countOf(other, text, 2) >= 2;
}

/**
 * Tells what kind of text a whole document is.
 *
 * @param own What is left of the text without the stretches that are general.
 * @param dated The text states the day of an encounter.
 */
export function readGenre(text: string, own: string, dated: boolean): Genre {
  if (isCorrespondence(text)) return 'correspondence';
  if (manyPatients(text) >= 3 || isTalk(text)) return 'general';
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

/** Whether anything is told in it of a patient, or as done: else it is the titles of the general text around it. */
export function tellsOfSomebody(text: string): boolean {
  const flat = text.replace(/\s+/g, ' ');
  return weigh(flat, personMarks) > 0 || weigh(flat, recordFields) > 0 || toldAsDone.test(flat);
}

const toldAsDone = /\b(?:injected|infiltrated|ILK|given|administered|received|treated|inj)\b/i;

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
