import { isMark, type Mention, termOf } from '../lexicon/mention';
import { foldText } from '../note/fold';
import type { CalendarDate } from './encounter-date';
import { isSameDay } from './encounter-date';
import { clauseEnd, clauseStart, type Sentence } from './sentences';

/** Whether, when and for whom an act was done. */
export type ActStatus =
  | 'performed'
  | 'negated'
  | 'past'
  | 'planned'
  | 'conditional'
  | 'reason'
  | 'consent'
  | 'other-person'
  | 'quoted'
  | 'template';

export interface JudgedStatus {
  readonly status: ActStatus;
  /** The words that decided, for `explain`: the cue, or the section that stands in for one. */
  readonly cue: string;
}

/** Words that ask, wish or offer: what hangs on them was not done, over commas too. */
const wishes = new Set([
  'wants',
  'would like',
  'requests',
  'requesting',
  'wishes',
  'hopes',
  'hoping',
  'interested in',
  'asked whether',
  'asked about',
  'asks about',
  'asking about',
  'wonders',
  'wondered',
  'offer',
  'offered',
  'offering',
  'consider',
  'considered',
  'considering',
  'candidate for',
  'recommend',
  'recommended',
  'recommends',
  'suggest',
  'suggested',
  'if',
  'unless',
  'whether',
  'would',
  'could',
  'might',
  'may',
  'should',
  'in case',
  'in the event',
  'were to',
  'prefers',
  'option',
  'options',
  'agrees to',
  'amenable to',
  'will',
  "we'll",
  "i'll",
  'shall',
  'going to',
  'plan to',
  'plans to',
  'planning to',
  'to be',
  'intend to',
  'aims to',
  'aim to',
]);
/** Words that talk about an act: they reach to the next comma only. */
const reachesToComma = new Set(['conditional', 'future', 'consent']);

/** Judges one act from the cues of its clause. `null` where the clause says nothing and the section must decide. */
export function judgeAct(
  sentence: Sentence,
  at: number,
  finite: boolean,
  date: CalendarDate | null,
): JudgedStatus | null {
  const { mentions } = sentence;
  const start = clauseStart(mentions, at);
  const end = clauseEnd(mentions, at);
  if (isQuoted(mentions, at)) return { status: 'quoted', cue: 'quotation marks' };
  const today = hasCue(mentions, start, end, 'today');
  const nominal = termOf(mentions[at], 'act')?.tags.includes('noun') ?? true;
  for (let i = at - 1; i >= start; i -= 1) {
    const judged = judgeBefore(sentence, i, at, { finite, today, nominal });
    if (judged) return judged;
  }
  for (let i = at + 1; i < end; i += 1) {
    const judged = judgeAfter(sentence, i, at, { finite, today, nominal });
    if (judged) return judged;
  }
  // "At the December visit we had injected six lesions."
  if (!today && termOf(mentions[at], 'act')?.form === 'past' && pluperfect.test(wordsBefore(sentence, at)))
    return { status: 'past', cue: 'had' };
  // "Weeks 1-3 given on schedule": what earlier sessions got.
  if (finite === false && !today && mentions[at - 1]?.kind === 'session' && mentions[at]?.skipped === 0)
    return { status: 'past', cue: 'told of a session by its number' };
  if (nominal && !today && isTimeAfter(mentions, at))
    return { status: 'past', cue: 'told as long before something else' };
  if (!today && isSchedule(mentions, at, end)) return { status: 'conditional', cue: 'told as a schedule' };
  const other = otherDay(mentions, { start, end }, at, sentence.kind === 'addendum' ? null : date);
  if (other && !today) return other;
  return null;
}

/** "fever two days after T-VEC injection": what went before what is told. */
function isTimeAfter(mentions: readonly Mention[], at: number): boolean {
  for (let i = at - 1; i >= 1 && i >= at - 5; i -= 1) {
    if (isMark(mentions[i], ',')) return false;
    const before = mentions[i - 1];
    if (termOf(mentions[i], 'prep')?.value === 'after')
      return before?.kind === 'measure' && before.dimension === 'time' && mentions[i]?.skipped === 0;
  }
  return false;
}

const pluperfect = /\b(?:i|we|he|she|they|dr\.? \w{2,20}) had (?:already |previously |also |then |only )?$/i;

const wordsBefore = ({ passage, mentions }: Sentence, at: number): string => {
  const end = mentions[at]?.start ?? 0;
  return passage.text.slice(Math.max(0, end - 40), end);
};

/** "injected into the nodules every 2 wk": how a drug is given, not that it was. */
function isSchedule(mentions: readonly Mention[], at: number, end: number): boolean {
  for (let i = at + 1; i + 1 < end; i += 1) {
    if (isMark(mentions[i], ',')) return false;
    const every = ['each', 'all'].includes(termOf(mentions[i], 'relation')?.value ?? '');
    const next = mentions[i + 1];
    if (every && next?.kind === 'measure' && next.dimension === 'time') return true;
  }
  return false;
}

interface ActForm {
  /** A verb with its subject or auxiliary. */
  readonly finite: boolean;
  readonly nominal: boolean;
  /** The clause says "today". */
  readonly today: boolean;
}

function judgeBefore(sentence: Sentence, i: number, at: number, form: ActForm): JudgedStatus | null {
  const { finite, nominal, today } = form;
  const { mentions } = sentence;
  const mention = mentions[i];
  const cue = termOf(mention, 'cue');
  if (!mention || !cue) return null;
  const words = wordsOf(sentence, i);
  const comma = commaBetween(mentions, i, at);
  const near = at - i <= 3 && skippedBetween(mentions, i, at) <= 3;
  switch (cue.value) {
    case 'negation': {
      if (!cue.tags.includes('forward')) return null;
      if (nominal && /(?:cannot|can't|unable|could|fail|instead|rather)/.test(words)) return null;
      const verbal = /(?:not|n't|never|unable|cannot|failed|instead|rather)/.test(words);
      if (verbal ? near && !comma : !comma && !countBetween(mentions, i, at) && at - i <= 4)
        return { status: 'negated', cue: words };
      return null;
    }
    case 'past':
      if (today || (!nominal && adjacentActBetween(mentions, i, at))) return null;
      return comma && at - i > 8 ? null : { status: 'past', cue: words };
    case 'reason':
      return comma ? null : { status: 'reason', cue: words };
    case 'experiencer':
      return experiencerOwns(sentence, i) && !comma ? { status: 'other-person', cue: words } : null;
    case 'template':
      return comma ? null : { status: 'template', cue: words };
    case 'quote':
      return { status: 'quoted', cue: words };
    case 'consent':
      return comma || (finite && at - i > 3) ? null : { status: 'consent', cue: words };
    case 'attempt':
      return null;
    case 'future':
    case 'conditional': {
      if (finite && !wishes.has(words)) return null;
      if (comma && (!wishes.has(words) || finite)) return null;
      if (!finite && !wishes.has(words) && reachesToComma.has(cue.value) && comma) return null;
      // "up to", "any" and the like count or bound; they open no condition for a finite verb.
      return { status: cue.value === 'future' ? 'planned' : 'conditional', cue: words };
    }
    default:
      return null;
  }
}

function judgeAfter(sentence: Sentence, i: number, at: number, form: ActForm): JudgedStatus | null {
  const { finite, nominal, today } = form;
  const { mentions } = sentence;
  const cue = termOf(mentions[i], 'cue');
  if (!cue) return null;
  const words = wordsOf(sentence, i);
  const comma = commaBetween(mentions, at, i);
  const near = i - at <= 3 && skippedBetween(mentions, at, i) <= 2;
  if (cue.value === 'negation' && cue.tags.includes('backward') && near && !comma)
    return { status: 'negated', cue: words };
  // "injected after she had been told": what came before the act.
  const before = mentions.slice(at + 1, i).some((mention) => termOf(mention, 'prep')?.value === 'after');
  if (cue.value === 'past' && !today && !before && (!comma || i - at <= 5)) return { status: 'past', cue: words };
  // "Intralesional methotrexate, usually two to four injections, would be my preference."
  if (cue.value === 'future' && nominal && /^would/.test(words)) return { status: 'conditional', cue: words };
  if (cue.value === 'future' && !today && !comma) {
    if (/next|scheduled|planned|booked|tomorrow|when (?:he|she)|future|later|pending/.test(words))
      return { status: 'planned', cue: words };
    return null;
  }
  if (
    cue.value === 'conditional' &&
    !finite &&
    !comma &&
    (near ? ['if', 'unless', 'discussed', 'offered'] : ['if', 'unless']).includes(words) &&
    // "ILK to 6 sites if no better": of a thing that is only named, a condition at any distance says that it is not done.
    (near || nominal)
  ) {
    return { status: 'conditional', cue: words };
  }
  if (cue.value === 'error' && !comma) return { status: 'template', cue: words };
  return null;
}

/** A date of another day that belongs to the act: at the head of its clause, or right behind it. */
function otherDay(
  mentions: readonly Mention[],
  clause: { readonly start: number; readonly end: number },
  at: number,
  date: CalendarDate | null,
): JudgedStatus | null {
  const { start, end } = clause;
  for (let i = start; i < end; i += 1) {
    const mention = mentions[i];
    if (mention?.kind !== 'date' || mention.year === null) continue;
    const day = { year: mention.year, month: mention.month, day: mention.day };
    // A year alone is told of what is past, also where the note states no day of its own.
    if (date === null && mention.month > 0) return null;
    if (date !== null && isSameDay(day, date)) return null;
    const head = i - start <= 1 && mention.skipped <= 1;
    const on = i > at && termOf(mentions[i - 1], 'prep') !== null;
    const behind = on && (i - at <= 2 || !commaBetween(mentions, at, i));
    if (!head && !behind) continue;
    const earlier =
      date === null ||
      day.year * 400 + day.month * 31 + (day.day ?? 0) < date.year * 400 + date.month * 31 + (date.day ?? 0);
    return { status: earlier ? 'past' : 'planned', cue: 'date of another day' };
  }
  return null;
}

function hasCue(mentions: readonly Mention[], start: number, end: number, value: string): boolean {
  for (let i = start; i < end; i += 1) if (termOf(mentions[i], 'cue')?.value === value) return true;
  return false;
}

function isQuoted(mentions: readonly Mention[], at: number): boolean {
  let quotes = 0;
  for (let i = 0; i < at; i += 1) if (isMark(mentions[i], '"')) quotes += 1;
  return quotes % 2 === 1 && mentions.slice(at).some((mention) => isMark(mention, '"'));
}

export function commaBetween(mentions: readonly Mention[], from: number, to: number): boolean {
  for (let i = from + 1; i < to; i += 1) if (isMark(mentions[i], ',', '(', ')', '-')) return true;
  return false;
}

function skippedBetween(mentions: readonly Mention[], from: number, to: number): number {
  let skipped = 0;
  for (let i = from + 1; i <= to; i += 1) skipped += mentions[i]?.skipped ?? 0;
  return skipped;
}

/** "No erythema and 5 warts injected": a new count ends what "no" denies. */
function countBetween(mentions: readonly Mention[], from: number, to: number): boolean {
  for (let i = from + 1; i < to; i += 1) {
    if (mentions[i]?.kind === 'quantity' && termOf(mentions[i - 1], 'conj') !== null) return true;
  }
  return false;
}

/** "previously injected lesions were injected again": the cue belongs to the first of two acts. */
function adjacentActBetween(mentions: readonly Mention[], from: number, to: number): boolean {
  for (let i = from + 1; i < to; i += 1) if (termOf(mentions[i], 'act') && i - from <= 2) return true;
  return false;
}

/** "her mother had keloids injected", "partner's": somebody else's lesions, not somebody who signs or helps. */
function experiencerOwns(sentence: Sentence, at: number): boolean {
  if (wordsOf(sentence, at).endsWith("'s") || /family|patient|relative|donor/.test(wordsOf(sentence, at))) return true;
  const end = sentence.mentions[at]?.end ?? 0;
  return /^\s+(?:had|has|have|was|were|gets|got|is)\b/i.test(sentence.passage.text.slice(end, end + 12));
}

export function wordsOf(sentence: Sentence, at: number): string {
  const mention = sentence.mentions[at];
  return mention ? foldText(sentence.passage.text.slice(mention.start, mention.end)).replace(/\s+/g, ' ') : '';
}
