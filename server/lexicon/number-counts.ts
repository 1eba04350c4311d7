import { Gap, TokenKind } from '../note/tokens';
import type { Quantity } from './mention';
import { largestCount, type NumberCursor, type NumberReading } from './number-cursor';
import { readNumericDate } from './number-dates';

/** "x7", "x 7", "7x", "times three". */
export function readMultiple(cursor: NumberCursor, at: number): NumberReading | null {
  if (cursor.is(at, 'x', 'times')) {
    const number = cursor.value(at + 1);
    // "1.5 x 2.0": the second side of a size.
    if (!number || !Number.isInteger(number.value) || cursor.text(at + 1).includes('.')) return null;
    if (cursor.tokens.kind[at - 1] === TokenKind.Number && cursor.text(at - 1).includes('.')) return null;
    // "30G x 1/2 in"
    if (cursor.is(number.end, '/') && cursor.isFigure(number.end + 1))
      return { is: 'ratio', value: null, end: number.end + 2 };
    const time = cursor.unit(number.end);
    if (time && time.dimension !== 'count') {
      return { is: 'measure', dimension: time.dimension, amount: number.value, unit: time.unit, end: time.end };
    }
    if (number.value < 1 || number.value > largestCount * 5)
      return { is: 'number', value: number.value, end: number.end };
    return { is: 'quantity', quantity: { kind: 'exact', n: number.value }, times: true, end: number.end };
  }
  if (cursor.isFigure(at) && cursor.is(at + 1, 'x') && cursor.glued(at + 1)) {
    const after = at + 2;
    if (cursor.isFigure(after) || cursor.tokens.gap[after] === Gap.None) return null;
    const value = Number(cursor.text(at));
    if (!Number.isInteger(value) || value < 1) return null;
    return { is: 'quantity', quantity: { kind: 'exact', n: value }, times: true, end: after };
  }
  return null;
}

/** "session 4", "cycle 5", "week 3 of 6", "dose 6/9", "injection #3", "round 3", "number three of five". */
export function readSessionNumber(cursor: NumberCursor, at: number): NumberReading | null {
  // "point one five of a ml" is dictated, "point one" is none of its numbers.
  const spoken = cursor.is(at, 'point') && cursor.value(at);
  const named = spoken ? null : cursor.lexicon.matchKind('session', cursor.tokens, at);
  if (!named || cursor.tokens.kind[at] !== TokenKind.Word) return null;
  let next = named.end;
  if (cursor.is(next, 'number', 'no', 'num')) {
    next += 1;
    if (cursor.is(next, '.')) next += 1;
  }
  if (cursor.is(next, '#')) next += 1;
  // "visit 06/17/2025": the day, not the number, of a session.
  if (readNumericDate(cursor, next)) return null;
  const number = cursor.value(next);
  if (!number || !Number.isInteger(number.value)) return null;
  if (cursor.tokens.gap[next] === Gap.Column) return null;
  // "injected 3": only a name of a session, in the singular, numbers one; a measure after it stays a measure.
  if (cursor.unit(number.end) && !cursor.ofWhole(number.end)) return null;
  const whole = cursor.ofWhole(number.end);
  const to = cursor.is(number.end, '-', 'to', 'through') ? cursor.value(number.end + 1) : null;
  return { is: 'session', value: number.value, end: whole?.end ?? to?.end ?? number.end };
}

/** "half of the sixteen", "a quarter of the twelve": a part that is a whole number. */
export function readShare(cursor: NumberCursor, at: number): NumberReading | null {
  const fraction = cursor.lexicon.matchKind('fraction', cursor.tokens, at);
  const whole = fraction && cursor.ofWhole(fraction.end);
  if (!fraction || !whole) return null;
  const share = Number(fraction.terms[0]?.value);
  const n = whole.whole * (share === 0.33 ? 1 / 3 : share);
  return Number.isInteger(n) ? counted({ kind: 'part', n, of: whole.whole }, whole.end) : null;
}

/** Everything else: a count, a part of a whole, a range, a score, an ordinal. */
export function readCount(cursor: NumberCursor, at: number): NumberReading | null {
  const first = cursor.value(at);
  if (!first) return null;
  const clock = clockAhead(cursor, first.end);
  if (clock >= 0) return { is: 'time', value: null, end: clock };
  // "four times": how often, not how many.
  if (cursor.is(first.end, 'times', 'time')) return { is: 'number', value: first.value, end: first.end + 1 };
  const { value } = first;
  let { end } = first;
  // "17 mm (was 26)": what was measured or counted before.
  if (cursor.is(at - 1, 'was', 'were', 'from', 'prev', 'previously', 'formerly') && cursor.is(at - 2, '('))
    return { is: 'number', value, end };
  if (!first.word && cursor.is(end, 'st', 'nd', 'rd', 'th') && cursor.glued(end)) {
    return { is: 'ordinal', value, end: end + 1 };
  }
  // "34F", "67M", "30G": a figure glued to letters is not a count, save "7x", read above.
  if (!first.word && cursor.tokens.kind[end] === TokenKind.Word && cursor.glued(end)) {
    return { is: 'number', value, end: end + 1 };
  }
  // "4-0 nylon": the size of a thread.
  if (cursor.is(end, '-') && cursor.glued(end) && cursor.is(end + 1, '0') && cursor.glued(end + 1)) {
    return { is: 'number', value, end: end + 2 };
  }
  // "T10", "R1", "K40": a figure glued behind letters names something.
  if (!first.word && cursor.glued(at) && at > 0 && cursor.tokens.kind[at - 1] === TokenKind.Word) {
    return { is: 'number', value, end };
  }
  if (!Number.isInteger(value) || value > largestCount) return { is: 'number', value, end };
  const slash = cursor.is(end, '/') && cursor.glued(end) && cursor.isFigure(end + 1) && cursor.glued(end + 1);
  if (slash) return { is: 'ratio', value, end: end + 2 };
  const again = first.word ? bracketed(cursor, end) : bracketedWord(cursor, end);
  if (again) {
    end = again.end;
    if (again.value !== value) return counted({ kind: 'contradiction', first: value, second: again.value }, end);
  }
  const range = countRange(cursor, end, value);
  if (range) return counted({ kind: 'range', min: value, max: range.max }, range.end);
  const whole = cursor.ofWhole(end);
  if (whole && whole.whole >= value) return counted({ kind: 'part', n: value, of: whole.whole }, whole.end);
  if (cursor.is(end, '+') && cursor.glued(end)) return counted({ kind: 'range', min: value, max: null }, end + 1);
  return counted({ kind: 'exact', n: value }, end);
}

const counted = (quantity: Quantity, end: number): NumberReading => ({ is: 'quantity', quantity, times: false, end });

/** "(3)" after a word for a number. */
function bracketed(cursor: NumberCursor, at: number): { value: number; end: number } | null {
  if (!cursor.is(at, '(') || !cursor.isFigure(at + 1) || !cursor.is(at + 2, ')')) return null;
  const value = Number(cursor.text(at + 1));
  return Number.isInteger(value) ? { value, end: at + 3 } : null;
}

/** "(seven)" after a figure. */
function bracketedWord(cursor: NumberCursor, at: number): { value: number; end: number } | null {
  if (!cursor.is(at, '(')) return null;
  const word = cursor.value(at + 1);
  return word?.word && cursor.is(word.end, ')') ? { value: word.value, end: word.end + 1 } : null;
}

function countRange(cursor: NumberCursor, at: number, from: number): { max: number; end: number } | null {
  if (!cursor.is(at, '-', 'to', 'or')) return null;
  const other = cursor.value(at + 1);
  if (!other || !Number.isInteger(other.value) || other.value <= from || other.value > largestCount) return null;
  if (cursor.is(at, 'to', 'or') && other.value > from * 3 + 3) return null;
  return { max: other.value, end: other.end };
}

/** "at twelve, three, six and nine o'clock": the end of a run of hours, -1 where none is. */
function clockAhead(cursor: NumberCursor, from: number): number {
  let at = from;
  for (let hours = 0; hours < 6; hours += 1) {
    if (cursor.is(at, "o'clock", 'oclock')) return at + 1;
    while (cursor.is(at, ',', 'and', '&', '-', 'to')) at += 1;
    const next = cursor.value(at);
    if (!next || next.value > 12) return -1;
    at = next.end;
  }
  return -1;
}
