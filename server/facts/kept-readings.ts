import type { Lexicon } from '../lexicon/lexicon';
import type { BlockReading } from '../lexicon/read';
import type { BlockCache } from './document';

/**
 * What was read of the blocks of one note, by their text, for the next reading of that note: only what an edit touched
 * is read anew. It changes no answer, only what an answer costs, and holds no more than the last reading asked for.
 */
export class KeptReadings implements BlockCache {
  #before: ReadonlyMap<string, BlockReading> = new Map();
  #now = new Map<string, BlockReading>();
  #lexicon: Lexicon | undefined;

  /** The readings that were made with these terms; with other terms the note is read anew. */
  of(lexicon: Lexicon | undefined): this {
    if (lexicon !== this.#lexicon) {
      this.#before = new Map();
      this.#now = new Map();
      this.#lexicon = lexicon;
    }
    return this;
  }

  get(text: string): BlockReading | undefined {
    const current = this.#now.get(text);
    if (current) return current;
    const earlier = this.#before.get(text);
    if (earlier) this.#now.set(text, earlier);
    return earlier;
  }

  set(text: string, reading: BlockReading): void {
    this.#now.set(text, reading);
  }

  /** A reading has come to its end; what it did not ask for is given up. */
  finish(): void {
    this.#before = this.#now;
    this.#now = new Map();
  }
}
