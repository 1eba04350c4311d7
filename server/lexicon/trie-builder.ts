import type { TrieNodes } from './trie';

interface Node {
  readonly next: Map<number, Node>;
  /** What the words down to here stand for, by number; empty where they end no term. */
  readonly terms: number[];
}

const newNode = (): Node => ({ next: new Map(), terms: [] });

/** Puts terms into tries, and the tries into arrays. */
export class TrieBuilder {
  readonly #roots: readonly Node[];

  constructor(roots: number) {
    this.#roots = Array.from({ length: roots }, newNode);
  }

  /** Adds what the words with these ids stand for. */
  add(root: number, words: readonly number[], term: number): void {
    let node = this.#roots[root];
    for (const id of words) {
      const next: Node = node?.next.get(id) ?? newNode();
      node?.next.set(id, next);
      node = next;
    }
    node?.terms.push(term);
  }

  /** The nodes, and the numbers of the terms of each reading; those that stand at the most nodes come first. */
  finish(): { readonly nodes: TrieNodes; readonly readings: readonly (readonly number[])[] } {
    const order: { readonly word: number; readonly node: Node }[] = this.#roots.map((node) => ({ word: 0, node }));
    const child: number[] = [];
    for (let at = 0; at < order.length; at += 1) {
      child.push(order.length);
      const children = [...(order[at]?.node.next ?? [])].sort(([a], [b]) => a - b);
      for (const [word, node] of children) order.push({ word, node });
    }
    child.push(order.length);
    const { numberOf, readings } = numbered(order.map(({ node }) => node.terms));
    return {
      nodes: {
        word: Uint16Array.from(order, ({ word }) => word),
        child: Uint32Array.from(child),
        reading: Uint16Array.from(order, ({ node }) => numberOf(node.terms)),
      },
      readings,
    };
  }
}

/** Numbers what is the same alike, the most frequent first. */
function numbered(lists: readonly (readonly number[])[]): {
  readonly numberOf: (list: readonly number[]) => number;
  readonly readings: readonly (readonly number[])[];
} {
  const counts = new Map<string, number>();
  for (const list of lists) if (list.length > 0) counts.set(list.join(), (counts.get(list.join()) ?? 0) + 1);
  const keys = ['', ...[...counts].sort(([, a], [, b]) => b - a).map(([key]) => key)];
  const numbers = new Map(keys.map((key, number) => [key, number]));
  return {
    numberOf: (list) => numbers.get(list.join()) ?? 0,
    readings: keys.map((key) => (key === '' ? [] : key.split(',').map(Number))),
  };
}
