import { isMark, type Mention, termOf } from '../lexicon/mention';
import type { Span } from '../note/span';
import { type ActStatus, commaBetween, judgeAct, wordsOf } from './act-status';
import type { NoteDocument } from './document';
import { type Group, isDescribing, readGroups } from './groups';
import type { Disposition } from './model';
import { type Sentence, sentencesOf, spanOf } from './sentences';

/** `mention`: the act is named and nothing says that it was done. */
export type Status = ActStatus | 'mention';

/** Something done, or not done, to lesions, with the phrases that say to which. */
export interface Act {
  readonly sentence: Sentence;
  /** Index of its mention in the sentence. */
  readonly at: number;
  readonly span: Span;
  readonly role: 'inject' | 'exclude' | 'observe' | 'neutral';
  /** What became of lesions that an excluding act speaks of. */
  readonly disposition: Disposition;
  /** `strong` says "inject" itself; `weak` ("given", "treated") needs an agent or a lesion beside it. */
  readonly strength: 'strong' | 'weak';
  /** A noun or title ("intralesional injection"), not a verb. */
  readonly nominal: boolean;
  readonly status: Status;
  /** The words or the section that decided the status. */
  readonly cue: string;
  readonly groups: readonly Group[];
  readonly tags: readonly string[];
}

export interface ReadSentence {
  readonly sentence: Sentence;
  readonly groups: readonly Group[];
  readonly acts: readonly Act[];
}

/** Reads every sentence of the note that may speak of today's lesions. */
export function readSentences(document: NoteDocument): ReadSentence[] {
  const result: ReadSentence[] = [];
  for (const passage of document.passages) {
    if (passage.kind === 'coding' || passage.kind === 'signature') continue;
    for (const sentence of sentencesOf(passage)) {
      const groups = fieldNumbers(sentence, readGroups(sentence.mentions));
      result.push({ sentence, groups, acts: readActs(document, sentence, groups) });
    }
  }
  return result;
}

/** "Patches treated: ten (10)": the number behind the colon counts what the label names. */
function fieldNumbers(sentence: Sentence, groups: readonly Group[]): Group[] {
  const colon = sentence.mentions.findIndex((mention) => isMark(mention, ':'));
  const name = groups.findLast((group) => group.last <= colon && group.noun?.form === 'plural' && group.unit === null);
  const number = groups.find((group) => group.first === colon + 1);
  const bare = number && number.noun === null && number.unit === null && !number.placed && number.labels.length === 0;
  if (colon < 0 || !name || name.quantity || !number?.quantity || !bare) return [...groups];
  const merged = { ...name, last: number.last, quantity: number.quantity, bound: number.bound };
  return groups.flatMap((group) => (group === name ? [merged] : group === number ? [] : [group]));
}

interface Found {
  at: number;
  role: Act['role'];
  disposition: Disposition;
  strength: Act['strength'];
  nominal: boolean;
  form: string;
  tags: readonly string[];
  groups: Group[];
}

function readActs(document: NoteDocument, sentence: Sentence, groups: readonly Group[]): Act[] {
  const found = sentence.mentions.flatMap((mention, at) => findAct(sentence, mention, at));
  if (!found.some((act) => act.role === 'inject')) found.push(...findGiven(sentence.mentions, groups));
  found.sort((a, b) => a.at - b.at);
  for (const group of groups) {
    if (
      group.unit ||
      (!group.noun && !group.quantity && !group.relation && group.labels.length === 0 && group.sites.length === 0)
    )
      continue;
    bind(sentence.mentions, found, group)?.groups.push(group);
  }
  shareAlong(sentence.mentions, found);
  return found.map((act) => {
    const { status, cue } = statusOf(document, sentence, act);
    return {
      sentence,
      at: act.at,
      span: spanOf(sentence, act.at, act.at + 1),
      role: act.role,
      disposition: act.disposition,
      strength: act.strength,
      nominal: act.nominal,
      status,
      cue,
      groups: act.groups,
      tags: act.tags,
    };
  });
}

/** "were pared and infiltrated": what is made ready and then injected is one phrase for both. */
function shareAlong(mentions: readonly Mention[], acts: readonly Found[]): void {
  for (const [index, act] of acts.entries()) {
    const before = acts[index - 1];
    if (act.role !== 'inject' || act.groups.some((group) => group.first < act.at) || before?.role !== 'neutral')
      continue;
    const between = mentions.slice(before.at + 1, act.at);
    if (between.length > 3 || between.some((mention) => isMark(mention, ';', '.'))) continue;
    act.groups.unshift(...before.groups);
  }
}

/** "Candida antigen 0.3 mL into the largest wart", "Kenalog 10 to 5 patches": an agent or a dose that goes to lesions. */
function findGiven(mentions: readonly Mention[], groups: readonly Group[]): Found[] {
  for (const [at, mention] of mentions.entries()) {
    if (termOf(mention, 'relation')?.value !== 'each') continue;
    const agent = mentions
      .slice(0, at)
      .findLastIndex((candidate) => candidate.kind === 'agent' && !isCarrier(candidate));
    const given =
      agent >= 0 &&
      !isAnesthetic(mentions.slice(0, at).findLast((candidate) => candidate.kind === 'agent')) &&
      mentions.slice(agent, at).some(isGivenAmount);
    if (given) return [{ ...givenAct(agent), tags: ['given', 'share'] }];
  }
  for (const group of groups) {
    // "Intralesional Kenalog 10 mg/mL x 5 keloids".
    if (!group.times || !group.noun) continue;
    const agent = mentions.slice(0, group.first).findLastIndex((mention) => mention.kind === 'agent');
    if (agent >= 0 && !isCarrier(mentions[agent])) return [givenAct(agent)];
  }
  for (const group of groups) {
    if (!group.noun && group.sites.length === 0) continue;
    const prep = prepositionBefore(mentions, group.first);
    if (prep < 0) continue;
    for (let i = prep - 1; i >= 0; i -= 1) {
      const mention = mentions[i];
      if (!mention || isMark(mention, ';') || mention.kind === 'act' || isAnesthetic(mention)) break;
      if (isGivenAmount(mention) || mention.kind === 'agent') return [givenAct(i)];
    }
  }
  return [];
}

const isAnesthetic = (mention: Mention | undefined): boolean =>
  mention?.kind === 'agent' && mention.term.tags[0] === 'anesthetic';

const isCarrier = (mention: Mention | undefined): boolean =>
  mention?.kind === 'agent' && ['anesthetic', 'diluent'].includes(mention.term.tags[0] ?? '');

const isGivenAmount = (mention: Mention): boolean =>
  mention.kind === 'measure' && ['volume', 'mass', 'activity', 'concentration'].includes(mention.dimension);

const givenAct = (at: number): Found => ({
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

function findAct(sentence: Sentence, mention: Mention, at: number): Found[] {
  const term = termOf(mention, 'act');
  if (term && isDescribing(sentence.mentions, at)) return [];
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
      /inj|treat|tx|given|touch|reach|dispens|administ/.test(words)
    ) {
      return [{ ...base, role: 'exclude', disposition: 'not-injected', form: 'past', tags: ['exclude', 'negated'] }];
    }
    return [];
  }
  if (term.tags.includes('exclude')) {
    return [
      { ...base, role: 'exclude', disposition: dispositionOf(term.value, term.tags), form: term.form, tags: term.tags },
    ];
  }
  if (term.tags.includes('observe'))
    return [{ ...base, role: 'observe', disposition: 'observed', form: term.form, tags: term.tags }];
  if (term.tags.includes('other'))
    return [{ ...base, role: 'neutral', disposition: 'observed', form: term.form, tags: term.tags }];
  const strength = term.tags.includes('strong') ? 'strong' : 'weak';
  const nominal = term.tags.includes('noun') || isInLabel(sentence, mention);
  return [{ ...base, role: 'inject', disposition: 'injected', strength, nominal, form: term.form, tags: term.tags }];
}

/** "Lesions injected: …": the name of a field tells of nothing by itself. */
function isInLabel(sentence: Sentence, mention: Mention): boolean {
  const { block, label } = sentence.passage;
  if (label === null || sentence.passage.offset + mention.end > block.contentStart) return false;
  // "Kenalog 10 mg/mL injected:" before a list tells what was done.
  return !label.reading.mentions.some((candidate) => candidate.kind === 'agent');
}

function dispositionOf(value: string, tags: readonly string[]): Disposition {
  if (value === 'freeze') return 'frozen';
  if (value === 'biopsy') return 'biopsied';
  if (value === 'excise') return 'excised';
  if (value === 'defer') return 'deferred';
  return tags.includes('resolved') ? 'resolved' : 'not-injected';
}

/** Which act a phrase belongs to: the participle right behind it, else the act before it, else the next one. */
function bind(mentions: readonly Mention[], acts: readonly Found[], group: Group): Found | undefined {
  const inside = acts.find((act) => act.at > group.first && act.at < group.last);
  if (inside) return inside;
  const next = acts.find((act) => act.at >= group.last);
  const previous = acts.findLast((act) => act.at < group.first);
  if (next && !next.nominal && followsDirectly(mentions, group.last, next.at, previous !== undefined)) return next;
  if (previous && !separated(mentions, previous.at, group.first)) return previous;
  return next && !separated(mentions, group.last, next.at) ? next : previous;
}

/** Nothing but auxiliaries, "not", places and asides between a subject and its verb. */
function followsDirectly(mentions: readonly Mention[], from: number, act: number, strict: boolean): boolean {
  let skipped = 0;
  for (let i = from; i <= act; i += 1) {
    const mention = mentions[i];
    if (!mention) return false;
    skipped += mention.skipped;
    if (i === act) break;
    if (mention.kind === 'aux' || mention.kind === 'cue' || mention.kind === 'relation' || mention.kind === 'break')
      continue;
    if (mention.kind === 'mark' && [':', ',', '-', '(', ')'].includes(mention.mark) && !strict) continue;
    if (mention.kind === 'mark' && mention.mark === '-') continue;
    if (strict) return false;
    if (['det', 'prep', 'site', 'side', 'place', 'noun', 'route', 'measure'].includes(mention.kind)) continue;
    return false;
  }
  return skipped <= (strict ? 2 : 8);
}

function separated(mentions: readonly Mention[], from: number, to: number): boolean {
  for (let i = from + 1; i < to; i += 1) if (isMark(mentions[i], ';')) return true;
  return false;
}

/** A verb with its subject or auxiliary tells of something done; a bare participle may hang on a wish before it. */
function isToldVerb(sentence: Sentence, at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - 3; i -= 1) {
    const mention = sentence.mentions[i];
    if (mention?.kind === 'aux') return !commaBetween(sentence.mentions, i, at);
    if (mention?.kind === 'mark') break;
  }
  const mention = sentence.mentions[at];
  const before = sentence.passage.text.slice(Math.max(0, (mention?.start ?? 0) - 24), mention?.start ?? 0);
  return /\b(?:i|we|he|she|they|doctor|md)\s+(?:\w+ly\s+|then\s+|also\s+)?$/i.test(before);
}

/** "injected nodules less avid": the participle describes, unless a number or an agent follows as in "injected 3 nodules with". */
function isAttributive(sentence: Sentence, at: number): boolean {
  const { mentions } = sentence;
  const next = mentions[at + 1];
  if (next?.kind !== 'noun' || next.skipped > 0 || next.term.form !== 'plural') return false;
  const before = mentions[at - 1];
  if (before?.kind === 'conj' || before?.kind === 'aux') return false;
  return !mentions.slice(at + 1, at + 5).some((mention) => termOf(mention, 'prep')?.value === 'with');
}

function statusOf(document: NoteDocument, sentence: Sentence, act: Found): { status: Status; cue: string } {
  const { passage } = sentence;
  const finite = act.form === 'past' && isToldVerb(sentence, act.at);
  if (act.form === 'past' && !finite && isAttributive(sentence, act.at))
    return { status: 'mention', cue: 'describes lesions' };
  const judged = judgeAct(sentence, act.at, finite, document.date);
  const saysToday = sentence.mentions.some((mention) => termOf(mention, 'cue')?.value === 'today');
  if (judged) {
    // "We will inject …" in the body of a procedure that goes on to tell of it is settled where the claims meet.
    return judged;
  }
  const bySection = sectionStatus(document, sentence);
  if (
    bySection &&
    !(
      saysToday &&
      act.form === 'past' &&
      passage.day === 'today' &&
      !['template', 'other-person', 'consent'].includes(bySection.status)
    )
  ) {
    return bySection;
  }
  if (act.form === 'past') return { status: 'performed', cue: 'told in the past tense' };
  if (act.nominal) {
    const told =
      passage.kind === 'procedure' ||
      passage.kind === 'nursing' ||
      saysToday ||
      hasAmount(sentence) ||
      countsLesions(act.groups);
    if (told && sentence.kind !== 'assessment')
      return { status: 'performed', cue: 'named in the record of the procedure' };
    if (saysToday) return { status: 'performed', cue: 'today' };
  }
  return { status: 'mention', cue: 'named, not told' };
}

const countsLesions = (groups: readonly Group[]): boolean =>
  groups.some(
    (group) =>
      (group.quantity !== null && (group.noun !== null || group.times)) ||
      (group.noun !== null && group.definite) ||
      group.labels.length > 0,
  );

const hasAmount = (sentence: Sentence): boolean =>
  sentence.mentions.some(
    (mention) => mention.kind === 'measure' && ['volume', 'mass', 'activity'].includes(mention.dimension),
  );

/** What a section says of an act that its own sentence leaves open; `null` where the section is no reason to doubt. */
export function sectionStatus(
  document: NoteDocument,
  sentence: Pick<Sentence, 'kind' | 'passage'>,
): { status: Status; cue: string } | null {
  const { kind, passage } = sentence;
  if (passage.day === 'past') return { status: 'past', cue: 'entry of an earlier day' };
  if (passage.day === 'future' && kind !== 'addendum') return { status: 'planned', cue: 'entry of a later day' };
  const by = (status: Status) => ({ status, cue: `section: ${kind}` });
  switch (kind) {
    case 'history':
    case 'data':
      return by('past');
    case 'complaint':
      return by('reason');
    case 'consent':
      return by('consent');
    case 'plan':
      return document.soap ? null : by('planned');
    case 'aftercare':
    case 'follow-up':
      return by('planned');
    case 'template':
      return by('template');
    case 'other-person':
      return by('other-person');
    case 'exam':
      return by('mention');
    default:
      return null;
  }
}
