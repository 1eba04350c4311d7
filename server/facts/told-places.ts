import { isMark, type Mention, termOf } from '../lexicon/mention';
import type { ReadSentence } from './acts';
import { isShare } from './claims';
import type { Group } from './groups';

/** Places told in a row, each of which stands for what lies there, and how many lesions they come to. */
export interface ToldPlaces {
  readonly groups: readonly Group[];
  readonly lesions: number;
}

/**
 * "0.05 mL each, chin and R jaw", "into R forearm x2, scalp": the places in a row of a told injection, where a share of
 * the dose went to each of them or one of them says how many times it counts.
 */
export function toldPlaces(read: ReadSentence): ToldPlaces | null {
  const shares = read.groups.some((group) => group.relation === 'each' && isShare(read.sentence, group));
  const named = read.groups.find((group) => singlePlaces(read, group) > 1);
  if (shares && named) return { groups: [named], lesions: singlePlaces(read, named) };
  const run = longestRun(read.sentence.mentions, read.groups);
  if (run.length < 2 || run.some((group) => isLeftOut(read, group))) return null;
  const others = read.groups.filter((group) => !run.includes(group) && !group.unit);
  const multiplied = run.some(({ times }) => times);
  // A number, a name or a plural beside the places says itself how many there are.
  const counted = others.some(
    ({ quantity, labels, noun }) => quantity !== null || labels.length > 0 || noun?.form === 'plural',
  );
  if (counted || !(shares || multiplied)) return null;
  return { groups: run, lesions: run.reduce((sum, { quantity }) => sum + numberOf(quantity), 0) };
}

/** "5 plaques: nasal tip, L ala, R cheek x 2": places in a row behind a colon, of which some say how many times they count. */
export function multipliedPlaces(read: ReadSentence): readonly Group[] {
  if (!read.groups.some(({ times }) => times)) return [];
  const run = longestRun(read.sentence.mentions, read.groups);
  const [first] = run;
  const behindColon = first !== undefined && isMark(read.sentence.mentions[first.first - 1], ':');
  const mixed = run.some(({ times }) => times) && run.some(({ quantity }) => quantity === null);
  return behindColon && mixed && !run.some((group) => isLeftOut(read, group)) ? run : [];
}

/** "Chalazia RUL and LLL": places so small that what lies in each is one; how many a phrase names, 0 where it names others. */
export function singlePlaces(read: ReadSentence, group: Group): number {
  if (group.quantity !== null || group.unit || !group.noun || group.labels.length > 0) return 0;
  const { mentions } = read.sentence;
  let sites = 0;
  for (let at = group.first; at < mentions.length; at += 1) {
    const mention = mentions[at];
    if (!mention) break;
    const site = termOf(mention, 'site');
    if (site?.tags.includes('single')) sites += 1;
    else if (
      (site && sites > 0) ||
      (at >= group.last && !isMark(mention, ',', '+', '&', '/', '(', ')') && !passes(mention))
    )
      break;
  }
  return sites;
}

const passes = (mention: Mention): boolean =>
  mention.skipped === 0 && ['conj', 'code', 'number', 'icd', 'break'].includes(mention.kind);

const numberOf = (quantity: Group['quantity']): number => (quantity?.kind === 'exact' ? quantity.n : 1);

/** The longest row of single places with nothing but commas, "and" and the like between them. */
function longestRun(mentions: readonly Mention[], groups: readonly Group[]): Group[] {
  let best: Group[] = [];
  let run: Group[] = [];
  for (const group of groups) {
    const before = run[run.length - 1];
    if (!isSinglePlace(mentions, group)) run = [];
    else if (before && joins(mentions.slice(before.last, group.first), mentions[group.first])) run.push(group);
    else run = [group];
    if (run.length > best.length) best = [...run];
  }
  return best;
}

/** One place, on one side, with no word of its own for what lies there. */
function isSinglePlace(mentions: readonly Mention[], group: Group): boolean {
  const { noun, unit, relation, labels, sites, quantity, times, placed } = group;
  if (!placed || noun || unit || relation !== null || labels.length > 0 || sites.length !== 1) return false;
  if (quantity !== null && !(times && quantity.kind === 'exact')) return false;
  if (sites[0]?.startsWith('bilateral')) return false;
  return !mentions.slice(group.first, group.last).some((mention) => termOf(mention, 'site')?.form === 'plural');
}

const joins = (between: readonly Mention[], next: Mention | undefined): boolean =>
  between.length > 0 &&
  // "coronal sulcus, mid shaft": a word of the place that no table has.
  next !== undefined &&
  next.skipped <= 1 &&
  between.every(
    (mention) =>
      mention.skipped <= 1 &&
      (isMark(mention, ',', '+', '&', '/') || mention.kind === 'conj' || mention.kind === 'break'),
  );

const isLeftOut = ({ acts }: ReadSentence, group: Group): boolean =>
  acts.some((act) => act.role !== 'inject' && act.groups.includes(group));
