import { type Tokens, tokenize } from '../note/tokens';
import type { Term } from './term';
import { Trie, wordsOfTerm } from './trie';
import { TrieBuilder } from './trie-builder';
import { Vocabulary } from './vocabulary';

export interface FoundPhrase<Id> {
  readonly id: Id;
  readonly start: number;
  readonly end: number;
}

/** Phrases of a user, each under an id, found as the lexicon's own terms are: folded, with hyphens free. */
export class PhraseTable<Id> {
  readonly #vocabulary = new Vocabulary();
  readonly #hyphen = this.#vocabulary.intern('-');
  readonly #tries: readonly (readonly [Id, Trie])[];

  constructor(rows: readonly (readonly [id: Id, phrases: readonly string[]])[]) {
    const builder = new TrieBuilder(rows.length);
    const terms: Term[] = [];
    for (const [root, [, phrases]] of rows.entries()) {
      for (const value of phrases) {
        const words = wordsOfTerm(value).map((word) => this.#vocabulary.intern(word));
        if (words.length > 0)
          builder.add(root, words, terms.push({ kind: 'element', value, form: 'base', tags: [] }) - 1);
      }
    }
    const { nodes, readings } = builder.finish();
    const named = readings.map((numbers) => numbers.flatMap((number) => terms[number] ?? []));
    this.#tries = rows.map(([id], root) => [id, new Trie(nodes, named, root, this.#vocabulary.size)]);
  }

  /** Every place of each id's phrases, the longest phrase of an id at one place. */
  find(text: string): FoundPhrase<Id>[] {
    const tokens = this.#tokenize(text);
    const found: FoundPhrase<Id>[] = [];
    for (let at = 0; at < tokens.count; at += 1) {
      if (tokens.word[at] === 0) continue;
      for (const [id, trie] of this.#tries) {
        const match = trie.match(tokens, at, this.#hyphen);
        if (match) found.push({ id, start: tokens.start[at] ?? 0, end: tokens.end[match.end - 1] ?? 0 });
      }
    }
    return found;
  }

  #tokenize(text: string): Tokens {
    return tokenize(text, (source, start, end) => this.#vocabulary.lookup(source, start, end));
  }
}
