import { isMark, termOf } from '../lexicon/mention';
import type { ReadSentence } from './acts';
import { isShare } from './claims';
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
  if (isApposition(read, group) || isOfSession(read, group) || isDirection(read, group)) return false;
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
export function isTakenBack(read: ReadSentence, group: Group): boolean {
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
export function isDeniedNumber(read: ReadSentence, group: Group): boolean {
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

/** "into the tumor from both ends": where the needle came from. */
const isDirection = ({ sentence: { mentions, passage } }: ReadSentence, group: Group): boolean =>
  group.noun === null && /\bfrom $/i.test(passage.text.slice(0, mentions[group.first]?.start ?? 0).slice(-6));

/** "dose 4 was eleven": the number of another session. */
const isOfSession = ({ sentence: { mentions } }: ReadSentence, group: Group): boolean =>
  mentions[group.first - 1]?.kind === 'aux' && mentions[group.first - 2]?.kind === 'session';

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
