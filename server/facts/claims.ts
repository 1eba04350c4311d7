import { isMark, termOf } from '../lexicon/mention';
import type { Span } from '../note/span';
import type { Act, ReadSentence } from './acts';
import type { Group } from './groups';
import type { Sentence } from './sentences';
import { spanOf } from './sentences';

/** How many lesions a statement says. */
export type Count =
  | { readonly kind: 'exact'; readonly n: number }
  | { readonly kind: 'range'; readonly min: number; readonly max: number | null }
  | { readonly kind: 'contradiction'; readonly first: number; readonly second: number }
  | { readonly kind: 'vague' }
  /** One lesion, because the phrase is singular: "the keloid". */
  | { readonly kind: 'singular' }
  /** More than one and no number: "the lesions". */
  | { readonly kind: 'plural' };

/** One statement of how many lesions were treated. */
export interface Claim {
  readonly count: Count;
  /** `list` sums rows; `field` fills in a form; `statement` is told in a sentence. */
  readonly source: 'statement' | 'list' | 'field';
  /** Adds to what was treated before ("an additional two"). */
  readonly adds: boolean;
  /** Covers lesions that another claim of this entry covers ("the same four"). */
  readonly same: boolean;
  /** Says how a dose was shared among lesions ("0.2 mL in every numbered lesion"): counts only where nothing else does. */
  readonly weak: boolean;
  /** Takes back what was said before ("the correct number is eight"). */
  readonly corrects: boolean;
  readonly sites: readonly string[];
  /** The names of the lesions, where the note counts them by name. */
  readonly labels?: readonly string[];
  readonly agent: string | null;
  readonly sentence: Sentence;
  readonly span: Span;
  readonly quote: string;
  /** How the number came about, where it was not simply written. */
  readonly how: string;
}

/** A statement of a sentence: what it says, and nothing more than that where it is silent. */
export function claimOf(
  sentence: Sentence,
  agents: readonly { readonly name: string }[],
  said: Pick<Claim, 'count' | 'how'> & Partial<Claim>,
): Claim {
  return {
    source: 'statement',
    adds: false,
    same: false,
    weak: false,
    corrects: false,
    sites: [],
    agent: agents[0]?.name ?? null,
    sentence,
    span: sentence.span,
    quote: quoteOf(sentence),
    ...said,
  };
}

/** The last number of lesions that the note spoke of, for "all of them", "the other two". */
export interface Whole {
  n: number | null;
  treated: number;
  /** The last number was a range or an indefinite word ("2-3 at the dentate line"). */
  open: Count | null;
}

/** The number a phrase stands for, given what was spoken of before; `null` where it counts no lesions. */
export function resolve(group: Group, whole: Whole): { count: Count; how: string } | null {
  if (group.unit) return null;
  const { quantity } = group;
  if (quantity) return resolveQuantity(group, whole);
  if (group.labels.length > 0) return exact(group.labels.length, 'labels counted');
  if (group.relation === 'both') return exact(2, 'both');
  if (group.relation === 'none') return exact(0, 'none');
  if (group.relation === 'all' || group.relation === 'each' || group.relation === 'same') {
    const n = group.relation !== 'same' || group.noun?.form !== 'singular' ? whole.n : 1;
    if (n !== null) return exact(n - (group.except ?? 0), group.except ? `${n} less ${group.except}` : `all of ${n}`);
    if (whole.open) return { count: whole.open, how: 'refers to an indefinite number' };
    return group.noun || group.relation === 'all' ? { count: { kind: 'plural' }, how: 'no number to refer to' } : null;
  }
  if (group.relation === 'remaining' || group.relation === 'other') {
    if (whole.n !== null && whole.n > whole.treated)
      return exact(whole.n - whole.treated, `${whole.n} less ${whole.treated}`);
    return { count: { kind: group.noun?.form === 'singular' ? 'singular' : 'plural' }, how: 'no number to refer to' };
  }
  if (!group.noun) return null;
  if (!group.noun.tags.includes('lesion')) return null;
  return { count: { kind: group.noun.form === 'plural' ? 'plural' : 'singular' }, how: '' };
}

function resolveQuantity(group: Group, whole: Whole): { count: Count; how: string } | null {
  const { quantity, bound } = group;
  if (!quantity) return null;
  if (quantity.kind === 'part') return exact(quantity.n, `${quantity.n} of ${quantity.of}`);
  if (quantity.kind === 'exact') {
    const n = quantity.n - (group.relation === 'all' ? (group.except ?? 0) : 0);
    if (bound === 'minimum') return { count: { kind: 'range', min: n, max: null }, how: 'at least' };
    if (bound === 'maximum') return { count: { kind: 'range', min: 0, max: n }, how: 'at most' };
    if (bound === 'approximately') return { count: { kind: 'vague' }, how: 'about' };
    if (group.except !== null && group.relation !== 'all' && whole.n !== null) return exact(n, '');
    return exact(n, group.except ? `${quantity.n} less ${group.except}` : '');
  }
  return { count: quantity, how: '' };
}

const exact = (n: number, how: string): { count: Count; how: string } => ({ count: { kind: 'exact', n }, how });

/** "0.3 mL in each", "0.1 mL per nodule": how the dose was shared out, not how many lesions there are. */
export function isShare(sentence: Sentence, group: Group): boolean {
  if (group.relation !== 'each') return false;
  let at = group.first - 1;
  while (at >= 0 && (sentence.mentions[at]?.kind === 'prep' || isMark(sentence.mentions[at], ','))) at -= 1;
  const before = sentence.mentions[at];
  if (before?.kind === 'measure') return true;
  const next = sentence.mentions[group.last];
  return next?.kind === 'measure' || (group.noun === null && termOf(before, 'act') === null);
}

export function claimSpan(read: ReadSentence, groups: readonly Group[], act: Act | null): Span {
  const first = groups[0];
  const last = groups[groups.length - 1];
  if (!first || !last) return act?.span ?? read.sentence.span;
  return spanOf(read.sentence, first.first, last.last);
}

export function quoteOf(sentence: Sentence): string {
  const { passage } = sentence;
  const words = passage.text.slice(sentence.span.start - passage.offset, sentence.span.end - passage.offset);
  const flat = words.replace(/\s+/g, ' ').trim();
  return flat.length > 160 ? `${flat.slice(0, 157)}...` : flat;
}
