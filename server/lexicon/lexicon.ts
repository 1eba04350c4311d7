import { type Tokens, tokenize } from '../note/tokens';
import { type ApartKind, apartKinds, type CompiledTerms, compileTerms, runningRoot } from './compile';
import { MisspellingIndex } from './misspelling';
import { shippedTerms } from './shipped-terms';
import type { Term, TermRow } from './term';
import { Trie, type TrieMatch } from './trie';
import { Vocabulary } from './vocabulary';

/**
 * Terms compiled once for matching. A lexicon over a `base` knows the base's terms too; where both know one of the same
 * length, its own counts.
 */
export class Lexicon {
  readonly vocabulary: Vocabulary;
  readonly #compiled: CompiledTerms;
  readonly #base: Lexicon | null;
  readonly #running: Trie;
  readonly #apart: Readonly<Record<ApartKind, Trie>>;
  readonly #agentClasses = new Map<string, string>();
  readonly #hyphen: number;
  /** Ids of the first words of numerals. */
  readonly #numerals: ReadonlySet<number>;
  readonly #opensNumber: boolean[] = [];
  #misspellings: MisspellingIndex | null = null;

  constructor(vocabulary: Vocabulary, compiled: CompiledTerms, base: Lexicon | null = null) {
    this.vocabulary = vocabulary;
    this.#compiled = compiled;
    this.#base = base;
    this.#hyphen = vocabulary.intern('-');
    this.#numerals = new Set(compiled.numerals);
    const readings = compiled.readings.map((numbers) => numbers.flatMap((number) => compiled.terms[number] ?? []));
    const trie = (root: number) => new Trie(compiled.nodes, readings, root, vocabulary.size);
    this.#running = trie(runningRoot);
    this.#apart = Object.fromEntries(apartKinds.map((kind, index) => [kind, trie(index + 1)])) as Record<
      ApartKind,
      Trie
    >;
    for (const { kind, value, tags } of compiled.terms)
      if (kind === 'agent') this.#agentClasses.set(value, tags[0] ?? '');
  }

  tokenize(text: string): Tokens {
    return tokenize(text, (source, start, end) => this.vocabulary.lookup(source, start, end));
  }

  /** The longest term of running text that starts at a token. */
  match(tokens: Tokens, from: number): TrieMatch | null {
    if (tokens.word[from] === 0) return null;
    return longer(this.#running.match(tokens, from, this.#hyphen), this.#base?.match(tokens, from) ?? null);
  }

  /** The agent that a long unknown word most likely misspells, or `null`. */
  misspelt(word: string): Term | null {
    return this.#base?.misspelt(word) ?? this.#misspelling.find(word);
  }

  /** Gathered when it is first asked for: most notes spell their agents as others do. */
  get #misspelling(): MisspellingIndex {
    if (this.#misspellings !== null) return this.#misspellings;
    const index = new MisspellingIndex();
    for (const { word, term } of this.#compiled.names) {
      const named = this.#compiled.terms[term];
      if (named) index.add(this.vocabulary.wordOf(word), named);
    }
    this.#misspellings = index;
    return index;
  }

  /** The longest term of one set-apart kind that starts at a token and ends before token `to`. */
  matchKind(kind: ApartKind, tokens: Tokens, from: number, to = tokens.count): TrieMatch | null {
    const own = this.#apart[kind].match(tokens, from, this.#hyphen, to);
    return this.#base === null ? own : longer(own, this.#base.matchKind(kind, tokens, from, to));
  }

  /** True when a word, a mark or, for a number in words, the first of them may open what the number scanner reads. */
  opensNumber(id: number): boolean {
    const known = this.#opensNumber[id];
    if (known !== undefined) return known;
    const { month, session, fraction } = this.#apart;
    const word = this.vocabulary.wordOf(id);
    const opens =
      this.#base?.opensNumber(id) === true ||
      month.begins(id) ||
      session.begins(id) ||
      fraction.begins(id) ||
      this.#numerals.has(id) ||
      word.length === 1 ||
      word === 'times';
    this.#opensNumber[id] = opens;
    return opens;
  }

  /** The class of an agent by its canonical name, as its table gives it. */
  agentClass(name: string): string | undefined {
    return this.#agentClasses.get(name) ?? this.#base?.agentClass(name);
  }

  /** The agent that a whole text is a name, brand or abbreviation of. */
  agentWritten(text: string): string | undefined {
    const tokens = this.tokenize(text);
    const match = this.match(tokens, 0);
    if (match?.end !== tokens.count) return undefined;
    return match.terms.find(({ kind, tags }) => kind === 'agent' && tags.length === 1)?.value;
  }

  /** True when token `at` is the given word or mark. */
  isWord(tokens: Tokens, at: number, ...candidates: string[]): boolean {
    const id = tokens.word[at] ?? 0;
    return id !== 0 && candidates.includes(this.vocabulary.wordOf(id));
  }
}

/** The longer of two matches at one place, the first where they are of one length. */
const longer = (own: TrieMatch | null, other: TrieMatch | null): TrieMatch | null =>
  own === null || (other !== null && other.end > own.end) ? other : own;

/** A lexicon of the rows, over another where one is given. */
export function lexiconOf(rows: Iterable<TermRow>, base: Lexicon | null = null): Lexicon {
  const vocabulary = new Vocabulary(base?.vocabulary);
  return new Lexicon(vocabulary, compileTerms(rows, vocabulary), base);
}

let shipped: Lexicon | null = null;

/** The shipped lexicon, made when the first note is read. */
export function shippedLexicon(): Lexicon {
  if (shipped === null) {
    const { words, compiled } = shippedTerms();
    shipped = new Lexicon(new Vocabulary(null, words), compiled);
  }
  return shipped;
}
