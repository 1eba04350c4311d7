import { inflect, type Term, type TermForm, type TermKind, type TermRow } from './term';
import { type TrieNodes, wordsOfTerm } from './trie';
import { TrieBuilder } from './trie-builder';
import type { Vocabulary } from './vocabulary';

/** Kinds that only one reader asks for (a heading's, a number's, the visit's) and so have a trie of their own. */
export const apartKinds = [
  'heading',
  'month',
  'unit',
  'session',
  'work',
  'context',
  'element',
  'fraction',
  'spoken',
] as const satisfies readonly TermKind[];
export type ApartKind = (typeof apartKinds)[number];

/** The root of running text; those of the other tries follow it in the order of their kinds. */
export const runningRoot = 0;
const rootOf = (kind: TermKind): number => (apartKinds as readonly TermKind[]).indexOf(kind) + 1;

/** Terms as a lexicon matches them: all by numbers, so that they can be kept as text. */
export interface CompiledTerms {
  readonly terms: readonly Term[];
  /** Numbers of the terms that the same words stand for; reading 0 is none. */
  readonly readings: readonly (readonly number[])[];
  readonly nodes: TrieNodes;
  /** Names of agents in the order of their table, for what may be a misspelling of one. */
  readonly names: readonly AgentName[];
  /** Ids of the first words of numerals. */
  readonly numerals: readonly number[];
}

export interface AgentName {
  /** The id of a name of one word. */
  readonly word: number;
  /** The number of its term. */
  readonly term: number;
}

/** Compiles terms, whose words the vocabulary learns. */
export function compileTerms(rows: Iterable<TermRow>, vocabulary: Vocabulary): CompiledTerms {
  const terms: Term[] = [];
  const names: AgentName[] = [];
  const numerals = new Set<number>();
  const tries = new TrieBuilder(apartKinds.length + 1);
  for (const row of rows) {
    const numbers = new Map<TermForm, number>();
    for (const { text, form } of row.terms.flatMap(inflect)) {
      const number =
        numbers.get(form) ?? terms.push({ kind: row.kind, value: row.value, form, tags: row.tags ?? [] }) - 1;
      numbers.set(form, number);
      const words = wordsOfTerm(text).map((word) => vocabulary.intern(word));
      const [first] = words;
      if (first === undefined) continue;
      tries.add(rootOf(row.kind), words, number);
      if (row.kind === 'numeral') numerals.add(first);
      if (row.kind === 'agent' && words.length === 1) names.push({ word: first, term: number });
    }
  }
  return { terms, names, numerals: [...numerals], ...tries.finish() };
}
