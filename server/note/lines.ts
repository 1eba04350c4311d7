import type { Span } from './span';

/** Says whether folded words are the name of a section; blocks ask it where layout alone can't tell. */
export type IsHeading = (words: string) => boolean;

/** A line of the note, apart from the white space around it. */
export interface Line extends Span {
  readonly indent: number;
  readonly text: string;
  /** Start of `text` (the line without its white space). */
  readonly from: number;
}

/** The lines of a note, empty ones too. */
export function splitLines(text: string): Line[] {
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
export function widthAround(lines: readonly Line[], at: number): number {
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

/** The bullet of a list item. */
export const bulletPattern = /^(?:[-*\u2022\u2023\u25aa\u25cf\u25e6\u2043\u2219\u00b7\u2013\u2014+>]|o)(?=\s)/;

/** The number or letter of a list item, in one of its three groups. */
export const numberPattern = /^(?:\(?(\d{1,2}|[a-zA-Z])[.)]|\((\d{1,2}|[a-zA-Z])\)|#(\d{1,2})[.:)]?)(?=\s)/;

/** "1 AA - half of the sixteen injected": a number and a name before a dash. */
export const namedItemPattern = /^(\d{1,2}) (?=[A-Za-z][A-Za-z /&]{1,40} - )/;

/** "Q12 Instruction to patient     Diary card": a question of a form by its number. */
export const questionPattern = /^(Q\d{1,2})[.):]?(?=\s{1,3}[A-Z][a-z])/;

/** A line that only parts what stands above from what stands below. */
export const rulePattern = /^[-=_*~\u2013\u2014.\s|+]{3,}$/;

/** White space that parts columns. */
export const columnGap = /\t|\S {2,}\S/;

/** A label: up to six words before a colon that is not part of a time. */
const labelPattern = /^(\*{0,2}[A-Za-z#&][^:|\t\n]{0,60}?\*{0,2}):(?=\*{0,2}(?:\s|,|$))/;

/** An addendum's label carries date, time and author, and may be long. */
export const addendumPattern =
  /^(?:addendum|late entry|correction|amendment|p\.?\s?s\.(?=\s)|postscript|erratum|(?:(?:provider|physician|clinician|query) )?response(?=:| {2,}| \d| \())/i;

/** Where the colon of the label stands that a text begins with, or -1. */
export function labelEnd(text: string): number {
  if (addendumPattern.test(text)) {
    // "ADDENDUM 05/06/2026 08:03, M. S., MD: …": the colon of the label is the one before white space.
    return text.slice(0, 120).search(/:(?=\s|$)/);
  }
  const found = labelPattern.exec(text);
  const words = found?.[1] ?? '';
  if (!found || / {3,}/.test(words)) return -1;
  if (words.split(/\s+/).length > 6 || /[.;?!]\s/.test(words)) return -1;
  return words.length;
}

/** True when `next` is the continuation of the wrapped line `last`. */
export function continues(last: Line, next: Line, width: number, isHeading: IsHeading): boolean {
  if (next.text === '' || rulePattern.test(next.text) || rulePattern.test(last.text)) return false;
  if (startsBlock(next, last, isHeading)) return false;
  if (/^[[\]#>=*]/.test(last.text) && /[\]#<=*]$/.test(last.text)) return false;
  // "----- PRIOR PROCEDURE (imported 09/12/2024) -----"
  if (/^-{3}/.test(last.text) && /-{3}$/.test(last.text)) return false;
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
export const isBarred = (text: string): boolean => text.split(' | ').length >= 3;

function isTableLine(text: string): boolean {
  return text.startsWith('|') || isBarred(text) || columnGap.test(text) || /\.{3,}/.test(text);
}

/** True when a line opens a block of its own, whatever stands before it. */
function startsBlock(line: Line, last: Line, isHeading: IsHeading): boolean {
  const { text } = line;
  if (bulletPattern.test(text) || numberPattern.test(text) || keyedPattern.test(text)) return true;
  if (namedItemPattern.test(text) || questionPattern.test(text)) return true;
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

/** "treated_total=5  ml_total=2.0": fields of an export. */
export const keyedPattern = /^([a-z][a-z_]{0,24})=(?=\S)/i;

function splitKeyed(line: Line): Span[] {
  const starts = [0];
  for (const found of line.text.matchAll(/\s[a-z][a-z_]{0,24}=\S/gi)) starts.push(found.index + 1);
  return starts.map((start, index) => ({
    start: line.from + start,
    end: line.from + line.text.slice(0, starts[index + 1] ?? line.text.length).trimEnd().length,
  }));
}

/** A line longer than this may be a whole note whose line breaks were lost. */
const shortLine = 400;

/** "SUBJECTIVE:,  He is …,OBJECTIVE:,Vitals: …": headings in capitals inside one long line. */
function splitRunOn(line: Line, isHeading: IsHeading): Span[] {
  const pieces: Span[] = [];
  let start = 0;
  const heading = /[.,:;)] {0,3}([A-Z][A-Z/&' -]{2,50}):/g;
  for (let found = heading.exec(line.text); found; found = heading.exec(line.text)) {
    const words = found[1] ?? '';
    if (!isHeading(words.toLowerCase().trim())) continue;
    const at = found.index + found[0].length - words.length - 1;
    pieces.push({ start: line.from + start, end: line.from + at });
    start = at;
  }
  pieces.push({ start: line.from + start, end: line.from + line.text.length });
  return pieces.filter(({ start: from, end }) => end > from);
}

/** "PATIENT: A. B.   AGE: 71": several fields in one line, apart by columns or bars. */
export function splitFields(line: Line, isHeading: IsHeading): Span[] {
  if (line.text.length > shortLine) return splitRunOn(line, isHeading);
  if (keyedPattern.test(line.text)) return splitKeyed(line);
  if (line.text.startsWith('|') || !line.text.includes(':'))
    return [{ start: line.from, end: line.from + line.text.length }];
  const pieces: Span[] = [];
  let start = 0;
  const gap = /(?: {2,}|\t+| \| )/g;
  for (let found = gap.exec(line.text); found; found = gap.exec(line.text)) {
    const after = found.index + found[0].length;
    const rest = line.text.slice(after);
    const label = labelEnd(rest);
    // "Dx  B07.0 plantar wart   Prior tx: …": the name of a section opens a field, whatever stands before it.
    const parts =
      labelEnd(line.text.slice(start)) >= 0 ||
      (label > 0 && /^[A-Z]/.test(rest) && isHeading(rest.slice(0, label).toLowerCase()));
    if (label < 0 || !parts) continue;
    pieces.push({ start: line.from + start, end: line.from + found.index });
    start = after;
  }
  pieces.push({ start: line.from + start, end: line.from + line.text.length });
  return pieces;
}
