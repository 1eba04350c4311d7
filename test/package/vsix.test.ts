import { doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../editor/embedded/chromium';
import { EditorPage } from '../editor/embedded/editor-page';
import { type Host, installHost } from '../editor/embedded/install';
import { repository } from '../editor/embedded/paths';
import { startServer } from '../editor/embedded/server';
import { stopAll } from '../editor/embedded/stopping';
import { notesFolder, temporaryFolder } from '../editor/embedded/temporary';
import { countsNine } from '../editor/suite/notes';
import { run } from './run';

describe('the .vsix', function () {
  this.timeout(180_000);
  let place: string;
  let vsix: string;
  let extensions: string;
  let host: Host;
  let browser: Browser | undefined;

  before('packages it', async function () {
    this.timeout(600_000);
    place = temporaryFolder('vsix');
    vsix = join(place, 'chartlint.vsix');
    extensions = join(place, 'extensions');
    run('npm', ['run', '--silent', 'package', '--', '--out', vsix], repository);
    host = await installHost('current', console.log);
  });

  after(async () => {
    await browser?.close();
    await stopAll();
  });

  it('is small', () => {
    ok(statSync(vsix).size < 2_000_000, `${statSync(vsix).size} bytes`);
  });

  it('installs into VS Code', () => {
    mkdirSync(extensions);
    const { status, stdout, stderr } = spawnSync(
      host.node,
      [
        host.server,
        `--install-extension=${vsix}`,
        `--extensions-dir=${extensions}`,
        `--server-data-dir=${join(place, 'data')}`,
        '--accept-server-license-terms',
      ],
      { encoding: 'utf8', timeout: 60_000 },
    );
    equal(status, 0, stdout + stderr);
    match(stdout, /successfully installed/);
  });

  it('holds the extension and nothing else', () => {
    const [folder] = readdirSync(extensions).filter((name) => name.startsWith('chartlint.chartlint-'));
    const files = readdirSync(join(extensions, folder ?? ''), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(extensions, folder ?? '').length + 1));
    const bundles = files.filter((file) => file.startsWith('dist'));
    equal(
      bundles.sort().join(' '),
      ['client.node', 'client.web', 'server.node', 'server.web'].map((name) => join('dist', `${name}.js`)).join(' '),
    );
    ok(files.includes(join('docs', 'rules', `${countsNine.rule}.md`)), files.join(' '));
    doesNotMatch(files.join(' '), /test|node_modules|\.map|\.ts\b/);
  });

  it('finds what a sample hides', async () => {
    const notes = notesFolder();
    const server = await startServer(host, { extensions });
    browser = await launchChromium(host.folder);
    const window = await EditorPage.open(browser, server, { folder: notes, note: join(notes, 'wrong-band.procnote') });
    await window.scrollTo(window.squiggles('error').first());
    match(await window.problemCounts(), /errors: 1\b/i);
  });
});
