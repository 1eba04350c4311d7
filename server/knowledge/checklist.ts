import type { Severity } from '../configuration';
import type { ElementId, FieldPlace } from '../facts/model';
import type { RuleId } from '../rules/rule-ids';
import data from './checklist.json';
import type { SourceId } from './sources';

/** What is reported of an element that a note lacks. */
export interface MissingElement {
  readonly severity: Severity;
  /** What the note lacks, as the message says it: "consent". */
  readonly lacks: string;
  /** The label of the open field: `Consent`. */
  readonly field: string;
  readonly place: FieldPlace;
  /** Asked of the clinician; `null` where the answer is in the record's own frame (date, place) and a field is enough. */
  readonly question: string | null;
}

/** A documentation element of a procedure note. */
export interface ChecklistRow {
  readonly element: ElementId;
  /** How a query on it begins: `Consent`. */
  readonly label: string;
  /** Names of a field that asks for it, as patterns of `Phrases`. The first row that knows a name has it. */
  readonly fieldNames: readonly string[];
  /** `null` where rules of their own say what is missing. */
  readonly missing: (MissingElement & { readonly rule: RuleId; readonly page: ElementPage }) | null;
}

/** What the page of an element's rule says. */
export interface ElementPage {
  readonly what: string;
  readonly why: string;
  readonly offWhen: string;
  readonly source: readonly [SourceId, ...SourceId[]];
  /** Lines of the ordinary example note that the wrong one changes or lacks. */
  readonly example: Readonly<Record<string, string | null>>;
}

/** Every documentation element that is looked for, a row each. */
export const checklist = data as unknown as readonly ChecklistRow[];
