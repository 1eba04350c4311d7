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
