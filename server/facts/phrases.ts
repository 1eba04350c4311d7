/**
 * Phrases of running text, written with alternatives: `(will|to) (be|) bill*` stands for "will bill", "to be billed"
 * and so on. A word ends with `*` where any ending does; `#` is a code of five characters.
 */
export class Phrases {
  readonly #patterns: readonly string[];
  /** Compiled when it is first asked for: a note asks for few of all the phrases there are. */
  #compiled: Node | null = null;

  constructor(...patterns: readonly string[]) {
    this.#patterns = patterns;
  }

  get #root(): Node {
    if (this.#compiled === null) {
      this.#compiled = { words: new Map(), prefixes: [], ends: false };
      for (const pattern of this.#patterns) {
        for (const phrase of expand(pattern))
          add(
            this.#compiled,
            phrase.split(' ').filter((word) => word !== ''),
          );
      }
    }
    return this.#compiled;
  }

  /** Offset of the first of the phrases in folded text, or -1. */
  find(text: string): number {
    const words = wordsOf(text);
    for (const [at, word] of words.entries()) if (this.#endsFrom(words, at).length > 0) return word.start;
    return -1;
  }

  in(text: string): boolean {
    return this.find(text) >= 0;
  }

  /** True when the text begins with one of the phrases. */
  open(text: string): boolean {
    return this.#endsFrom(wordsOf(text), 0).length > 0;
  }

  /** True when the text ends with one of the phrases. */
  close(text: string): boolean {
    const words = wordsOf(text);
    return words.some((_, at) => this.#endsFrom(words, at).includes(words.length));
  }

  /** Most words of a note begin no phrase. */
  #mayBegin(word: string): boolean {
    const { words, prefixes } = this.#root;
    if (words.has(word) || (words.has('#') && isCode(word))) return true;
    for (const { prefix } of prefixes) if (word.startsWith(prefix)) return true;
    return false;
  }

  /** Where the phrases that begin at a word end, each the index behind its last word. */
  #endsFrom(words: readonly Word[], from: number): readonly number[] {
    if (!this.#mayBegin(words[from]?.text ?? '')) return nowhere;
    const ends: number[] = [];
    const walk = (node: Node, at: number): void => {
      if (node.ends && at > from) ends.push(at);
      const word = words[at];
      if (!word) return;
      const exact = node.words.get(word.text);
      if (exact) walk(exact, at + 1);
      const code = node.words.get('#');
      if (code && isCode(word.text)) walk(code, at + 1);
      for (const { prefix, node: next } of node.prefixes) if (word.text.startsWith(prefix)) walk(next, at + 1);
    };
    walk(this.#root, from);
    return ends;
  }
}

const nowhere: readonly number[] = [];

/** Adds a phrase to a tree of words. */
function add(root: Node, words: readonly string[]): void {
  let node = root;
  for (const word of words) {
    if (word.endsWith('*')) {
      const prefix = word.slice(0, -1);
      let known = node.prefixes.find((entry) => entry.prefix === prefix);
      if (!known) {
        known = { prefix, node: { words: new Map(), prefixes: [], ends: false } };
        node.prefixes.push(known);
      }
      node = known.node;
      continue;
    }
    let next = node.words.get(word);
    if (!next) {
      next = { words: new Map(), prefixes: [], ends: false };
      node.words.set(word, next);
    }
    node = next;
  }
  if (words.length > 0) node.ends = true;
}

interface Node {
  readonly words: Map<string, Node>;
  readonly prefixes: { readonly prefix: string; readonly node: Node }[];
  ends: boolean;
}

interface Word {
  readonly text: string;
  readonly start: number;
}

const isCode = (word: string): boolean => /^[a-z]?\d{4,5}$/.test(word);

/** The words last read, of a long text and of a short one: the same sentence is asked for many phrases in turn. */
const lastRead = {
  long: { text: '', words: [] as readonly Word[] },
  short: { text: '', words: [] as readonly Word[] },
};

/** Words of folded text: a hyphen parts them, other marks at their edges do not belong to them. */
function wordsOf(text: string): readonly Word[] {
  const length = text.length > 100 ? 'long' : 'short';
  if (text === lastRead[length].text) return lastRead[length].words;
  const words: Word[] = [];
  for (const found of text.matchAll(/[a-z0-9#][a-z0-9'/.#&]{0,60}/g)) {
    let word = found[0];
    while (word.endsWith('.') || word.endsWith('/') || word.endsWith("'")) word = word.slice(0, -1);
    words.push({ text: word, start: found.index });
  }
  lastRead[length] = { text, words };
  return words;
}

/** All phrases that a pattern with `(a|b)` stands for. */
function expand(pattern: string): string[] {
  const open = pattern.indexOf('(');
  if (open < 0) return [pattern];
  let depth = 0;
  let close = open;
  const bars: number[] = [];
  for (let at = open; at < pattern.length; at += 1) {
    const mark = pattern[at];
    if (mark === '(') depth += 1;
    else if (mark === ')') depth -= 1;
    else if (mark === '|' && depth === 1) bars.push(at);
    if (depth === 0) {
      close = at;
      break;
    }
  }
  const cuts = [open, ...bars, close];
  const head = pattern.slice(0, open);
  const tails = expand(pattern.slice(close + 1));
  return cuts
    .slice(1)
    .flatMap((cut, index) =>
      expand(pattern.slice((cuts[index] ?? open) + 1, cut)).flatMap((choice) =>
        tails.map((tail) => head + choice + tail),
      ),
    );
}
