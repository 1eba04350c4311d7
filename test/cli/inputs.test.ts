import assert from 'node:assert/strict';
import { chartlint, Folder, type Run } from './chartlint';

const NOTE = 'PROCEDURE\nNothing was injected today.\n';
/** The `file` of every note of a jsonl report. */
const filesOf = ({ stdout }: Run): string[] =>
  stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line).file);

describe('chartlint check: inputs', () => {
  let folder: Folder;
  before(async () => {
    folder = await Folder.of({
      'b.procnote': NOTE,
      'a.txt': NOTE,
      'deep/er/c.md': NOTE,
      'deep/D.TXT': NOTE,
      'deep/e.csv': NOTE,
      'node_modules/x/readme.md': NOTE,
      'empty/nothing.csv': '',
      'odd[1].txt': NOTE,
      'latin1.txt': Buffer.from('5 l\xe9sions', 'latin1'),
      'utf16.txt': Buffer.from('\ufeffNote', 'utf16le'),
      'scan.txt': Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 1, 2]),
      'blank.txt': '',
    });
  });
  after(() => folder.remove());
  const check = (args: string[], stdin?: string | Uint8Array) =>
    chartlint(['check', '--format', 'jsonl', ...args], { cwd: folder.path, ...(stdin === undefined ? {} : { stdin }) });

  it('reads files in the order given, each once', async () => {
    const run = await check(['b.procnote', 'a.txt', './b.procnote']);
    assert.deepEqual(filesOf(run), ['b.procnote', 'a.txt']);
    assert.equal(run.code, 0, run.stderr);
    assert.equal(run.stderr, '');
  });

  it('searches a folder by path order for .procnote, .txt and .md, and leaves node_modules out', async () => {
    const run = await check(['deep', 'a.txt']);
    assert.deepEqual(filesOf(run), ['deep/D.TXT', 'deep/er/c.md', 'a.txt']);
    assert.deepEqual(
      filesOf(await check(['.'])).filter((file) => file.includes('node_modules')),
      [],
    );
  });

  it('leaves out what the settings exclude, in folders and globs and not where it is named itself', async () => {
    const settings = await Folder.of({
      'chartlint.json': '{ "exclude": { "deep/er": true, "**/a.*": true } }',
      'a.txt': NOTE,
      'b.txt': NOTE,
      'deep/a.md': NOTE,
      'deep/d.md': NOTE,
      'deep/er/c.md': NOTE,
    });
    const files = async (...args: string[]) =>
      filesOf(await chartlint(['check', '--format', 'jsonl', ...args], { cwd: settings.path }));
    assert.deepEqual(await files('.'), ['b.txt', 'deep/d.md']);
    assert.deepEqual(await files('deep/**/*.md'), ['deep/d.md']);
    assert.deepEqual(await files('deep/er/c.md', 'a.txt'), ['deep/er/c.md', 'a.txt']);
    const below = await chartlint(['check', '--format', 'jsonl', '.'], { cwd: `${settings.path}/deep` });
    assert.deepEqual(filesOf(below), ['d.md']);
    const none = await chartlint(['check', 'deep/er'], { cwd: settings.path });
    assert.deepEqual([none.stdout, none.stderr, none.code], ['No findings in 0 notes.\n', '', 0]);
    await settings.remove();
  });

  it('expands a glob itself, whatever the ending', async () => {
    assert.deepEqual(filesOf(await check(['deep/**/*.{csv,md}'])), ['deep/e.csv', 'deep/er/c.md']);
  });

  it('takes the name of a file literally where it looks like a pattern', async () => {
    assert.deepEqual(filesOf(await check(['odd[1].txt'])), ['odd[1].txt']);
  });

  it('reads standard input', async () => {
    assert.deepEqual(filesOf(await check(['-'], NOTE)), ['<stdin>']);
  });

  it('reads an empty note', async () => {
    const run = await check(['blank.txt']);
    assert.deepEqual(filesOf(run), ['blank.txt']);
    assert.equal(run.code, 0);
  });

  const unreadable: [arg: string, problem: RegExp][] = [
    ['missing.txt', /^chartlint: missing\.txt: no such file or folder/m],
    ['no/*.txt', /^chartlint: no\/\*\.txt: matches no file/m],
    ['empty', /^chartlint: empty: holds no \.procnote/m],
    ['latin1.txt', /^chartlint: latin1\.txt: is not valid UTF-8; save it as UTF-8/m],
    ['utf16.txt', /^chartlint: utf16\.txt: is UTF-16 text; save it as UTF-8/m],
    ['scan.txt', /^chartlint: scan\.txt: is a binary file/m],
  ];
  for (const [arg, problem] of unreadable) {
    it(`names ${arg} on stderr, says what to do, and checks the rest`, async () => {
      const run = await check([arg, 'a.txt']);
      assert.match(run.stderr, problem);
      assert.deepEqual(filesOf(run), ['a.txt']);
      assert.equal(run.code, 2);
    });
  }

  it('names a note that is over the size limit, and the setting that raises it', async () => {
    await folder.write('huge.txt', `${NOTE}${'A line of an ordinary note, repeated. '.repeat(20_000)}\n`);
    const run = await check(['huge.txt', 'a.txt']);
    assert.match(run.stderr, /^chartlint: huge\.txt: is longer .* than "maxDocumentSize" \(500000\); raise it/m);
    assert.deepEqual(filesOf(run), ['a.txt']);
    assert.equal(run.code, 2);

    await folder.write('large.json', '{ "maxDocumentSize": 5000000 }');
    assert.deepEqual(filesOf(await check(['--config', 'large.json', 'huge.txt'])), ['huge.txt']);
  });

  describe('--jsonl', () => {
    it('reads one note a line from standard input', async () => {
      const lines = [
        { id: 'n-1', text: NOTE },
        { id: 7, text: NOTE },
      ].map((row) => JSON.stringify(row));
      const run = await check(['--jsonl'], `${lines.join('\r\n')}\n\n`);
      assert.deepEqual(filesOf(run), ['n-1', '7']);
      assert.equal(run.code, 0);
    });

    it('reads files of such lines too', async () => {
      await folder.write('notes.ndjson', `${JSON.stringify({ id: 'x', text: NOTE })}\n`);
      assert.deepEqual(filesOf(await check(['--jsonl', 'notes.ndjson'])), ['x']);
    });

    it('names a bad line by its number, never by its text', async () => {
      const lines = [
        'secret text',
        '{"id":1}',
        '{"id":null,"text":""}',
        '{"id":"ok","text":""}',
        '{"id":"a","text":5}',
      ];
      const run = await check(['--jsonl'], lines.join('\n'));
      assert.deepEqual(run.stderr.split('\n'), [
        'chartlint: <stdin>:1: is not JSON; write one object a line',
        'chartlint: <stdin>:2: is not an object with "id" and "text"',
        'chartlint: <stdin>:3: has an "id" that is neither a string nor a number',
        'chartlint: <stdin>:5: has a "text" that is not a string',
        '',
      ]);
      assert.deepEqual(filesOf(run), ['ok']);
      assert.equal(run.code, 2);
    });
  });
});
