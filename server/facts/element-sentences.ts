import { foldText } from '../note/fold';
import type { Span } from '../note/span';
import type { Passage } from './document';
import { type ElementCue, elementCues } from './element-cues';
import { Phrases } from './phrases';
import { type Sentence, sentencesOf } from './sentences';

/** Sections that tell of other days and of what was found: what they say instructs nobody. */
export const silent: ReadonlySet<Passage['kind']> = new Set([
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

export interface CueSentence {
  readonly sentence: Sentence;
  readonly cues: readonly ElementCue[];
  /** The sentence's own words, folded. */
  readonly words: string;
  readonly start: number;
}

const known = new WeakMap<Passage, readonly CueSentence[]>();

/** The sentences of a passage with their phrases, read once for all elements. */
export function cueSentences(passage: Passage): readonly CueSentence[] {
  const kept = known.get(passage);
  if (kept) return kept;
  const read = readCueSentences(passage);
  known.set(passage, read);
  return read;
}

function readCueSentences(passage: Passage): CueSentence[] {
  const cues = elementCues(passage);
  const sentences = sentencesOf(passage);
  let next = 0;
  return sentences.map((sentence, index) => {
    // Words the lexicon does not know may open a sentence: it begins where the one before ends.
    const before = sentences[index - 1];
    const start = before ? before.span.end - passage.offset : 0;
    const end = sentences[index + 1] ? sentence.span.end - passage.offset : passage.text.length;
    const first = next;
    while (next < cues.length && (cues[next]?.start ?? 0) < end) next += 1;
    return {
      sentence,
      cues: cues.slice(first, next),
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

/** A section or field of its own that says something. */
export const hasContent = (passage: Passage): boolean =>
  /[A-Za-z]/.test(passage.text) && !/^\s*(?:none|n\/a|not given|not done|no|not documented)\W*$/i.test(passage.text);

/** The words of `text` behind its last comma, semicolon or full stop, and those before its first. */
export const lastPart = (text: string, marks: string): string => {
  let from = 0;
  for (const mark of marks) from = Math.max(from, text.lastIndexOf(mark) + 1);
  return text.slice(from);
};
export const firstPart = (text: string, marks: string): string => {
  let to = text.length;
  for (const mark of marks) {
    const at = text.indexOf(mark);
    if (at >= 0) to = Math.min(to, at);
  }
  return text.slice(0, to);
};
