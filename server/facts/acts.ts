import { isMark, type Mention, termOf } from '../lexicon/mention';
import { bits } from '../lexicon/mention-kinds';
import { kept, keptIn } from '../note/kept';
import type { Span } from '../note/span';
import { endsStep, type Steps } from '../note/steps';
import { bind, shareAlong } from './act-binding';
import { type ActRole, type ActStrength, type FoundAct, findAct, findGiven } from './act-finding';
import type { NoteDocument } from './document';
import { isSameDate } from './encounter-date';
import { type Group, readGroups } from './groups';
import type { Disposition } from './model';
import { type Status, statusOf } from './section-status';
import { type Sentence, type Stretch, sentencesOf } from './sentences';

/** Something done, or not done, to lesions, with the phrases that say to which. */
export interface Act {
  /** Index of its mention in the sentence. */
  readonly at: number;
  /** From the start of the text of its passage. */
  readonly span: Span;
  readonly role: ActRole;
  /** What became of lesions that an excluding act speaks of. */
  readonly disposition: Disposition;
  readonly strength: ActStrength;
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
  /** Where it stands among all sentences. */
  readonly place: number;
}

/** Reads every sentence of the note that may speak of today's lesions, in steps. */
export function* sentenceSteps(document: NoteDocument): Steps<ReadSentence[]> {
  const result: ReadSentence[] = [];
  for (const [index, passage] of document.passages.entries()) {
    if (endsStep(index)) yield;
    if (passage.kind === 'coding' || passage.kind === 'signature') continue;
    for (const sentence of sentencesOf(passage)) {
      const { own } = sentence;
      const acts = (own.kinds & ofActs) === 0 ? noActs : actsOf(own, settingOf(document, sentence));
      result.push({ sentence, groups: groupsOf(own), acts, place: result.length });
    }
  }
  return result;
}

const groupsOf = kept(({ mentions }: Stretch): readonly Group[] => fieldNumbers(mentions, readGroups(mentions)));

/** "Patches treated: ten (10)": the number behind the colon counts what the label names. */
function fieldNumbers(mentions: readonly Mention[], groups: readonly Group[]): Group[] {
  const colon = mentions.findIndex((mention) => isMark(mention, ':'));
  const name = groups.findLast((group) => group.last <= colon && group.noun?.form === 'plural' && group.unit === null);
  const number = groups.find((group) => group.first === colon + 1);
  const bare = number && number.noun === null && number.unit === null && !number.placed && number.labels.length === 0;
  if (colon < 0 || !name || name.quantity || !number?.quantity || !bare) return [...groups];
  const merged = { ...name, last: number.last, quantity: number.quantity, bound: number.bound };
  return groups.flatMap((group) => (group === name ? [merged] : group === number ? [] : [group]));
}

/** No act is told without one of these. */
const ofActs = bits.act | bits.agent | bits.cue | bits.measure;
const noActs: readonly Act[] = [];

/** What the acts of a sentence depend on beside its own words. */
export interface Setting {
  readonly sentence: Sentence;
  readonly date: NoteDocument['date'];
  readonly soap: boolean;
}

const settingOf = ({ date, soap }: NoteDocument, sentence: Sentence): Setting => ({ sentence, date, soap });

/** Whether a sentence stands in the same place as before, apart from where that is in the note. */
function sameSetting(before: Setting, now: Setting): boolean {
  const [a, b] = [before.sentence.passage, now.sentence.passage];
  return (
    before.sentence.kind === now.sentence.kind &&
    a.kind === b.kind &&
    a.day === b.day &&
    a.label?.reading === b.label?.reading &&
    a.block.contentStart - a.offset === b.block.contentStart - b.offset &&
    before.soap === now.soap &&
    isSameDate(before.date, now.date)
  );
}

const actsOf = keptIn((own: Stretch, setting: Setting): readonly Act[] => {
  const acts = readActs(setting, groupsOf(own));
  return acts.length === 0 ? noActs : acts;
}, sameSetting);

function readActs(setting: Setting, groups: readonly Group[]): Act[] {
  const { sentence } = setting;
  // "eight deposits": a lesion that is counted is none of the acts that the word may also name.
  const counted = (at: number): boolean =>
    sentence.mentions[at]?.kind === 'noun' &&
    groups.some((group) => group.noun !== null && group.quantity !== null && at >= group.first && at < group.last);
  const found = sentence.mentions.flatMap((mention, at) => (counted(at) ? [] : findAct(sentence, mention, at)));
  const injects = found.filter((act) => act.role === 'inject');
  const turn = sentence.mentions.findIndex((mention) => termOf(mention, 'cue')?.value === 'but');
  if (injects.length === 0) found.push(...findGiven(sentence, groups, 0));
  // "lidocaine was injected, then bleomycin into 4 warts": the second drug has no verb of its own.
  else if (turn > 0 && injects.every((act) => act.at < turn)) found.push(...findGiven(sentence, groups, turn));
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
  for (const act of found) sparesNone(act);
  return found.flatMap((act) => {
    const denied = isDenied(sentence, act.at) || isOfNone(act);
    // "Deferred: [x] No": nothing was put off.
    if (denied && act.role !== 'inject') return [];
    const { status, cue } = denied
      ? { status: 'negated' as const, cue: isOfNone(act) ? 'none' : 'answered with no' }
      : statusOf(setting, sentence, act);
    return [
      {
        at: act.at,
        span: { start: sentence.mentions[act.at]?.start ?? 0, end: sentence.mentions[act.at]?.end ?? 0 },
        role: act.role,
        disposition: act.disposition,
        strength: act.strength,
        nominal: act.nominal,
        status,
        cue,
        groups: act.groups,
        tags: act.tags,
      },
    ];
  });
}

/** "Injected: [ ] Yes [x] No": the ticked answer behind the question is no. */
function isDenied(sentence: Sentence, at: number): boolean {
  // "Injection deferred: [x] No" answers for the deferral alone.
  const behind = sentence.mentions.slice(at + 1);
  const box = behind.find((mention) => mention.kind === 'act' || (mention.kind === 'box' && mention.mark === 'x'));
  // "INJECTED: nothing."
  const answer = sentence.passage.text.slice(sentence.mentions[at]?.end ?? 0).slice(0, 16);
  if (/^\s?:\s{0,3}(?:(?:nothing|none|nil|not done|no one)\b(?! of)|0(?![.\d]))/i.test(answer)) return true;
  return (
    box?.kind === 'box' &&
    /^(?:no|none|n|not done)\b(?!\.)/i.test(sentence.passage.text.slice(box.end, box.end + 12).trimStart())
  );
}

/** "Warts pared; none was injected". */
const isOfNone = (act: FoundAct): boolean =>
  act.role === 'inject' && act.groups.length > 0 && act.groups.every((group) => group.relation === 'none');

/** "none of the eleven was left uninjected": what spares none of them treats them all. */
function sparesNone(act: FoundAct): void {
  if (act.role !== 'exclude' || act.disposition !== 'not-injected') return;
  const spared = act.groups.find((group) => group.relation === 'none' && group.quantity !== null);
  if (!spared) return;
  act.role = 'inject';
  act.disposition = 'injected';
  act.tags = ['spares-none', 'strong'];
  act.groups = [{ ...spared, relation: 'all' }];
}
