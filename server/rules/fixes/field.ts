import type { FieldPlace } from '../../knowledge/checklist';
import type { Fix } from '../finding';
import type { Places } from '../rule';

export interface OpenField {
  /** The field's label in the note: `Consent`. */
  readonly label: string;
  readonly place: FieldPlace;
}

/** Offers a labelled blank on a line of its own. What belongs in it only the clinician can say. */
export function openField({ label, place }: OpenField, { eol, fieldAt, length }: Places): Fix {
  const field = `${label}: ***`;
  const [at, newText] =
    place === 'header' ? [0, field + eol] : place === 'end' ? [length, eol + field] : [fieldAt, eol + field];
  return {
    title: `Insert an open field: ${label}`,
    kind: 'field',
    edits: [{ span: { start: at, end: at }, newText }],
  };
}
