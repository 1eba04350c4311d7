/** Printable ASCII that needs no escape in a string and is no space. */
const digits = Array.from({ length: 94 }, (_, index) => String.fromCharCode(0x21 + index))
  .filter((digit) => !'"\'`\\$'.includes(digit))
  .join('');
const base = digits.length;
/** A number below has one character. Digits from here to below `long` are the first of two, the others the first of three. */
const short = 58;
const long = base - 2;
const twoFrom = short;
const threeFrom = twoFrom + (long - short) * base;
const end = threeFrom + (base - long) * base * base;

const values = new Uint8Array(128);
for (let value = 0; value < base; value += 1) values[digits.charCodeAt(value)] = value;

/** Writes whole numbers as text, small ones short. Throws a `RangeError` for one from 18 481 on. */
export function packNumbers(numbers: Iterable<number>): string {
  let text = '';
  for (const number of numbers) {
    if (!(number >= 0 && number < end)) throw new RangeError(`${number} is too large to be packed`);
    if (number < twoFrom) text += digits.charAt(number);
    else if (number < threeFrom) text += digit(short, number - twoFrom, base) + digit(0, number - twoFrom, 1);
    else
      text +=
        digit(long, number - threeFrom, base * base) +
        digit(0, number - threeFrom, base) +
        digit(0, number - threeFrom, 1);
  }
  return text;
}

const digit = (lead: number, value: number, place: number): string =>
  digits.charAt(lead + (lead > 0 ? Math.floor(value / place) : Math.floor(value / place) % base));

/** Reads what `packNumbers` wrote. One loop, since it runs before any code is warm. */
export function unpackNumbers(text: string): number[] {
  const numbers: number[] = [];
  let at = 0;
  while (at < text.length) {
    const first = values[text.charCodeAt(at)] ?? 0;
    if (first < short) {
      numbers.push(first);
      at += 1;
      continue;
    }
    const second = values[text.charCodeAt(at + 1)] ?? 0;
    if (first < long) {
      numbers.push(twoFrom + (first - short) * base + second);
      at += 2;
    } else {
      const third = values[text.charCodeAt(at + 2)] ?? 0;
      numbers.push(threeFrom + (first - long) * base * base + second * base + third);
      at += 3;
    }
  }
  return numbers;
}
