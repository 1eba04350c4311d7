import { termOf } from '../lexicon/mention';
import type { FoundAct } from './act-finding';
import { type ActStatus, commaBetween, judgeAct } from './act-status';
import type { NoteDocument } from './document';
import type { Group } from './groups';
import type { Sentence } from './sentences';

/** `mention`: the act is named and nothing says that it was done. */
export type Status = ActStatus | 'mention';

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
  // "All injected medications were preservative-free": it describes what the word behind it names.
  if (mentions[at - 1]?.kind === 'relation' && mentions[at]?.skipped === 0 && next?.kind === 'aux' && next.skipped > 0)
    return true;
  if (next?.kind !== 'noun' || next.skipped > 0 || next.term.form !== 'plural') return false;
  const before = mentions[at - 1];
  if (before?.kind === 'conj' || before?.kind === 'aux') return false;
  return !mentions.slice(at + 1, at + 5).some((mention) => termOf(mention, 'prep')?.value === 'with');
}

/** Judges an act by its clause, then by its section, then by its form. */
export function statusOf(
  document: Pick<NoteDocument, 'date' | 'soap'>,
  sentence: Sentence,
  act: FoundAct,
): { status: Status; cue: string } {
  const { passage } = sentence;
  // "*** lesions of the *** were injected": a template that nobody filled in.
  if (sentence.mentions.filter((mention) => mention.kind === 'blank').length >= 2)
    return { status: 'template', cue: 'left blank' };
  if (act.tags.includes('spares-none'))
    return sectionStatus(document, sentence) ?? { status: 'performed', cue: 'none was spared' };
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
  if (act.form === 'past' || isPurpose(sentence, act.at)) return { status: 'performed', cue: 'told in the past tense' };
  if (act.nominal) {
    const told =
      passage.kind === 'procedure' ||
      passage.kind === 'nursing' ||
      saysToday ||
      hasAmount(sentence) ||
      countsLesions(act.groups);
    const given = act.tags.includes('given') && hasAmount(sentence);
    if (told && (sentence.kind !== 'assessment' || given))
      return { status: 'performed', cue: 'named in the record of the procedure' };
    if (saysToday) return { status: 'performed', cue: 'today' };
  }
  return { status: 'mention', cue: 'named, not told' };
}

/** "Kenalog was used to inject six keloids": the verb before tells that it was done. */
function isPurpose(sentence: Sentence, at: number): boolean {
  const before = sentence.mentions.slice(Math.max(0, at - 2), at);
  return before.some((mention) => termOf(mention, 'act')?.form === 'past' && mention.end > mention.start);
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
  document: Pick<NoteDocument, 'soap'>,
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
