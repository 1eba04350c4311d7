import { type MeasureMention, type Mention, termOf } from '../lexicon/mention';
import { foldText } from '../note/fold';
import type { Span } from '../note/span';
import type { ElementCue } from './element-cues';
import type { CueSentence } from './element-sentences';
import type { CalendarDate } from './encounter-date';
import { Phrases } from './phrases';

/** A session by its number, with a day of the month. */
export interface NumberedDay extends Span {
  readonly month: number;
  readonly day: number;
}

/** An interval or a day; "06/23" is one behind a word that asks for it. */
export const timed = (mention: Mention): boolean =>
  (mention.kind === 'measure' && mention.dimension === 'time') || mention.kind === 'date' || mention.kind === 'ratio';

export const isInjecting = (mention: Mention): boolean =>
  termOf(mention, 'act')?.value === 'inject' || mention.kind === 'agent' || termOf(mention, 'route') !== null;

const will =
  /\b(?:will|shall|plan to|going to|to) (?:then |next |also )?(?:do|inject|treat|finish|complete|tackle|repeat)\b/;
const apart = /\b(?:if|unless|because|since|was|were|had|today)\b|[.;:]/;
const beforeDay = /\b(?:on|in|at|around|about)\s?(?:the |about )?$/;

/** "We will do the other ear on April 2": what is to be injected, and when. */
export function plannedFor({ mentions, words, start }: CueSentence): Span | null {
  const plan = will.exec(words);
  if (!plan) return null;
  const from = plan.index + plan[0].length;
  const time = mentions.find((mention) => timed(mention) && mention.start - start > from);
  if (!time) return null;
  const between = words.slice(from, time.start - start);
  if (apart.test(between) || !beforeDay.test(between)) return null;
  return { start: start + plan.index, end: time.end };
}

const numberedSession =
  /^[\s>*•-]*(?:the )?(second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[2-9](?:nd|rd|th)|1\d?th) (?:and last |planned |final )?(?:dose|session|cycle|treatment|round|injection|infusion|set|shot|visit)[\s,:-]{1,3}(?:(?:on|is|due|booked) ){0,2}(?:(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|nesday|rsday|urday|sday)?[.,]{0,2} )?(\d{1,2})\/(\d{1,2})(?![\d/])/;

/** "Third dose Thu 04/02": the sentence is a session and its day. */
export function numberedDay({ words, start }: CueSentence): NumberedDay | null {
  const found = numberedSession.exec(words);
  if (!found) return null;
  const [head, ordinal = '', month, day] = found;
  // "Second session 2/6" may be the second of six.
  const number = Number.parseInt(ordinal, 10) || ordinals.indexOf(ordinal.slice(0, 3));
  if (month === String(number)) return null;
  if (/\b(?:was|were|given|done|had|tolerated|missed|injected)\b/.test(words.slice(head.length))) return null;
  return { start, end: start + head.length, month: Number(month), day: Number(day) };
}

const ordinals = ['', '', 'sec', 'thi', 'fou', 'fif', 'six', 'sev', 'eig', 'nin', 'ten'];

/** Whether a day without a year lies behind the encounter, by less than half a year. */
export function isPassed(on: { readonly month: number; readonly day: number }, date: CalendarDate | null): boolean {
  if (date === null || date.day === null) return true;
  const ahead = (on.month - date.month) * 31 + on.day - date.day;
  return (ahead <= 0 && ahead > -186) || ahead > 186;
}

const isMeasure = (time: Mention | ElementCue): time is MeasureMention => 'kind' in time && time.kind === 'measure';

const dueIn = new Phrases('(in|on|due|due in|due on|for) (another|about|approximately|the|)');
/** Only words of planning stand between a session and its day. */
const isDueText =
  /^[\s,]*(?:(?:is|will|be|to|set|for|planned|booked|scheduled|due|again|today|then|in|on|another|about|approximately|the)[\s,]+)+$/;

/** "Cycle 3 in two weeks", "#4 due in four weeks", "week 4 on 10/14/2024": a numbered session with its day. */
export function sessionDue({ mentions, cues, text }: CueSentence): Span | null {
  for (const [index, mention] of mentions.entries()) {
    const cycle = mention.kind === 'number' && /^[A-Z]\d{1,2}$/.test(text.slice(mention.start, mention.end));
    const named =
      cycle ||
      mention.kind === 'session' ||
      mention.kind === 'label' ||
      mention.kind === 'ordinal' ||
      mention.kind === 'agent' ||
      termOf(mention, 'noun')?.tags.includes('session') === true;
    if (!named) continue;
    const time =
      mentions.slice(index + 1, index + 7).find(timed) ??
      cues.find(({ value, start }) => value === 'follow-up-time' && start >= mention.end);
    if (!time || time.start - mention.end > 40) continue;
    const between = foldText(text.slice(mention.end, time.start));
    const before = foldText(text.slice(Math.max(0, mention.start - 24), mention.start));
    if (/\b(?:last|previous|prior|since|after|first)\s?(?:the )?$/.test(before)) continue;
    const due = dueIn.close(between) && isDueText.test(between);
    // "Dose 7 Friday", "Cycle 5: 05/20": the day alone, where the session opens the sentence.
    const bare = /^[\s,:-]{1,3}$/.test(between) && mention === mentions[0] && (!isMeasure(time) || inWeeks(text, time));
    if ((due || bare) && mention.kind !== 'agent') return { start: mention.start, end: time.end };
  }
  return null;
}

/** "Session 4: four weeks" is when, "Session 4: 20 minutes" is how long. */
export const inWeeks = (text: string, { start, end }: Span): boolean =>
  /\b(?:wks?|weeks?|mos?|months?)\b/i.test(text.slice(start, end));

const planned = new Phrases(
  '(plan|plans|planned|planning|continue|continues|cont|scheduled|ongoing|anticipate|proceed)',
);
const pastSeries = new Phrases(
  '(was|were|had|has been|have been|last|previous|previously|prior|received|completed|s/p|since)',
);
const every =
  /\b(?:q ?\d{1,2}(?: ?- ?\d{1,2})? ?(?:w|wks?|weeks?|mo|months?)|every (?:\d{1,2}|two|three|four|six|eight|few|other)(?: ?(?:-|to) ?\d{1,2})? (?:wks?|weeks?|months?)|monthly|biweekly)\b/;

/** "q4wk ILK planned", "plan: Kenalog every 6 weeks": a series that goes on. */
export function seriesOf({ mentions, words, start }: CueSentence): Span | null {
  const found = every.exec(words);
  if (!found || !planned.in(words) || pastSeries.in(words)) return null;
  const injection = mentions.some(
    (mention) => isInjecting(mention) || termOf(mention, 'noun')?.tags.includes('session') === true,
  );
  return injection ? { start: start + found.index, end: start + found.index + found[0].length } : null;
}
