import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chartlint } from './chartlint';

const note = `DOS 04/14/2026
Dx: keloids of the trunk
At the last visit five keloids were injected. Today all but two of the eight keloids were injected with Kenalog 10.
`;

describe('chartlint explain', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chartlint-explain-'));
    await writeFile(join(folder, 'note.txt'), note);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const explain = (place: string) => chartlint(['explain', place], { cwd: folder });

  it('prints mentions, the cue that decided, the claims and how the number was settled', async () => {
    const { stdout, code } = await explain('note.txt:3');
    assert.equal(code, 0);
    assert.match(stdout, /inject "injected": past, because at the last visit/);
    assert.match(stdout, /agent triamcinolone "Kenalog 10"/);
    assert.match(stdout, /statement of triamcinolone: 6 \(8 less 2\)/);
    assert.match(stdout, /settled +triamcinolone: 6 \(consistent\), code 11900/);
  });

  it('takes a column for one sentence of a line', async () => {
    const { stdout } = await explain('note.txt:3:60');
    assert.doesNotMatch(stdout, /last visit/);
  });

  it('rests on what the findings rest on: a query to the clinician states nothing', async () => {
    const query = 'Query to clinician\nLesion count: The note states "eight keloids were injected with Kenalog 10".\n';
    await writeFile(join(folder, 'asked.txt'), `${note}\n${query}`);
    const { stdout } = await explain('asked.txt:3');
    assert.match(stdout, /settled +triamcinolone: 6 \(consistent\), code 11900/);
  });

  it('reads with the settings that a check reads with', async () => {
    await writeFile(join(folder, 'undated.txt'), note.replace('DOS 04/14/2026\n', ''));
    await writeFile(join(folder, 'dated.json'), '{ "dateOfService": "2026-04-14", "payr": "aetna" }');
    const { stdout, stderr, code } = await chartlint(['explain', 'undated.txt:2', '--config', 'dated.json'], {
      cwd: folder,
    });
    assert.match(stdout, /settled +triamcinolone: 6/);
    assert.match(stderr, /dated\.json:1:34: There is no setting "payr"/);
    assert.equal(code, 2);
  });

  it('tells place and payer, and what is known of its rules', async () => {
    await writeFile(join(folder, 'paid.txt'), `Place of service: office\nPayer: UHC\n${note}`);
    const { stdout } = await explain('paid.txt:3');
    assert.match(stdout, /encounter place of service: office\n +payer: UnitedHealthcare\n +Modifier 25: .*\(no data\)/);
  });

  it('says what is wrong with a place', async () => {
    assert.match((await explain('note.txt:99')).stderr, /note\.txt: has no line 99/);
    assert.match((await explain('missing.txt:1')).stderr, /missing\.txt: cannot be read/);
    assert.match((await explain('note.txt')).stderr, /FILE:LINE/);
    assert.equal((await explain('note.txt')).code, 2);
  });
});
