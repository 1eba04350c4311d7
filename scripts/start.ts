/**
 * Opens VS Code with the extension and the sample notes: `npm start [-- --desktop] [-- --port N]`.
 * The embedded VS Code answers on the loopback interface only, to who holds the token in the address it prints.
 */
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installHost } from '../test/editor/embedded/install';
import { repository, samples } from '../test/editor/embedded/paths';
import { pageAddress, remote, startServer } from '../test/editor/embedded/server';
import { stopAll } from '../test/editor/embedded/stopping';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { desktop: { type: 'boolean', default: false }, port: { type: 'string' } },
  });
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65536)) {
    throw new Error(`--port wants a number from 1 to 65535, not ${values.port}.`);
  }
  console.log('Building the extension …');
  build();
  await (values.desktop ? openDesktop() : serveEmbedded(port));
}

function build(): void {
  const { status } = spawnSync(process.execPath, [join(repository, 'esbuild.mjs')], {
    cwd: repository,
    stdio: 'inherit',
  });
  if (status !== 0) {
    throw new Error('The build failed.');
  }
}

async function serveEmbedded(port: number | undefined): Promise<void> {
  const host = await installHost('current', console.log);
  console.log('Starting VS Code …');
  const token = randomUUID();
  const server = await startServer(host, {
    token,
    ...(port === undefined ? {} : { port }),
    settings: {
      'telemetry.telemetryLevel': 'off',
      'workbench.secondarySideBar.defaultVisibility': 'hidden',
      'workbench.startupEditor': 'none',
    },
  });
  const address = pageAddress(server.port, samples, [
    ['extensionDevelopmentPath', remote(server.port, repository)],
    ['openFile', remote(server.port, join(samples, 'wrong-band.procnote'))],
    ['skipWelcome', 'true'],
  ]);
  console.log(`\nChartlint is open at\n\n  ${address}&tkn=${token}\n\nCtrl+C ends it.`);
  await server.ended;
  await stopAll();
}

function openDesktop(): Promise<void> {
  const windows = process.platform === 'win32';
  const code = spawn('code', ['--new-window', `--extensionDevelopmentPath=${repository}`, samples], {
    stdio: 'inherit',
    shell: windows,
  });
  return new Promise((resolve, reject) => {
    code.on('error', () => reject(new Error('No `code` command was found: install VS Code and its shell command.')));
    code.on('close', (status) => (status === 0 ? resolve() : reject(new Error(`code ended with ${status}.`))));
  });
}

main().catch(async (error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  await stopAll();
  process.exit(1);
});
