import type { AgentClass, SectionKind } from './facts/model';
import type { Severity } from './rules/finding';

/** The name of the file in the root of a workspace that holds its settings. */
export const configurationFileName = 'chartlint.json';

export type { Severity };

export const severities = ['error', 'warning', 'information', 'hint'] as const satisfies readonly Severity[];

export const payerIds = ['medicare', 'aetna', 'bcbs', 'cigna', 'unitedhealthcare'] as const;
export type PayerId = (typeof payerIds)[number];

export const agentClasses = ['antineoplastic', 'corticosteroid', 'other'] as const satisfies readonly AgentClass[];

/** The kinds of section that an own heading may open. */
export const headingKinds = [
  'complaint',
  'history',
  'exam',
  'data',
  'assessment',
  'assessment-plan',
  'plan',
  'procedure',
  'consent',
  'aftercare',
  'follow-up',
  'coding',
  'nursing',
  'addendum',
  'signature',
  'template',
  'header',
] as const satisfies readonly SectionKind[];

/** An agent that the shipped table lacks, or further names of one that it has. */
export interface OwnAgent {
  /** Which family of codes it takes. */
  readonly class: AgentClass;
  readonly synonyms: readonly string[];
}

/** A clinic's own terms, beside the shipped ones. */
export interface OwnTerms {
  /** By canonical name, lower case. */
  readonly agents: Readonly<Record<string, OwnAgent>>;
  /** Name of a place on the body to its other names. */
  readonly sites: Readonly<Record<string, readonly string[]>>;
  /** Words of a heading to the kind of section that it opens. */
  readonly headings: Readonly<Record<string, (typeof headingKinds)[number]>>;
}

/** A documentation element that a clinic asks for, beside those of the checklist. */
export interface OwnElement {
  /** How messages, the open field and the query name it: `Photo consent`. */
  readonly label: string;
  /** Words by which a note documents it. */
  readonly phrases: readonly string[];
  readonly severity: Severity | 'off';
  /** What a query to the clinician asks: open, and suggesting nothing. */
  readonly question: string;
}

/** What a user may set that changes what a note's analysis says. Unset means the default. */
export interface Configuration {
  /** Rule id to severity, or `off`. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** The payer whose profile applies where the note names none. */
  readonly payer: PayerId | null;
  /** ISO date of service for notes that state none. */
  readonly dateOfService: string | null;
  readonly lexicon: OwnTerms;
  /** By a name of small letters and hyphens; the rule `NAME-missing` reports a note without it. */
  readonly elements: Readonly<Record<string, OwnElement>>;
}

/** Everything a user may set, in VS Code (`chartlint.*`) or in `chartlint.json`: the above, and which notes are read. */
export interface Settings extends Configuration {
  /**
   * Language ids and globs of the notes to check beside those of the extension's own language. `false` takes back
   * what a wider scope set: the reason why this is an object and not a list.
   */
  readonly documents: Readonly<Record<string, boolean>>;
  /**
   * Globs of paths that are not checked, relative to the workspace folder or to the `chartlint.json`. `false` takes
   * back what a wider scope set.
   */
  readonly exclude: Readonly<Record<string, boolean>>;
  /** Notes longer than this (UTF-16 code units) are not analysed, and say so. */
  readonly maxDocumentSize: number;
}

export const defaultConfiguration: Configuration = {
  rules: {},
  payer: null,
  dateOfService: null,
  lexicon: { agents: {}, sites: {}, headings: {} },
  elements: {},
};

export const defaultSettings: Settings = {
  ...defaultConfiguration,
  documents: {},
  exclude: {},
  maxDocumentSize: 500_000,
};

/** The settings in force when `given` is laid over `base`: objects merge by key, everything else replaces. */
export function layerSettings(base: Settings, given: Partial<Settings>): Settings {
  return {
    ...base,
    ...given,
    rules: { ...base.rules, ...given.rules },
    documents: { ...base.documents, ...given.documents },
    exclude: { ...base.exclude, ...given.exclude },
    elements: { ...base.elements, ...given.elements },
    lexicon: {
      agents: { ...base.lexicon.agents, ...given.lexicon?.agents },
      sites: { ...base.lexicon.sites, ...given.lexicon?.sites },
      headings: { ...base.lexicon.headings, ...given.lexicon?.headings },
    },
  };
}

/** The keys of `documents` that are switched on, told apart: a language id has none of the characters of a glob. */
export function selectedDocuments(documents: Settings['documents']): { languages: string[]; globs: string[] } {
  const on = Object.entries(documents).flatMap(([key, selected]) => (selected ? [key] : []));
  const isGlob = (key: string) => /[*?/.{[]/.test(key);
  return { languages: on.filter((key) => !isGlob(key)), globs: on.filter(isGlob) };
}
