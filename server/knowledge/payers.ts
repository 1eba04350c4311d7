import type { PayerId } from '../configuration';

const names: readonly (readonly [PayerId, RegExp])[] = [
  ['medicare', /\bmedicare\b/i],
  ['aetna', /\baetna\b/i],
  ['cigna', /\bcigna\b/i],
  ['unitedhealthcare', /\bunited ?health ?care\b|\buhc\b/i],
  ['bcbs', /\bbcbs|\bblue ?(?:cross|shield)\b|\banthem\b|\bhorizon\b|\bindependence\b/i],
];

/** A plan in place of Medicare is its company's, whose rules for it are not in the data. */
const inPlaceOfMedicare = /\badvantage\b|\breplacement\b|\bpart c\b|\bhmo\b|\bppo\b/i;
/** Behind the first payer: what pays what the first leaves. */
const second = /\b(?:secondary|supplement(?:al)?|medigap|2nd)\b/i;

/**
 * The payer that a note writes, or that of the setting where the note names none. `null` where the words name none
 * that is known, or several of which none is the first.
 */
export function payerOf(written: string | null, setting: PayerId | null): PayerId | null {
  if (written === null) return setting;
  const found = names.flatMap(([id, name]) => {
    const at = written.search(name);
    return at < 0 ? [] : [{ id, at }];
  });
  const [first, other] = found.sort((a, b) => a.at - b.at);
  if (first === undefined) return null;
  if (other !== undefined) return second.test(written) ? first.id : null;
  return first.id === 'medicare' && inPlaceOfMedicare.test(written) ? null : first.id;
}
