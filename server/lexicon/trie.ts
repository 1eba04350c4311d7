import { Gap, TokenKind, type Tokens, tokenize } from '../note/tokens';
import type { Term } from './term';

/**
 * The nodes of some tries, roots first, then level by level: the children of a node are neighbours and stand in the
 * order of their words.
 */
export interface TrieNodes {
  /** The id of the word that leads to each node; 0 for a root. */
  readonly word: Uint16Array;
  /** The first child of each node. Its last stands before the first child of the next node; one more than there are nodes. */
  readonly child: Uint32Array;
  /** Which reading the words down to each node have, 0 for none. */
  readonly reading: Uint16Array;
}

/** What the same words stand for; number 0 is nothing. */
export type Readings = readonly (readonly Term[])[];

/** Where a term ends, and every reading its words have. */
export interface TrieMatch {
  /** Index after the last token of the match. */
  end: number;
  terms: readonly Term[];
}

/** Terms as paths of lexeme ids; one walk from a token finds the longest term that starts there. */
export class Trie {
  readonly #nodes: TrieNodes;
  readonly #readings: Readings;
  /** The node of each first word by its id, 0 for none. */
  readonly #first: Uint32Array;

  /** The trie below one of the roots. */
  constructor(nodes: TrieNodes, readings: Readings, root: number, words: number) {
    this.#nodes = nodes;
    this.#readings = readings;
    this.#first = new Uint32Array(words + 1);
    const { word, child } = nodes;
    const end = child[root + 1] ?? 0;
    for (let node = child[root] ?? 0; node < end; node += 1) this.#first[word[node] ?? 0] = node;
  }

  /** True when some term begins with the word. */
  begins(id: number): boolean {
    return this.#first[id] !== undefined && this.#first[id] !== 0;
  }

  /**
   * The longest term that starts at token `from` and ends before token `to`, or `null`. Hyphens inside and line breaks
   * may be missing or extra.
   */
  match(tokens: Tokens, from: number, hyphen: number, to = tokens.count): TrieMatch | null {
    let node = from < to ? (this.#first[tokens.word[from] ?? 0] ?? 0) : 0;
    if (node === 0) return null;
    let reading = this.#nodes.reading[node] ?? 0;
    let at = from + 1;
    let end = at;
    while (at < to) {
      const id = tokens.word[at] ?? 0;
      const next = id === 0 ? 0 : this.#next(node, id);
      if (next === 0) {
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
      const longer = this.#nodes.reading[node] ?? 0;
      if (longer !== 0) {
        end = at;
        reading = longer;
      }
    }
    return reading === 0 ? null : { end, terms: this.#readings[reading] ?? [] };
  }

  /** The child of a node by its word, 0 for none. */
  #next(node: number, id: number): number {
    const { word, child } = this.#nodes;
    let low = child[node] ?? 0;
    let high = child[node + 1] ?? 0;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const there = word[middle] ?? 0;
      if (there === id) return middle;
      if (there < id) low = middle + 1;
      else high = middle;
    }
    return 0;
  }
}

/** Words of small letters, one space between them: what most terms are. */
const plain = /^[a-z]+(?: [a-z]+)*$/;

/** The words and marks of a term, as the tokenizer sees them; hyphens are left out, since matching skips them. */
export function wordsOfTerm(text: string): string[] {
  if (plain.test(text)) return text.split(' ');
  const tokens = tokenize(text, () => 0);
  const words: string[] = [];
  for (let i = 0; i < tokens.count; i += 1) {
    const word = text.slice(tokens.start[i], tokens.end[i]).toLowerCase();
    if (word !== '-' || tokens.count === 1) words.push(word);
  }
  return words;
}
