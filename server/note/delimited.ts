import type { Line } from './lines';
import type { Span } from './span';

/** What parts the fields of an exported table's lines. */
export type Delimiter = ',' | ';';

/** The fields of a line, apart from the white space around them; empty ones too. */
export function delimitedFields(text: string, delimiter: Delimiter): Span[] {
  const fields: Span[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at <= text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '"') quoted = !quoted;
    if (at < text.length && (character !== delimiter || quoted)) continue;
    const field = text.slice(start, at);
    const trimmed = field.trim();
    const lead = trimmed === '' ? 0 : field.indexOf(trimmed);
    const bare = trimmed.length > 1 && trimmed.startsWith('"') && trimmed.endsWith('"') ? 1 : 0;
    fields.push({ start: start + lead + bare, end: start + lead + trimmed.length - bare });
    start = at + 1;
  }
  return fields;
}

/** The delimiter of every line that belongs to an exported table: a line of titles and lines of as many fields. */
export function delimitersOf(lines: readonly Line[]): readonly (Delimiter | null)[] {
  const found: (Delimiter | null)[] = lines.map(() => null);
  for (let at = 0; at + 1 < lines.length; at += 1) {
    for (const delimiter of [';', ','] as const) {
      const last = lastRow(lines, at, delimiter);
      if (last === at) continue;
      for (let row = at; row <= last; row += 1) found[row] = delimiter;
      at = last;
      break;
    }
  }
  return found;
}

/** "bill,96405": a key and its value, in an export whose lines are such pairs or a table. */
const pairPattern = /^[a-z][a-z_]{1,23},(?=\S)/;

/** The length of the key of every line that is a pair of an export, 0 for the others. */
export function pairKeysOf(lines: readonly Line[], delimiters: readonly (Delimiter | null)[]): readonly number[] {
  const keys = lines.map(({ text }, at) => (delimiters[at] === null ? (pairPattern.exec(text)?.[0].length ?? 0) : 0));
  const exports = (at: number): boolean => (keys[at] ?? 0) > 0 || (delimiters[at] ?? null) !== null;
  return keys.map((key, at) => (key > 0 && (exports(at - 1) || exports(at + 1)) ? key - 1 : 0));
}

/** The last line of the table that the line at `at` heads, or `at` where it heads none. */
function lastRow(lines: readonly Line[], at: number, delimiter: Delimiter): number {
  const header = lines[at]?.text ?? '';
  if (!header.includes(delimiter)) return at;
  const titles = delimitedFields(header, delimiter);
  if (titles.length < 3 || !titles.every(({ start, end }) => isTitle(header.slice(start, end)))) return at;
  let last = at;
  while (delimitedCount(lines[last + 1]?.text ?? '', delimiter) === titles.length) last += 1;
  // Prose has its commas before a space: two such lines of as many parts are no table yet.
  const tight = !header.includes(`${delimiter} `);
  return last - at >= (tight ? 1 : 2) && (tight || titles.length >= 4) ? last : at;
}

const delimitedCount = (text: string, delimiter: Delimiter): number =>
  text.includes(delimiter) && text.length <= 400 ? delimitedFields(text, delimiter).length : 0;

/** A title is a name: short, with a letter or "#", and no figures alone. */
const isTitle = (text: string): boolean =>
  text === '' || (text.length <= 24 && /[a-z#]/i.test(text) && !/[.:!?]/.test(text) && !/^\d/.test(text));
