import type { LesionEntry } from '../facts/model';

export interface LesionNumber {
  readonly number: number;
  /** How many lesions received the same agent. */
  readonly of: number;
}

/** The number of each counted lesion among those that received the same agent, which is how procedures count them. */
export function lesionNumbers(ledger: readonly LesionEntry[]): ReadonlyMap<LesionEntry, LesionNumber> {
  const byAgent = new Map<string | null, LesionEntry[]>();
  for (const lesion of ledger) {
    if (lesion.disposition !== 'injected') continue;
    const same = byAgent.get(lesion.agent);
    if (same === undefined) byAgent.set(lesion.agent, [lesion]);
    else same.push(lesion);
  }
  const numbers = new Map<LesionEntry, LesionNumber>();
  for (const lesions of byAgent.values()) {
    for (const [index, lesion] of lesions.entries()) numbers.set(lesion, { number: index + 1, of: lesions.length });
  }
  return numbers;
}
