/** Runs the editor suites in a web worker extension host; `--floor` takes the oldest VS Code for the web. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { launchChromium } from './embedded/chromium';
import { type Host, installHost } from './embedded/install';
import { repository } from './embedded/paths';
import { freePort } from './embedded/server';
import { runToExit, stopAtEnd } from './embedded/stopping';
import { bundleSuite } from './embedded/suite-bundle';
import { suiteExit } from './embedded/suite-page';
import { notesFolder } from './embedded/temporary';

/** As much of `@vscode/test-web` as is used; it is installed with the host, not with this package. */
interface TestWeb {
  open(options: {
    browserType: 'none';
    quality: 'stable';
    commit: string;
    testRunnerDataDir: string;
    extensionDevelopmentPath: string;
    extensionTestsPath: string;
    folderPath: string;
    host: string;
    port: number;
    hideServerLog: boolean;
  }): Promise<{ dispose(): void }>;
}

async function main(): Promise<number> {
  const current = await installHost('current', console.log);
  const host = process.argv.includes('--floor') ? await installHost('floor', console.log) : current;

  const port = await freePort();
  const server = await testWeb(host).open({
    browserType: 'none',
    quality: 'stable',
    commit: 'local',
    testRunnerDataDir: host.webData,
    extensionDevelopmentPath: repository,
    extensionTestsPath: await bundleSuite(),
    folderPath: notesFolder(),
    host: 'localhost',
    port,
    hideServerLog: true,
  });
  stopAtEnd(async () => server.dispose());
  const browser = await launchChromium(current.folder);
  stopAtEnd(() => browser.close());
  const page = await browser.newPage();
  const exit = await suiteExit(page);
  await page.goto(`http://localhost:${port}/`, { waitUntil: 'commit' });
  return exit.code;
}

function testWeb(host: Host): TestWeb {
  return createRequire(join(host.folder, 'package.json'))('@vscode/test-web') as TestWeb;
}

void runToExit(main);
