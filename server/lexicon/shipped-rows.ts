import { spelledAgents } from '../knowledge/agent-spellings';
import acts from './data/acts.json';
import context from './data/context.json';
import cues from './data/cues.json';
import elements from './data/elements.json';
import headings from './data/headings.json';
import lesions from './data/lesions.json';
import sites from './data/sites.json';
import words from './data/words.json';
import work from './data/work.json';
import type { TermRow } from './term';

/** Every row of the shipped tables, agents first. */
export function* shippedRows(): Generator<TermRow> {
  for (const agent of spelledAgents) {
    yield { kind: 'agent', value: agent.name, tags: [agent.class], terms: agent.aliases };
    yield { kind: 'agent', value: agent.name, tags: [agent.class, 'topical'], terms: agent.topical };
    yield { kind: 'agent', value: agent.name, tags: [agent.class, 'systemic'], terms: agent.systemic };
  }
  const tables = [words, lesions, sites, acts, cues, headings, work, context, elements];
  yield* (tables as readonly (readonly TermRow[])[]).flat();
}
