import type { NumberCursor, NumberReading } from './number-cursor';

/** A number, or several joined by "x", "-" or "to", with a unit: "2 x 3 cm", "0.1-0.2 mL", "10^8 PFU/mL", "3-4 wk". */
export function readMeasure(cursor: NumberCursor, at: number): NumberReading | null {
  const fraction = cursor.lexicon.matchKind('fraction', cursor.tokens, at);
  const part = fraction && cursor.unit(fraction.end);
  if (fraction && part && part.dimension !== 'time') {
    // "half a milliliter", "a third of a cc".
    return {
      is: 'measure',
      dimension: part.dimension,
      amount: Number(fraction.terms[0]?.value),
      unit: part.unit,
      end: part.end,
    };
  }
  let next = at;
  let amount: number | null = null;
  let decimal = false;
  let joined = 0;
  for (;;) {
    const number = cursor.value(next);
    if (!number) return null;
    amount = amount ?? number.value;
    if (!Number.isInteger(number.value)) decimal = true;
    next = number.end;
    if (cursor.is(next, '^') && cursor.isFigure(next + 1)) next += 2;
    // "two and a half ccs"
    const half = cursor.is(next, 'and') ? cursor.lexicon.matchKind('fraction', cursor.tokens, next + 1) : null;
    if (half && cursor.unit(half.end)) next = half.end;
    const inner = cursor.unit(next);
    const joint = inner ? inner.end : next;
    if (cursor.is(joint, 'x', '-', 'to', 'by', 'or') && cursor.value(joint + 1) && joined < 3) {
      const wordJoint = cursor.is(joint, 'to', 'or');
      const dash = cursor.is(joint, '-');
      // "4 cm to 3 lesions", "0.2 mL x 3": what follows is another number, unless it has a unit too.
      const other = cursor.value(joint + 1);
      const otherUnit = other ? cursor.unit(other.end) : null;
      const more = other ? cursor.is(other.end, 'x', '^') : false;
      if (inner && !otherUnit && !(cursor.is(joint, 'x') && decimal && more)) break;
      if (
        (wordJoint || dash || cursor.is(joint, 'x', 'by')) &&
        (otherUnit || more || (decimal && other && !Number.isInteger(other.value)))
      ) {
        joined += 1;
        next = joint + 1;
        continue;
      }
    }
    break;
  }
  const unit = cursor.unit(decimal && cursor.is(next, 'of') && cursor.is(next + 1, 'a', 'an') ? next + 2 : next);
  if (unit) {
    let end = unit.end;
    // "25 mg/m2", "10 MIU/mL": a rate written with a slash.
    if (cursor.is(end, '/') && cursor.glued(end)) {
      const per = cursor.lexicon.matchKind('unit', cursor.tokens, end + 1);
      if (per) {
        return {
          is: 'measure',
          dimension: unit.dimension === 'time' ? 'time' : 'concentration',
          amount,
          unit: unit.unit,
          end: per.end,
        };
      }
    }
    if (cursor.is(end, '-') && cursor.is(end + 1, 'old')) end += 2;
    const needle = unit.unit === 'g' && amount !== null && Number.isInteger(amount) && amount >= 16 && amount <= 34;
    return { is: 'measure', dimension: needle ? 'gauge' : unit.dimension, amount, unit: unit.unit, end };
  }
  if (decimal) return { is: 'number', value: amount, end: next };
  return null;
}
