import { isMark, termOf } from '../lexicon/mention';
import type { ReadSentence } from './acts';
import { distinct } from './agent-finder';
import { agentsOf, hasOwnCodeAgent, type NamedAgent, numbs } from './agents';
import type { NoteDocument, Passage } from './document';
import { enumerationAt } from './enumeration';
import type { TallyRow } from './grids';
import { type Item, readItems } from './items';
import { type Sentence, spanOf } from './sentences';
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
export function readLists(
  document: NoteDocument,
  sentences: readonly ReadSentence[],
  tables: readonly LesionTable[],
  tallies: readonly TallyRow[],
): LesionList[] {
  const lists: LesionList[] = [];
  const inTable = new Set<Passage>();
  for (const table of tables) {
    const given = table.kind === 'given' && table.header.day !== 'past' && givenSections.has(table.header.kind);
    if (!given && !isPlain(document, { kind: table.header.kind, passage: table.header })) continue;
    for (const row of [table.header, ...table.rows]) inTable.add(row);
    lists.push(...tableLists(table, sentences));
  }
  for (const { passage } of tallies) inTable.add(passage);
  lists.push(...tallyLists(tallies, sentences));
  lists.push(
    ...readRuns(
      document,
      sentences.filter(({ sentence }) => !inTable.has(sentence.passage)),
    ),
  );
  return lists;
}

/** The lists of a table, one for each agent that its rows or columns name. */
function tableLists(table: LesionTable, sentences: readonly ReadSentence[]): LesionList[] {
  const before = sentences.findLast(({ sentence }) => sentence.passage.block.start < table.header.block.start) ?? null;
  const headers = sentences.filter(({ sentence }) => sentence.passage === table.header);
  return table.parts.map((part) => {
    const rows = new Set(part.rows);
    return {
      items: part.items,
      sentences: sentences.filter(({ sentence }) => rows.has(sentence.passage)),
      intro: before,
      selfEvident: table.kind === 'given',
      agents: part.agents.length > 0 ? distinct(part.agents) : [headers[0] ?? null, before].flatMap(introAgents),
      total: table.parts.length === 1 ? table.total : null,
      blank: false,
    };
  });
}

/** The lines of a form that count injected lesions. */
function tallyLists(tallies: readonly TallyRow[], sentences: readonly ReadSentence[]): LesionList[] {
  return tallies.flatMap(({ passage, items, blank }) => {
    const own = sentences.filter(({ sentence }) => sentence.passage === passage);
    if (items.length === 0 && !blank) return [];
    return [{ items, sentences: own, intro: null, selfEvident: true, agents: [], total: null, blank }];
  });
}

function isPlain(document: NoteDocument, sentence: Pick<Sentence, 'kind' | 'passage'>): boolean {
  const { kind, passage } = sentence;
  return passage.day !== 'past' && treatedSections.has(kind) && (kind !== 'plan' || document.soap);
}

function readRuns(document: NoteDocument, sentences: readonly ReadSentence[]): LesionList[] {
  const lists: LesionList[] = [];
  let run: { read: ReadSentence; items: Item[] }[] = [];
  const agents = new Set<string>();
  let gap = 0;
  let start = 0;
  /** Places without a number right before and behind the entries of the run. */
  let bare: { read: ReadSentence; items: Item[] }[] = [];
  const flush = () => {
    const list = toList(withBare(run, bare), sentences[start - 1] ?? null);
    if (list) lists.push(list);
    run = [];
    bare = [];
    agents.clear();
    gap = 0;
  };
  for (const [index, read] of sentences.entries()) {
    const { passage } = read.sentence;
    const items = isPlain(document, read.sentence) ? listItems(read, run.length > 0, sentences[index - 1] ?? null) : [];
    if (items.length > 0) {
      const previous = run[run.length - 1]?.read.sentence.passage;
      const turned = otherAgents(agents, read);
      if (turned || (previous && previous !== passage && !sameList(previous, passage))) flush();
      if (run.length === 0) {
        bare = bare.filter((entry) => isSister(entry.read, read));
        start = index - bare.length;
      }
      run.push({ read, items });
      for (const agent of agentsOf(read.sentence)) agents.add(agent.name);
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

/** "- chin" among "- R cheek x3": a place alone on its line. */
function barePlace(read: ReadSentence): Item | null {
  const { sentence, groups } = read;
  const [group] = groups;
  const { block, label } = sentence.passage;
  if (!group || groups.length > 1 || read.acts.length > 0 || label !== null) return null;
  if ((block.marker === null && block.indent < 2) || sentence.index > 0 || block.end - block.start > 40) return null;
  if (!group.placed || group.quantity || group.relation || group.unit || group.noun?.form === 'plural') return null;
  const rest = sentence.mentions.filter((_, at) => at < group.first || at >= group.last);
  return rest.every((mention) => isMark(mention, ',', '.', '-', '(', ')')) ? placeItem(sentence, group) : null;
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

/** Another agent begins another list. */
function otherAgents(before: ReadonlySet<string>, next: ReadSentence): boolean {
  const now = agentsOf(next.sentence);
  return before.size > 0 && now.length > 0 && !now.some((agent) => before.has(agent.name));
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
  const ticked = tickedPlaces(read);
  if (ticked.length > 0) return ticked;
  const items = readItems(sentence, read.groups).filter((item) => !item.whole && isEntry(item));
  const opening = openingOf(read);
  if (opening !== null) {
    const inside = items.filter((item) => item.span.start >= opening);
    return inside.length > 0 ? inside : readEnumeration(read, opening);
  }
  if (isItemized(read, items))
    return items.filter((item) => item.dose !== null || item.given || item.excluded !== null);
  // Without a verb a short line with a place and an amount is an entry: "R ear lobe keloid, one syringe."
  const fragment =
    sentence.mentions.length <= 10 &&
    !read.acts.some((act) => !act.nominal) &&
    items.some((item) => item.dose !== null || item.given);
  const told = read.acts.some(
    (act) => act.role === 'inject' && act.status === 'performed' && !(act.nominal && fragment) && act.groups.some(says),
  );
  const seen = read.acts.some((act) => (act.role === 'observe' || act.role === 'neutral') && act.groups.some(says));
  const valued = items.filter((item) => !(item.marked && item.dose === null && sentence.mentions.length > 10));
  // "Lesions injected with Kenalog 10: right cheek (2), left cheek (1)"
  const colon = sentence.mentions.find((mention) => isMark(mention, ':'));
  const behind = colon ? items.filter((item) => item.span.start >= sentence.passage.offset + colon.start) : [];
  if (told && behind.length >= 2 && distinct(agentsOf(sentence)).length <= 1) return behind;
  const short = sentence.mentions.length <= 8 && agentsOf(sentence).length === 0;
  if (told && !(short && valued.some((item) => item.marked || item.excluded))) return [];
  if (seen && !valued.some((item) => item.dose !== null || item.given || item.excluded)) return [];
  const row = fragment || isRow(sentence) || inRun || endsWithColon(before);
  return valued.length >= 2 || row ? valued : [];
}

/** "[x] R ear  [ ] L ear  [x] chest": the ticked places of a line, or of what stands behind "injected:", that holds nothing else. */
function tickedPlaces(read: ReadSentence): Item[] {
  const { sentence, groups, acts } = read;
  const { mentions } = sentence;
  const first = mentions.findIndex((mention) => mention.kind === 'box');
  const opens = first === 0 ? mentions[0]?.start === 0 && acts.length === 0 : isMark(mentions[first - 1], ':');
  const leads =
    first === 0 || acts.some((act) => act.role === 'inject' && act.status === 'performed' && act.at < first);
  if (first < 0 || !opens || !leads || mentions.slice(first).some((mention) => mention.skipped > 0)) return [];
  const options = groups.filter((group) => group.first >= first);
  const ticked = options.every((group) => {
    const box = mentions[group.first - 1];
    const counts = group.placed && group.unit === null && (group.quantity?.kind ?? 'exact') === 'exact';
    return counts && box?.kind === 'box' && box.mark === 'x';
  });
  return ticked ? options.map((group) => placeItem(sentence, group)) : [];
}

const isOpenOption = ({ sentence }: ReadSentence): boolean =>
  sentence.mentions.length > 0 && sentence.mentions.every((mention) => mention.kind === 'box' && mention.mark !== 'x');

const says = (group: ReadSentence['groups'][number]): boolean =>
  group.unit === null && (group.quantity !== null || group.labels.length > 0 || group.noun !== null);

/** True when a sentence gives each of several lesions its own amount: its entries count, not its phrases. */
export function isItemized(read: ReadSentence, items: readonly Item[] = itemsOf(read)): boolean {
  // "all three keloids, 0.2 mL for each ear and 0.6 mL for the shoulder": the number is told.
  const told = read.groups.some(
    (group) =>
      group.unit === null &&
      group.noun?.form === 'plural' &&
      group.quantity?.kind === 'exact' &&
      group.quantity.n > 1 &&
      !group.times &&
      !group.placed,
  );
  if (told) return false;
  const agents = distinct(agentsOf(read.sentence));
  return agents.length <= 1 && items.filter((item) => item.dose !== null || item.given).length >= 2;
}

export const itemsOf = (read: ReadSentence): Item[] =>
  readItems(read.sentence, read.groups).filter((item) => !item.whole && isEntry(item));

/** Where the enumeration behind a stated number opens ("5 patches (…", "6 keloids: …"), or `null`. */
function openingOf(read: ReadSentence): number | null {
  const head = read.groups.find(
    (group) =>
      group.unit === null &&
      group.noun?.form === 'plural' &&
      group.quantity?.kind === 'exact' &&
      group.sites.length < 2,
  );
  if (!head) return null;
  const opening = enumerationAt(read.sentence, head, read.groups);
  const mark = opening < 0 ? undefined : read.sentence.mentions[opening];
  return mark ? read.sentence.passage.offset + mark.start : null;
}

/** Places told one by one behind a colon: "6 keloids: midsternal, L parasternal upper, R parasternal". */
function readEnumeration(read: ReadSentence, opening: number): Item[] {
  const { sentence } = read;
  const { offset } = sentence.passage;
  const items: Item[] = [];
  let current: ReadSentence['groups'][number] | null = null;
  let crowded = false;
  const from = sentence.mentions.findIndex((mention) => offset + mention.start === opening) + 1;
  const close = () => {
    if (current) items.push(placeItem(sentence, current));
    current = null;
  };
  for (let at = from; at < sentence.mentions.length; at += 1) {
    const mention = sentence.mentions[at];
    if (!mention) break;
    const group = read.groups.find((candidate) => candidate.first === at);
    if (group) {
      if (current || group.unit || (group.sites.length === 0 && group.noun === null))
        crowded ||= current !== null && group.sites.length > 0;
      else current = group;
      at = group.last - 1;
    } else if (isMark(mention, ',', ';', '.', ')') || termOf(mention, 'conj')) close();
    else if (mention.kind === 'act' || mention.kind === 'agent') crowded = true;
    if (mention.skipped > 2) crowded = true;
  }
  close();
  return crowded || items.length < 2 ? [] : items;
}

function placeItem(sentence: Sentence, group: ReadSentence['groups'][number]): Item {
  return {
    sentence,
    span: spanOf(sentence, group.first, group.last),
    sites: group.sites,
    placed: group.placed,
    labels: group.labels,
    noun: group.noun,
    lesions:
      group.quantity?.kind === 'exact'
        ? group.quantity.n
        : group.relation === 'both'
          ? 2
          : Math.max(1, group.labels.length),
    counted: group.quantity !== null,
    dose: null,
    size: null,
    marked: false,
    given: false,
    excluded: null,
    whole: false,
  };
}

/** "scalp patches 0.5 mL": more than one lesion, and no number. */
export const isOpen = (item: Item): boolean =>
  item.noun?.form === 'plural' && !item.counted && item.labels.length === 0;

function isEntry(item: Item): boolean {
  const named = item.sites.length > 0 || item.labels.length > 0 || item.noun?.tags.includes('lesion') || item.placed;
  if (isOpen(item) && item.sites.length === 0) return false;
  const valued = item.dose !== null || item.counted || item.marked || item.given || item.excluded !== null;
  return named && valued;
}

function isRow(sentence: Sentence): boolean {
  const { block, label } = sentence.passage;
  return (
    block.marker !== null ||
    block.cells !== null ||
    block.indent >= 2 ||
    (label?.kind === 'other' && sentence.index === 0)
  );
}

function endsWithColon(read: ReadSentence | null): boolean {
  return read?.sentence.passage.text.trimEnd().endsWith(':') ?? false;
}

const introAgents = (intro: ReadSentence | null): readonly NamedAgent[] =>
  intro ? distinct(agentsOf(intro.sentence)) : [];

function toList(run: readonly { read: ReadSentence; items: Item[] }[], before: ReadSentence | null): LesionList | null {
  const items = run.flatMap((entry) => entry.items);
  if (items.length === 0) return null;
  const sentences = run.map((entry) => entry.read);
  const given = items.some((item) => item.dose !== null && givesVolume(item));
  const agents = sentences.flatMap(({ sentence }) => agentsOf(sentence));
  return {
    items,
    sentences,
    intro: before,
    selfEvident: given || items.some((item) => item.marked),
    agents: agents.length > 0 ? distinct(agents) : introAgents(before),
    total: null,
    blank: false,
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
