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
const setApart: ReadonlySet<TermKind> = new Set([
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

/** Every term the product knows, compiled once for matching. */
export class Lexicon {
  readonly vocabulary = new Vocabulary();
  readonly #running = new Trie(this.vocabulary);
  readonly #apart = new Map<TermKind, Trie>();
  readonly #misspellings = new MisspellingIndex();
  readonly #hyphen: number;

  constructor(rows: Iterable<TermRow>) {
    this.#hyphen = this.vocabulary.intern('-');
    for (const kind of setApart) this.#apart.set(kind, new Trie(this.vocabulary));
    for (const row of rows) {
      const trie = this.#apart.get(row.kind) ?? this.#running;
      for (const entry of row.terms) {
        for (const { text, form } of inflect(entry)) {
          const term = { kind: row.kind, value: row.value, form, tags: row.tags ?? [] };
          trie.add(text, term);
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
    return tokens.word[from] === 0 ? null : this.#running.match(tokens, from, this.#hyphen);
  }

  /** The agent that a long unknown word most likely misspells, or `null`. */
  misspelt(word: string): Term | null {
    return this.#misspellings.find(word);
  }

  /** The longest term of one set-apart kind that starts at a token. */
  matchKind(kind: ApartKind, tokens: Tokens, from: number): TrieMatch | null {
    return this.#apart.get(kind)?.match(tokens, from, this.#hyphen) ?? null;
  }

  /** True when token `at` is the given word or mark. */
  isWord(tokens: Tokens, at: number, ...candidates: string[]): boolean {
    const id = tokens.word[at] ?? 0;
    return id !== 0 && candidates.includes(this.vocabulary.wordOf(id));
  }
}

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
