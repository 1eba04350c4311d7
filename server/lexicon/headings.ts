import type { SectionKind } from '../facts/model';
import type { Lexicon } from './lexicon';

/** What a heading names, beside the kinds of an outline: fields that stand inside a section without ending it. */
export type HeadingKind = SectionKind | 'procedure-aside' | 'today';

/** Words that may stand in a heading beside its terms. */
const fillers = new Set(
  'and & / - of the for note notes record section today : ( ) , . this visit new brief details report summary'.split(
    ' ',
  ),
);

/** Terms that head a section only when they stand alone. */
const weakInside = new Set([
  'skin',
  'service',
  'services',
  'seen',
  'found',
  'given',
  'story',
  'course',
  'problem',
  'local',
  'title',
  'staff',
  'clinic',
  'study',
]);

/** Names that head something only as the first word: "partial response" is a finding. */
const opensOnly: ReadonlySet<string> = new Set(['response']);

/** Classifies headings and field labels by their words alone. */
class HeadingReader {
  readonly #known = new Map<string, HeadingKind | null>();

  constructor(readonly lexicon: Lexicon) {}

  /** True when folded words are nothing but the name of a section. */
  isHeading = (words: string): boolean => {
    if (words.length > 60 || /:\s*\S/.test(words)) return false;
    const known = this.#exact(words);
    return known !== null && known !== 'header' && known !== 'procedure-aside';
  };

  /** True when a label is nothing but the name of a section or of a field of the header. */
  isField(label: string): boolean {
    const tokens = this.lexicon.tokenize(label);
    for (let at = 0; at < tokens.count; at += 1) {
      // "Injected today: …", "Given: …": the label is the verb of what follows.
      const terms = this.lexicon.match(tokens, at)?.terms ?? [];
      if (terms.some((term) => term.kind === 'act' && term.form === 'past' && !term.tags.includes('other')))
        return false;
    }
    return this.#exact(label) !== null || this.#qualified(label) !== null;
  }

  /** The kind of a heading or label, `other` when no term of it is known. */
  kindOf(label: string): HeadingKind {
    const known = this.#known.get(label);
    if (known !== undefined) return known ?? 'other';
    const kind = this.#qualified(label) ?? this.#exact(label) ?? this.#contained(label);
    this.#known.set(label, kind);
    return kind ?? 'other';
  }

  /** Whose, when or what for: a past, another person's, a sample or a copied procedure is none of today's. */
  #qualified(label: string): HeadingKind | null {
    const tokens = this.lexicon.tokenize(label);
    let past = false;
    let today = false;
    for (let at = 0; at < tokens.count; at += 1) {
      const match = this.lexicon.match(tokens, at);
      for (const term of match?.terms ?? []) {
        if (term.kind !== 'cue') continue;
        if (term.value === 'experiencer') return 'other-person';
        if (term.value === 'template' || term.value === 'quote') return 'template';
        if (term.value === 'copied') return 'history';
        if (term.value === 'past') past = true;
        if (term.value === 'today') today = true;
        if (term.value === 'future' && !past && tokens.count <= 4 && term.value === 'future') {
          const exact = this.#exact(label);
          return exact === 'follow-up' ? exact : 'plan';
        }
      }
    }
    return past && !today ? 'history' : null;
  }

  /** The kind of the first term when terms and fillers cover the whole label. */
  #exact(label: string): HeadingKind | null {
    const tokens = this.lexicon.tokenize(label);
    let kind: HeadingKind | null = null;
    let at = 0;
    while (at < tokens.count) {
      const match = this.lexicon.matchKind('heading', tokens, at);
      const term = match?.terms[0];
      if (match && term) {
        kind ??= term.value as HeadingKind;
        at = match.end;
      } else if (fillers.has(label.slice(tokens.start[at], tokens.end[at]).toLowerCase())) at += 1;
      else return null;
    }
    return kind;
  }

  /** The kind of the longest term inside a label that has other words too: "Wound care given", "Patches treated". */
  #contained(label: string): HeadingKind | null {
    const tokens = this.lexicon.tokenize(label);
    let best: { kind: HeadingKind; length: number } | null = null;
    for (let at = 0; at < tokens.count; at += 1) {
      const match = this.lexicon.matchKind('heading', tokens, at);
      const term = match?.terms[0];
      if (!match || !term) continue;
      const length = (tokens.end[match.end - 1] ?? 0) - (tokens.start[at] ?? 0);
      if (
        length >= 5 &&
        !weakInside.has(label.slice(tokens.start[at], tokens.end[match.end - 1])) &&
        (at === 0 || !opensOnly.has(label.slice(tokens.start[at], tokens.end[match.end - 1]))) &&
        (!best || length > best.length)
      )
        best = { kind: term.value as HeadingKind, length };
    }
    return best?.kind ?? null;
  }
}

const readers = new WeakMap<Lexicon, HeadingReader>();

/** The reader of a lexicon's headings, which remembers what it classified. */
export function headingReaderFor(lexicon: Lexicon): HeadingReader {
  let reader = readers.get(lexicon);
  if (!reader) {
    reader = new HeadingReader(lexicon);
    readers.set(lexicon, reader);
  }
  return reader;
}
