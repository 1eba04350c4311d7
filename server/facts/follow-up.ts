import type { Mention } from '../lexicon/mention';
import type { BlockReading } from '../lexicon/read';
import { kept } from '../note/kept';
import type { Span } from '../note/span';
import { endsStep, type Steps } from '../note/steps';
import type { Passage } from './document';
import type { ElementCue } from './element-cues';
import { type CueSentence, cueSentences, hasContent, isNegated, lastPart, silent } from './element-sentences';
import type { CalendarDate } from './encounter-date';
import { Phrases } from './phrases';
import {
  inWeeks,
  isInjecting,
  isPassed,
  type NumberedDay,
  numberedDay,
  plannedFor,
  seriesOf,
  sessionDue,
  timed,
} from './planned-sessions';
import { spanIn } from './sentences';

/** "Next procedure day 04/13": read as the thirteenth day of a course elsewhere. */
const isDayOfMonth = (mention: Mention, words: string): boolean => mention.kind === 'session' && /\d\/\d/.test(words);

/** A return date, an interval, a next session or a referral back. */
export function* followUpSteps(passages: readonly Passage[], date: CalendarDate | null): Steps<Span[]> {
  const spans: Span[] = [];
  let treated = false;
  for (const [index, passage] of passages.entries()) {
    if (endsStep(index)) yield;
    if (passage.day === 'past' || passage.day === 'future') continue;
    const told = treated;
    treated ||= passage.reading.mentions.some(isInjecting);
    // A numbered item is part of a plan, whatever heading stands over it.
    const listed = passage.block.marker !== null && passage.kind === 'exam';
    if ((silent.has(passage.kind) && passage.kind !== 'assessment' && !listed) || passage.kind === 'complaint')
      continue;
    if (passage.kind === 'follow-up') {
      if (hasContent(passage) || /\d/.test(passage.text)) spans.push({ start: passage.offset, end: passage.block.end });
      continue;
    }
    if (passage.block.kind === 'heading') continue;
    let injected = told;
    for (const own of returnsIn(passage.reading)) {
      const { bare, due, numbered } = own.dated ? returnsOf(withoutPast(own.read, date, told)) : own;
      if (bare && injected && (passage.label === null || own.read.index > 0)) spans.push(spanIn(passage, bare));
      injected ||= own.injects;
      for (const span of due) spans.push(spanIn(passage, span));
      if (numbered && !isPassed(numbered, date)) spans.push(spanIn(passage, numbered));
    }
  }
  return spans;
}

/** What a sentence by itself says of coming back, from the start of its block's text. */
interface Returns {
  /** An interval that is all the sentence says; it is a return where an injection was told of before. */
  readonly bare: Span | null;
  readonly due: readonly Span[];
  /** A session by its number with a day of the month: due where that day is still to come. */
  readonly numbered: NumberedDay | null;
}

/** The sentences of a block that bear on coming back. */
const returnsIn = kept((reading: BlockReading) =>
  cueSentences(reading)
    .map((read) => ({
      read,
      injects: read.mentions.some(isInjecting),
      /** Which of its dates are no return is the note's to say. */
      dated: read.mentions.some(isFullDate),
      ...returnsOf(read),
    }))
    .filter(
      ({ injects, dated, bare, due, numbered }) =>
        injects || dated || bare !== null || due.length > 0 || numbered !== null,
    ),
);

function returnsOf(read: CueSentence): Returns {
  const series = seriesOf(read);
  const session = sessionDue(read);
  const named = read.cues.filter(
    (cue) =>
      cue.value === 'follow-up' &&
      !isNegated(read, cue) &&
      (cue.tag === 'strong' ? isReturn(read, cue) : timedBehind(read, cue)),
  );
  const asked = [series, session, plannedFor(read), sentBack(read)].flatMap((span) => span ?? []);
  return { bare: bareInterval(read), due: [...named, ...asked], numbered: numberedDay(read) };
}

const back = new Phrases(
  '(send|refer|return) (him|her|them|the patient|this patient) (back|again|) to (me|us|our|my) (if|when|whenever|should|once|again|for|clinic)',
  '(send|refer) (him|her|them|the patient) back',
);

/** "Please send her to me when they grow again": referred back, with a way to return. */
function sentBack({ words, start }: CueSentence): Span | null {
  const at = back.find(words);
  const before = words.slice(0, Math.max(0, at));
  if (at < 0 || (/\bto\s$/.test(before) && !/\b(?:asked?|please|happy|free|welcome|feel free)\b/.test(before)))
    return null;
  return { start: start + at, end: start + words.length };
}

const isFullDate = (mention: Mention): boolean => mention.kind === 'date' && mention.year !== null;

/** The sentence without dates that are no return: "OUTPATIENT PROCEDURE VISIT  10/03/2024" heads the note of that day. */
function withoutPast(read: CueSentence, date: CalendarDate | null, told: boolean): CueSentence {
  const mentions = read.mentions.filter((mention) => {
    if (mention.kind !== 'date' || mention.year === null) return true;
    return date === null ? told : dayNumber(mention) > dayNumber(date);
  });
  return mentions.length === read.mentions.length ? read : { ...read, mentions };
}

const dayNumber = ({ year, month, day }: { year: number | null; month: number; day: number | null }): number =>
  (year ?? 0) * 10000 + month * 100 + (day ?? 31);

const gone = new Phrases('(was|were|had been|last|previous|previously|prior|since|came|missed|cancel*|after)');

const whenBack =
  /\d|week|month|day|prn|next|tomorrow|fortnight|spring|summer|fall|winter|^ (?:late |early |mid-?)?(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/;

/** Past and other people's visits are none: "next visit" in a question, "since the next". */
function isReturn({ words, start }: CueSentence, cue: ElementCue): boolean {
  const own = words.slice(cue.start - start, cue.end - start);
  const before = words.slice(0, cue.start - start);
  const behind = words.slice(cue.end - start);
  if (gone.in(lastPart(before, ',;').slice(-24))) return false;
  // "Injected back in June": a verb in the past goes on with it.
  if (/^back in/.test(own) && /[a-z]{2}ed\s$/.test(before)) return false;
  // "Scheduled for", "due for" and "back for" say what for; they need a day.
  if (
    /^(?:scheduled for|booked for|due for|schedule for|back on|next on|visit on|seen in|back in|to return|session in|office in|call|repeat)/.test(
      own,
    )
  ) {
    return whenBack.test(behind.slice(0, 50));
  }
  if (/^(?:next (?:in|on|week|month|step|one))/.test(own))
    return (
      /\d|visit|session|appt|dose|cycle|inject|treat/.test(behind.slice(0, 40)) || /^next (?:week|month)/.test(own)
    );
  return !/^[^.;]{0,12}\b(?:was|were|had)\b/.test(behind);
}

/** "See in 6 wks", "recheck 4 wk", "injections monthly": a weak word with a time right behind or in front of it. */
function timedBehind(read: CueSentence, cue: ElementCue): boolean {
  const { words, start, mentions } = read;
  const before = words.slice(Math.max(0, cue.start - start - 30), cue.start - start);
  if (
    /\b(?:last|previous|prior|since|after|ago|every|for|first|this|at|today'?s|in|was|were)\s?(?:the |his |her |a )?$/.test(
      before,
    )
  )
    return false;
  const behind = mentions.find(
    (mention) =>
      mention.start >= cue.end &&
      mention.start - cue.end <= 34 &&
      (timed(mention) || isDayOfMonth(mention, words.slice(mention.start - start, mention.end - start))),
  );
  const between = behind ? words.slice(cue.end - start, behind.start - start) : '';
  const joined =
    behind !== undefined &&
    !/\b(?:ago|for|since|x|over|from|of|was|were|had|has|last|lasting|took|after|times|each|dated|vs|versus)\b|[;.]/.test(
      between,
    );
  const rest = behind ? words.slice(behind.end - start, behind.end - start + 12) : '';
  // "NV" is nausea and vomiting too; as the next visit it opens its line.
  if (/^nv\b/.test(words.slice(cue.start - start)) && /[a-z\d]/.test(before)) return false;
  if (joined && !/^\s?(?:ago|old|history|duration|post|apart|later)/.test(rest)) {
    const heads =
      /^(?:see|f\/u|fu|follow|return|recall|recheck|re-?check|reass|re-?eval|repeat|retreat|back|office|clinic|review|next|appointment|appt|ov|nv|visit|another|check|here again)/.test(
        words.slice(cue.start - start),
      );
    return heads || /\b(?:in|on|q|every|at|due)\b/.test(between) || /^\s?[:=-]/.test(between);
  }
  // "4 wk recheck", "six-week follow-up", "the 4 wk pressure check".
  const ahead = mentions.some(
    (mention) =>
      mention.kind === 'measure' &&
      mention.dimension === 'time' &&
      cue.start >= mention.end &&
      cue.start - mention.end <= 14 &&
      /^(?: ?| [a-z]{2,12} )$|^-$/.test(words.slice(mention.end - start, cue.start - start)),
  );
  if (
    ahead &&
    /^(?:f\/u|fu|follow|return|recheck|re-?check|reass|re-?eval|appointment|appt|ov|visit|check|review)/.test(
      words.slice(cue.start - start),
    )
  ) {
    return !/^[^.;]{0,20}\b(?:was|were|showed|had|today)\b/.test(words.slice(cue.end - start));
  }
  const time = read.cues.find(
    (other) => other.value === 'follow-up-time' && other.start >= cue.end && other.start - cue.end <= 24,
  );
  if (time) {
    const gap = words.slice(cue.end - start, time.start - start);
    return (
      /^(?:see|f\/u|fu|follow|return|recheck|re-?check|reass|re-?eval|repeat|retreat|back|again|recall|control|next|appt|appointment|visit|ov|session|cycle)/.test(
        words.slice(cue.start - start),
      ) && !/[.;]|\bfor\b/.test(gap)
    );
  }
  return false;
}

/** "... call if red. Three weeks.": a sentence that is no more than an interval, behind what was done. */
function bareInterval({ mentions, text, words, start }: CueSentence): Span | null {
  const span = mentions.findLast((mention) => mention.kind === 'measure' && mention.dimension === 'time');
  if (!span || !inWeeks(text, span)) return null;
  // "Shave ok in 2 d. 6 wk.": the full stop of the unit ends a sentence.
  const before =
    words
      .slice(0, span.start - start)
      .split(/\d ?(?:d|h|hrs?|wks?|min)\.\s/)
      .at(-1) ?? '';
  const behind = words.slice(span.end - start);
  const alone =
    /^[\s>=*•-]*(?:(?:in|about|approximately|approx|again|prn|~)[\s.]{0,2}){0,2}$/.test(before) &&
    /^[\s.!]*(?:(?:or (?:so|prn|sooner|as needed)|prn|please|or earlier if needed|(?:if|unless)(?: [a-z]{1,12}){1,7})[\s.!]*)?$/.test(
      behind,
    );
  return alone ? { start: span.start, end: span.end } : null;
}
