import { isMark, type Mention, termOf } from '../lexicon/mention';
import { dispositionOf } from './act-finding';
import type { Passage } from './document';
import type { CalendarDate } from './encounter-date';
import { type Group, readGroups } from './groups';
import { type Item, readItems } from './items';
import type { Disposition } from './model';
import { type Sentence, sentencesOf } from './sentences';
import { type Column, isNothing, isNumber } from './table-columns';
import { type Cell, dateAhead, type Grid, isThatDay, mentionsIn } from './table-layout';

export interface RowContext {
  readonly grid: Grid;
  readonly columns: readonly Column[];
  readonly day: CalendarDate | null;
}

/** One row as a ledger item; `null` for an empty row, a divider or a wrapped line. */
export function readRow(context: RowContext, index: number): Item | null {
  const { grid, columns } = context;
  const row = grid.rows[index];
  const sentence = row && wholeRow(row.passage);
  if (!row || !sentence) return null;
  const filled = row.cells.filter((cell) => cell !== null);
  const cellsOf = (column: Column): Cell[] =>
    row.cells.flatMap((cell, at) => (cell && columns[at] === column ? [cell] : []));
  const namedCells = [...cellsOf('label'), ...cellsOf('site')];
  const heads = namedCells.length > 0 ? namedCells : cellsOf('size');
  if (heads.length === 0 || filled.length < 2 || isOfAnotherDay(context, row)) return null;
  const groups = readGroups(sentence.mentions);
  const placed = cellsOf('site').flatMap((cell) => readGroups(mentionsIn(row.passage, cell.span)));
  const labels = labelsOf(cellsOf('label'), placed);
  const [count] = cellsOf('count');
  const written = count && isNumber(count.text) ? Number(count.text.replace(/\D/g, '')) : null;
  const multiple = placed.find((group) => group.times && group.quantity?.kind === 'exact');
  const times = multiple?.quantity?.kind === 'exact' ? multiple.quantity.n : null;
  const named = placed.find((group) => group.sites.length > 0 || group.noun !== null || group.placed) ?? null;
  const noun = named?.noun ?? groups.find((group) => group.noun)?.noun ?? titleNoun(context);
  const lesions = written ?? times ?? Math.max(1, labels.length);
  const dose = cellsOf('dose').find((cell) => /\d/.test(cell.text)) ?? null;
  return {
    sentence,
    span: { start: row.passage.block.start, end: row.passage.block.end },
    sites: placed.flatMap((group) => group.sites),
    placed: placed.some((group) => group.placed),
    labels,
    noun,
    lesions,
    counted: written !== null || times !== null,
    dose: dose?.span ?? null,
    size: cellsOf('size')[0]?.span ?? null,
    marked: cellsOf('status').some((cell) => says(cell.text) === 'yes'),
    given: false,
    excluded: exclusion(context, index, sentence, groups) ?? (lesions === 0 ? 'not-injected' : null),
    whole: false,
    places: false,
  };
}

/** A row of a running table that bears the date of another session. */
function isOfAnotherDay({ grid, day }: RowContext, row: Grid['rows'][number]): boolean {
  if (row.passage.day !== 'today') return true;
  return row.cells.some((cell, at) => {
    const dated = /^(?:date|dos|day|visit|session)\b/i.test(grid.titles[at]?.text ?? '');
    const date = cell && dated ? dateAhead(cell.text) : null;
    return date !== null && day !== null && !isThatDay(date, day);
  });
}

/** "Wart | Size | mL": the title says what the rows are. */
function titleNoun({ grid, columns }: RowContext): Group['noun'] {
  for (const [at, title] of grid.titles.entries()) {
    if (columns[at] !== 'site' && columns[at] !== 'label' && columns[at] !== 'count') continue;
    for (const mention of mentionsIn(grid.header, title.span)) {
      const noun = termOf(mention, 'noun');
      if (noun?.tags.includes('lesion')) return noun;
    }
  }
  return null;
}

/** Why a row's lesion got nothing, by the cells that say so; an amount or a mark outweighs a remark. */
function exclusion(
  context: RowContext,
  index: number,
  sentence: Sentence,
  groups: readonly Group[],
): Disposition | null {
  const { grid, columns } = context;
  const row = grid.rows[index];
  if (!row) return null;
  const read = readItems(sentence, groups).find((item) => item.excluded !== null)?.excluded ?? null;
  const at = (column: Column) => columns.flatMap((kind, i) => (kind === column ? [i] : []));
  const answers = at('status').map((i) => ({ i, text: row.cells[i]?.text ?? '' }));
  const [first] = row.cells.filter((cell) => cell !== null);
  if (first?.text.startsWith('~~') || /\bentered in error\b/i.test(row.passage.text)) return 'not-injected';
  for (const { i, text } of answers) {
    const cell = row.cells[i];
    const act = cell ? mentionsIn(row.passage, cell.span).find(isExclusion) : undefined;
    const term = termOf(act, 'act');
    if (says(text) === 'no') return term ? dispositionOf(term) : (read ?? 'not-injected');
    if (term && says(text) !== 'yes') return dispositionOf(term);
  }
  const doses = at('dose').map((i) => row.cells[i]?.text ?? '');
  const counts = at('count').map((i) => row.cells[i]?.text ?? '');
  const agents = at('agent').map((i) => row.cells[i]);
  if (doses.length + counts.length + answers.length === 0 && agents.length > 0 && !agents.some(namesAgent(row.passage)))
    return read ?? 'not-injected';
  const silent = (texts: readonly string[], columnsOfKind: readonly number[]): boolean =>
    texts.length > 0 &&
    texts.every(
      (text) =>
        isNothing(text) ||
        (text !== '' && !/\d/.test(text) && !isDitto(text)) ||
        (text === '' && columnsOfKind.some((i) => grid.rows.some(({ cells }) => isFilled(cells[i])))),
    );
  if (silent(doses, at('dose')) || silent(counts, at('count'))) {
    const gone = [...doses, ...counts].some((text) => /^(?:flat|gone|clear|resolved|healed)/i.test(text));
    return read ?? (gone ? 'resolved' : 'not-injected');
  }
  if (doses.some((text) => /[1-9]/.test(text)) || answers.some(({ text }) => says(text) === 'yes')) return null;
  const marks = answers.some(
    ({ i, text }) => text === '' && grid.rows.some(({ cells }) => says(cells[i]?.text ?? '') === 'yes'),
  );
  return marks ? (read ?? 'not-injected') : read;
}

/** An agent, or a mark that repeats the one above. */
const namesAgent =
  (passage: Passage) =>
  (cell: Cell | null | undefined): boolean =>
    cell != null && (isDitto(cell.text) || mentionsIn(passage, cell.span).some((mention) => mention.kind === 'agent'));

const isDitto = (text: string): boolean => /^(?:"|''|\u2033|\u3003|ditto|same|do\.?)$/i.test(text);

const isFilled = (cell: Cell | null | undefined): boolean => cell != null && /\d/.test(cell.text);
const isExclusion = (mention: Mention): boolean => termOf(mention, 'act')?.tags.includes('exclude') === true;

/** What the cell of a column like "Injected?" answers. */
export function says(text: string): 'yes' | 'no' | null {
  const words = text.trim();
  if (/\b(?:deferred|held|declined|refused|skipped)\b|\bnot (?:inj|treat|given|done|tx)/i.test(words)) return 'no';
  if (
    /^(?:y|yes|inj|inj'd|injected|treated|done|x|given)\b|^[\u2611\u2612\u2713\u2714\u2705\u2715\u2717]|^[[(]x[\])]/i.test(
      words,
    )
  )
    return 'yes';
  if (/^(?:n|no|not|none|hold|skip|defer)\b|^[-\u2010-\u2015]+$|^[\u2610\u25a1]|^[[(]\s+[\])]|^\[\]/i.test(words))
    return 'no';
  return null;
}

/** The names in a cell: "3", "01", "K2", "1-3", "A, C", "2 + 3". */
function labelsOf(cells: readonly Cell[], placed: readonly Group[]): string[] {
  const found = cells.flatMap((cell) => cellLabels(cell.text));
  // Of several columns of names the last is the lesion's own ("Set A, A1").
  const own = cells.map((cell) => cellLabels(cell.text)).filter((labels) => labels.length > 0);
  const last = own[own.length - 1];
  if (found.length > 0 && last) return last;
  return [...(placed.find((group) => group.labels.length > 0)?.labels ?? [])];
}

const labelPart = /^#?([A-Z]{0,2})0*(\d{0,3})(?:\s*(?:[-\u2013\u2014]|to|thru|through)\s*#?([A-Z]{0,2})0*(\d{0,3}))?$/;

function cellLabels(text: string): string[] {
  const labels: string[] = [];
  for (const part of text.replaceAll(' and ', ',').split(/[,+&]/)) {
    const [whole, letter = '', figure = '', letterTo = '', figureTo = ''] = labelPart.exec(part.trim()) ?? [];
    if (!whole) return [];
    if (figure !== '' && figureTo !== '') {
      for (let n = Number(figure); n <= Number(figureTo) && labels.length < 200; n += 1)
        labels.push(letter + String(n));
    } else if (letterTo !== '' && figure === '' && letter.length === 1 && letterTo.length === 1) {
      for (let code = letter.charCodeAt(0); code <= letterTo.charCodeAt(0); code += 1)
        labels.push(String.fromCharCode(code));
    } else labels.push(letter + figure);
  }
  return labels;
}

/** A row is one sentence, whatever marks its cells hold. */
function wholeRow(passage: Passage): Sentence | null {
  const first = sentencesOf(passage)[0];
  if (!first) return null;
  const { mentions } = passage.reading;
  const usable = mentions.filter((mention) => !isMark(mention, '|') && termOf(mention, 'numberword') === null);
  return { ...first, mentions: usable };
}
