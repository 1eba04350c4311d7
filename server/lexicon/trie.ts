import { Gap, TokenKind, type Tokens, tokenize } from '../note/tokens';
import type { Term } from './term';
import type { Vocabulary } from './vocabulary';

interface Node {
  readonly next: Map<number, Node>;
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
  readonly #root: Node = { next: new Map(), terms: null };
  readonly #vocabulary: Vocabulary;

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  add(text: string, term: Term): void {
    let node = this.#root;
    for (const word of wordsOf(text)) {
      const id = this.#vocabulary.intern(word);
      let next = node.next.get(id);
      if (!next) {
        next = { next: new Map(), terms: null };
        node.next.set(id, next);
      }
      node = next;
    }
    if (node.terms) node.terms.push(term);
    else node.terms = [term];
  }

  /** The longest term that starts at token `from`, or `null`. Hyphens inside and line breaks may be missing or extra. */
  match(tokens: Tokens, from: number, hyphen: number): TrieMatch | null {
    let node: Node | undefined = this.#root;
    let found: TrieMatch | null = null;
    let at = from;
    while (at < tokens.count) {
      const id = tokens.word[at] ?? 0;
      const next: Node | undefined = id === 0 ? undefined : node.next.get(id);
      if (!next) {
        const inside = at > from;
        if (inside && tokens.kind[at] === TokenKind.Break && tokens.kind[at - 1] === TokenKind.Word) {
          at += 1;
          continue;
        }
        if (inside && id === hyphen && tokens.gap[at] === Gap.None && tokens.gap[at + 1] === Gap.None) {
          at += 1;
          continue;
        }
        break;
      }
      node = next;
      at += 1;
      if (node.terms) found = { end: at, terms: node.terms };
    }
    return found;
  }
}

/** The words and marks of a term, as the tokenizer sees them; hyphens are left out, since matching skips them. */
function wordsOf(text: string): string[] {
  const tokens = tokenize(text, () => 0);
  const words: string[] = [];
  for (let i = 0; i < tokens.count; i += 1) {
    const word = text.slice(tokens.start[i], tokens.end[i]).toLowerCase();
    if (word !== '-' || tokens.count === 1) words.push(word);
  }
  return words;
}
