import { isMark, type Mention, type Quantity, termOf } from '../lexicon/mention';
import type { Term } from '../lexicon/term';
import type { PlaceReader } from './group-places';

const relations = ['all', 'each', 'both', 'none', 'remaining', 'other', 'additional', 'only', 'same', 'total'] as const;

/** How a phrase stands to the lesions told of elsewhere. */
export type Relation = (typeof relations)[number];

export type Bound = 'approximately' | 'minimum' | 'maximum';

const relationValues: ReadonlySet<string> = new Set(relations);

export function relationOf(mention: Mention | undefined): Relation | null {
  const term = termOf(mention, 'relation');
  return term && relationValues.has(term.value) ? (term.value as Relation) : null;
}

/** A noun phrase while it is read. */
export interface Draft {
  quantity: Quantity | null;
  times: boolean;
  bound: Bound | null;
  relation: Relation | null;
  except: number | null;
  noun: Term | null;
  unit: Term | null;
  definite: boolean;
  labels: string[];
  places: PlaceReader;
}

export function nounFollows(mentions: readonly Mention[], from: number): boolean {
  for (let at = from; at < mentions.length && at < from + 4; at += 1) {
    const mention = mentions[at];
    if (!mention || mention.skipped > 2) return false;
    if (mention.kind === 'noun') return mention.term.tags.includes('lesion');
    if (!['side', 'place', 'site', 'measure', 'det'].includes(mention.kind) && !isMark(mention, '-', ',')) return false;
  }
  return false;
}
