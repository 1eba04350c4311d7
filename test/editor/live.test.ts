/** The editor as a person uses it: sees the squiggle, reads the message, takes the fix, and the finding is gone. */
import { equal, match } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from './embedded/chromium';
import { EditorPage } from './embedded/editor-page';
import { installHost } from './embedded/install';
import { repository } from './embedded/paths';
import { type Server, startServer } from './embedded/server';
import { stopAll } from './embedded/stopping';
import { notesFolder } from './embedded/temporary';
import { countsNine } from './suite/notes';

/** The README's picture, made anew by `npm run screenshot` alone: fonts differ from machine to machine. */
const screenshot = join(repository, 'docs/images/chartlint.png');
const wanted = process.env.npm_lifecycle_event === 'screenshot';

describe('the live editor', function () {
  this.timeout(240_000);
  let server: Server;
  let browser: Browser;

  before('starts VS Code', async function () {
    this.timeout(600_000);
    const host = await installHost('current', console.log);
    server = await startServer(host, { settings: readable });
    browser = await launchChromium(host.folder);
  });

  after(async () => {
    await browser?.close();
    await stopAll();
  });

  it('shows a finding, explains it, and fixes the note', async () => {
    const folder = notesFolder();
    const note = join(folder, 'wrong-band.procnote');
    const before = readFileSync(note, 'utf8');
    const window = await EditorPage.open(browser, server, { folder, note, extension: repository });

    const squiggle = window.squiggles('error').first();
    await window.waitForProblems(/errors: 1\b/i);
    await window.scrollTo(squiggle);
    const hover = await window.hover(squiggle, countsNine.rule);
    match(await hover.innerText(), new RegExp(`${countsNine.code}.*nine|${countsNine.code}.*9`, 'is'));

    await window.click(squiggle);
    const fixes = await window.openQuickFixes();
    const fix = fixes.filter({ hasText: countsNine.fixed }).first();
    await fix.waitFor();
    await window.letMouseThrough();
    await window.hover(squiggle, countsNine.rule);
    if (wanted) {
      await window.photograph(screenshot);
    }

    await fix.click();
    await window.menu.waitFor({ state: 'hidden' });
    await squiggle.waitFor({ state: 'hidden' });
    await window.save();
    equal(readFileSync(note, 'utf8'), before.replace(countsNine.code, countsNine.fixed));
    await window.waitForProblems(/^(?!.*error)/is);
  });

  it('dismisses a finding with a reason and a name, shows it among the dismissed, and restores it', async () => {
    const folder = notesFolder();
    const note = join(folder, 'wrong-band.procnote');
    const window = await EditorPage.open(browser, server, { folder, note, extension: repository });
    const squiggle = window.squiggles('error').first();
    await window.waitForProblems(/errors: 1\b/i);
    await window.scrollTo(squiggle);
    await window.click(squiggle);

    const actions = await window.openQuickFixes();
    const titles = await actions.allInnerTexts();
    match(titles.at(-1) ?? '', /^Dismiss procedure-code-count-mismatch: accepted, not applicable/);
    await window.look('dismiss-menu');
    await actions.last().click();
    await window.look('dismiss-reasons');
    await window.choose('Not applicable');
    await window.type('A. Coder');
    await squiggle.waitFor({ state: 'hidden' });
    await window.waitForProblems(/^(?!.*error)/is);
    const file = join(folder, 'chartlint.review.json');
    const [decision] = JSON.parse(readFileSync(file, 'utf8')).decisions;
    equal(`${decision.note} ${decision.reason} ${decision.reviewer}`, 'wrong-band.procnote not applicable A. Coder');

    await window.command('Chartlint: Show Dismissed Findings');
    const item = window.picks.filter({ hasText: countsNine.rule }).first();
    await item.waitFor();
    match(await item.innerText(), /not applicable · A\. Coder · \d{4}-.*9 lesions/s);
    await window.look('dismissed');
    await item.hover();
    await item.locator('.codicon-discard').click();
    await window.waitForProblems(/errors: 1\b/i);
    equal(JSON.parse(readFileSync(file, 'utf8')).decisions.length, 0);
  });
});

/** A window that shows a note and little else. */
const readable = {
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'files.autoSave': 'off',
  'editor.fontSize': 14,
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'editor.hover.delay': 100,
};
