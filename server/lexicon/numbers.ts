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

/** No note counts more lesions than this; a larger whole number is something else. */
const largestCount = 200;

/**
 * Decides what a number is, from its own shape and its neighbours, once and for all: only what comes out as a quantity
 * may ever count lesions.
 */
export class NumberScanner {
  constructor(
    readonly lexicon: Lexicon,
    readonly tokens: Tokens,
    readonly text: string,
  ) {}

  /** Reads the number that starts at token `at`, or answers `null` where none does. */
  read(at: number): NumberReading | null {
    return (
      this.#monthDate(at) ??
      this.#codeOrIcd(at) ??
      this.#hash(at) ??
      this.#multiple(at) ??
      this.#sessionNumber(at) ??
      this.#numericDate(at) ??
      this.#clockOrPhone(at) ??
      this.#measure(at) ??
      this.#count(at)
    );
  }

  /** The value of a figure or a number word at a token. */
  value(at: number): { value: number; end: number; word: boolean } | null {
    if (this.tokens.kind[at] === TokenKind.Number) {
      const value = parseFigure(this.#text(at));
      return value === null ? null : { value, end: at + 1, word: false };
    }
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

  #text(at: number): string {
    return foldText(this.text.slice(this.tokens.start[at], this.tokens.end[at]));
  }

  #is(at: number, ...words: string[]): boolean {
    return at >= 0 && this.lexicon.isWord(this.tokens, at, ...words);
  }

  #glued(at: number): boolean {
    return this.tokens.gap[at] === Gap.None;
  }

  #isFigure(at: number): boolean {
    return this.tokens.kind[at] === TokenKind.Number;
  }

  /** "January 14, 2025", "14 January 2025", "5 Jun 2025", "MAY 08, 2025", "January 14". */
  #monthDate(at: number): NumberReading | null {
    const month = (token: number) => this.lexicon.matchKind('month', this.tokens, token);
    const year = (from: number): { year: number | null; end: number } => {
      let next = from;
      if (this.#is(next, ',', '.')) next += 1;
      const value = this.#isFigure(next) ? Number(this.#text(next)) : Number.NaN;
      return value >= 1900 && value < 2100 ? { year: value, end: next + 1 } : { year: null, end: from };
    };
    const first = month(at);
    if (first) {
      let next = first.end;
      if (this.#is(next, '.')) next += 1;
      const day = this.#isFigure(next) ? Number(this.#text(next)) : Number.NaN;
      if (!Number.isInteger(day)) return null;
      const number = Number(first.terms[0]?.value);
      if (day >= 1900 && day < 2100) return { is: 'date', year: day, month: number, day: null, end: next + 1 };
      if (day < 1 || day > 31) return null;
      next += 1;
      if (this.#is(next, 'st', 'nd', 'rd', 'th')) next += 1;
      const found = year(next);
      return { is: 'date', year: found.year, month: number, day, end: found.end };
    }
    if (!this.#isFigure(at)) return null;
    const day = Number(this.#text(at));
    let next = at + 1;
    if (this.#is(next, 'st', 'nd', 'rd', 'th') && this.#glued(next)) next += 1;
    if (this.#is(next, '-')) next += 1;
    const named = Number.isInteger(day) && day >= 1 && day <= 31 ? month(next) : null;
    if (!named) return null;
    let from = named.end;
    if (this.#is(from, '-')) from += 1;
    const found = year(from);
    return { is: 'date', year: found.year, month: Number(named.terms[0]?.value), day, end: found.end };
  }

  /** "96405", "J9040", "C44.629", "L91.0": codes of procedures, supplies and diagnoses. */
  #codeOrIcd(at: number): NumberReading | null {
    if (this.#isFigure(at)) {
      const text = this.#text(at);
      const glued = this.#glued(at) && at > 0 && this.tokens.kind[at - 1] === TokenKind.Word;
      if (!/^\d{5}$/.test(text) || glued) return null;
      // "04102-1234", "00418827": a postcode or a number that goes on is no code.
      if (this.#is(at + 1, '-') && this.#isFigure(at + 2) && this.#text(at + 2).length > 2) return null;
      return { is: 'code', code: text, end: at + 1 };
    }
    const letter = this.tokens.kind[at] === TokenKind.Word ? this.#text(at) : '';
    if (letter.length !== 1 || letter < 'a' || letter > 'z') return null;
    if (!this.#isFigure(at + 1) || !this.#glued(at + 1)) return null;
    const figures = this.#text(at + 1);
    if (/^\d{4}$/.test(figures)) return { is: 'code', code: letter.toUpperCase() + figures, end: at + 2 };
    if (!/^\d\d(\.\d{1,4})?$/.test(figures)) return null;
    let end = at + 2;
    // "C4A.-", "L90.5-", "B07.8A": what still belongs to the code.
    if (this.tokens.kind[end] === TokenKind.Word && this.#glued(end) && this.#text(end).length === 1) end += 1;
    return { is: 'icd', value: null, end };
  }

  /** "#7", "#1-#5", "#1, #2 and #5", "#3 of 6"; "# 7" after a noun is a count and read elsewhere. */
  #hash(at: number): NumberReading | null {
    if (!this.#is(at, '#')) return null;
    if (!this.#isFigure(at + 1)) return null;
    if (this.#is(at + 2, '-') && this.#glued(at + 2) && this.#isFigure(at + 3) && this.#text(at + 3).length > 2) {
      return { is: 'number', value: null, end: at + 4 };
    }
    const of = this.#ofWhole(at + 2);
    if (of) return { is: 'session', value: Number(this.#text(at + 1)), end: of.end };
    return this.labels(at, null);
  }

  /** A list or range of lesion labels, starting at a figure, a letter or "#". */
  labels(at: number, noun: Term | null): NumberReading | null {
    const labels: string[] = [];
    let next = at;
    let end = at;
    for (;;) {
      const first = this.#label(next);
      if (!first) break;
      const range = this.#rangeTo(first.end);
      if (range) {
        const expanded = expandLabels(first.label, range.label);
        if (!expanded) break;
        labels.push(...expanded);
        end = range.end;
      } else {
        labels.push(first.label);
        end = first.end;
      }
      next = end;
      if (this.#is(next, ',')) next += 1;
      if (this.#is(next, 'and', '&')) next += 1;
      if (next === end) break;
      // "#1-#4 left shin, 0.2 mL": the comma goes on with another label only if one follows, and no measure.
      if (!this.#label(next) || this.#measure(next)) break;
    }
    return labels.length === 0 ? null : { is: 'label', labels, noun, end };
  }

  #label(at: number): { label: string; end: number } | null {
    const hash = this.#is(at, '#') ? at + 1 : at;
    if (this.#isFigure(hash)) {
      const value = Number(this.#text(hash));
      if (!Number.isInteger(value) || value < 1 || value > largestCount) return null;
      return { label: String(value), end: hash + 1 };
    }
    if (this.tokens.kind[hash] !== TokenKind.Word) return null;
    const start = this.tokens.start[hash] ?? 0;
    const original = this.text.slice(start, this.tokens.end[hash]);
    return /^[A-Z]$/.test(original) ? { label: original, end: hash + 1 } : null;
  }

  #rangeTo(at: number): { label: string; end: number } | null {
    if (!this.#is(at, '-', 'to', 'through', 'thru')) return null;
    // "nodule 1 - 2nd interspace": a dash between spaces sets the name apart from what follows.
    if (this.#is(at, '-') && !this.#glued(at) && !this.#is(at + 1, '#')) return null;
    const label = this.#label(at + 1);
    if (!label || (this.tokens.kind[label.end] === TokenKind.Word && this.#glued(label.end))) return null;
    return label;
  }

  /** "x7", "x 7", "7x", "times three". */
  #multiple(at: number): NumberReading | null {
    if (this.#is(at, 'x', 'times')) {
      const number = this.value(at + 1);
      // "1.5 x 2.0": the second side of a size.
      if (!number || !Number.isInteger(number.value) || this.#text(at + 1).includes('.')) return null;
      if (this.tokens.kind[at - 1] === TokenKind.Number && this.#text(at - 1).includes('.')) return null;
      const time = this.#unit(number.end);
      if (time && time.dimension !== 'count') {
        return { is: 'measure', dimension: time.dimension, amount: number.value, unit: time.unit, end: time.end };
      }
      if (number.value < 1 || number.value > largestCount * 5)
        return { is: 'number', value: number.value, end: number.end };
      return { is: 'quantity', quantity: { kind: 'exact', n: number.value }, times: true, end: number.end };
    }
    if (this.#isFigure(at) && this.#is(at + 1, 'x') && this.#glued(at + 1)) {
      const after = at + 2;
      if (this.#isFigure(after) || this.tokens.gap[after] === Gap.None) return null;
      const value = Number(this.#text(at));
      if (!Number.isInteger(value) || value < 1) return null;
      return { is: 'quantity', quantity: { kind: 'exact', n: value }, times: true, end: after };
    }
    return null;
  }

  /** "session 4", "cycle 5", "week 3 of 6", "dose 6/9", "injection #3", "round 3", "number three of five". */
  #sessionNumber(at: number): NumberReading | null {
    const named = this.lexicon.matchKind('session', this.tokens, at);
    if (!named || this.tokens.kind[at] !== TokenKind.Word) return null;
    let next = named.end;
    if (this.#is(next, 'number', 'no', 'num')) next += 1;
    if (this.#is(next, '.')) next += 1;
    if (this.#is(next, '#')) next += 1;
    const number = this.value(next);
    if (!number || !Number.isInteger(number.value)) return null;
    if (this.tokens.gap[next] === Gap.Column) return null;
    // "injected 3": only a name of a session, in the singular, numbers one; a measure after it stays a measure.
    if (this.#unit(number.end) && !this.#ofWhole(number.end)) return null;
    const whole = this.#ofWhole(number.end);
    return { is: 'session', value: number.value, end: whole?.end ?? number.end };
  }

  /** "of 6", "of the eight", "out of 8", "/9" after a number. */
  #ofWhole(at: number): { whole: number; end: number } | null {
    let next = at;
    if (this.#is(next, '/') && this.#glued(next) && this.#isFigure(next + 1) && this.#glued(next + 1)) next += 1;
    else {
      if (this.#is(next, 'out')) next += 1;
      if (!this.#is(next, 'of')) return null;
      next += 1;
      if (this.#is(next, 'the', 'these', 'those', 'his', 'her', 'their', 'all')) next += 1;
    }
    const whole = this.value(next);
    return whole && Number.isInteger(whole.value) ? { whole: whole.value, end: whole.end } : null;
  }

  /** "03/11/2025", "4/2/25", "2025-03-06", "06-12", "3/31", "03/2018". */
  #numericDate(at: number): NumberReading | null {
    if (!this.#isFigure(at)) return null;
    const first = this.#text(at);
    const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{2}|\d{4})$/.exec(first);
    if (dotted) return date(Number(dotted[3]), Number(dotted[1]), Number(dotted[2]), at + 1);
    const mark = at + 1;
    if (!this.#is(mark, '/', '-') || !this.#glued(mark) || !this.#isFigure(mark + 1) || !this.#glued(mark + 1)) {
      return null;
    }
    const second = this.#text(mark + 1);
    const slash = this.#is(mark, '/');
    if (!/^\d{1,4}$/.test(first) || !/^\d{1,4}$/.test(second)) return null;
    const third = mark + 2;
    const sameMark = slash ? this.#is(third, '/') : this.#is(third, '-');
    if (sameMark && this.#glued(third) && this.#isFigure(third + 1) && this.#glued(third + 1)) {
      const last = this.#text(third + 1);
      if (first.length === 4) return date(Number(first), Number(second), Number(last), third + 2);
      if (last.length === 2 || last.length === 4) return date(Number(last), Number(first), Number(second), third + 2);
      return null;
    }
    if (!slash)
      return first.length === 4 && second.length === 2 ? date(Number(first), Number(second), null, third) : null;
    if (second.length === 4) return date(Number(second), Number(first), null, third);
    return null;
  }

  /** "10:42", "1:200k", "(207) 555-0134", "555-0134". */
  #clockOrPhone(at: number): NumberReading | null {
    if (!this.#isFigure(at)) return null;
    const next = at + 1;
    if (this.#is(next, ':') && this.#glued(next) && this.#isFigure(next + 1) && this.#glued(next + 1)) {
      let end = next + 2;
      if (this.#is(end, ':') && this.#glued(end) && this.#isFigure(end + 1)) end += 2;
      if (this.#is(end, 'am', 'pm')) end += 1;
      return { is: 'time', value: null, end };
    }
    const digits = this.#text(at);
    if (/^\d{3}$/.test(digits) && (this.#is(next, '-') || this.#is(next, ')')) && this.#isFigure(next + 1)) {
      let end = next + 2;
      if (/^\d{3,4}$/.test(this.#text(next + 1)) && !this.#unit(end)) {
        if (this.#is(end, '-') && this.#isFigure(end + 1)) end += 2;
        return { is: 'phone', value: null, end };
      }
    }
    return null;
  }

  #unit(at: number): { dimension: Dimension; unit: string; end: number } | null {
    let from = at;
    if (this.#is(from, '-') && this.#glued(from)) from += 1;
    const match = this.lexicon.matchKind('unit', this.tokens, from);
    const term = match?.terms[0];
    if (!match || !term) return null;
    const word = this.#text(from);
    // A single letter is a unit only where it touches its number: "30G", "98.1 F" and "5 L" are told from "2 L knee".
    if (word.length === 1 && /[a-z]/.test(word) && match.end === from + 1) {
      const touching = this.#glued(from) && from === at;
      if (!touching && !['u', 'g', 'h', 'd'].includes(word)) return null;
      if (word === 'l' && !touching) return null;
    }
    return { dimension: term.value as Dimension, unit: this.#text(match.end - 1), end: match.end };
  }

  /** A number, or several joined by "x", "-" or "to", with a unit: "2 x 3 cm", "0.1-0.2 mL", "10^8 PFU/mL", "3-4 wk". */
  #measure(at: number): NumberReading | null {
    let next = at;
    let amount: number | null = null;
    let decimal = false;
    let joined = 0;
    for (;;) {
      const number = this.value(next);
      if (!number) return null;
      amount = amount ?? number.value;
      if (!Number.isInteger(number.value)) decimal = true;
      next = number.end;
      if (this.#is(next, '^') && this.#isFigure(next + 1)) next += 2;
      const inner = this.#unit(next);
      const joint = inner ? inner.end : next;
      if (this.#is(joint, 'x', '-', 'to', 'by', 'or') && this.value(joint + 1) && joined < 3) {
        const wordJoint = this.#is(joint, 'to', 'or');
        const dash = this.#is(joint, '-');
        // "4 cm to 3 lesions", "0.2 mL x 3": what follows is another number, unless it has a unit too.
        const other = this.value(joint + 1);
        const otherUnit = other ? this.#unit(other.end) : null;
        const more = other ? this.#is(other.end, 'x', '^') : false;
        if (inner && !otherUnit && !(this.#is(joint, 'x') && decimal && more)) break;
        if (
          (wordJoint || dash || this.#is(joint, 'x', 'by')) &&
          (otherUnit || more || (decimal && other && !Number.isInteger(other.value)))
        ) {
          joined += 1;
          next = joint + 1;
          continue;
        }
      }
      break;
    }
    const unit = this.#unit(next);
    if (unit) {
      let end = unit.end;
      // "25 mg/m2", "10 MIU/mL": a rate written with a slash.
      if (this.#is(end, '/') && this.#glued(end)) {
        const per = this.lexicon.matchKind('unit', this.tokens, end + 1);
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
      if (this.#is(end, '-') && this.#is(end + 1, 'old')) end += 2;
      const needle = unit.unit === 'g' && amount !== null && Number.isInteger(amount) && amount >= 16 && amount <= 34;
      return { is: 'measure', dimension: needle ? 'gauge' : unit.dimension, amount, unit: unit.unit, end };
    }
    if (decimal) return { is: 'number', value: amount, end: next };
    return null;
  }

  /** Everything else: a count, a part of a whole, a range, a score, an ordinal. */
  #count(at: number): NumberReading | null {
    const first = this.value(at);
    if (!first) return null;
    const { value } = first;
    let { end } = first;
    if (!first.word && this.#is(end, 'st', 'nd', 'rd', 'th') && this.#glued(end)) {
      return { is: 'ordinal', value, end: end + 1 };
    }
    // "34F", "67M", "30G": a figure glued to letters is not a count, save "7x", read above.
    if (!first.word && this.tokens.kind[end] === TokenKind.Word && this.#glued(end)) {
      return { is: 'number', value, end: end + 1 };
    }
    // "T10", "R1", "K40": a figure glued behind letters names something.
    if (!first.word && this.#glued(at) && at > 0 && this.tokens.kind[at - 1] === TokenKind.Word) {
      return { is: 'number', value, end };
    }
    if (!Number.isInteger(value) || value > largestCount) return { is: 'number', value, end };
    const slash = this.#is(end, '/') && this.#glued(end) && this.#isFigure(end + 1) && this.#glued(end + 1);
    if (slash) return { is: 'ratio', value, end: end + 2 };
    if (first.word) {
      const inBrackets = this.#bracketed(end);
      if (inBrackets) {
        end = inBrackets.end;
        if (inBrackets.value !== value) {
          return {
            is: 'quantity',
            quantity: { kind: 'contradiction', first: value, second: inBrackets.value },
            times: false,
            end,
          };
        }
      }
    } else {
      const word = this.#bracketedWord(end);
      if (word) {
        end = word.end;
        if (word.value !== value) {
          return {
            is: 'quantity',
            quantity: { kind: 'contradiction', first: value, second: word.value },
            times: false,
            end,
          };
        }
      }
    }
    const range = this.#countRange(end, value);
    if (range)
      return { is: 'quantity', quantity: { kind: 'range', min: value, max: range.max }, times: false, end: range.end };
    const whole = this.#ofWhole(end);
    if (whole && whole.whole >= value) {
      return { is: 'quantity', quantity: { kind: 'part', n: value, of: whole.whole }, times: false, end: whole.end };
    }
    if (this.#is(end, '+') && this.#glued(end)) {
      return { is: 'quantity', quantity: { kind: 'range', min: value, max: null }, times: false, end: end + 1 };
    }
    return { is: 'quantity', quantity: { kind: 'exact', n: value }, times: false, end };
  }

  /** "(3)" after a word for a number. */
  #bracketed(at: number): { value: number; end: number } | null {
    if (!this.#is(at, '(') || !this.#isFigure(at + 1) || !this.#is(at + 2, ')')) return null;
    const value = Number(this.#text(at + 1));
    return Number.isInteger(value) ? { value, end: at + 3 } : null;
  }

  /** "(seven)" after a figure. */
  #bracketedWord(at: number): { value: number; end: number } | null {
    if (!this.#is(at, '(')) return null;
    const word = this.value(at + 1);
    return word?.word && this.#is(word.end, ')') ? { value: word.value, end: word.end + 1 } : null;
  }

  #countRange(at: number, from: number): { max: number; end: number } | null {
    if (!this.#is(at, '-', 'to', 'or')) return null;
    const other = this.value(at + 1);
    if (!other || !Number.isInteger(other.value) || other.value <= from || other.value > largestCount) return null;
    if (this.#is(at, 'to', 'or') && other.value > from * 3 + 3) return null;
    return { max: other.value, end: other.end };
  }
}

function date(year: number, month: number, day: number | null, end: number): NumberReading | null {
  let [realMonth, realDay] = [month, day];
  if (realMonth > 12 && realDay !== null && realDay <= 12) [realMonth, realDay] = [realDay, month];
  if (realMonth < 1 || realMonth > 12 || (realDay !== null && (realDay < 1 || realDay > 31))) return null;
  const fullYear = year < 100 ? (year > 69 ? 1900 : 2000) + year : year;
  return { is: 'date', year: fullYear, month: realMonth, day: realDay, end };
}

function parseFigure(text: string): number | null {
  const fraction = { '\u00bd': 0.5, '\u00bc': 0.25, '\u00be': 0.75 }[text];
  if (fraction !== undefined) return fraction;
  const value = Number(text.replaceAll(',', ''));
  return Number.isFinite(value) ? value : null;
}

function expandLabels(from: string, to: string): string[] | null {
  const [low, high] = [Number(from), Number(to)];
  if (Number.isInteger(low) && Number.isInteger(high)) {
    if (high < low || high - low >= largestCount) return null;
    return Array.from({ length: high - low + 1 }, (_, i) => String(low + i));
  }
  const [first, last] = [from.charCodeAt(0), to.charCodeAt(0)];
  if (!/^[A-Z]$/.test(from) || !/^[A-Z]$/.test(to) || last < first) return null;
  return Array.from({ length: last - first + 1 }, (_, i) => String.fromCharCode(first + i));
}
