import { isVolume } from '../lexicon/mention';
import { endsStep, type Steps } from '../note/steps';
import type { ReadSentence } from './acts';
import { distinct } from './agent-finder';
import { agentsOf, type NamedAgent, namesAgent, numbs } from './agents';
import type { NoteDocument, Passage } from './document';
import type { TallyRow } from './grids';
import type { Item } from './items';
import { barePlace, listItems } from './list-entries';
import { PlacedSentences } from './placed-sentences';
import type { Sentence } from './sentences';
import type { LesionTable } from './tables';

/** A run of list entries that stand together: rows, items, or clauses of one sentence. */
export interface LesionList {
  readonly items: readonly Item[];
  /** The sentences it stands in, in order. */
  readonly sentences: readonly ReadSentence[];
  /** What leads to it: the sentence before a colon, the header row. */
  readonly intro: ReadSentence | null;
  /** A table under its own header, or entries with amounts or marks: the entries themselves say what was given. */
  readonly selfEvident: boolean;
  /** The agents the list was given, from its own words or its intro. */
  readonly agents: readonly NamedAgent[];
  /** How many lesions a total row under the entries states. */
  readonly total: number | null;
  /** A form asks for the injected lesions and leaves their number open. */
  readonly blank: boolean;
}

/** Sections whose lists may be lists of what was injected today. */
const treatedSections = new Set([
  'procedure',
  'nursing',
  'other',
  'header',
  'today',
  'assessment-plan',
  'procedure-aside',
  'addendum',
  'plan',
]);

/** Sections where a table that says what each lesion got tells of today. */
const givenSections = new Set([...treatedSections, 'exam', 'data', 'assessment']);

/** Finds the lists of lesions of the note, tables first. */
export function* listSteps(
  document: NoteDocument,
  sentences: readonly ReadSentence[],
  tables: readonly LesionTable[],
  tallies: readonly TallyRow[],
): Steps<LesionList[]> {
  const lists: LesionList[] = [];
  const placed = new PlacedSentences(sentences);
  const inTable = new Set<Passage>();
  for (const table of tables) {
    const given = table.kind === 'given' && table.header.day !== 'past' && givenSections.has(table.header.kind);
    if (!given && !isPlain(document, { kind: table.header.kind, passage: table.header })) continue;
    for (const row of [table.header, ...table.rows]) inTable.add(row);
    lists.push(...tableLists(table, placed));
  }
  for (const { passage } of tallies) inTable.add(passage);
  lists.push(...tallyLists(tallies, placed));
  lists.push(
    ...(yield* runSteps(
      document,
      sentences.filter(({ sentence }) => !inTable.has(sentence.passage)),
    )),
  );
  return lists;
}

/** The lists of a table, one for each agent that its rows or columns name. */
function tableLists(table: LesionTable, sentences: PlacedSentences): LesionList[] {
  const before = sentences.lastBefore(table.header);
  const headers = sentences.of([table.header]);
  return table.parts.map((part) => {
    return {
      items: part.items,
      sentences: sentences.of(part.rows),
      intro: before,
      selfEvident: table.kind === 'given',
      agents: part.agents.length > 0 ? distinct(part.agents) : [headers[0] ?? null, before].flatMap(introAgents),
      total: table.parts.length === 1 ? table.total : null,
      blank: false,
    };
  });
}

/** The lines of a form that count injected lesions; those of one grid of places and sides are one list. */
function tallyLists(tallies: readonly TallyRow[], sentences: PlacedSentences): LesionList[] {
  const lists: LesionList[] = [];
  let under: TallyRow['under'] = null;
  for (const row of tallies) {
    if (row.items.length === 0 && !row.blank) continue;
    const own = sentences.of([row.passage]);
    const before = row.under !== null && row.under === under ? lists.pop() : undefined;
    under = row.under;
    lists.push({
      items: [...(before?.items ?? []), ...row.items],
      sentences: [...(before?.sentences ?? []), ...own],
      intro: null,
      selfEvident: true,
      agents: [],
      total: null,
      blank: row.blank,
    });
  }
  return lists;
}

function isPlain(document: NoteDocument, sentence: Pick<Sentence, 'kind' | 'passage'>): boolean {
  const { kind, passage } = sentence;
  return passage.day !== 'past' && treatedSections.has(kind) && (kind !== 'plan' || document.soap);
}

function* runSteps(document: NoteDocument, sentences: readonly ReadSentence[]): Steps<LesionList[]> {
  const lists: LesionList[] = [];
  let run: { read: ReadSentence; items: Item[] }[] = [];
  const agents = new Set<string>();
  let around: { readonly agents: NamedAgent[]; given: boolean } = { agents: [], given: false };
  let gap = 0;
  let start = 0;
  /** Places without a number right before and behind the entries of the run. */
  let bare: { read: ReadSentence; items: Item[] }[] = [];
  const flush = () => {
    const list = toList(withBare(run, bare), sentences[start - 1] ?? null, around);
    if (list) lists.push(list);
    run = [];
    bare = [];
    agents.clear();
    around = { agents: [], given: false };
    gap = 0;
  };
  for (const [index, read] of sentences.entries()) {
    if (endsStep(index)) yield;
    const { passage } = read.sentence;
    const items = isPlain(document, read.sentence) ? listItems(read, run.length > 0, sentences[index - 1] ?? null) : [];
    if (items.length > 0) {
      const previous = run[run.length - 1]?.read.sentence.passage;
      const named = agentsAround(sentences, index);
      const turned = otherAgents(agents, named.agents);
      if (turned || (previous && previous !== passage && !sameList(previous, passage))) flush();
      if (run.length === 0) {
        bare = bare.filter((entry) => isSister(entry.read, read));
        start = index - bare.length;
      }
      run.push({ read, items });
      for (const agent of named.agents) agents.add(agent.name);
      around.agents.push(...named.agents);
      around.given ||= named.given || isDatedRow(read);
      gap = 0;
      continue;
    }
    const place = isPlain(document, read.sentence) ? barePlace(read) : null;
    if (place && (run.length === 0 || isSister(run[0]?.read ?? read, read))) bare.push({ read, items: [place] });
    else if (run.length === 0) bare = [];
    else if (!isOpenOption(read)) {
      gap += 1;
      if (gap > 1 || passage.block.kind === 'heading') flush();
    }
  }
  flush();
  return lists;
}

/** A row of the same list: in the same section, as far in, and with a bullet where the other has one. */
function isSister(a: ReadSentence, b: ReadSentence): boolean {
  const [one, other] = [a.sentence.passage, b.sentence.passage];
  const alike =
    (one.block.marker === null) === (other.block.marker === null) && one.block.indent === other.block.indent;
  return alike && one.section === other.section && !other.block.detached;
}

/** A bare place counts one among entries that are counted; among entries with amounts it may have got none. */
function withBare(
  run: readonly { read: ReadSentence; items: Item[] }[],
  bare: readonly { read: ReadSentence; items: Item[] }[],
): readonly { read: ReadSentence; items: Item[] }[] {
  const items = run.flatMap((entry) => entry.items);
  const counts = items.some((item) => item.counted) && items.every((item) => item.dose === null);
  if (!counts || bare.length === 0) return run;
  return [...run, ...bare].sort((a, b) => a.read.sentence.span.start - b.read.sentence.span.start);
}

/** The agents of a run of entries, in order, and whether an amount of one is told beside them. */
interface Surroundings {
  readonly agents: readonly NamedAgent[];
  readonly given: boolean;
}

/** The agents that a sentence names, else those that its item names in other sentences, and whether an amount is told there. */
function agentsAround(sentences: readonly ReadSentence[], at: number): Surroundings {
  const read = sentences[at];
  const own = read ? agentsOf(read.sentence) : [];
  if (!read || own.length > 0 || read.sentence.passage.block.marker === null) return { agents: own, given: false };
  const naming = sentences
    .slice(Math.max(0, at - 6), at + 7)
    .filter((other) => other.sentence.passage === read.sentence.passage && namesAgent(other.sentence));
  const given = naming.some(({ sentence }) => !numbs(sentence) && sentence.mentions.some(isVolume));
  return { agents: naming.flatMap((other) => agentsOf(other.sentence)), given };
}

/** "2 Oct 25  sess 4  chest 2, both ears, others flat  1.4 mL": an entry of a running record with what was given in it. */
const isDatedRow = ({ sentence }: ReadSentence): boolean =>
  sentence.index === 0 && sentence.mentions[0]?.kind === 'date' && !numbs(sentence) && sentence.mentions.some(isVolume);

/** Another agent begins another list. */
function otherAgents(before: ReadonlySet<string>, now: readonly NamedAgent[]): boolean {
  return before.size > 0 && now.length > 0 && !now.some((agent) => before.has(agent.name));
}

/** Rows of one list stand in blocks of one shape: all items, all rows, or all under one intro. */
function sameList(a: Passage, b: Passage): boolean {
  if (a.sectionIndex !== b.sectionIndex && a.section !== b.section) return false;
  if (b.block.detached && a.block.marker === null && b.block.marker === null) return false;
  return true;
}

const isOpenOption = ({ sentence }: ReadSentence): boolean =>
  sentence.mentions.length > 0 && sentence.mentions.every((mention) => mention.kind === 'box' && mention.mark !== 'x');

const introAgents = (intro: ReadSentence | null): readonly NamedAgent[] =>
  intro ? distinct(agentsOf(intro.sentence)) : [];

function toList(
  run: readonly { read: ReadSentence; items: Item[] }[],
  before: ReadSentence | null,
  around: Surroundings,
): LesionList | null {
  const items = run.flatMap((entry) => entry.items);
  if (items.length === 0) return null;
  const sentences = run.map((entry) => entry.read);
  const given = items.some((item) => item.dose !== null && givesVolume(item));
  const own = sentences.flatMap(({ sentence }) => agentsOf(sentence));
  const agents = own.length > 0 ? own : around.agents;
  return {
    items,
    sentences,
    intro: before,
    selfEvident: given || around.given || readiesDrug(before) || items.some((item) => item.marked),
    agents: agents.length > 0 ? distinct(agents) : introAgents(before),
    total: null,
    blank: false,
  };
}

/** "K40 w/ 30g:" right before the entries: what they got, and through which needle. */
function readiesDrug(intro: ReadSentence | null): boolean {
  if (!intro?.sentence.passage.text.trimEnd().endsWith(':') || intro.acts.length > 0) return false;
  const { sentence } = intro;
  return (
    namesAgent(sentence) &&
    sentence.mentions.some((mention) => mention.kind === 'measure' && mention.dimension === 'gauge')
  );
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
