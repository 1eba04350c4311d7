import { termOf } from '../lexicon/mention';
import type { Clause } from './visit-clauses';

/** Drugs that the note lists or tells of as taken before today. */
export function homeDrugs(clauses: readonly Clause[]): Set<string> {
  const drugs = new Set<string>();
  for (const clause of clauses) {
    if (clause.zone !== 'history' && clause.passage.kind !== 'history') continue;
    for (const word of clause.words)
      if (word.category === 'drug') drugs.add(clause.text.slice(word.start, word.end).toLowerCase());
  }
  return drugs;
}

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
