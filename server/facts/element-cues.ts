import { shippedLexicon } from '../lexicon/lexicon';
import type { BlockReading } from '../lexicon/read';
import { kept } from '../note/kept';

/** A phrase of `elements.json` in a passage; offsets are relative to the passage's text. */
export interface ElementCue {
  readonly value: string;
  readonly tag: string;
  readonly start: number;
  readonly end: number;
}

/** The element phrases of a block, read once for each reading of it. */
export const elementCues = kept(({ tokens }: BlockReading): readonly ElementCue[] => {
  const lexicon = shippedLexicon();
  const cues: ElementCue[] = [];
  for (let at = 0; at < tokens.count; at += 1) {
    const match = lexicon.matchKind('element', tokens, at);
    if (!match) continue;
    const start = tokens.start[at] ?? 0;
    const end = tokens.end[match.end - 1] ?? start;
    for (const { value, tags } of match.terms) cues.push({ value, tag: tags[0] ?? '', start, end });
  }
  return cues;
});
