import { TokenKind } from '../note/tokens';
import type { NumberCursor, NumberReading } from './number-cursor';

/** "96405", "J9040", "C44.629", "L91.0": codes of procedures, supplies and diagnoses. */
export function readCodeOrIcd(cursor: NumberCursor, at: number): NumberReading | null {
  if (cursor.isFigure(at)) {
    const text = cursor.text(at);
    const glued = cursor.glued(at) && at > 0 && cursor.tokens.kind[at - 1] === TokenKind.Word;
    if (!/^\d{5}$/.test(text) || glued) return null;
    // "#Q-55071": the number of a form or a query.
    const dashed = cursor.is(at - 1, '-') && cursor.glued(at) && cursor.glued(at - 1);
    if (dashed && cursor.tokens.kind[at - 2] === TokenKind.Word && !cursor.is(at - 2, 'cpt', 'hcpcs', 'code'))
      return null;
    // "04102-1234", "00418827": a postcode or a number that goes on is no code.
    if (cursor.is(at + 1, '-') && cursor.isFigure(at + 2) && cursor.text(at + 2).length > 2) return null;
    return { is: 'code', code: text, end: at + 1 };
  }
  const letter = cursor.tokens.kind[at] === TokenKind.Word ? cursor.text(at) : '';
  if (letter.length !== 1 || letter < 'a' || letter > 'z') return null;
  if (!cursor.isFigure(at + 1) || !cursor.glued(at + 1)) return null;
  const figures = cursor.text(at + 1);
  if (/^\d{4}$/.test(figures)) return { is: 'code', code: letter.toUpperCase() + figures, end: at + 2 };
  if (!/^\d\d(\.\d{1,4})?$/.test(figures)) return null;
  let end = at + 2;
  // "C4A.-", "L90.5-", "B07.8A": what still belongs to the code.
  if (cursor.tokens.kind[end] === TokenKind.Word && cursor.glued(end) && cursor.text(end).length === 1) end += 1;
  return { is: 'icd', value: null, end };
}

/** "10:42", "1:200k", "(207) 555-0134", "555-0134". */
export function readClockOrPhone(cursor: NumberCursor, at: number): NumberReading | null {
  if (!cursor.isFigure(at)) return null;
  const next = at + 1;
  if (cursor.is(next, ':') && cursor.glued(next) && cursor.isFigure(next + 1) && cursor.glued(next + 1)) {
    let end = next + 2;
    if (cursor.is(end, ':') && cursor.glued(end) && cursor.isFigure(end + 1)) end += 2;
    if (cursor.is(end, 'am', 'pm')) end += 1;
    return { is: 'time', value: null, end };
  }
  const digits = cursor.text(at);
  if (/^\d{3}$/.test(digits) && (cursor.is(next, '-') || cursor.is(next, ')')) && cursor.isFigure(next + 1)) {
    let end = next + 2;
    if (/^\d{3,4}$/.test(cursor.text(next + 1)) && !cursor.unit(end)) {
      if (cursor.is(end, '-') && cursor.isFigure(end + 1)) end += 2;
      return { is: 'phone', value: null, end };
    }
  }
  return null;
}
