import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve as resolvePath } from 'node:path';
import { buildSync } from 'esbuild';

/** The command line as it ships: one bundle, run as a process of its own. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

let bundle: string | undefined;

function built(): string {
  if (bundle !== undefined) return bundle;
  const folder = mkdtempSync(join(tmpdir(), 'chartlint-cli-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  bundle = join(folder, 'cli.js');
  buildSync({
    entryPoints: [resolvePath('server/cli.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    // A dependency finds Node's own modules by its own address, which a CommonJS bundle knows as its file name.
    define: { 'import.meta.url': '__filename' },
    logLevel: 'error',
  });
  return bundle;
}

/** Starts `chartlint`, for a test that talks to it. */
export function start(args: readonly string[], cwd: string): ChildProcessWithoutNullStreams {
  const env = { ...process.env, NO_COLOR: '', FORCE_COLOR: '' };
  return spawn(process.execPath, [built(), ...args], { cwd, env, timeout: 60_000 });
}

/** Runs `chartlint` with the arguments in a folder. */
export function chartlint(
  args: readonly string[],
  options: { cwd: string; stdin?: string | Uint8Array },
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = start(args, options.cwd);
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() });
    });
    // A process that ends without reading its input closes the pipe; its exit code says the rest.
    child.stdin.on('error', () => {});
    child.stdin.end(options.stdin ?? '');
  });
}

/** A folder of files for one test. */
export class Folder {
  private constructor(readonly path: string) {}

  static async of(files: Readonly<Record<string, string | Uint8Array>>): Promise<Folder> {
    const folder = new Folder(await mkdtemp(join(tmpdir(), 'chartlint-test-')));
    for (const [name, content] of Object.entries(files)) await folder.write(name, content);
    return folder;
  }

  async write(name: string, content: string | Uint8Array): Promise<void> {
    const path = join(this.path, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }

  read(name: string): Promise<string> {
    return readFile(join(this.path, name), 'utf8');
  }

  remove(): Promise<void> {
    return rm(this.path, { recursive: true, force: true });
  }
}
