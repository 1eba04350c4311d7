import data from './ncci-pairs.json';

export interface PairEdit {
  /** The code that stands. */
  readonly column1: string;
  /** The codes that are not reported beside it. */
  readonly column2: readonly string[];
  /** 0: never together. 1: together where a modifier says that they are separate. 9: the edit has ended. */
  readonly modifierIndicator: string;
  readonly rationale: string;
  /** Last day of the edit, or `null` while in force on the data's date. */
  readonly to: string | null;
}

const pairEdits = data.pairs as readonly PairEdit[];

/** The edit in force between two codes, whichever stands in column 1. */
export const editBetween = (a: string, b: string): PairEdit | undefined =>
  pairEdits.find(
    ({ column1, column2, to }) =>
      to === null && ((column1 === a && column2.includes(b)) || (column1 === b && column2.includes(a))),
  );
