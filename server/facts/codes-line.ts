import type { Span } from '../note/span';
import type { CodingLine, DocumentedCode } from './model';

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

/** A code with one neighbouring separator; a line that says nothing else goes with its line break. */
export function removalSpanOf(text: string, span: Span, line: Span): Span {
  const { start: lineStart, end: lineEnd } = line;
  const before = text.slice(lineStart, span.start);
  const behind = text.slice(span.end, lineEnd);
  const row = before.trimStart().startsWith('|') && !/\b[A-Z]?\d{4,5}\b/.test(behind);
  if (row || (/^[\s*•-]*$/.test(before) && /^[\s.,;]*$/.test(behind))) {
    if (lineEnd < text.length) return { start: lineStart, end: lineEnd + 1 };
    // The last line takes the break in front of it.
    const previous = Math.max(0, lineStart - 1 - (text[lineStart - 2] === '\r' ? 1 : 0));
    return { start: lineStart === 0 ? 0 : previous, end: lineEnd };
  }
  const opening = separatorBefore.exec(before.slice(-12));
  const ahead = before.trimEnd();
  const first = ahead === '' || ':.('.includes(ahead.charAt(ahead.length - 1)) || opening === null;
  if (!first && opening) return { start: span.start - opening[0].length, end: span.end };
  const closing = separatorBehind.exec(behind);
  if (closing) return { start: span.start, end: span.end + closing[0].length };
  const lead = before.length - ahead.length;
  return { start: span.start - (ahead === '' ? 0 : lead), end: span.end };
}

/** Where the next code of today's charges goes, and what stands between two of them. */
export function codingLineOf(text: string, codes: readonly DocumentedCode[], eol: string): CodingLine | null {
  const charged = codes.filter(({ chargeList }) => chargeList !== null);
  const last = charged[charged.length - 1];
  if (!last) return null;
  const previous = charged[charged.length - 2];
  return { insertAt: last.span.end, separator: separatorOf(text, previous, last, eol) };
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

/** How this note joins a modifier to its code. */
export function modifierJoinOf(text: string, codes: readonly DocumentedCode[]): string {
  for (const { modifiers } of codes) {
    const [first] = modifiers;
    if (!first) continue;
    const written = text.slice(first.span.start, first.span.end);
    const at = written.toUpperCase().lastIndexOf(first.value);
    const join = written.slice(0, at);
    // A bracket would stay open, and a modifier in a column of its own joins nothing.
    if (at > 0 && !/[([]|\s{3}/.test(join)) return join;
  }
  return '-';
}
