import { isMark, type Mention, termOf } from '../lexicon/mention';
import type { Span } from '../note/span';
import type { Passage } from './document';
import { type Group, readGroups } from './groups';
import type { Item } from './items';
import { readItems } from './items';
import type { Disposition } from './model';
import { type Sentence, sentencesOf } from './sentences';

/** A table with a header row, and what its columns hold. */
export interface LesionTable {
  readonly header: Passage;
  readonly rows: readonly { readonly passage: Passage; readonly item: Item | null }[];
}

type Column = 'label' | 'site' | 'count' | 'dose' | 'size' | 'status' | 'other';

/** Finds tables by their header row: a row of cells without figures that names a column of lesions, sites or amounts. */
export function readTables(passages: readonly Passage[]): LesionTable[] {
  const tables: LesionTable[] = [];
  for (let at = 0; at < passages.length; at += 1) {
    const header = passages[at];
    const columns = header ? headerColumns(header) : null;
    if (!header || !columns) continue;
    const rows: { passage: Passage; item: Item | null }[] = [];
    let next = at + 1;
    for (; next < passages.length; next += 1) {
      const row = passages[next];
      if (!row?.block.cells || row.block.kind === 'heading' || row.kind === 'coding') break;
      if (row.block.detached && rows.length > 0) break;
      rows.push({ passage: row, item: readRow(row, columns) });
    }
    if (rows.length === 0) continue;
    tables.push({ header, rows });
    at = next - 1;
  }
  return tables;
}

function headerColumns(passage: Passage): Column[] | null {
  const { cells } = passage.block;
  if (!cells || cells.length < 2) return null;
  const texts = cells.map((cell) => cellText(passage, cell));
  if (texts.some((text) => /\d/.test(text))) return null;
  const columns = texts.map(columnOf);
  const named = columns.filter((column) => column !== 'other').length;
  return named >= 2 && columns.some((column) => column === 'site' || column === 'label') ? columns : null;
}

function cellText(passage: Passage, cell: Span): string {
  return passage.text.slice(cell.start - passage.offset, cell.end - passage.offset).trim();
}

function columnOf(text: string): Column {
  const words = text
    .toLowerCase()
    .replace(/[().:]/g, '')
    .trim();
  if (/^(?:#|no|nr|num|number|lesion|lesion #|lesion no|item|id|label|les|row)$/.test(words)) return 'label';
  if (
    /^(?:lesions|# lesions|no lesions|number of lesions|lesion count|count|qty|quantity|n|patches|nodules|warts|keloids|sites injected|# of lesions|# inj|how many|x)$/.test(
      words,
    )
  )
    return 'count';
  if (/\b(?:ml|cc|vol|volume|dose|amount|units|given|mg|mcl)\b/.test(words)) return 'dose';
  if (/\b(?:size|cm|mm|diameter|dimensions)\b/.test(words)) return 'size';
  if (/\b(?:site|location|area|where|patch|place|region|nodule|keloid|wart|body)\b/.test(words)) return 'site';
  if (
    /\b(?:inj|injected|injected\?|status|treated|tx|treatment|action|comment|comments|notes|result|done|given)\b/.test(
      words,
    )
  )
    return 'status';
  return 'other';
}

/** One row as a ledger item; `null` for a total, an empty row or a divider. */
function readRow(passage: Passage, columns: readonly Column[]): Item | null {
  const cells = passage.block.cells ?? [];
  const texts = cells.map((cell) => cellText(passage, cell));
  const words = texts.filter((text) => text !== '');
  if (words.length === 0 || /^(?:total|sum|tot|=|subtotal|grand total)\b|^=/i.test(words[0] ?? '')) return null;
  const sentence = wholeRow(passage);
  if (!sentence) return null;
  const cellOf = (column: Column): { text: string; span: Span } | null => {
    const index = columns.indexOf(column);
    const cell = index < 0 ? undefined : cells[index];
    return cell ? { text: texts[index] ?? '', span: cell } : null;
  };
  const aligned = cells.length === columns.length;
  const count = aligned ? cellOf('count') : null;
  const dose = aligned ? cellOf('dose') : null;
  const status = aligned ? cellOf('status') : null;
  const groups = readGroups(sentence.mentions);
  const read = readItems(sentence, groups);
  const excluded =
    read.find((item) => item.excluded !== null)?.excluded ?? excludedByCells(dose?.text, status?.text, count?.text);
  const named = groups.find((group) => group.sites.length > 0 || group.noun !== null || group.labels.length > 0);
  // A row without a name and without a number of its own is a divider or a blank line of a form.
  if (!named && !/\d/.test(words.join(' '))) return null;
  if (!named && words.length < 2) return null;
  const written = count ? numberOf(count.text) : null;
  const multiple = groups.find((group) => group.times && group.quantity?.kind === 'exact');
  const times = multiple?.quantity?.kind === 'exact' ? multiple.quantity.n : null;
  const lesions = written ?? times ?? Math.max(1, labelsOf(groups).length);
  return {
    sentence,
    span: { start: passage.block.start, end: passage.block.end },
    sites: named?.sites ?? [],
    placed: named?.placed ?? false,
    labels: labelsOf(groups),
    noun: named?.noun ?? null,
    lesions,
    counted: written !== null || times !== null,
    dose: dose && /\d/.test(dose.text) ? dose.span : (read[0]?.dose ?? null),
    size: cellOf('size')?.span ?? null,
    marked: status !== null && /^(?:y|yes|inj|injected|treated|done|x|\u2713)\b/i.test(status.text),
    given: false,
    excluded: lesions === 0 ? (excluded ?? 'not-injected') : excluded,
    whole: false,
  };
}

const labelsOf = (groups: readonly Group[]): readonly string[] =>
  groups.find((group) => group.labels.length > 0)?.labels ?? [];

function excludedByCells(
  dose: string | undefined,
  status: string | undefined,
  count: string | undefined,
): Disposition | null {
  if (count !== undefined && /^0\b/.test(count)) return 'not-injected';
  if (
    status !== undefined &&
    /^(?:n|no|not|none|deferred|held|skipped|-+|\u2013|\u2014)\b|^[-\u2013\u2014]+$/i.test(status)
  )
    return 'not-injected';
  if (dose !== undefined && /^(?:0|0\.0+|none|nil|n\/a|[-\u2013\u2014]+)$/i.test(dose)) return 'not-injected';
  return null;
}

function numberOf(text: string): number | null {
  const found = /^(?:x\s?)?(\d{1,3})\b/i.exec(text);
  return found ? Number(found[1]) : null;
}

/** A row is one sentence, whatever marks its cells hold. */
function wholeRow(passage: Passage): Sentence | null {
  const first = sentencesOf(passage)[0];
  if (!first) return null;
  const { mentions } = passage.reading;
  const usable = mentions.filter((mention: Mention) => !isMark(mention, '|') && termOf(mention, 'numberword') === null);
  return { ...first, mentions: usable };
}
