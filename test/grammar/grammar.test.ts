import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { agentPatterns, GRAMMAR_FILE } from '../../scripts/grammar';

const SNAPSHOTS = 'test/grammar/snapshots';

describe('grammar', function () {
  this.timeout(60_000);

  it('gives the parts of a note their scopes', () => {
    run('unit.js', ['-g', GRAMMAR_FILE, 'test/grammar/*.test.procnote'], process.cwd());
  });

  it('colours the samples as before (UPDATE_SNAPSHOTS=1 accepts a change)', () => {
    // The tool keeps its snapshots beside the notes; a folder of our own keeps them out of the samples.
    const folder = mkdtempSync(join(tmpdir(), 'chartlint-grammar-'));
    const update = process.env.UPDATE_SNAPSHOTS === '1';
    try {
      cpSync('samples', folder, { recursive: true });
      if (!update) cpSync(SNAPSHOTS, folder, { recursive: true });
      const flags = update ? ['--updateSnapshot'] : [];
      run('snapshot.js', [...flags, '-s', 'text.procedure-note', '-g', resolve(GRAMMAR_FILE), '*.procnote'], folder);
      const snapshots = readdirSync(folder).filter((name) => name.endsWith('.snap'));
      if (update) {
        rmSync(SNAPSHOTS, { recursive: true, force: true });
        mkdirSync(SNAPSHOTS);
        for (const name of snapshots) cpSync(join(folder, name), join(SNAPSHOTS, name));
      }
      assert.deepEqual(readdirSync(SNAPSHOTS).sort(), snapshots.sort(), 'a sample without a snapshot, or the reverse');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('knows the agents of the knowledge (npm run grammar writes them)', () => {
    const grammar = JSON.parse(readFileSync(GRAMMAR_FILE, 'utf8'));
    // The patterns are too long to be shown.
    assert.ok(isDeepStrictEqual(grammar.repository.agents.patterns, agentPatterns()), 'run: npm run grammar');
  });
});

function run(tool: string, args: readonly string[], cwd: string): void {
  const script = resolve('node_modules/vscode-tmgrammar-test/dist', tool);
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { cwd, encoding: 'utf8' });
  assert.equal(status, 0, `${stdout}\n${stderr}`);
}
