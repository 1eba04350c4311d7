import { foldText } from '../note/fold';
import type { Span } from '../note/span';
import type { WrittenCode } from './codes-written';
import type { NoteDocument, Passage } from './document';
import type { ChargeRow, CodeModifier, ModifierCell } from './model';

const unitsHeader = /^(?:units?|qty|quantity|uos|svc units|# ?units|u)$/;
const modifierHeader = /^(?:mods?|modifiers?|mod\.?(?: ?1)?)$/;
const codeHeader = /^(?:cpt|codes?|cpt\/hcpcs|hcpcs|procedure|proc|cpt code|procedure code|service|charge|cpt4?)$/;
const lineHeader = /^(?:#|no\.?|ln|line)$/;

interface Header {
  readonly passage: Passage;
  readonly cells: readonly Span[];
  readonly titles: readonly string[];
}

/** A row of a charge table, whose header names the columns of modifiers or units. */
export interface TableRow {
  /** The code with modifier and units from their columns. */
  readonly complete: (written: WrittenCode) => WrittenCode;
  /** The empty cell for its modifiers, where the table has a column of them. */
  readonly modifierCell: ModifierCell | null;
  readonly row: ChargeRow;
}

/** Reads the passage as a row of a charge table; `null` where it is none. */
export function tableRow(document: NoteDocument, at: number): TableRow | null {
  const passage = document.passages[at];
  const cells = passage?.block.cells;
  if (!passage || !cells) return null;
  const header = headerAbove(document, at);
  if (!header) return null;
  const modifierAt = header.titles.findIndex((title) => modifierHeader.test(title));
  const unitsAt = header.titles.findIndex((title) => unitsHeader.test(title));
  // A row with an empty cell between blanks has fewer cells than the header: count from the end.
  const cellAt = (index: number): Span | undefined =>
    index < 0
      ? undefined
      : cells.length === header.titles.length
        ? cells[index]
        : cells[cells.length - (header.titles.length - index)];
  const relative = (span: Span): Span => ({ start: span.start - passage.offset, end: span.end - passage.offset });
  return {
    complete: (written) => {
      const modifiers: CodeModifier[] = [...written.modifiers];
      const modifierCell = cellAt(modifierAt);
      if (modifierCell && modifiers.length === 0) {
        const text = document.text.slice(modifierCell.start, modifierCell.end);
        if (
          /^-?[A-Za-z0-9]{2}(?:[ ,/-]+[A-Za-z0-9]{2})*$/.test(text) &&
          modifierCell.start > passage.offset + written.number.end - 1
        ) {
          const start = relative(modifierCell).start;
          for (const part of text.matchAll(/[A-Za-z0-9]{2}/g)) {
            const span = { start: start + part.index, end: start + part.index + 2 };
            modifiers.push({ value: part[0].toUpperCase(), span, valueSpan: span });
          }
        }
      }
      const unitsCell = cellAt(unitsAt);
      const units = unitsCell ? document.text.slice(unitsCell.start, unitsCell.end) : '';
      if (!unitsCell || !/^\d{1,4}$/.test(units) || written.unitsSpan) return { ...written, modifiers };
      const span = relative(unitsCell);
      return { ...written, modifiers, units: Number(units), unitsSpan: span, unitsNumberSpan: span };
    },
    modifierCell: modifierAt < 0 ? null : emptyCell(document.text, passage, header, modifierAt),
    row: chargeRow(document.text, passage, header),
  };
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}

/** Where a value goes into a cell that is empty; `null` where it is not. */
function emptyCell(text: string, { block }: Passage, header: Header, index: number): ModifierCell | null {
  const [start, end] = [lineStart(text, block.start), lineEnd(text, block.start)];
  const line = text.slice(start, end);
  const separator = line.trimStart().startsWith('|') ? '|' : line.includes('\t') ? '\t' : null;
  if (separator === null) {
    const title = header.cells[index];
    const from = start + (title?.start ?? 0) - lineStart(text, title?.start ?? 0);
    if (from >= end) return { span: { start: end, end }, pad: ' '.repeat(from - end) };
    const blank = /^ {4}/.test(text.slice(from - 1, from + 3));
    return blank ? { span: { start: from, end: from + 2 }, pad: '' } : null;
  }
  const parts = line.split(separator);
  // Before the first bar of a line stands nothing.
  const at = separator === '|' ? index + 1 : tabIndex(text, header, index);
  const part = parts[at];
  if (part === undefined || part.trim() !== '') return null;
  const from = start + parts.slice(0, at).reduce((sum, each) => sum + each.length + 1, 0);
  if (separator === '\t') return { span: { start: from, end: from + part.length }, pad: '' };
  // A wide cell keeps its width, a narrow one is widened.
  const room = part.length >= 4 ? 2 : 0;
  const inside = from + Math.min(1, part.length);
  return { span: { start: inside, end: inside + room }, pad: '' };
}

/** Which of the tab stops a column of the header is. */
function tabIndex(text: string, { cells }: Header, index: number): number {
  const title = cells[index];
  return title === undefined ? index : text.slice(lineStart(text, title.start), title.start).split('\t').length - 1;
}

/** The row cell by cell, as the pattern of another one. */
function chargeRow(text: string, { block }: Passage, { titles }: Header): ChargeRow {
  const end = lineEnd(text, block.start);
  const cells = block.cells ?? [];
  let from = lineStart(text, block.start);
  const shift = titles.length - cells.length;
  const pattern = cells.map((cell, index) => {
    const lead = text.slice(from, cell.start);
    from = cell.end;
    const value = text.slice(cell.start, cell.end);
    // Cells are counted from the end where one between blanks is missing, and the code's own tells itself.
    const title = titles[/^[A-Z]?\d{4,5}\b/.test(value) ? index : index + shift] ?? '';
    const is = codeHeader.test(title) || /^[A-Z]?\d{4,5}\b/.test(value) ? 'code' : kindOfColumn(title);
    return {
      lead,
      width: cell.end - cell.start,
      is,
      value: is === 'line' && /^\d{1,3}$/.test(value) ? String(Number(value) + 1) : '',
    } as const;
  });
  return { insertAt: end, cells: pattern, tail: text.slice(from, end) };
}

const kindOfColumn = (title: string): 'modifier' | 'units' | 'line' | 'other' => {
  if (modifierHeader.test(title)) return 'modifier';
  if (unitsHeader.test(title)) return 'units';
  return lineHeader.test(title) ? 'line' : 'other';
};

function headerAbove(document: NoteDocument, at: number): Header | null {
  for (let i = at - 1; i >= 0 && i >= at - 12; i -= 1) {
    const passage = document.passages[i];
    const cells = passage?.block.cells;
    if (!passage || !cells) return null;
    const titles = cells.map((cell) => foldText(document.text.slice(cell.start, cell.end)));
    if (
      titles.some((title) => codeHeader.test(title)) &&
      titles.some((title) => unitsHeader.test(title) || modifierHeader.test(title))
    ) {
      return { passage, cells, titles };
    }
  }
  return null;
}
