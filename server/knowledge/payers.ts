import type { PayerId } from '../configuration';

const names: readonly (readonly [PayerId, RegExp])[] = [
  ['medicare', /\bmedicare\b/i],
  ['aetna', /\baetna\b/i],
  ['cigna', /\bcigna\b/i],
  ['unitedhealthcare', /\bunited ?health ?care\b|\buhc\b/i],
  ['bcbs', /\bbcbs|\bblue ?(?:cross|shield)\b|\banthem\b|\bhorizon\b|\bindependence\b/i],
];

/** The payer that a note writes, or that of the setting where the note names none. */
export function payerOf(written: string | null, setting: PayerId | null): PayerId | null {
  return written === null ? setting : (names.find(([, name]) => name.test(written))?.[0] ?? null);
}
