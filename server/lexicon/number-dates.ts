import { Gap, TokenKind } from '../note/tokens';
import type { NumberCursor, NumberReading } from './number-cursor';

/** "January 14, 2025", "14 January 2025", "5 Jun 2025", "MAY 08, 2025", "January 14". */
export function readMonthDate(cursor: NumberCursor, at: number): NumberReading | null {
  const month = (token: number) => cursor.lexicon.matchKind('month', cursor.tokens, token);
  const year = (from: number): { year: number | null; end: number } => {
    let next = from;
    if (cursor.is(next, ',', '.')) next += 1;
    const value = cursor.isFigure(next) ? Number(cursor.text(next)) : Number.NaN;
    if (value >= 1900 && value < 2100) return { year: value, end: next + 1 };
    return spokenYear(cursor, next) ?? shortYear(cursor, from) ?? { year: null, end: from };
  };
  const first = month(at);
  if (first) {
    let next = first.end;
    if (cursor.is(next, '.')) next += 1;
    const day = cursor.isFigure(next) ? Number(cursor.text(next)) : Number.NaN;
    if (!Number.isInteger(day)) return null;
    const number = Number(first.terms[0]?.value);
    if (day >= 1900 && day < 2100) return { is: 'date', year: day, month: number, day: null, end: next + 1 };
    if (day < 1 || day > 31) return null;
    next += 1;
    if (cursor.is(next, 'st', 'nd', 'rd', 'th')) next += 1;
    const found = year(next);
    return { is: 'date', year: found.year, month: number, day, end: found.end };
  }
  if (!cursor.isFigure(at)) return null;
  const day = Number(cursor.text(at));
  let next = at + 1;
  if (cursor.is(next, 'st', 'nd', 'rd', 'th') && cursor.glued(next)) next += 1;
  if (cursor.is(next, '-')) next += 1;
  const named = Number.isInteger(day) && day >= 1 && day <= 31 ? month(next) : null;
  if (!named) return null;
  let from = named.end;
  if (cursor.is(from, '-')) from += 1;
  const found = year(from);
  return { is: 'date', year: found.year, month: Number(named.terms[0]?.value), day, end: found.end };
}

/** "twenty twenty two", "twenty oh eight", "two thousand nineteen", "nineteen ninety": a year as it is dictated. */
function spokenYear(cursor: NumberCursor, at: number): { year: number; end: number } | null {
  const thousand = cursor.is(at, 'two') && cursor.is(at + 1, 'thousand');
  const century = thousand || cursor.is(at, 'twenty') ? 2000 : cursor.is(at, 'nineteen') ? 1900 : 0;
  if (century === 0) return null;
  let next = at + (thousand ? 2 : 1);
  if (cursor.is(next, thousand ? 'and' : 'oh')) next += 1;
  const rest = cursor.value(next);
  if (!rest?.word || !Number.isInteger(rest.value) || rest.value > 99) return null;
  // "twenty two" is a number; only tens, teens or "oh" make the second half of a year.
  if (!thousand && rest.value < 10 && !cursor.is(next - 1, 'oh')) return null;
  return { year: century + rest.value, end: rest.end };
}

/** "5 Jun 25", "2-Oct-25": two figures for the year, where nothing behind them can be what they count. */
function shortYear(cursor: NumberCursor, at: number): { year: number; end: number } | null {
  const joined = cursor.is(at, '-', '/') && cursor.glued(at);
  const next = joined || cursor.is(at, "'", '\u2019') ? at + 1 : at;
  if (!cursor.isFigure(next) || !/^\d\d$/.test(cursor.text(next))) return null;
  const gap = cursor.tokens.gap[next + 1];
  const alone = joined || gap === Gap.Column || cursor.is(next + 1, ':', ',', ';', '-') || ends(cursor, next + 1);
  return alone ? { year: 2000 + Number(cursor.text(next)), end: next + 1 } : null;
}

const ends = ({ tokens }: NumberCursor, at: number): boolean =>
  at >= tokens.count || tokens.kind[at] === TokenKind.Break;

/** "in 2022", "since 2019", "2021  mechlorethamine gel": a year alone, as a date without a month. */
export function readYear(cursor: NumberCursor, at: number): NumberReading | null {
  const told = cursor.is(at - 1, 'in', 'since', 'during', 'of', 'from', 'by', 'until', 'early', 'late', 'mid', 'year');
  const spoken = told ? spokenYear(cursor, at) : null;
  if (spoken) return { is: 'date', year: spoken.year, month: 0, day: null, end: spoken.end };
  if (!cursor.isFigure(at) || !/^(?:19|20)\d\d$/.test(cursor.text(at))) return null;
  const heads = at === 0 && cursor.tokens.gap[1] === Gap.Column;
  return told || heads ? { is: 'date', year: Number(cursor.text(at)), month: 0, day: null, end: at + 1 } : null;
}

/** "03/11/2025", "4/2/25", "2025-03-06", "06-12", "3/31", "03/2018". */
export function readNumericDate(cursor: NumberCursor, at: number): NumberReading | null {
  if (!cursor.isFigure(at)) return null;
  const first = cursor.text(at);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{2}|\d{4})$/.exec(first);
  if (dotted) return date(Number(dotted[3]), Number(dotted[1]), Number(dotted[2]), at + 1);
  const mark = at + 1;
  if (!cursor.is(mark, '/', '-') || !cursor.glued(mark) || !cursor.isFigure(mark + 1) || !cursor.glued(mark + 1)) {
    return null;
  }
  const second = cursor.text(mark + 1);
  const slash = cursor.is(mark, '/');
  if (!/^\d{1,4}$/.test(first) || !/^\d{1,4}$/.test(second)) return null;
  const third = mark + 2;
  const sameMark = slash ? cursor.is(third, '/') : cursor.is(third, '-');
  if (sameMark && cursor.glued(third) && cursor.isFigure(third + 1) && cursor.glued(third + 1)) {
    const last = cursor.text(third + 1);
    if (first.length === 4) return date(Number(first), Number(second), Number(last), third + 2);
    if (last.length === 2 || last.length === 4) return date(Number(last), Number(first), Number(second), third + 2);
    return null;
  }
  if (!slash)
    return first.length === 4 && second.length === 2 ? date(Number(first), Number(second), null, third) : null;
  if (second.length === 4) return date(Number(second), Number(first), null, third);
  return null;
}

function date(year: number, month: number, day: number | null, end: number): NumberReading | null {
  let [realMonth, realDay] = [month, day];
  if (realMonth > 12 && realDay !== null && realDay <= 12) [realMonth, realDay] = [realDay, month];
  if (realMonth < 1 || realMonth > 12 || (realDay !== null && (realDay < 1 || realDay > 31))) return null;
  const fullYear = year < 100 ? (year > 69 ? 1900 : 2000) + year : year;
  return { is: 'date', year: fullYear, month: realMonth, day: realDay, end };
}
