/**
 * Work that may be put aside between its steps and gone on with later, or never. A step is short, so that whoever
 * takes them can do something else in time.
 */
export type Steps<T> = Generator<void, T, void>;

/** Takes all the steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** How many blocks, sentences or clauses make a step. */
const stepLength = 64;

/** True where a walk over blocks, sentences or clauses ends a step. */
export const endsStep = (index: number): boolean => index % stepLength === stepLength - 1;
