import type { Gap } from '../note/tokens';
import type { Term, TermKind } from './term';

/** How many, as a note states it. */
export type Quantity =
  | { readonly kind: 'exact'; readonly n: number }
  /** "6-8", "at least 8": `max` is `null` where nothing bounds it. */
  | { readonly kind: 'range'; readonly min: number; readonly max: number | null }
  /** "five of the eight". */
  | { readonly kind: 'part'; readonly n: number; readonly of: number }
  /** "seven (8)": the word and the figure disagree. */
  | { readonly kind: 'contradiction'; readonly first: number; readonly second: number }
  | { readonly kind: 'vague' };

export type Dimension =
  | 'volume'
  | 'mass'
  | 'activity'
  | 'concentration'
  | 'length'
  | 'time'
  | 'age'
  | 'gauge'
  | 'percent'
  | 'temperature'
  | 'pressure'
  | 'count';

export interface Placed {
  /** Offsets from the start of the block, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** How many words the lexicon does not know stand between this mention and the one before. */
  readonly skipped: number;
  /** White space before it. */
  readonly gap: Gap;
  /** True for the first mention of a line. */
  readonly lineStart: boolean;
}

/** A word or phrase of the lexicon. `also` holds the other readings of the same words. */
export interface TermMention extends Placed {
  readonly kind: TermKind;
  readonly term: Term;
  readonly also: readonly Term[];
}
export interface QuantityMention extends Placed {
  readonly kind: 'quantity';
  readonly quantity: Quantity;
  /** Written as a multiple: "x7", "7x". */
  readonly times: boolean;
}
export interface MeasureMention extends Placed {
  readonly kind: 'measure';
  readonly dimension: Dimension;
  readonly amount: number | null;
  readonly unit: string;
}
/** A calendar date; `year` is `null` in "3/31", `month` is 0 where a year stands alone. */
export interface DateMention extends Placed {
  readonly kind: 'date';
  readonly year: number | null;
  readonly month: number;
  readonly day: number | null;
}
/** The names of lesions: "#1-#4" has four. */
export interface LabelMention extends Placed {
  readonly kind: 'label';
  readonly labels: readonly string[];
  /** The noun that the labels number ("lesions 1-4"), when it is part of the mention. */
  readonly noun: Term | null;
  /** A name of letters and a number ("K1"), which counts only where the note calls its lesions so. */
  readonly named?: true;
}
export interface CodeMention extends Placed {
  readonly kind: 'code';
  readonly code: string;
}
/** A number that is none of the others; it never counts anything by itself. */
export interface NumberMention extends Placed {
  readonly kind: 'number' | 'ratio' | 'time' | 'phone' | 'icd' | 'session' | 'ordinal';
  readonly value: number | null;
}
export interface MarkMention extends Placed {
  readonly kind: 'mark' | 'break' | 'box' | 'blank';
  /** The mark itself; for a box, `x` when it is ticked and ` ` when it is not. */
  readonly mark: string;
}

export type Mention =
  | TermMention
  | QuantityMention
  | MeasureMention
  | DateMention
  | LabelMention
  | CodeMention
  | NumberMention
  | MarkMention;

export type MentionKind = Mention['kind'];

type KeysOf<M> = M extends unknown ? keyof M : never;
type ValueOf<M, K extends PropertyKey> = M extends unknown ? (K extends keyof M ? M[K] : never) : never;
/** What any mention may say, apart from its kind and where it stands. */
export type Said = { readonly [K in Exclude<KeysOf<Mention>, keyof Placed | 'kind'>]?: ValueOf<Mention, K> };

/**
 * Puts what was said in its place. All mentions have the same fields, so that reading them costs the same; what was said
 * has those of its kind alone, and is asked for no others.
 */
export function mentionOf({ start, end, skipped, gap, lineStart }: Placed, kind: MentionKind, said: Said): Mention {
  const mention: Record<keyof Said | keyof Placed | 'kind', unknown> = {
    kind,
    start,
    end,
    skipped,
    gap,
    lineStart,
    term: undefined,
    also: undefined,
    mark: undefined,
    quantity: undefined,
    times: undefined,
    labels: undefined,
    noun: undefined,
    named: undefined,
    dimension: undefined,
    amount: undefined,
    unit: undefined,
    value: undefined,
    year: undefined,
    month: undefined,
    day: undefined,
    code: undefined,
  };
  switch (kind) {
    case 'mark':
    case 'break':
    case 'box':
    case 'blank':
      mention.mark = said.mark;
      break;
    case 'quantity':
      mention.quantity = said.quantity;
      mention.times = said.times;
      break;
    case 'measure':
      mention.dimension = said.dimension;
      mention.amount = said.amount;
      mention.unit = said.unit;
      break;
    case 'date':
      mention.year = said.year;
      mention.month = said.month;
      mention.day = said.day;
      break;
    case 'label':
      mention.labels = said.labels;
      mention.noun = said.noun;
      mention.named = said.named;
      break;
    case 'code':
      mention.code = said.code;
      break;
    case 'number':
    case 'ratio':
    case 'time':
    case 'phone':
    case 'icd':
    case 'ordinal':
      mention.value = said.value;
      break;
    case 'session':
      // A number of sessions, or the word.
      mention.value = said.value;
      mention.term = said.term;
      mention.also = said.also;
      break;
    default:
      mention.term = said.term;
      mention.also = said.also;
  }
  return mention as unknown as Mention;
}

/** True for a mention with a term, whatever its kind. */
export const hasTerm = (mention: Mention): mention is TermMention =>
  (mention as Partial<TermMention>).term !== undefined;

const termKinds: ReadonlySet<string> = new Set<TermKind>([
  'noun',
  'side',
  'place',
  'site',
  'act',
  'route',
  'agent',
  'cue',
  'numeral',
  'vague',
  'bound',
  'relation',
  'det',
  'prep',
  'conj',
  'times',
  'numberword',
  'aux',
  'element',
  'work',
  'heading',
  'month',
  'unit',
  'session',
]);

export function isTerm(mention: Mention): mention is TermMention {
  return hasTerm(mention) && termKinds.has(mention.kind);
}

/** The reading of a mention as a term of one kind, also when another kind came first. */
export function termOf(mention: Mention | undefined, kind: TermKind): Term | null {
  if (mention === undefined || !hasTerm(mention)) return null;
  if (mention.term.kind === kind) return mention.term;
  for (const term of mention.also) if (term.kind === kind) return term;
  return null;
}

export function isMark(mention: Mention | undefined, ...marks: string[]): boolean {
  return mention?.kind === 'mark' && marks.includes(mention.mark);
}

/** An amount of liquid: "0.3 mL". */
export const isVolume = (mention: Mention): boolean => mention.kind === 'measure' && mention.dimension === 'volume';
