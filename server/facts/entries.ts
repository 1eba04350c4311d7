import type { Lexicon } from '../lexicon/lexicon';
import type { Span } from '../note/span';
import { endsStep, type Steps } from '../note/steps';
import type { ReadSentence } from './acts';
import { AgentFinder } from './agent-finder';
import { classOf, isClassOnly, leadingAgent, type NamedAgent } from './agents';
import { type Claim, claimOf, type Whole } from './claims';
import { countedGroups } from './counted-groups';
import { asksForCount, fieldClaim } from './fields';
import { isTreatedList, listClaim, totalClaim } from './list-claims';
import { isItemized } from './list-entries';
import { type LesionList, listedLesions } from './lists';
import { headedClaim, joinNamed } from './named-claims';
import { restClaim } from './rest-claim';
import { type Sentence, spanOf } from './sentences';
import { clausesOf, sharesOf } from './shares';
import { note, observe } from './spoken';
import { correctionClaim, statementClaim, tallyClaim } from './statements';
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
export function* entrySteps(reading: TreatmentReading, lexicon: Lexicon): Steps<Entry[]> {
  const entries = new Map<string, Draft>();
  const whole: Whole = { n: reading.named, treated: 0, open: null };
  const finder = new AgentFinder(reading.sentences);
  const keyOf = (agents: readonly NamedAgent[]): string =>
    leadingAgent(
      agents.map((agent) => agent.name),
      lexicon,
    ) ?? '';
  const draftFor = (agents: readonly NamedAgent[]): Draft => {
    const key = keyOf(agents);
    let draft = entries.get(key);
    if (!draft) {
      draft = { agents: [], agentSpans: [], claims: [], treatments: [], lists: [] };
      entries.set(key, draft);
    }
    for (const agent of agents) {
      if (!draft.agents.includes(agent.name)) draft.agents.push(agent.name);
      if (!draft.agentSpans.some((span) => span.start === agent.span.start)) draft.agentSpans.push(agent.span);
    }
    return draft;
  };
  const told = groupBy(reading.treatments, (treatment) => treatment.read);
  const listed = groupBy(reading.lists, (list) => list.sentences[list.sentences.length - 1]);
  const inList = new Set(reading.lists.flatMap((list) => list.sentences));
  /** What a sentence that tells of no injection says of its number. */
  const untoldClaim = (read: ReadSentence, before: ReadSentence | undefined): Claim | null => {
    const field = !inList.has(read) && asksForCount(read);
    const tally = before !== undefined && told.has(before);
    if (!field && !tally && read.sentence.kind !== 'addendum') return null;
    const agents = finder.of(read);
    return (
      (field ? fieldClaim(read, reading, whole, agents) : null) ??
      (tally ? tallyClaim(read, before, whole, agents) : null) ??
      correctionClaim(read, whole, agents)
    );
  };
  for (const [at, read] of reading.sentences.entries()) {
    if (endsStep(at)) yield;
    const own = told.get(read) ?? [];
    if (own.length > 0) addStatements(read, own, reading.sentences, whole, finder, draftFor);
    else {
      // Every claim of these is of a phrase that the sentence has.
      const claim = read.groups.length === 0 ? null : untoldClaim(read, reading.sentences[at - 1]);
      if (claim) draftFor(finder.of(read)).claims.push(claim);
      observe(read, whole);
    }
    const list = listed.get(read)?.[0];
    if (!list) continue;
    if (!isTreatedList(list, reading)) {
      const n = listedLesions(list.items);
      if (n > 1) Object.assign(whole, { n, treated: 0, open: null });
      continue;
    }
    const agents = list.agents.length > 0 ? list.agents : finder.of(list.intro ?? read);
    const claim = listClaim(list, whole, agents);
    if (!claim) continue;
    const draft = draftFor(agents);
    draft.lists.push(list);
    draft.claims.push(claim);
    const total = totalClaim(list, agents);
    if (total) draft.claims.push(total);
  }
  for (const title of reading.titles) {
    const agents = finder.of(title.read);
    if (entries.size === 0 || entries.has(keyOf(agents))) draftFor(agents).treatments.push(title);
  }
  const merged = withoutGrandTotal(mergeUnnamed([...entries.values()], lexicon));
  return merged.map((entry) => {
    const alone = merged.length === 1 && entry.claims.length === 0;
    if (!alone) return { ...entry, claims: joinNamed(entry.claims) };
    const rest = restClaim(reading.sentences, entry.agents);
    return { ...entry, claims: rest === null ? subjectClaim(entry, reading.sentences) : [rest] };
  });
}

/** "treated total: 9" over four with one drug and five with the other counts them all. */
function withoutGrandTotal(entries: readonly Entry[]): Entry[] {
  const listed = ({ claims }: Entry): number =>
    claims.reduce((sum, { source, count }) => (source === 'list' && count.kind === 'exact' ? sum + count.n : sum), 0);
  const total = entries.reduce((sum, entry) => sum + listed(entry), 0);
  return entries.map((entry) => ({
    ...entry,
    claims: entry.claims.filter(
      ({ source, count }) =>
        !(
          source === 'field' &&
          count.kind === 'exact' &&
          count.n === total &&
          listed(entry) < total &&
          listed(entry) > 0
        ),
    ),
  }));
}

/** "The chalazion … triamcinolone put into it": the one lesion that the words before it speak of. */
function subjectClaim({ treatments, agents }: Entry, sentences: readonly ReadSentence[]): Claim[] {
  const told = treatments[treatments.length - 1];
  // A form that asks for the number and was not filled in leaves it open.
  if (!told || sentences.some(({ sentence }) => asksForNumber(sentence))) return [];
  const before = sentences.slice(0, sentences.indexOf(told.read)).filter(({ sentence }) => isSubject(sentence));
  const groups = before.flatMap((read) => read.groups.map((group) => ({ read, group })));
  const named = groups.filter(({ group }) => group.unit === null && group.noun?.tags.includes('lesion'));
  const singular = named.every(({ group: { noun, quantity, relation } }) => {
    const one = quantity === null || (quantity.kind === 'exact' && quantity.n === 1);
    return noun?.form !== 'plural' && one && relation === null;
  });
  const last = named[named.length - 1];
  if (!last || !singular) return [];
  const { sentence } = last.read;
  return [
    claimOf(
      sentence,
      agents.map((name) => ({ name })),
      {
        count: { kind: 'singular' },
        span: spanOf(sentence, last.group.first, last.group.last),
        how: 'one lesion spoken of',
      },
    ),
  ];
}

const asksForNumber = ({ mentions, passage }: Sentence): boolean =>
  mentions.some(({ kind }) => kind === 'blank') &&
  /\b(?:lesions?|number|count|sites?|treated|injected)\b/i.test(passage.label?.text ?? passage.text);

const isSubject = ({ kind, passage }: Sentence): boolean =>
  passage.day === 'today' && !['history', 'template', 'other-person', 'plan', 'follow-up', 'consent'].includes(kind);

/** Claims of a sentence that tells of an injection, split by agent where groups and agents take turns. */
function addStatements(
  read: ReadSentence,
  treatments: readonly Treatment[],
  sentences: readonly ReadSentence[],
  whole: Whole,
  finder: AgentFinder,
  draftFor: (agents: readonly NamedAgent[]) => Draft,
): void {
  const unique = countedGroups(read, treatments);
  const before = read.acts
    .filter((act) => act.role !== 'inject' && act.role !== 'exclude')
    .flatMap((act) => [...act.groups]);
  for (const group of before) if (!unique.includes(group)) note(read, group, whole);
  for (const share of clausesOf(read, unique).flatMap((clause) => sharesOf(read, clause, finder))) {
    const draft = draftFor(share.agents);
    for (const treatment of treatments) if (!draft.treatments.includes(treatment)) draft.treatments.push(treatment);
    if (isItemized(read)) continue;
    const claim =
      statementClaim(read, share.groups, whole, share.agents) ?? headedClaim(read, sentences, whole, share.agents);
    if (claim) draft.claims.push(claim);
  }
}

/** Statements without an agent belong to the one agent there is; agents given in one syringe are one entry. */
function mergeUnnamed(drafts: readonly Draft[], lexicon: Lexicon): Entry[] {
  const named = drafts.filter((draft) => draft.agents.length > 0);
  const unnamed = drafts.filter((draft) => draft.agents.length === 0);
  const merged: Draft[] = [];
  for (const draft of named) {
    const host = merged.find(
      (other) =>
        (other.agents.some((agent) => draft.agents.some((own) => isSameAgent(agent, own))) && !isApart(other, draft)) ||
        sameClassUnnamed(other, draft, lexicon) ||
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

/** "interferon" and "interferon alfa-2b": one names the other more closely. */
const isSameAgent = (a: string, b: string): boolean => a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);

/** "K1-K3: 5-FU with Kenalog. S1, S2: Kenalog alone.": lesions of other names and places, each with its own syringe. */
function isApart(a: Draft, b: Draft): boolean {
  const names = ({ claims }: Draft): readonly string[] =>
    claims.flatMap(({ labels, sites }) => [...(labels ?? []), ...sites]);
  const told = (draft: Draft): boolean =>
    draft.claims.length > 0 && draft.claims.every(({ labels, sites }) => (labels?.length ?? 0) + sites.length > 0);
  return told(a) && told(b) && !names(a).some((name) => names(b).includes(name));
}

/** One of the two says only the class that the other names an agent of. */
function sameClassUnnamed(a: Draft, b: Draft, lexicon: Lexicon): boolean {
  const unnamed = (draft: Draft) => draft.agents.every(isClassOnly);
  if (!unnamed(a) && !unnamed(b)) return false;
  return classOf(a.agents[0] ?? '', lexicon) === classOf(b.agents[0] ?? '', lexicon);
}

function absorb(host: Draft, other: Draft): void {
  for (const agent of other.agents) if (!host.agents.includes(agent)) host.agents.push(agent);
  for (const span of other.agentSpans) {
    if (!host.agentSpans.some((own) => own.start === span.start)) host.agentSpans.push(span);
  }
  host.claims.push(...other.claims);
  host.treatments.push(...other.treatments);
  host.lists.push(...other.lists);
}

function groupBy<K, V>(values: readonly V[], keyOf: (value: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
