import { isMark, type Mention, termOf } from '../lexicon/mention';
import type { Group } from './groups';
import type { Disposition } from './model';

/** An entry of a list while it is read; the numbers are indices of mentions, -1 and `null` where there is none yet. */
export interface Draft {
  groups: Group[];
  first: number;
  last: number;
  dose: number | null;
  doseFirst: boolean;
  size: number | null;
  count: number | null;
  marked: boolean;
  excluded: Disposition | null;
  comma: boolean;
  /** A container was emptied into it. */
  given: boolean;
  /** The amount is of an anaesthetic. */
  numbing: boolean;
}

export const emptyDraft = (): Draft => ({
  groups: [],
  first: -1,
  last: -1,
  dose: null,
  doseFirst: false,
  size: null,
  count: null,
  marked: false,
  excluded: null,
  comma: false,
  given: false,
  numbing: false,
});

/** Takes a phrase into the entry that is being read, or into the next one where it begins that. */
export function takeGroup(
  draft: Draft,
  group: Group,
  mentions: readonly Mention[],
  close: () => void,
  current: () => Draft,
): void {
  if (group.unit) {
    // "R ear lobe keloid, one syringe": what the lesion got, by the container.
    if (group.unit.value === 'syringe' && group.quantity && draft.groups.length > 0) draft.given = true;
    return;
  }
  // "up to 8 lesions": what may be given is no entry of what was.
  if (group.bound === 'maximum') return;
  const bare = group.noun === null && !group.placed && group.labels.length === 0;
  // "jaw R and L, 1 each"
  const share = mentions[group.first - 1];
  const sides = bare && group.relation === 'each' && draft.groups.length > 1;
  if (sides && share?.kind === 'quantity' && share.quantity.kind === 'exact')
    draft.count ??= share.quantity.n * draft.groups.length;
  if (bare && isRest(group) && draft.groups.length > 0 && isMark(mentions[group.first - 1], ',', ')', ';')) {
    // "chest 2, both ears, others flat": what is said of the rest is not said of the entry before it.
    close();
    current().groups.push(group);
    touch(current(), group.first, group.last);
    return;
  }
  if (bare && (group.relation !== null || group.quantity === null)) return;
  if (group.relation === 'total') {
    close();
    return;
  }
  let target = draft;
  const valued =
    target.dose !== null || target.given || target.count !== null || target.excluded !== null || target.marked;
  const headed = target.groups.length > 0;
  if (bare) {
    // "dorsum 2", "forehead: 2": a number behind a head is its count.
    const adjoining = (mentions[group.first]?.skipped ?? 0) === 0;
    if (
      headed &&
      adjoining &&
      target.count === null &&
      target.dose === null &&
      group.quantity?.kind === 'exact' &&
      // "- vertex, 4": nothing else stands in the line.
      (!target.comma || (group.last === mentions.length && mentions.length <= 5))
    ) {
      target.count = group.quantity.n;
      touch(target, group.first, group.last);
    }
    return;
  }
  const identified = group.noun !== null || group.labels.length > 0 || group.quantity !== null;
  const twoHeads =
    headed && target.comma && identified && target.groups.some((own) => own.noun !== null || own.labels.length > 0);
  const doseBelongsBefore =
    target.doseFirst && headed && (target.comma || mentions[group.first - 1]?.kind === 'measure');
  if (
    headed &&
    ((valued && !target.doseFirst && (target.comma || !adjoins(mentions, group))) ||
      twoHeads ||
      (valued && doseBelongsBefore))
  ) {
    close();
    target = current();
  }
  target.groups.push(group);
  if (group.quantity?.kind === 'exact' && target.count === null && (group.placed || group.noun !== null))
    target.count = group.quantity.n;
  // "chest 2, both ears"
  if (isPair(group) && mentions[group.first - 2]?.kind === 'quantity') target.count ??= 2;
  // "0.1 mL alae each": a pair of places, each with its share.
  if (group.relation === 'each' && !group.noun && namesPlaces(mentions, group)) target.count ??= 2;
  touch(target, group.first, group.last);
  target.comma = false;
}

const isPair = ({ relation, placed, quantity, noun }: Group): boolean =>
  relation === 'both' && placed && quantity === null && noun === null;

const isRest = ({ relation }: Group): boolean => relation === 'other' || relation === 'remaining';

/** "0.2 mL each, along the scar": a place right behind a value still belongs to the entry before it. */
function adjoins(mentions: readonly Mention[], group: Group): boolean {
  return termOf(mentions[group.first - 1], 'prep') !== null && group.quantity === null && group.labels.length === 0;
}

/** Stretches an entry over mentions. */
export function touch(draft: Draft, first: number, last: number): void {
  if (draft.first < 0) draft.first = first;
  draft.last = last;
}

/** A place in the plural: "hands". */
export const namesPlaces = (mentions: readonly Mention[], { first, last }: Group): boolean =>
  mentions.slice(first, last).some((mention) => termOf(mention, 'site')?.form === 'plural');
