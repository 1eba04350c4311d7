/** Runs every contender once a round, so that whatever else the machine does falls on all of them alike. */
export async function inAlternation<T>(
  contenders: readonly T[],
  rounds: number,
  measure: (contender: T) => number | Promise<number>,
): Promise<Map<T, number[]>> {
  const results = new Map<T, number[]>(contenders.map((contender) => [contender, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const contender of contenders) results.get(contender)?.push(await measure(contender));
  }
  return results;
}

export const median = (values: readonly number[]): number => percentile(values, 50);

/** The least value that so many in a hundred do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

/** Milliseconds that some work takes. */
export interface Cost {
  /** By the clock, with all that the machine does beside it. */
  readonly clock: number;
  /** Of processor time in this process, whatever else the machine does. */
  readonly processor: number;
}

export async function costOf(work: () => unknown): Promise<Cost> {
  const before = process.cpuUsage();
  const start = performance.now();
  await work();
  const clock = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { clock, processor: (user + system) / 1000 };
}

/** Milliseconds by the clock. */
export const timed = async (work: () => unknown): Promise<number> => (await costOf(work)).clock;
