import type { Configuration } from '../configuration';
import { payerIn } from '../facts/encounter';
import type { Encounter } from '../facts/model';
import { payerProfile, statementInWords } from '../knowledge/payers';
import type { Evidence, Span } from '../note/span';

const topics = { modifier25: 'modifier 25', documentation: 'documentation' } as const;

/**
 * What is known of the payer's rules on a topic, as evidence at the payer of the note, else at `at`; that there is no
 * data where there is none. Nothing for a note without a payer.
 */
export function payerEvidence(
  topic: keyof typeof topics,
  encounter: Encounter,
  { payer: setting }: Configuration,
  at: Span,
): Evidence[] {
  const payer = payerIn(encounter, setting);
  if (payer === null) return [];
  const span = payer.span ?? at;
  const profile = payer.id === null ? undefined : payerProfile(payer.id);
  if (profile === undefined)
    return [{ span, says: `names a payer on whose rules for ${topics[topic]} there is no data` }];
  return profile[topic].map((statement) => ({
    span,
    says: `${profile.name} on ${topics[topic]}: ${statementInWords(statement)}`,
  }));
}
