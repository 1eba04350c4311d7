import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { chartlint, Folder } from './chartlint';

const SNAPSHOT = 'test/cli/samples.stylish.txt';
const sample = (name: string): string => readFileSync(`samples/${name}.procnote`, 'utf8');
const rulesIn = (jsonl: string): string[] =>
  JSON.parse(jsonl).findings.map((finding: { rule: string }) => finding.rule);

describe('chartlint check: findings', () => {
  it('shows the samples as before (UPDATE_SNAPSHOTS=1 accepts a change)', async () => {
    const { stdout, stderr, code } = await chartlint(['check', 'samples'], { cwd: '.' });
    assert.equal(stderr, '');
    assert.equal(code, 1);
    if (process.env.UPDATE_SNAPSHOTS === '1') writeFileSync(SNAPSHOT, stdout);
    assert.equal(stdout, readFileSync(SNAPSHOT, 'utf8'));
  });

  it('answers 0 for a note without findings', async () => {
    const { stdout, code } = await chartlint(['check', 'samples/clean.procnote'], { cwd: '.' });
    assert.equal(stdout, 'No findings in 1 note.\n');
    assert.equal(code, 0);
  });

  it('answers 1 only for findings as severe as --max-severity', async () => {
    // `multi-agent` has a suggestion, `missing-25` a warning, `wrong-band` an error.
    const codes = async (severity: string) => {
      const runs = ['multi-agent', 'missing-25', 'wrong-band'].map((name) =>
        chartlint(['check', '--max-severity', severity, `samples/${name}.procnote`], { cwd: '.' }),
      );
      return (await Promise.all(runs)).map(({ code }) => code);
    };
    assert.deepEqual(await codes('error'), [0, 0, 1]);
    assert.deepEqual(await codes('warning'), [0, 1, 1]);
    assert.deepEqual(await codes('information'), [1, 1, 1]);
  });

  it('finds the same with Windows line endings and a byte order mark, at the same lines', async () => {
    const text = sample('wrong-band');
    const folder = await Folder.of({ 'lf.txt': text, 'crlf.txt': `\ufeff${text.replaceAll('\n', '\r\n')}` });
    const places = async (name: string) => {
      const { stdout } = await chartlint(['check', '--format', 'jsonl', name], { cwd: folder.path });
      return JSON.parse(stdout).findings.map(({ rule, range }: { rule: string; range: object }) => ({ rule, range }));
    };
    const found = await places('lf.txt');
    assert.ok(found.length > 0);
    assert.deepEqual(await places('crlf.txt'), found);
    await folder.remove();
  });

  it('takes rules and their severity from chartlint.json', async () => {
    const folder = await Folder.of({
      'chartlint.json': '{ "rules": { "procedure-code-count-mismatch": "off" } }',
      'note.txt': sample('wrong-band'),
    });
    const { stdout, code } = await chartlint(['check', '--format', 'jsonl', 'note.txt'], { cwd: folder.path });
    assert.deepEqual(rulesIn(stdout), []);
    assert.equal(code, 0);
    await folder.remove();
  });

  it('answers every note of a large folder in order and in reasonable time', async () => {
    const names = Array.from({ length: 200 }, (_, index) => `n${String(index).padStart(3, '0')}.txt`);
    const folder = await Folder.of(Object.fromEntries(names.map((name) => [name, sample('missing-25')])));
    const start = performance.now();
    const { stdout } = await chartlint(['check', '--format', 'jsonl', '.'], { cwd: folder.path });
    const files = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).file);
    assert.deepEqual(files, names);
    assert.ok(performance.now() - start < 20_000);
    await folder.remove();
  });
});
