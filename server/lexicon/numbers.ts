import { TokenKind } from '../note/tokens';
import { readClockOrPhone, readCodeOrIcd } from './number-codes';
import { readCount, readMultiple, readSessionNumber, readShare } from './number-counts';
import type { NumberCursor, NumberReading } from './number-cursor';
import { readMonthDate, readNumericDate, readYear } from './number-dates';
import { readHash } from './number-labels';
import { readMeasure } from './number-measures';

/**
 * Decides what the number at a token is, from its own shape and its neighbours, once and for all: only what comes out
 * as a quantity may ever count lesions. `null` where no number starts.
 */
export function readNumber(cursor: NumberCursor, at: number): NumberReading | null {
  if (!mayOpen(cursor, at)) return null;
  return (
    readMonthDate(cursor, at) ??
    readCodeOrIcd(cursor, at) ??
    readHash(cursor, at) ??
    readMultiple(cursor, at) ??
    readSessionNumber(cursor, at) ??
    readNumericDate(cursor, at) ??
    readYear(cursor, at) ??
    readClockOrPhone(cursor, at) ??
    readShare(cursor, at) ??
    readMeasure(cursor, at) ??
    readCount(cursor, at)
  );
}

/** Most words open no number, and are told by their id alone. */
function mayOpen({ lexicon, tokens }: NumberCursor, at: number): boolean {
  const id = tokens.word[at] ?? 0;
  if (tokens.kind[at] === TokenKind.Number) return true;
  if (id !== 0) return lexicon.opensNumber(id);
  // A letter that the lexicon does not know may open a code: "J9040".
  return (tokens.end[at] ?? 0) - (tokens.start[at] ?? 0) === 1 && tokens.kind[at] === TokenKind.Word;
}
