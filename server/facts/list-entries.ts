import { isMark, isVolume, termOf } from '../lexicon/mention';
import type { ReadSentence } from './acts';
import { distinct } from './agent-finder';
import { agentsOf, hasOwnCodeAgent, numbs } from './agents';
import { enumerationAt } from './enumeration';
import type { Group } from './groups';
import { type Item, isAmount, readItems } from './items';
import { type Sentence, spanOf } from './sentences';
import { multipliedPlaces, toldPlaces } from './told-places';

/** The entries of a sentence when it is part of a list. */
export function listItems(read: ReadSentence, inRun: boolean, before: ReadSentence | null): Item[] {
  const { sentence } = read;
  if (read.groups.length === 0 || hasOwnCodeAgent(sentence) || (numbs(sentence) && agentsOf(sentence).length === 0))
    return [];
  const ticked = tickedPlaces(read);
  if (ticked.length > 0) return ticked;
  const headed = headedPlaces(read);
  if (headed.length > 0) return headed;
  const shared = sharedPlaces(read);
  if (shared.length > 0) return shared;
  const places = multipliedPlaces(read);
  if (places.length > 0) return places.map((group) => placeItem(sentence, group));
  const items = itemsOf(read);
  const opening = openingOf(read);
  if (opening !== null) {
    const inside = items.filter((item) => item.span.start >= opening);
    return inside.length > 0 ? inside : readEnumeration(read, opening);
  }
  if (isItemized(read, items))
    return items.filter((item) => item.dose !== null || item.given || item.excluded !== null);
  // Without a verb a short line with a place and an amount is an entry: "R ear lobe keloid, one syringe."
  const fragment =
    sentence.mentions.length <= 10 &&
    !read.acts.some((act) => !act.nominal) &&
    items.some((item) => item.dose !== null || item.given);
  const told = read.acts.some(
    (act) => act.role === 'inject' && act.status === 'performed' && !(act.nominal && fragment) && act.groups.some(says),
  );
  const seen = read.acts.some((act) => (act.role === 'observe' || act.role === 'neutral') && act.groups.some(says));
  const valued = items.filter((item) => !(item.marked && item.dose === null && sentence.mentions.length > 10));
  // "Lesions injected with Kenalog 10: right cheek (2), left cheek (1)"
  const colon = sentence.mentions.find((mention) => isMark(mention, ':'));
  const behind = colon ? items.filter((item) => item.span.start >= sentence.passage.offset + colon.start) : [];
  if (told && behind.length >= 2 && distinct(agentsOf(sentence)).length <= 1) return behind;
  const short = sentence.mentions.length <= 8 && agentsOf(sentence).length === 0;
  if (told && !(short && valued.some((item) => item.marked || item.excluded))) return [];
  if (seen && !valued.some((item) => item.dose !== null || item.given || item.excluded)) return [];
  const row = fragment || isRow(sentence) || inRun || endsWithColon(before);
  return valued.length >= 2 || row ? valued : [];
}

/** "- chin" among "- R cheek x3": a place alone on its line. */
export function barePlace(read: ReadSentence): Item | null {
  const { sentence, groups } = read;
  const [group] = groups;
  const { block, label } = sentence.passage;
  if (!group || groups.length > 1 || read.acts.length > 0 || label !== null) return null;
  if ((block.marker === null && block.indent < 2) || sentence.index > 0 || block.end - block.start > 40) return null;
  if (!group.placed || group.quantity || group.relation || group.unit || group.noun?.form === 'plural') return null;
  const rest = sentence.mentions.filter((_, at) => at < group.first || at >= group.last);
  return rest.every((mention) => isMark(mention, ',', '.', '-', '(', ')')) ? placeItem(sentence, group) : null;
}

/** "L earlobe, R helix, sternum: verapamil 0.2 mL in each": places before a colon, each of which got the drug. */
function headedPlaces({ sentence, groups }: ReadSentence): Item[] {
  const { mentions } = sentence;
  const colon = mentions.findIndex((mention) => isMark(mention, ':'));
  const heads = groups.filter((group) => group.last <= colon);
  const counts = heads.every(
    ({ placed, noun, unit, relation, quantity }) =>
      placed && !noun && !unit && !relation && ['exact', 'part'].includes(quantity?.kind ?? 'exact'),
  );
  const parted = heads
    .slice(1)
    .every(({ first }) => isMark(mentions[first - 1], ',') || termOf(mentions[first - 1], 'conj') !== null);
  if (heads.length < 2 || heads[0]?.first !== 0 || !counts || !parted) return [];
  const behind = mentions.slice(colon + 1);
  const dose = behind.findIndex(isAmount);
  const each = behind.some((mention) => termOf(mention, 'relation')?.value === 'each');
  if (dose < 0 || !each || !behind.some(({ kind }) => kind === 'agent')) return [];
  const amount = spanOf(sentence, colon + 1 + dose, colon + 2 + dose);
  return heads.map((group) => {
    const n = group.quantity?.kind === 'part' ? group.quantity.n : placeItem(sentence, group).lesions;
    return { ...placeItem(sentence, group), lesions: n, dose: amount };
  });
}

/** "0.1 cc ea: R thumb, R ring x2, L palm x2": a share of the dose and, behind a colon, the places that got it. */
function sharedPlaces(read: ReadSentence): Item[] {
  const { sentence } = read;
  const colon = sentence.mentions.findIndex((mention) => isMark(mention, ':'));
  const head = sentence.mentions.slice(0, Math.max(colon, 0));
  const dose = head.findIndex(isVolume);
  const each = head.some((mention) => termOf(mention, 'relation')?.value === 'each');
  const places = dose >= 0 && each ? toldPlaces(read) : null;
  if (places === null || places.groups.some(({ first }) => first < colon)) return [];
  const amount = spanOf(sentence, dose, dose + 1);
  return places.groups.map((group) => ({ ...placeItem(sentence, group), dose: amount }));
}

/** "[x] R ear  [ ] L ear  [x] chest": the ticked places of a line, or of what stands behind "injected:", that holds nothing else. */
function tickedPlaces(read: ReadSentence): Item[] {
  const { sentence, groups, acts } = read;
  const { mentions } = sentence;
  const first = mentions.findIndex((mention) => mention.kind === 'box');
  const opens = first === 0 ? mentions[0]?.start === 0 && acts.length === 0 : isMark(mentions[first - 1], ':');
  const leads =
    first === 0 || acts.some((act) => act.role === 'inject' && act.status === 'performed' && act.at < first);
  if (first < 0 || !opens || !leads || mentions.slice(first).some((mention) => mention.skipped > 0)) return [];
  const options = groups.filter((group) => group.first >= first);
  const ticked = options.every((group) => {
    const box = mentions[group.first - 1];
    const counts = group.placed && group.unit === null && (group.quantity?.kind ?? 'exact') === 'exact';
    return counts && box?.kind === 'box' && box.mark === 'x';
  });
  return ticked ? options.map((group) => placeItem(sentence, group)) : [];
}

const says = (group: Group): boolean =>
  group.unit === null && (group.quantity !== null || group.labels.length > 0 || group.noun !== null);

/** True when a sentence gives each of several lesions its own amount: its entries count, not its phrases. */
export function isItemized(read: ReadSentence, items: readonly Item[] = itemsOf(read)): boolean {
  // "all three keloids, 0.2 mL for each ear and 0.6 mL for the shoulder": the number is told.
  const told = read.groups.some(
    (group) =>
      group.unit === null &&
      group.noun?.form === 'plural' &&
      group.quantity?.kind === 'exact' &&
      group.quantity.n > 1 &&
      !group.times &&
      !group.placed,
  );
  if (told) return false;
  const agents = distinct(agentsOf(read.sentence));
  return agents.length <= 1 && items.filter((item) => item.dose !== null || item.given).length >= 2;
}

export const itemsOf = (read: ReadSentence): Item[] =>
  readItems(read.sentence, read.groups).filter((item) => !item.whole && isEntry(item));

/** Where the enumeration behind a stated number opens ("5 patches (…", "6 keloids: …"), or `null`. */
function openingOf(read: ReadSentence): number | null {
  const head = read.groups.find(
    (group) =>
      group.unit === null &&
      group.noun?.form === 'plural' &&
      group.quantity?.kind === 'exact' &&
      group.sites.length < 2,
  );
  if (!head) return null;
  const opening = enumerationAt(read.sentence, head, read.groups);
  const mark = opening < 0 ? undefined : read.sentence.mentions[opening];
  return mark ? read.sentence.passage.offset + mark.start : null;
}

/** Places told one by one behind a colon: "6 keloids: midsternal, L parasternal upper, R parasternal". */
function readEnumeration(read: ReadSentence, opening: number): Item[] {
  const { sentence } = read;
  const { offset } = sentence.passage;
  const items: Item[] = [];
  let current: Group | null = null;
  let crowded = false;
  const from = sentence.mentions.findIndex((mention) => offset + mention.start === opening) + 1;
  const close = () => {
    if (current) items.push(placeItem(sentence, current));
    current = null;
  };
  for (let at = from; at < sentence.mentions.length; at += 1) {
    const mention = sentence.mentions[at];
    if (!mention) break;
    const group = read.groups.find((candidate) => candidate.first === at);
    if (group) {
      if (current || group.unit || (group.sites.length === 0 && group.noun === null))
        crowded ||= current !== null && group.sites.length > 0;
      else current = group;
      at = group.last - 1;
    } else if (isMark(mention, ',', ';', '.', ')') || termOf(mention, 'conj')) close();
    else if (mention.kind === 'act' || mention.kind === 'agent') crowded = true;
    if (mention.skipped > 2) crowded = true;
  }
  close();
  return crowded || items.length < 2 ? [] : items;
}

function placeItem(sentence: Sentence, group: Group): Item {
  return {
    sentence,
    span: spanOf(sentence, group.first, group.last),
    sites: group.sites,
    placed: group.placed,
    labels: group.labels,
    noun: group.noun,
    lesions:
      group.quantity?.kind === 'exact'
        ? group.quantity.n
        : group.relation === 'both'
          ? 2
          : Math.max(1, group.labels.length),
    counted: group.quantity !== null,
    dose: null,
    size: null,
    marked: false,
    given: false,
    excluded: null,
    whole: false,
    places: false,
  };
}

/** "scalp patches 0.5 mL", "hands 0.5 mL": more than one lesion, and no number. */
export const isOpen = (item: Item): boolean =>
  (item.noun?.form === 'plural' || item.places) && !item.counted && item.labels.length === 0;

function isEntry(item: Item): boolean {
  const named = item.sites.length > 0 || item.labels.length > 0 || item.noun?.tags.includes('lesion') || item.placed;
  if (isOpen(item) && item.sites.length === 0) return false;
  const valued = item.dose !== null || item.counted || item.marked || item.given || item.excluded !== null;
  return named && valued;
}

function isRow(sentence: Sentence): boolean {
  const { block, label } = sentence.passage;
  return (
    block.marker !== null ||
    block.cells !== null ||
    block.indent >= 2 ||
    (label?.kind === 'other' && sentence.index === 0)
  );
}

function endsWithColon(read: ReadSentence | null): boolean {
  return read?.sentence.passage.text.trimEnd().endsWith(':') ?? false;
}
