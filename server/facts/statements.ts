import { isMark, termOf } from '../lexicon/mention';
import type { ReadSentence } from './acts';
import type { NamedAgent } from './agents';
import { type Claim, claimOf, claimSpan, isShare, resolve, type Whole } from './claims';
import { takesBack, tellsMore } from './corrections';
import { combine } from './count-sums';
import { isDeniedNumber, isTakenBack } from './counted-groups';
import { enumerationAt } from './enumeration';
import type { Group } from './groups';
import { isAmount } from './items';
import { toldPlaces } from './told-places';

/** What a sentence that tells of an injection says of how many lesions got it; `null` where it says nothing. */
export function statementClaim(
  read: ReadSentence,
  groups: readonly Group[],
  whole: Whole,
  agents: readonly NamedAgent[],
): Claim | null {
  const usable = leadingGroups(read, groups);
  const sized = sizedShares(read);
  if (sized !== null && groups.every(({ quantity, relation }) => quantity === null && relation === null))
    return toldApart(read, sized, whole, agents, 'told apart by size');
  const split = splitLesion(read);
  if (split !== null) {
    whole.treated += split - 1;
    return claimOf(read.sentence, agents, {
      count: { kind: 'exact', n: split - 1 },
      adds: true,
      how: `one was ${split}`,
    });
  }
  const places = toldPlaces(read);
  if (places !== null) return toldApart(read, places.lesions, whole, agents, 'one at each place');
  const total = usable.find(
    (group) => group.relation === 'total' || isNumberInjected(read, group) || isBracketedSum(read, group, usable),
  );
  const parts = usable.filter((group) => group !== total);
  const counted = total ? resolve(total, whole) : combine(parts, whole);
  if (!counted) return null;
  const more = parts.every(({ relation }) => ['additional', 'remaining', 'other'].includes(relation ?? ''));
  const adds = parts.length > 0 && (more || tellsMore(read)) && whole.treated > 0;
  if (counted.count.kind === 'exact') {
    whole.treated = adds ? whole.treated + counted.count.n : counted.count.n;
    if (whole.n === null) whole.n = counted.count.n;
  }
  return claimOf(read.sentence, agents, {
    count: counted.count,
    adds,
    same: parts.some((group) => group.relation === 'same'),
    weak: parts.length > 0 && parts.every((group) => group.quantity === null && isShare(read.sentence, group)),
    corrects: !adds && takesBack(read),
    sites: total ? [] : [...new Set(parts.flatMap((group) => group.sites))],
    labels: usable.every((group) => group.labels.length > 0) ? usable.flatMap((group) => group.labels) : [],
    span: claimSpan(read, usable, null),
    how: counted.how,
  });
}

/** "0.3 mL into the 8 mm and 0.5 mL into the 12 mm lesion": lesions told apart by their size, each with its amount. */
function sizedShares({ sentence: { mentions } }: ReadSentence): number | null {
  let shares = 0;
  for (const [at, mention] of mentions.entries()) {
    let next = at + 1;
    if (!isAmount(mention) || termOf(mentions[next], 'prep')?.value !== 'into') continue;
    next += 1;
    while (mentions[next]?.kind === 'det') next += 1;
    const size = mentions[next];
    if (size?.kind === 'measure' && size.dimension === 'length') shares += 1;
  }
  return shares > 1 ? shares : null;
}

/** "the lesion of the R shin was in fact two lesions": an addendum that finds several where one was counted. */
function splitLesion({ sentence: { kind, mentions }, groups }: ReadSentence): number | null {
  if (kind !== 'addendum') return null;
  const at = groups.findIndex(({ noun, quantity }) => noun?.form === 'singular' && quantity === null);
  const [one, several] = [groups[at], groups[at + 1]];
  if (!one || !several?.noun || several.quantity?.kind !== 'exact' || several.quantity.n < 2) return null;
  const between = mentions.slice(one.last, several.first);
  const same = one.noun?.tags.includes('lesion') && several.noun.tags.includes('lesion');
  return same && between.length <= 2 && between[0]?.kind === 'aux' ? several.quantity.n : null;
}

function toldApart(read: ReadSentence, n: number, whole: Whole, agents: readonly NamedAgent[], how: string): Claim {
  whole.treated = n;
  whole.n ??= n;
  return claimOf(read.sentence, agents, { count: { kind: 'exact', n }, how });
}

/** "the six is an error for eight", "six is right". */
const errorFor = /\b(?:error|mistake|typo|misprint|slip) for\W{0,3}$/i;
const isRight = /^\W{0,2} ?(?:is|was|stands as) (?:right|correct|accurate)\b/i;

const wordsBefore = ({ sentence: { passage, mentions } }: ReadSentence, group: Group): string =>
  passage.text.slice(0, mentions[group.first]?.start ?? 0).slice(-24);

const wordsBehind = ({ sentence: { passage, mentions } }: ReadSentence, group: Group): string => {
  const end = mentions[group.last - 1]?.end ?? 0;
  return passage.text.slice(end, end + 24);
};

/** "[Clinician edit 10:14: six, not nine.]": an addendum in brackets, where it was needed. */
function isEdit({ sentence: { passage, own } }: ReadSentence): boolean {
  const open = passage.text.lastIndexOf('[', own.end);
  const inside = open < 0 ? '' : passage.text.slice(open, Math.min(own.end, open + 160));
  return !inside.includes(']') && edited.test(inside);
}

const edited = /\b(?:edit|edited|corrected|correction|amended|amendment|revised)\b/i;

/** "Total was eight, not six.": a number put in the place of another, without a word of what was done. */
export function correctionClaim(read: ReadSentence, whole: Whole, agents: readonly NamedAgent[]): Claim | null {
  if ((read.sentence.kind !== 'addendum' && !isEdit(read)) || read.acts.some(({ role }) => role === 'inject'))
    return null;
  const exact = read.groups.filter((group) => group.quantity?.kind === 'exact' && !isTakenBack(read, group));
  const denied = read.groups.some((group) => isDeniedNumber(read, group));
  const stated =
    exact.find((group) => errorFor.test(wordsBefore(read, group))) ??
    exact.find((group) => group.noun === null && isRight.test(wordsBehind(read, group))) ??
    (denied ? exact[0] : undefined);
  return stated ? statementClaim(read, [{ ...stated, relation: null }], whole, agents) : null;
}

/** "Five lesions, 5 MIU total.": a tally behind the sentence that told of the injection. */
export function tallyClaim(
  read: ReadSentence,
  before: ReadSentence,
  whole: Whole,
  agents: readonly NamedAgent[],
): Claim | null {
  const { sentence } = read;
  const [first] = read.groups;
  if (sentence.passage !== before.sentence.passage || read.acts.length > 0 || !first || first.first > 0) return null;
  if (!first.noun?.tags.includes('lesion') || first.quantity === null || first.placed) return null;
  const totals = sentence.mentions.some(
    (mention) => termOf(mention, 'relation')?.value === 'total' || isAmount(mention),
  );
  return totals ? statementClaim(read, [first], whole, agents) : null;
}

/** "the number injected 7": the number of all, whatever parts the sentence tells beside it. */
function isNumberInjected(read: ReadSentence, group: Group): boolean {
  const { mentions } = read.sentence;
  if (group.quantity === null || group.placed || termOf(mentions[group.first - 1], 'act')?.value === undefined)
    return false;
  return termOf(mentions[group.first - 2], 'numberword') !== null;
}

/** "L thumb, R index x2, R palm (5 verrucae)": what brackets sum up behind the places. */
function isBracketedSum(read: ReadSentence, group: Group, groups: readonly Group[]): boolean {
  if (!isMark(read.sentence.mentions[group.first - 1], '(') || group.noun?.form !== 'plural') return false;
  return (
    group.quantity?.kind === 'exact' &&
    groups.some((other) => other.first < group.first && other.placed && other.noun === null)
  );
}

/** The phrases before an enumeration opens: in "5 patches (2 R temporal, 2 vertex, 1 occiput)" the five. */
function leadingGroups(read: ReadSentence, groups: readonly Group[]): readonly Group[] {
  // "Warts: Candin into 6 (right middle 2, left thumb 4)": a name without a number opens no enumeration.
  const isNumbered = ({ quantity, labels, relation }: Group): boolean =>
    quantity !== null || labels.length > 0 || relation !== null;
  const head = groups.find(isNumbered);
  if (!head) return groups;
  // "injected today x6, nape 4, occiput 2": a bare multiple is the whole, the places behind it its parts.
  const multiple = head.times && head.noun === null && !head.placed && groups.some((group) => group.placed);
  const opening = multiple ? head.last : enumerationAt(read.sentence, head, read.groups);
  return opening < 0 ? groups : groups.filter((group) => group.first < opening);
}
