/** A browser page in which VS Code runs a suite: its lines are printed and its exit code awaited. */
import { format } from 'node:util';
import type { Page } from 'playwright-core';
import { harmless } from './noise';

const timeLimit = 180_000;

/** Call it before the page navigates. The code is wrapped, so that awaiting this does not await the suite. */
export async function suiteExit(page: Page): Promise<{ readonly code: Promise<number> }> {
  let ended = false;
  let end: (code: number) => void = () => {};
  const code = new Promise<number>((resolve) => {
    end = (exit) => {
      ended = true;
      resolve(exit);
    };
  });
  page.on('crash', () => {
    console.error('The page crashed.');
    end(1);
  });
  setTimeout(() => {
    console.error(`The suite did not end within ${timeLimit / 1000} s.`);
    end(1);
  }, timeLimit).unref();
  await page.exposeFunction('codeAutomationExit', (exit: number) => end(exit));
  await page.exposeFunction('codeAutomationLog', (_type: string, parts: readonly unknown[]) => {
    const line = format(...parts);
    // What comes after the end is the window's complaint about being closed.
    if (!ended && !harmless(line)) {
      console.log(line);
    }
  });
  return { code };
}
