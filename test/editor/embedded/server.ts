/** VS Code's own server on the loopback interface: it serves the editor to a browser and hosts extensions in Node. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Host } from './install';
import { stopAtEnd } from './stopping';

export interface ServerOptions {
  /** User settings, merged over the quiet defaults. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Asks whether the workspace is trusted; off, everything is. */
  readonly workspaceTrust?: boolean;
  /** Where installed extensions live, else a folder of its own. */
  readonly extensions?: string;
  readonly port?: number;
  /** Asked of whoever connects; without it, any program of this machine may. */
  readonly token?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Gets what the server prints. */
  readonly log?: (text: string) => void;
}

export interface Server {
  readonly port: number;
  /** Settles when the server ends by itself. */
  readonly ended: Promise<void>;
  /** Ends the server and removes its data. Safe to call twice. */
  readonly stop: () => Promise<void>;
}

const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'workbench.enableExperiments': false,
};

export async function startServer(host: Host, options: ServerOptions = {}): Promise<Server> {
  const data = await mkdtemp(join(tmpdir(), 'chartlint-vscode-'));
  await mkdir(join(data, 'data/User'), { recursive: true });
  await writeFile(join(data, 'data/User/settings.json'), JSON.stringify({ ...quietSettings, ...options.settings }));

  const port = options.port ?? (await freePort());
  const child = spawn(
    host.node,
    [
      host.server,
      '--host=127.0.0.1',
      `--port=${port}`,
      options.token === undefined ? '--without-connection-token' : `--connection-token=${options.token}`,
      '--accept-server-license-terms',
      `--server-data-dir=${data}`,
      ...(options.extensions === undefined ? [] : [`--extensions-dir=${options.extensions}`]),
      '--disable-telemetry',
      ...(options.workspaceTrust === true ? [] : ['--disable-workspace-trust']),
      // Without it the server ignores the development paths in a page's address.
      '--enable-smoke-test-driver',
    ],
    {
      // As if started from a shell, so that it runs no login shell of its own; and no gallery to ask.
      env: { ...process.env, VSCODE_CLI: '1', EXTENSIONS_GALLERY: '{}', ...options.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      // Its own process group, so that stopping reaches the extension host and the language server too.
      detached: process.platform !== 'win32',
    },
  );
  let printed = '';
  const print = (text: Buffer): void => {
    printed = `${printed}${text}`.slice(-4000);
    options.log?.(text.toString());
  };
  child.stdout.on('data', print);
  child.stderr.on('data', print);

  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const stop = async (): Promise<void> => {
    await end(child, ended);
    await rm(data, { recursive: true, force: true, maxRetries: 5 });
  };
  stopAtEnd(stop);
  try {
    await answering(`http://127.0.0.1:${port}/${options.token === undefined ? '' : `?tkn=${options.token}`}`, ended);
  } catch (error) {
    await stop();
    throw new Error(`VS Code's server did not start: ${error instanceof Error ? error.message : error}\n${printed}`);
  }
  return { port, ended, stop };
}

/** The address that opens a folder, with what only this protocol's payload can say. */
export function pageAddress(port: number, folder: string, payload: readonly (readonly [string, string])[]): string {
  const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
  return `http://127.0.0.1:${port}/?${query}`;
}

/** A file of the machine as the page names it. */
export function remote(port: number, path: string): string {
  return `vscode-remote://127.0.0.1:${port}${path}`;
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address === null || typeof address === 'string') {
          reject(new Error('No port is free.'));
        } else {
          resolve(address.port);
        }
      });
    });
  });
}

async function answering(address: string, ended: Promise<void>): Promise<void> {
  let running = true;
  void ended.then(() => {
    running = false;
  });
  for (let waited = 0; waited < 60_000; waited += 100) {
    if (!running) {
      throw new Error('it ended at once');
    }
    try {
      const response = await fetch(address, { redirect: 'manual' });
      await response.arrayBuffer();
      if (response.status < 400) {
        return;
      }
    } catch {
      // It does not listen yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('it did not answer for a minute');
}

async function end(child: ChildProcess, ended: Promise<void>): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    signalGroup(child, signal);
    const closed = await Promise.race([
      ended.then(() => true),
      new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 3000).unref()),
    ]);
    if (closed) {
      break;
    }
  }
  // The extension host outlives the server by a moment that the data folder's removal would not survive.
  signalGroup(child, 'SIGKILL');
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) {
    return;
  }
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch {
    // Already gone.
  }
}
