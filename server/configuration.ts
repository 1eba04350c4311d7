import type { Severity } from './rules/finding';

export type PayerId = 'medicare' | 'aetna' | 'bcbs' | 'cigna' | 'unitedhealthcare';

/** What a user may set, in VS Code (`chartlint.*`) or in `chartlint.json`. Unset means the default. */
export interface Configuration {
  /** Rule id to severity, or `off`. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** The payer whose profile applies where the note names none. */
  readonly payer: PayerId | null;
  /** ISO date of service for notes that state none. */
  readonly dateOfService: string | null;
}

export const defaultConfiguration: Configuration = { rules: {}, payer: null, dateOfService: null };
