import type { DateMention, Mention } from '../lexicon/mention';
import type { BlockReading } from '../lexicon/read';
import type { Block } from '../note/blocks';
import { type CalendarDate, isSameDay } from './encounter-date';

/** Whose day a passage tells of, beside the day of the encounter. */
export type PassageDay = 'today' | 'past' | 'future';

const dateOf = (mentions: readonly Mention[]): DateMention | undefined =>
  mentions.find((mention): mention is DateMention => mention.kind === 'date');

/** The day of a heading that carries a date or a word for another time. */
export function headingDay(reading: BlockReading, date: CalendarDate | null): PassageDay {
  const found = dateOf(reading.mentions);
  if (found && found.year !== null && date) return compareDay(found, date);
  return 'today';
}

const copied = /\b(?:carried|copied|pulled|brought) (?:forward|over)\b|\b(?:copied|pasted|imported)\b/i;

/** A plan that its heading puts off. */
export const isOfNextVisit = /\b(?:next|future|upcoming)\b/i;

/** Where a copy ends: at a rule, or at a line that says so ("[end copied]"). */
export function copyEndAfter(text: string, blocks: readonly Block[], from: number): number {
  for (let at = from + 1; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (!block) break;
    const opening = text.slice(block.start, Math.min(block.end, block.start + 32));
    if (block.kind === 'rule' || /^\W{0,8}end (?:of )?(?:the )?(?:cop|import|past)/i.test(opening)) return at;
  }
  return -1;
}

/** "----- carried forward from 08/08/2025 -----": a copy of another day's note, which lasts to its closing rule. */
export function isCopy(reading: BlockReading, title: string, date: CalendarDate | null): boolean {
  const found = dateOf(reading.mentions);
  if (!copied.test(title) || !found || found.year === null) return false;
  return date === null || compareDay(found, date) !== 'today';
}

/** The day of an entry that opens with a date of its own ("10/28/2024: Kenalog …", "[03/09/2025 10:30 …]"), else `null`. */
export function entryDay(reading: BlockReading, date: CalendarDate | null, block: Block): PassageDay | null {
  const first = reading.mentions.find((mention) => mention.kind !== 'mark');
  if (first?.kind !== 'date' || first.year === null || !date) return null;
  if (first.skipped > 0 || first.start > 3 || block.label) return null;
  return compareDay(first, date);
}

/** A date with no more than who and where behind it heads the lines that follow; so does a date in brackets. */
export function headsEntry(reading: BlockReading, content: string): boolean {
  if (content.startsWith('[')) return true;
  const tells = reading.mentions.some((mention) =>
    ['act', 'measure', 'quantity', 'noun', 'agent', 'code'].includes(mention.kind),
  );
  return !tells && content.length < 90 && !/[;]|[.!?]$/.test(content);
}

function compareDay(found: DateMention, date: CalendarDate): PassageDay {
  const other = { year: found.year ?? date.year, month: found.month, day: found.day };
  if (isSameDay(other, date)) return 'today';
  const order = (d: { year: number; month: number; day: number | null }) =>
    d.year * 10000 + d.month * 100 + (d.day ?? 0);
  return order(other) < order(date) ? 'past' : 'future';
}
