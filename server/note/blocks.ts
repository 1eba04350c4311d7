import { insideDecoration, withoutClosingPoints } from './decoration';
import type { Span } from './span';

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
  /** True when an empty line, a rule or the start of the note stands before it. */
  readonly detached: boolean;
}

/** Says whether folded words are the name of a section; blocks ask it where layout alone can't tell. */
export type IsHeading = (words: string) => boolean;

interface Line extends Span {
  readonly indent: number;
  readonly text: string;
  /** Start of `text` (the line without its white space). */
  readonly from: number;
}

/** Splits a note into its blocks, in order; every visible character is in exactly one of them. */
export function splitBlocks(text: string, isHeading: IsHeading): Block[] {
  const lines = splitLines(text);
  const blocks: Block[] = [];
  let detached = true;
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i];
    if (!line) continue;
    if (line.text === '') {
      detached = true;
      continue;
    }
    let end = line.from + line.text.length;
    let last = line;
    const width = widthAround(lines, i);
    while (i + 1 < lines.length) {
      const next = lines[i + 1];
      if (!next || !continues(last, next, width, isHeading)) break;
      last = next;
      end = next.from + next.text.length;
      i += 1;
    }
    const pieces = last === line ? splitFields(line) : [{ start: line.from, end }];
    for (const piece of pieces) {
      blocks.push(describe(text, piece, line, detached, isHeading));
      detached = false;
    }
    if (blocks[blocks.length - 1]?.kind === 'rule') detached = true;
  }
  return blocks;
}

function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const raw = text.slice(start, end);
    const trimmed = raw.trim();
    const from = trimmed === '' ? end : start + raw.indexOf(trimmed);
    const indent = raw.slice(0, from - start).replaceAll('\t', '        ').length;
    lines.push({ start, end, indent, text: trimmed, from });
    if (newline < 0) break;
    start = newline + 1;
  }
  return lines;
}

/** The longest line of the run of lines around one, to tell a wrapped line from a short one. */
function widthAround(lines: readonly Line[], at: number): number {
  let width = 0;
  for (let i = at; i < lines.length && i < at + 40; i += 1) {
    const line = lines[i];
    if (!line || line.text === '') break;
    width = Math.max(width, line.indent + line.text.length);
  }
  for (let i = at - 1; i >= 0 && i > at - 40; i -= 1) {
    const line = lines[i];
    if (!line || line.text === '') break;
    width = Math.max(width, line.indent + line.text.length);
  }
  return width;
}

const bulletPattern = /^(?:[-*\u2022\u2023\u25aa\u25cf\u25e6\u2043\u2219\u00b7\u2013\u2014+>]|o)(?=\s)/;
const numberPattern = /^(?:\(?(\d{1,2}|[a-zA-Z])[.)]|\((\d{1,2}|[a-zA-Z])\)|#(\d{1,2})[.:)]?)(?=\s)/;
/** "K. Osterhaus DO": an initial, not an item. */
const signaturePattern =
  /^[A-Z]\.\s.{3,50}\b(?:MD|DO|DPM|PA|PA-C|NP|FNP|RN|LPN|PharmD|DNP|MBBS|FACS)\b[.,A-Z -]{0,60}$/;
const rulePattern = /^[-=_*~\u2013\u2014.\s|+]{3,}$/;
const columnGap = /\t|\S {2,}\S/;

/** A label: up to six words before a colon that is not part of a time. */
const labelPattern = /^(\*{0,2}[A-Za-z#&][^:|\t\n]{0,60}?\*{0,2}):(?=\*{0,2}(?:\s|$))/;

/** An addendum's label carries date, time and author, and may be long. */
const addendumPattern = /^(?:addendum|late entry|correction|amendment)\b/i;

function labelEnd(text: string): number {
  if (addendumPattern.test(text)) {
    // "ADDENDUM 05/06/2026 08:03, M. S., MD: …": the colon of the label is the one before white space.
    const end = text.slice(0, 120).search(/:(?=\s|$)/);
    return end;
  }
  const found = labelPattern.exec(text);
  const words = found?.[1] ?? '';
  if (!found || / {3,}/.test(words)) return -1;
  if (!addendumPattern.test(words) && (words.split(/\s+/).length > 6 || /[.;?!]\s/.test(words))) return -1;
  return words.length;
}

/** True when `next` is the continuation of the wrapped line `last`. */
function continues(last: Line, next: Line, width: number, isHeading: IsHeading): boolean {
  if (next.text === '' || rulePattern.test(next.text) || rulePattern.test(last.text)) return false;
  if (startsBlock(next, last, isHeading)) return false;
  if (/^[[\]#>=*]/.test(last.text) && /[\]#<=*]$/.test(last.text)) return false;
  if (isTableLine(last.text) || isTableLine(next.text)) return false;
  const lastIsList = bulletPattern.test(last.text) || numberPattern.test(last.text);
  const firstWord = /^\S+/.exec(next.text)?.[0] ?? '';
  const wrapped = width >= 36 && last.indent + last.text.length + 1 + firstWord.length > width;
  const lower = /^[a-z(&]/.test(next.text);
  const ended = /[.!?:]["')\]]?$/.test(last.text);
  const dangling =
    /(?:[,\-(/&]|\b(?:and|or|of|the|a|an|with|to|in|into|for|by|at|on|was|were|is|are|from|each|per|no|not|x|nodules?|lesions?|then|two|three|four|five|six|seven|eight|nine|ten|twelve))$/i.test(
      last.text,
    );
  if (ended) {
    // "Charge:" alone at the end of a wrapped line goes on with its value.
    if (!/:$/.test(last.text)) return wrapped && (lower || width >= 60) && next.indent >= last.indent && !lastIsList;
    return wrapped && /\s\S+:$/.test(last.text) && next.indent === last.indent && width >= 36;
  }
  if (isHeading(last.text.toLowerCase())) return false;
  if (lastIsList && next.indent <= last.indent) return lower && dangling;
  if (lower)
    return (
      dangling || last.indent === 0 || last.indent !== next.indent || !(/\d/.test(last.text) && /\d/.test(next.text))
    );
  if (last.text.endsWith(';') && next.indent >= last.indent) return wrapped || next.indent > 0;
  return wrapped || (dangling && last.text.length > 20);
}

/** "Site | Size | mL": bars part cells without a frame. */
const isBarred = (text: string): boolean => text.split(' | ').length >= 3;

function isTableLine(text: string): boolean {
  return text.startsWith('|') || isBarred(text) || columnGap.test(text) || /\.{3,}/.test(text);
}

/** True when a line opens a block of its own, whatever stands before it. */
function startsBlock(line: Line, last: Line, isHeading: IsHeading): boolean {
  const { text } = line;
  if (bulletPattern.test(text) || numberPattern.test(text)) return true;
  if (/^(?:#{1,4}\s|#\d|\[.*\]$|>>|--|==|\*\*|\|)/.test(text)) return true;
  if (/^\d{1,4}[/-]\d{1,2}[/-]\d{1,4}\b/.test(text)) return true;
  if (/^(?:[01]\d|2[0-3])[0-5]\d\s/.test(text)) return true;
  const label = labelEnd(text);
  // "… 0.05 mL / per nodule:": the end of a wrapped sentence is no field.
  const wrapped =
    /^[a-z]/.test(text) && !/[.:;]$/.test(last.text) && labelEnd(last.text) < 0 && !isTableLine(last.text);
  if (label >= 0 && !wrapped) return true;
  return /^[A-Z0-9]/.test(text) && !/[.;]$/.test(text) && isHeading(text.toLowerCase());
}

/** "PATIENT: A. B.   AGE: 71": several fields in one line, apart by columns or bars. */
function splitFields(line: Line): Span[] {
  if (line.text.startsWith('|') || !line.text.includes(':'))
    return [{ start: line.from, end: line.from + line.text.length }];
  const pieces: Span[] = [];
  let start = 0;
  const gap = /(?: {2,}|\t+| \| )/g;
  for (let found = gap.exec(line.text); found; found = gap.exec(line.text)) {
    const after = found.index + found[0].length;
    const rest = line.text.slice(after);
    if (labelEnd(rest) < 0 || labelEnd(line.text.slice(start)) < 0) continue;
    pieces.push({ start: line.from + start, end: line.from + found.index });
    start = after;
  }
  pieces.push({ start: line.from + start, end: line.from + line.text.length });
  return pieces;
}

function describe(text: string, span: Span, line: Line, detached: boolean, isHeading: IsHeading): Block {
  const content = text.slice(span.start, span.end);
  const base = { start: span.start, end: span.end, indent: line.indent, detached };
  if (rulePattern.test(content) && !/[*_]{3}/.test(content)) {
    return { ...base, kind: 'rule', marker: null, label: null, contentStart: span.end, cells: null };
  }
  const heading = headingSpan(content, isHeading);
  if (heading) {
    const label = { start: span.start + heading.start, end: span.start + heading.end };
    return { ...base, kind: 'heading', marker: null, label, contentStart: span.end, cells: null };
  }
  const marker = signaturePattern.test(content) ? null : (numberPattern.exec(content) ?? bulletPattern.exec(content));
  let at = marker ? marker[0].length : 0;
  while (at < content.length && /[\s*]/.test(content.charAt(at)) && marker) at += 1;
  const label = labelOf(content.slice(at), isHeading);
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
    while (at < content.length && /[\s*]/.test(content.charAt(at)) && !content.startsWith('***', at)) at += 1;
    return { length: colon, content: at };
  }
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
