import type { Span } from './note/span';
import type { Finding } from './rules/finding';

export type Squiggle = Pick<Finding, 'rule' | 'severity' | 'message' | 'span'>;

export interface SquiggleOptions {
  /** Show the whole text, or only the lines that have findings. */
  readonly lines?: 'all' | 'marked';
  /** Leave the messages out: rule and severity alone. */
  readonly messages?: boolean;
  /** Of a line longer than this, show only the parts around its findings. */
  readonly width?: number;
}

/**
 * Shows findings as a reader of the note sees them in an editor: the line, carets under what is reported, and
 * severity, rule and message behind them.
 *
 * ```text
 * 3 | Charge: 96405
 *   |         ^^^^^ error procedure-code-count-mismatch: 96405 is for …
 * ```
 */
export function renderSquiggles(text: string, findings: readonly Squiggle[], options: SquiggleOptions = {}): string {
  const { lines: shown = 'marked', messages = true, width = Number.POSITIVE_INFINITY } = options;
  const lines = linesOf(text);
  const gutter = String(lines.length).length;
  const rendered: string[] = [];
  let before = -1;
  for (const [index, line] of lines.entries()) {
    const onLine = findings
      .filter(({ span }) => startsOn(line, span, index === lines.length - 1))
      .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
    if (onLine.length === 0 && shown === 'marked') continue;
    if (before !== index - 1 && rendered.length > 0) rendered.push(`${' '.repeat(gutter)} …`);
    before = index;
    let part = partOf(line, onLine[0]?.span ?? line, width);
    const showPart = () =>
      rendered.push(`${String(index + 1).padStart(gutter)} | ${excerpt(text, line, part)}`.trimEnd());
    showPart();
    for (const finding of onLine) {
      const own = shows(part, line, finding.span) ? part : partOf(line, finding.span, width);
      if (own.start !== part.start) {
        part = own;
        showPart();
      }
      const carets = caretsUnder(text, part, finding.span);
      const end = lines.findIndex((other) => finding.span.end <= other.end);
      const reaches = end > index ? ` (to line ${end + 1})` : '';
      const message = messages ? `: ${finding.message}` : '';
      rendered.push(`${' '.repeat(gutter)} | ${carets}${reaches} ${finding.severity} ${finding.rule}${message}`);
    }
  }
  return rendered.join('\n');
}

interface Line extends Span {
  /** Where the next line starts: behind the line ending. */
  readonly next: number;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const ending of text.matchAll(/\r\n|\n|\r/g)) {
    const next = ending.index + ending[0].length;
    lines.push({ start, end: ending.index, next });
    start = next;
  }
  lines.push({ start, end: text.length, next: text.length });
  return lines;
}

const startsOn = (line: Line, span: Span, isLast: boolean): boolean =>
  span.start >= line.start && (span.start < line.next || isLast);

/** The part of a line that is shown for a span: the line, or as much of it as fits with the span in its middle. */
function partOf(line: Span, span: Span, width: number): Span {
  if (line.end - line.start <= width) return line;
  const spare = Math.max(0, width - (span.end - span.start));
  const start = Math.max(line.start, Math.min(span.start - 1 - Math.floor(spare / 2), line.end - width));
  return { start, end: Math.min(line.end, start + width) };
}

/** The ends of a part that is cut hold an ellipsis, so a span that reaches under one is not shown. */
const shows = (part: Span, line: Span, span: Span): boolean =>
  span.start >= part.start + (part.start > line.start ? 1 : 0) &&
  span.start < part.end &&
  (part.end === line.end || Math.min(span.end, line.end) < part.end);

function excerpt(text: string, line: Span, { start, end }: Span): string {
  const before = start > line.start ? 1 : 0;
  const after = end < line.end ? 1 : 0;
  return '…'.repeat(before) + text.slice(start + before, end - after) + '…'.repeat(after);
}

/** Tabs are kept in the padding, and a surrogate pair is one column, so that the carets stand where the text does. */
function caretsUnder(text: string, line: Span, span: Span): string {
  const padding = [...text.slice(line.start, span.start)]
    .map((character) => (character === '\t' ? '\t' : ' '))
    .join('');
  const width = [...text.slice(span.start, Math.min(span.end, line.end))].length;
  return padding + '^'.repeat(Math.max(1, width));
}
