import { shippedLexicon } from '../lexicon/lexicon';
import { type TokenRun, wholeRun } from '../note/tokens';

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

/**
 * The cues of assertion in a stretch of text, in order; words with two readings come twice. `run` holds the text's
 * tokens where they are known.
 */
export function readContext(text: string, run?: TokenRun | null): ContextWord[] {
  const lexicon = shippedLexicon();
  const { tokens, from, to, base } = run ?? wholeRun(lexicon.tokenize(text));
  const words: ContextWord[] = [];
  let at = from;
  while (at < to) {
    const match = lexicon.matchKind('context', tokens, at, to);
    if (!match) {
      at += 1;
      continue;
    }
    const start = (tokens.start[at] ?? 0) - base;
    const end = (tokens.end[match.end - 1] ?? 0) - base;
    for (const term of match.terms) {
      words.push({ start, end, value: term.value as ContextValue, direction: term.tags[0] ?? '' });
    }
    at = match.end;
  }
  return words;
}
