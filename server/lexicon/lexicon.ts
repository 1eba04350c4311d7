import { agents } from '../knowledge/agents';
import { type Tokens, tokenize } from '../note/tokens';
import acts from './data/acts.json';
import context from './data/context.json';
import cues from './data/cues.json';
import elements from './data/elements.json';
import headings from './data/headings.json';
import lesions from './data/lesions.json';
import sites from './data/sites.json';
import words from './data/words.json';
import work from './data/work.json';
import { MisspellingIndex } from './misspelling';
import { inflect, type Term, type TermKind, type TermRow } from './term';
import { Trie, type TrieMatch } from './trie';
import { Vocabulary } from './vocabulary';

/** Kinds that only one reader asks for (a heading's, a number's, the visit's) and so have a trie of their own. */
export type ApartKind =
  | 'heading'
  | 'month'
  | 'unit'
  | 'session'
  | 'work'
  | 'context'
  | 'element'
  | 'fraction'
  | 'spoken';
const setApart: ReadonlySet<TermKind> = new Set<ApartKind>([
  'heading',
  'month',
  'unit',
  'session',
  'work',
  'context',
  'element',
  'fraction',
  'spoken',
]);
const isApart = (kind: TermKind): kind is ApartKind => setApart.has(kind);

/**
 * Terms compiled once for matching. A lexicon over a `base` knows the base's terms too; where both know one of the same
 * length, its own counts.
 */
export class Lexicon {
  readonly vocabulary: Vocabulary;
  readonly #base: Lexicon | null;
  readonly #running: Trie;
  readonly #apart: Readonly<Record<ApartKind, Trie>>;
  readonly #misspellings = new MisspellingIndex();
  readonly #agentClasses = new Map<string, string>();
  readonly #hyphen: number;
  /** Ids of the first words of numerals. */
  readonly #numerals = new Set<number>();
  readonly #opensNumber: boolean[] = [];

  constructor(rows: Iterable<TermRow>, base: Lexicon | null = null) {
    this.#base = base;
    this.vocabulary = new Vocabulary(base?.vocabulary);
    this.#running = new Trie(this.vocabulary);
    this.#hyphen = this.vocabulary.intern('-');
    const trie = () => new Trie(this.vocabulary);
    this.#apart = {
      heading: trie(),
      month: trie(),
      unit: trie(),
      session: trie(),
      work: trie(),
      context: trie(),
      element: trie(),
      fraction: trie(),
      spoken: trie(),
    };
    for (const row of rows) {
      const trie = isApart(row.kind) ? this.#apart[row.kind] : this.#running;
      if (row.kind === 'agent') this.#agentClasses.set(row.value, row.tags?.[0] ?? '');
      for (const entry of row.terms) {
        for (const { text, form } of inflect(entry)) {
          const term = { kind: row.kind, value: row.value, form, tags: row.tags ?? [] };
          const first = trie.add(text, term);
          if (row.kind === 'numeral') this.#numerals.add(first);
          if (row.kind === 'agent') this.#misspellings.add(text, term);
        }
      }
    }
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
    return this.#base?.misspelt(word) ?? this.#misspellings.find(word);
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

  /** True when token `at` is the given word or mark. */
  isWord(tokens: Tokens, at: number, ...candidates: string[]): boolean {
    const id = tokens.word[at] ?? 0;
    return id !== 0 && candidates.includes(this.vocabulary.wordOf(id));
  }
}

/** The longer of two matches at one place, the first where they are of one length. */
const longer = (own: TrieMatch | null, other: TrieMatch | null): TrieMatch | null =>
  own === null || (other !== null && other.end > own.end) ? other : own;

function* agentRows(): Generator<TermRow> {
  for (const agent of agents) {
    yield { kind: 'agent', value: agent.name, tags: [agent.class], terms: agent.aliases };
    yield { kind: 'agent', value: agent.name, tags: [agent.class, 'topical'], terms: agent.topical };
    yield { kind: 'agent', value: agent.name, tags: [agent.class, 'systemic'], terms: agent.systemic };
  }
}

/** Marks and words that number reading asks for by name. */
const named: TermRow = { kind: 'cue', value: 'mark', terms: [] };
const markWords = [
  '-',
  '/',
  '#',
  '(',
  ')',
  ',',
  '^',
  '+',
  '%',
  '.',
  ':',
  'st',
  'nd',
  'rd',
  'th',
  'am',
  'pm',
  'or',
  'e',
  "o'clock",
  'oclock',
  'time',
];

function build(): Lexicon {
  const tables = [
    words,
    lesions,
    sites,
    acts,
    cues,
    headings,
    work,
    context,
    elements,
  ] as readonly (readonly TermRow[])[];
  const lexicon = new Lexicon([named, ...agentRows(), ...tables.flat()]);
  for (const word of markWords) lexicon.vocabulary.intern(word);
  return lexicon;
}

let shipped: Lexicon | null = null;

/** The shipped lexicon, compiled when the first note is read. */
export function shippedLexicon(): Lexicon {
  shipped ??= build();
  return shipped;
}
