import { isMark, termOf } from '../lexicon/mention';
import type { ReadSentence } from './acts';
import type { NamedAgent } from './agents';
import { type Claim, type Count, claimSpan, isShare, quoteOf, resolve, type Whole } from './claims';
import { enumerationAt } from './enumeration';
import type { Group } from './groups';
import { isAmount } from './items';
import type { Treatment } from './treatment';

/** The phrases of a told injection that say which lesions got it, in order. */
export function countedGroups(read: ReadSentence, treatments: readonly Treatment[]): Group[] {
  const bound = treatments.flatMap(({ act }) => [...act.groups]);
  const groups = bound.filter((group) => counts(read, group));
  // "Betamethasone 0.4 mL into each": with no other phrase, the share itself says into what.
  const plain = groups.filter((group) => !isDosed(read, group, groups));
  const named = groups.length > 0 ? plain : bound.filter((group) => isShare(read.sentence, group));
  return [...new Set(named)].sort((a, b) => a.first - b.first);
}

/** "both plaques were injected, 0.3 mL in the larger and 0.1 mL in the other": which of those counted got how much. */
function isDosed(read: ReadSentence, group: Group, groups: readonly Group[]): boolean {
  const [head] = groups;
  if (head === undefined || head === group || head.quantity?.kind === 'vague' || isShareOfDose(read, head))
    return false;
  const numbered = head.quantity !== null || head.relation !== null || head.labels.length > 0;
  const picked = group.quantity === null || group.quantity.kind === 'vague' || group.noun === null;
  return numbered && picked && !group.placed && isShareOfDose(read, group);
}

/** An amount and a preposition stand right before the phrase. */
function isShareOfDose(read: ReadSentence, group: Group): boolean {
  const { mentions } = read.sentence;
  let at = group.first - 1;
  while (mentions[at]?.kind === 'det' || mentions[at]?.kind === 'bound') at -= 1;
  const before = mentions[at - 1];
  return termOf(mentions[at], 'prep') !== null && before !== undefined && isAmount(before);
}

/** Groups of a treated phrase that say which lesions, not how a dose was shared or where the needle went. */
function counts(read: ReadSentence, group: Group): boolean {
  if (group.unit || (isShare(read.sentence, group) && group.noun === null && group.quantity === null)) return false;
  if (isShare(read.sentence, group) && isNumbed(read, group)) return false;
  if (isTakenBack(read, group) || isWholeOfParts(read, group) || isLooseWord(read, group)) return false;
  if (isApposition(read, group)) return false;
  if (group.relation === 'total')
    return group.quantity !== null && group.bound === null && !followedByMeasure(read, group);
  return (
    group.quantity !== null ||
    group.relation !== null ||
    group.labels.length > 0 ||
    (group.noun?.tags.includes('lesion') ?? false)
  );
}

/** "attempted three", "eight, not six", "the four, scratch that, the five": what was tried or taken back. */
function isTakenBack(read: ReadSentence, group: Group): boolean {
  const { mentions } = read.sentence;
  let at = group.first - 1;
  while (mentions[at]?.kind === 'det') at -= 1;
  const before = termOf(mentions[at], 'cue');
  const contrast =
    before?.value === 'negation' && before.tags.includes('forward') && isMark(mentions[at - 1], ',', '(');
  const after = isMark(mentions[group.last], ',') ? mentions[group.last + 1] : mentions[group.last];
  return before?.value === 'attempt' || contrast || termOf(after, 'cue')?.value === 'retraction';
}

/** "Seven were therefore treated, not eight": a number that is denied was stated before. */
function isDeniedNumber(read: ReadSentence, group: Group): boolean {
  const before = termOf(read.sentence.mentions[group.first - 1], 'cue');
  const denied = before?.value === 'negation' && before.tags.includes('forward');
  return denied && group.quantity?.kind === 'exact' && isTakenBack(read, group);
}

/** "not without some wincing": an indefinite word alone counts only as the subject or object of the act. */
function isLooseWord(read: ReadSentence, group: Group): boolean {
  if (group.quantity?.kind !== 'vague' || group.noun || group.relation !== null || group.placed) return false;
  const next = read.sentence.mentions[group.last];
  const before = read.sentence.mentions[group.first - 1];
  const object = termOf(before, 'act') !== null || termOf(before, 'prep')?.value === 'into';
  return !object && !(next && next.skipped === 0 && (next.kind === 'aux' || next.kind === 'act'));
}

/** "into nine of the fourteen, those on the back": which they are, not more of them. */
const isApposition = (read: ReadSentence, group: Group): boolean =>
  group.relation === 'same' &&
  group.quantity === null &&
  isMark(read.sentence.mentions[group.first - 1], ',') &&
  read.groups.some((other) => other.last < group.first && other.quantity !== null);

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
  const sized = sizedShares(read);
  if (sized !== null && groups.every(({ quantity, relation }) => quantity === null && relation === null))
    return sizedClaim(read, sized, whole, agents);
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
  return {
    count: counted.count,
    source: 'statement',
    adds,
    same: parts.some((group) => group.relation === 'same'),
    weak: parts.length > 0 && parts.every((group) => group.quantity === null && isShare(read.sentence, group)),
    corrects: !adds && takesBack(read),
    sites: total ? [] : [...new Set(parts.flatMap((group) => group.sites))],
    labels: usable.every((group) => group.labels.length > 0) ? usable.flatMap((group) => group.labels) : [],
    agent: agents[0]?.name ?? null,
    sentence: read.sentence,
    span: claimSpan(read, usable, null),
    quote: quoteOf(read.sentence),
    how: counted.how,
  };
}

/** "My entry left off the R shin, two nodules there also injected": an addendum that tells of more. */
const tellsMore = ({ sentence: { kind, passage, span } }: ReadSentence): boolean =>
  kind === 'addendum' &&
  /\b(?:also|left (?:off|out)|forgot|omitted|missed|in addition)\b/i.test(
    passage.text.slice(span.start - passage.offset, span.end - passage.offset),
  );

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

function sizedClaim(read: ReadSentence, n: number, whole: Whole, agents: readonly NamedAgent[]): Claim {
  whole.treated = n;
  whole.n ??= n;
  return {
    count: { kind: 'exact', n },
    source: 'statement',
    adds: false,
    same: false,
    weak: false,
    corrects: false,
    sites: [],
    agent: agents[0]?.name ?? null,
    sentence: read.sentence,
    span: read.sentence.span,
    quote: quoteOf(read.sentence),
    how: 'told apart by size',
  };
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

/** "Total was eight, not six.": a number put in the place of another, without a word of what was done. */
export function correctionClaim(read: ReadSentence, whole: Whole, agents: readonly NamedAgent[]): Claim | null {
  if (read.sentence.kind !== 'addendum' || read.acts.some(({ role }) => role === 'inject')) return null;
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

/** Who signs an addendum: the clinician counts again, staff only tell another number. */
const clinician = /\b(?:MD|DO|DPM|NP|FNP|PA|PA-C|DNP|MBBS)\b/;
const staff = /\b(?:RN|LPN|CMA|MA|PharmD|RPh|tech|scribe)\b/i;

const heading = ({ sentence: { passage } }: ReadSentence): string => passage.label?.text ?? passage.title;

/** An addendum corrects only where it says so; another person's number beside the first is a second number. */
export function takesBack(read: ReadSentence): boolean {
  const { passage, mentions } = read.sentence;
  const says = (mention: (typeof mentions)[number]): boolean =>
    ['correction', 'error'].includes(termOf(mention, 'cue')?.value ?? '');
  if (mentions.some(says) || read.groups.some((group) => isDeniedNumber(read, group))) return true;
  if (passage.kind !== 'addendum') return false;
  if (clinician.test(heading(read)) && !staff.test(heading(read))) return true;
  return passage.reading.mentions.some(says) || read.groups.some((group) => isTakenBack(read, group));
}

/** Several phrases of one act: numbers add up, a number outweighs words, singulars of different places count one each. */
function combine(groups: readonly Group[], whole: Whole): { count: Count; how: string } | null {
  // "Eleven nodules were on the chart and all but two of them received": some are left out of those counted before.
  const spared = groups.findIndex((group) => group.except !== null && group.quantity === null);
  const counted = groups[spared - 1]?.quantity;
  const except = groups[spared]?.except;
  if (counted?.kind === 'exact' && except != null) {
    const how = `${counted.n} less ${except}`;
    return { count: { kind: 'exact', n: counted.n - except }, how };
  }
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
    // "14 injected: Nos. 1-9 scalp, 10-14 forehead": the names tell the number once more.
    const [head, ...parts] = numbers;
    const names = parts.length > 0 && parts.every(({ group }) => group.labels.length > 0);
    if (names && head?.count.kind === 'exact' && head.group.labels.length === 0 && head.count.n * 2 === sum)
      return head;
    // "both elbows' plaques and the one of the cleft, three plaques": the sum stands behind its parts.
    const last = numbers[numbers.length - 1];
    if (last?.count.kind === 'exact' && numbers.length > 2 && last.count.n * 2 === sum && isSumBehind(last.group))
      return { count: last.count, how: `${last.count.n} in ${numbers.length - 1} parts` };
    if (head?.count.kind === 'exact' && parts.length > 1 && isWholeOf(head, parts, sum))
      return { count: head.count, how: `${head.count.n} in ${parts.length} parts` };
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

const isSumBehind = ({ noun, placed, times, relation }: Group): boolean =>
  noun?.form === 'plural' && !placed && !times && relation === null;

/** "six nodules, two at the ankle and four along the shin": parts that make up the number before them say it once more. */
function isWholeOf(
  head: { readonly group: Group; readonly count: Count },
  parts: readonly { readonly group: Group }[],
  sum: number,
): boolean {
  const { group, count } = head;
  if (count.kind !== 'exact' || count.n * 2 !== sum || group.times || group.placed) return false;
  // "Six injected, 4 R forearm & 2 L forearm"
  const bare = group.noun === null && parts.every((part) => part.group.placed);
  return (bare || group.noun?.form === 'plural') && parts.every((part) => part.group.relation === null);
}

/** The phrases before an enumeration opens: in "5 patches (2 R temporal, 2 vertex, 1 occiput)" the five. */
function leadingGroups(read: ReadSentence, groups: readonly Group[]): readonly Group[] {
  const head = groups.find(
    (group) => group.quantity !== null || group.labels.length > 0 || group.relation !== null || group.noun !== null,
  );
  if (!head) return groups;
  // "injected today x6, nape 4, occiput 2": a bare multiple is the whole, the places behind it its parts.
  const multiple = head.times && head.noun === null && !head.placed && groups.some((group) => group.placed);
  // "Warts - bleomycin injected into 3": a name without a number opens no enumeration.
  const numbered = head.quantity !== null || head.labels.length > 0 || head.relation !== null;
  const opening = multiple ? head.last : numbered ? enumerationAt(read.sentence, head, read.groups) : -1;
  return opening < 0 ? groups : groups.filter((group) => group.first < opening);
}
