import { packNumbers, unpackNumbers } from './packed-numbers';
import type { ShippedTerms } from './shipped-terms';
import type { Term, TermForm, TermKind } from './term';
import type { TrieNodes } from './trie';

/** Compiled terms as text: short to ship, quick to read. */
export interface PackedTerms {
  /** Each word after a space as how much it shares with the word before and the rest. */
  readonly words: string;
  /** `kind|value|tag|tag`, parted by `~`; the kind is left out where it is that of the one before. */
  readonly senses: string;
  /** The sense and the form of each term. */
  readonly terms: string;
  /** How many terms a reading has, and which. */
  readonly readings: string;
  readonly roots: number;
  readonly count: number;
  /** Of each node: its reading, how many children it has, and how far their words lie from each other. */
  readonly nodes: string;
  readonly names: string;
  readonly numerals: string;
}

const forms = ['base', 'third', 'past', 'ing', 'singular', 'plural'] as const satisfies readonly TermForm[];

export function packTerms({ words, compiled }: ShippedTerms): PackedTerms {
  const { terms, readings, nodes, names, numerals } = compiled;
  const senses: string[] = [];
  const senseOf = new Map<string, number>();
  const packed = terms.flatMap(({ kind, value, tags, form }) => {
    const sense = senseText(kind, value, tags);
    const number = senseOf.get(sense) ?? senses.push(sense) - 1;
    senseOf.set(sense, number);
    return [number, forms.indexOf(form)];
  });
  return {
    words: words.map((word, at) => packWord(words[at - 1] ?? '', word)).join(' '),
    senses: senses.map((sense, at) => withoutKind(senses[at - 1] ?? '', sense)).join('~'),
    terms: packNumbers(packed),
    readings: packNumbers(readings.flatMap((numbers) => [numbers.length, ...numbers])),
    roots: nodes.child[0] ?? 0,
    count: nodes.word.length,
    nodes: packNumbers(packedNodes(nodes)),
    names: packNumbers(names.flatMap(({ word, term }) => [word, term])),
    numerals: packNumbers(numerals),
  };
}

export function unpackTerms(packed: PackedTerms): ShippedTerms {
  return {
    words: unpackWords(packed.words),
    compiled: {
      terms: unpackSenses(packed),
      readings: unpackReadings(packed.readings),
      nodes: unpackNodes(packed),
      names: pairs(packed.names).map(([word, term]) => ({ word, term })),
      numerals: unpackNumbers(packed.numerals),
    },
  };
}

/** The characters for how much a word shares with the one before. */
const shares = packNumbers(Array.from({ length: 50 }, (_, shared) => shared));

function packWord(before: string, word: string): string {
  let shared = 0;
  while (shared < shares.length - 1 && shared < word.length && word[shared] === before[shared]) shared += 1;
  return shares.charAt(shared) + word.slice(shared);
}

function unpackWords(text: string): string[] {
  let word = '';
  return text.split(' ').map((packed) => {
    word = word.slice(0, shares.indexOf(packed.charAt(0))) + packed.slice(1);
    return word;
  });
}

function senseText(kind: string, value: string, tags: readonly string[]): string {
  const parts = [kind, value, ...tags];
  if (parts.some((part) => /[|~]/.test(part))) throw new Error(`"${parts.join('", "')}" must hold no | and no ~`);
  return parts.join('|');
}

const withoutKind = (before: string, sense: string): string => {
  const kind = sense.slice(0, sense.indexOf('|') + 1);
  return before.startsWith(kind) ? sense.slice(kind.length - 1) : sense;
};

function unpackSenses({ senses: text, terms }: PackedTerms): Term[] {
  let before: TermKind = 'cue';
  const senses = text.split('~').map((sense) => {
    const [kind, value = '', ...tags] = sense.split('|');
    // The packer wrote a kind.
    before = (kind || before) as TermKind;
    return { kind: before, value, tags };
  });
  return pairs(terms).flatMap(([sense, form]) => {
    const named = senses[sense];
    return named === undefined
      ? []
      : [{ kind: named.kind, value: named.value, form: forms[form] ?? 'base', tags: named.tags }];
  });
}

function unpackReadings(text: string): number[][] {
  const numbers = unpackNumbers(text);
  const readings: number[][] = [];
  let at = 0;
  while (at < numbers.length) {
    const from = at + 1;
    at = from + (numbers[at] ?? 0);
    readings.push(numbers.slice(from, at));
  }
  return readings;
}

function* packedNodes({ word, child, reading }: TrieNodes): Generator<number> {
  for (let node = 0; node < word.length; node += 1) {
    const first = child[node] ?? 0;
    const end = child[node + 1] ?? 0;
    yield (reading[node] ?? 0) * 2 + (end > first ? 1 : 0);
    if (end > first) yield end - first;
    for (let at = first; at < end; at += 1) yield (word[at] ?? 0) - (at > first ? (word[at - 1] ?? 0) : 0);
  }
}

function unpackNodes({ nodes, roots, count }: PackedTerms): TrieNodes {
  const numbers = unpackNumbers(nodes);
  const word = new Uint16Array(count);
  const child = new Uint32Array(count + 1);
  const reading = new Uint16Array(count);
  let next = roots;
  let at = 0;
  for (let node = 0; node < count; node += 1) {
    const own = numbers[at] ?? 0;
    at += 1;
    reading[node] = own >> 1;
    child[node] = next;
    if ((own & 1) === 0) continue;
    const end = next + (numbers[at] ?? 0);
    at += 1;
    let last = 0;
    for (; next < end; next += 1) {
      last += numbers[at] ?? 0;
      at += 1;
      word[next] = last;
    }
  }
  child[count] = next;
  return { word, child, reading };
}

function pairs(text: string): [number, number][] {
  const numbers = unpackNumbers(text);
  return Array.from({ length: numbers.length / 2 }, (_, at) => [numbers[at * 2] ?? 0, numbers[at * 2 + 1] ?? 0]);
}
