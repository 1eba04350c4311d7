import { equal, match, ok } from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../editor/embedded/paths';
import { stopAll } from '../editor/embedded/stopping';
import { temporaryFolder } from '../editor/embedded/temporary';
import { countsNine, wrongBand } from '../editor/suite/notes';
import { run } from './run';

describe('the npm tarball', function () {
  this.timeout(180_000);
  let user: string;

  before('packs and installs it in an empty folder', () => {
    const folder = temporaryFolder('pack');
    user = join(folder, 'user');
    mkdirSync(user);
    run('npm', ['pack', '--silent', '--pack-destination', folder], repository);
    const tarball = join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '');
    writeFileSync(join(user, 'package.json'), '{ "name": "user", "private": true }');
    // Off line: what it needs must be in it.
    run('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], user);
  });

  after(stopAll);

  it('brings no dependencies', () => {
    const packages = readdirSync(join(user, 'node_modules')).filter((name) => !name.startsWith('.'));
    equal(packages.join(), 'chartlint');
  });

  it('checks notes on the command line', () => {
    writeFileSync(join(user, 'note.procnote'), wrongBand);
    const { status, stdout, stderr } = chartlint(['check', 'note.procnote', '--format', 'jsonl']);
    equal(status, 1, stderr);
    const answer = JSON.parse(stdout) as { file: string; findings: { rule: string }[] };
    match(answer.file, /note\.procnote$/);
    ok(
      answer.findings.some(({ rule }) => rule === countsNine.rule),
      stdout,
    );
  });

  it('names its version', () => {
    match(chartlint(['--version']).stdout, /^\d+\.\d+\.\d+\n$/);
  });

  it('is a library', () => {
    writeFileSync(
      join(user, 'use.js'),
      `const { analyze } = require('chartlint');
       console.log(analyze(require('node:fs').readFileSync('note.procnote', 'utf8')).summary.procedures[0].lesions);`,
    );
    equal(run(process.execPath, ['use.js'], user).trim(), '9');
  });

  for (const resolution of ['node16', 'bundler']) {
    it(`has types, resolved as ${resolution} does`, () => {
      writeFileSync(
        join(user, 'use.ts'),
        `import { analyze, type Analysis, type Finding } from 'chartlint';
         const analysis: Analysis = analyze('note');
         const findings: readonly Finding[] = analysis.findings;
         const lesions: number | null | undefined = analysis.summary.procedures[0]?.lesions;
         // @ts-expect-error What an analysis has not, the types have not.
         analysis.nothing;
         export { findings, lesions };`,
      );
      const module = resolution === 'node16' ? 'node16' : 'esnext';
      const options = ['--strict', '--noEmit', '--types', '', '--module', module, '--moduleResolution', resolution];
      run(process.execPath, [join(repository, 'node_modules/typescript/bin/tsc'), ...options, 'use.ts'], user);
    });
  }

  it('answers an editor over standard input and output, once', async () => {
    const editor = spawn(join(user, 'node_modules/.bin/chartlint'), ['lsp', '--stdio'], {
      cwd: user,
      shell: process.platform === 'win32',
    });
    let answers = '';
    editor.stdout.on('data', (data: Buffer) => {
      answers += data.toString();
    });
    const say = (message: object): void => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      editor.stdin.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
    };
    const ended = new Promise<number | null>((resolve) => editor.on('close', resolve));
    say({ id: 'hello', method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    say({ id: 'bye', method: 'shutdown' });
    say({ method: 'exit' });
    equal(await ended, 0, answers);
    equal(answers.split('"id":"hello"').length, 2, answers);
    ok(answers.includes('"capabilities"'), answers);
  });

  function chartlint(args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
    const bin = join(user, 'node_modules/.bin/chartlint');
    const shell = process.platform === 'win32';
    return spawnSync(bin, args, { cwd: user, encoding: 'utf8', timeout: 30_000, shell });
  }
});
