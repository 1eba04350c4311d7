import type { PayerId } from './configuration';
import { type PayerStatement, payerProfile, statementInWords } from './knowledge/payers';
import { sources } from './knowledge/sources';

/** What the shipped knowledge says of a payer. */
export interface PayerCard {
  readonly name: string;
  /** One line a statement, with its state and source; says "no data" where there is none. */
  readonly lines: readonly string[];
}

/** The card of the payer that holds for a note; `null` stands for one that no profile is of. */
export function payerCard(id: PayerId | null): PayerCard {
  const profile = id === null ? undefined : payerProfile(id);
  if (profile === undefined) {
    return { name: 'Payer', lines: ['Modifier 25: no data on this payer', 'Documentation: no data on this payer'] };
  }
  const line = (topic: string) => (statement: PayerStatement) =>
    `${topic}: ${statementInWords(statement)}. Source: ${sources[statement.source].title}`;
  return {
    name: profile.name,
    lines: [...profile.modifier25.map(line('Modifier 25')), ...profile.documentation.map(line('Documentation'))],
  };
}
