import { Gap, TokenKind, type Tokens, tokenize } from '../note/tokens';
import type { Term } from './term';
import type { Vocabulary } from './vocabulary';

interface Node {
  /** What the term goes on with; most words end one. */
  next: Map<number, Node> | null;
  terms: Term[] | null;
}

/** Where a term ends, and every reading its words have. */
export interface TrieMatch {
  /** Index after the last token of the match. */
  end: number;
  terms: readonly Term[];
}

/** Terms as paths of lexeme ids; one walk from a token finds the longest term that starts there. */
export class Trie {
  /** The first words of all terms, by their ids. */
  readonly #first: (Node | undefined)[] = [];
  readonly #vocabulary: Vocabulary;

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** Answers the id of the term's first word. */
  add(text: string, term: Term): number {
    const [first, ...rest] = wordsOf(text).map((word) => this.#vocabulary.intern(word));
    if (first === undefined) return 0;
    while (this.#first.length <= first) this.#first.push(undefined);
    let node = this.#first[first] ?? { next: null, terms: null };
    this.#first[first] = node;
    for (const id of rest) {
      node.next ??= new Map();
      const next: Node = node.next.get(id) ?? { next: null, terms: null };
      node.next.set(id, next);
      node = next;
    }
    if (node.terms) node.terms.push(term);
    else node.terms = [term];
    return first;
  }

  /** True when some term begins with the word. */
  begins(id: number): boolean {
    return this.#first[id] !== undefined;
  }

  /**
   * The longest term that starts at token `from` and ends before token `to`, or `null`. Hyphens inside and line breaks
   * may be missing or extra.
   */
  match(tokens: Tokens, from: number, hyphen: number, to = tokens.count): TrieMatch | null {
    let node = from < to ? this.#first[tokens.word[from] ?? 0] : undefined;
    if (!node) return null;
    let terms: readonly Term[] | null = node.terms;
    let at = from + 1;
    let end = at;
    while (at < to) {
      const id = tokens.word[at] ?? 0;
      const next: Node | undefined = id === 0 ? undefined : node.next?.get(id);
      if (!next) {
        if (tokens.kind[at] === TokenKind.Break && tokens.kind[at - 1] === TokenKind.Word) {
          at += 1;
          continue;
        }
        if (id === hyphen && tokens.gap[at] === Gap.None && tokens.gap[at + 1] === Gap.None) {
          at += 1;
          continue;
        }
        break;
      }
      node = next;
      at += 1;
      if (node.terms) {
        end = at;
        terms = node.terms;
      }
    }
    return terms ? { end, terms } : null;
  }
}

/** Words of small letters, one space between them: what most terms are. */
const plain = /^[a-z]+(?: [a-z]+)*$/;

/** The words and marks of a term, as the tokenizer sees them; hyphens are left out, since matching skips them. */
function wordsOf(text: string): string[] {
  if (plain.test(text)) return text.split(' ');
  const tokens = tokenize(text, () => 0);
  const words: string[] = [];
  for (let i = 0; i < tokens.count; i += 1) {
    const word = text.slice(tokens.start[i], tokens.end[i]).toLowerCase();
    if (word !== '-' || tokens.count === 1) words.push(word);
  }
  return words;
}
