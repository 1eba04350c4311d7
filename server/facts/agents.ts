import type { Lexicon } from '../lexicon/lexicon';
import { type Mention, type TermMention, termOf } from '../lexicon/mention';
import { bits } from '../lexicon/mention-kinds';
import { kept } from '../note/kept';
import type { Span } from '../note/span';
import type { AgentClass } from './model';
import { type Sentence, type Stretch, spanIn } from './sentences';

/** An agent that a sentence names as something to inject into lesions. */
export interface NamedAgent {
  readonly name: string;
  readonly class: AgentClass;
  /** Index of its mention in the sentence. */
  readonly at: number;
  readonly span: Span;
}

const lesional: ReadonlySet<string> = new Set(['antineoplastic', 'corticosteroid', 'other']);

/** Antibodies are given by vein; only a sentence that says so puts one into a lesion. */
const systemicFirst = new Set([
  'pembrolizumab',
  'nivolumab',
  'ipilimumab',
  'cemiplimab',
  'tebentafusp',
  'rituximab',
  'dacarbazine',
  'paclitaxel',
  'docetaxel',
  'gemcitabine',
  'carboplatin',
  'acyclovir',
]);

const isIntralesional = (mentions: readonly Mention[]): boolean =>
  mentions.some(
    (mention) => termOf(mention, 'route')?.value === 'intralesional' || termOf(mention, 'act')?.tags.includes('strong'),
  );

/** "Rituximab 10 mg/mL: 1.0 mL into the three": an amount of it in mL goes into something. */
function goesInto(mentions: readonly Mention[], at: number): boolean {
  const behind = mentions.slice(at + 1);
  const volume = behind.findIndex(
    (mention) => mention.kind === 'measure' && ['volume', 'concentration'].includes(mention.dimension),
  );
  return volume >= 0 && behind.slice(volume).some((mention) => termOf(mention, 'prep')?.value === 'into');
}

const isAgent = (mention: Mention): mention is TermMention => mention.kind === 'agent';

/** True for the name of a drug that goes into lesions, whatever the note says was done with it. */
export const isLesional = (mention: Mention): mention is TermMention =>
  isAgent(mention) && lesional.has(mention.term.tags[0] ?? '');

/** The agents of a sentence that may go into lesions: no cream, no tablet, no numbing, nothing the patient is allergic to. */
export function agentsOf(sentence: Pick<Sentence, 'own' | 'passage'>): readonly NamedAgent[] {
  if (!namesAgent(sentence)) return nobody;
  const { own, passage } = sentence;
  return agentsIn(own).map((agent) => ({ ...agent, span: spanIn(passage, agent.span) }));
}

const nobody: readonly NamedAgent[] = [];

/** True when a sentence names such an agent. */
export const namesAgent = ({ own }: Pick<Sentence, 'own'>): boolean =>
  (own.kinds & (bits.agent | bits.act)) !== 0 && agentsIn(own).length > 0;

/** The same, as offsets from where the mentions' are from. */
const agentsIn = kept(({ mentions }: Stretch): readonly NamedAgent[] =>
  mentions.flatMap((mention, at): NamedAgent[] => {
    const byAct = classOfAct(mention, at);
    if (byAct) return [byAct];
    if (!isAgent(mention)) return [];
    const agentClass = mention.term.tags[0] ?? '';
    if (!lesional.has(agentClass)) return [];
    if (mention.term.tags.includes('topical') || mention.term.tags.includes('systemic')) return [];
    if (systemicFirst.has(mention.term.value) && !isIntralesional(mentions) && !goesInto(mentions, at)) return [];
    if (namesScar(mentions, at)) return [];
    if (isTopicalForm(mentions, at) || isSystemicForm(mentions, at) || isForbidden(mentions, at)) return [];
    const { start, end } = mention;
    return [{ name: mention.term.value, class: agentClass as AgentClass, at, span: { start, end } }];
  }),
);

/** "BCG scar": what a vaccine left, not what is given. */
const namesScar = (mentions: readonly Mention[], at: number): boolean =>
  termOf(mentions[at + 1], 'noun')?.value.includes('scar') === true && mentions[at + 1]?.skipped === 0;

/** An agent of which the note says only the class ("steroid", "intralesional chemotherapy"). */
const classPrefix = 'class:';
export const isClassOnly = (name: string): boolean => name.startsWith(classPrefix);

/** "steroid injection", "intralesional chemotherapy": the act names the class of what is given. */
function classOfAct(mention: Mention, at: number): NamedAgent | null {
  const tags = termOf(mention, 'act')?.tags ?? [];
  const agentClass = tags.includes('steroid') ? 'corticosteroid' : tags.includes('chemo') ? 'antineoplastic' : null;
  if (!agentClass) return null;
  const span = { start: mention.start, end: mention.end };
  return { name: classPrefix + agentClass, class: agentClass, at, span };
}

/** "fluorouracil 5% cream", "triamcinolone 0.1% ointment", "topical 5-FU". */
function isTopicalForm(mentions: readonly Mention[], at: number): boolean {
  const before = mentions[at - 1];
  if (termOf(before, 'route')?.value === 'topical' && before?.kind === 'route' && mentions[at]?.skipped === 0)
    return true;
  for (let i = at + 1; i <= at + 3 && i < mentions.length; i += 1) {
    const mention = mentions[i];
    if (!mention || mention.skipped > 1) return false;
    const route = termOf(mention, 'route');
    if (route) return route.value === 'topical';
    if (mention.kind === 'measure' && mention.dimension === 'percent') continue;
    if (mention.kind !== 'measure' && mention.kind !== 'number') return false;
  }
  return false;
}

/** "methotrexate 15 mg PO weekly", "dexamethasone 12 mg IV". */
function isSystemicForm(mentions: readonly Mention[], at: number): boolean {
  for (let i = at + 1; i <= at + 6 && i < mentions.length; i += 1) {
    const mention = mentions[i];
    if (!mention || mention.skipped > 2 || mention.kind === 'agent' || mention.kind === 'act') return false;
    const route = termOf(mention, 'route');
    if (route)
      return route.tags.includes('not-lesion') && route.value !== 'topical' && route.value !== 'intra-articular';
  }
  return false;
}

/** "no NSAIDs or methotrexate", "allergic to Kenalog": a drug to keep away from. */
function isForbidden(mentions: readonly Mention[], at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - 2; i -= 1) {
    const cue = termOf(mentions[i], 'cue');
    if (cue?.value === 'negation' && cue.tags.includes('forward') && mentions[at]?.skipped === 0) return true;
  }
  // "triamcinolone into all nine; the fluorouracil had not come": another drug was there.
  const behind = mentions[at + 1];
  const denied =
    behind?.skipped === 0 && termOf(behind, 'cue')?.value === 'negation' && mentions[at + 2]?.kind !== 'act';
  const other = mentions.some((mention, i) => i !== at && isLesional(mention));
  if (denied && other) return true;
  // "Hyaluronidase at bedside, not needed", "Bleomycin - NOT GIVEN".
  for (let i = at + 1; i < mentions.length && i <= at + 4; i += 1) {
    const cue = termOf(mentions[i], 'cue');
    if (mentions[i]?.kind === 'act' || mentions[i]?.kind === 'measure') return false;
    if (cue?.value === 'negation' && cue.tags.includes('backward')) return true;
  }
  return false;
}

/** "methotrexate after 1% lidocaine, 0.8 mL in …": the numbing came first and is not what the amounts are of. */
export function isEarlierAnesthetic(mentions: readonly Mention[], at: number): boolean {
  // "Candida antigen 1:1 with lidocaine": what thins the drug numbs nothing.
  const thins =
    termOf(mentions[at - 1], 'prep')?.value === 'with' &&
    ['number', 'time', 'ratio', 'agent'].includes(mentions[at - 2]?.kind ?? '');
  if (thins) return true;
  for (let i = at - 1; i >= 0 && i >= at - 3; i -= 1) {
    if (termOf(mentions[i], 'prep')?.value === 'after') return true;
    if (mentions[i]?.kind !== 'measure' && mentions[i]?.kind !== 'number' && mentions[i]?.kind !== 'det') return false;
  }
  return false;
}

/** True when the sentence numbs, whatever else it does. */
export function numbs({ own, passage }: Pick<Sentence, 'own' | 'passage'>): boolean {
  // "ANES: lidocaine, buffered. Back 9 mL injected.": what stands in the field of the anaesthetic is of that.
  if (anesthesiaField.test(passage.label?.text ?? '') && agentsIn(own).length === 0) return true;
  return hasAgentOf(own, 'anesthetic');
}

const anesthesiaField = /^(?:local )?an(?:a?es(?:th(?:esia|etic)?)?)\b/i;

/** True when the sentence names an agent with a code outside the four: botulinum toxin, fillers, sclerosants. */
export const hasOwnCodeAgent = ({ own }: Pick<Sentence, 'own'>): boolean => hasAgentOf(own, 'own-code');

const hasAgentOf = ({ kinds, mentions }: Stretch, tag: string): boolean =>
  (kinds & bits.agent) !== 0 && mentions.some((mention) => isAgent(mention) && mention.term.tags[0] === tag);

const rank: Readonly<Record<AgentClass, number>> = { antineoplastic: 0, corticosteroid: 1, other: 2 };

/** The agent that names an entry of several in the same lesions: the antineoplastic one, else the steroid, else the first. */
export function leadingAgent(names: readonly string[], lexicon: Lexicon): string | null {
  const sorted = names.map((name, index) => ({ name, index, rank: rank[classOf(name, lexicon) ?? 'other'] }));
  // A name says more than its class.
  sorted.sort(
    (a, b) => a.rank - b.rank || Number(isClassOnly(a.name)) - Number(isClassOnly(b.name)) || a.index - b.index,
  );
  return sorted[0]?.name ?? null;
}

export function classOf(name: string, lexicon: Lexicon): AgentClass | null {
  if (isClassOnly(name)) return name.slice(classPrefix.length) as AgentClass;
  const found = lexicon.agentClass(name);
  return found !== undefined && lesional.has(found) ? (found as AgentClass) : null;
}
