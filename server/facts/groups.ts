import { type Mention, type Quantity, termOf } from '../lexicon/mention';
import type { Term } from '../lexicon/term';
import { type Bound, type Draft, nounFollows, type Relation, relationOf } from './group-draft';
import { PlaceReader } from './group-places';
import { step } from './group-steps';

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
    // "the plaque on either ala": one of each side.
    const one = group.quantity === null && group.noun?.form === 'singular' && group.definite && group.relation === null;
    if (!next || (!one && group.quantity?.kind !== 'exact') || group.unit || group.times) return group;
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
    const n = group.quantity?.kind === 'exact' ? group.quantity.n : 1;
    return { ...group, quantity: { kind: 'exact', n: n * 2 } };
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

/** "left" opens a place only where a place follows or nothing else claims it ("one on the L"). */
const isPlaceStart = (mentions: readonly Mention[], at: number): boolean => mentions[at + 1]?.kind !== 'act';

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
  const { places, ...told } = draft;
  return { first: from, last, ...told, placed: places.any, sites: places.finish() };
}
