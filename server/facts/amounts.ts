import type { SupplyUnit } from '../knowledge/agents';
import type { MeasureMention } from '../lexicon/mention';

/** An amount of a drug as written, exact: "0.4 mL", "10^8 PFU/mL", "3 million units". */
export interface Amount {
  readonly value: number;
  readonly unit: SupplyUnit;
  /** Per millilitre: a strength and no dose. */
  readonly perMl: boolean;
}

const units: Readonly<Record<string, readonly [unit: SupplyUnit, factor: number]>> = {
  mg: ['mg', 1],
  mgs: ['mg', 1],
  milligram: ['mg', 1],
  milligrams: ['mg', 1],
  mcg: ['mg', 0.001],
  ug: ['mg', 0.001],
  microgram: ['mg', 0.001],
  micrograms: ['mg', 0.001],
  ml: ['mL', 1],
  mls: ['mL', 1],
  cc: ['mL', 1],
  ccs: ['mL', 1],
  'c.c.': ['mL', 1],
  milliliter: ['mL', 1],
  milliliters: ['mL', 1],
  millilitre: ['mL', 1],
  millilitres: ['mL', 1],
  u: ['U', 1],
  unit: ['U', 1],
  units: ['U', 1],
  mu: ['U', 1e6],
  iu: ['IU', 1],
  miu: ['IU', 1e6],
  'international unit': ['IU', 1],
  'international units': ['IU', 1],
  pfu: ['PFU', 1],
  'plaque-forming units': ['PFU', 1],
  'plaque forming units': ['PFU', 1],
};

/** A figure, a power of ten or both, a word for millions, a unit, and "/mL". */
const written =
  /^(\d{0,9}(?:,\d{3}){0,4}(?:\.\d{1,6})?)(?: ?x ?10)?(?: ?\^ ?(\d{1,2}))? ?(million |billion )?([a-z.-]{1,18}(?: units?)?)(?: ?(?:\/|per) ?(ml|cc|milliliter))?$/;

/** Words before an amount that leave it open: "about 0.4 mL", "up to 1 mL", "0.1-" of a range. */
const open =
  /(?:[~<>-]|\b(?:about|approx|approximately|approx\.|around|roughly|nearly|almost|up to|at most|at least|max|maximum|maximum of|to|or|between|under|over|less than|more than))\s*$/;
/** The other end of a range behind it: "0.1 mL - 0.2 mL", "0.4 mL or so". */
const openBehind = /^\s*(?:(?:-|to|or)\s*\.?\d|or so\b|\+|approx)/;

/**
 * The amount of a measure as its own characters give it, or `null` where they leave any doubt: a range, an estimate,
 * a figure that goes on before it.
 *
 * @param text The folded text that the measure stands in.
 */
export function readAmount(text: string, { start, end }: MeasureMention): Amount | null {
  const before = text.slice(Math.max(0, start - 20), start);
  if (open.test(before) || openBehind.test(text.slice(end, end + 16))) return null;
  // ".1 mL" begins with its point; "1,5 mL" and "12.345.6 mL" begin earlier still.
  const point = /(?:^|[^\d.,])\.$/.test(before) ? '0.' : '';
  if (point === '' && /[\d.,^/]$/.test(before)) return null;
  const figure = text.slice(start, end).replace(/\s+/g, ' ');
  // "1,5 mL" and not "1,500 units".
  const found = written.exec(point + figure.replace(/^(\d{1,3}),(\d{1,2})(?!\d)/, '$1.$2'));
  const unit = units[found?.[4] ?? ''];
  if (!found || unit === undefined) return null;
  const [, digits = '', exponent, many, , per] = found;
  const base = Number(digits.replaceAll(',', ''));
  if (digits === '' || !Number.isFinite(base)) return null;
  const value = exponent === undefined ? base : powerOfTen(found[0], base, Number(exponent));
  if (value === null) return null;
  const factor = many === undefined ? 1 : many.startsWith('m') ? 1e6 : 1e9;
  return { value: rounded(value * factor * unit[1]), unit: unit[0], perMl: per !== undefined };
}

/** "10^8" is a power of ten and "2 x 10^8" a multiple of one; "4^2" is neither. */
function powerOfTen(words: string, base: number, exponent: number): number | null {
  if (/x ?10 ?\^/.test(words)) return base * 10 ** exponent;
  return base === 10 ? 10 ** exponent : null;
}

/** Without the dust of binary fractions: 0.1 * 3 is 0.3. */
export const rounded = (value: number): number => Number(value.toPrecision(9));
