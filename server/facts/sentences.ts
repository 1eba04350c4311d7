import type { HeadingKind } from '../lexicon/headings';
import { isMark, type Mention, termOf } from '../lexicon/mention';
import { kindsOf } from '../lexicon/mention-kinds';
import type { BlockReading } from '../lexicon/read';
import { type Keeper, kept } from '../note/kept';
import type { Span } from '../note/span';
import type { Passage } from './document';

/** One sentence of a passage, with its own mentions. */
export interface Sentence {
  readonly passage: Passage;
  readonly mentions: readonly Mention[];
  /** The sentence as its block's text alone gives it, the same for as long as that text is. */
  readonly own: Stretch;
  /** Which sentence of its passage it is. */
  readonly index: number;
  /** The section it is read under: what follows the first sentence of a consent line goes on with the procedure. */
  readonly kind: HeadingKind;
  readonly span: Span;
}

/** A sentence as a block's text alone gives it; offsets are from the start of that text. */
export interface Stretch extends Span, Keeper {
  /** The block's text. */
  readonly text: string;
  readonly mentions: readonly Mention[];
  /** Which kinds of mentions it has, as `bits`. */
  readonly kinds: number;
  readonly index: number;
}

/** The section that a passage's sentence is read under. */
export const kindAt = ({ kind, section }: Passage, index: number): HeadingKind =>
  kind === 'consent' && index > 0 && section !== 'header' ? section : kind;

/** The sentences of a passage, in order. */
export function sentencesOf(passage: Passage): Sentence[] {
  const { offset } = passage;
  return stretchesOf(passage.reading).map((own) => ({
    passage,
    mentions: own.mentions,
    own,
    index: own.index,
    kind: kindAt(passage, own.index),
    span: { start: offset + own.start, end: offset + own.end },
  }));
}

/** Read once for each reading of a block. */
export const stretchesOf = kept(({ text, mentions, sentences }: BlockReading): readonly Stretch[] => {
  const result: Stretch[] = [];
  let start = leadOf(text, 0);
  for (const [index, first] of sentences.entries()) {
    const next = sentences[index + 1] ?? mentions.length;
    // The line breaks of a wrapped paragraph mean no more than spaces.
    const own = mentions.slice(first, next).filter((mention) => mention.kind !== 'break');
    const last = own[own.length - 1];
    if (!last) continue;
    const end = next === mentions.length ? text.trimEnd().length : last.end;
    result.push({ text, mentions: own, kinds: kindsOf(own), index, start, end: Math.max(end, last.end), room: [] });
    start = leadOf(text, last.end);
  }
  return result;
});

/** Where the next words begin. */
function leadOf(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at += 1;
  return at;
}

/** A span of a passage's text as one of the note. */
export const spanIn = ({ offset }: Passage, { start, end }: Span): Span => ({
  start: offset + start,
  end: offset + end,
});

/** The note's own words of a stretch of mentions. */
export function spanOf(sentence: Sentence, first: number, last: number): Span {
  const from = sentence.mentions[first];
  const to = sentence.mentions[last - 1];
  const { offset } = sentence.passage;
  return { start: offset + (from?.start ?? 0), end: offset + (to?.end ?? 0) };
}

/** Index of the first mention of the clause around `at`: behind the nearest semicolon or turning word ("but", "then"). */
export function clauseStart(mentions: readonly Mention[], at: number): number {
  for (let i = at - 1; i >= 0; i -= 1) if (endsClause(mentions, i)) return i + 1;
  return 0;
}

export function clauseEnd(mentions: readonly Mention[], at: number): number {
  for (let i = at + 1; i < mentions.length; i += 1) if (endsClause(mentions, i)) return i;
  return mentions.length;
}

function endsClause(mentions: readonly Mention[], at: number): boolean {
  const mention = mentions[at];
  if (isMark(mention, ';') || isMark(mention, '|')) return true;
  // ": " opens a list or an explanation; "10:42" and labels were read before.
  return termOf(mention, 'cue')?.value === 'but' && mention?.kind === 'cue';
}
