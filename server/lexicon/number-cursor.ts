import { foldText } from '../note/fold';
import { Gap, TokenKind, type Tokens } from '../note/tokens';
import type { Lexicon } from './lexicon';
import type { Dimension, Quantity } from './mention';
import type { Term } from './term';

/** What the scanner decided that a number is, and the token after it. */
export type NumberReading =
  | { readonly is: 'quantity'; readonly quantity: Quantity; readonly times: boolean; readonly end: number }
  | {
      readonly is: 'measure';
      readonly dimension: Dimension;
      readonly amount: number | null;
      readonly unit: string;
      readonly end: number;
    }
  | {
      readonly is: 'date';
      readonly year: number | null;
      readonly month: number;
      readonly day: number | null;
      readonly end: number;
    }
  | { readonly is: 'label'; readonly labels: readonly string[]; readonly noun: Term | null; readonly end: number }
  | { readonly is: 'code'; readonly code: string; readonly end: number }
  | {
      readonly is: 'number' | 'ratio' | 'time' | 'phone' | 'icd' | 'session' | 'ordinal';
      readonly value: number | null;
      readonly end: number;
    };

const spokenDigits = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** What a drug is measured in. */
const amounts: ReadonlySet<Dimension> = new Set(['length', 'volume', 'mass', 'activity', 'concentration']);

/** No note counts more lesions than this; a larger whole number is something else. */
export const largestCount = 200;

/** Looks at the tokens around a number. Every `at` is an index of a token; a token outside the text is nothing. */
export class NumberCursor {
  constructor(
    readonly lexicon: Lexicon,
    readonly tokens: Tokens,
    /** The text as written. */
    readonly source: string,
  ) {}

  /** The value of a figure or a number word at a token. */
  value(at: number): { value: number; end: number; word: boolean } | null {
    if (this.tokens.kind[at] === TokenKind.Number) {
      const decimal = this.#commaDecimal(at);
      if (decimal) return decimal;
      const value = parseFigure(this.text(at));
      return value === null ? null : { value, end: at + 1, word: false };
    }
    const spoken = this.#spokenDecimal(at);
    if (spoken) return spoken;
    const numeral = this.lexicon.match(this.tokens, at);
    const term = numeral?.terms.find((candidate) => candidate.kind === 'numeral');
    if (numeral && term) {
      let value = Number(term.value);
      let end = numeral.end;
      // "twenty two": tens and ones as two words.
      if (value >= 20 && value % 10 === 0) {
        const ones = this.lexicon.match(this.tokens, end);
        const one = ones?.terms.find((candidate) => candidate.kind === 'numeral');
        if (ones && one && Number(one.value) < 10) {
          value += Number(one.value);
          end = ones.end;
        }
      }
      return { value, end, word: true };
    }
    return null;
  }

  /** "1,5 mL": a decimal with a comma, told from a list ("lesions 1,5") by the amount that it is of. */
  #commaDecimal(at: number): { value: number; end: number; word: boolean } | null {
    if (!this.is(at + 1, ',') || !this.glued(at + 1) || !this.isFigure(at + 2) || !this.glued(at + 2)) return null;
    const [whole, part] = [this.text(at), this.text(at + 2)];
    if (!/^\d{1,3}$/.test(whole) || !/^\d{1,2}$/.test(part)) return null;
    const unit = this.unit(at + 3);
    if (!unit || !amounts.has(unit.dimension)) return null;
    return { value: Number(`${whole}.${part}`), end: at + 3, word: false };
  }

  /** "point one five", "zero point two", "two point five": a decimal as it is dictated. */
  #spokenDecimal(at: number): { value: number; end: number; word: boolean } | null {
    let next = at;
    let digits = this.is(next, 'zero', 'oh', 'nought') ? '0' : '';
    if (digits === '' && !this.is(next, 'point')) digits = this.#digitAt(next);
    if (digits !== '') next += 1;
    if (!this.is(next, 'point')) return null;
    next += 1;
    let decimals = '';
    for (let digit = this.#digitAt(next); digit !== '' && decimals.length < 3; digit = this.#digitAt(next)) {
      decimals += digit;
      next += 1;
    }
    return decimals === '' ? null : { value: Number(`${digits || '0'}.${decimals}`), end: next, word: true };
  }

  /** The digit that a word says, or "". */
  #digitAt(at: number): string {
    const digit = spokenDigits.indexOf(this.tokens.kind[at] === TokenKind.Word ? this.text(at) : '');
    return digit < 0 ? (this.is(at, 'oh', 'nought') ? '0' : '') : String(digit);
  }

  text(at: number): string {
    return foldText(this.source.slice(this.tokens.start[at], this.tokens.end[at]));
  }

  is(at: number, ...words: string[]): boolean {
    return at >= 0 && this.lexicon.isWord(this.tokens, at, ...words);
  }

  glued(at: number): boolean {
    return this.tokens.gap[at] === Gap.None;
  }

  isFigure(at: number): boolean {
    return this.tokens.kind[at] === TokenKind.Number;
  }

  unit(at: number): { dimension: Dimension; unit: string; end: number } | null {
    let from = at;
    if (this.is(from, '-') && this.glued(from)) from += 1;
    // A line that was wrapped between figure and unit.
    if (this.tokens.kind[from] === TokenKind.Break && this.text(from + 1).length > 1) from += 1;
    const match = this.lexicon.matchKind('unit', this.tokens, from);
    const term = match?.terms[0];
    if (!match || !term) return null;
    const word = this.text(from);
    // A single letter is a unit only where it touches its number: "30G", "98.1 F" and "5 L" are told from "2 L knee".
    if (word.length === 1 && /[a-z]/.test(word) && match.end === from + 1) {
      const touching = this.glued(from) && from === at;
      if (!touching && !['u', 'g', 'h', 'd'].includes(word)) return null;
      if (word === 'l' && !touching) return null;
    }
    return { dimension: term.value as Dimension, unit: this.text(match.end - 1), end: match.end };
  }

  /** A wrapped line goes on behind its break. */
  #overBreak(at: number): number {
    return this.tokens.kind[at] === TokenKind.Break ? at + 1 : at;
  }

  /** "of 6", "of the eight", "out of 8", "/9" after a number. */
  ofWhole(at: number): { whole: number; end: number } | null {
    let next = at;
    if (this.is(next, '/') && this.glued(next) && this.isFigure(next + 1) && this.glued(next + 1)) next += 1;
    else {
      if (this.is(next, 'out')) next += 1;
      if (!this.is(next, 'of')) return null;
      next = this.#overBreak(next + 1);
      if (this.is(next, 'the', 'these', 'those', 'his', 'her', 'their', 'all')) next += 1;
    }
    const whole = this.value(this.#overBreak(next));
    return whole && Number.isInteger(whole.value) ? { whole: whole.value, end: whole.end } : null;
  }
}

function parseFigure(text: string): number | null {
  const fraction = { '\u00bd': 0.5, '\u00bc': 0.25, '\u00be': 0.75 }[text];
  if (fraction !== undefined) return fraction;
  const value = Number(/^0,\d/.test(text) ? text.replace(',', '.') : text.replaceAll(',', ''));
  return Number.isFinite(value) ? value : null;
}
