import type { ReadSentence } from './acts';
import { type Claim, claimOf } from './claims';
import { spanOf } from './sentences';

/**
 * "Nine nodules marked. After the first four he became faint; the other five were not injected.": where a session that
 * took place says only how many were left, the rest of those counted before were injected.
 */
export function restClaim(sentences: readonly ReadSentence[], agents: readonly string[]): Claim | null {
  let counted: number | null = null;
  for (const { sentence, groups, acts } of sentences) {
    if (sentence.passage.day !== 'today') continue;
    for (const group of groups) {
      const { quantity, noun, relation } = group;
      if (quantity?.kind !== 'exact' || group.unit) continue;
      const left = acts.some(
        (act) => act.role === 'exclude' && act.disposition === 'not-injected' && act.groups.includes(group),
      );
      if (left && counted !== null && (relation === 'other' || relation === 'remaining') && quantity.n < counted) {
        const span = spanOf(sentence, group.first, group.last);
        const count = { kind: 'exact', n: counted - quantity.n } as const;
        return claimOf(
          sentence,
          agents.map((name) => ({ name })),
          { count, span, how: `${counted} less ${quantity.n}` },
        );
      }
      if (noun?.tags.includes('lesion') && relation === null) counted = Math.max(counted ?? 0, quantity.n);
    }
  }
  return null;
}
