import { nearest } from '../nearest';
import { rules } from '../rules/registry';
import type { Rule } from '../rules/rule';
import { exitCodes, type Host } from './check';

/** Lists the rules, or shows what one checks and why. Answers the exit code. */
export function showRules(id: string | undefined, { stdout, stderr }: Pick<Host, 'stdout' | 'stderr'>): number {
  if (id === undefined) {
    stdout.write(list(rules));
    return exitCodes.clean;
  }
  const rule = rules.find((other) => other.id === id);
  if (rule !== undefined) {
    stdout.write(page(rule));
    return exitCodes.clean;
  }
  const ids = rules.map((other) => other.id);
  const meant = nearest(id, ids);
  stderr.write(`chartlint: there is no rule "${id}"${meant === undefined ? '' : `; did you mean "${meant}"?`}\n`);
  return exitCodes.failed;
}

function list(all: readonly Rule[]): string {
  const width = Math.max(...all.map(({ id }) => id.length));
  const lines = all.map(({ id, severity, docs }) => `${id.padEnd(width)}  ${severity.padEnd(11)}  ${docs.what}\n`);
  return lines.join('');
}

function page({ id, severity, fixes, docs }: Rule): string {
  const parts = [
    `${id} (${severity})`,
    docs.what,
    `Why: ${docs.why}`,
    `What to do: ${docs.do}`,
    `When to turn it off: ${docs.offWhen}`,
    `Fixes: ${fixes.length === 0 ? 'none' : fixes.join(', ')}`,
  ];
  return `${parts.join('\n\n')}\n`;
}
