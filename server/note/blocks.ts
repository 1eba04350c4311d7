import { insideDecoration, withoutClosingPoints } from './decoration';
import { type Delimiter, delimitedFields, delimitersOf, pairKeysOf } from './delimited';
import {
  addendumPattern,
  bulletPattern,
  columnGap,
  continues,
  type IsHeading,
  isBarred,
  keyedPattern,
  type Line,
  labelEnd,
  namedItemPattern,
  numberPattern,
  questionPattern,
  rulePattern,
  splitFields,
  splitLines,
  widthAround,
} from './lines';
import type { Span } from './span';
import { endsStep, finish, type Steps } from './steps';

/**
 * A stretch of the note that is read by itself: a paragraph with its wrapped lines, a list item, a table row, a field
 * or a heading.
 */
export interface Block extends Span {
  readonly kind: 'heading' | 'text' | 'rule';
  /** Columns of white space before the first character. */
  readonly indent: number;
  /** The bullet or number of a list item ("-", "2", "a"), else `null`. */
  readonly marker: string | null;
  /** What stands before the colon of a field, or the words of a heading. */
  readonly label: Span | null;
  /** Where the text after marker and label begins. */
  readonly contentStart: number;
  /** Cells of a table row, or `null` where the line has none. */
  readonly cells: readonly Span[] | null;
  /** What parts the cells of an exported table's line, else `null`. */
  readonly delimiter: Delimiter | null;
  /** True when an empty line, a rule or the start of the note stands before it. */
  readonly detached: boolean;
}

/** Splits a note into its blocks, in order; every visible character is in exactly one of them. */
export function splitBlocks(text: string, isHeading: IsHeading): Block[] {
  return finish(blockSteps(text, isHeading));
}

/** The same in steps. */
export function* blockSteps(text: string, isHeading: IsHeading): Steps<Block[]> {
  const lines = splitLines(text);
  const delimiters = delimitersOf(lines);
  const pairKeys = pairKeysOf(lines, delimiters);
  const blocks: Block[] = [];
  let detached = true;
  for (let i = 0; i < lines.length; i += 1) {
    if (endsStep(i)) yield;
    const line = lines[i];
    if (!line) continue;
    if (line.text === '') {
      detached = true;
      continue;
    }
    const delimiter = delimiters[i] ?? null;
    if (delimiter !== null) {
      blocks.push(delimited(line, delimiter, detached));
      detached = false;
      continue;
    }
    const key = pairKeys[i] ?? 0;
    if (key > 0) {
      blocks.push(pair(line, key, detached));
      detached = false;
      continue;
    }
    let end = line.from + line.text.length;
    let last = line;
    const width = widthAround(lines, i);
    while (i + 1 < lines.length) {
      const next = lines[i + 1];
      if (!next || delimiters[i + 1] !== null || (pairKeys[i + 1] ?? 0) > 0 || !continues(last, next, width, isHeading))
        break;
      last = next;
      end = next.from + next.text.length;
      i += 1;
    }
    const pieces = last === line ? splitFields(line, isHeading) : [{ start: line.from, end }];
    for (const piece of pieces) {
      blocks.push(describe(text, piece, line, detached, isHeading));
      detached = false;
    }
    if (blocks[blocks.length - 1]?.kind === 'rule') detached = true;
  }
  return blocks;
}

/** A line of an exported table. */
function delimited(line: Line, delimiter: Delimiter, detached: boolean): Block {
  const end = line.from + line.text.length;
  const cells = delimitedFields(line.text, delimiter).map((field) => ({
    start: line.from + field.start,
    end: line.from + field.end,
  }));
  const base = { start: line.from, end, indent: line.indent, detached, cells, delimiter };
  return { ...base, kind: 'text', marker: null, label: null, contentStart: line.from };
}

/** A line of an export that gives one key its value, in quotation marks or bare. */
function pair({ from, text, indent }: Line, key: number, detached: boolean): Block {
  const end = from + text.length;
  const quoted = text.charAt(key + 1) === '"' && text.endsWith('"') && text.length > key + 3;
  const base = { start: from, end: quoted ? end - 1 : end, indent, detached, cells: null, delimiter: null };
  const label = { start: from, end: from + key };
  return { ...base, kind: 'text', marker: null, label, contentStart: from + key + (quoted ? 2 : 1) };
}

/** "K. Osterhaus DO": an initial, not an item. */
const signaturePattern =
  /^[A-Z]\.\s.{3,50}\b(?:MD|DO|DPM|PA|PA-C|NP|FNP|RN|LPN|PharmD|DNP|MBBS|FACS)\b[.,A-Z -]{0,60}$/;

function describe(text: string, span: Span, line: Line, detached: boolean, isHeading: IsHeading): Block {
  const content = text.slice(span.start, span.end);
  const base = { start: span.start, end: span.end, indent: line.indent, detached, delimiter: null };
  if (rulePattern.test(content) && !/[*_]{3}/.test(content)) {
    return { ...base, kind: 'rule', marker: null, label: null, contentStart: span.end, cells: null };
  }
  const heading = headingSpan(content, isHeading);
  if (heading) {
    const label = { start: span.start + heading.start, end: span.start + heading.end };
    return { ...base, kind: 'heading', marker: null, label, contentStart: span.end, cells: null };
  }
  const marker = signaturePattern.test(content)
    ? null
    : (numberPattern.exec(content) ??
      bulletPattern.exec(content) ??
      namedItemPattern.exec(content) ??
      questionPattern.exec(content) ??
      nextItem(text, span.start, content));
  let at = marker ? marker[0].length : 0;
  while (at < content.length && /[\s*]/.test(content.charAt(at)) && marker) at += 1;
  const label = isLettered(text, span) ? null : labelOf(content.slice(at), isHeading);
  const cells = cellsOf(content, span.start);
  return {
    ...base,
    kind: 'text',
    marker: marker ? (marker[1] ?? marker[2] ?? marker[3] ?? '-') : null,
    label: label ? { start: span.start + at, end: span.start + at + label.length } : null,
    contentStart: span.start + at + (label ? label.content : 0),
    cells,
  };
}

/** "2 Acne cyst R jaw: …" somewhere below "A/P- 1 Strep throat: …": a bare number that goes on counting items. */
function nextItem(text: string, start: number, content: string): RegExpExecArray | null {
  const found = /^([2-9]) (?=[A-Z][a-z])/.exec(content);
  if (!found || !/^[^;\n]{0,60}: /.test(content)) return null;
  const before = text.slice(Math.max(0, start - itemReach), start).matchAll(itemBefore);
  return [...before].some((item) => Number(item[1]) === Number(found[1]) - 1) ? found : null;
}

const itemBefore = /(?:^|\n)[ \t]{0,8}(?:[A-Za-z/&]{1,12}[-:] ?)?([1-8]) (?=[A-Z][a-z])/g;

/** How far above the item before may begin, in characters. */
const itemReach = 600;

/** "A  R mid shin  0.8 mL" over "B  L lower shin  0.5 mL": lesions by a letter, and no assessment. */
const isLettered = (text: string, { start, end }: Span): boolean =>
  letteredPattern.a.test(text.slice(start, start + 4)) && letteredPattern.b.test(text.slice(end, end + 40));
const letteredPattern = { a: /^A(?: {2}|\t)/, b: /^[ \t]*\r?\n[ \t]*B(?: {2}|\t)/ };

/** The words of a heading line, without its decoration, or `null` when the line is no heading. */
function headingSpan(content: string, isHeading: IsHeading): Span | null {
  if (content.includes('\n')) return null;
  const inside = insideDecoration(content);
  const inner = inside ? content.slice(inside.start, inside.end) : '';
  if (inside && inner !== '' && !content.startsWith('[ ') && !content.startsWith('[x')) {
    const hash = content.startsWith('# ');
    const colon = /:\s/.test(inner) && !inner.endsWith(':');
    // "-- K.M., PA": a dash in front alone signs a note, it heads nothing.
    if (content.startsWith('-') && !content.endsWith('-') && !isHeading(inner.toLowerCase())) return null;
    if (!colon && (!hash || isHeading(inner.toLowerCase())) && inner.split(/\s+/).length <= 10) {
      return inside;
    }
    if (!colon && /^(?:>{2,}|-\s?-|={2,}|\[)/.test(content)) return inside;
  }
  const bare = withoutClosingPoints(content);
  if (bare.split(/\s+/).length > 9 || /^[-*\u2022(]/.test(bare)) return null;
  const sentence = /[.;?!]$/.test(content) && bare !== bare.toUpperCase();
  if (/^[A-Z0-9]/.test(bare) && !sentence && isHeading(bare.toLowerCase()) && !columnGap.test(bare))
    return { start: 0, end: bare.length };
  if (addendumPattern.test(bare) && !/[.;]$/.test(content) && labelEnd(content) < 0)
    return { start: 0, end: bare.length };
  // A line of capitals that says no more than a title does.
  const letters = bare.replace(/[^A-Za-z]/g, '');
  const shouted = letters.length >= 4 && letters === letters.toUpperCase() && !/\d{3}/.test(bare) && bare.length <= 70;
  // A sentence that ends as one is no title, in capitals either.
  const capitals = shouted && !/[.;]$/.test(content);
  const titled = /^[A-Z][A-Z'&/ -]{3,40}\s?\(/.test(bare);
  // "2. ATYPICAL NEVUS: BIOPSY SCHEDULED" is an item in capitals.
  const number = /^\d{1,2}[.)]\s+/.exec(bare);
  const item = number !== null && !isHeading(bare.slice(number[0].length).toLowerCase());
  const field = item || (labelEnd(content) >= 0 && !/:$/.test(content));
  return (capitals && !field && !columnGap.test(bare)) || (titled && !/[.;]$/.test(content))
    ? { start: 0, end: bare.length }
    : null;
}

/** A field's label and where its content starts, both from the start of `content`. */
function labelOf(content: string, isHeading: IsHeading): { length: number; content: number } | null {
  const letter = /^([SOAP]) [-\u2013\u2014] /.exec(content);
  if (letter) return { length: 1, content: letter[0].length };
  const colon = labelEnd(content);
  if (colon >= 0) {
    let at = colon + 1;
    while (at < content.length && /[\s*,:]/.test(content.charAt(at)) && !content.startsWith('***', at)) at += 1;
    return { length: colon, content: at };
  }
  // "A/P Lichen planus. …", "Given   | Kenalog 10 …", "Drug ..... Kenalog", "treated_total=7"
  const plan = /^(A\/P|A&P|I\/P) (?=[A-Z#1])/.exec(content);
  if (plan?.[1]) return { length: plan[1].length, content: plan[0].length };
  const cell = /^([A-Za-z][A-Za-z/& ]{1,24}) \| (?=\S)/.exec(content);
  if (cell?.[1] && content.indexOf('|', cell[0].length) < 0)
    return { length: cell[1].trimEnd().length, content: cell[0].length };
  const leader = /^([A-Za-z][A-Za-z /&-]{1,30}?) ?\.{3,} ?(?=\S)/.exec(content);
  if (leader?.[1] && !/\.{3}/.test(content.slice(leader[0].length)))
    return { length: leader[1].length, content: leader[0].length };
  const key = keyedPattern.exec(content);
  if (key?.[1]) return { length: key[1].length, content: key[0].length };
  // "S - 26 y/o student", "PROCEDURE. Consent: …", "Done   signed consent".
  const dash = /^([SOAP]|[A-Za-z/& ]{2,24}) [-\u2013\u2014] /.exec(content);
  if (dash?.[1] && isHeading(dash[1].toLowerCase())) return { length: dash[1].length, content: dash[0].length };
  const stop = /^([A-Za-z][A-Za-z/& ]{1,40})\. (?=\S)/.exec(content);
  if (stop?.[1] && !/consent|sign/i.test(stop[1]) && isHeading(stop[1].toLowerCase()))
    return { length: stop[1].length, content: stop[0].length };
  const gap = /^([A-Za-z][A-Za-z/&]{0,24}(?: [A-Za-z/&]{1,16}){0,2})(?: {2,}|\t+)(?=\S)/.exec(content);
  if (gap?.[1] && isHeading(gap[1].toLowerCase())) return { length: gap[1].length, content: gap[0].length };
  return null;
}

function cellsOf(content: string, offset: number): Span[] | null {
  if (content.includes('\n')) return null;
  const separator = content.startsWith('|')
    ? /\|/g
    : isBarred(content)
      ? / \| /g
      : content.includes('\t')
        ? /\t+/g
        : / {2,}|\s\.{3,}\s?|\.{4,}\s?/g;
  const cells: Span[] = [];
  let start = 0;
  const push = (from: number, to: number) => {
    const cell = content.slice(from, to);
    const trimmed = cell.trim();
    if (trimmed !== '' || content.startsWith('|')) {
      const lead = trimmed === '' ? 0 : cell.indexOf(trimmed);
      cells.push({ start: offset + from + lead, end: offset + from + lead + trimmed.length });
    }
  };
  for (let found = separator.exec(content); found; found = separator.exec(content)) {
    if (!(content.startsWith('|') && found.index === 0)) push(start, found.index);
    start = found.index + found[0].length;
  }
  if (start < content.length || !content.startsWith('|')) push(start, content.length);
  return cells.length >= 2 ? cells : null;
}
