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

/** Milliseconds of processor time that the work takes in this process, whatever else the machine does. */
export async function processorTime(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Milliseconds that the work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
