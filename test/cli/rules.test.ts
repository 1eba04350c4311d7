import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rules } from '../../server/rules/registry';
import { chartlint } from './chartlint';

describe('chartlint rules', () => {
  const run = (...args: string[]) => chartlint(['rules', ...args], { cwd: '.' });

  it('lists every rule with its severity, one a line', async () => {
    const { stdout, code } = await run();
    assert.deepEqual(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split(/ {2,}/).slice(0, 2)),
      rules.map(({ id, severity }) => [id, severity]),
    );
    assert.equal(code, 0);
  });

  it('shows what one checks, why, and when to turn it off', async () => {
    const { stdout } = await run('procedure-code-units');
    assert.match(stdout, /^procedure-code-units \(error\)\n\n/);
    assert.match(stdout, /\n\nWhy: .*\n\nWhat to do: .*\n\nWhen to turn it off: .*\n\nFixes: code\n$/s);
  });

  it('names the rule that may have been meant', async () => {
    const { stdout, stderr, code } = await run('procedure-code-unit');
    assert.equal(stdout, '');
    assert.equal(stderr, 'chartlint: there is no rule "procedure-code-unit"; did you mean "procedure-code-units"?\n');
    assert.equal(code, 2);
  });

  it('shows the rule of an element that the settings add', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'chartlint-rules-'));
    await writeFile(join(folder, 'chartlint.json'), '{ "elements": { "photographs": { "severity": "hint" } } }');
    const { stdout, code } = await chartlint(['rules', 'photographs-missing'], { cwd: folder });
    await rm(folder, { recursive: true });
    assert.match(stdout, /^photographs-missing \(hint\)\n\nAn injection in a note that does not mention "Photographs"/);
    assert.equal(code, 0);
  });
});
