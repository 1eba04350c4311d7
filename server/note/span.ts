/** A half-open range `[start, end)` of a note, in UTF-16 code units of its original text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span of the note and, in one plain clause, what it says towards a fact. */
export interface Evidence {
  readonly span: Span;
  readonly says: string;
}
