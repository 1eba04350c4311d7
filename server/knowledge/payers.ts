import type { PayerId } from '../configuration';
import data from './payers.json';
import type { SourceId } from './sources';

/** One thing that is known of a payer, or that nothing is. */
export interface PayerStatement {
  readonly says: string;
  readonly state: 'in force' | 'delayed' | 'announced' | 'rescinded' | 'not confirmed' | 'no data';
  /** The day it came or was to come into force, was announced or rescinded; `null` where none is known. */
  readonly date: string | null;
  readonly source: SourceId;
}

export interface PayerProfile {
  readonly id: PayerId;
  readonly name: string;
  readonly modifier25: readonly PayerStatement[];
  readonly documentation: readonly PayerStatement[];
}

const profiles = new Map((data as readonly PayerProfile[]).map((profile) => [profile.id, profile]));

export const payerProfile = (id: PayerId): PayerProfile | undefined => profiles.get(id);

/** "Both services must be … (in force)", "… (delayed, 2023-05-25)". What has no data says so. */
export const statementInWords = ({ says, state, date }: PayerStatement): string =>
  `${says.replace(/\.$/, '')} (${date === null ? state : `${state}, ${date}`})`;

const names: readonly (readonly [PayerId, RegExp])[] = [
  ['medicare', /\bmedicare\b/i],
  ['aetna', /\baetna\b/i],
  ['cigna', /\bcigna\b/i],
  ['unitedhealthcare', /\bunited ?health ?care\b|\buhc\b/i],
  ['bcbs', /\bbcbs|\bblue ?(?:cross|shield)\b|\banthem\b|\bindependence bc\b/i],
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
