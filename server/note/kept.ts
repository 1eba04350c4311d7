/**
 * A pure function that remembers what it said of an object for as long as the object lives. What is read of a block is
 * one object for as long as the block's text does not change, so that what follows from it alone is worked out once.
 */
export function kept<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined || known.has(key)) return found as V;
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}
