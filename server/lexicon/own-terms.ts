import type { OwnTerms } from '../configuration';
import { foldText } from '../note/fold';
import { type Lexicon, lexiconOf, shippedLexicon } from './lexicon';
import type { TermRow } from './term';

/** Compiled terms by the setting they are of: a setting never changes, and is read again for every note. */
const compiled = new WeakMap<OwnTerms, Lexicon>();

/** The shipped lexicon with a clinic's own terms over it; the shipped one itself where there are none. */
export function lexiconWith(terms: OwnTerms): Lexicon {
  const known = compiled.get(terms);
  if (known !== undefined) return known;
  const rows = [...rowsOf(terms)];
  const lexicon = rows.length === 0 ? shippedLexicon() : lexiconOf(rows, shippedLexicon());
  compiled.set(terms, lexicon);
  return lexicon;
}

function* rowsOf({ agents, sites, headings }: OwnTerms): Generator<TermRow> {
  for (const [name, agent] of Object.entries(agents)) {
    yield { kind: 'agent', value: name, tags: [agent.class], terms: [name, ...agent.synonyms].map(foldText) };
  }
  for (const [name, synonyms] of Object.entries(sites)) {
    yield { kind: 'site', value: foldText(name), terms: [name, ...synonyms].map(foldText) };
  }
  for (const [heading, kind] of Object.entries(headings)) {
    yield { kind: 'heading', value: kind, terms: [foldText(heading)] };
  }
}
