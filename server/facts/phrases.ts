/**
 * Phrases of running text, written with alternatives: `(will|to) (be|) bill*` stands for "will bill", "to be billed"
 * and so on. A word ends with `*` where any ending does; `#` is a code of five characters.
 */
export class Phrases {
  readonly #patterns: readonly string[];
  #compiled: Compiled | null = null;

  constructor(...patterns: readonly string[]) {
    this.#patterns = patterns;
  }

  /** The phrases of all these together. */
  static union(...all: readonly Phrases[]): Phrases {
    return new Phrases(...all.flatMap((phrases) => phrases.#patterns));
  }

  /** Compiled when it is first asked for: a note asks for few of all the phrases there are. */
  get #paths(): Compiled {
    this.#compiled ??= compile(this.#patterns);
    return this.#compiled;
  }

  /** Offset of the first of the phrases in folded text, or -1. */
  find(text: string): number {
    const words = wordsOf(text);
    for (let at = 0; at < words.length; at += 1)
      if (this.#endsFrom(words, at).length > 0) return words[at]?.start ?? -1;
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
    const { firstLetters, firstWords, firstPrefixes } = this.#paths;
    if (firstWords.has('#') && isCode(word)) return true;
    if (firstLetters[word.charCodeAt(0)] !== 1) return false;
    if (firstWords.has(word)) return true;
    for (const prefix of firstPrefixes) if (word.startsWith(prefix)) return true;
    return false;
  }

  /** Where the phrases that begin at a word end, each the index behind its last word. */
  #endsFrom(words: readonly Word[], from: number): readonly number[] {
    if (!this.#mayBegin(words[from]?.text ?? '')) return nowhere;
    const ends: number[] = [];
    walk(this.#paths.root, words, from, from, ends);
    return ends;
  }
}

/** Follows the words from a place in the phrases, and gathers where phrases that began at `from` end. */
function walk(node: Node, words: readonly Word[], from: number, at: number, ends: number[]): void {
  if (node.ends && at > from) ends.push(at);
  for (const next of node.skips) walk(next, words, from, at, ends);
  const word = words[at];
  if (!word) return;
  for (const next of node.words.get(word.text) ?? none) walk(next, words, from, at + 1, ends);
  const coded = node.words.get('#');
  if (coded && isCode(word.text)) for (const next of coded) walk(next, words, from, at + 1, ends);
  for (const { prefix, node: next } of node.prefixes)
    if (word.text.startsWith(prefix)) walk(next, words, from, at + 1, ends);
}

const nowhere: readonly number[] = [];
const none: readonly Node[] = [];

/** A place in a phrase: which words lead on from it, and where to without a word. */
interface Node {
  readonly words: Map<string, Node[]>;
  readonly prefixes: { readonly prefix: string; readonly node: Node }[];
  readonly skips: Node[];
  ends: boolean;
}

interface Compiled {
  readonly root: Node;
  /** What a phrase may begin with. */
  readonly firstWords: ReadonlySet<string>;
  readonly firstPrefixes: readonly string[];
  /** 1 at the character codes with which one of these begins; looked at first, since few words pass. */
  readonly firstLetters: Uint8Array;
}

const newNode = (): Node => ({ words: new Map(), prefixes: [], skips: [], ends: false });

/** Each pattern as a chain of its parts, so that parts with many choices add up and do not multiply. */
function compile(patterns: readonly string[]): Compiled {
  const root = newNode();
  for (const pattern of patterns) {
    let node = root;
    for (const part of partsOf(pattern)) {
      const next = newNode();
      for (const choice of expand(part)) join(node, wordsIn(choice), next);
      node = next;
    }
    node.ends = true;
  }
  const firstWords = new Set<string>();
  const firstPrefixes: string[] = [];
  const gather = (node: Node): void => {
    for (const word of node.words.keys()) firstWords.add(word);
    for (const { prefix } of node.prefixes) firstPrefixes.push(prefix);
    for (const next of node.skips) gather(next);
  };
  gather(root);
  const firstLetters = new Uint8Array(128);
  for (const word of [...firstWords, ...firstPrefixes]) firstLetters[word.charCodeAt(0)] = 1;
  // "*" stands for every word.
  if (firstPrefixes.includes('')) firstLetters.fill(1);
  return { root, firstWords, firstPrefixes, firstLetters };
}

/** Leads from one place to another by some words, or by none. */
function join(from: Node, words: readonly string[], to: Node): void {
  let node = from;
  for (const [index, word] of words.entries()) {
    const next = index === words.length - 1 ? to : newNode();
    if (word.endsWith('*')) node.prefixes.push({ prefix: word.slice(0, -1), node: next });
    else {
      const known = node.words.get(word);
      if (known) known.push(next);
      else node.words.set(word, [next]);
    }
    node = next;
  }
  if (words.length === 0) from.skips.push(to);
}

const wordsIn = (choice: string): string[] => choice.split(' ').filter((word) => word !== '');

/** The parts of a pattern between the spaces that stand in no brackets. */
function partsOf(pattern: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= pattern.length; at += 1) {
    const mark = pattern[at];
    if (mark === '(') depth += 1;
    else if (mark === ')') depth -= 1;
    else if ((mark === ' ' || mark === undefined) && depth === 0) {
      if (at > from) parts.push(pattern.slice(from, at));
      from = at + 1;
    }
  }
  return parts;
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
  let at = 0;
  while (at < text.length) {
    if (!isOf(opening, text.charCodeAt(at))) {
      at += 1;
      continue;
    }
    const start = at;
    at += 1;
    while (at - start < longestWord && isOf(inside, text.charCodeAt(at))) at += 1;
    let end = at;
    while (isOf(trailing, text.charCodeAt(end - 1))) end -= 1;
    words.push({ text: text.slice(start, end), start });
  }
  lastRead[length] = { text, words };
  return words;
}

const longestWord = 61;
/** Characters by their code: 1 for those of a set. */
const characters = (all: string): Uint8Array =>
  Uint8Array.from({ length: 128 }, (_, code) => Number(all.includes(String.fromCharCode(code))));
const isOf = (set: Uint8Array, code: number): boolean => set[code] === 1;
const opening = characters('abcdefghijklmnopqrstuvwxyz0123456789#');
const inside = characters("abcdefghijklmnopqrstuvwxyz0123456789'/.#&");
const trailing = characters("./'");

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
