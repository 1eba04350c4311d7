/** A window of the embedded VS Code as a person sees and uses it. */
import { basename, join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { pageAddress, remote, type Server } from './server';

export interface WindowOptions {
  readonly folder: string;
  /** The note to open in it. */
  readonly note: string;
  /** The extension's source folder, where it is not installed. */
  readonly extension?: string;
}

export class EditorPage {
  readonly page: Page;
  /** The text editor that shows the note. */
  readonly editor: Locator;
  /** The open quick fix menu. */
  readonly menu: Locator;
  /** What the open quick pick offers. */
  readonly picks: Locator;

  private constructor(page: Page, note: string) {
    this.page = page;
    this.editor = page.locator(`.editor-instance .monaco-editor[data-uri$="/${basename(note)}"]`);
    this.menu = page.locator('.action-widget:has(.monaco-list-row)');
    this.picks = page.locator('.quick-input-list .monaco-list-row');
  }

  static async open(browser: Browser, server: Server, options: WindowOptions): Promise<EditorPage> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 });
    page.setDefaultTimeout(30_000);
    await page.goto(
      pageAddress(server.port, options.folder, [
        ...(options.extension === undefined
          ? []
          : [['extensionDevelopmentPath', remote(server.port, options.extension)] as const]),
        ['openFile', remote(server.port, options.note)],
        ['skipWelcome', 'true'],
      ]),
      { waitUntil: 'commit' },
    );
    const opened = new EditorPage(page, options.note);
    await opened.editor.locator('.view-line').first().waitFor();
    return opened;
  }

  squiggles(severity: 'error' | 'warning' | 'info'): Locator {
    return this.editor.locator(`.squiggly-${severity}`);
  }

  /** What the status bar tells a screen reader of errors and warnings. */
  async problemCounts(): Promise<string> {
    return (await this.page.locator('#status\\.problems').getAttribute('aria-label')) ?? '';
  }

  /** Waits until the status bar counts the problems as `wanted` says: a server that starts takes its time. */
  async waitForProblems(wanted: RegExp): Promise<void> {
    for (let tries = 0; tries < 120; tries++) {
      if (wanted.test(await this.problemCounts())) {
        return;
      }
      await this.page.waitForTimeout(500);
    }
    throw new Error(`The status bar says "${await this.problemCounts()}", where ${wanted} was to come.`);
  }

  /**
   * Turns the mouse wheel until the squiggle is in sight, with room above and below: VS Code draws only what is.
   * The finding must be there already, or the note would be scrolled past its place.
   */
  async scrollTo(squiggle: Locator): Promise<void> {
    const editor = await this.editor.boundingBox();
    if (editor === null) {
      throw new Error('The note is not on the screen.');
    }
    await this.page.mouse.move(editor.x + editor.width / 2, editor.y + editor.height / 2);
    for (let tries = 0; tries < 60; tries++) {
      const at = (await appears(squiggle, 500)) ? await squiggle.boundingBox() : null;
      const above = at !== null && at.y < editor.y + editor.height * 0.4;
      if (at !== null && !above && at.y < editor.y + editor.height * 0.8) {
        return;
      }
      await this.page.mouse.wheel(0, above ? -60 : 120);
    }
    throw new Error('The squiggle did not come into sight.');
  }

  /** Puts the mouse on a squiggle and answers the hover that holds `text`. */
  async hover(squiggle: Locator, text: string | RegExp): Promise<Locator> {
    const hover = this.page.locator('.monaco-hover:visible').filter({ hasText: text });
    for (let tries = 0; tries < 10; tries++) {
      await this.page.mouse.move(5, 5);
      const box = await squiggle.boundingBox();
      if (box !== null) {
        await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
      }
      if (await appears(hover, 2500)) {
        return hover.first();
      }
    }
    throw new Error(`No hover with ${text} appeared.`);
  }

  /** Puts the cursor into a squiggle. */
  async click(squiggle: Locator): Promise<void> {
    const box = await squiggle.boundingBox();
    if (box === null) {
      throw new Error('The squiggle is not on the screen.');
    }
    await this.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  }

  /** Opens the quick fixes at the cursor; right after a squiggle appears, VS Code may need asking twice. */
  async openQuickFixes(): Promise<Locator> {
    for (let tries = 0; tries < 10; tries++) {
      await this.page.keyboard.press('Control+.');
      if (await appears(this.menu, 3000)) {
        return this.menu.locator('.monaco-list-row.action');
      }
      await this.page.keyboard.press('Escape');
    }
    throw new Error('No quick fix menu appeared.');
  }

  /** Takes what a quick pick offers. */
  async choose(label: string): Promise<void> {
    await this.picks.filter({ hasText: label }).first().click();
  }

  /** Answers an input box, which is waited for. */
  async type(answer: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget:visible .quick-input-box input');
    await this.picks.first().waitFor({ state: 'hidden' });
    await input.fill(answer);
    await this.page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
  }

  /** Runs a command by its name. */
  async command(name: string): Promise<void> {
    await this.page.keyboard.press('F1');
    const input = this.page.locator('.quick-input-widget:visible .quick-input-box input');
    await input.fill(`>${name}`);
    await this.picks.filter({ hasText: name }).first().waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** Lets the mouse reach the note while a menu is open, so that one picture has the menu and the hover. */
  async letMouseThrough(): Promise<void> {
    await this.page.addStyleTag({ content: '.context-view-block { pointer-events: none; }' });
  }

  /** Takes a picture of the window as it is. */
  async photograph(file: string): Promise<void> {
    await this.page.screenshot({ path: file, animations: 'disabled', caret: 'initial' });
  }

  /** Takes a picture into the folder that `CHARTLINT_PICTURES` names, for one who wants to see what a test sees. */
  async look(name: string): Promise<void> {
    const folder = process.env.CHARTLINT_PICTURES;
    if (folder) await this.photograph(join(folder, `${name}.png`));
  }

  /** Saves the note, whose tab then loses its mark. */
  async save(): Promise<void> {
    await this.page.keyboard.press('Control+s');
    await this.page.locator('.tab.active.dirty').waitFor({ state: 'hidden' });
  }
}

async function appears(locator: Locator, within: number): Promise<boolean> {
  try {
    await locator.first().waitFor({ state: 'visible', timeout: within });
    return true;
  } catch {
    return false;
  }
}
