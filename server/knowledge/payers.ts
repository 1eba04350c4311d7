import type { PayerId } from '../configuration';
import data from './payers.json';
import type { SourceId } from './sources';

export interface PayerNote {
  readonly says: string;
  readonly state: 'in force' | 'delayed' | 'announced' | 'rescinded' | 'not confirmed' | 'no data';
  readonly date: string | null;
  readonly source: SourceId;
}

export interface PayerProfile {
  readonly id: PayerId;
  readonly name: string;
  /** What is known of the payer's reading of modifier 25 beside a minor procedure. */
  readonly modifier25: readonly PayerNote[];
}

export const payers = data as readonly PayerProfile[];

const names: readonly (readonly [PayerId, RegExp])[] = [
  ['medicare', /\bmedicare\b/i],
  ['aetna', /\baetna\b/i],
  ['cigna', /\bcigna\b/i],
  ['unitedhealthcare', /\bunited ?health ?care\b|\buhc\b/i],
  ['bcbs', /\bbcbs|\bblue ?(?:cross|shield)\b|\banthem\b|\bhorizon\b|\bindependence\b/i],
];

/** The profile of a payer as a note writes it, or of the setting where the note names none. */
export function payerOf(written: string | null, setting: PayerId | null): PayerId | null {
  return written === null ? setting : (names.find(([, name]) => name.test(written))?.[0] ?? null);
}
