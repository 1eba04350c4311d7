import { shippedLexicon } from '../lexicon/lexicon';
import { readText } from '../lexicon/read';
import type { Span } from '../note/span';
import { type ContextValue, type ContextWord, readContext } from './cues';
import { placeOf } from './place';

/** What a note says about a thing it mentions. */
export interface Assertion {
  readonly polarity: 'affirmed' | 'negated';
  readonly time: 'current' | 'past' | 'future';
  readonly certainty: 'certain' | 'uncertain' | 'conditional';
  readonly experiencer: 'patient' | 'other';
}

/**
 * Says whether what stands at a span of a note is affirmed or denied, now, before or to come, certain or not, and
 * whether it is the patient's. Cues reach to one side until a turning word, a semicolon or the end of the sentence; a
 * comma in a list ends no denial. Headings decide where the sentence is silent.
 */
export function classifyAssertion(text: string, span: Span): Assertion {
  const place = placeOf(text, span);
  const { sentence } = place;
  const start = span.start - place.offset;
  const end = span.end - place.offset;
  const cues = readContext(sentence).filter((cue) => cue.end <= start || cue.start >= end);
  const before = cues.filter((cue) => cue.end <= start);
  const after = cues.filter((cue) => cue.start >= end);
  const scope: Scope = { sentence, start, end, before, after };
  const heading = headingSays(place.label) ?? headingSays(place.heading);
  const relative = experiencerIn(scope);
  const time = timeIn(scope);
  const certainty = certaintyIn(scope);
  return {
    polarity: isNegated(scope) ? 'negated' : 'affirmed',
    time: time ?? (heading === 'past' || heading === 'future' ? heading : 'current'),
    certainty: certainty ?? (heading === 'conditional' ? 'conditional' : 'certain'),
    experiencer: relative ?? (heading === 'other' ? 'other' : 'patient'),
  };
}

interface Scope {
  readonly sentence: string;
  readonly start: number;
  readonly end: number;
  readonly before: readonly ContextWord[];
  readonly after: readonly ContextWord[];
}

type HeadingSays = 'past' | 'future' | 'other' | 'conditional';

function headingSays(heading: string): HeadingSays | null {
  if (readContext(heading).some(({ value }) => value === 'other')) return 'other';
  if (/\b(?:past|pmh|pmhx|psh|pshx|previous|prior|surgical history|medical history|oncologic history)\b/i.test(heading))
    return 'past';
  if (/\b(?:risks?|precautions|instructions|aftercare|side effects|warnings|discharge teaching)\b/i.test(heading))
    return 'conditional';
  if (/^(?:plan|orders?|recommendations?|to do|next steps|next visit)\b/i.test(heading)) return 'future';
  return null;
}

/** The last cue of a kind on the left that nothing stops before the span. */
function reaching(scope: Scope, value: ContextValue, stops: (cue: ContextWord) => boolean): ContextWord | null {
  for (let i = scope.before.length - 1; i >= 0; i -= 1) {
    const cue = scope.before[i];
    if (!cue || scope.sentence.slice(cue.end, scope.start).includes(';')) return null;
    if (cue.value === value && cue.direction !== 'backward') return cue;
    if (stops(cue)) return null;
  }
  return null;
}

const turns = (cue: ContextWord): boolean => cue.value === 'terminator';
const between = (scope: Scope, cue: ContextWord): string =>
  cue.end <= scope.start ? scope.sentence.slice(cue.end, scope.start) : scope.sentence.slice(scope.end, cue.start);

function isNegated(scope: Scope): boolean {
  const box = boxBefore(scope);
  if (box !== null) return !box;
  let negated = false;
  const cue = reaching(scope, 'negation', turns);
  if (cue && !answersLabel(scope, cue) && !newStatement.test(between(scope, cue))) {
    const doubled = scope.before.some(
      (other) =>
        other.value === 'negation' && other.end < cue.start && /^\s*$/.test(scope.sentence.slice(other.end, cue.start)),
    );
    negated = !doubled;
  }
  return negated || deniedAfter(scope);
}

/** A comma and then a verb of its own: what follows is another statement. */
const newStatement =
  /,\s*(?:and\s+)?(?:started|start|continue|will|plan|given|take|takes|is|was|are|were|patient|pt|she|he|i|we)\s/i;

/** "Fever: no": the word answers what stands before it and denies nothing after. */
function answersLabel(scope: Scope, cue: ContextWord): boolean {
  const word = scope.sentence.slice(cue.start, cue.end).toLowerCase();
  if (word !== 'no' && word !== 'neg' && word !== 'nil') return false;
  return (
    /(?:^|[:?-])\s*$/.test(scope.sentence.slice(0, cue.start)) && /^\s*(?:[,.;)]|$)/.test(scope.sentence.slice(cue.end))
  );
}

function deniedAfter(scope: Scope): boolean {
  for (const cue of scope.after) {
    const gap = between(scope, cue);
    if (gap.includes(';')) return false;
    if (cue.value === 'negation' && cue.direction === 'backward') return reachesBack(scope, cue, gap);
    // "no" has a reading to either side; the one behind comes second.
    if (cue.value === 'negation' && scope.after.some((other) => other.start === cue.start && other !== cue)) continue;
    if (cue.value === 'terminator' || cue.value === 'negation' || cue.value === 'pseudo') return false;
  }
  return false;
}

/** Whether a denial behind a list reaches its first members: "fever, chills, and cough were absent". */
function reachesBack(scope: Scope, cue: ContextWord, gap: string): boolean {
  const word = scope.sentence.slice(cue.start, cue.end).toLowerCase();
  const rest = scope.sentence.slice(cue.end);
  const answer = /[:?=(-]\s*(?:\w+\s*){0,1}$/.test(gap) || /^\s*[:?=(-]/.test(gap);
  if (word === 'no' || word === 'none' || word === 'neg' || word === 'nil') {
    return /[:?=(-]\s*$/.test(gap) || (word !== 'no' && /^\s*$/.test(gap))
      ? /^\s*(?:[,.;)|]|$|\w+\s*$|\d)/.test(rest) || word !== 'no'
      : false;
  }
  if (/\b(?:with|has|had|is|was|for)\b/i.test(gap) && !/^(?:is|was|were|are)\b/.test(word)) {
    if (!/\b(?:is|was)\s*$/i.test(gap)) return false;
  }
  if (!gap.includes(',')) return !/\b(?:and|but)\s+\w+\s+\w+\s+\w+/i.test(gap);
  return answer || /^(?:were|are|have)\b/.test(word) || /,?\s(?:and|or)\s/i.test(gap);
}

/** The state of a check box on the left of the span, `null` where there is none. */
function boxBefore(scope: Scope): boolean | null {
  const { mentions } = readText(shippedLexicon(), scope.sentence.slice(0, scope.start));
  const box = mentions.findLast((mention) => mention.kind === 'box');
  if (box?.kind !== 'box') return null;
  return scope.start - box.end <= 40 ? box.mark === 'x' : null;
}

const listed = /\b(?:history|hx|h\/o|pmh|pmhx|psh|s\/p|status|treated|hospitalized|admitted|underwent|tried)\b/i;
/** A year by itself: "in 2015", "(2019)". */
const yearAfter = /^[^,;.]{0,40}?(?:\bin (?:\w+ )?|\(|\bof )(?:19|20)\d\d\b/i;

function timeIn(scope: Scope): 'past' | 'future' | 'current' | null {
  const stops = (cue: ContextWord): boolean => turns(cue) || cue.value === 'today';
  const past = reaching(scope, 'past', stops);
  const future = reaching(scope, 'future', stops);
  const pastReaches =
    past !== null && (listed.test(scope.sentence.slice(past.start, past.end)) || !between(scope, past).includes(','));
  const futureReaches = future !== null && !newStatement.test(between(scope, future));
  if (pastReaches && (!futureReaches || (future?.start ?? 0) < past.start)) return 'past';
  for (const cue of scope.after) {
    const gap = between(scope, cue);
    if (cue.value === 'terminator' || gap.includes(';')) break;
    if (cue.direction !== 'backward' || gap.includes(',')) continue;
    if (cue.value === 'past') return 'past';
    if (cue.value === 'future') return 'future';
  }
  if (futureReaches) return 'future';
  if (yearAfter.test(scope.sentence.slice(scope.end))) return 'past';
  return reaching(scope, 'today', turns) ? 'current' : null;
}

function certaintyIn(scope: Scope): 'uncertain' | 'conditional' | null {
  const conditional = reaching(scope, 'conditional', turns);
  const uncertain = reaching(scope, 'uncertain', turns);
  if (conditional && warns(scope, conditional) && (!uncertain || conditional.start > uncertain.start))
    return 'conditional';
  if (uncertain && !/,\s?(?!or\b|vs\b|versus\b|and\b)[^\s,]/.test(between(scope, uncertain))) return 'uncertain';
  for (const cue of scope.after) {
    const gap = between(scope, cue);
    if (gap.includes(';')) break;
    if (cue.value === 'uncertain' && cue.direction === 'backward' && !gap.includes(',')) return 'uncertain';
    const word = scope.sentence.slice(cue.start, cue.end).toLowerCase();
    if (
      cue.value === 'conditional' &&
      /^(?:if|unless|prn|p\.r\.n\.?|when|as needed)/.test(word) &&
      !gap.includes(',')
    ) {
      return 'conditional';
    }
    if (cue.value === 'terminator') break;
  }
  if (/^\s*\?/.test(scope.sentence.slice(scope.end)) && /\?\s*$/.test(scope.sentence.slice(scope.end, scope.end + 2))) {
    return 'uncertain';
  }
  return /\?\s*$/.test(scope.sentence.slice(0, scope.start)) ? 'uncertain' : null;
}

/** "Return for fever or redness" warns; "return for suture removal" makes an appointment. */
function warns(scope: Scope, cue: ContextWord): boolean {
  if (!/^return for$/i.test(scope.sentence.slice(cue.start, cue.end))) return true;
  return /\bor\b/i.test(scope.sentence.slice(cue.end));
}

/** A relative who only tells, brings or signs: the patient is who it is about. */
const informant =
  /^\s*(?:\([^)]*\)\s*)?(?:also\s+)?(?:reports?|reported|states?|stated|says?|said|notes?|noted|notices?|noticed|den(?:y|ies|ied)|brought|brings|thinks|worried|worries|concerned|consent(?:s|ed)?|signed|asks?|asked|gave|gives|called|calls|wants|present|at bedside|is here|accompanied|describes?|agrees?|feels|observed|found|applied|endorses?|confirms?)\b/i;
const companion = /\b(?:with|by|from|per|to|told|accompanied by|lives with|and)\s+(?:the\s+|her\s+|his\s+|their\s+)?$/i;

function experiencerIn(scope: Scope): 'other' | null {
  const stops = (cue: ContextWord): boolean => cue.value === 'patient' || strongTurn(scope, cue);
  const cue = reaching(scope, 'other', stops);
  if (cue) {
    const word = scope.sentence.slice(cue.start, cue.end);
    const phrase = /family|fh|exposed|exposure|contact|sick/i.test(word);
    const tells = informant.test(scope.sentence.slice(cue.end));
    const beside = companion.test(scope.sentence.slice(0, cue.start));
    if (phrase || (!tells && !beside)) return 'other';
  }
  const behind = scope.after.find(({ value, direction }) => value === 'other' && direction === 'backward');
  return behind && !between(scope, behind).includes(';') ? 'other' : null;
}

function strongTurn(scope: Scope, cue: ContextWord): boolean {
  return (
    cue.value === 'terminator' &&
    /^(?:but|however|although|though|whereas|while|then)$/i.test(scope.sentence.slice(cue.start, cue.end))
  );
}
