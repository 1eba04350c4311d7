import type { Span } from '../note/span';
import type { ChargeRow, CodingLine, DocumentedCode, ModifierStyle } from './model';

/** What stands between two codes of one line. */
const separatorBefore = /(?:\s{0,4}[,;|/+&]\s{0,4}|\s{1,4}and\s{1,4}|\s{1,9})$/;
const separatorBehind = /^(?:\s*[,;|/+&]\s*|\s+and\s+|[ \t]{1,40}(?=\S))/;

/** Finds the line of a place. It remembers the last one: the many codes of a long line share it. */
export function lineFinder(text: string): (span: Span) => Span {
  let line: Span = { start: 0, end: -1 };
  return (span) => {
    if (span.start < line.start || span.end > line.end) {
      const newline = text.indexOf('\n', span.end);
      line = { start: text.lastIndexOf('\n', span.start - 1) + 1, end: newline < 0 ? text.length : newline };
    }
    return line;
  };
}

/** "(order set)", "(first 7)": what is said of the charge before it; another code in it is said of both. */
const remark = /^\s?\((?![^()]{0,40}\d{4})[^()\n]{1,40}\)/;
const anotherCode = /\b[A-Z]?\d{4,5}\b/;

export interface Written {
  readonly span: Span;
  /** It stands in a list of charges. */
  readonly charge: boolean;
  /** It stands in the row of a table of charges. */
  readonly row: boolean;
}

/** A code with one neighbouring separator; a line that says nothing else goes with its line break. */
export function removalSpanOf(text: string, { span: written, charge, row }: Written, line: Span): Span {
  const { start: lineStart, end: lineEnd } = line;
  const said = charge
    ? (remark.exec(text.slice(written.end, Math.min(lineEnd, written.end + 44)))?.[0].length ?? 0)
    : 0;
  const span = { start: written.start, end: written.end + said };
  const before = text.slice(lineStart, span.start);
  const behind = text.slice(span.end, lineEnd);
  const inRow = (row || before.trimStart().startsWith('|')) && !anotherCode.test(behind) && !anotherCode.test(before);
  // "11900 ......... 1": units behind a leader.
  const alone = /^[\s.,;]*$/.test(behind) || /^\.{3,}\s{0,4}\d{0,3}$/.test(behind.trim());
  if (inRow || (/^[\s*•-]*$/.test(before) && alone)) {
    if (lineEnd < text.length) return { start: lineStart, end: lineEnd + 1 };
    // The last line takes the break in front of it.
    const previous = Math.max(0, lineStart - 1 - (text[lineStart - 2] === '\r' ? 1 : 0));
    return { start: lineStart === 0 ? 0 : previous, end: lineEnd };
  }
  const opening = separatorBefore.exec(before.slice(-12));
  const ahead = before.trimEnd();
  const closing = separatorBehind.exec(behind);
  // "To be coded 99212 and 11900": a word in front is no code that a separator parts from this one.
  const word = opening?.[0].trim() === '' && /[A-Za-z]$/.test(ahead) && closing !== null && closing[0].trim() !== '';
  const first = ahead === '' || ':.('.includes(ahead.charAt(ahead.length - 1)) || opening === null || word;
  if (!first && opening) return { start: span.start - opening[0].length, end: span.end };
  if (closing) return { start: span.start, end: span.end + closing[0].length };
  const lead = before.length - ahead.length;
  return { start: span.start - (ahead === '' ? 0 : lead), end: span.end };
}

/** Where the next code of today's charges goes, and what stands between two of them. */
export function codingLineOf(
  text: string,
  codes: readonly DocumentedCode[],
  rows: ReadonlyMap<DocumentedCode, ChargeRow>,
  eol: string,
): CodingLine | null {
  const charged = codes.filter(({ chargeList }) => chargeList !== null);
  const last = charged[charged.length - 1];
  if (!last) return null;
  const previous = charged[charged.length - 2];
  return { insertAt: last.span.end, separator: separatorOf(text, previous, last, eol), row: rows.get(last) ?? null };
}

function separatorOf(text: string, previous: DocumentedCode | undefined, last: DocumentedCode, eol: string): string {
  if (previous?.chargeList === last.chargeList && previous) {
    const between = text.slice(previous.span.end, last.span.start);
    if (between.length <= 8 && !between.includes('\n') && /^[,;|/+&]?$/.test(between.trim()) && between !== '')
      return between;
    if (/\n/.test(between) && /^[\s*•-]*$/.test(between))
      return between.replace(/^[ \t]+/, '').replace(/^(?:\r?\n)+/, eol);
  }
  const lineStart = text.lastIndexOf('\n', last.span.start - 1) + 1;
  const alone = /^\s*$/.test(text.slice(lineStart, last.span.start));
  return alone && /^\s*(?:\n|$)/.test(text.slice(last.span.end, last.span.end + 3)) && lineStart > 0 ? eol : ', ';
}

/** How this note writes modifiers: as its first 25, else as its first of any other. */
export function modifierStyleOf(text: string, codes: readonly DocumentedCode[]): ModifierStyle {
  const firsts = codes.flatMap(({ modifiers }) => modifiers.slice(0, 1));
  const is25 = ({ value }: { readonly value: string }): boolean => value === '25';
  for (const { value, span, valueSpan } of [...firsts.filter(is25), ...firsts.filter((one) => !is25(one))]) {
    const before = text.slice(span.start, valueSpan.start);
    const after = text.slice(valueSpan.end, span.end);
    // Spoken, run on, in a field or in a column of its own, it is no example.
    const written = text.slice(valueSpan.start, valueSpan.end).toUpperCase() === value;
    const closed = /[([]/.test(before) === /[)\]]/.test(after);
    if (written && before !== '' && closed && !/\s{3}|\n/.test(before)) return { before, after };
  }
  return { before: '-', after: '' };
}
