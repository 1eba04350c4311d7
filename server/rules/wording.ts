import type { QuotedEvidence, Supply } from '../facts/model';
import { type CodeFamily, type InjectionCodeFact, injectionCodes } from '../knowledge/codes';

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

/** "60 mg", "400 million PFU". */
export const amountInWords = ({ amount, unit }: Pick<Supply, 'amount' | 'unit'>): string =>
  amount >= 1e6 && Number.isInteger(amount / 1e4) ? `${amount / 1e6} million ${unit}` : `${amount} ${unit}`;

const drugs: Readonly<Record<CodeFamily, string>> = {
  antineoplastic: 'an antineoplastic drug',
  'other-drug': 'a drug that is not antineoplastic',
};

export const drugOf = (family: CodeFamily): string => drugs[family];

/** What each number of lesions means: "96405 for 1 to 7 lesions and 96406 for 8 or more lesions". */
export const countReadings = (family: CodeFamily): string =>
  listed(injectionCodes.filter((fact) => fact.family === family).map((fact) => `${fact.code} for ${band(fact)}`));

/** A note's own words on one line, short enough to quote; marks and the full stop of its own would end the quotation. */
export function quoted(words: string): string {
  const line = words
    .replace(/\s+/g, ' ')
    .replace(/["“”„«»]/g, "'")
    .trim()
    .replace(/(?<!\.)\.$/, '');
  const characters = [...line];
  return `"${characters.length > 160 ? `${characters.slice(0, 159).join('')}…` : line}"`;
}

/** What the note says, in its own words, each once: `The note says "a" and "b".`; nothing where there is nothing. */
export function indicatorsQuoted(evidence: readonly QuotedEvidence[], most = 4): string {
  const quotes = [...new Set(evidence.map(({ quote }) => quoted(quote)))].slice(0, most);
  return quotes.length === 0 ? '' : ` The note says ${listed(quotes)}.`;
}
