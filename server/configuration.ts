import type { Severity } from './rules/finding';

export const severities = ['error', 'warning', 'information', 'hint'] as const satisfies readonly Severity[];

export const payerIds = ['medicare', 'aetna', 'bcbs', 'cigna', 'unitedhealthcare'] as const;
export type PayerId = (typeof payerIds)[number];

/** What a user may set that changes what a note's analysis says. Unset means the default. */
export interface Configuration {
  /** Rule id to severity, or `off`. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** The payer whose profile applies where the note names none. */
  readonly payer: PayerId | null;
  /** ISO date of service for notes that state none. */
  readonly dateOfService: string | null;
}

/** Everything a user may set, in VS Code (`chartlint.*`) or in `chartlint.json`: the above, and which notes are read. */
export interface Settings extends Configuration {
  /**
   * Language ids and globs of the notes to check beside those of the extension's own language. `false` takes back
   * what a wider scope set: the reason why this is an object and not a list.
   */
  readonly documents: Readonly<Record<string, boolean>>;
  /** Notes longer than this (UTF-16 code units) are not analysed, and say so. */
  readonly maxDocumentSize: number;
}

export const defaultConfiguration: Configuration = { rules: {}, payer: null, dateOfService: null };

export const defaultSettings: Settings = { ...defaultConfiguration, documents: {}, maxDocumentSize: 500_000 };

/** The settings in force when `given` is laid over `base`: objects merge by key, everything else replaces. */
export function layerSettings(base: Settings, given: Partial<Settings>): Settings {
  return {
    ...base,
    ...given,
    rules: { ...base.rules, ...given.rules },
    documents: { ...base.documents, ...given.documents },
  };
}

/** The keys of `documents` that are switched on, told apart: a language id has none of the characters of a glob. */
export function selectedDocuments(documents: Settings['documents']): { languages: string[]; globs: string[] } {
  const on = Object.entries(documents).flatMap(([key, selected]) => (selected ? [key] : []));
  const isGlob = (key: string) => /[*?/.{[]/.test(key);
  return { languages: on.filter((key) => !isGlob(key)), globs: on.filter(isGlob) };
}
