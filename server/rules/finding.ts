import type { Evidence, Span } from '../note/span';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A replacement of `span` by `newText`; an insertion has an empty span. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/**
 * What a person may choose to do about a finding. `code` edits codes, `field` inserts an open field for the
 * clinician to fill, `query` inserts a non-leading question to the clinician. None writes a clinical fact.
 */
export interface Fix {
  readonly title: string;
  readonly kind: 'code' | 'field' | 'query';
  readonly edits: readonly TextEdit[];
  readonly preferred?: boolean;
}

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** One sentence: what disagrees with what, with the numbers. */
  readonly message: string;
  readonly span: Span;
  readonly evidence: readonly Evidence[];
  readonly fixes: readonly Fix[];
}
