import { type Count, resolve, type Whole } from './claims';
import type { Group } from './groups';

/** Several phrases of one act: numbers add up, a number outweighs words, singulars of different places count one each. */
export function combine(groups: readonly Group[], whole: Whole): { count: Count; how: string } | null {
  // "Eleven nodules were on the chart and all but two of them received": some are left out of those counted before.
  const spared = groups.findIndex((group) => group.except !== null && group.quantity === null);
  const counted = groups[spared - 1]?.quantity;
  const except = groups[spared]?.except;
  if (counted?.kind === 'exact' && except != null) {
    const how = `${counted.n} less ${except}`;
    return { count: { kind: 'exact', n: counted.n - except }, how };
  }
  const resolved = groups.flatMap((group) => {
    const found = resolve(group, whole);
    return found ? [{ group, ...found }] : [];
  });
  if (resolved.length === 0) return null;
  const odd = resolved.find(({ count }) => count.kind === 'contradiction');
  if (odd) return odd;
  const numbers = resolved.filter(({ count }) => count.kind === 'exact');
  if (numbers.length > 0) {
    const sum = numbers.reduce((total, { count }) => total + (count.kind === 'exact' ? count.n : 0), 0);
    const vague = resolved.find(
      ({ count, group }) => (count.kind === 'vague' || count.kind === 'range') && group.quantity !== null,
    );
    if (vague) return vague;
    // "14 injected: Nos. 1-9 scalp, 10-14 forehead": the names tell the number once more.
    const [head, ...parts] = numbers;
    const names = parts.length > 0 && parts.every(({ group }) => group.labels.length > 0);
    if (names && head?.count.kind === 'exact' && head.group.labels.length === 0 && head.count.n * 2 === sum)
      return head;
    // "both elbows' plaques and the one of the cleft, three plaques": the sum stands behind its parts.
    const last = numbers[numbers.length - 1];
    if (last?.count.kind === 'exact' && numbers.length > 2 && last.count.n * 2 === sum && isSumBehind(last.group))
      return { count: last.count, how: `${last.count.n} in ${numbers.length - 1} parts` };
    if (head?.count.kind === 'exact' && parts.length > 1 && isWholeOf(head, parts, sum))
      return { count: head.count, how: `${head.count.n} in ${parts.length} parts` };
    const how =
      numbers.length > 1
        ? numbers.map(({ count }) => (count.kind === 'exact' ? count.n : 0)).join(' + ')
        : (numbers[0]?.how ?? '');
    return { count: { kind: 'exact', n: sum }, how };
  }
  const indefinite = resolved.find(({ count }) => count.kind === 'range' || count.kind === 'vague');
  if (indefinite) return indefinite;
  const plural = resolved.find(({ count }) => count.kind === 'plural');
  if (plural) return plural;
  const places = new Set(resolved.map(({ group }) => `${group.noun?.value ?? ''} ${group.sites.join(' ')}`));
  if (places.size > 1 && resolved.every(({ group }) => group.sites.length > 0))
    return { count: { kind: 'exact', n: places.size }, how: 'named one by one' };
  return resolved[0] ?? null;
}

const isSumBehind = ({ noun, placed, times, relation }: Group): boolean =>
  noun?.form === 'plural' && !placed && !times && relation === null;

/** "six nodules, two at the ankle and four along the shin": parts that make up the number before them say it once more. */
function isWholeOf(
  head: { readonly group: Group; readonly count: Count },
  parts: readonly { readonly group: Group }[],
  sum: number,
): boolean {
  const { group, count } = head;
  if (count.kind !== 'exact' || count.n * 2 !== sum || group.times || group.placed) return false;
  // "Six injected, 4 R forearm & 2 L forearm"
  const bare = group.noun === null && parts.every((part) => part.group.placed);
  return (bare || group.noun?.form === 'plural') && parts.every((part) => part.group.relation === null);
}
