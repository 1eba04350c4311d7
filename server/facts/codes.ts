import { foldText } from '../note/fold';
import type { Span } from '../note/span';
import { endsStep, finish, type Steps } from '../note/steps';
import { authorsOf, signedByOthers } from './authors';
import { candidatesOf, kindOf } from './codes-candidates';
import { judgedIn } from './codes-judged';
import { codingLineOf, lineFinder, modifierStyleOf, removalSpanOf } from './codes-line';
import { type TableRow, tableRow } from './codes-table';
import { boxesOf } from './codes-ticks';
import type { WrittenCode } from './codes-written';
import type { NoteDocument, Passage } from './document';
import type { ChargeRow, CodeModifier, CodingLine, DocumentedCode, ModifierStyle, SetAsideCode, Tick } from './model';

export interface CodeReading {
  readonly codes: readonly DocumentedCode[];
  readonly setAside: readonly SetAsideCode[];
  readonly codingLine: CodingLine | null;
  readonly modifierStyle: ModifierStyle;
}

/** A code where it stands; offsets of `written` are relative to the passage's text. */
interface Found {
  readonly passage: Passage;
  readonly passageIndex: number;
  readonly written: WrittenCode;
  readonly charge: boolean;
  readonly reason: string | null;
  readonly tick: Tick | null;
  readonly table: TableRow | null;
}

/** Reads the codes of today's encounter, and sets the others aside with the reason. */
export function readCodes(document: NoteDocument): CodeReading {
  return finish(codeSteps(document));
}

/** The same in steps. */
export function* codeSteps(document: NoteDocument): Steps<CodeReading> {
  const found: Found[] = [];
  for (const [index, passage] of document.passages.entries()) {
    if (endsStep(index)) yield;
    found.push(...codesOf(document, passage, index));
  }
  const withdrawn = new Map<string, number>();
  for (const { reason, written, passageIndex } of found) {
    if (reason === 'taken back') withdrawn.set(written.code, passageIndex);
  }
  const lineOf = lineFinder(document.text);
  const codes: DocumentedCode[] = [];
  const rows = new Map<DocumentedCode, ChargeRow>();
  const setAside: SetAsideCode[] = [];
  let list = -1;
  let lastCharge: number | null = null;
  for (const { passage, passageIndex, written, charge, reason, tick, table } of found) {
    const place = ({ start, end }: Span): Span => ({ start: passage.offset + start, end: passage.offset + end });
    // "96406 deleted" further down takes back what stands above it.
    const takenBack = passageIndex < (withdrawn.get(written.code) ?? -1) ? 'taken back' : null;
    const aside = reason ?? takenBack;
    if (aside !== null) {
      setAside.push({ code: written.code, span: place(written.number), reason: aside, tick });
      continue;
    }
    if (charge) {
      if (lastCharge === null || passageIndex - lastCharge > 1) list += 1;
      lastCharge = passageIndex;
    }
    const span = place({ start: written.number.start, end: written.end });
    const code: DocumentedCode = {
      code: written.code,
      kind: kindOf(written.code),
      modifiers: written.modifiers.map((own) => ({
        value: own.value,
        span: place(own.span),
        valueSpan: place(own.valueSpan),
      })),
      text: [written.code, ...written.modifiers.map(({ value }) => value)].join('-'),
      units: written.units,
      unitsSpan: written.unitsSpan && place(written.unitsSpan),
      unitsNumberSpan: written.unitsNumberSpan && place(written.unitsNumberSpan),
      chargeList: charge ? list : null,
      span,
      numberSpan: place(written.number),
      removalSpan: removalSpanOf(document.text, { span, charge, row: table !== null }, lineOf(span)),
      tick,
      modifierCell: written.modifiers.length === 0 ? (table?.modifierCell ?? null) : null,
    };
    codes.push(code);
    if (table !== null) rows.set(code, table.row);
  }
  return {
    codes,
    setAside,
    codingLine: codingLineOf(document.text, codes, rows, document.eol),
    modifierStyle: modifierStyleOf(document.text, codes),
  };
}

function codesOf(document: NoteDocument, passage: Passage, passageIndex: number): Found[] {
  if (candidatesOf(passage.reading).length === 0) return [];
  const setting = { passage, date: document.date, authors: authorsOf(document) };
  const { written, codes } = judgedIn(passage.reading, setting);
  if (codes.length === 0) return [];
  const boxes = boxesOf(passage, written);
  const table = tableRow(document, passageIndex);
  const others = signedByOthers(document).has(passageIndex);
  return codes.map((own) => {
    const box = boxes?.[own.index] ?? null;
    const elsewhere = others || own.otherBiller ? 'another clinician or biller' : null;
    const complete = table
      ? table.complete(own.written)
      : own.index === written.length - 1
        ? withField(document, passageIndex, own.written)
        : own.written;
    return {
      passage,
      passageIndex,
      written: complete,
      charge: own.charge || table !== null,
      reason: box?.ticked === false ? 'not ticked' : (own.reason ?? elsewhere),
      tick: box?.tick ?? null,
      table,
    };
  });
}

/** "E/M: 99213   Modifier: 25": a field of its own behind the code. */
function withField(document: NoteDocument, at: number, written: WrittenCode): WrittenCode {
  const next = document.passages[at + 1];
  const label = next?.block.label;
  const offset = document.passages[at]?.offset ?? 0;
  if (!next || !label || written.modifiers.length > 0) return written;
  if (!/^mod(?:ifier)?s?$/.test(foldText(document.text.slice(label.start, label.end)))) return written;
  const value = /^-?([A-Za-z0-9]{2})$/.exec(document.text.slice(next.block.contentStart, next.block.end).trim())?.[1];
  if (value === undefined) return written;
  const start = document.text.indexOf(value, next.block.contentStart) - offset;
  const span = { start, end: start + value.length };
  return { ...written, modifiers: [{ value: value.toUpperCase(), span, valueSpan: span }] };
}

/** True for a code that is written with modifier 25. */
export const carries25 = ({ modifiers }: { readonly modifiers: readonly Pick<CodeModifier, 'value'>[] }): boolean =>
  modifiers.some(({ value }) => value === '25');
