import { type Mention, termOf } from '../lexicon/mention';
import { foldText } from '../note/fold';
import type { Span } from '../note/span';
import type { Passage } from './document';
import { type ElementCue, elementCues } from './element-cues';
import { Phrases } from './phrases';
import { type Sentence, sentencesOf } from './sentences';

/** Sections that tell of other days and of what was found: what they say instructs nobody. */
const silent: ReadonlySet<Passage['kind']> = new Set([
  'history',
  'complaint',
  'exam',
  'data',
  'template',
  'other-person',
  'coding',
  'signature',
  'assessment',
]);
const plans: ReadonlySet<Passage['kind']> = new Set(['plan', 'assessment-plan']);

export interface CueSentence {
  readonly sentence: Sentence;
  readonly cues: readonly ElementCue[];
  /** The sentence's own words, folded. */
  readonly words: string;
  readonly start: number;
}

export function cueSentences(passage: Passage): CueSentence[] {
  const cues = elementCues(passage);
  if (cues.length === 0) return [];
  const sentences = sentencesOf(passage);
  return sentences.map((sentence, index) => {
    // Words the lexicon does not know may open a sentence: it begins where the one before ends.
    const before = sentences[index - 1];
    const start = before ? before.span.end - passage.offset : 0;
    const end = sentences[index + 1] ? sentence.span.end - passage.offset : passage.text.length;
    return {
      sentence,
      cues: cues.filter((cue) => cue.start >= start && cue.start < end),
      words: foldText(passage.text.slice(start, end)),
      start,
    };
  });
}

export const spanIn = (passage: Passage, cue: ElementCue): Span => ({
  start: passage.offset + cue.start,
  end: passage.offset + cue.end,
});

const between =
  '(a|an|any|the|yet|signed|written|verbal|informed|specific|formal|prior|other|further|obtain|give|given|document|documented|recorded|for|aftercare|after care|wound|wound care|care|home|discharge|post procedure|postprocedure|postop|post op|)';
const denies = new Phrases(
  `(no|not|without|never|neither|nor|unable|unavailable|lack|lacks|missing|declin*|refus*|defer*) ${between} ${between}`,
);
const isMissing = new Phrases(
  '(form|forms|) (was|were|is|are|has|had|could|) (never|missing|lacking|absent|unavailable|blank)',
  '(form|forms|) (was|were|is|are|has|had|could|) not (a*|b*|d*|f*|g*|i*|k*|l*|n*|o*|p*|r*|s*|v*)',
  '(none|no|n/a|declined|refused)',
);

/** "no", "not", "without" right in front of a cue, or "not given", "not done" right behind it. */
export function isNegated({ words, start }: CueSentence, cue: ElementCue): boolean {
  const before = words.slice(Math.max(0, cue.start - start - 40), cue.start - start);
  const behind = words.slice(cue.end - start, cue.end - start + 40);
  return (/\w\s$/.test(before) && denies.close(before)) || (/^:?\s?\w/.test(behind) && isMissing.open(behind));
}

/** True when a list item of a plan speaks of the injection and not of another problem. */
function ownItem(passage: Passage, injected: ReadonlySet<string>): boolean {
  const { mentions } = passage.reading;
  const speaksOfInjection = mentions.some((mention: Mention) => {
    const act = termOf(mention, 'act');
    return act?.value === 'inject' || termOf(mention, 'route')?.value === 'intralesional' || mention.kind === 'agent';
  });
  if (speaksOfInjection) return true;
  const other = mentions.some((mention) => {
    const noun = termOf(mention, 'noun');
    return noun?.tags.includes('disease') === true && !injected.has(noun.value);
  });
  const head = /^[A-Za-z][\w /()'-]{3,60}?(?::|,| - | -- )/.exec(passage.text);
  const names = mentions.some((mention) => {
    const noun = termOf(mention, 'noun');
    return noun !== null && (noun.tags.includes('lesion') || injected.has(noun.value));
  });
  return !other && (names || passage.block.marker === null || head === null);
}

/** Instructions for the time after the injection. */
export function readAftercare(passages: readonly Passage[], injected: ReadonlySet<string>): Span[] {
  const spans: Span[] = [];
  for (const passage of passages) {
    if (passage.day !== 'today') continue;
    if (passage.kind === 'aftercare') {
      if (hasContent(passage)) spans.push({ start: passage.offset, end: passage.block.end });
      continue;
    }
    const care = silent.has(passage.kind);
    const inPlan = plans.has(passage.kind) || plans.has(passage.section);
    const skip = inPlan && !ownItem(passage, injected);
    for (const read of cueSentences(passage)) {
      const kind = read.sentence.kind;
      if (care || silent.has(kind)) continue;
      for (const cue of read.cues) {
        if (cue.value !== 'aftercare' || isNegated(read, cue)) continue;
        if (cue.tag === 'strong' ? !isForeignTeaching(read, cue) : !skip && instructs(read, cue, kind)) {
          spans.push(spanIn(passage, cue));
        }
      }
    }
  }
  return spans;
}

const otherTeaching = new Phrases(
  'consent (form|) handout',
  'medication guide',
  '(biologic|isotretinoin|vaccin*|diet|smoking|website|preprocedure|preop)',
  'before the',
  'pre (procedure|op)',
);

/** A consent form's sheet, a handout on another subject. */
function isForeignTeaching({ words, start }: CueSentence, cue: ElementCue): boolean {
  return otherTeaching.in(words.slice(Math.max(0, cue.start - start - 40), cue.end - start + 40));
}

const hasContent = (passage: Passage): boolean =>
  /[A-Za-z]/.test(passage.text) && !/^\s*(?:none|n\/a|not given|not done|no|not documented)\W*$/i.test(passage.text);

/** The words of `text` behind its last comma, semicolon or full stop, and those before its first. */
const lastPart = (text: string, marks: string): string => {
  let from = 0;
  for (const mark of marks) from = Math.max(from, text.lastIndexOf(mark) + 1);
  return text.slice(from);
};
const firstPart = (text: string, marks: string): string => {
  let to = text.length;
  for (const mark of marks) {
    const at = text.indexOf(mark);
    if (at >= 0) to = Math.min(to, at);
  }
  return text.slice(0, to);
};

const put = new Phrases('(applied|placed|was used|were used|put on|given in clinic)');
const atHome = new Phrases('(daily|bid|nightly|tonight|at home|tomorrow)');
const riskTalk = new Phrases(
  '(applied|placed|dressed with|covered with|risk|risks|including|consent|possible|discussed)',
);
const asked = new Phrases('(daily|bid|tonight|at home|tomorrow|told|instructed|advised|keep)');
const toldOf = new Phrases('(was|were|had been|has been|previously|tried|using|uses|continue|continues|failed)');
const beforehand = new Phrases('(prior to|before) (the|) (injection|procedure)');
const dispensed = new Phrases('(given|taken|took|administered|allerg*|on|continue)');
const givenHere = new Phrases('(given|administered|taken|applied|before)');
const asHistory = new Phrases('(if|when) (he|she|they|the patient|pt) (had|was|were)');
const tells = new Phrases(
  '(instruct*|told|teach*|taught|advis*|counsel*|educat*|warn*|caution*|direct*|remind*)',
  '(was|were) (told|advised|instructed)',
);
const toDo = new Phrases(
  '(her|him|them|pt|patient|the patient|parent|mother|) (to|that|on|about|of|not|re|regarding|for|in)',
);
const otherAdvice = new Phrases(
  '(smok*|diet|weight|before the|sunscreen use daily|stop (taking|smoking)|risk|risks|biopsy|imaging|option|options)',
);

function instructs(read: CueSentence, cue: ElementCue, kind: Passage['kind']): boolean {
  const { words, start } = read;
  const before = words.slice(0, cue.start - start);
  const behind = words.slice(cue.end - start);
  if (asHistory.in(words)) return false;
  if (cue.tag === 'care') {
    const next = firstPart(behind, '.;,').slice(0, 50);
    // "Ice applied", "vaseline and bandage applied": what was done here; "may bruise" in a talk on risks.
    if (put.in(next) && !atHome.in(next)) return false;
    if (riskTalk.in(lastPart(before, '.;').slice(-70)) && !asked.in(words)) return false;
    return !toldOf.close(lastPart(before, '.;,')) && !beforehand.in(words);
  }
  if (cue.tag === 'medicine') {
    if (kind === 'header' || read.cues.some((other) => other.value === 'aftercare-before')) return false;
    if (dispensed.in(lastPart(before, '.;').slice(-30)) || givenHere.in(firstPart(behind, '.;,').slice(0, 30)))
      return false;
    return read.cues.some(
      (other) => other.value === 'aftercare-time' || (other.value === 'aftercare' && other.tag === 'instruct'),
    );
  }
  // "Told to …", "instructed on …": an instruction where what follows is a thing to do.
  const own = words.slice(cue.start - start, cue.end - start);
  if (!tells.in(own)) return false;
  const goesOn = toDo.open(behind) || /^\s?:/.test(behind) || /\b(?:to|that|on|about|of)$/.test(own);
  return goesOn && !otherAdvice.in(words);
}

/** An interval or a day; "06/23" is one behind a word that asks for it. */
const timed = (mention: Mention): boolean =>
  (mention.kind === 'measure' && mention.dimension === 'time') || mention.kind === 'date' || mention.kind === 'ratio';

/** A return date, an interval, a next session or a referral back. */
export function readFollowUp(passages: readonly Passage[]): Span[] {
  const spans: Span[] = [];
  for (const passage of passages) {
    if (passage.day === 'past' || passage.day === 'future') continue;
    // A numbered item is part of a plan, whatever heading stands over it.
    const listed = passage.block.marker !== null && passage.kind === 'exam';
    if ((silent.has(passage.kind) && passage.kind !== 'assessment' && !listed) || passage.kind === 'complaint')
      continue;
    if (passage.kind === 'follow-up') {
      if (hasContent(passage) || /\d/.test(passage.text)) spans.push({ start: passage.offset, end: passage.block.end });
      continue;
    }
    if (passage.block.kind === 'heading') continue;
    for (const read of cueSentences(passage)) {
      for (const cue of read.cues) {
        if (cue.value !== 'follow-up' || isNegated(read, cue)) continue;
        if (cue.tag === 'strong' ? isReturn(read, cue) : timedBehind(read, cue)) spans.push(spanIn(passage, cue));
      }
      const session = sessionDue(read);
      if (session) spans.push({ start: passage.offset + session.start, end: passage.offset + session.end });
    }
  }
  return spans;
}

const gone = new Phrases('(was|were|had been|last|previous|previously|prior|since|came|missed|cancel*|after)');

/** Past and other people's visits are none: "next visit" in a question, "since the next". */
function isReturn({ words, start }: CueSentence, cue: ElementCue): boolean {
  const own = words.slice(cue.start - start, cue.end - start);
  const before = words.slice(0, cue.start - start);
  const behind = words.slice(cue.end - start);
  if (gone.in(lastPart(before, ',;').slice(-24))) return false;
  // "Scheduled for", "due for" and "back for" say what for; they need a day.
  if (
    /^(?:scheduled for|booked for|due for|schedule for|back on|next on|visit on|seen in|back in|to return|session in|office in|call|repeat)/.test(
      own,
    )
  ) {
    return /\d|week|month|day|prn|next|tomorrow|fortnight|spring|summer|fall|winter/.test(behind.slice(0, 50));
  }
  if (/^(?:next (?:in|on|week|month|step|one))/.test(own))
    return (
      /\d|visit|session|appt|dose|cycle|inject|treat/.test(behind.slice(0, 40)) || /^next (?:week|month)/.test(own)
    );
  return !/^[^.;]{0,12}\b(?:was|were|had)\b/.test(behind);
}

/** "See in 6 wks", "recheck 4 wk", "injections monthly": a weak word with a time right behind or in front of it. */
function timedBehind(read: CueSentence, cue: ElementCue): boolean {
  const { words, start, sentence } = read;
  const before = words.slice(Math.max(0, cue.start - start - 30), cue.start - start);
  if (
    /\b(?:last|previous|prior|since|after|ago|every|for|first|this|at|today'?s|in|was|were)\s?(?:the |his |her |a )?$/.test(
      before,
    )
  )
    return false;
  const behind = sentence.mentions.find(
    (mention) => timed(mention) && mention.start >= cue.end && mention.start - cue.end <= 34,
  );
  const between = behind ? words.slice(cue.end - start, behind.start - start) : '';
  const joined =
    behind !== undefined &&
    !/\b(?:ago|for|since|x|over|from|of|was|were|had|has|last|lasting|took|after|times|each|dated)\b|[;.]/.test(
      between,
    );
  const rest = behind ? words.slice(behind.end - start, behind.end - start + 12) : '';
  if (joined && !/^\s?(?:ago|old|history|duration|post|apart|later)/.test(rest)) {
    const heads =
      /^(?:see|f\/u|fu|follow|return|recheck|re-?check|reass|re-?eval|repeat|retreat|back|office|clinic|review|next|appointment|appt|ov|visit|another|check)/.test(
        words.slice(cue.start - start),
      );
    return heads || /\b(?:in|on|q|every|at|due)\b/.test(between) || /^\s?[:=-]/.test(between);
  }
  // "4 wk recheck", "six-week follow-up".
  const ahead = sentence.mentions.some(
    (mention) =>
      mention.kind === 'measure' &&
      mention.dimension === 'time' &&
      cue.start >= mention.end &&
      cue.start - mention.end <= 2,
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
      /^(?:see|f\/u|fu|follow|return|recheck|re-?check|reass|re-?eval|repeat|retreat|back|next|appt|appointment|visit|ov|session|cycle)/.test(
        words.slice(cue.start - start),
      ) && !/[.;]|\bfor\b/.test(gap)
    );
  }
  return false;
}

const dueIn = new Phrases('(in|on|due|due in|due on|for) (another|about|approximately|the|)');
/** Only words of planning stand between a session and its day. */
const isDueText =
  /^[\s,]*(?:(?:is|will|be|to|set|for|planned|booked|scheduled|due|again|today|then|in|on|another|about|approximately|the)[\s,]+)+$/;

/** "Cycle 3 in two weeks", "#4 due in four weeks", "week 4 on 10/14/2024": a numbered session with its day. */
function sessionDue({ sentence, cues }: CueSentence): Span | null {
  const { mentions, passage } = sentence;
  for (const [index, mention] of mentions.entries()) {
    const named =
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
    const between = foldText(passage.text.slice(mention.end, time.start));
    const before = foldText(passage.text.slice(Math.max(0, mention.start - 24), mention.start));
    if (/\b(?:last|previous|prior|since|after|first)\s?(?:the )?$/.test(before)) continue;
    const due = dueIn.close(between) && isDueText.test(between);
    // "Dose 7 Friday", "Cycle 5: 05/20": the day alone, where the session opens the sentence.
    const bare = /^[\s,:-]{1,3}$/.test(between) && mention === mentions[0] && !('dimension' in time);
    if ((due || bare) && mention.kind !== 'agent') return { start: mention.start, end: time.end };
  }
  return null;
}
