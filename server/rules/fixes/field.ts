import type { FieldPlace } from '../../facts/model';
import type { Fix } from '../finding';
import type { Places } from '../rule';

export interface OpenField {
  /** The field's label in the note: `Consent`. */
  readonly label: string;
  readonly place: FieldPlace;
}

/** Offers a labelled blank on a line of its own. What belongs in it only the clinician can say. */
export function openField({ label, place }: OpenField, { eol, fieldAt }: Pick<Places, 'eol' | 'fieldAt'>): Fix {
  const at = fieldAt[place];
  const field = `${label}: ***`;
  return {
    title: `Insert an open field: ${label}`,
    kind: 'field',
    edits: [{ span: { start: at, end: at }, newText: place === 'header' ? field + eol : eol + field }],
  };
}
