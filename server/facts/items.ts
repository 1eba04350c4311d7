import { isMark, type Mention, termOf } from '../lexicon/mention';
import type { Span } from '../note/span';
import { Gap } from '../note/tokens';
import { dispositionOf } from './act-finding';
import { wordsOf } from './act-status';
import { isEarlierAnesthetic } from './agents';
import type { Group } from './groups';
import { type Draft, emptyDraft, namesPlaces, takeGroup, touch } from './item-draft';
import type { Disposition } from './model';
import { type Sentence, spanOf } from './sentences';

/** One entry of a list of lesions: a site, label or lesion with what it got. */
export interface Item {
  readonly sentence: Sentence;
  readonly span: Span;
  readonly sites: readonly string[];
  readonly placed: boolean;
  readonly labels: readonly string[];
  /** The lesion noun, where one is written. */
  readonly noun: Group['noun'];
  /** How many lesions the entry stands for. */
  readonly lesions: number;
  /** Written number ("x3"), as against one lesion by being one entry. */
  readonly counted: boolean;
  /** Amount given to it, as written. */
  readonly dose: Span | null;
  readonly size: Span | null;
  /** "inj" or "injected" stands in the entry. */
  readonly marked: boolean;
  /** "one syringe": given by the container. */
  readonly given: boolean;
  /** Why it does not count, or `null`. */
  readonly excluded: Disposition | null;
  /** The phrase is plural and has a number of its own and no place: "6 lesions:" before a list. */
  readonly whole: boolean;
  /** Its place is one in the plural ("hands"), with no word for what lies there. */
  readonly places: boolean;
}

/** Splits a sentence into the entries of a list: "R temple 0.8 mL, L helix 0.5 mL"; "frontal x3, L parietal x2". */
export function readItems(sentence: Sentence, groups: readonly Group[]): Item[] {
  const { mentions } = sentence;
  const byStart = new Map(groups.map((group) => [group.first, group]));
  const items: Item[] = [];
  let draft = emptyDraft();
  let anesthetic = false;
  const close = () => {
    const item = finish(sentence, draft);
    if (item) items.push(item);
    draft = emptyDraft();
  };
  for (let at = 0; at < mentions.length; at += 1) {
    const mention = mentions[at];
    if (!mention) break;
    if (mention.kind === 'agent' && !isEarlierAnesthetic(mentions, at))
      anesthetic = mention.term.tags[0] === 'anesthetic';
    const group = byStart.get(at);
    if (group) {
      takeGroup(draft, group, mentions, close, () => draft);
      at = group.last - 1;
      continue;
    }
    if (isMark(mention, ';', '|') || mention.kind === 'break') {
      if (mention.kind !== 'break' || draft.dose !== null || draft.count !== null) close();
      continue;
    }
    if (opensParts(mention, draft) || parts(mentions, at, draft)) {
      close();
      continue;
    }
    if (isMark(mention, ',') || termOf(mention, 'conj')?.value === 'and') {
      draft.comma = draft.first >= 0;
      continue;
    }
    if (
      mention.kind === 'number' &&
      isBareAmount(mention) &&
      draft.groups.length > 0 &&
      draft.dose === null &&
      mention.skipped === 0 &&
      draft.groups[draft.groups.length - 1]?.last === at
    ) {
      // "R earlobe 0.2, L earlobe 0.3": mL, by the unit of the line.
      draft.dose = at;
      draft.numbing = anesthetic;
      touch(draft, at, at + 1);
      continue;
    }
    if (mention.kind === 'measure') {
      if (mention.dimension === 'length') {
        if (draft.first >= 0 && draft.size === null) draft.size = at;
      } else if (isAmount(mention) && !isTotal(mentions, at)) {
        // "both were infiltrated, 0.8 mL in the forearm one": the amount opens an entry of its own.
        if (draft.dose === null && draft.groups.length > 0 && goesInto(mentions, at, byStart)) close();
        if (draft.dose !== null && draft.groups.length > 0 && draft.doseFirst) close();
        if (draft.dose === null) {
          draft.numbing = anesthetic;
          draft.dose = at;
          draft.doseFirst = draft.groups.length === 0;
          touch(draft, at, at + 1);
        }
      }
      continue;
    }
    const act = termOf(mention, 'act');
    const words = wordsOf(sentence, at);
    if (act?.tags.includes('exclude')) draft.excluded ??= dispositionOf(act);
    else if (act?.value === 'inject' && act.form === 'past') draft.marked = draft.groups.length > 0;
    const cue = termOf(mention, 'cue');
    if (cue?.value === 'negation' && cue.tags.includes('backward') && /inj|treat|tx|given|touch/.test(words))
      draft.excluded = 'not-injected';
    // "abdomen: nothing given"
    if (words === 'nothing' && draft.groups.length > 0) draft.excluded ??= 'not-injected';
    if (draft.first >= 0) draft.last = at + 1;
  }
  close();
  return items;
}

/** "R axilla 3 / L axilla 2": a stroke between entries with their numbers; "0.15 mL into each: R forearm 4, …": the share of all. */
function parts(mentions: readonly Mention[], at: number, { groups, count, dose }: Draft): boolean {
  const mention = mentions[at];
  if (isMark(mention, ':')) return groups.length === 0 && dose !== null;
  // "0.1 mL into 5 (right middle 2, left thumb 3)"
  if (isMark(mention, '(')) return groups.length === 0 && dose !== null && mentions[at - 1]?.kind === 'quantity';
  return isMark(mention, '/') && count !== null && mention?.gap !== Gap.None && mentions[at + 1]?.gap !== Gap.None;
}

/** "9 patches (vertex 4, …", "the patches treated: vertex 3, …": what follows are the parts of what was named. */
function opensParts(mention: Mention, { groups, count }: Draft): boolean {
  if (!groups.some((own) => own.noun?.form === 'plural')) return false;
  const unplaced = groups.every((own) => !own.placed && own.labels.length === 0);
  return isMark(mention, ':') ? count !== null || unplaced : isMark(mention, '(') && count !== null && unplaced;
}

function goesInto(mentions: readonly Mention[], at: number, groups: ReadonlyMap<number, Group>): boolean {
  let next = at + 1;
  if (termOf(mentions[next], 'prep')?.value !== 'into') return false;
  while (mentions[next]?.kind === 'prep' || mentions[next]?.kind === 'det') next += 1;
  const group = groups.get(next);
  return group !== undefined && group.unit === null && (group.placed || group.noun !== null) && group.relation === null;
}

function finish(sentence: Sentence, draft: Draft): Item | null {
  if (draft.groups.length === 0 || draft.first < 0 || draft.numbing) return null;
  const labels = draft.groups.flatMap((group) => group.labels);
  const noun = draft.groups.find((group) => group.noun)?.noun ?? null;
  const sites = draft.groups.flatMap((group) => group.sites);
  const counted = draft.count !== null;
  const plural = noun?.form === 'plural';
  return {
    sentence,
    span: spanOf(sentence, draft.first, Math.max(draft.last, draft.first + 1)),
    sites,
    placed: draft.groups.some((group) => group.placed),
    labels,
    noun,
    lesions: draft.count ?? Math.max(1, labels.length),
    counted,
    dose: draft.dose === null ? null : spanOf(sentence, draft.dose, draft.dose + 1),
    size: draft.size === null ? null : spanOf(sentence, draft.size, draft.size + 1),
    marked: draft.marked,
    given: draft.given,
    excluded: draft.count === 0 ? (draft.excluded ?? 'not-injected') : draft.excluded,
    whole: plural && counted && sites.length === 0 && draft.dose === null,
    places: noun === null && draft.groups.every((group) => namesPlaces(sentence.mentions, group)),
  };
}

/** A decimal without a unit. */
const isBareAmount = (mention: Mention): boolean =>
  mention.kind === 'number' && mention.value !== null && !Number.isInteger(mention.value) && mention.value < 10;

export function isAmount(mention: Mention): boolean {
  return mention.kind === 'measure' && ['volume', 'mass', 'activity'].includes(mention.dimension);
}

/** "total 1.6 mL", "1.5 cc total", "1.4 mL used", "sum 1.6 mL", "2.0 mL in all": an amount of the whole. */
function isTotal(mentions: readonly Mention[], at: number): boolean {
  const before = mentions[at - 1];
  const after = mentions[at + 1];
  if (termOf(before, 'relation')?.value === 'total' && !isMark(before, ',')) return true;
  if (isMark(before, '=', '(') && termOf(mentions[at - 2], 'relation')?.value === 'total') return true;
  if (termOf(mentions[at - 2], 'relation')?.value === 'total' && (before?.kind === 'noun' || isMark(before, ':')))
    return true;
  const next = isMark(after, ',') ? mentions[at + 2] : after;
  if (termOf(next, 'relation')?.value === 'total' && (next?.skipped ?? 0) <= 1) return true;
  return after?.kind === 'act' && /use/.test(after.term.value) && after.skipped === 0;
}
