import { nearest } from '../nearest';
import { documentedRulesFor } from '../rules/registry';
import type { DocumentedRule } from '../rules/rule';
import { exitCodes, type Host } from './check';
import { loadSettings } from './settings';

/** Lists the rules, those of the settings' own elements too, or shows what one checks and why. Answers the exit code. */
export async function showRules(
  id: string | undefined,
  config: string | undefined,
  { stdout, stderr, cwd }: Pick<Host, 'stdout' | 'stderr' | 'cwd'>,
): Promise<number> {
  const { settings, problems } = await loadSettings(config, cwd);
  for (const problem of problems) stderr.write(`chartlint: ${problem}\n`);
  const rules = documentedRulesFor(settings);
  if (id === undefined) {
    stdout.write(list(rules));
    return problems.length > 0 ? exitCodes.failed : exitCodes.clean;
  }
  const rule = rules.find((other) => other.id === id);
  if (rule !== undefined) {
    stdout.write(page(rule));
    return problems.length > 0 ? exitCodes.failed : exitCodes.clean;
  }
  const ids = rules.map((other) => other.id);
  const meant = nearest(id, ids);
  stderr.write(`chartlint: there is no rule "${id}"${meant === undefined ? '' : `; did you mean "${meant}"?`}\n`);
  return exitCodes.failed;
}

function list(all: readonly DocumentedRule[]): string {
  const width = Math.max(...all.map(({ id }) => id.length));
  const lines = all.map(({ id, severity, docs }) => `${id.padEnd(width)}  ${severity.padEnd(11)}  ${docs.what}\n`);
  return lines.join('');
}

function page({ id, severity, fixes, docs }: DocumentedRule): string {
  const parts = [
    `${id} (${severity})`,
    docs.what,
    `Why: ${docs.why}`,
    `What to do: ${docs.do}`,
    `When to turn it off: ${docs.offWhen}`,
    `Fixes: ${fixes.length === 0 ? `none. ${docs.noFix ?? ''}` : fixes.join(', ')}`,
  ];
  return `${parts.join('\n\n')}\n`;
}
