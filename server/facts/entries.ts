import { isMark, termOf } from '../lexicon/mention';
import type { Span } from '../note/span';
import type { ReadSentence } from './acts';
import { AgentFinder } from './agent-finder';
import { agentsOf, leadingAgent, type NamedAgent } from './agents';
import { type Claim, type Count, claimSpan, isShare, quoteOf, resolve, type Whole } from './claims';
import { enumerationAt } from './enumeration';
import type { Group } from './groups';
import { isItemized, type LesionList, listedLesions } from './lists';
import type { Treatment, TreatmentReading } from './treatment';

/** One agent's part of today's injections, with every statement of how many lesions it went into. */
export interface Entry {
  /** All agents that went into the same lesions. */
  readonly agents: readonly string[];
  readonly agentSpans: readonly Span[];
  readonly claims: readonly Claim[];
  readonly treatments: readonly Treatment[];
  readonly lists: readonly LesionList[];
}

interface Draft {
  agents: string[];
  agentSpans: Span[];
  claims: Claim[];
  treatments: Treatment[];
  lists: LesionList[];
}

/** Sorts claims by the agent they were told of, and joins agents that went into the same lesions. */
export function readEntries(reading: TreatmentReading): Entry[] {
  const entries = new Map<string, Draft>();
  const whole: Whole = { n: null, treated: 0 };
  const finder = new AgentFinder(reading.sentences);
  const draftFor = (agents: readonly NamedAgent[]): Draft => {
    const key = leadingAgent(agents.map((agent) => agent.name)) ?? '';
    let draft = entries.get(key);
    if (!draft) {
      draft = { agents: [], agentSpans: [], claims: [], treatments: [], lists: [] };
      entries.set(key, draft);
    }
    for (const agent of agents) {
      if (!draft.agents.includes(agent.name)) draft.agents.push(agent.name);
      draft.agentSpans.push(agent.span);
    }
    return draft;
  };
  for (const read of reading.sentences) {
    const own = reading.treatments.filter((treatment) => treatment.read === read);
    const list = reading.lists.find((candidate) => candidate.sentences[candidate.sentences.length - 1] === read);
    if (own.length > 0) addStatements(read, own, whole, finder, draftFor);
    else {
      addField(read, reading, finder, draftFor, whole);
      observe(read, whole);
    }
    if (list) addList(list, reading, finder, draftFor, whole);
  }
  for (const title of reading.titles) {
    const agents = finder.of(title.read);
    if (entries.size === 0 || entries.has(leadingAgent(agents.map((agent) => agent.name)) ?? ''))
      draftFor(agents).treatments.push(title);
  }
  return mergeUnnamed([...entries.values()]);
}

/** Claims of a sentence that tells of an injection, split by agent where groups and agents take turns. */
function addStatements(
  read: ReadSentence,
  treatments: readonly Treatment[],
  whole: Whole,
  finder: AgentFinder,
  draftFor: (agents: readonly NamedAgent[]) => Draft,
): void {
  const groups = treatments.flatMap(({ act }) => act.groups.filter((group) => counts(read, group)));
  const unique = [...new Set(groups)].sort((a, b) => a.first - b.first);
  const before = read.acts
    .filter((act) => act.role !== 'inject' && act.role !== 'exclude')
    .flatMap((act) => [...act.groups]);
  for (const group of before) if (!unique.includes(group)) note(read, group, whole);
  for (const share of clausesOf(read, unique).flatMap((clause) => sharesOf(read, clause, finder))) {
    const draft = draftFor(share.agents);
    for (const treatment of treatments) if (!draft.treatments.includes(treatment)) draft.treatments.push(treatment);
    if (isItemized(read)) continue;
    const claim = toClaim(read, share.groups, whole, share.agents);
    if (claim) draft.claims.push(claim);
  }
}

/** Groups of a treated phrase that say which lesions, not how a dose was shared or where the needle went. */
function counts(read: ReadSentence, group: Group): boolean {
  if (group.unit || (isShare(read.sentence, group) && group.noun === null && group.quantity === null)) return false;
  if (isShare(read.sentence, group) && isNumbed(read, group)) return false;
  if (isAttempted(read, group) || isWholeOfParts(read, group)) return false;
  if (group.relation === 'total')
    return group.quantity !== null && group.bound === null && !followedByMeasure(read, group);
  return (
    group.quantity !== null ||
    group.relation !== null ||
    group.labels.length > 0 ||
    (group.noun?.tags.includes('lesion') ?? false)
  );
}

/** "Attempted three": what was tried, not what was done. */
const isAttempted = (read: ReadSentence, group: Group): boolean =>
  termOf(read.sentence.mentions[group.first - 1], 'cue')?.value === 'attempt';

/** "Of the nine keloids, five were injected": the nine are what the five are of. */
function isWholeOfParts(read: ReadSentence, group: Group): boolean {
  const { mentions } = read.sentence;
  let at = group.first - 1;
  while (mentions[at]?.kind === 'det') at -= 1;
  if (termOf(mentions[at], 'prep')?.value !== 'of') return false;
  return at === 0 || mentions[at - 1]?.kind === 'mark';
}

/** "lidocaine 0.5 mL each site, then methotrexate …": what was numbed. */
function isNumbed(read: ReadSentence, group: Group): boolean {
  const before = read.sentence.mentions.slice(0, group.first).findLast((mention) => mention.kind === 'agent');
  return before?.kind === 'agent' && before.term.tags[0] === 'anesthetic';
}

const followedByMeasure = (read: ReadSentence, group: Group): boolean =>
  read.sentence.mentions[group.last]?.kind === 'measure';

/** A semicolon parts two statements of one sentence. */
function clausesOf(read: ReadSentence, groups: readonly Group[]): Group[][] {
  const clauses: Group[][] = [[]];
  let from = 0;
  for (const group of groups) {
    const parted = read.sentence.mentions.slice(from, group.first).some((mention) => isMark(mention, ';'));
    if (parted && (clauses[clauses.length - 1]?.length ?? 0) > 0) clauses.push([]);
    clauses[clauses.length - 1]?.push(group);
    from = group.last;
  }
  return clauses;
}

interface Share {
  readonly agents: readonly NamedAgent[];
  readonly groups: readonly Group[];
}

/** "two chest keloids with fluorouracil and two shoulder keloids with triamcinolone": each group has its agent. */
function sharesOf(read: ReadSentence, groups: readonly Group[], finder: AgentFinder): Share[] {
  const agents = agentsOf(read.sentence);
  const names = new Set(agents.map((agent) => agent.name));
  const numbered = groups.filter((group) => group.quantity !== null || group.noun !== null);
  if (names.size < 2 || numbered.length < 2 || joined(read, agents)) return [{ agents: finder.of(read), groups }];
  const shares = new Map<string, { agents: NamedAgent[]; groups: Group[] }>();
  for (const group of groups) {
    const agent = agentOfGroup(read, group, groups, agents);
    if (!agent) return [{ agents, groups }];
    const share = shares.get(agent.name) ?? { agents: [agent], groups: [] };
    share.groups.push(group);
    shares.set(agent.name, share);
  }
  const again = [...shares.values()].some((share) => share.groups.some((group) => group.relation === 'same'));
  if (again || shares.size < 2) return [{ agents, groups: [...shares.values()][0]?.groups ?? groups }];
  return [...shares.values()];
}

/** The agent that comes with a group: the nearest one before the next group, else the nearest one before the group. */
function agentOfGroup(
  read: ReadSentence,
  group: Group,
  groups: readonly Group[],
  agents: readonly NamedAgent[],
): NamedAgent | undefined {
  const next = groups.find((other) => other.first >= group.last);
  const after = agents.find((agent) => agent.at >= group.last && (next === undefined || agent.at < next.first));
  const before = agents.findLast((agent) => agent.at < group.first);
  const withAfter =
    after &&
    read.sentence.mentions.slice(group.last, after.at).some((mention) => termOf(mention, 'prep')?.value === 'with');
  if (withAfter) return after;
  return before ?? after;
}

/** Two agents of one syringe: "mixed with", "plus", "+", "/", "and … in one syringe". */
function joined(read: ReadSentence, agents: readonly NamedAgent[]): boolean {
  const { mentions, passage } = read.sentence;
  const words = passage.text.slice(read.sentence.span.start - passage.offset, read.sentence.span.end - passage.offset);
  if (
    /\b(?:mixed|mixture|combined|combination|single syringe|one syringe|same syringe|admixed|compounded|together)\b/i.test(
      words,
    )
  )
    return true;
  return agents.some((agent, index) => {
    const other = agents[index + 1];
    if (!other || other.name === agent.name) return false;
    const between = mentions.slice(agent.at + 1, other.at);
    const plain = between.every(
      (mention) =>
        mention.kind === 'measure' ||
        mention.kind === 'number' ||
        isMark(mention, '/', '(', ')', ',', '+', '-') ||
        termOf(mention, 'conj') !== null ||
        termOf(mention, 'prep')?.value === 'with',
    );
    return (
      plain &&
      between.some(
        (mention) =>
          isMark(mention, '+', '/') || termOf(mention, 'conj') !== null || termOf(mention, 'prep')?.value === 'with',
      )
    );
  });
}

function toClaim(
  read: ReadSentence,
  groups: readonly Group[],
  whole: Whole,
  agents: readonly NamedAgent[],
): Claim | null {
  const usable = leadingGroups(read, groups);
  const total = usable.find((group) => group.relation === 'total');
  const parts = usable.filter((group) => group !== total);
  const counted = total ? resolve(total, whole) : combine(parts, whole);
  if (!counted) return null;
  const { passage } = read.sentence;
  const adds =
    parts.length > 0 &&
    parts.every(
      (group) => group.relation === 'additional' || group.relation === 'remaining' || group.relation === 'other',
    ) &&
    whole.treated > 0;
  if (counted.count.kind === 'exact') {
    whole.treated = adds ? whole.treated + counted.count.n : counted.count.n;
    if (whole.n === null) whole.n = counted.count.n;
  }
  const correction =
    passage.kind === 'addendum' ||
    read.sentence.mentions.some((mention) => termOf(mention, 'cue')?.value === 'correction');
  return {
    count: counted.count,
    source: 'statement',
    adds,
    same: parts.some((group) => group.relation === 'same'),
    weak: parts.length > 0 && parts.every((group) => group.quantity === null && isShare(read.sentence, group)),
    corrects: correction,
    sites: total ? [] : [...new Set(parts.flatMap((group) => group.sites))],
    agent: agents[0]?.name ?? null,
    sentence: read.sentence,
    span: claimSpan(read, usable, null),
    quote: quoteOf(read.sentence),
    how: counted.how,
  };
}

/** Several phrases of one act: numbers add up, a number outweighs words, singulars of different places count one each. */
function combine(groups: readonly Group[], whole: Whole): { count: Count; how: string } | null {
  const resolved = groups.flatMap((group) => {
    const found = resolve(group, whole);
    return found ? [{ group, ...found }] : [];
  });
  if (resolved.length === 0) return null;
  const odd = resolved.find(({ count }) => count.kind === 'contradiction');
  if (odd) return odd;
  const numbers = resolved.filter(({ count }) => count.kind === 'exact');
  if (numbers.length > 0) {
    const sum = numbers.reduce((total, { count }) => total + (count.kind === 'exact' ? count.n : 0), 0);
    const vague = resolved.find(
      ({ count, group }) => (count.kind === 'vague' || count.kind === 'range') && group.quantity !== null,
    );
    if (vague) return vague;
    const how =
      numbers.length > 1
        ? numbers.map(({ count }) => (count.kind === 'exact' ? count.n : 0)).join(' + ')
        : (numbers[0]?.how ?? '');
    return { count: { kind: 'exact', n: sum }, how };
  }
  const indefinite = resolved.find(({ count }) => count.kind === 'range' || count.kind === 'vague');
  if (indefinite) return indefinite;
  const plural = resolved.find(({ count }) => count.kind === 'plural');
  if (plural) return plural;
  const places = new Set(resolved.map(({ group }) => `${group.noun?.value ?? ''} ${group.sites.join(' ')}`));
  if (places.size > 1 && resolved.every(({ group }) => group.sites.length > 0))
    return { count: { kind: 'exact', n: places.size }, how: 'named one by one' };
  return resolved[0] ?? null;
}

/** The phrases before an enumeration opens: in "5 patches (2 R temporal, 2 vertex, 1 occiput)" the five. */
export function leadingGroups(read: ReadSentence, groups: readonly Group[]): readonly Group[] {
  const head = groups.find(
    (group) => group.quantity !== null || group.labels.length > 0 || group.relation !== null || group.noun !== null,
  );
  if (!head) return groups;
  const opening = enumerationAt(read.sentence, head);
  return opening < 0 ? groups : groups.filter((group) => group.first < opening);
}

/** "Number of lesions injected: 7", "Lesions treated: seven", "Site: left forearm nodule" in the record of a procedure. */
function addField(
  read: ReadSentence,
  reading: TreatmentReading,
  finder: AgentFinder,
  draftFor: (agents: readonly NamedAgent[]) => Draft,
  whole: Whole,
): void {
  const { passage } = read.sentence;
  const label = passage.label?.text.toLowerCase() ?? inlineLabel(read);
  if (passage.day !== 'today' || (passage.label && read.sentence.index > 0) || !label) return;
  const section = ['procedure', 'procedure-aside', 'header', 'other', 'nursing', 'today'].includes(passage.section);
  const names =
    /\b(?:lesions?|nodules?|patches|warts|keloids?|plaques?|tumou?rs?|cysts?|scars?|sites?|areas?|location|locations|number|no\.?|count|qty|target)\b/.test(
      label,
    );
  if (!section || !names || /biopsy|previous|prior|size|dose|volume/.test(label)) return;
  if (reading.treatments.length === 0 && reading.titles.length === 0) return;
  const first = read.groups.find(
    (group) => group.unit === null && (group.quantity !== null || group.labels.length > 0 || group.noun !== null),
  );
  const counted = first ? resolve(first, whole) : null;
  if (!first || !counted) return;
  const treats = /treat|inject|number|count|no\.|qty/.test(label);
  if (!treats && counted.count.kind !== 'singular' && first.quantity === null) return;
  const agents = finder.of(read);
  draftFor(agents).claims.push({
    count: counted.count,
    source: 'field',
    adds: false,
    same: false,
    weak: false,
    corrects: passage.section === 'addendum',
    sites: [],
    agent: agents[0]?.name ?? null,
    sentence: read.sentence,
    span: claimSpan(read, [first], null),
    quote: quoteOf(read.sentence),
    how: counted.how,
  });
}

/** "# of lesions: 5" inside running text: the words before the colon, where they name lesions and a number follows. */
function inlineLabel(read: ReadSentence): string {
  const { mentions, passage } = read.sentence;
  const colon = mentions.findIndex((mention) => isMark(mention, ':'));
  const first = mentions[0];
  const mark = mentions[colon];
  if (!first || !mark || colon > 4 || mentions[colon + 1]?.kind !== 'quantity') return '';
  return passage.text.slice(first.start, mark.start).toLowerCase();
}

function addList(
  list: LesionList,
  reading: TreatmentReading,
  finder: AgentFinder,
  draftFor: (agents: readonly NamedAgent[]) => Draft,
  whole: Whole,
): void {
  const [first] = list.sentences;
  if (!first) return;
  const told = list.sentences.some((read) => reading.treatments.some((treatment) => treatment.read === read));
  const led = list.intro !== null && reading.treatments.some((treatment) => treatment.read === list.intro);
  const titled = reading.titles.length > 0 || reading.treatments.length > 0;
  if (!told && !led && !(list.selfEvident && (titled || list.agents.length > 0 || reading.intralesional)) && !titled)
    return;
  const n = listedLesions(list.items);
  if (n === 0) return;
  const agents = list.agents.length > 0 ? list.agents : finder.of(list.intro ?? first);
  const draft = draftFor(agents);
  draft.lists.push(list);
  const spans = list.items.map((item) => item.span);
  const single =
    list.items.filter((item) => item.excluded === null).length === 1 &&
    !list.items.some((item) => item.counted || item.labels.length > 0);
  draft.claims.push({
    count: single ? { kind: 'singular' } : { kind: 'exact', n },
    source: 'list',
    adds: false,
    same: false,
    weak: false,
    corrects: false,
    sites: [],
    agent: agents[0]?.name ?? null,
    sentence: first.sentence,
    span: { start: Math.min(...spans.map((span) => span.start)), end: Math.max(...spans.map((span) => span.end)) },
    quote: quoteOf(first.sentence),
    how: `${n} listed`,
  });
  whole.treated = n;
  whole.n ??= n;
}

/** A sentence that injects nothing may still say how many lesions there are. */
function observe(read: ReadSentence, whole: Whole): void {
  const { passage } = read.sentence;
  if (
    passage.day !== 'today' ||
    passage.kind === 'template' ||
    passage.kind === 'other-person' ||
    passage.kind === 'consent'
  )
    return;
  if (
    read.acts.some(
      (act) =>
        ['past', 'planned', 'conditional', 'quoted', 'template', 'other-person'].includes(act.status) &&
        act.role === 'inject',
    )
  )
    return;
  for (const group of read.groups) {
    const act = read.acts.find((candidate) => candidate.groups.includes(group));
    if (act?.role === 'exclude') continue;
    note(read, group, whole);
  }
}

function note(read: ReadSentence, group: Group, whole: Whole): void {
  const { quantity } = group;
  if (group.unit || ['remaining', 'other', 'additional'].includes(group.relation ?? '')) return;
  if (group.labels.length > 1) {
    whole.n = group.labels.length;
    whole.treated = 0;
  }
  if (!quantity) return;
  const subject = read.sentence.mentions[group.last]?.kind === 'aux';
  const spoken = group.noun?.tags.includes('lesion') || (group.noun === null && subject);
  if (!spoken) return;
  if (quantity.kind === 'exact') {
    whole.n = quantity.n;
    whole.treated = 0;
  } else if (quantity.kind === 'part') {
    whole.n = quantity.of;
    whole.treated = 0;
  }
}

/** Statements without an agent belong to the one agent there is; agents given in one syringe are one entry. */
function mergeUnnamed(drafts: readonly Draft[]): Entry[] {
  const named = drafts.filter((draft) => draft.agents.length > 0);
  const unnamed = drafts.filter((draft) => draft.agents.length === 0);
  const merged: Draft[] = [];
  for (const draft of named) {
    const host = merged.find(
      (other) =>
        other.agents.some((agent) => draft.agents.includes(agent)) ||
        (draft.claims.length === 0 && other.claims.length > 0),
    );
    if (host) absorb(host, draft);
    else merged.push(draft);
  }
  const [only] = merged;
  if (only && merged.length === 1) for (const draft of unnamed) absorb(only, draft);
  else merged.push(...unnamed);
  return merged;
}

function absorb(host: Draft, other: Draft): void {
  for (const agent of other.agents) if (!host.agents.includes(agent)) host.agents.push(agent);
  host.agentSpans.push(...other.agentSpans);
  host.claims.push(...other.claims);
  host.treatments.push(...other.treatments);
  host.lists.push(...other.lists);
}
