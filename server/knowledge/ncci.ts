import data from './ncci-pairs.json';

export interface PairEdit {
  /** The codes that stand. */
  readonly column1: readonly string[];
  /** The codes that are not reported beside any of them. */
  readonly column2: readonly string[];
  /** 0: never together. 1: together where a modifier says that they are separate. 9: the edit has ended. */
  readonly modifierIndicator: string;
  readonly rationale: string;
  /** Last day of the edit, or `null` while in force on the data's date. */
  readonly to: string | null;
}

/** Day of the edits; how they stand on a later day is not in the data. */
export const editsAsOf = data.asOf;

/** An edit between two codes. */
export interface Edit {
  readonly column1: string;
  readonly column2: string;
  /** Whether a modifier on the code of column 2 can say that the two are separate. */
  readonly separable: boolean;
}

const inForce: ReadonlyMap<string, Edit> = new Map(
  (data.pairs as readonly PairEdit[])
    .filter(({ to }) => to === null)
    .flatMap(({ column1, column2, modifierIndicator }) =>
      column1.flatMap((first) =>
        column2.map((second): [string, Edit] => [
          `${first} ${second}`,
          { column1: first, column2: second, separable: modifierIndicator === '1' },
        ]),
      ),
    ),
);

/** The edit in force between two codes, whichever stands in column 1. */
export const editBetween = (a: string, b: string): Edit | undefined =>
  inForce.get(`${a} ${b}`) ?? inForce.get(`${b} ${a}`);

/** Modifiers that tell two procedures apart. */
export const separatingModifiers: ReadonlySet<string> = new Set(['59', 'XE', 'XP', 'XS', 'XU']);
