import type { CodeFamily, InjectionCodeFact } from '../knowledge/codes';
import type { Evidence } from '../note/span';

/** "1 lesion", "9 lesions". */
export const lesions = (n: number): string => `${n} ${n === 1 ? 'lesion' : 'lesions'}`;

/** "a", "a and b", "a, b and c". */
export function listed(items: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}

/** "1 to 7 lesions", "8 or more lesions". */
export const band = ({ lesions: { min, max } }: InjectionCodeFact): string =>
  max === null ? `${min} or more lesions` : `${min} to ${max} lesions`;

const drugs: Readonly<Record<CodeFamily, string>> = {
  antineoplastic: 'an antineoplastic drug',
  'other-drug': 'a drug that is not antineoplastic',
};

export const drugOf = (family: CodeFamily): string => drugs[family];

/** A note's own words on one line, short enough to quote. */
export function quoted(words: string): string {
  const line = words.replace(/\s+/g, ' ').replaceAll('"', "'").trim();
  const characters = [...line];
  return `"${characters.length > 160 ? `${characters.slice(0, 159).join('')}…` : line}"`;
}

/** What the evidence says, each thing once, as one list within a sentence. */
export const clauses = (evidence: readonly Evidence[]): string =>
  [...new Set(evidence.map(({ says }) => says.replace(/\.$/, '')))].join('; ');
