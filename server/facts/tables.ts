import { termOf } from '../lexicon/mention';
import type { BlockReading } from '../lexicon/read';
import { kept } from '../note/kept';
import { endsStep, type Steps } from '../note/steps';
import { agentsOf, type NamedAgent } from './agents';
import type { NoteDocument, Passage } from './document';
import type { CalendarDate } from './encounter-date';
import type { Item } from './items';
import { sentencesOf } from './sentences';
import { type Column, columnsOf, isNumber, isTotalWord } from './table-columns';
import { type Grid, mentionsIn, readGrid } from './table-layout';
import { type RowContext, readRow, says } from './table-rows';

/** A table with a header row. */
export interface LesionTable {
  readonly header: Passage;
  readonly rows: readonly Passage[];
  /**
   * `given` says what each lesion got; `seen` only lists lesions; `foreign` lists something else, and none of its
   * figures counts a lesion.
   */
  readonly kind: 'given' | 'seen' | 'foreign';
  /** The rows that stand for lesions, by the agents they name. */
  readonly parts: readonly TablePart[];
  /** The lesions that a total row states. */
  readonly total: number | null;
}

export interface TablePart {
  readonly agents: readonly NamedAgent[];
  readonly rows: readonly Passage[];
  readonly items: readonly Item[];
}

/** Finds tables by their header row and reads their rows by its columns. */
export function* tableSteps(document: NoteDocument): Steps<LesionTable[]> {
  const tables: LesionTable[] = [];
  const legend = readLegend(document.passages);
  const { passages } = document;
  for (let at = 0; at < passages.length; at += 1) {
    if (endsStep(at)) yield;
    const grid = passages[at]?.kind === 'coding' ? null : readGrid(document, at, mayHead);
    const table = grid && readTable(grid, document.date, legend);
    if (!table) continue;
    tables.push(table);
    const last = table.rows[table.rows.length - 1];
    if (last) at = passages.indexOf(last, at);
  }
  return tables;
}

/** What a note calls its drugs in a table: "drug A: methotrexate", "B = triamcinolone 10 mg/mL". */
type Legend = ReadonlyMap<string, readonly NamedAgent[]>;

function readLegend(passages: readonly Passage[]): Legend {
  const legend = new Map<string, readonly NamedAgent[]>();
  for (const passage of passages) {
    const key = passage.label ? titleKey(passage.label.reading) : openingKey(passage.reading);
    if (key === null || legend.has(key)) continue;
    const agents = sentencesOf(passage).flatMap(agentsOf);
    if (agents.length > 0) legend.set(key, agents);
  }
  return legend;
}

const keyIn = (label: string): string | null =>
  /^(?:(?:drug|agent|set|syringe|product|solution|med|group)[ _]?)?([A-Z]|[1-9])(?=$|\s?[=:])/.exec(label)?.[1] ??
  /^(?:drug|agent|set|syringe|product|solution|med)[ _]([A-Z]|[1-9])$/i.exec(label)?.[1] ??
  null;

const titleKey = kept(({ text }: BlockReading) => keyIn(text));
const openingKey = kept(({ text }: BlockReading) => keyIn(text.slice(0, 24)));

/** Titles are names: no figures in front, no fields with their values. */
function mayHead(titles: readonly string[]): boolean {
  return titles.every(
    (title) =>
      title.length <= 40 &&
      !/:\s*\S/.test(title) &&
      !/[.;]\s|[.;]$/.test(title.replace(/\b(?:no|nr|num|vol|inj|amt|diam)\./gi, '')) &&
      (!/^[<~]?\d/.test(title) || /^5[- ]?fu\b/i.test(title) || /^\d{1,4}[/-]\d{1,2}\b/.test(title)) &&
      !/_{2,}|\*{3}/.test(title) &&
      !saysNothing.test(title),
  );
}

/** "abdomen   none palpable, nothing given" is a row. */
const saysNothing = /^(?:none|nothing|not|spared|skipped|held|clear|resolved|flat|gone|deferred)\b/i;

/** A line of the same kind as the lines under it is their first, not their header. */
function isOneOfRows(grid: Grid): boolean {
  const colons = grid.titles.filter((title) => title.text.endsWith(':')).length;
  if (colons > 0 && colons < grid.titles.length) return true;
  return grid.titles.some((title, index) => {
    if (title.text !== '' && grid.rows.some(({ cells }) => cells[index]?.text === title.text)) return true;
    return mentionsIn(grid.header, title.span).some(
      (mention) => mention.kind === 'measure' && mention.dimension === 'volume' && mention.amount !== null,
    );
  });
}

/** "L heel" over a column of places is a place itself. */
const isRowOfPlaces = (grid: Grid, columns: readonly Column[]): boolean =>
  grid.titles.some((title, index) => {
    const mentions = mentionsIn(grid.header, title.span);
    const side = mentions.findIndex((mention) => mention.kind === 'side');
    return side >= 0 && (columns[index] === 'site' || mentions[side + 1]?.kind === 'quantity');
  });

const charges = /\b(?:cpt|hcpcs|icd(?:-?10)?|codes?|charges?|fee|price|ndc)\b/i;

function readTable(grid: Grid, day: CalendarDate | null, legend: Legend): LesionTable | null {
  // What the columns hold is seldom asked: few lines over rows are a header.
  if (isOneOfRows(grid)) return null;
  const columns = columnsOf(grid, day);
  const kind = isRowOfPlaces(grid, columns) ? null : kindOf(grid, columns);
  if (!kind) return null;
  const rows = grid.rows.map(({ passage }) => passage);
  if (kind === 'foreign') return { header: grid.header, rows, kind, parts: [], total: null };
  const context: RowContext = { grid, columns, day };
  const parts = new Map<string, { agents: NamedAgent[]; rows: Passage[]; items: Item[] }>();
  let before: readonly NamedAgent[] = [];
  const named = new Map<string, string>();
  for (const [index, { passage, cells }] of grid.rows.entries()) {
    const item = isTotalWord(cells) ? null : readRow(context, index);
    if (!item) continue;
    const own = rowAgents(grid, columns, index, legend);
    const agents = own.length > 0 || !repeats(columns, cells) ? own : before;
    if (item.excluded === null) before = agents;
    const key = agents.map((agent) => agent.name).join('+');
    let part = parts.get(key);
    if (!part) {
      part = { agents: [], rows: [], items: [] };
      parts.set(key, part);
    }
    part.agents.push(...agents);
    part.rows.push(passage);
    part.items.push(renamed(item, named));
  }
  if (parts.size === 0)
    return kind === 'given' ? { header: grid.header, rows, kind: 'foreign', parts: [], total: null } : null;
  return { header: grid.header, rows, kind, parts: joinUnnamed([...parts.values()]), total: totalOf(grid, columns) };
}

/** A table is of lesions when it names them and says what they got, or how large they are. */
function kindOf(grid: Grid, columns: readonly Column[]): LesionTable['kind'] | null {
  const has = (...kinds: Column[]) => columns.some((column) => kinds.includes(column));
  const known = columns.filter((column) => column !== 'other').length;
  const ruled = grid.header.text.startsWith('|');
  const none = ruled || (known >= 2 && columns.length >= 3) ? 'foreign' : null;
  if (grid.titles.some((title) => charges.test(title.text))) return none;
  // "Lesion size | Number injected": lesions by their size are counted too.
  if (known < 2 || !(has('site', 'label') || (has('size') && has('count')))) return none;
  const asked = grid.titles.some((title, at) => columns[at] === 'count' && /inj|treat|tx/i.test(title.text));
  if (has('dose', 'agent') || asked) return 'given';
  if (has('status') && grid.rows.some((row) => answers(row, columns))) return 'given';
  if (has('size', 'seen', 'count') || (has('site') && has('label'))) return 'seen';
  return none;
}

/** A row that says in words or by a mark what was done with its lesion. */
const answers = ({ passage, cells }: Grid['rows'][number], columns: readonly Column[]): boolean =>
  cells.some((cell, at) => cell !== null && columns[at] === 'status' && says(cell.text) !== null) ||
  passage.reading.mentions.some((mention) => {
    const act = termOf(mention, 'act');
    return act?.value === 'inject' || act?.tags.includes('exclude') === true;
  });

/** Numbers that begin anew in the next part of the body name other lesions. */
function renamed(item: Item, named: Map<string, string>): Item {
  const where = item.sites.join('+');
  const labels = item.labels.map((label) => {
    const first = named.get(label);
    if (first === undefined) named.set(label, where);
    return first === undefined || first === where ? label : `${label} ${where}`;
  });
  return { ...item, labels };
}

/** The agents of a row: those of its own words, else those of the dose columns that it fills. */
function rowAgents(grid: Grid, columns: readonly Column[], index: number, legend: Legend): NamedAgent[] {
  const row = grid.rows[index];
  if (!row) return [];
  const named = sentencesOf(row.passage).flatMap(agentsOf);
  const column = columns.indexOf('agent');
  const cell = column < 0 ? null : row.cells[column];
  const meant = cell ? (legend.get(cell.text) ?? []) : [];
  if (meant.length > 0) return [...meant];
  const own = cell ? named.filter(({ span }) => span.start >= cell.span.start && span.end <= cell.span.end) : named;
  if (own.length > 0) return own;
  const titles = sentencesOf(grid.header).flatMap(agentsOf);
  return columns.flatMap((kind, at) => {
    const title = grid.titles[at];
    const filled = row.cells[at];
    if (!title || kind !== 'dose' || !filled || !/[1-9]/.test(filled.text)) return [];
    return titles.filter(({ span }) => span.start >= title.span.start && span.end <= title.span.end);
  });
}

/** An empty cell or a ditto mark in the agent's column goes on with the agent of the row above. */
function repeats(columns: readonly Column[], cells: Grid['rows'][number]['cells']): boolean {
  const at = columns.indexOf('agent');
  const cell = at < 0 ? undefined : cells[at];
  return at >= 0 && (cell === null || /^(?:"|''|\u2033|\u3003|ditto|same|do\.?)$/i.test(cell?.text ?? ''));
}

/** Rows that name no agent got the only one that the others name. */
function joinUnnamed(parts: readonly TablePart[]): TablePart[] {
  const named = parts.filter((part) => part.agents.length > 0);
  const [only] = named;
  if (!only || named.length > 1 || parts.length === 1) return [...parts];
  const inOrder = [...parts.flatMap((part) => part.items)].sort((a, b) => a.span.start - b.span.start);
  const rows = [...parts.flatMap((part) => part.rows)].sort((a, b) => a.block.start - b.block.start);
  return [{ agents: only.agents, rows, items: inOrder }];
}

function totalOf(grid: Grid, columns: readonly Column[]): number | null {
  const at = columns.indexOf('count');
  const row = grid.rows.find(({ cells }) => isTotalWord(cells));
  const cell = at < 0 ? undefined : row?.cells[at];
  return cell && isNumber(cell.text) ? Number(cell.text.replace(/\D/g, '')) : null;
}
