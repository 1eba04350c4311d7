import { compile, type Node, type Paths } from './phrase-paths';
import { isCode, wordsOf } from './phrase-words';

/**
 * Phrases of running text, written with alternatives: `(will|to) (be|) bill*` stands for "will bill", "to be billed"
 * and so on. A word ends with `*` where any ending does; `#` is a code of five characters.
 */
export class Phrases {
  readonly #patterns: readonly string[];
  #compiled: Paths | null = null;

  constructor(...patterns: readonly string[]) {
    this.#patterns = patterns;
  }

  /** The phrases of all these together. */
  static union(...all: readonly Phrases[]): Phrases {
    return new Phrases(...all.flatMap((phrases) => phrases.#patterns));
  }

  /** Compiled when it is first asked for: a note asks for few of all the phrases there are. */
  get #paths(): Paths {
    this.#compiled ??= compile(this.#patterns);
    return this.#compiled;
  }

  /** Offset of the first of the phrases in folded text, or -1. */
  find(text: string): number {
    const words = wordsOf(text);
    const paths = this.#paths;
    for (let at = 0; at < words.texts.length; at += 1) {
      if (mayBegin(paths, words.texts[at] ?? '') && leads(paths.root, words.texts, at, at, null)) {
        return words.starts[at] ?? -1;
      }
    }
    return -1;
  }

  in(text: string): boolean {
    return this.find(text) >= 0;
  }

  /** True when the text begins with one of the phrases. */
  open(text: string): boolean {
    const { texts } = wordsOf(text);
    return mayBegin(this.#paths, texts[0] ?? '') && leads(this.#paths.root, texts, 0, 0, null);
  }

  /** True when the text ends with one of the phrases. */
  close(text: string): boolean {
    const { texts } = wordsOf(text);
    const paths = this.#paths;
    for (let at = 0; at < texts.length; at += 1) {
      if (mayBegin(paths, texts[at] ?? '') && leads(paths.root, texts, at, at, texts.length)) return true;
    }
    return false;
  }
}

/** Most words of a note begin no phrase. */
function mayBegin({ firstWords, firstPrefixes, code, any }: Paths, word: string): boolean {
  if (any || firstWords.has(word)) return true;
  const prefixes = firstPrefixes.get(word.charCodeAt(0));
  if (prefixes !== undefined) for (const prefix of prefixes) if (word.startsWith(prefix)) return true;
  return code && isCode(word);
}

/** True where a phrase that begins at `from` and has come to a node at word `at` ends, at word `to` where one is given. */
function leads(node: Node, words: readonly string[], from: number, at: number, to: number | null): boolean {
  if (node.ends && at > from && (to === null || at === to)) return true;
  for (const next of node.skips) if (leads(next, words, from, at, to)) return true;
  const word = words[at];
  if (word === undefined) return false;
  const named = node.words.get(word);
  if (named !== undefined) for (const next of named) if (leads(next, words, from, at + 1, to)) return true;
  const coded = isCode(word) ? node.words.get('#') : undefined;
  if (coded !== undefined) for (const next of coded) if (leads(next, words, from, at + 1, to)) return true;
  for (const { prefix, node: next } of node.prefixes) {
    if (word.startsWith(prefix) && leads(next, words, from, at + 1, to)) return true;
  }
  return false;
}
