import type { ReadSentence } from './acts';
import type { Passage } from './document';

/** The sentences of a note, found by the passage they stand in. */
export class PlacedSentences {
  /** Where the sentences of each passage begin and end. */
  readonly #places = new Map<Passage, { readonly from: number; to: number }>();

  constructor(readonly all: readonly ReadSentence[]) {
    for (const [at, { sentence }] of all.entries()) {
      const place = this.#places.get(sentence.passage);
      if (place) place.to = at + 1;
      else this.#places.set(sentence.passage, { from: at, to: at + 1 });
    }
  }

  /** Those of some passages, in the note's order. */
  of(passages: readonly Passage[]): ReadSentence[] {
    const places = [...new Set(passages)].flatMap((passage) => this.#places.get(passage) ?? []);
    return places.sort((a, b) => a.from - b.from).flatMap(({ from, to }) => this.all.slice(from, to));
  }

  /** The last one that stands before a passage. */
  lastBefore({ block }: Passage): ReadSentence | null {
    let [low, high] = [0, this.all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.all[middle]?.sentence.passage.block.start ?? 0) < block.start) low = middle + 1;
      else high = middle;
    }
    return this.all[low - 1] ?? null;
  }
}
