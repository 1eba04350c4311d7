import {
  isMark,
  type LabelMention,
  type Mention,
  type Quantity,
  type QuantityMention,
  termOf,
} from '../lexicon/mention';
import type { Term } from '../lexicon/term';
import { Gap } from '../note/tokens';
import { PlaceReader } from './group-places';

export type Relation =
  | 'all'
  | 'each'
  | 'both'
  | 'none'
  | 'remaining'
  | 'other'
  | 'additional'
  | 'only'
  | 'same'
  | 'total';
export type Bound = 'approximately' | 'minimum' | 'maximum';

/** What a noun phrase speaks of: "the four larger nodules of the left leg", "all but two", "R arm x3". */
export interface Group {
  /** Indices of the mentions it covers, `[first, last)`. */
  readonly first: number;
  readonly last: number;
  readonly quantity: Quantity | null;
  /** The quantity is a multiple behind its noun or site: "x3", "(2)". */
  readonly times: boolean;
  readonly bound: Bound | null;
  readonly relation: Relation | null;
  /** "all but two", "except numbers 4 and 9": how many are taken off. */
  readonly except: number | null;
  /** The lesion or disease noun, `null` where the phrase has none. */
  readonly noun: Term | null;
  /** The noun is no lesion: needle sticks, syringes, sessions, other things. */
  readonly unit: Term | null;
  readonly definite: boolean;
  /** Canonical places: "left leg". */
  readonly sites: readonly string[];
  /** It names a place, if only by a detail ("dorsum", "tip") that has no name of its own here. */
  readonly placed: boolean;
  readonly labels: readonly string[];
}

const relationValues: ReadonlySet<string> = new Set<Relation>([
  'all',
  'each',
  'both',
  'none',
  'remaining',
  'other',
  'additional',
  'only',
  'same',
  'total',
]);

interface Draft {
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

/** How many words the lexicon does not know may stand inside one noun phrase ("seven small firm pink nodules"). */
const mostUnknown = 3;

/** Finds the noun phrases of lesions, places and counts in a run of mentions, left to right, none overlapping. */
export function readGroups(mentions: readonly Mention[]): Group[] {
  const groups: Group[] = [];
  let at = 0;
  while (at < mentions.length) {
    const group = startsGroup(mentions, at) ? readGroup(mentions, at) : null;
    if (group) {
      groups.push(group);
      at = group.last;
    } else at += 1;
  }
  return distribute(mentions, groups).map(continueLabels);
}

/** "Nos. 1-9 scalp, 10-14 forehead": a range that goes on where the names before it end names lesions too. */
function continueLabels(group: Group, index: number, groups: readonly Group[]): Group {
  const { quantity } = group;
  const before = groups[index - 1]?.labels ?? [];
  if (quantity?.kind !== 'range' || quantity.max === null || group.noun || group.unit || group.bound) return group;
  if (before.length < 2 || Number(before[before.length - 1]) !== quantity.min - 1) return group;
  const labels = Array.from({ length: quantity.max - quantity.min + 1 }, (_, i) => String(quantity.min + i));
  return { ...group, quantity: null, labels };
}

/** "one nodule on each labium", "two each on both hands": a number told of either side counts twice. */
function distribute(mentions: readonly Mention[], groups: readonly Group[]): Group[] {
  return groups.map((group, index) => {
    const follower = groups[index + 1];
    const share = follower?.relation === 'each' && !follower.placed && !follower.noun && !follower.quantity;
    const next = share ? groups[index + 2] : follower;
    if (!next || group.quantity?.kind !== 'exact' || group.unit || group.times) return group;
    const paired =
      next.relation === 'each' || next.relation === 'both' || next.sites.some((site) => site.startsWith('bilateral'));
    const between = mentions.slice(group.last, next.first);
    const leads =
      between.some((mention) => termOf(mention, 'prep')) &&
      between.every(
        (mention) =>
          mention.kind === 'prep' || mention.kind === 'det' || mention.kind === 'relation' || mention.kind === 'bound',
      );
    const each =
      next.relation === 'each' ||
      group.relation === 'each' ||
      between.some((mention) => termOf(mention, 'relation')?.value === 'each');
    if (!paired || !each || !leads || !next.placed || next.noun || next.quantity) return group;
    return { ...group, quantity: { kind: 'exact', n: group.quantity.n * 2 } };
  });
}

function startsGroup(mentions: readonly Mention[], at: number): boolean {
  const mention = mentions[at];
  if (!mention) return false;
  if (mention.kind === 'quantity' && isStrength(mentions, at)) return false;
  if (mention.kind === 'quantity' || mention.kind === 'label' || mention.kind === 'vague') return true;
  if (mention.kind === 'noun') return true;
  if (mention.kind === 'site' || mention.kind === 'place') return true;
  if (mention.kind === 'side') return isPlaceStart(mentions, at);
  if (termOf(mention, 'bound')) return countsNext(mentions, at + 1);
  return relationOf(mention) !== null || termOf(mention, 'relation')?.value === 'except';
}

/** "5-FU 50": a bare number behind a drug is its strength, unless it counts what follows. */
function isStrength(mentions: readonly Mention[], at: number): boolean {
  const mention = mentions[at];
  if (mention?.kind !== 'quantity' || mention.times || mentions[at - 1]?.kind !== 'agent' || mention.skipped > 0)
    return false;
  return !nounFollows(mentions, at + 1);
}

function countsNext(mentions: readonly Mention[], at: number): boolean {
  const next = mentions[at];
  return next?.kind === 'quantity' && next.skipped === 0;
}

function relationOf(mention: Mention | undefined): Relation | null {
  const term = termOf(mention, 'relation');
  return term && relationValues.has(term.value) ? (term.value as Relation) : null;
}

/** "left" opens a place only where a place follows or nothing else claims it ("one on the L"). */
function isPlaceStart(mentions: readonly Mention[], at: number): boolean {
  const next = mentions[at + 1];
  if (!next) return true;
  if (next.kind === 'act') return false;
  return true;
}

function readGroup(mentions: readonly Mention[], from: number): Group | null {
  const draft: Draft = {
    quantity: null,
    times: false,
    bound: null,
    relation: null,
    except: null,
    noun: null,
    unit: null,
    definite: false,
    labels: [],
    places: new PlaceReader(),
  };
  let at = from;
  let last = from;
  const before = mentions[from - 1];
  draft.definite = termOf(before, 'det')?.value === 'the' || relationOf(before) === 'same';
  while (at < mentions.length) {
    const next = step(mentions, at, from, draft);
    if (next <= at) break;
    at = next;
    last = at;
  }
  if (last === from) return null;
  return {
    first: from,
    last,
    quantity: draft.quantity,
    times: draft.times,
    bound: draft.bound,
    relation: draft.relation,
    except: draft.except,
    noun: draft.noun,
    unit: draft.unit,
    definite: draft.definite,
    placed: draft.places.any,
    sites: draft.places.finish(),
    labels: draft.labels,
  };
}

/** Takes one more mention into the phrase; answers the index after it, or `at` when the phrase ends before it. */
function step(mentions: readonly Mention[], at: number, from: number, draft: Draft): number {
  const mention = mentions[at];
  if (!mention) return at;
  if (at > from && mention.skipped > (draft.noun ? 0 : mostUnknown)) {
    // Behind the noun only a place with a preposition or a known word goes on.
    if (!(draft.noun && mention.kind === 'prep' && mention.skipped <= 1)) return at;
  }
  if (at > from && mention.gap === Gap.Column && mention.kind !== 'break' && !mention.lineStart) return at;
  const hasHead = draft.noun !== null || draft.unit !== null;
  switch (mention.kind) {
    case 'quantity': {
      if (mention.times) return takeTimes(mentions, at, draft);
      // "all but the jawline one"
      if (draft.except !== null && draft.places.any && mention.quantity.kind === 'exact' && mention.quantity.n === 1)
        return at + 1;
      if (draft.quantity !== null || hasHead || draft.labels.length > 0) return at;
      if (draft.places.any && at > from) return isPronoun(mention) ? at + 1 : at;
      draft.quantity = mention.quantity;
      return at + 1;
    }
    case 'vague':
      if (draft.quantity !== null || hasHead) return at;
      draft.quantity = { kind: 'vague' };
      return at + 1;
    case 'bound':
      if (hasHead && termOf(mention, 'prep')) return takePreposition(mentions, at, from, draft);
      if (draft.quantity !== null || hasHead) return at;
      draft.bound = mention.term.value as Bound;
      return at + 1;
    case 'label':
      return takeLabel(mention, at, draft);
    case 'noun':
      return takeNoun(mention.term, mentions, at, draft);
    case 'measure':
      // A size inside the phrase: "three 5 mm papules".
      return mention.dimension === 'length' && !hasHead && nounFollows(mentions, at + 1) ? at + 1 : at;
    case 'det':
      return at > from && !hasHead ? at + 1 : at;
    case 'side':
    case 'place':
    case 'site':
      draft.places.take(mention.kind, mention.term.value, spelled(mention));
      return at + 1;
    case 'prep':
      return takePreposition(mentions, at, from, draft);
    case 'conj':
      return takeConjunction(mentions, at, from, draft);
    case 'mark':
      return takeMark(mentions, at, from, draft);
    case 'act':
      // "14 injections": acts are counted, not lesions.
      if (draft.quantity !== null && !hasHead && mention.term.tags.includes('noun') && mention.term.form === 'plural') {
        draft.unit = mention.term;
        return at + 1;
      }
      // "every numbered lesion", "the injected nodules": a participle that describes.
      return at > from && isDescribing(mentions, at) ? at + 1 : takeRelation(mentions, at, from, draft);
    case 'numeral':
      return at;
    case 'break':
      return at > from ? at + 1 : at;
    default:
      return takeRelation(mentions, at, from, draft);
  }
}

/** "the forearm one": the word stands for the lesion; the figure in "forearm 1" counts. */
const isPronoun = (mention: QuantityMention): boolean =>
  mention.quantity.kind === 'exact' && mention.quantity.n === 1 && mention.end - mention.start === 'one'.length;

function takeTimes(mentions: readonly Mention[], at: number, draft: Draft): number {
  const mention = mentions[at];
  if (mention?.kind !== 'quantity' || draft.quantity !== null) return at;
  // "0.1 mL x 7" multiplies the dose; "x 6 lesions" counts.
  if (!draft.noun && !draft.places.any && !nounFollows(mentions, at + 1)) {
    draft.times = true;
    draft.quantity = mention.quantity;
    return at + 1;
  }
  draft.times = true;
  draft.quantity = mention.quantity;
  return at + 1;
}

function takeLabel(mention: LabelMention, at: number, draft: Draft): number {
  if (draft.labels.length > 0 || draft.quantity !== null) return at;
  draft.labels.push(...mention.labels);
  draft.noun ??= mention.noun;
  return at + 1;
}

function takeNoun(term: Term, mentions: readonly Mention[], at: number, draft: Draft): number {
  if (draft.unit) return at;
  if (!term.tags.includes('lesion') && !term.tags.includes('disease')) {
    if (draft.noun) return at;
    draft.unit = term;
    return at + 1;
  }
  // "keloid scar", "SCC lesions", "wart papule": the last lesion noun decides number, the first names the disease.
  if (draft.noun) {
    if (mentions[at - 1]?.kind !== 'noun' || draft.noun.form === 'plural') return at;
    draft.noun = { ...draft.noun, form: term.form };
    return at + 1;
  }
  draft.noun = term;
  return at + 1;
}

/** A participle between a determiner or number and its lesion noun. */
export function isDescribing(mentions: readonly Mention[], at: number): boolean {
  const act = termOf(mentions[at], 'act');
  const next = mentions[at + 1];
  const before = mentions[at - 1];
  if (act?.form !== 'past' || next?.kind !== 'noun' || next.skipped > 0 || !next.term.tags.includes('lesion'))
    return false;
  if (mentions[at]?.skipped !== 0 && before?.kind !== 'relation') return false;
  return (
    before !== undefined &&
    (['det', 'relation', 'quantity'].includes(before.kind) || termOf(before, 'cue')?.value === 'past')
  );
}

function nounFollows(mentions: readonly Mention[], from: number): boolean {
  for (let at = from; at < mentions.length && at < from + 4; at += 1) {
    const mention = mentions[at];
    if (!mention || mention.skipped > 2) return false;
    if (mention.kind === 'noun') return mention.term.tags.includes('lesion');
    if (!['side', 'place', 'site', 'measure', 'det'].includes(mention.kind) && !isMark(mention, '-', ',')) return false;
  }
  return false;
}

/** "of", "on", "in" lead on to what the phrase counts or where it lies. */
function takePreposition(mentions: readonly Mention[], at: number, from: number, draft: Draft): number {
  const preposition = termOf(mentions[at], 'prep')?.value;
  if (at === from) return at;
  let next = at + 1;
  while (mentions[next]?.kind === 'det' || mentions[next]?.kind === 'break') next += 1;
  const target = mentions[next];
  if (!target || target.skipped > 2) return at;
  if (target.kind === 'side' || target.kind === 'place' || target.kind === 'site') {
    if (preposition === 'with' || preposition === 'for' || preposition === 'after') return at;
    return relationOf(mentions[next]) ? at : next;
  }
  if (preposition !== 'of') return at;
  if (draft.noun || draft.unit) {
    // "three plaques of hypertrophic lichen planus": the disease belongs to the phrase.
    return target.kind === 'noun' && target.term.tags.includes('disease') && draft.noun ? next + 1 : at;
  }
  if (
    target.kind === 'quantity' &&
    draft.quantity?.kind === 'exact' &&
    target.quantity.kind === 'exact' &&
    !target.times
  ) {
    if (draft.quantity.n <= target.quantity.n) {
      draft.quantity = { kind: 'part', n: draft.quantity.n, of: target.quantity.n };
      return next + 1;
    }
    return at;
  }
  if (['quantity', 'noun', 'label'].includes(target.kind) || relationOf(target)) return next;
  return at;
}

/** "and" goes on only between two places of one phrase, never to a new count. */
function takeConjunction(mentions: readonly Mention[], at: number, from: number, draft: Draft): number {
  // "eight dermal and subcutaneous deposits", "seven large and painful keloids": two qualities of the lesions counted.
  const described = mentions[at]?.skipped === 1 && draft.quantity !== null && !draft.noun && !draft.unit;
  const lesions = mentions[at + 1];
  if (described && lesions?.kind === 'noun' && lesions.skipped === 1 && lesions.term.tags.includes('lesion'))
    return at + 1;
  if (at === from || !draft.places.any || !draft.noun) return at;
  let next = at + 1;
  while (mentions[next]?.kind === 'det') next += 1;
  const target = mentions[next];
  if (!target || target.skipped > 0 || !['side', 'place', 'site'].includes(target.kind)) return at;
  const after = mentions
    .slice(next, next + 4)
    .some((m) => m.kind === 'quantity' || m.kind === 'measure' || m.kind === 'noun');
  if (after) return at;
  draft.places.next();
  return next;
}

/** "keloids (2)", "left foot: dorsum", hyphens inside a phrase. */
function takeMark(mentions: readonly Mention[], at: number, from: number, draft: Draft): number {
  if (at === from) return at;
  const mention = mentions[at];
  if (isMark(mention, '-') && mention?.gap === Gap.None && mentions[at + 1]?.gap === Gap.None) return at + 1;
  if (isMark(mention, '/') && !draft.noun && ['side', 'place', 'site', 'noun'].includes(mentions[at + 1]?.kind ?? ''))
    return at + 1;
  if (isMark(mention, '(')) {
    const inner = mentions[at + 1];
    const counts = inner?.kind === 'quantity' && inner.quantity.kind === 'exact' && isMark(mentions[at + 2], ')');
    if (counts && draft.quantity === null && (draft.noun || draft.places.any)) {
      draft.quantity = inner.quantity;
      draft.times = true;
      return at + 3;
    }
    // "the largest (mother) wart"
    if (isMark(inner, ')') && !draft.noun) return at + 2;
  }
  if (isMark(mention, ',') && !draft.noun && draft.quantity !== null && nounFollows(mentions, at + 1)) return at + 1;
  return at;
}

function takeRelation(mentions: readonly Mention[], at: number, from: number, draft: Draft): number {
  const mention = mentions[at];
  const term = termOf(mention, 'relation');
  if (!term) return at;
  if (term.value === 'except') return takeException(mentions, at, draft);
  const relation = relationOf(mention);
  if (!relation) return at;
  // "five in all", "nine nodules in total"
  if (relation === 'total' && at > from && draft.quantity !== null && !draft.unit && mention?.skipped === 0) {
    draft.relation = 'total';
    return at + 1;
  }
  // "every 2 weeks" tells how often.
  const after = mentions[at + 1];
  if (relation === 'each' && after?.kind === 'measure' && after.dimension === 'time') return at;
  if (draft.noun || draft.unit) return at;
  if (at > from && draft.quantity !== null && !['same', 'additional', 'other', 'remaining'].includes(relation))
    return at;
  if (relation === 'same') draft.definite = true;
  // "three more", "all the others": the first relation keeps its say, save that "same" says nothing of its own.
  if (draft.relation === null || draft.relation === 'same' || draft.relation === 'only') draft.relation = relation;
  return at + 1;
}

/** "but two", "except numbers 4 and 9", "except the one on the nose". */
function takeException(mentions: readonly Mention[], at: number, draft: Draft): number {
  if (
    draft.quantity === null &&
    draft.relation === null &&
    draft.noun === null &&
    termOf(mentions[at], 'relation') === null
  )
    return at;
  let next = at + 1;
  while (mentions[next]?.kind === 'det' || mentions[next]?.kind === 'prep' || relationOf(mentions[next]) === 'same')
    next += 1;
  const target = mentions[next];
  if (target?.kind === 'quantity' && target.quantity.kind === 'part') {
    // "all but two of the eight"
    draft.except = target.quantity.n;
    draft.quantity = { kind: 'exact', n: target.quantity.of };
    next += 1;
  } else if (target?.kind === 'quantity' && target.quantity.kind === 'exact') {
    draft.except = target.quantity.n;
    next += 1;
  } else if (target?.kind === 'label') {
    draft.except = target.labels.length;
    next += 1;
  } else if (target?.kind === 'noun' || target?.kind === 'site' || target?.kind === 'side') {
    draft.except = 1;
  } else return at;
  draft.relation ??= 'all';
  return next;
}

function spelled(mention: Mention): string {
  return 'term' in mention ? mention.term.value : '';
}
