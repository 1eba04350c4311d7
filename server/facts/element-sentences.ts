import type { Mention } from '../lexicon/mention';
import type { BlockReading } from '../lexicon/read';
import { foldText } from '../note/fold';
import { kept } from '../note/kept';
import type { Passage } from './document';
import { type ElementCue, elementCues } from './element-cues';
import { Phrases } from './phrases';
import { stretchesOf } from './sentences';

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

/** A sentence with its phrases, as its block's text alone gives them; all offsets are from the start of that text. */
export interface CueSentence {
  readonly cues: readonly ElementCue[];
  /** The sentence's own words, folded. */
  readonly words: string;
  /** Where they begin in the block's text. */
  readonly start: number;
  readonly mentions: readonly Mention[];
  /** Which sentence of its block it is. */
  readonly index: number;
  /** The block's text. */
  readonly text: string;
}

/** The sentences of a block with their phrases, read once for all elements. */
export const cueSentences = kept((reading: BlockReading): readonly CueSentence[] => {
  const cues = elementCues(reading);
  const stretches = stretchesOf(reading);
  if (stretches.length === 0 && cues.length > 0) {
    // "ok   consent signed": no word of it is one that counts lesions.
    return [{ cues, words: foldText(reading.text), start: 0, mentions: [], index: 0, text: reading.text }];
  }
  let next = 0;
  return stretches.map(({ end: last, mentions, index: sentence }, index) => {
    // Words the lexicon does not know may open a sentence: it begins where the one before ends.
    const start = stretches[index - 1]?.end ?? 0;
    const end = stretches[index + 1] ? last : reading.text.length;
    const first = next;
    while (next < cues.length && (cues[next]?.start ?? 0) < end) next += 1;
    return {
      cues: cues.slice(first, next),
      words: foldText(reading.text.slice(start, end)),
      start,
      mentions,
      index: sentence,
      text: reading.text,
    };
  });
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
