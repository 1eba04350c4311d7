import { isMark, termOf } from '../lexicon/mention';
import type { ReadSentence } from './acts';
import type { AgentFinder } from './agent-finder';
import { agentsOf, type NamedAgent } from './agents';
import type { Group } from './groups';

/** A semicolon parts two statements of one sentence. */
export function clausesOf(read: ReadSentence, groups: readonly Group[]): Group[][] {
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

/** Phrases of one sentence with the agents that went into them. */
export interface Share {
  readonly agents: readonly NamedAgent[];
  readonly groups: readonly Group[];
}

/** "two chest keloids with fluorouracil and two shoulder keloids with triamcinolone": each group has its agent. */
export function sharesOf(read: ReadSentence, groups: readonly Group[], finder: AgentFinder): Share[] {
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
