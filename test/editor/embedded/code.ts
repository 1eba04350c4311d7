/**
 * Runs an extension's tests in the embedded VS Code, from the command line that a desktop VS Code would get.
 * Ends with the suite's exit code.
 */
import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { launchChromium } from './chromium';
import { installHost } from './install';
import { pageAddress, remote, startServer } from './server';
import { runToExit, stopAtEnd } from './stopping';
import { suiteExit } from './suite-page';

void runToExit(main);

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  const extension = option(args, 'extensionDevelopmentPath');
  const tests = option(args, 'extensionTestsPath');
  const folder = args.find((arg) => !arg.startsWith('-'));
  if (extension === undefined || tests === undefined || folder === undefined) {
    throw new Error('Wanted: FOLDER --extensionDevelopmentPath=DIR --extensionTestsPath=FILE');
  }

  const host = await installHost(process.env.CHARTLINT_VSCODE_AGE === 'floor' ? 'floor' : 'current', console.log);
  const browserHost = host.age === 'current' ? host : await installHost('current', console.log);
  const server = await startServer(host, {
    settings: userSettings(option(args, 'user-data-dir')),
    // `runTests` always passes --disable-workspace-trust, so the wish for a restricted window comes another way.
    workspaceTrust: process.env.CHARTLINT_RESTRICTED === '1' || !args.includes('--disable-workspace-trust'),
  });
  const browser = await launchChromium(browserHost.folder);
  stopAtEnd(() => browser.close());

  const page = await browser.newPage();
  const exit = await suiteExit(page);
  const payload = [
    ['extensionDevelopmentPath', remote(server.port, absolute(extension))],
    ['extensionTestsPath', remote(server.port, absolute(tests))],
    ['skipWelcome', 'true'],
  ] as const;
  await page.goto(pageAddress(server.port, absolute(folder), payload), { waitUntil: 'commit' });
  return Promise.race([exit.code, server.ended.then(() => 1)]);
}

function option(args: readonly string[], name: string): string | undefined {
  const prefix = `--${name}=`;
  return args.find((arg) => arg.startsWith(prefix))?.slice(prefix.length);
}

function absolute(path: string): string {
  return isAbsolute(path) ? path : resolve(path);
}

function userSettings(dataFolder: string | undefined): Record<string, unknown> {
  const file = dataFolder === undefined ? '' : join(dataFolder, 'User/settings.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : {};
}
