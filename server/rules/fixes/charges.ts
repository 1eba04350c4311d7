import type { ChargeRow, SetAsideCode } from '../../facts/model';
import type { Fix, TextEdit } from '../finding';
import type { Places } from '../rule';

/** A code as it is added to the note. */
export interface Charge {
  readonly code: string;
  readonly modifier?: string;
  readonly units?: number;
}

type ChargePlaces = Pick<Places, 'codingLine' | 'eol' | 'fieldAt' | 'modifierStyle' | 'setAsideCodes'>;

const insertion = (at: number, newText: string): TextEdit => ({ span: { start: at, end: at }, newText });

/** Ticks a code's box, or opens it. */
export const flip = ({ tick }: Pick<SetAsideCode, 'tick'>): TextEdit[] =>
  tick === null ? [] : [{ span: tick.span, newText: tick.flipped }];

/** The place at which the note offers a code to be ticked, where it does. */
export const offered = (code: string, { setAsideCodes }: Pick<Places, 'setAsideCodes'>): SetAsideCode | undefined =>
  setAsideCodes.find((each) => each.code === code && each.tick !== null);

const unitsOf = ({ units }: Charge): string => (units === undefined ? '' : ` x ${units}`);

function writtenOut(charge: Charge, { before, after }: Places['modifierStyle']): string {
  const modifier = charge.modifier === undefined ? '' : before + charge.modifier + after;
  return charge.code + modifier + unitsOf(charge);
}

/**
 * Adds a code to the note's charges as the note writes them: by ticking it, as a row of their table, behind the last of
 * their line; or as a line of charges behind the procedure where the note has none.
 */
export function addCode(charge: Charge, places: ChargePlaces): Fix {
  return {
    title: `Add ${writtenOut(charge, { before: '-', after: '' })} to the codes`,
    kind: 'code',
    edits: additions(charge, places),
  };
}

function additions(charge: Charge, places: ChargePlaces): TextEdit[] {
  const { codingLine, eol, fieldAt, modifierStyle } = places;
  const box = charge.modifier === undefined ? offered(charge.code, places) : undefined;
  if (box !== undefined) {
    const units = charge.units === undefined || charge.units === 1 ? [] : [insertion(box.span.end, unitsOf(charge))];
    return [...flip(box), ...units];
  }
  const written = writtenOut(charge, modifierStyle);
  if (codingLine === null) return [insertion(fieldAt.procedure, `${eol}CPT: ${written}`)];
  const { row, insertAt, separator } = codingLine;
  return [
    row === null ? insertion(insertAt, separator + written) : insertion(row.insertAt, eol + rowOf(charge, row, places)),
  ];
}

/** A row in the columns of the one above; what has no column of its own stands with the code. */
function rowOf(charge: Charge, { cells, tail }: ChargeRow, { modifierStyle }: ChargePlaces): string {
  const columns = new Set(cells.map(({ is }) => is));
  const { modifier, units, code } = charge;
  const inCode: Charge = {
    code,
    ...(modifier === undefined || columns.has('modifier') ? {} : { modifier }),
    ...(units === undefined || columns.has('units') ? {} : { units }),
  };
  const values = {
    code: writtenOut(inCode, modifierStyle),
    modifier: modifier ?? '',
    units: units === undefined ? '1' : String(units),
    line: '',
    other: '',
  };
  const text = cells.map(({ lead, width, is, value }) => lead + (value || values[is]).padEnd(width));
  return (text.join('') + tail).trimEnd();
}
