/** A place in a file as people write it, counted from 1. */
export interface Place {
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
}

/** Reads `FILE`, `FILE:LINE` or `FILE:LINE:COLUMN`. */
export function readPlace(text: string): Place {
  const [, file, line, column] = /^(.+?):(\d+)(?::(\d+))?$/.exec(text) ?? [];
  if (file === undefined) return { file: text, line: null, column: null };
  return { file, line: Number(line), column: column === undefined ? null : Number(column) };
}
