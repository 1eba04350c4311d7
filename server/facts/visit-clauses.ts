import { type ContextWord, readContext } from '../assertion/cues';
import { type HeadingKind, headingReaderFor } from '../lexicon/headings';
import type { Lexicon } from '../lexicon/lexicon';
import type { Mention } from '../lexicon/mention';
import type { BlockReading } from '../lexicon/read';
import { type Keeper, kept } from '../note/kept';
import type { Span } from '../note/span';
import { endsStep, type Steps } from '../note/steps';
import { runBetween } from '../note/tokens';
import type { NoteDocument, Passage } from './document';
import { spanIn } from './sentences';
import { otherClinicianPassages, otherDayPassages, otherRolePassages } from './visit-whose';
import { readWork, type WorkWord } from './visit-words';

/** Where a clause stands, as far as the visit is concerned. */
export type Zone = 'aside' | 'procedure' | 'history' | 'exam' | 'plan' | 'prose';

/** The words of a clause, as its block's text alone gives them, one object for as long as that text is the same. */
export interface Wording extends Keeper {
  readonly text: string;
  /** The number of an item that is counted off inside a line ("1. Keloid 2. Eczema") and begins here. */
  readonly number: string | null;
  readonly words: readonly WorkWord[];
  readonly context: readonly ContextWord[];
  /** Mentions of the block's reading that lie in the clause. */
  readonly mentions: readonly Mention[];
  /** Where the clause begins in the text that its mentions are placed in. */
  readonly base: number;
}

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

/** Words without those of a box that was left open: it says nothing. Boxes stand before their words, or all behind. */
function ticked(words: readonly WorkWord[], mentions: readonly Mention[], base: number): readonly WorkWord[] {
  const boxes: { at: number; open: boolean }[] = [];
  for (const mention of mentions)
    if (mention.kind === 'box') boxes.push({ at: mention.start - base, open: mention.mark !== 'x' });
  if (boxes.length === 0) return words;
  const behind = mentions[0]?.kind !== 'box' && mentions[mentions.length - 1]?.kind === 'box';
  let next = 0;
  return words.filter(({ start }) => {
    while (next < boxes.length && (boxes[next]?.at ?? 0) < start) next += 1;
    return boxes[behind ? next : next - 1]?.open !== true;
  });
}

/** A clause longer than this is cut where a comma or a space allows, so that no clause is long. */
const longest = 800;

const isCode = ({ kind }: Mention): boolean => kind === 'code';

/** A unit or a rhythm with its point, and then a capital: a sentence ends here, whatever the point is otherwise. */
const shortEnd =
  /(?:\d\s?(?:d|wks?|mo|h|hrs?|min|yrs?|mg|mcg|cc|ml|cm|mm|g)|\b(?:bid|tid|qid|qd|qhs|qam|prn|daily))\.\s+(?=[A-Z#(])/gi;

/** A heading's own words. */
const titleOf = kept(
  ({ text, mentions }: BlockReading): Wording => ({
    text,
    number: null,
    words: readWork(text),
    context: readContext(text),
    mentions,
    base: 0,
    room: [],
  }),
);

/** The words of a clause and where they stand in their block's text. */
interface Piece extends Span, Wording {}

/** Sentences and the parts between semicolons, as offsets in the passage's text, without the space around them. */
const piecesOf = kept((reading: BlockReading): readonly Piece[] => {
  const { text, tokens, mentions: all } = reading;
  const numbers = counted(text);
  const cuts = new Set<number>();
  for (const first of reading.sentences) if (first > 0) cuts.add(reading.mentions[first - 1]?.end ?? 0);
  for (const mention of reading.mentions) if (mention.kind === 'mark' && mention.mark === ';') cuts.add(mention.end);
  for (const end of text.matchAll(shortEnd)) {
    const at = end.index + end[0].length;
    const next = text.charAt(at);
    if (next === next.toUpperCase()) cuts.add(at);
  }
  for (const [at, { point }] of numbers) {
    cuts.add(at);
    // The point of "2." ends no sentence.
    cuts.delete(point);
    cuts.delete(point + 1);
  }
  cuts.add(text.length);
  const result: Piece[] = [];
  let start = 0;
  let next = 0;
  let token = 0;
  for (const end of shortened(
    [...cuts].sort((a, b) => a - b),
    text,
  )) {
    const part = text.slice(start, end);
    const trimmed = part.trim();
    if (/[A-Za-z0-9]/.test(trimmed)) {
      const from = start + part.indexOf(trimmed);
      const to = from + trimmed.length;
      while (next < all.length && (all[next]?.start ?? 0) < from) next += 1;
      const first = next;
      while (next < all.length && (all[next]?.start ?? 0) < to) next += 1;
      const mentions = all.slice(first, next).filter((mention) => mention.end <= to);
      const run = runBetween(tokens, token, from, to);
      token = run?.to ?? token;
      result.push({
        start: from,
        end: to,
        text: trimmed,
        number: numbers.get(from)?.number ?? null,
        mentions,
        words: ticked(readWork(trimmed, run), mentions, from),
        context: readContext(trimmed, run),
        base: from,
        room: [],
      });
    }
    start = end;
  }
  return result;
});

/** Items counted off from 1 upward inside a text, by where each begins. */
function counted(text: string): Map<number, { number: string; point: number }> {
  const found = new Map<number, { number: string; point: number }>();
  let expected = 1;
  for (const match of text.matchAll(/(?<![\w.,/])\(?([1-9])[.)]\s+(?=[A-Z(])/g)) {
    if (Number(match[1]) !== expected) continue;
    const point = match.index + match[0].trimEnd().length;
    found.set(match.index, { number: match[1] ?? '', point });
    expected += 1;
  }
  return found.size > 1 ? found : new Map();
}

function shortened(cuts: readonly number[], text: string): number[] {
  const result: number[] = [];
  let start = 0;
  for (const cut of cuts) {
    while (cut - start > longest) {
      const comma = text.lastIndexOf(', ', start + longest);
      const space = text.lastIndexOf(' ', start + longest);
      const at = comma > start ? comma : space > start ? space : start + longest - 1;
      start = at + 1;
      result.push(start);
    }
    result.push(cut);
    start = cut;
  }
  return result;
}
