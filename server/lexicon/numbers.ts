import { readClockOrPhone, readCodeOrIcd } from './number-codes';
import { readCount, readMultiple, readSessionNumber } from './number-counts';
import type { NumberCursor, NumberReading } from './number-cursor';
import { readMonthDate, readNumericDate } from './number-dates';
import { readHash } from './number-labels';
import { readMeasure } from './number-measures';

/**
 * Decides what the number at a token is, from its own shape and its neighbours, once and for all: only what comes out
 * as a quantity may ever count lesions. `null` where no number starts.
 */
export function readNumber(cursor: NumberCursor, at: number): NumberReading | null {
  return (
    readMonthDate(cursor, at) ??
    readCodeOrIcd(cursor, at) ??
    readHash(cursor, at) ??
    readMultiple(cursor, at) ??
    readSessionNumber(cursor, at) ??
    readNumericDate(cursor, at) ??
    readClockOrPhone(cursor, at) ??
    readMeasure(cursor, at) ??
    readCount(cursor, at)
  );
}
