import { termOf } from '../lexicon/mention';
import { type ReadSentence, sectionStatus } from './acts';
import { agentsOf, hasOwnCodeAgent, type NamedAgent, numbs } from './agents';
import type { NoteDocument, Passage } from './document';
import { type Item, readItems } from './items';
import { readTables } from './tables';

/** A run of list entries that stand together: rows, items, or clauses of one sentence. */
export interface LesionList {
  readonly items: readonly Item[];
  /** The sentences it stands in, in order. */
  readonly sentences: readonly ReadSentence[];
  /** What leads to it: the sentence before a colon, the header row. */
  readonly intro: ReadSentence | null;
  /** A table under its own header, or entries with amounts or marks: the entries themselves say what was given. */
  readonly selfEvident: boolean;
  /** The agent the list was given, from its own words or its intro. */
  readonly agent: NamedAgent | null;
}

/** Sections whose lists may be lists of what was injected today. */
const treatedSections = new Set([
  'procedure',
  'nursing',
  'other',
  'header',
  'today',
  'assessment-plan',
  'assessment',
  'procedure-aside',
  'addendum',
  'plan',
  'complaint',
]);

/** Finds the lists of lesions of the note, tables first. */
export function readLists(document: NoteDocument, sentences: readonly ReadSentence[]): LesionList[] {
  const lists: LesionList[] = [];
  const inTable = new Set<Passage>();
  for (const table of readTables(document.passages)) {
    if (sectionStatus(document, table.header) !== null && !isPlain(document, table.header)) continue;
    for (const row of [table.header, ...table.rows.map(({ passage }) => passage)]) inTable.add(row);
    const own = sentences.filter(({ sentence }) => table.rows.some(({ passage }) => passage === sentence.passage));
    const intro = sentences.findLast(({ sentence }) => sentence.passage.block.start < table.header.block.start) ?? null;
    const items = table.rows.flatMap(({ item }) => (item ? [item] : []));
    if (items.length > 0) lists.push({ items, sentences: own, intro, selfEvident: true, agent: null });
  }
  lists.push(
    ...readRuns(
      document,
      sentences.filter(({ sentence }) => !inTable.has(sentence.passage)),
    ),
  );
  return lists;
}

function isPlain(document: NoteDocument, passage: Passage): boolean {
  return (
    passage.day === 'today' &&
    treatedSections.has(passage.kind) &&
    (passage.kind !== 'plan' || document.soap) &&
    passage.kind !== 'complaint'
  );
}

function readRuns(document: NoteDocument, sentences: readonly ReadSentence[]): LesionList[] {
  const lists: LesionList[] = [];
  let run: { read: ReadSentence; items: Item[] }[] = [];
  let gap = 0;
  let start = 0;
  const flush = () => {
    const list = toList(run, sentences[start - 1] ?? null);
    if (list) lists.push(list);
    run = [];
    gap = 0;
  };
  for (const [index, read] of sentences.entries()) {
    const { passage } = read.sentence;
    const items = isPlain(document, passage) ? listItems(read, run.length > 0, sentences[index - 1] ?? null) : [];
    if (items.length > 0) {
      const previous = run[run.length - 1]?.read.sentence.passage;
      if (previous && previous !== passage && !sameList(previous, passage)) flush();
      if (run.length === 0) start = index;
      run.push({ read, items });
      gap = 0;
    } else if (run.length > 0) {
      gap += 1;
      if (gap > 1 || passage.block.kind === 'heading') flush();
    }
  }
  flush();
  return lists;
}

/** Rows of one list stand in blocks of one shape: all items, all rows, or all under one intro. */
function sameList(a: Passage, b: Passage): boolean {
  if (a.sectionIndex !== b.sectionIndex && a.section !== b.section) return false;
  if (b.block.detached && a.block.marker === null && b.block.marker === null) return false;
  return true;
}

/** The entries of a sentence when it is part of a list. */
function listItems(read: ReadSentence, inRun: boolean, before: ReadSentence | null): Item[] {
  const { sentence } = read;
  if (hasOwnCodeAgent(sentence) || (numbs(sentence) && agentsOf(sentence).length === 0)) return [];
  const items = readItems(sentence, read.groups).filter((item) => !item.whole && isEntry(item));
  const row = isRow(sentence.passage) || inRun || endsWithColon(before);
  if (items.length >= 2) return items;
  const [only] = items;
  if (!only || !row) return [];
  // One entry alone is a row only where it names its lesion; a sentence that tells an act is a statement.
  const tells = read.acts.some(
    (act) =>
      act.role === 'inject' && act.strength === 'strong' && !act.nominal && act.groups.length > 0 && !only.marked,
  );
  return tells ? [] : items;
}

function isEntry(item: Item): boolean {
  const named = item.sites.length > 0 || item.labels.length > 0 || item.noun !== null;
  const valued = item.dose !== null || item.counted || item.marked || item.excluded !== null;
  return named && valued;
}

function isRow(passage: Passage): boolean {
  return (
    passage.block.marker !== null ||
    passage.block.cells !== null ||
    passage.block.label !== null ||
    passage.block.indent >= 2
  );
}

function endsWithColon(read: ReadSentence | null): boolean {
  return read !== null && read.sentence.passage.text.trimEnd().endsWith(':');
}

function toList(run: readonly { read: ReadSentence; items: Item[] }[], before: ReadSentence | null): LesionList | null {
  const items = run.flatMap((entry) => entry.items);
  if (items.length === 0) return null;
  const sentences = run.map((entry) => entry.read);
  const given = items.some((item) => item.dose !== null && givesVolume(item));
  const agents = sentences.flatMap(({ sentence }) => agentsOf(sentence));
  const introAgents = before ? agentsOf(before.sentence) : [];
  return {
    items,
    sentences,
    intro: before,
    selfEvident: given || items.some((item) => item.marked),
    agent: agents[0] ?? introAgents[introAgents.length - 1] ?? null,
  };
}

/** An amount in mL or units is given to a lesion; one in mg alone may be a tablet. */
function givesVolume(item: Item): boolean {
  const { dose, sentence } = item;
  if (!dose) return false;
  const mention = sentence.mentions.find((candidate) => sentence.passage.offset + candidate.start === dose.start);
  if (mention?.kind !== 'measure') return true;
  return mention.dimension === 'volume' || (mention.dimension === 'activity' && mention.amount !== null);
}

/** The lesions of a list that received the agent. */
export function listedLesions(items: readonly Item[]): number {
  const seen = new Set<string>();
  let sum = 0;
  for (const item of items) {
    if (item.excluded !== null) continue;
    const fresh = item.labels.filter((label) => !seen.has(label));
    for (const label of item.labels) seen.add(label);
    sum += item.labels.length > 0 && item.lesions === item.labels.length ? fresh.length : item.lesions;
  }
  return sum;
}

/** True when words of the sentence say that it speaks of a total ("total: 5", "sum"). */
export function saysTotal(read: ReadSentence): boolean {
  return read.sentence.mentions.some((mention) => termOf(mention, 'relation')?.value === 'total');
}
