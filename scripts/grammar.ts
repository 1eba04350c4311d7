import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Writes the agents of the knowledge into the grammar: `npm run grammar`. The rest of the grammar is written by hand.
 * A test fails while the two differ.
 */
export const GRAMMAR_FILE = 'syntaxes/procedure-note.tmLanguage.json';
const AGENTS_FILE = 'server/knowledge/agents.json';

export interface GrammarPattern {
  readonly name: string;
  readonly match: string;
}

interface Agent {
  readonly class: string;
  readonly aliases: readonly string[];
}

/** What is injected into lesions. Anesthetics and diluents are none of the note's agents, so they get no colour. */
const CLASSES = ['antineoplastic', 'corticosteroid', 'other'];

export function agentPatterns(): GrammarPattern[] {
  const agents: readonly Agent[] = JSON.parse(readFileSync(AGENTS_FILE, 'utf8'));
  return CLASSES.map((kind) => {
    const aliases = new Set(agents.filter((agent) => agent.class === kind).flatMap((agent) => agent.aliases));
    // Longest first: the first alternative that fits wins. Then by code unit, for one order everywhere.
    const alternatives = [...aliases]
      .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
      .map((alias) => alias.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
    return { name: `support.class.agent.${kind}.procedure-note`, match: `(?i)\\b(?:${alternatives.join('|')})(?!\\w)` };
  });
}

if (process.argv[1]?.endsWith('grammar.ts')) {
  const grammar = JSON.parse(readFileSync(GRAMMAR_FILE, 'utf8'));
  grammar.repository.agents.patterns = agentPatterns();
  writeFileSync(GRAMMAR_FILE, `${JSON.stringify(grammar, null, 2)}\n`);
  execFileSync('npx', ['biome', 'format', '--write', GRAMMAR_FILE], { stdio: 'inherit' });
}
