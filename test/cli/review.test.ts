import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { loadReview, saveReview } from '../../server/cli/review/store';
import { emptyReview } from '../../server/review/review-file';
import { countsNine, wrongBand } from '../editor/suite/notes';
import { chartlint, Folder } from './chartlint';

const { rule } = countsNine;
const FILE = 'chartlint.review.json';
const by = ['--reviewer', 'A. Coder'];

describe('chartlint review', function () {
  this.timeout(60_000);
  let folder: Folder;
  beforeEach(async () => {
    folder = await Folder.of({ 'visits/a.txt': wrongBand, 'visits/b.txt': wrongBand });
  });
  afterEach(() => folder.remove());
  const run = (...args: string[]) => chartlint(args, { cwd: folder.path });
  const inVisits = (...args: string[]) => chartlint(args, { cwd: join(folder.path, 'visits') });
  const dismiss = (place: string, ...args: string[]) =>
    run('review', 'dismiss', place, rule, '--reason', 'accepted', ...by, ...args);
  const recorded = async () => JSON.parse(await folder.read(FILE));
  const checked = async (...args: string[]) => {
    const { stdout } = await run('check', '--format', 'jsonl', ...args);
    return stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  };
  const rulesOf = (found: readonly { rule: string }[]) => found.map((each) => each.rule);

  describe('dismiss', () => {
    it('records the decision, with all that an audit asks', async () => {
      const { code, stdout, stderr } = await dismiss('visits/a.txt');
      assert.equal(stderr, '');
      assert.equal(code, 0);
      assert.equal(stdout, `Dismissed (accepted): visits/a.txt:10:6 ${rule}. Recorded in ${FILE}.\n`);
      const { format, salt, decisions } = await recorded();
      assert.equal(format, 1);
      assert.match(salt, /^[0-9a-f]{32}$/);
      const [{ evidence, time, knowledgeVersion, ...rest }, ...others] = decisions;
      assert.deepEqual(others, []);
      assert.deepEqual(rest, { note: 'visits/a.txt', rule, reason: 'accepted', reviewer: 'A. Coder', ruleVersion: 1 });
      assert.match(evidence, /^[0-9a-f]{32}$/);
      assert.match(knowledgeVersion, /^\d{4}-\d{2}-\d{2}-[0-9a-f]{8}$/);
      assert.ok(Math.abs(Date.now() - Date.parse(time)) < 60_000);
      assert.deepEqual((await readdir(folder.path)).sort(), [FILE, 'visits']);
    });

    it('keeps what was decided before, and takes the reviewer from the environment', async () => {
      await dismiss('visits/b.txt');
      const { salt } = await recorded();
      process.env.CHARTLINT_REVIEWER = 'B. Auditor';
      try {
        const { code } = await run('review', 'dismiss', 'visits/a.txt', rule, '--reason', 'because the sheet says so');
        assert.equal(code, 0);
      } finally {
        delete process.env.CHARTLINT_REVIEWER;
      }
      const review = await recorded();
      assert.equal(review.salt, salt);
      assert.deepEqual(
        review.decisions.map(({ note, reason, reviewer }: Record<string, string>) => [note, reason, reviewer]),
        [
          ['visits/a.txt', 'because the sheet says so', 'B. Auditor'],
          ['visits/b.txt', 'accepted', 'A. Coder'],
        ],
      );
    });

    it('uses the file nearest above, makes it beside chartlint.json, and follows --review', async () => {
      await folder.write('chartlint.json', '{}');
      await inVisits('review', 'dismiss', 'a.txt:10', rule, '--reason', 'queried', ...by);
      assert.equal((await recorded()).decisions[0].note, 'visits/a.txt');
      await dismiss('visits/a.txt:10:8', '--review', 'visits/other.json');
      assert.equal(JSON.parse(await folder.read('visits/other.json')).decisions[0].note, 'a.txt');
    });

    for (const [what, args, message] of [
      ['no reviewer', ['visits/a.txt', rule, '--reason', 'accepted'], /needs a reviewer; give --reviewer NAME/],
      ['an empty reason', ['visits/a.txt', rule, '--reason', ' ', ...by], /needs a reason/],
      ['no reason', ['visits/a.txt', rule, ...by], /--reason/],
      ['no such note', ['gone.txt', rule, '--reason', 'accepted', ...by], /gone\.txt: cannot be read/],
      [
        'no such finding',
        ['visits/a.txt', 'agent-missing', '--reason', 'accepted', ...by],
        /has no finding of agent-missing; found there: .*procedure-code-count-mismatch/,
      ],
      ['another line', ['visits/a.txt:2', rule, '--reason', 'accepted', ...by], /visits\/a\.txt:2: has no finding of/],
    ] as const) {
      it(`refuses ${what}, and writes nothing`, async () => {
        const { code, stderr } = await run('review', 'dismiss', ...args);
        assert.match(stderr, message);
        assert.equal(code, 2);
        assert.deepEqual(await readdir(folder.path), ['visits']);
      });
    }

    it('asks which one where a rule has found several', async () => {
      await folder.write('c.txt', 'Injected.\nLot: ***\nConsent: ***\n');
      const several = await run('review', 'dismiss', 'c.txt', 'placeholder-unfilled', '--reason', 'accepted', ...by);
      assert.match(several.stderr, /has several findings of placeholder-unfilled; name one: c\.txt:2:6, c\.txt:3:10/);
      const one = await run('review', 'dismiss', 'c.txt:3', 'placeholder-unfilled', '--reason', 'accepted', ...by);
      assert.equal(one.code, 0);
      const [{ findings, dismissed }] = await checked('c.txt');
      const lines = (found: { rule: string; range: { start: { line: number } } }[]) =>
        found.filter((each) => each.rule === 'placeholder-unfilled').map(({ range }) => range.start.line);
      assert.deepEqual([lines(findings), lines(dismissed)], [[1], [2]]);
    });

    it('says so where the file cannot be written, and leaves nothing behind', async () => {
      const { code, stderr } = await dismiss('visits/a.txt', '--review', 'nowhere/review.json');
      assert.match(stderr, /nowhere\/review\.json: cannot be written/);
      assert.equal(code, 2);
      assert.deepEqual(await readdir(folder.path), ['visits']);
    });

    it('loses no decision that another made meanwhile', async () => {
      await dismiss('visits/a.txt');
      const path = join(folder.path, FILE);
      const store = await loadReview(path, folder.path);
      await dismiss('visits/b.txt');
      const theirs = await folder.read(FILE);
      assert.match((await saveReview(store, emptyReview('0'.repeat(32)))) ?? '', /was changed meanwhile; try again/);
      assert.equal(await folder.read(FILE), theirs);
      assert.equal(await saveReview(await loadReview(path, folder.path), emptyReview('0'.repeat(32))), null);
    });

    it('keeps the line endings of the file', async () => {
      await dismiss('visits/a.txt');
      await folder.write(FILE, (await folder.read(FILE)).replaceAll('\n', '\r\n'));
      assert.equal((await dismiss('visits/b.txt')).code, 0);
      assert.ok(!/[^\r]\n/.test(await folder.read(FILE)));
    });
  });

  describe('check', () => {
    it('reports a dismissed finding apart, and does not count it', async () => {
      await dismiss('visits/a.txt');
      const [a, b] = await checked('visits');
      assert.deepEqual(Object.keys(a), ['file', 'summary', 'findings', 'dismissed']);
      assert.ok(!rulesOf(a.findings).includes(rule));
      assert.deepEqual(rulesOf(a.dismissed), [rule]);
      const { note: _note, rule: _rule, ...decision } = (await recorded()).decisions[0];
      assert.deepEqual(a.dismissed[0].decision, decision);
      assert.ok(rulesOf(b.findings).includes(rule));
      assert.deepEqual(b.dismissed, []);
      assert.equal((await run('check', '--max-severity', 'error', 'visits/a.txt')).code, 0);
      assert.equal((await run('check', '--max-severity', 'error', 'visits')).code, 1);
    });

    it('says nothing of dismissals where there is no review file, or none is wanted', async () => {
      assert.deepEqual(Object.keys((await checked('visits/a.txt'))[0]), ['file', 'summary', 'findings']);
      await dismiss('visits/a.txt');
      const [note] = await checked('--no-review', 'visits/a.txt');
      assert.deepEqual(Object.keys(note), ['file', 'summary', 'findings']);
      assert.ok(rulesOf(note.findings).includes(rule));
    });

    it('counts them for people, and shows them on request', async () => {
      await dismiss('visits/a.txt');
      const quiet = await run('check', 'visits/a.txt');
      assert.match(quiet.stdout, /1 finding dismissed\.\n$/);
      assert.ok(!quiet.stdout.includes(rule));
      const shown = await run('check', '--dismissed', 'visits/a.txt');
      assert.match(
        shown.stdout,
        /\^ error procedure-code-count-mismatch: .* Dismissed \(accepted\) by A\. Coder, \d{4}-/,
      );
    });

    it('finds it again when its evidence changes, and names the decision that has no use any more', async () => {
      await dismiss('visits/a.txt');
      await folder.write('visits/a.txt', wrongBand.replace('Nine warts', 'Eight warts'));
      const { stderr, code } = await run('check', '--max-severity', 'error', 'visits/a.txt');
      assert.equal(
        stderr,
        `chartlint: ${FILE}:5: unused decision: visits/a.txt has no finding of ${rule} that rests on the same words any more\n`,
      );
      assert.equal(code, 1);
    });

    it('names the decision whose note is gone', async () => {
      await dismiss('visits/a.txt');
      await folder.write('chartlint.review.json', (await folder.read(FILE)).replace('visits/a.txt', 'visits/gone.txt'));
      const { stderr } = await run('check', 'visits/b.txt');
      assert.equal(stderr, `chartlint: ${FILE}:5: unused decision: visits/gone.txt is gone (${rule})\n`);
    });

    it('hides nothing by a file that is not understood, and says where', async () => {
      await dismiss('visits/a.txt');
      const broken = (await folder.read(FILE)).replace('"A. Coder"', '7');
      await folder.write(FILE, broken);
      const { stdout, stderr, code } = await run('check', 'visits/a.txt');
      assert.match(
        stderr,
        /^chartlint: chartlint\.review\.json:10:19: Expected "reviewer" to be the name of a reviewer\./,
      );
      assert.ok(stdout.includes(rule));
      assert.equal(code, 2);
      for (const args of [
        ['dismiss', 'visits/a.txt', rule, '--reason', 'accepted', ...by],
        ['restore', 'visits/a.txt'],
        ['list'],
        ['report', 'visits'],
      ]) {
        const refused = await run('review', ...args);
        assert.match(refused.stderr, /chartlint\.review\.json:10:19/);
        assert.equal(refused.code, 2);
      }
      assert.equal(await folder.read(FILE), broken);
    });

    it('names a review file that is not there', async () => {
      const { stderr, code } = await run('check', '--review', 'gone.json', 'visits/a.txt');
      assert.match(stderr, /gone\.json: cannot be read; check the path/);
      assert.equal(code, 2);
    });
  });

  describe('list and restore', () => {
    beforeEach(async () => {
      await dismiss('visits/a.txt');
      await dismiss('visits/b.txt');
    });

    it('list each decision with its places and what became of it', async () => {
      await folder.write('visits/b.txt', wrongBand.replace('Nine warts', 'Eight warts'));
      const { stdout, code } = await run('review', 'list');
      assert.equal(code, 0);
      const lines = stdout.replace(/\d{4}-[^)]+/g, 'TIME').split('\n');
      assert.deepEqual(lines, [
        `${FILE}:5  visits/a.txt:10  ${rule}  accepted (A. Coder, TIME)`,
        `${FILE}:15  visits/b.txt  ${rule}  accepted (A. Coder, TIME) [unused: the words it rested on have changed or are gone]`,
        '',
      ]);
      const json = JSON.parse((await run('review', 'list', '--format', 'json', '--unused')).stdout);
      assert.deepEqual(
        json.map(({ note, state, line, recorded }: Record<string, unknown>) => ({ note, state, line, recorded })),
        [{ note: 'visits/b.txt', state: 'finding gone', line: null, recorded: { file: FILE, line: 15 } }],
      );
      assert.equal((await run('review', 'list', 'elsewhere')).stdout, 'No decisions.\n');
      assert.equal((await inVisits('review', 'list', 'a.txt')).stdout.split('\n').length, 2);
    });

    it('take back one decision, by note, line and rule', async () => {
      assert.equal((await run('review', 'restore', 'visits/a.txt:9')).code, 2);
      assert.equal((await run('review', 'restore', 'visits/a.txt', 'agent-missing')).code, 2);
      const { stdout, code } = await run('review', 'restore', 'visits/a.txt:10', rule);
      assert.equal(stdout, `Restored: visits/a.txt:10 ${rule} (was accepted, A. Coder)\n`);
      assert.equal(code, 0);
      assert.deepEqual(
        (await recorded()).decisions.map(({ note }: { note: string }) => note),
        ['visits/b.txt'],
      );
      assert.ok(rulesOf((await checked('visits/a.txt'))[0].findings).includes(rule));
    });

    it('take back the unused, and only them', async () => {
      assert.equal((await run('review', 'restore', '--unused')).stdout, 'No decision is unused.\n');
      await folder.write('visits/b.txt', 'Nothing here any more.\n');
      assert.match((await run('review', 'restore', '--unused')).stdout, /^Restored: visits\/b\.txt /);
      assert.equal((await recorded()).decisions.length, 1);
    });

    it('refuse to take back everything by a slip', async () => {
      assert.match((await run('review', 'restore')).stderr, /name the note/);
    });
  });

  describe('report', () => {
    const query = 'Query to clinician\nDose: How much was injected? ____\n';

    it('lists findings, decisions and open queries a note, for people', async () => {
      await dismiss('visits/a.txt');
      await folder.write('visits/b.txt', `${wrongBand}\n${query}`);
      const { stdout, code } = await run('review', 'report', 'visits');
      assert.equal(code, 0);
      assert.match(
        stdout,
        /^visits\/a\.txt\n(?:.*\n)*? {2}Dismissed findings\n {4}10:6 {2}error {2}procedure-code-count-mismatch .*\n {10}accepted \(A\. Coder, \d{4}-/,
      );
      assert.match(
        stdout,
        /visits\/b\.txt\n {2}bleomycin, .* · .*\n {2}Open findings\n(?:.*\n)* {2}Open queries to the clinician\n {4}13:1 {2}Dose\n/,
      );
      assert.match(
        stdout,
        /\nNotes: 2\. Open findings: \d+\. Dismissed findings: 1\. Open queries: 1\. Decisions without use: 0\. Data: \d{4}-/,
      );
    });

    it('tells what is known of the payer', async () => {
      await folder.write('visits/b.txt', `Payer: Cigna\n${wrongBand}`);
      assert.match(
        (await run('review', 'report', 'visits/b.txt')).stdout,
        /^visits\/b\.txt\n .* · Cigna\n {2}Payer\n {4}Modifier 25: .* \(delayed, 2023-05-25\)\. Source: .*\n {4}Documentation: .*\(no data\)/,
      );
      const { stdout } = await run('review', 'report', '--format', 'json', 'visits');
      const [a, b] = JSON.parse(stdout).notes;
      assert.deepEqual([a.payer, b.payer.length], [[], 2]);
      assert.match(b.conclusion, / · Cigna$/);
    });

    it('lists them as one JSON object, into a file that is whole or not there', async () => {
      await dismiss('visits/a.txt');
      await dismiss('visits/b.txt');
      await folder.write('visits/b.txt', `Nothing else.\n\n${query}`);
      const { stdout, code } = await run('review', 'report', '--format', 'json', '--output', 'audit.json', 'visits');
      assert.equal(stdout, '');
      assert.equal(code, 0);
      const { knowledgeVersion, notes, decisionsOfGoneNotes } = JSON.parse(await folder.read('audit.json'));
      const { decisions } = await recorded();
      assert.equal(knowledgeVersion, decisions[0].knowledgeVersion);
      assert.deepEqual(decisionsOfGoneNotes, []);
      const [a, b] = notes;
      assert.deepEqual(Object.keys(a), [
        'note',
        'file',
        'findings',
        'dismissed',
        'openQueries',
        'unusedDecisions',
        'conclusion',
        'payer',
      ]);
      assert.deepEqual([a.note, rulesOf(a.dismissed), a.dismissed[0].ruleVersion], ['visits/a.txt', [rule], 1]);
      assert.deepEqual([b.openQueries[0].subject, b.openQueries[0].range.start], ['dose', { line: 3, character: 0 }]);
      assert.deepEqual(b.unusedDecisions, [{ ...decisions[1], recorded: { file: FILE, line: 15 } }]);
    });

    it('names the versions under which was decided, where they are not today’s', async () => {
      await dismiss('visits/a.txt');
      const old = (await folder.read(FILE)).replace(
        /"knowledgeVersion": "[^"]+"/,
        '"knowledgeVersion": "2023-01-01-00000000"',
      );
      await folder.write(FILE, old.replace('"ruleVersion": 1', '"ruleVersion": 7'));
      const { stdout } = await run('review', 'report', 'visits/a.txt');
      assert.match(stdout, /, decided under version 7 of the rule and data 2023-01-01-00000000\n/);
    });

    it('names a note that cannot be read, and goes on with the others', async () => {
      const { stdout, stderr, code } = await run('review', 'report', 'gone.txt', 'visits/a.txt');
      assert.match(stderr, /gone\.txt: no such file/);
      assert.match(stdout, /Notes: 1\./);
      assert.equal(code, 2);
    });
  });

  it('writes and prints nothing of a note but what was asked for', async () => {
    const secret = 'Zyxwvut Abcdefg';
    const note = wrongBand.replace('Date of service', `Patient: ${secret}\nDate of service`);
    await folder.write('visits/a.txt', note);
    const outputs = [
      await dismiss('visits/a.txt'),
      await run('review', 'list'),
      await run('review', 'list', '--format', 'json'),
      await run('check', '--format', 'jsonl', 'visits/a.txt'),
      await run('review', 'restore', 'visits/a.txt'),
    ];
    const told = [...outputs.flatMap(({ stdout, stderr }) => [stdout, stderr]), await folder.read(FILE)].join('\n');
    assert.ok(!told.includes('Zyxwvut'));
    const words = (await folder.read(FILE)).toLowerCase();
    for (const word of ['nine', 'warts', 'bleomycin', '96405']) assert.ok(!words.includes(word), word);
  });
});
