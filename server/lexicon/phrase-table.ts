import { type Tokens, tokenize } from '../note/tokens';
import { Trie } from './trie';
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
    this.#tries = rows.map(([id, phrases]) => {
      const trie = new Trie(this.#vocabulary);
      for (const phrase of phrases) trie.add(phrase, { kind: 'element', value: phrase, form: 'base', tags: [] });
      return [id, trie];
    });
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
