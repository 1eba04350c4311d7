import { foldText } from '../note/fold';
import type { Span } from '../note/span';
import type { WrittenCode } from './codes-written';
import type { NoteDocument } from './document';
import type { CodeModifier } from './model';

const unitsHeader = /^(?:units?|qty|quantity|uos|svc units|# ?units|u)$/;
const modifierHeader = /^(?:mods?|modifiers?|mod\.?(?: ?1)?)$/;
const codeHeader = /^(?:cpt|codes?|cpt\/hcpcs|hcpcs|procedure|proc|cpt code|procedure code|service|charge|cpt4?)$/;

/**
 * In a row of a charge table, reads modifier and units from the columns that the header row names. `null` where the
 * passage is no such row.
 */
export function tableUnits(document: NoteDocument, at: number): ((written: WrittenCode) => WrittenCode) | null {
  const row = document.passages[at];
  const cells = row?.block.cells;
  if (!row || !cells) return null;
  const header = headerAbove(document, at);
  if (!header) return null;
  const modifierAt = header.findIndex((title) => modifierHeader.test(title));
  const unitsAt = header.findIndex((title) => unitsHeader.test(title));
  // A row with an empty cell between blanks has fewer cells than the header: count from the end.
  const cellAt = (index: number): Span | undefined =>
    index < 0
      ? undefined
      : cells.length === header.length
        ? cells[index]
        : cells[cells.length - (header.length - index)];
  const relative = (span: Span): Span => ({ start: span.start - row.offset, end: span.end - row.offset });
  return (written) => {
    const modifiers: CodeModifier[] = [...written.modifiers];
    const modifierCell = cellAt(modifierAt);
    if (modifierCell && modifiers.length === 0) {
      const text = document.text.slice(modifierCell.start, modifierCell.end);
      if (
        /^-?[A-Za-z0-9]{2}(?:[ ,/-]+[A-Za-z0-9]{2})*$/.test(text) &&
        modifierCell.start > row.offset + written.number.end - 1
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
  };
}

function headerAbove(document: NoteDocument, at: number): string[] | null {
  for (let i = at - 1; i >= 0 && i >= at - 12; i -= 1) {
    const cells = document.passages[i]?.block.cells;
    if (!cells) return null;
    const titles = cells.map((cell) => foldText(document.text.slice(cell.start, cell.end)));
    if (
      titles.some((title) => codeHeader.test(title)) &&
      titles.some((title) => unitsHeader.test(title) || modifierHeader.test(title))
    ) {
      return titles;
    }
  }
  return null;
}
