import { termOf } from '../lexicon/mention';
import type { CalendarDate } from './encounter-date';
import { type Cell, dateAhead, type Grid, isThatDay, mentionsIn, wordsOfCell } from './table-layout';

/** What a column of a table holds. */
export type Column =
  | 'label'
  | 'site'
  /** How many lesions of the row were treated. */
  | 'count'
  /** How many lesions the row has, treated or not. */
  | 'seen'
  | 'dose'
  | 'size'
  /** Whether the lesion was injected. */
  | 'status'
  | 'agent'
  | 'notes'
  | 'other';

const labelWords =
  /^(?:#|no|nr|num|number|lesion|lesion #|lesion no|lesion number|id|label|les|les #|row|set|marker|mark|tag|map #|photo #)$/;
const countWords =
  /^(?:# lesions|no lesions|no of lesions|number of lesions|# of lesions|lesion count|count|qty|quantity|n|sites injected|# inj|how many|x)$/;
const seenWords = /\b(?:seen|found|counted|present|examined|noted|palpable|baseline)\b/;
const otherTime =
  /\b(?:prev|previous|prior|last|before|planned|plan|ordered|max|allowed|drawn|wasted?|discarded|next)\b/;
const doseWords = /\b(?:ml|cc|vol|volume|dose|amount|amt|units?|iu|miu|mcg|mcl|ul|mg)\b/;
const concentration = /\b(?:mg|mcg|units?|u|iu|miu|pfu)\s*\/\s*(?:ml|cc)\b|\bconc/;
const sizeWords = /\b(?:size|cm|mm|diameter|diam|dimensions?)\b/;
const siteWords = /\b(?:site|location|area|where|patch|place|region|body|field|target|spot|zone)\b/;
const statusWords =
  /\b(?:inj|injected|injected\?|inj'd|status|treated|tx|tx'd|treatment|action|disposition|result|outcome|done|given)\b/;
const noteWords = /\b(?:comments?|notes?|remarks?)\b/;
const agentWords = /\b(?:agent|drug|med|medication|product|solution)\b/;

export const isNumber = (text: string): boolean => /^(?:x\s?)?\d{1,3}$/i.test(text);
const isAmountText = (text: string): boolean =>
  /^[<~]?\d{0,3}(?:[.,]\d+)?\s?(?:ml|cc|units?|u|mg|mcg|iu)?$/i.test(text);
/** A dash or a word that says nothing was given. */
export const isNothing = (text: string): boolean =>
  /^(?:[-\u2010-\u2015]+|0|0?\.0+|0\.0+|0(?:\.0+)? ?(?:ml|cc|units?|u|mg)|none|nil|n\/?a|held?|hold|skip(?:ped)?|flat|gone|clear(?:ed)?|resolved|healed|deferred|not given|not inj(?:ected)?|no)$/i.test(
    text,
  );

/** Says of every column what it holds, by its title and by what stands in it. */
export function columnsOf(grid: Grid, day: CalendarDate | null): Column[] {
  const columns = grid.titles.map((title, index) => columnOf(grid, title, index, day));
  const heads = columns.filter((column) => column === 'site' || column === 'label').length;
  // A first column of places heads its rows whatever its title is.
  if (!columns.includes('site')) {
    const at = grid.titles.findIndex(
      (_, index) => columns[index] === 'other' && mostly(grid, index, (cell) => cell.place),
    );
    if (at >= 0 && (heads === 0 || at <= 2)) columns[at] = 'site';
  }
  return columns;
}

function columnOf(grid: Grid, title: Cell, index: number, day: CalendarDate | null): Column {
  const words = wordsOfCell(title.text);
  const values = valuesOf(grid, index);
  const numeric = values.length > 0 && values.every((value) => isNumber(value) || isNothing(value) || value === '');
  const figures = values.some((value) => /\d/.test(value));
  const mentions = mentionsIn(grid.header, title.span);
  const amounts = figures && values.every((value) => isAmountText(value) || isNothing(value));
  // A flow sheet has a column for each session; today's is the one of this date.
  const date = dateAhead(title.text);
  if (date && !(day && isThatDay(date, day))) return 'other';
  if (date && amounts) {
    const counts = numeric && !sizeWords.test(words) && !doseWords.test(words);
    return sizeWords.test(words) ? 'size' : counts ? 'count' : 'dose';
  }
  const agent = mentions.find((mention) => mention.kind === 'agent');
  if (agent && amounts)
    return otherTime.test(words) || termOf(agent, 'agent')?.tags[0] === 'anesthetic' ? 'other' : 'dose';
  if (labelWords.test(words)) {
    // "Site | No. | mL": figures that only number the rows name them, others count.
    const counts = index > 0 && /^(?:#|no|num|number)$/.test(words) && numeric && figures && !numbersRows(values);
    return counts ? 'count' : 'label';
  }
  if (agentWords.test(words) || mostly(grid, index, (cell) => cell.agent)) return 'agent';
  if (otherTime.test(words)) return 'other';
  const lesions = mentions.find((mention) => termOf(mention, 'noun')?.tags.includes('lesion'));
  const plural = termOf(lesions, 'noun')?.form === 'plural';
  if (numeric && figures && seenWords.test(words)) return 'seen';
  if (countWords.test(words)) return numeric ? 'count' : 'other';
  if (plural && !doseWords.test(words) && !sizeWords.test(words)) return numeric && figures ? 'count' : 'site';
  if (doseWords.test(words) && !concentration.test(words)) return 'dose';
  if (concentration.test(words)) return 'other';
  if (sizeWords.test(words)) return 'size';
  if (statusWords.test(words)) {
    if (!numeric && figures && values.every((value) => isAmountText(value) || isNothing(value))) return 'dose';
    return numeric && figures && /inj|treat|tx|given|done/.test(words) ? 'count' : 'status';
  }
  if (noteWords.test(words)) return 'notes';
  if (siteWords.test(words) || lesions) return 'site';
  return 'other';
}

const valuesOf = (grid: Grid, index: number): string[] =>
  grid.rows.flatMap(({ cells }) => {
    const cell = cells[index];
    return cell && !isTotalWord(cells) ? [cell.text] : [];
  });

/** "Total", "Sum" in a row's first cell that has anything. */
export const isTotalWord = (cells: readonly (Cell | null)[]): boolean =>
  /^(?:(?:sub|grand )?total|sum|tot)\b|^=/i.test(
    (cells.find((cell) => cell !== null)?.text ?? '').replace(/^[*_]+/, ''),
  );

function numbersRows(values: readonly string[]): boolean {
  const figures = values.map((value) => Number(value.replace(/^x\s?/i, '')));
  return figures.length > 1
    ? figures.every((figure, index) => index === 0 || figure > (figures[index - 1] ?? 0))
    : figures[0] === 1;
}

interface CellWords {
  readonly agent: boolean;
  readonly place: boolean;
}

function mostly(grid: Grid, index: number, test: (cell: CellWords) => boolean): boolean {
  const cells = grid.rows.flatMap(({ passage, cells: row }) => {
    const cell = row[index];
    if (!cell || isTotalWord(row)) return [];
    const mentions = mentionsIn(passage, cell.span);
    return [
      {
        agent: mentions[0]?.kind === 'agent',
        place: mentions.some((mention) => ['site', 'place', 'side'].includes(mention.kind)),
      },
    ];
  });
  return cells.length > 0 && cells.filter(test).length * 2 > cells.length;
}
