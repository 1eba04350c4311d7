import { TokenKind } from '../note/tokens';
import type { NumberCursor } from './number-cursor';
import { readMeasure } from './number-measures';

/** Names that a note gives its own lesions: "K1", "A12". */
interface NamedLabel {
  readonly prefix: string;
  readonly number: number;
  readonly end: number;
}

/** How far a range of names may reach; more is no list of lesions. */
const longestRange = 60;

/**
 * "K1", "K1, K2, K4-K8", "K2 - K5", "A1 through A6": a letter and a number that touch. Whether the note calls lesions so
 * is for the whole note to say; vertebrae and forms are named the same way.
 */
export function readNamedLabels(cursor: NumberCursor, at: number): { labels: string[]; end: number } | null {
  const labels: string[] = [];
  let prefix: string | null = null;
  let end = at;
  for (let next = at; ; ) {
    const name = readName(cursor, next, prefix);
    if (!name || name.number === 0) break;
    prefix = name.prefix;
    let to = name.number;
    end = name.end;
    if (cursor.is(end, '-', 'to', 'through', 'thru')) {
      const last = readName(cursor, end + 1, prefix) ?? bareEnd(cursor, end + 1, prefix);
      if (last && last.number > to && last.number - to < longestRange) {
        to = last.number;
        end = last.end;
      }
    }
    for (let number = name.number; number <= to; number += 1) labels.push(prefix + String(number));
    next = end;
    while (cursor.is(next, ',', 'and', '&', '+', '/')) next += 1;
    if (next === end) break;
  }
  return labels.length > 0 ? { labels, end } : null;
}

function readName(cursor: NumberCursor, at: number, prefix: string | null): NamedLabel | null {
  const { tokens, source } = cursor;
  if (tokens.kind[at] !== TokenKind.Word || !cursor.isFigure(at + 1) || !cursor.glued(at + 1)) return null;
  const letters = source.slice(tokens.start[at], tokens.end[at]);
  // "X3" is three times.
  if (!/^[A-WYZ][A-Z]?$/.test(letters) || (prefix !== null && letters !== prefix)) return null;
  return finish(cursor, at + 1, letters);
}

/** "K4-8": the letter is not said again. */
function bareEnd(cursor: NumberCursor, at: number, prefix: string): NamedLabel | null {
  return cursor.isFigure(at) && cursor.glued(at) ? finish(cursor, at, prefix) : null;
}

function finish(cursor: NumberCursor, at: number, prefix: string): NamedLabel | null {
  const figure = cursor.text(at);
  if (!/^\d{1,2}$/.test(figure) || readMeasure(cursor, at)) return null;
  const next = cursor.tokens.kind[at + 1];
  // "A1c", "H1N1", "C44.42", "T2%": part of another name.
  const attached =
    cursor.glued(at + 1) && (next === TokenKind.Word || next === TokenKind.Number || cursor.is(at + 1, '%'));
  return attached ? null : { prefix, number: Number(figure), end: at + 1 };
}
