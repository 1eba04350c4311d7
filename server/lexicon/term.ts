/** What sort of thing a term names; the tables under `data/` say which terms there are. */
export type TermKind =
  | 'noun'
  | 'side'
  | 'place'
  | 'site'
  | 'act'
  | 'route'
  | 'agent'
  | 'cue'
  | 'numeral'
  | 'vague'
  | 'bound'
  | 'relation'
  | 'det'
  | 'prep'
  | 'conj'
  | 'times'
  | 'numberword'
  | 'aux'
  | 'element'
  | 'work'
  | 'context'
  | 'heading'
  | 'month'
  | 'unit'
  | 'session'
  | 'fraction'
  | 'spoken';

/** The grammatical form a term was listed in or inflected to. */
export type TermForm = 'base' | 'third' | 'past' | 'ing' | 'singular' | 'plural';

export interface Term {
  readonly kind: TermKind;
  /** The canonical name within its kind: `triamcinolone`, `left`, `negation`. */
  readonly value: string;
  readonly form: TermForm;
  readonly tags: readonly string[];
}

/** One row of a term table. See `inflect` for the notation of `terms`. */
export interface TermRow {
  readonly kind: TermKind;
  readonly value: string;
  readonly tags?: readonly string[];
  readonly terms: readonly string[];
}

export interface InflectedTerm {
  readonly text: string;
  readonly form: TermForm;
}

/**
 * The forms of one entry of a table. `wart~` is a noun with its regular plural, `verrucae~pl` a plural as it stands,
 * `inject^` a verb with its regular forms, `gave^past` one form of a verb; anything else stands for itself.
 */
export function inflect(entry: string): InflectedTerm[] {
  const marker = /^(.*?)([~^])(pl|past|ing|third)?$/.exec(entry);
  if (!marker) return [{ text: entry, form: 'singular' }];
  const [, text = '', mark, form] = marker;
  if (mark === '~') {
    if (form === 'pl') return [{ text, form: 'plural' }];
    return [
      { text, form: 'singular' },
      { text: plural(text), form: 'plural' },
    ];
  }
  if (form === 'past' || form === 'ing' || form === 'third') return [{ text, form }];
  return verbForms(text);
}

function plural(noun: string): string {
  if (/(s|x|ch|sh)$/.test(noun)) return `${noun}es`;
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return `${noun}s`;
}

function verbForms(verb: string): InflectedTerm[] {
  const stem = /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}i` : verb;
  const root = verb.endsWith('e') ? verb.slice(0, -1) : verb;
  return [
    { text: verb, form: 'base' },
    { text: /(s|x|ch|sh)$/.test(verb) || stem !== verb ? `${stem}es` : `${verb}s`, form: 'third' },
    { text: verb.endsWith('e') ? `${verb}d` : `${stem}ed`, form: 'past' },
    { text: `${root}ing`, form: 'ing' },
  ];
}
