import { type ContextWord, readContext } from '../assertion/cues';
import type { Mention } from '../lexicon/mention';
import type { BlockReading } from '../lexicon/read';
import { type Keeper, kept } from '../note/kept';
import type { Span } from '../note/span';
import { runBetween } from '../note/tokens';
import { readWork, type WorkWord } from './visit-words';

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

/** A unit or a rhythm with its point, and then a capital: a sentence ends here, whatever the point is otherwise. */
const shortEnd =
  /(?:\d\s?(?:d|wks?|mo|h|hrs?|min|yrs?|mg|mcg|cc|ml|cm|mm|g)|\b(?:bid|tid|qid|qd|qhs|qam|prn|daily))\.\s+(?=[A-Z#(])/gi;

/** A heading's own words. */
export const titleOf = kept(
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
export interface Piece extends Span, Wording {}

/** Sentences and the parts between semicolons, as offsets in the passage's text, without the space around them. */
export const piecesOf = kept((reading: BlockReading): readonly Piece[] => {
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
