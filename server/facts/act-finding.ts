import { isMark, isVolume, type Mention, termOf } from '../lexicon/mention';
import type { Term } from '../lexicon/term';
import { Gap } from '../note/tokens';
import { wordsOf } from './act-status';
import { isDescribing } from './group-steps';
import type { Group } from './groups';
import type { Disposition } from './model';
import type { Sentence } from './sentences';

/** What an act does to lesions. */
export type ActRole = 'inject' | 'exclude' | 'observe' | 'neutral';
/** `strong` says "inject" itself; `weak` ("given", "treated") needs an agent or a lesion beside it. */
export type ActStrength = 'strong' | 'weak';

/** An act as its own words give it, before it is bound to phrases and judged. */
export interface FoundAct {
  at: number;
  role: ActRole;
  disposition: Disposition;
  strength: ActStrength;
  nominal: boolean;
  form: string;
  tags: readonly string[];
  groups: Group[];
}

/** "Candida antigen 0.3 mL into the largest wart", "Kenalog 10 to 5 patches": an agent or a dose that goes to lesions. */
export function findGiven(sentence: Sentence, all: readonly Group[], from: number): FoundAct[] {
  const { mentions } = sentence;
  const groups = all.filter((group) => group.first >= from);
  for (const [at, mention] of mentions.entries()) {
    if (at < from || termOf(mention, 'relation')?.value !== 'each') continue;
    const agent = mentions
      .slice(0, at)
      .findLastIndex((candidate) => candidate.kind === 'agent' && !isCarrier(candidate));
    const given =
      agent >= from &&
      !isAnesthetic(mentions.slice(0, at).findLast((candidate) => candidate.kind === 'agent')) &&
      mentions.slice(agent, at).some(isGivenAmount);
    if (given) return [{ ...givenAct(agent), tags: ['given', 'share'] }];
  }
  for (const group of groups) {
    // "Intralesional Kenalog 10 mg/mL x 5 keloids".
    if (!group.times || !group.noun) continue;
    const agent = mentions.slice(0, group.first).findLastIndex((mention) => mention.kind === 'agent');
    if (agent >= from && !isCarrier(mentions[agent])) return [givenAct(agent)];
  }
  const intoIt = givenToIt(sentence, from);
  if (intoIt >= 0) return [givenAct(intoIt)];
  const listed = groups.find((group) => group.quantity?.kind === 'exact' && group.noun?.tags.includes('lesion'));
  const told = listed ? givenTo(mentions, listed, from) : -1;
  if (told >= 0) return [givenAct(told)];
  for (const group of groups) {
    // "1.2 mL to the big one", "0.3 cc into both", "into several of these"
    const one = group.quantity?.kind === 'exact' && group.quantity.n === 1;
    const whole = group.relation === 'both' || group.relation === 'all' || group.quantity?.kind === 'vague';
    if (!group.noun && group.sites.length === 0 && group.except === null && !one && !whole) continue;
    const prep = prepositionBefore(mentions, group.first);
    if (prep < 0) continue;
    for (let i = prep - 1; i >= from; i -= 1) {
      const mention = mentions[i];
      if (!mention || isMark(mention, ';') || mention.kind === 'act' || isAnesthetic(mention)) break;
      if (mention.kind === 'agent' && (mention.term.tags.includes('topical') || isPutOn(sentence, mention))) break;
      if (isGivenAmount(mention) || mention.kind === 'agent') return [givenAct(i)];
    }
  }
  return [];
}

/** "fluorouracil cream to the two papules": put on, not in. */
const isPutOn = ({ passage }: Sentence, { end }: Mention): boolean =>
  /^ (?:\d{1,2}(?:\.\d{1,3})? ?% )?(?:cream|ointment|gel|lotion|foam|tape|paste)\b/i.test(
    passage.text.slice(end, end + 24),
  );

/** "kenalog 40, 0.4 ml into it": the lesion that was spoken of got what was measured. */
function givenToIt({ mentions, passage }: Sentence, from: number): number {
  for (let at = from + 2; at < mentions.length; at += 1) {
    const into = mentions[at];
    const before = mentions[at - 1];
    if (!into || termOf(into, 'prep')?.value !== 'into' || before?.kind !== 'measure' || before.dimension !== 'volume')
      continue;
    if (!/^\s(?:it|them|each)\b/i.test(passage.text.slice(into.end, into.end + 6))) continue;
    return mentions.findLastIndex(
      (mention, i) => i >= from && i < at && mention.kind === 'agent' && !isCarrier(mention),
    );
  }
  return -1;
}

/** "Kenalog 10, 0.9 mL, 9 keloids": without a verb, drug, volume and counted lesions tell what was given. */
function givenTo(mentions: readonly Mention[], group: Group, from: number): number {
  if (mentions.some((mention) => mention.kind === 'act' || mention.kind === 'aux' || termOf(mention, 'cue'))) return -1;
  const agent = mentions.findIndex((mention, at) => at >= from && mention.kind === 'agent' && !isCarrier(mention));
  const between = mentions.slice(agent + 1, group.first);
  const volume = between.some(isVolume);
  return agent >= 0 && agent < group.first && volume && !between.some(isAnesthetic) ? agent : -1;
}

const isAnesthetic = (mention: Mention | undefined): boolean =>
  mention?.kind === 'agent' && mention.term.tags[0] === 'anesthetic';

const isCarrier = (mention: Mention | undefined): boolean =>
  mention?.kind === 'agent' && ['anesthetic', 'diluent'].includes(mention.term.tags[0] ?? '');

const isGivenAmount = (mention: Mention): boolean =>
  mention.kind === 'measure' && ['volume', 'mass', 'activity', 'concentration'].includes(mention.dimension);

const givenAct = (at: number): FoundAct => ({
  at,
  role: 'inject',
  disposition: 'injected',
  strength: 'weak',
  nominal: true,
  form: 'singular',
  tags: ['given'],
  groups: [],
});

/** The "into" that leads to a phrase, over what describes it: "into the largest (mother) wart". */
function prepositionBefore(mentions: readonly Mention[], first: number): number {
  for (let i = first - 1; i >= 0 && i >= first - 6; i -= 1) {
    const mention = mentions[i];
    if (!mention || ['measure', 'agent', 'act'].includes(mention.kind) || isMark(mention, ',', ';')) return -1;
    if (termOf(mention, 'prep')?.value === 'into') return i;
  }
  return -1;
}

export function findAct(sentence: Sentence, mention: Mention, at: number): FoundAct[] {
  const term = termOf(mention, 'act');
  if (term && (isDescribing(sentence.mentions, at) || isGlued(sentence, at))) return [];
  const base = { at, strength: 'strong' as const, nominal: false, groups: [] };
  if (!term) {
    // "ILK", "IL bleo", "ILTAC": the route is in the name.
    if (
      mention.kind === 'agent' &&
      /^il[- ]?[a-z0-9]/.test(wordsOf(sentence, at)) &&
      !/^il-?\d+$/.test(wordsOf(sentence, at))
    ) {
      return [
        { ...base, nominal: true, role: 'inject', disposition: 'injected', form: 'singular', tags: ['intralesional'] },
      ];
    }
    // "not injected", "was not given": the cue holds its own verb.
    const cue = termOf(mention, 'cue');
    const words = wordsOf(sentence, at);
    if (
      cue?.value === 'negation' &&
      cue.tags.includes('backward') &&
      /inj|treat|tx|given|touch|reach|dispens|administ|not done|not performed/.test(words)
    ) {
      return [{ ...base, role: 'exclude', disposition: 'not-injected', form: 'past', tags: ['exclude', 'negated'] }];
    }
    return [];
  }
  if (term.tags.includes('exclude')) {
    return [{ ...base, role: 'exclude', disposition: dispositionOf(term), form: term.form, tags: term.tags }];
  }
  if (term.tags.includes('observe'))
    return [{ ...base, role: 'observe', disposition: 'observed', form: term.form, tags: term.tags }];
  if (term.tags.includes('other'))
    return [{ ...base, role: 'neutral', disposition: 'observed', form: term.form, tags: term.tags }];
  const strength = term.tags.includes('strong') ? 'strong' : 'weak';
  const nominal = term.tags.includes('noun') || isInLabel(sentence, mention);
  return [{ ...base, role: 'inject', disposition: 'injected', strength, nominal, form: term.form, tags: term.tags }];
}

/** "PROC-INJ", "pre-injection": a piece of another word. */
function isGlued(sentence: Sentence, at: number): boolean {
  const before = sentence.mentions[at - 1];
  const mention = sentence.mentions[at];
  return isMark(before, '-') && mention?.gap === Gap.None && before?.gap === Gap.None;
}

/** "Lesions injected: …": the name of a field tells of nothing by itself. */
function isInLabel(sentence: Sentence, mention: Mention): boolean {
  const { block, label } = sentence.passage;
  if (label === null || sentence.passage.offset + mention.end > block.contentStart) return false;
  // "Kenalog 10 mg/mL injected:" before a list tells what was done.
  return !label.reading.mentions.some((candidate) => candidate.kind === 'agent');
}

/** What became of the lesions that a verb of leaving out is said of. */
export function dispositionOf({ value, tags }: Pick<Term, 'value' | 'tags'>): Disposition {
  if (value === 'freeze') return 'frozen';
  if (value === 'biopsy') return 'biopsied';
  if (value === 'excise') return 'excised';
  if (value === 'defer') return 'deferred';
  return tags.includes('resolved') ? 'resolved' : 'not-injected';
}
