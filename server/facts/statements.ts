import { termOf } from '../lexicon/mention';
import type { ReadSentence } from './acts';
import type { NamedAgent } from './agents';
import { type Claim, type Count, claimSpan, isShare, quoteOf, resolve, type Whole } from './claims';
import { enumerationAt } from './enumeration';
import type { Group } from './groups';
import type { Treatment } from './treatment';

/** The phrases of a told injection that say which lesions got it, in order. */
export function countedGroups(read: ReadSentence, treatments: readonly Treatment[]): Group[] {
  const groups = treatments.flatMap(({ act }) => act.groups.filter((group) => counts(read, group)));
  return [...new Set(groups)].sort((a, b) => a.first - b.first);
}

/** Groups of a treated phrase that say which lesions, not how a dose was shared or where the needle went. */
function counts(read: ReadSentence, group: Group): boolean {
  if (group.unit || (isShare(read.sentence, group) && group.noun === null && group.quantity === null)) return false;
  if (isShare(read.sentence, group) && isNumbed(read, group)) return false;
  if (isAttempted(read, group) || isWholeOfParts(read, group)) return false;
  if (group.relation === 'total')
    return group.quantity !== null && group.bound === null && !followedByMeasure(read, group);
  return (
    group.quantity !== null ||
    group.relation !== null ||
    group.labels.length > 0 ||
    (group.noun?.tags.includes('lesion') ?? false)
  );
}

/** "Attempted three": what was tried, not what was done. */
const isAttempted = (read: ReadSentence, group: Group): boolean =>
  termOf(read.sentence.mentions[group.first - 1], 'cue')?.value === 'attempt';

/** "Of the nine keloids, five were injected": the nine are what the five are of. */
function isWholeOfParts(read: ReadSentence, group: Group): boolean {
  const { mentions } = read.sentence;
  let at = group.first - 1;
  while (mentions[at]?.kind === 'det') at -= 1;
  if (termOf(mentions[at], 'prep')?.value !== 'of') return false;
  return at === 0 || mentions[at - 1]?.kind === 'mark';
}

/** "lidocaine 0.5 mL each site, then methotrexate …": what was numbed. */
function isNumbed(read: ReadSentence, group: Group): boolean {
  const before = read.sentence.mentions.slice(0, group.first).findLast((mention) => mention.kind === 'agent');
  return before?.kind === 'agent' && before.term.tags[0] === 'anesthetic';
}

const followedByMeasure = (read: ReadSentence, group: Group): boolean =>
  read.sentence.mentions[group.last]?.kind === 'measure';

/** What a sentence that tells of an injection says of how many lesions got it; `null` where it says nothing. */
export function statementClaim(
  read: ReadSentence,
  groups: readonly Group[],
  whole: Whole,
  agents: readonly NamedAgent[],
): Claim | null {
  const usable = leadingGroups(read, groups);
  const total = usable.find((group) => group.relation === 'total');
  const parts = usable.filter((group) => group !== total);
  const counted = total ? resolve(total, whole) : combine(parts, whole);
  if (!counted) return null;
  const { passage } = read.sentence;
  const adds =
    parts.length > 0 &&
    parts.every(
      (group) => group.relation === 'additional' || group.relation === 'remaining' || group.relation === 'other',
    ) &&
    whole.treated > 0;
  if (counted.count.kind === 'exact') {
    whole.treated = adds ? whole.treated + counted.count.n : counted.count.n;
    if (whole.n === null) whole.n = counted.count.n;
  }
  const correction =
    passage.kind === 'addendum' ||
    read.sentence.mentions.some((mention) => termOf(mention, 'cue')?.value === 'correction');
  return {
    count: counted.count,
    source: 'statement',
    adds,
    same: parts.some((group) => group.relation === 'same'),
    weak: parts.length > 0 && parts.every((group) => group.quantity === null && isShare(read.sentence, group)),
    corrects: correction,
    sites: total ? [] : [...new Set(parts.flatMap((group) => group.sites))],
    agent: agents[0]?.name ?? null,
    sentence: read.sentence,
    span: claimSpan(read, usable, null),
    quote: quoteOf(read.sentence),
    how: counted.how,
  };
}

/** Several phrases of one act: numbers add up, a number outweighs words, singulars of different places count one each. */
function combine(groups: readonly Group[], whole: Whole): { count: Count; how: string } | null {
  const resolved = groups.flatMap((group) => {
    const found = resolve(group, whole);
    return found ? [{ group, ...found }] : [];
  });
  if (resolved.length === 0) return null;
  const odd = resolved.find(({ count }) => count.kind === 'contradiction');
  if (odd) return odd;
  const numbers = resolved.filter(({ count }) => count.kind === 'exact');
  if (numbers.length > 0) {
    const sum = numbers.reduce((total, { count }) => total + (count.kind === 'exact' ? count.n : 0), 0);
    const vague = resolved.find(
      ({ count, group }) => (count.kind === 'vague' || count.kind === 'range') && group.quantity !== null,
    );
    if (vague) return vague;
    const how =
      numbers.length > 1
        ? numbers.map(({ count }) => (count.kind === 'exact' ? count.n : 0)).join(' + ')
        : (numbers[0]?.how ?? '');
    return { count: { kind: 'exact', n: sum }, how };
  }
  const indefinite = resolved.find(({ count }) => count.kind === 'range' || count.kind === 'vague');
  if (indefinite) return indefinite;
  const plural = resolved.find(({ count }) => count.kind === 'plural');
  if (plural) return plural;
  const places = new Set(resolved.map(({ group }) => `${group.noun?.value ?? ''} ${group.sites.join(' ')}`));
  if (places.size > 1 && resolved.every(({ group }) => group.sites.length > 0))
    return { count: { kind: 'exact', n: places.size }, how: 'named one by one' };
  return resolved[0] ?? null;
}

/** The phrases before an enumeration opens: in "5 patches (2 R temporal, 2 vertex, 1 occiput)" the five. */
function leadingGroups(read: ReadSentence, groups: readonly Group[]): readonly Group[] {
  const head = groups.find(
    (group) => group.quantity !== null || group.labels.length > 0 || group.relation !== null || group.noun !== null,
  );
  if (!head) return groups;
  const opening = enumerationAt(read.sentence, head);
  return opening < 0 ? groups : groups.filter((group) => group.first < opening);
}
