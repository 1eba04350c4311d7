import { kept } from '../note/kept';
import type { NoteDocument } from './document';
import type { Clause } from './visit-clauses';
import { silenced } from './visit-problems';
import type { Wording } from './visit-wordings';

/** Sentences of today that claim an E/M or count its minutes, and say nothing about a problem. */
export function isClaim(clause: Clause): boolean {
  const { kind, label } = clause.passage;
  // A filled field of a form ("Visit: E/M for injection") claims; the form's own wording does not.
  const field = kind === 'template' && label !== null && label.kind !== 'template';
  if (clause.zone === 'aside' && kind !== 'nursing' && !field) return false;
  if (clause.passage.day !== 'today') return false;
  return claimsIn(clause.own);
}

const claimsIn = kept((own: Wording): boolean =>
  own.words.some(({ category, start }) => category === 'claim' && !silenced(own, start) && !otherVisit(own.text)),
);

/** "E/M by Dr. X", "E/M on 6/2", "no E/M": another's, another day's or none. */
function otherVisit(text: string): boolean {
  return /\b(?:last|previous|prior|earlier|yesterday|next) (?:visit|week|month|session|time|encounter|friday|monday|tuesday|wednesday|thursday)\b|\bnot (?:billed|performed|provided|done|documented)\b|\bwas on\b|\bif an e\/m\b/i.test(
    text,
  );
}

const recordTitle =
  /\b(?:procedure (?:note|record|log|dictation|report|only|statement)|operative|op note|operation|injection (?:log|record|sheet|note|only)|administration|treatment (?:sheet|record|log|note)|log sheet|nursing|pharmacy|medication|tumor board|conference|prior authorization|appeal|medical necessity|discharge summary|radiology|pathology report|immunization)\b/i;

/** A record of something done or reported, whatever headings it has. */
export function isRecord(document: NoteDocument): boolean {
  const opening = document.passages.slice(0, 3).map(({ text, label }) => `${label?.text ?? ''} ${text.slice(0, 90)}`);
  return opening.some((line) => recordTitle.test(line)) || studyTitle.test((opening[0] ?? '').trim());
}

const studyTitle =
  /^(?:ct|mri?|xr|pet|us|x-?rays?|ultrasound|echocardiogram|mammogram|radiographs?|ekg|ecg|eeg|emg|nuclear|doppler|chest x-?ray|exam(?:ination)?:)\b/i;

/** A complaint or history, an examination and an assessment under headings of their own: a note laid out as a visit. */
export function laidOutAsVisit(document: NoteDocument): boolean {
  if (isRecord(document)) return false;
  let history = false;
  let exam = false;
  let assessment = false;
  for (const [at, { kind, day, label, block, text }] of document.passages.entries()) {
    if (day !== 'today') continue;
    if (at < openingLines && kind === 'header' && comesFor.test(text)) history = true;
    if (kind === 'header' && looksInline.test(text)) exam = true;
    const title = label?.text ?? '';
    const part = translated.find(([name]) => name.test(title))?.[1];
    if (part === 'history') history = true;
    else if (part === 'exam') exam = true;
    else if (part === 'assessment') assessment = true;
    else if (kind === 'complaint' || (kind === 'history' && !/^(?:allerg|med|pmh|soc|fam|past)/i.test(title)))
      history = true;
    if (kind === 'exam' && !/^vitals?|^vs$/i.test(title) && block.kind !== 'rule') exam = true;
    if (kind === 'assessment-plan' || kind === 'plan') assessment = true;
    if (kind === 'assessment' && !/^(?:indication|pre-?op|post-?op|pre-?procedure|icd)/i.test(title)) assessment = true;
  }
  return (history && exam && assessment) || tellsVisitInLetter(document);
}

/** How many of the first lines may say, without a heading, why the patient came. */
const openingLines = 5;
const comesFor =
  /\b(?:(?:is |was )?here (?:for|today|with|because)|comes (?:in|back|for)|presents? (?:for|with|today)|returns? (?:for|with|today)|back for|c\/o|complains of|seen for|in for|follow-up (?:for|of))\b/i;
const looksInline = /\bexam(?:ination)?:|\bon (?:exam|examination|inspection)\b/i;

/** A letter that tells of today's examination and of what comes next is a visit, whatever it has no headings for. */
function tellsVisitInLetter({ passages, date }: NoteDocument): boolean {
  const told = passages.filter(({ day, kind }) => day === 'today' && kind !== 'template');
  const salutation = told.findIndex(({ text }) => /^dear\b/i.test(text));
  if (salutation < 0 || date === null) return false;
  const body = told.slice(salutation);
  const says = (pattern: RegExp): boolean =>
    body.some(({ text, label }) => pattern.test(`${label?.text ?? ''} ${text}`));
  return (
    says(/\b(?:on examination|examination (?:shows|showed|today)|i examined|on exam|exam shows)\b/i) &&
    says(/\b(?:came|saw|seen|was here|returned|thank you for (?:sending|referring)|since (?:the|his|her))\b/i)
  );
}

/** The parts of a visit as speakers of other languages head them in English. */
const translated: readonly [RegExp, 'history' | 'exam' | 'assessment'][] = [
  [
    /^(?:motive|anamnesis|antecedents|reason of (?:consultation|visit)|actual (?:disease|illness)|evolution)\b/i,
    'history',
  ],
  [/^(?:(?:physical |dermatologic(?:al)? )?exploration|inspection|status(?: localis)?|objectively)$/i, 'exam'],
  [/^(?:(?:clinical )?judge?ment|conclusion|conduct|diagnostic|opinion)\b/i, 'assessment'],
];

const otherProcedure =
  /\bintra-?articular(?:ly)?\b|\bincision and drainage\b|\bi\s?&\s?d\b|\b(?:punch|shave|tangential|incisional|excisional) biops(?:y|ies) (?:was |were |is )?(?:performed|done|taken|obtained|today)\b|\bbiops(?:y|ies)(?: of (?:the )?[a-z]+(?: [a-z]+)?)? (?:was|were) (?:performed|done|taken|obtained) today\b|\bwas biopsied today\b|\bneedle aspiration\b|\bjoint injection\b|\bwas (?:aspirated|excised|drained|debrided|destroyed)\b|\binfused\b|\biv push\b|\bivpb\b|\biv infusion\b|\bcryotherapy (?:was )?(?:performed|applied|done|to)\b|\bliquid nitrogen\b/i;

/** Codes of real procedures: surgery, infusion and chemotherapy into a vein; never a shot, a swab or a tracing. */
export function isProcedureCode(code: string): boolean {
  const number = /^\d{5}$/.test(code) ? Number(code) : 0;
  if (['96405', '96406', '11900', '11901', '36415', '36416'].includes(code)) return false;
  if (number >= 10004 && number <= 69990) return true;
  return (
    (number >= 96360 && number <= 96368) ||
    (number >= 96373 && number <= 96376) ||
    (number >= 96409 && number <= 96450) ||
    (number >= 96567 && number <= 96574)
  );
}

/** True when the note tells of another real procedure of this visit, whatever is charged. */
export function tellsOtherProcedure(clauses: readonly Clause[]): boolean {
  return clauses.some(
    (clause) =>
      clause.passage.day === 'today' &&
      clause.zone !== 'history' &&
      (clause.zone !== 'aside' || clause.passage.kind === 'nursing') &&
      tellsProcedureIn(clause.own),
  );
}

const tellsProcedureIn = kept(
  ({ text, context }: Wording): boolean =>
    otherProcedure.test(text) &&
    !context.some(({ value, direction }) => value === 'negation' && direction === 'forward') &&
    !/\b(?:scheduled|will|plan|consider|declined|deferred|if)\b/i.test(text),
);
