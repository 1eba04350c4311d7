import type { Term } from './term';

/** Shorter names are too near to ordinary words for a guess. */
const shortest = 8;
/** From this length on two slips of the pen are forgiven, below it one. */
const twoSlips = 11;

/** Inflected English: "interfering" is no interferon. */
const ordinaryEnding = /(?:ing|ed|ly|ence|ance|ity|tion|ment|ness|ful|less|ers?)$/;

/** Finds the long name that a word most likely misspells: same first letter, one or two edits, lengths one apart at most. */
export class MisspellingIndex {
  readonly #byInitial = new Map<string, { readonly name: string; readonly term: Term }[]>();
  readonly #known = new Map<string, Term | null>();

  add(name: string, term: Term): void {
    if (name.length < shortest || !/^[a-z]+$/.test(name)) return;
    const initial = name.charAt(0);
    const list = this.#byInitial.get(initial);
    if (list) list.push({ name, term });
    else this.#byInitial.set(initial, [{ name, term }]);
  }

  /** The term of a folded word that the vocabulary does not know, or `null`. */
  find(word: string): Term | null {
    if (word.length < shortest - 1 || ordinaryEnding.test(word)) return null;
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    const found = this.#search(word);
    // Words of ordinary text recur; a bound keeps a long-lived server from growing.
    if (this.#known.size > 20_000) this.#known.clear();
    this.#known.set(word, found);
    return found;
  }

  #search(word: string): Term | null {
    for (const { name, term } of this.#byInitial.get(word.charAt(0)) ?? []) {
      if (Math.abs(name.length - word.length) > 1) continue;
      if (distance(word, name) <= (name.length >= twoSlips ? 2 : 1)) return term;
    }
    return null;
  }
}

/** Edits from one word to another: insert, delete, replace, or swap two neighbours. */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
