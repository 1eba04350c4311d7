import { foldCode } from '../note/fold';

const apostrophe = 0x27;
const letterS = 0x73;

/**
 * The words the lexicon knows, each with an id from 1. A look-up hashes the folded code units of a stretch of text in
 * place, so that reading a note allocates nothing per word.
 *
 * A vocabulary over a `base` knows the words of the base by the base's ids and goes on counting for its own. The base
 * may learn no word from then on.
 */
export class Vocabulary {
  readonly #base: Vocabulary | null;
  readonly #first: number;
  readonly #words: string[] = [''];
  #slots: Int32Array;

  /** Knows the words from the start, each once, in the order of their ids. */
  constructor(base: Vocabulary | null = null, words: readonly string[] = []) {
    this.#base = base;
    this.#first = base?.size ?? 0;
    let size = 1 << 6;
    while (size < words.length * 2) size *= 2;
    this.#slots = new Int32Array(size);
    for (const word of words) this.#insert(word, this.#words.push(word) - 1);
  }

  /** The highest id that is given. */
  get size(): number {
    return this.#first + this.#words.length - 1;
  }

  /** The id of a folded word, adding it when it is new. */
  intern(word: string): number {
    const found = this.lookup(word, 0, word.length);
    if (found !== 0 && this.wordOf(found) === word) return found;
    if ((this.#words.length + 1) * 2 > this.#slots.length) this.#grow();
    this.#words.push(word);
    const own = this.#words.length - 1;
    this.#insert(word, own);
    return this.#first + own;
  }

  wordOf(id: number): string {
    return id > this.#first ? (this.#words[id - this.#first] ?? '') : (this.#base?.wordOf(id) ?? '');
  }

  /** The id of `[start, end)` of a text, read in its folded form; a possessive is looked up without its `'s`. */
  lookup(text: string, start: number, end: number): number {
    const found = this.#find(text, start, end);
    if (found !== 0 || end - start < 3) return found;
    const possessive =
      foldCode(text.charCodeAt(end - 1)) === letterS && foldCode(text.charCodeAt(end - 2)) === apostrophe;
    return possessive ? this.#find(text, start, end - 2) : 0;
  }

  #find(text: string, start: number, end: number): number {
    const known = this.#base === null ? 0 : this.#base.#find(text, start, end);
    if (known !== 0) return known;
    const mask = this.#slots.length - 1;
    let slot = hash(text, start, end) & mask;
    for (;;) {
      const id = this.#slots[slot] ?? 0;
      if (id === 0) return 0;
      if (equals(this.#words[id] ?? '', text, start, end)) return this.#first + id;
      slot = (slot + 1) & mask;
    }
  }

  #insert(word: string, id: number): void {
    const mask = this.#slots.length - 1;
    let slot = hashOfFolded(word) & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = id;
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let id = 1; id < this.#words.length; id += 1) this.#insert(this.#words[id] ?? '', id);
  }
}

/** The hash of a word that is folded already. */
function hashOfFolded(word: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < word.length; i += 1) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/** FNV-1a over folded code units. */
function hash(text: string, start: number, end: number): number {
  let h = 0x811c9dc5;
  for (let i = start; i < end; i += 1) h = Math.imul(h ^ foldCode(text.charCodeAt(i)), 0x01000193);
  return h >>> 0;
}

function equals(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i += 1)
    if (word.charCodeAt(i) !== foldCode(text.charCodeAt(start + i))) return false;
  return true;
}
