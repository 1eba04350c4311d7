import { shippedLexicon } from '../lexicon/lexicon';

export type ContextValue =
  | 'negation'
  | 'pseudo'
  | 'terminator'
  | 'uncertain'
  | 'conditional'
  | 'past'
  | 'today'
  | 'future'
  | 'other'
  | 'patient';

/** A cue of assertion: what it says and to which side it reaches. Offsets are relative to the text it was read from. */
export interface ContextWord {
  readonly start: number;
  readonly end: number;
  readonly value: ContextValue;
  readonly direction: string;
}

/** The cues of assertion in a stretch of text, in order; words with two readings come twice. */
export function readContext(text: string): ContextWord[] {
  const lexicon = shippedLexicon();
  const tokens = lexicon.tokenize(text);
  const words: ContextWord[] = [];
  let at = 0;
  while (at < tokens.count) {
    const match = lexicon.matchKind('context', tokens, at);
    if (!match) {
      at += 1;
      continue;
    }
    const start = tokens.start[at] ?? 0;
    const end = tokens.end[match.end - 1] ?? start;
    for (const term of match.terms) {
      words.push({ start, end, value: term.value as ContextValue, direction: term.tags[0] ?? '' });
    }
    at = match.end;
  }
  return words;
}
