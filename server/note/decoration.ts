import type { Span } from './span';

const opening = /^(?:#{1,4}\s+|\[|>{2,}\s*|(?:[-=]\s?){2,}\s*|\*\*)/;

/**
 * What stands between a line's marks — `# Plan`, `[Plan]`, `== Plan ==`, `**Plan:**` — or `null` where no mark opens
 * it. The marks behind need not be there.
 */
export function insideDecoration(line: string): Span | null {
  const open = opening.exec(line);
  if (!open) return null;
  const start = open[0].length;
  return { start, end: start + closingStart(line.slice(start)) };
}

/** Where the marks that close a text begin. */
function closingStart(line: string): number {
  if (line.endsWith(']')) return line.length - 1;
  for (const mark of [':**', '**:', '**']) if (line.endsWith(mark)) return line.length - mark.length;
  const arrows = backOver(line, line.length, '<');
  if (line.length - arrows >= 2) return backOverSpace(line, arrows);
  let [at, dashes] = [line.length, 0];
  while (isDash(line, at - 1)) {
    at -= 1;
    dashes += 1;
    // "- - -": one space at most parts the marks.
    if (isSpace(line, at - 1) && isDash(line, at - 2)) at -= 1;
  }
  return dashes >= 2 ? backOverSpace(line, at) : line.length;
}

function backOver(line: string, from: number, mark: string): number {
  let at = from;
  while (line.charAt(at - 1) === mark) at -= 1;
  return at;
}

function backOverSpace(line: string, from: number): number {
  let at = from;
  while (isSpace(line, at - 1)) at -= 1;
  return at;
}

const isDash = (line: string, at: number): boolean => line.charAt(at) === '-' || line.charAt(at) === '=';
const isSpace = (line: string, at: number): boolean => /^\s$/.test(line.charAt(at));

/** A line without the colons, stops and white space at its end. */
export function withoutClosingPoints(line: string): string {
  let end = line.length;
  while (isSpace(line, end - 1) || line.charAt(end - 1) === ':' || line.charAt(end - 1) === '.') end -= 1;
  return line.slice(0, end);
}
