import type { Span } from '../note/span';
import type { CodeModifier } from './model';

/** A code with what is written behind it. */
export interface WrittenCode {
  readonly code: string;
  readonly number: Span;
  readonly modifiers: readonly CodeModifier[];
  readonly units: number;
  readonly unitsSpan: Span | null;
  readonly unitsNumberSpan: Span | null;
  readonly end: number;
}

/**
 * How a modifier is joined to its code. Behind a hyphen any two characters are one; elsewhere only a known modifier is,
 * and not where what follows makes the number a measure or a count.
 */

const modifierPatterns = [
  // "-25", "- 25", "\u2011GC": a hyphen, and any two characters.
  /\s?-\s?(?:mod(?:ifier)?\s?)?([a-z0-9]{2})(?![a-z0-9])/y,
  // "mod 25", "with modifier -25", "(mod. 25)", "modifiers 25 and GC".
  /,?\s{0,3}\(?(?:with|w\/|w|appended with|plus|\+)?\s?mod(?:ifier|s|ifiers)?[.:]?\s?-?(?:#\s?)?([a-z0-9]{2})(?![a-z0-9])\)?/y,
  // "with a 25", "w/ 25", "+ 25", "with the 25 modifier".
  /\s{0,2}(?:with|w\/|\+)\s?(?:an? |the )?-?((?:2[2-7]|32|33|5[0-9]|62|63|66|7[6-9]|8[0-2]|9[0-59]|lt|rt|jw|jz|jg|tb|gc|ga|gt|gx|gy|gz|ge|gp|kx|xs|xe|xp|xu|tc|as|ai|af|fs|ft|sa|sg|pa|pn|po|q[056]|cs|cr|e[1-4]|f[1-9a]|t[1-9a]))(?![\w%.]*\w)(?!\s*(?:mg|ml|cc|mcg|u\b|units?|min|minutes?|lesions?|warts?|keloids?|sites?|nodules?|x\s?\d|times|%|-\s?\d)|\/)(?:\s?mod(?:ifier)?\b)?/y,
  // "J9325JW": run on.
  /(jw|jz|lt|rt|gc|tb)(?![a-z0-9])/y,
  // "99213 25", "64483 LT", "99214 (25)", "11900/59".
  /\s{1,2}((?:2[2-7]|32|33|5[0-9]|62|63|66|7[6-9]|8[0-2]|9[0-59]|lt|rt|jw|jz|jg|tb|gc|ga|gt|gx|gy|gz|ge|gp|kx|xs|xe|xp|xu|tc|as|ai|af|fs|ft|sa|sg|pa|pn|po|q[056]|cs|cr|e[1-4]|f[1-9a]|t[1-9a]))(?![\w%.]*\w)(?!\s*(?:mg|ml|cc|mcg|u\b|units?|min|minutes?|lesions?|warts?|keloids?|sites?|nodules?|x\s?\d|times|%|-\s?\d)|\/)(?:\s?mod(?:ifier)?\b)?/y,
  /\s?\(-?((?:2[2-7]|32|33|5[0-9]|62|63|66|7[6-9]|8[0-2]|9[0-59]|lt|rt|jw|jz|jg|tb|gc|ga|gt|gx|gy|gz|ge|gp|kx|xs|xe|xp|xu|tc|as|ai|af|fs|ft|sa|sg|pa|pn|po|q[056]|cs|cr|e[1-4]|f[1-9a]|t[1-9a]))\)/y,
  /\/((?:2[2-7]|32|33|5[0-9]|62|63|66|7[6-9]|8[0-2]|9[0-59]|lt|rt|jw|jz|jg|tb|gc|ga|gt|gx|gy|gz|ge|gp|kx|xs|xe|xp|xu|tc|as|ai|af|fs|ft|sa|sg|pa|pn|po|q[056]|cs|cr|e[1-4]|f[1-9a]|t[1-9a]))(?!\w|\/(?![a-z]{2}\b))/y,
  // "45384, 59": a comma, and nothing but the end or the next code behind it.
  /,\s?((?:2[2-7]|32|33|5[0-9]|62|63|66|7[6-9]|8[0-2]|9[0-59]|lt|rt|jw|jz|jg|tb|gc|ga|gt|gx|gy|gz|ge|gp|kx|xs|xe|xp|xu|tc|as|ai|af|fs|ft|sa|sg|pa|pn|po|q[056]|cs|cr|e[1-4]|f[1-9a]|t[1-9a]))\s?mod(?:ifier)?\b/y,
  /,\s?((?:2[2-7]|32|33|5[0-9]|62|63|66|7[6-9]|8[0-2]|9[0-59]|lt|rt|jw|jz|jg|tb|gc|ga|gt|gx|gy|gz|ge|gp|kx|xs|xe|xp|xu|tc|as|ai|af|fs|ft|sa|sg|pa|pn|po|q[056]|cs|cr|e[1-4]|f[1-9a]|t[1-9a]))(?=\s*(?:$|[;|\n]|,\s?[a-z]?\d{4,5}\b))/y,
];
const spokenModifier = /,?\s{0,2}(?:(?:with|dash|hyphen)\s)?(?:modifier\s|dash\s|hyphen\s)(twenty[ -]five|two five)\b/y;
const further =
  /(?:\s?-\s?|,\s?|\/|\s(?:and\s|&\s)?)((?:2[2-7]|32|33|5[0-9]|62|63|66|7[6-9]|8[0-2]|9[0-59]|lt|rt|jw|jz|jg|tb|gc|ga|gt|gx|gy|gz|ge|gp|kx|xs|xe|xp|xu|tc|as|ai|af|fs|ft|sa|sg|pa|pn|po|q[056]|cs|cr|e[1-4]|f[1-9a]|t[1-9a]))(?![\w%.]*\w)(?!\s*(?:mg|ml|cc|mcg|u\b|units?|min|minutes?|lesions?|warts?|keloids?|sites?|nodules?|x\s?\d|times|%|-\s?\d)|\/)/y;

const words = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

const unitPatterns = [
  /\s{0,6}[([]?\s?[x*]\s?(\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?![\w/])(?:\s?(?:units?|u)\b)?(?!\s*(?:lesions?|warts?|keloids?|nodules?|cysts?|sites?|sessions?|visits?|mg|ml|cc|weeks?|wks?|%))[)\]]?/y,
  /,?\s{0,3}times\s(\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?!\s*(?:lesions?|warts?|keloids?|nodules?|cysts?|sites?|sessions?|visits?|mg|ml|cc|weeks?|wks?|%))/y,
  /[,;:]?\s{0,6}[([]?(?:-\s)?(?:qty|quantity|units?|uos|#\s?units)\s?[:.=#]?\s?(\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?![\w/])[)\]]?/y,
  /[,:]?\s{0,6}[([@]?\s?(?:-\s|for\s)?(\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s?(?:units?|u|ea|unit\(s\))\b[)\]]?/y,
  /\s{1,3}(twice)\b/y,
];

function at(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}

/** The modifier that `value` is the last mention of in `written`, which stands at `start`. */
function modifierAt(start: number, written: string, value: string): CodeModifier {
  const from = start + written.lastIndexOf(value);
  return {
    value: value.toUpperCase(),
    span: { start, end: start + written.length },
    valueSpan: { start: from, end: from + value.length },
  };
}

/** Reads modifiers and units behind the code at `number`, an offset in the folded `line`. */
export function readWritten(line: string, number: Span, code: string): WrittenCode {
  const modifiers: CodeModifier[] = [];
  let end = number.end;
  let units = 1;
  let unitsSpan: Span | null = null;
  let unitsNumberSpan: Span | null = null;
  const readUnits = (): void => {
    for (const pattern of unitPatterns) {
      const found = at(pattern, line, end);
      const written = found?.[1];
      if (!found || written === undefined || unitsSpan) continue;
      const value = /^\d/.test(written) ? Number(written) : written === 'twice' ? 2 : words.indexOf(written) + 1;
      if (value < 1) continue;
      units = value;
      const numberAt = end + found[0].lastIndexOf(written);
      unitsSpan = { start: end, end: end + found[0].length };
      unitsNumberSpan = { start: numberAt, end: numberAt + written.length };
      end = unitsSpan.end;
    }
  };
  const modifier = (): boolean => {
    for (const pattern of modifierPatterns) {
      const found = at(pattern, line, end);
      const value = found?.[1];
      if (!found || value === undefined) continue;
      // "J3301-10 mg" and "96405-06" are no modifiers.
      if (
        /^0\d$/.test(value) ||
        /^\s?(?:mg|ml|cc|u\b|units?)/.test(line.slice(end + found[0].length, end + found[0].length + 8))
      )
        continue;
      modifiers.push(modifierAt(end, found[0], value));
      end += found[0].length;
      return true;
    }
    const spoken = at(spokenModifier, line, end);
    if (!spoken) return false;
    modifiers.push({ ...modifierAt(end, spoken[0], spoken[1] ?? ''), value: '25' });
    end += spoken[0].length;
    return true;
  };
  readUnits();
  if (modifier()) {
    for (let next = at(further, line, end); next?.[1] !== undefined; next = at(further, line, end)) {
      modifiers.push(modifierAt(end, next[0], next[1]));
      end += next[0].length;
    }
  }
  readUnits();
  return { code, number, modifiers, units, unitsSpan, unitsNumberSpan, end };
}

const digitWords: Readonly<Record<string, string>> = {
  zero: '0',
  oh: '0',
  o: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
};
const spokenPattern =
  /\b(?:zero|one|two|three|four|five|six|seven|eight|nine)(?:[ -](?:zero|oh|o|one|two|three|four|five|six|seven|eight|nine)){4}\b(?![ -](?:zero|one|two|three|four|five|six|seven|eight|nine)\b)/g;

/** "nine nine two one three": a code read out figure by figure. */
export function spokenCodes(folded: string): { readonly code: string; readonly span: Span }[] {
  const found: { code: string; span: Span }[] = [];
  for (const match of folded.matchAll(spokenPattern)) {
    const code = match[0]
      .split(/[ -]/)
      .map((word) => digitWords[word] ?? '')
      .join('');
    const end = match.index + match[0].length;
    // Followed by the figures themselves, whatever they are now, it is the same charge said twice.
    if (/^[\s,:;(=-]{1,6}(?:or |that is |i\.e\. )?[a-z]?\d{4,5}\b/.test(folded.slice(end, end + 20))) continue;
    found.push({ code, span: { start: match.index, end } });
  }
  return found;
}
