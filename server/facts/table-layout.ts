import type { Mention } from '../lexicon/mention';
import { foldText } from '../note/fold';
import type { Span } from '../note/span';
import type { NoteDocument, Passage } from './document';
import type { CalendarDate } from './encounter-date';

/** A cell of a table: its words and where they stand. */
export interface Cell {
  readonly text: string;
  readonly span: Span;
  /** Columns from the start of its line, `[from, to)`. */
  readonly from: number;
  readonly to: number;
}

/** A header line and the lines under it, every cell in its column; `null` where a row has nothing there. */
export interface Grid {
  readonly header: Passage;
  readonly titles: readonly Cell[];
  readonly rows: readonly GridRow[];
}

export interface GridRow {
  readonly passage: Passage;
  readonly cells: readonly (Cell | null)[];
}

type Style = 'delimited' | 'bars' | 'tabs' | 'gaps';

const tabWidth = 8;

/** Says whether the words of a line may head a table; asked before the rows are looked at. */
export type MayHead = (titles: readonly string[]) => boolean;

/** Reads the table whose header is passage `at`, or `null` where that line heads none. */
export function readGrid(document: NoteDocument, at: number, mayHead: MayHead): Grid | null {
  const header = document.passages[at];
  // Most lines have no row under them.
  const below = document.passages[at + 1]?.block;
  if (!below || (below.cells === null && below.delimiter === null)) return null;
  if (
    !header ||
    header.block.kind === 'rule' ||
    document.text.slice(header.block.start, header.block.end).includes('\n')
  )
    return null;
  const style = styleOf(document, header);
  const own = cellsOf(document, header, style);
  // Only gaps may part titles that seem to be one.
  const titled = (titles: readonly Cell[]): boolean => titles.length >= 2 && mayHead(titles.map((title) => title.text));
  if (style !== 'gaps' && !titled(own)) return null;
  // Every line may head a table, so that few may look at all the lines under them.
  const first = rowsBelow(document, header, at, rowsToJudge);
  if (first.length === 0) return null;
  const cellsOfRows = (rows: readonly Passage[]) => rows.map((row) => cellsOf(document, row, style));
  const titles = style === 'gaps' ? splitTitles(own, cellsOfRows(first)) : own;
  if (!titled(titles)) return null;
  const rows = rowsBelow(document, header, at, document.passages.length);
  return {
    header,
    titles,
    rows: rows.map((row) => ({ passage: row, cells: align(cellsOf(document, row, style), titles, style) })),
  };
}

/** As many rows as tell where the columns of a table are. */
const rowsToJudge = 60;

/** The rows with cells under a header, `most` lines at most. */
function rowsBelow(document: NoteDocument, header: Passage, at: number, most: number): Passage[] {
  const below: Passage[] = [];
  for (let next = at + 1; next <= at + most; next += 1) {
    const row = document.passages[next];
    if (!row || !goesOn(document, header, below, row, next)) break;
    below.push(row);
  }
  return below.filter((row) => row.block.cells !== null);
}

/** A table goes on over a line without cells, and over an empty line or a rule where the rows keep their shape. */
function goesOn(document: NoteDocument, header: Passage, above: readonly Passage[], row: Passage, at: number): boolean {
  const { block } = row;
  if (header.block.delimiter !== block.delimiter) return false;
  if (block.delimiter !== null) return !block.detached;
  if (block.kind === 'heading' || row.kind === 'coding' || row.kind === 'signature') return false;
  if (!block.cells) {
    const next = document.passages[at + 1];
    const short = block.end - block.start <= 60 && row.label === null;
    return above.length > 0 && short && !block.detached && next?.block.cells != null && !next.block.detached;
  }
  // "STATUS: held   Vial returned" under the rows is a field of its own.
  const first = firstCell(document, row);
  const colon = first.indexOf(': ');
  if (colon > 0 && /[A-Za-z]/.test(first.slice(0, colon)) && (above.length > 0 || row.label !== null)) return false;
  if (!block.detached || above.length === 0) return true;
  const shape = above[0]?.block.cells?.length ?? 0;
  const last = above[above.length - 1]?.block.end ?? 0;
  const ruled =
    document.text.charAt(header.block.start) === '|' && !/\n[ \t\r]*\n/.test(document.text.slice(last, block.start));
  const numbered = /^[A-Z]{0,2}\d{1,3}$/;
  return (
    block.cells.length === shape && (ruled || (numbered.test(first) && numbered.test(firstCell(document, above[0]))))
  );
}

function firstCell(document: NoteDocument, passage: Passage | undefined): string {
  const cell = passage?.block.cells?.[0];
  return cell ? document.text.slice(cell.start, cell.end) : '';
}

export function styleOf(document: NoteDocument, header: Passage): Style {
  if (header.block.delimiter !== null) return 'delimited';
  const text = document.text.slice(header.block.start, header.block.end);
  if (isBarred(text)) return 'bars';
  // Tabs that stand alone part cells that may be empty; runs of tabs are white space.
  return text.includes('\t') && !text.includes('\t\t') ? 'tabs' : 'gaps';
}

const isBarred = (text: string): boolean => text.startsWith('|') || text.split(/\s\|\s/).length >= 3;

export function cellsOf(document: NoteDocument, passage: Passage, style: Style): Cell[] {
  const { block } = passage;
  const lineStart = document.text.lastIndexOf('\n', block.start - 1) + 1;
  const lead = document.text.slice(lineStart, block.start);
  const start = lead.trim() === '' ? lineStart : block.start;
  if (style === 'gaps' || style === 'delimited') {
    const spans = block.cells ?? [{ start: block.start, end: block.end }];
    return spans.map(cellReader(document, start));
  }
  const line = document.text.slice(start, block.end);
  const parts =
    style === 'bars'
      ? line
          .trim()
          .replace(/^\||\|$/g, ' ')
          .split('|')
      : line.split('\t');
  const from = start + (style === 'bars' ? line.length - line.trimStart().length : 0);
  const cellAt = cellReader(document, start);
  let at = from;
  return parts.map((part) => {
    const trimmed = part.trim();
    const begin = at + (trimmed === '' ? 0 : part.indexOf(trimmed));
    at += part.length + 1;
    return cellAt({ start: begin, end: begin + trimmed.length });
  });
}

/** Reads the cells of a line from left to right, and counts its columns on the way. */
function cellReader(document: NoteDocument, lineStart: number): (span: Span) => Cell {
  let at = lineStart;
  let column = 0;
  return (span) => {
    const text = document.text.slice(span.start, span.end).trim();
    for (; at < span.start; at += 1) column += document.text.charAt(at) === '\t' ? tabWidth - (column % tabWidth) : 1;
    return { text, span, from: column, to: column + text.length };
  };
}

/** "Les Site      mm": titles that only one space parts are two where the rows have two columns under them. */
function splitTitles(titles: readonly Cell[], rows: readonly (readonly Cell[])[]): Cell[] {
  return titles.flatMap((title) => {
    const cuts: number[] = [];
    for (const found of title.text.matchAll(/ (?=\S)/g)) {
      const column = title.from + found.index + 1;
      const under = rows.filter((row) => row.some((cell) => Math.abs(cell.from - column) <= 1)).length;
      const apart = rows.filter((row) => row.some((cell) => cell.from < column - 1 && cell.to > title.from - 4)).length;
      if (under * 2 > rows.length && apart * 2 > rows.length) cuts.push(found.index + 1);
    }
    const edges = [0, ...cuts, title.text.length];
    return edges.slice(1).map((end, index) => {
      const begin = edges[index] ?? 0;
      const text = title.text.slice(begin, end).trim();
      const span = { start: title.span.start + begin, end: title.span.start + begin + text.length };
      return { text, span, from: title.from + begin, to: title.from + begin + text.length };
    });
  });
}

/** Puts cells under titles: by their order where bars or tabs part them, else by where they stand. */
function align(cells: readonly Cell[], titles: readonly Cell[], style: Style): (Cell | null)[] {
  const filled = (cell: Cell | undefined): Cell | null => (cell && cell.text !== '' ? cell : null);
  if (style !== 'gaps' || cells.length === titles.length) return titles.map((_, index) => filled(cells[index]));
  const columns: (Cell | null)[] = titles.map(() => null);
  let least = 0;
  for (const cell of cells) {
    let best = least;
    for (let index = least; index < titles.length; index += 1) {
      if (distance(cell, titles[index]) < distance(cell, titles[best])) best = index;
    }
    const before = columns[best];
    columns[best] = before
      ? {
          ...before,
          text: `${before.text} ${cell.text}`,
          span: { start: before.span.start, end: cell.span.end },
          to: cell.to,
        }
      : cell;
    least = best;
  }
  return columns;
}

/** The title that a cell stands under. */
export function nearestTitle(cell: Cell, titles: readonly Cell[]): Cell | null {
  let best = titles[0] ?? null;
  for (const title of titles) if (best && distance(cell, title) < distance(cell, best)) best = title;
  return best;
}

/** How far a cell stands from its title; less than nothing where they overlap. */
function distance(cell: Cell, title: Cell | undefined): number {
  return title ? Math.max(cell.from, title.from) - Math.min(cell.to, title.to) : Number.POSITIVE_INFINITY;
}

/** What the note's reading says inside a cell, its label's words included. */
export function mentionsIn(passage: Passage, span: Span): Mention[] {
  const { label } = passage.block;
  const ahead = label && passage.label && label.end <= passage.offset ? passage.label.reading.mentions : [];
  const before = ahead.length > 0 ? mentionsBetween(ahead, label?.start ?? 0, span) : [];
  return [...before, ...mentionsBetween(passage.reading.mentions, passage.offset, span)];
}

/** Those of the mentions, which stand in order from `offset` on, that lie in a stretch of the note. */
function mentionsBetween(mentions: readonly Mention[], offset: number, { start, end }: Span): readonly Mention[] {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offset + (mentions[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < mentions.length && offset + (mentions[last]?.end ?? 0) <= end) last += 1;
  return mentions.slice(low, last);
}

/** "3/10 mL", "04/14/26": the date that a cell or a title begins with. */
export function dateAhead(text: string): { month: number; day: number; year: number | null } | null {
  const [whole, month, day, year] = /^(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}|\d{2}))?\b/.exec(text) ?? [];
  if (!whole || Number(month) < 1 || Number(month) > 12) return null;
  return { month: Number(month), day: Number(day), year: year ? Number(year) + (year.length === 2 ? 2000 : 0) : null };
}

/** A date of a table may leave out the year. */
export const isThatDay = (
  date: { readonly month: number; readonly day: number | null; readonly year: number | null },
  day: CalendarDate,
): boolean => date.month === day.month && date.day === day.day && (date.year === null || date.year === day.year);

export const wordsOfCell = (text: string): string =>
  foldText(text)
    .replace(/[().:*]/g, '')
    .trim();
