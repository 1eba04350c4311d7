import type { DateMention } from '../lexicon/mention';
import type { BlockReading } from '../lexicon/read';
import type { Block } from '../note/blocks';
import { foldText } from '../note/fold';
import type { Span } from '../note/span';

/** A day; `day` is `null` where the note gives month and year alone. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number | null;
}

/** Labels that name the day of the encounter, the strongest first. */
const strong =
  /\b(?:dos|date of service|service date|date of visit|visit date|encounter date|date of procedure|procedure date|date of operation|date of encounter|service)\b/i;
const plain = /\b(?:date|seen|visit|encounter|date\/time|performed|return visit|visit of|today)\b/i;
/** Labels of dates that are of something else. */
const foreign =
  /\b(?:dob|birth|born|exp|expir|lot|lmp|copyright|published|received|accepted|revised|updated|modified|posted|volume|dictated|transcribed|printed|referral|signed|scanned|consent|biopsy|last|prior|previous|due|next|since)\b/i;

/** How many of the first blocks may carry the day without a label. */
const headerBlocks = 8;

/** The day of the encounter and where the note says it, or `null`. */
export function findEncounterDate(
  text: string,
  blocks: readonly Block[],
  read: (content: string) => BlockReading,
): (CalendarDate & { readonly span: Span }) | null {
  let best: (PlacedDate & { weight: number }) | null = null;
  /** Dates that lines open with. */
  const rows: PlacedDate[] = [];
  for (const [index, block] of blocks.entries()) {
    if (index > 40) break;
    const content = text.slice(block.start, block.end);
    if (!mayHoldDay(content)) continue;
    for (const mention of read(content).mentions) {
      if (mention.kind !== 'date' || mention.year === null || mention.day === null) continue;
      const before = content.slice(Math.max(0, mention.start - 40), mention.start);
      // "Printed 02/17/2026 for encounter of 02/17/2026": a date before it ends what is said of this one.
      const earlier = before.search(/\d(?=\D*$)/);
      const label = before.slice(
        Math.max(before.lastIndexOf('  '), before.lastIndexOf('|'), before.lastIndexOf('\n'), earlier) + 1,
      );
      if (index > 0 && mention.start <= 3) rows.push({ date: mention, at: block.start });
      const weight = saysToday(content, mention.end) ? 6 : weigh(label, index, mention.start);
      if (weight > (best?.weight ?? 0)) best = { date: mention, at: block.start, weight };
    }
  }
  if (!best) return null;
  const { date, at } = best.weight <= unlabelled ? latest(best, rows) : best;
  return {
    year: date.year ?? 0,
    month: date.month,
    day: date.day,
    span: { start: at + date.start, end: at + date.end },
  };
}

interface PlacedDate {
  readonly date: DateMention;
  /** Where the block begins that it stands in. */
  readonly at: number;
}

/** In a running record, whose only dates are those of its entries, the last entry is today's. */
function latest(first: PlacedDate, rows: readonly PlacedDate[]): PlacedDate {
  if (rows.length < fewestEntries || !rows.some(({ date }) => date === first.date)) return first;
  const order = ({ date }: PlacedDate): number => (date.year ?? 0) * 10000 + date.month * 100 + (date.day ?? 0);
  return rows.reduce((last, row) => (order(row) > order(last) ? row : last));
}

const fewestEntries = 3;

/** A full date is figures with two marks between them, or figures beside the name of a month; most blocks have neither. */
const mayHoldDay = (content: string): boolean => {
  const folded = foldText(content);
  if (/\d[/.-]\d{1,2}[/.-]\d/.test(folded)) return true;
  return /\d/.test(folded) && /(?:^|[^a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/.test(folded);
};

/** "02/03/2026  session 2 (today)": the entry of a running sheet that is today's. */
const saysToday = (content: string, end: number): boolean =>
  /^[^.;:\n]{0,24}\(today\)/i.test(content.slice(end, end + 40));

/** "Visit recorded below and signed: 2 Oct 2025": signed as the record of a visit, on its day. */
const signedVisit = /\b(?:visit|session|encounter)\b.{0,20}\bsigned\b/i;

/** What a date at the head of a note is worth that nothing calls the day of the encounter. */
const unlabelled = 3;

function weigh(label: string, index: number, position: number): number {
  if (foreign.test(label.replace(signedVisit, 'visit'))) return 0;
  if (strong.test(label)) return 5;
  if (plain.test(label) && index < 20) return 4 - index / 50;
  if (index >= headerBlocks) return 0;
  return position < 60 ? unlabelled - index / 10 : 2 - index / 10;
}

export function isSameDay(a: CalendarDate, b: CalendarDate): boolean {
  return a.year === b.year && a.month === b.month && (a.day === null || b.day === null || a.day === b.day);
}

/** The very same, also in what they leave open. */
export const isSameDate = (a: CalendarDate | null, b: CalendarDate | null): boolean =>
  a?.year === b?.year && a?.month === b?.month && a?.day === b?.day;

/** The day of an ISO date, or `null` for any other text. */
export function calendarDate(iso: string): CalendarDate | null {
  const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? []).map(Number);
  return year === undefined || month === undefined || day === undefined ? null : { year, month, day };
}

/** ISO form of a full date. */
export function isoDate(date: CalendarDate): string | null {
  if (date.day === null) return null;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.year}-${two(date.month)}-${two(date.day)}`;
}
