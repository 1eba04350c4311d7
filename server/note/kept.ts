/**
 * An object with room for what follows from it alone. What is read of a block is one object for as long as the block's
 * text does not change, so that what is kept in it is worked out once. A changed copy needs room of its own.
 */
export interface Keeper {
  readonly room: Room;
}

/** What is kept, each thing at its own number. A weak map would do the same at four times the cost. */
export type Room = unknown[];

/** How many different things are kept. */
let things = 0;

/** A pure function that remembers in its argument what it said of it. */
export function kept<K extends Keeper, V extends NonNullable<unknown> | null>(compute: (key: K) => V): (key: K) => V {
  const at = things;
  things += 1;
  return (key) => {
    const known = key.room[at];
    if (known !== undefined) return known as V;
    const value = compute(key);
    key.room[at] = value;
    return value;
  };
}

/**
 * The same for a function of an object and of its surroundings, which rarely change: the last answer holds for as long
 * as the surroundings are the `same`.
 */
export function keptIn<K extends Keeper, S, V>(
  compute: (key: K, surroundings: S) => V,
  same: (before: S, now: S) => boolean,
): (key: K, surroundings: S) => V {
  const lastOf = kept((_: K): { surroundings: S; value: V }[] => []);
  return (key, surroundings) => {
    const last = lastOf(key);
    const [known] = last;
    if (known && same(known.surroundings, surroundings)) return known.value;
    const value = compute(key, surroundings);
    last[0] = { surroundings, value };
    return value;
  };
}
