import { type HeadingKind, headingReaderFor } from '../lexicon/headings';
import type { Lexicon } from '../lexicon/lexicon';
import type { Mention } from '../lexicon/mention';
import type { Span } from '../note/span';
import { endsStep, type Steps } from '../note/steps';
import type { NoteDocument, Passage } from './document';
import { spanIn } from './sentences';
import { otherClinicianPassages, otherDayPassages, otherRolePassages } from './visit-whose';
import { piecesOf, titleOf, type Wording } from './visit-wordings';

/** Where a clause stands, as far as the visit is concerned. */
export type Zone = 'aside' | 'procedure' | 'history' | 'exam' | 'plan' | 'prose';

/** A sentence, or a part of one between semicolons: what gets a side of its own. */
export interface Clause extends Omit<Wording, 'room'> {
  readonly own: Wording;
  readonly passage: Passage;
  readonly passageIndex: number;
  readonly span: Span;
  readonly zone: Zone;
  /** Why it can say nothing for a visit, in an `aside`. */
  readonly reason: string;
}

const clauseOf = (
  own: Wording,
  place: Pick<Clause, 'passage' | 'passageIndex' | 'span' | 'zone' | 'reason'>,
): Clause => ({
  own,
  text: own.text,
  number: own.number,
  words: own.words,
  context: own.context,
  mentions: own.mentions,
  base: own.base,
  passage: place.passage,
  passageIndex: place.passageIndex,
  span: place.span,
  zone: place.zone,
  reason: place.reason,
});

/** What a clause says at a place in it. */
export const textIn = ({ text }: Pick<Clause, 'text'>, { start, end }: Span): string => text.slice(start, end);

/** Lists that stand in every chart and say nothing of today. */
const listLabel =
  /^(?:allerg|all$|meds?\b|medications?\b|current med|home med|soc|sh$|fh|family|pmh|psh|past (?:med|surg|hist)|ros\b|review of|vitals|vs$|vital signs|immuniz|problem list|active problems|social|surgical hist)/i;

const asideReason: Partial<Record<Passage['kind'], string>> = {
  template: 'Template or policy text.',
  'other-person': 'Another person, not the patient.',
  nursing: 'Nursing or pharmacy entry.',
  signature: 'Signature.',
  coding: 'Charges.',
};
const procedureKinds: ReadonlySet<Passage['kind']> = new Set(['consent', 'procedure-aside', 'aftercare', 'follow-up']);

const planKinds: ReadonlySet<Passage['kind']> = new Set(['assessment', 'assessment-plan', 'plan']);

function zoneOf(passage: Passage, kind: HeadingKind): { zone: Zone; reason: string } {
  const aside = asideReason[kind];
  if (aside) return { zone: 'aside', reason: aside };
  if (passage.day !== 'today') return { zone: 'aside', reason: 'Another date.' };
  if (passage.label && listLabel.test(passage.label.text)) {
    return { zone: 'aside', reason: 'A list that is kept in every note.' };
  }
  if (passage.block.marker !== null && planKinds.has(passage.section)) return { zone: 'plan', reason: '' };
  if (procedureKinds.has(kind)) return { zone: 'procedure', reason: '' };
  switch (kind) {
    case 'history':
    case 'complaint':
      return { zone: 'history', reason: '' };
    case 'exam':
    case 'data':
      return { zone: 'exam', reason: '' };
    case 'assessment':
    case 'assessment-plan':
    case 'plan':
      return { zone: 'plan', reason: '' };
    case 'addendum':
      return { zone: 'aside', reason: 'An addendum.' };
    default:
      return { zone: 'prose', reason: '' };
  }
}

/** A part of a form that is kept for the problem of the visit. */
export const problemHeading =
  /^\W*(?:problem|e\/?m|medical|sick|separate|evaluation)[\w /-]{0,20}\b(?:visit|part|section|note)\b/i;

/** The kind of a line that is nothing but the name of a section and has no capital or colon to show it. */
function bareHeading(passage: Passage, lexicon: Lexicon): HeadingKind | null {
  const { text, block, section } = passage;
  if (section !== 'header' || block.kind !== 'text' || block.label || text.length > 30) return null;
  const words = text.trim().toLowerCase();
  const headings = headingReaderFor(lexicon);
  if (!headings.isHeading(words)) return null;
  const kind = headings.kindOf(words);
  return kind === 'header' ? null : kind;
}

/** Every clause of the note in order, in steps, with where it stands and whether it can speak for a visit at all. */
export function* clauseSteps(document: NoteDocument): Steps<Clause[]> {
  const otherDay = otherDayPassages(document);
  const otherClinician = otherClinicianPassages(document);
  const otherRole = otherRolePassages(document);
  const clauses: Clause[] = [];
  let under: HeadingKind | null = null;
  let form = false;
  for (const [passageIndex, passage] of document.passages.entries()) {
    if (endsStep(passageIndex)) yield;
    const title = bareHeading(passage, document.lexicon);
    if (passage.section !== 'header' || passage.label) under = null;
    if (title !== null) under = title;
    if (passage.block.kind === 'heading') form = problemHeading.test(passage.label?.text ?? '');
    let place = zoneOf(passage, under ?? passage.kind);
    // The part of a form that is kept for the problem holds the whole visit, not its complaint alone.
    if (form && place.zone === 'history') place = { zone: 'prose', reason: '' };
    if (otherDay.has(passageIndex)) place = { zone: 'aside', reason: 'Another date.' };
    else if (otherClinician.has(passageIndex)) place = { zone: 'aside', reason: 'Another clinician.' };
    else if (otherRole.has(passageIndex)) place = { zone: 'aside', reason: 'Nursing or pharmacy entry.' };
    if (passage.text.trim() === '') {
      const heading = passage.label;
      const at = passage.block.label;
      if (!heading || !at || passage.block.kind !== 'heading') continue;
      const { zone, reason } = place;
      clauses.push(clauseOf(titleOf(heading.reading), { passage, passageIndex, span: at, zone, reason }));
      continue;
    }
    let planned = false;
    for (const piece of piecesOf(passage.reading)) {
      const told = place.zone === 'prose' || place.zone === 'history';
      if (place.zone === 'history' && opensExam.test(piece.text)) place = { zone: 'prose', reason: '' };
      if (told && opensPlan.test(piece.text)) planned = true;
      const free = form && passage.section === 'coding' && !piece.mentions.some(isCode);
      const zone = free ? 'prose' : planned ? 'plan' : place.zone;
      const span = spanIn(passage, piece);
      clauses.push(clauseOf(piece, { passage, passageIndex, span, zone, reason: free ? '' : place.reason }));
    }
  }
  return clauses;
}

/** "Exam:" or "Dx:" inside a history ends it there. */
const opensExam =
  /^\W*(?:on )?(?:exam(?:ination)?|findings?|o\/e|pe|dx|diagnosis|imp(?:ression)?|assessment|judge?ment)\s*:/i;

/** "Plan:" in the middle of a paragraph; what follows it there is the plan. */
const opensPlan =
  /^\W*(?:my |the |our )?(?:plan|a\/p|assessment and plan|recommendations?|done ?\/ ?ordered|orders?|ordered|rx|management|mgmt|therapy)(?: is| today)?\s*(?:[:.]|$)/i;

const isCode = ({ kind }: Mention): boolean => kind === 'code';
