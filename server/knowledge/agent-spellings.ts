import type { Agent } from './agents';
import data from './agents.json';

/** How notes write an agent, for the lexicon, which alone ships these lists (`scripts/left-out.mjs`). */
export interface SpelledAgent extends Agent {
  /** As notes write it, lower case, misspellings included. */
  readonly aliases: readonly string[];
  /** Names of preparations for the skin: no injection. */
  readonly topical: readonly string[];
  /** Names of preparations by mouth, vein or muscle: no injection into a lesion. */
  readonly systemic: readonly string[];
}

export const spelledAgents = data as readonly SpelledAgent[];
