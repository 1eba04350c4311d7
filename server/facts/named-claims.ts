import type { ReadSentence } from './acts';
import type { NamedAgent } from './agents';
import { type Claim, claimOf, type Whole } from './claims';
import { spanOf } from './sentences';

/** "K2 - K5  L helix, L mastoid. Injected to blanch.": what a paragraph is headed by is what its later sentences speak of. */
export function headedClaim(
  read: ReadSentence,
  sentences: readonly ReadSentence[],
  whole: Whole,
  agents: readonly NamedAgent[],
): Claim | null {
  const { sentence } = read;
  if (sentence.index === 0) return null;
  const first = sentences.find((other) => other.sentence.passage === sentence.passage && other.sentence.index === 0);
  const head = first?.groups[0];
  if (!first || !head || head.first > 0 || head.labels.length === 0) return null;
  const n = head.labels.length;
  whole.treated = n;
  return claimOf(sentence, agents, {
    count: { kind: 'exact', n },
    labels: head.labels,
    span: spanOf(first.sentence, head.first, head.last),
    how: 'labels counted',
  });
}

/** What claims by name say together: details of lesions counted already fall away, other names add up. */
export function joinNamed(claims: readonly Claim[]): Claim[] {
  const kept = claims.filter((claim) => !isDetail(claim, claims));
  const named = kept.filter((claim) => (claim.labels ?? []).length > 0);
  const [first] = named;
  const labels = named.flatMap((claim) => claim.labels ?? []);
  if (!first || named.length < 2 || new Set(labels).size < labels.length) return kept;
  const joined: Claim = {
    ...first,
    count: { kind: 'exact', n: labels.length },
    labels,
    how: `${named.map((claim) => claim.labels?.length ?? 0).join(' + ')} by name`,
  };
  return kept.flatMap((claim) => (claim === first ? [joined] : named.includes(claim) ? [] : [claim]));
}

/** "K1 alone took 1.5 mL" beside "treated: K1, K2, K4-K8": says more of a lesion that is counted already. */
function isDetail(claim: Claim, claims: readonly Claim[]): boolean {
  const [label, ...more] = claim.labels ?? [];
  if (label === undefined) return false;
  return claims.some((other) => {
    const named = other.labels ?? [];
    const within = more.length === 0 && named.length > 1 && named.includes(label);
    const aside =
      other.sentence === claim.sentence &&
      other.count.kind === 'exact' &&
      other.count.n > more.length + 1 &&
      named.length === 0;
    return within || aside;
  });
}
