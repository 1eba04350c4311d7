import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { chartlint, Folder } from './chartlint';

describe('chartlint check --output', () => {
  let folder: Folder;
  beforeEach(async () => {
    folder = await Folder.of({ 'a.txt': 'A note.\n', 'report.jsonl': 'the report of yesterday\n' });
  });
  afterEach(() => folder.remove());
  const check = (...args: string[]) => chartlint(['check', '--format', 'jsonl', ...args], { cwd: folder.path });

  it('writes the report to the file, in place of an older one, and nothing else', async () => {
    const { stdout, code } = await check('--output', 'report.jsonl', 'a.txt');
    assert.equal(stdout, '');
    assert.equal(code, 0);
    assert.equal(JSON.parse(await folder.read('report.jsonl')).file, 'a.txt');
    assert.deepEqual((await readdir(folder.path)).sort(), ['a.txt', 'report.jsonl']);
  });

  it('writes the report of the other notes when one cannot be read', async () => {
    const { code } = await check('--output', 'report.jsonl', 'gone.txt', 'a.txt');
    assert.equal(JSON.parse(await folder.read('report.jsonl')).file, 'a.txt');
    assert.equal(code, 2);
  });

  it('says so where the report cannot take its name, and leaves nothing behind', async () => {
    await folder.write('taken/inside.txt', '');
    const { code, stderr } = await check('--output', 'taken', 'a.txt');
    assert.match(stderr, /^chartlint: taken: cannot be written/m);
    assert.equal(code, 2);
    assert.deepEqual((await readdir(folder.path)).sort(), ['a.txt', 'report.jsonl', 'taken']);
  });
});
