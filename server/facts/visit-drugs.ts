import { termOf } from '../lexicon/mention';
import type { Clause } from './visit-clauses';

/** Drugs that the note lists or tells of as taken before today. */
export function homeDrugs(clauses: readonly Clause[]): Set<string> {
  const drugs = new Set<string>();
  for (const clause of clauses) {
    const told = clause.zone === 'history' || clause.passage.kind === 'history';
    for (const word of clause.words)
      if (word.category === 'drug' && (told || takes.test(clause.text.slice(Math.max(0, word.start - 24), word.start))))
        drugs.add(clause.text.slice(word.start, word.end).toLowerCase());
  }
  return drugs;
}

/** "takes sertraline", "already on apixaban". */
const takes =
  /\b(?:takes|taking|uses|using|already on|currently on|is on|was on|still on|been on|home)\s+(?:[\w.]+\s+)?$/i;

/** Agents given into lesions in a clause, by canonical name. */
export function injectedAgents(clauses: readonly Clause[]): Set<string> {
  const agents = new Set<string>();
  for (const clause of clauses) {
    if (clause.zone === 'aside') continue;
    const acts = clause.mentions.some((mention) => termOf(mention, 'act')?.value === 'inject');
    if (!acts && clause.passage.kind !== 'procedure') continue;
    for (const mention of clause.mentions) {
      const agent = termOf(mention, 'agent');
      if (agent && !agent.tags.includes('topical') && !agent.tags.includes('systemic')) agents.add(agent.value);
    }
  }
  return agents;
}
