import data from './sources.json';

export interface Source {
  readonly title: string;
  /** `primary`: the rule-maker's own text or data. `secondary`: others about it. `convention`: this product's reading. */
  readonly kind: 'primary' | 'secondary' | 'convention';
  /** ISO date of the edition, or `null` where several were read. */
  readonly date: string | null;
  readonly note: string;
}

export type SourceId = keyof typeof data;

/** Where the knowledge and the rules come from. */
export const sources = data as Readonly<Record<SourceId, Source>>;
