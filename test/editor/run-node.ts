/**
 * Runs the editor suites in a Node extension host: a desktop VS Code where one can be had, else the embedded one.
 *
 * `CHARTLINT_VSCODE` names the executable to run; `--floor` takes the oldest embedded one, `--restricted` opens the
 * folder without trusting it (embedded only: `runTests` always trusts).
 */
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { repository } from './embedded/paths';
import { stopAll } from './embedded/stopping';
import { bundleSuite } from './embedded/suite-bundle';
import { notesFolder } from './embedded/temporary';

const embedded = join(repository, 'test/editor/embedded/code.mjs');

async function main(): Promise<void> {
  const floor = process.argv.includes('--floor');
  const restricted = process.argv.includes('--restricted');
  const vscodeExecutablePath = floor || restricted ? embedded : await executable();
  await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: repository,
    extensionTestsPath: await bundleSuite(),
    launchArgs: [notesFolder(), '--disable-extensions'],
    extensionTestsEnv: {
      ...(floor ? { CHARTLINT_VSCODE_AGE: 'floor' } : {}),
      ...(restricted ? { CHARTLINT_RESTRICTED: '1' } : {}),
    },
  });
}

async function executable(): Promise<string> {
  const named = process.env.CHARTLINT_VSCODE;
  if (named !== undefined && named !== '') {
    return named === 'embedded' ? embedded : named;
  }
  if (process.platform === 'linux' && process.env.DISPLAY === undefined && process.env.WAYLAND_DISPLAY === undefined) {
    // No window could open.
    return embedded;
  }
  try {
    return await downloadAndUnzipVSCode();
  } catch (error) {
    console.log(
      `No desktop VS Code to be had (${error instanceof Error ? error.message : error}): the embedded one it is.`,
    );
    return embedded;
  }
}

main().then(
  () => stopAll(),
  async (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    await stopAll();
    process.exit(1);
  },
);
