import assert from 'node:assert/strict';
import { chartlint, Folder } from './chartlint';

describe('chartlint: usage', () => {
  let folder: Folder;
  before(async () => {
    folder = await Folder.of({ 'a.txt': 'A note.\n' });
  });
  after(() => folder.remove());
  const run = (...args: string[]) => chartlint(args, { cwd: folder.path });

  const bad: [args: string[], message: RegExp][] = [
    [['check'], /name a file, a folder, a glob, or - for standard input/],
    [['check', '--format', 'xml', 'a.txt'], /Allowed choices are stylish, json, jsonl/],
    [['check', '--max-severity', 'fatal', 'a.txt'], /Allowed choices are error, warning, information, hint/],
    [['check', '--payer', 'acme', 'a.txt'], /Allowed choices are medicare, aetna, bcbs, cigna, unitedhealthcare/],
    [['check', '--nonsense', 'a.txt'], /unknown option '--nonsense'/],
    [['frobnicate'], /unknown command 'frobnicate'/],
    [['check', '--output', 'no/such/folder/report.json', 'a.txt'], /report\.json: cannot be written/],
  ];
  for (const [args, message] of bad) {
    it(`answers 2 to: ${args.join(' ')}`, async () => {
      const { code, stdout, stderr } = await run(...args);
      assert.match(stderr, message);
      assert.equal(stdout, '');
      assert.equal(code, 2);
    });
  }

  it('prints its version and its help', async () => {
    assert.match((await run('--version')).stdout, /^\d+\.\d+\.\d+\n$/);
    const help = await run('--help');
    assert.match(help.stdout, /check .*\n/);
    assert.match(help.stdout, /nothing is sent anywhere/);
    assert.equal(help.code, 0);
    assert.match((await run('check', '--help')).stdout, /Exit codes: 0 nothing/);
  });
});

describe('chartlint check: settings', () => {
  it('takes the chartlint.json nearest above the working folder', async () => {
    const folder = await Folder.of({
      'chartlint.json': '{ "maxDocumentSize": 3 }',
      'in/side/a.txt': 'A note.\n',
    });
    const run = await chartlint(['check', 'a.txt'], { cwd: `${folder.path}/in/side` });
    assert.match(run.stderr, /a\.txt: is longer \(8 characters\) than "maxDocumentSize" \(3\)/);
    await folder.write('in/chartlint.json', '{}');
    assert.equal((await chartlint(['check', 'a.txt'], { cwd: `${folder.path}/in/side` })).code, 0);
    await folder.remove();
  });

  it('names a bad value with its line, checks the notes all the same, and answers 2', async () => {
    const folder = await Folder.of({ 'own.json': '{\n  "payer": "acme"\n}\n', 'a.txt': 'A note.\n' });
    const run = await chartlint(['check', '--format', 'jsonl', '--config', 'own.json', 'a.txt'], { cwd: folder.path });
    assert.match(run.stderr, /^chartlint: own\.json:2:12: Expected a payer/m);
    assert.match(run.stdout, /"file":"a\.txt"/);
    assert.equal(run.code, 2);
    await folder.remove();
  });

  it('says so when the settings file named is not there', async () => {
    const folder = await Folder.of({ 'a.txt': 'A note.\n' });
    const run = await chartlint(['check', '--config', 'gone.json', 'a.txt'], { cwd: folder.path });
    assert.match(run.stderr, /gone\.json: cannot be read; check the path/);
    assert.equal(run.code, 2);
    await folder.remove();
  });
});
