import { type Mention, termOf } from '../lexicon/mention';
import type { BlockReading } from '../lexicon/read';
import { kept } from '../note/kept';
import { endsStep, type Steps } from '../note/steps';
import { isLesional } from './agents';
import type { NoteDocument, Passage } from './document';
import { type Group, readGroups } from './groups';
import type { Item } from './items';
import { type Sentence, sentencesOf } from './sentences';
import { isNumber } from './table-columns';
import { type Cell, cellsOf, mentionsIn, nearestTitle, styleOf } from './table-layout';

/** A line of a form that says of each part of the body how many lesions something was done to. */
export interface TallyRow {
  readonly passage: Passage;
  /** One entry for each number that counts injected lesions; none where the line counts something else. */
  readonly items: readonly Item[];
  /** It asks for the injected lesions, its box is ticked, and nothing is written. */
  readonly blank: boolean;
  /** The titles it stands under, where the line itself is a place and its numbers are parts of one count. */
  readonly under: readonly Cell[] | null;
}

interface Value {
  readonly cell: Cell;
  readonly group: Group | null;
  readonly n: number | null;
}

/**
 * Reads forms that count by place: "Injected   4   3" under "R foot   L foot", or with the places in the line
 * ("Scars injected   R 2   L 1").
 */
export function* tallySteps(document: NoteDocument, taken: ReadonlySet<Passage>): Steps<TallyRow[]> {
  const rows: TallyRow[] = [];
  let heads: readonly Cell[] = [];
  /** What the lines above count ("Warts counted"). */
  let noun: Item['noun'] = null;
  /** What was drawn up stands in the lines above. */
  let drawn = false;
  for (const [index, passage] of document.passages.entries()) {
    if (endsStep(index)) yield;
    if (taken.has(passage) || passage.kind === 'coding' || passage.day === 'past') continue;
    const style = passage.block.cells ? styleOf(document, passage) : 'gaps';
    const cells = passage.block.cells ? cellsOf(document, passage, style).filter((cell) => cell.text !== '') : [];
    if (cells.length >= 2 && cells.every((cell) => isPlace(passage, cell))) {
      heads = cells;
      noun = null;
      continue;
    }
    noun = lesionNamed(passage.reading) ?? noun;
    drawn ||= namesDrug(passage.reading);
    const row = cells.length >= 2 ? readTally(passage, cells, heads, drawn) : null;
    if (row) rows.push({ ...row, items: row.items.map((item) => ({ ...item, noun })) });
    else if (passage.block.detached) heads = [];
  }
  return rows;
}

const lesionNamed = kept(({ mentions }: BlockReading): Item['noun'] => {
  for (const mention of mentions) {
    const noun = termOf(mention, 'noun');
    if (noun?.tags.includes('lesion')) return noun;
  }
  return null;
});

const namesDrug = kept(({ mentions }: BlockReading): boolean => mentions.some(isLesional));

const placeKinds: readonly Mention['kind'][] = ['side', 'site', 'place'];

function isPlace(passage: Passage, cell: Cell): boolean {
  const mentions = mentionsIn(passage, cell.span);
  return mentions.length > 0 && mentions.every((mention) => placeKinds.includes(mention.kind) && mention.skipped === 0);
}

function readTally(passage: Passage, cells: readonly Cell[], heads: readonly Cell[], drawn: boolean): TallyRow | null {
  const [sentence] = sentencesOf(passage);
  if (!sentence) return null;
  const items: Item[] = [];
  let label: Cell | null = null;
  let injected = false;
  let placed = false;
  let blank = false;
  let numbers = 0;
  for (const cell of cells.flatMap(atColon)) {
    const value = readValue(passage, cell, heads);
    if (value) {
      if (!label) return null;
      numbers += 1;
      if (injected && value.n !== null) items.push(tallyItem(sentence, value.n, value, heads));
      else if (injected) blank = true;
    } else {
      label = cell;
      // A grid of places by sides, under the drug, counts what got it.
      placed = drawn && heads.length > 1 && isPlace(passage, cell);
      injected = placed || namesInjected(passage, cell);
    }
  }
  if (numbers < 2) return null;
  const ticked = passage.reading.mentions.some((mention) => mention.kind === 'box' && mention.mark === 'x');
  return { passage, items, blank: blank && ticked && items.length === 0, under: placed ? heads : null };
}

/** "Scars injected:  R hand 2": a label and the first value in one cell. */
function atColon(cell: Cell): readonly Cell[] {
  const colon = cell.text.indexOf(':');
  const behind = cell.text.slice(colon + 1);
  if (colon < 1 || !/^\s+\S.*\d$/.test(behind)) return [cell];
  const start = cell.span.end - behind.trimStart().length;
  return [
    { ...cell, text: cell.text.slice(0, colon), span: { start: cell.span.start, end: cell.span.start + colon } },
    { ...cell, text: behind.trim(), span: { start, end: cell.span.end } },
  ];
}

/** "4" or "____" under a place, "R 2", "L foot: 1" with its own. */
function readValue(passage: Passage, cell: Cell, heads: readonly Cell[]): Value | null {
  if (heads.length > 0 && isNumber(cell.text)) return { cell, group: null, n: Number(cell.text.replace(/\D/g, '')) };
  if (heads.length > 0 && /^(?:-|\u2013|nt|n\/t|none)$/i.test(cell.text)) return { cell, group: null, n: 0 };
  if (heads.length > 0 && /^_{2,}$/.test(cell.text)) return { cell, group: null, n: null };
  const words = cell.text.split(' ').filter((word) => word !== '');
  const figure = /^x?(\d{1,3}|_{2,})$/i.exec(words[words.length - 1] ?? '')?.[1];
  const place = words.slice(0, -1);
  if (!figure || place.length === 0 || place.length > 4 || !place.every((word) => /^[A-Za-z]{1,15}:?$/.test(word)))
    return null;
  const groups = readGroups(mentionsIn(passage, cell.span));
  const group = groups.find((candidate) => candidate.placed || candidate.sites.length > 0) ?? null;
  if (!group || groups.some((candidate) => candidate.noun !== null || candidate.unit !== null)) return null;
  return { cell, group, n: figure.startsWith('_') ? null : Number(figure) };
}

/** The line counts what was injected: it names the injection and nothing that is done instead. */
function namesInjected(passage: Passage, cell: Cell): boolean {
  const acts = mentionsIn(passage, cell.span).flatMap((mention) => termOf(mention, 'act') ?? []);
  return acts.some((act) => act.value === 'inject') && !acts.some((act) => act.tags.includes('exclude'));
}

function tallyItem(sentence: Sentence, n: number, value: Value, heads: readonly Cell[]): Item {
  const head = value.group ? null : nearestTitle(value.cell, heads);
  return {
    sentence,
    span: value.cell.span,
    sites: value.group?.sites ?? (head ? [head.text] : []),
    placed: true,
    labels: [],
    noun: null,
    lesions: n,
    counted: true,
    dose: null,
    size: null,
    marked: true,
    given: false,
    excluded: n === 0 ? 'not-injected' : null,
    whole: false,
    places: false,
  };
}
