import { TokenKind } from '../note/tokens';
import { largestCount, type NumberCursor, type NumberReading } from './number-cursor';
import { readNumericDate } from './number-dates';
import { readMeasure } from './number-measures';
import type { Term } from './term';

/** "#7", "#1-#5", "#1, #2 and #5", "#3 of 6"; "# 7" after a noun is a count and read elsewhere. */
export function readHash(cursor: NumberCursor, at: number): NumberReading | null {
  if (!cursor.is(at, '#')) return null;
  if (!cursor.isFigure(at + 1)) return null;
  if (cursor.is(at + 2, '-') && cursor.glued(at + 2) && cursor.isFigure(at + 3) && cursor.text(at + 3).length > 2) {
    return { is: 'number', value: null, end: at + 4 };
  }
  if (readNumericDate(cursor, at + 1)) return null;
  const of = cursor.ofWhole(at + 2);
  if (of) return { is: 'session', value: Number(cursor.text(at + 1)), end: of.end };
  return readLabels(cursor, at, null);
}

/** "tumors one through five and seven", "numbers two and four": names written as words, where a range or "numbers" says so. */
export function readSpelledLabels(cursor: NumberCursor, at: number, noun: Term | null): NumberReading | null {
  const first = cursor.value(at);
  if (!first?.word || (noun !== null && !cursor.is(first.end, 'through', 'thru', 'to'))) return null;
  return readLabels(cursor, at, noun, true);
}

/** A list or range of lesion labels, starting at a figure, a letter or "#"; or at a word, where words are `spelled`. */
export function readLabels(cursor: NumberCursor, at: number, noun: Term | null, spelled = false): NumberReading | null {
  const labels: string[] = [];
  let next = at;
  let end = at;
  for (;;) {
    const first = readLabel(cursor, next, spelled);
    if (!first) break;
    const range = rangeTo(cursor, first.end, spelled);
    if (range) {
      const expanded = expandLabels(first.label, range.label);
      if (!expanded) break;
      labels.push(...expanded);
      end = range.end;
    } else {
      labels.push(first.label);
      end = first.end;
    }
    next = end;
    if (cursor.is(next, ',')) next += 1;
    if (cursor.is(next, 'and', '&')) next += 1;
    if (next === end) break;
    // "#1-#4 left shin, 0.2 mL": the comma goes on with another label only if one follows, and no measure.
    if (!readLabel(cursor, next, spelled) || readMeasure(cursor, next)) break;
  }
  return labels.length === 0 ? null : { is: 'label', labels, noun, end };
}

function readLabel(cursor: NumberCursor, at: number, spelled: boolean): { label: string; end: number } | null {
  const word = spelled ? cursor.value(at) : null;
  if (word?.word && Number.isInteger(word.value)) return { label: String(word.value), end: word.end };
  const hash = cursor.is(at, '#') ? at + 1 : at;
  if (cursor.isFigure(hash)) {
    const value = Number(cursor.text(hash));
    if (!Number.isInteger(value) || value < 1 || value > largestCount) return null;
    return { label: String(value), end: hash + 1 };
  }
  if (cursor.tokens.kind[hash] !== TokenKind.Word) return null;
  const start = cursor.tokens.start[hash] ?? 0;
  const original = cursor.source.slice(start, cursor.tokens.end[hash]);
  if (!/^[A-Z]$/.test(original)) return null;
  // "keloids K1, K2": a letter and a figure are one name.
  const figure = cursor.isFigure(hash + 1) && cursor.glued(hash + 1) ? cursor.text(hash + 1) : '';
  return /^\d{0,2}$/.test(figure) && figure !== ''
    ? { label: original + figure, end: hash + 2 }
    : { label: original, end: hash + 1 };
}

function rangeTo(cursor: NumberCursor, at: number, spelled: boolean): { label: string; end: number } | null {
  if (!cursor.is(at, '-', 'to', 'through', 'thru')) return null;
  // "nodule 1 - 2nd interspace": a dash between spaces sets the name apart from what follows.
  if (cursor.is(at, '-') && !cursor.glued(at) && !cursor.is(at + 1, '#')) return null;
  const label = readLabel(cursor, at + 1, spelled);
  if (!label || (cursor.tokens.kind[label.end] === TokenKind.Word && cursor.glued(label.end))) return null;
  return label;
}

function expandLabels(from: string, to: string): string[] | null {
  // "K1-K5"
  if (/^[A-Z]\d/.test(from) && from.charAt(0) === to.charAt(0))
    return expandLabels(from.slice(1), to.slice(1))?.map((figure) => from.charAt(0) + figure) ?? null;
  const [low, high] = [Number(from), Number(to)];
  if (Number.isInteger(low) && Number.isInteger(high)) {
    if (high < low || high - low >= largestCount) return null;
    return Array.from({ length: high - low + 1 }, (_, i) => String(low + i));
  }
  const [first, last] = [from.charCodeAt(0), to.charCodeAt(0)];
  if (!/^[A-Z]$/.test(from) || !/^[A-Z]$/.test(to) || last < first) return null;
  return Array.from({ length: last - first + 1 }, (_, i) => String.fromCharCode(first + i));
}
