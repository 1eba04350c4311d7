import { type CompiledTerms, compileTerms } from './compile';
import { shippedRows } from './shipped-rows';
import { inflect } from './term';
import { wordsOfTerm } from './trie';
import { Vocabulary } from './vocabulary';

/** Terms with the words they are made of, by their ids. */
export interface ShippedTerms {
  readonly words: readonly string[];
  readonly compiled: CompiledTerms;
}

/** Marks and words that number reading asks for by name. */
const markWords = [
  '-',
  '/',
  '#',
  '(',
  ')',
  ',',
  '^',
  '+',
  '%',
  '.',
  ':',
  'st',
  'nd',
  'rd',
  'th',
  'am',
  'pm',
  'or',
  'e',
  "o'clock",
  'oclock',
  'time',
];

/**
 * The shipped tables, compiled. In the bundles stands the outcome in the place of this file, as text that is unpacked
 * in a fraction of the time (`scripts/packed-lexicon.mjs`).
 */
export function shippedTerms(): ShippedTerms {
  const rows = [...shippedRows()];
  const texts = rows.flatMap(({ terms }) => terms.flatMap(inflect));
  // Sorted, words share beginnings with those before them, which makes them short in print.
  const words = [...new Set([...markWords, ...texts.flatMap(({ text }) => wordsOfTerm(text))])].sort();
  const vocabulary = new Vocabulary(null, words);
  return { words, compiled: compileTerms(rows, vocabulary) };
}
