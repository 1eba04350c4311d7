import { injectionCode } from './knowledge/codes';
import { evaluationCode } from './knowledge/evaluation-codes';
import { type SourceId, sources } from './knowledge/sources';

/** What the shipped knowledge says of a code, and where it says so. */
export interface CodeCard {
  readonly code: string;
  readonly text: string;
  /** The day that the data stood so, as ISO date. */
  readonly asOf: string;
  readonly sources: readonly string[];
}

/** The card of a code, or `undefined` where the shipped knowledge has no data. */
export function codeCard(code: string): CodeCard | undefined {
  const fact = injectionCode(code) ?? evaluationCode(code);
  if (fact === undefined) return undefined;
  const title = (id: SourceId) => sources[id].title;
  return { code, text: fact.card, asOf: fact.effective.asOf, sources: fact.source.map(title) };
}
