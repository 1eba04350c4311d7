import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { glob, isDynamicPattern } from 'tinyglobby';
import { decode } from './decode';
import { readJsonLines } from './json-lines';

/** A note to check, with the absolute path of a file that is one note, or an input that cannot be read with what to do. */
export type Input =
  | { readonly name: string; readonly path: string | null; readonly text: string }
  | { readonly name: string; readonly problem: string };

export interface InputOptions {
  readonly cwd: string;
  readonly stdin: NodeJS.ReadableStream;
  /** Each input is JSON Lines of `{ id, text }` rather than one note. */
  readonly jsonLines: boolean;
  /** Whether a file that a folder or glob stands for is left out; one that is named itself never is. */
  readonly leavesOut: (path: string) => boolean;
}

/** What a folder is searched for. */
const NOTE_FILES = '**/*.{procnote,txt,md}';
const STDIN_NAME = '<stdin>';

/** The notes of the arguments in their order; within a folder or a glob by path. A file named twice is read once. */
export async function* readInputs(args: readonly string[], options: InputOptions): AsyncGenerator<Input> {
  const seen = new Set<string>();
  for (const arg of args) {
    if (arg === '-') {
      yield* readSource(STDIN_NAME, null, options.stdin, options.jsonLines);
      continue;
    }
    const found = await expand(arg, options.cwd);
    if ('problem' in found) {
      yield { name: arg, problem: found.problem };
      continue;
    }
    for (const name of found.files) {
      const path = resolve(options.cwd, name);
      if (seen.has(path) || (found.searched && options.leavesOut(path))) continue;
      seen.add(path);
      yield* readSource(name, path, createReadStream(path), options.jsonLines);
    }
  }
}

async function* readSource(
  name: string,
  path: string | null,
  source: NodeJS.ReadableStream,
  jsonLines: boolean,
): AsyncGenerator<Input> {
  try {
    if (jsonLines) yield* readJsonLines(name, source);
    else yield { name, path, ...decode(await buffer(source)) };
  } catch (error) {
    yield { name, problem: problemOf(error) };
  }
}

type Expanded = { readonly files: readonly string[]; readonly searched: boolean } | { readonly problem: string };

/** The files one argument stands for. A name that exists is taken literally, even where it looks like a pattern. */
async function expand(arg: string, cwd: string): Promise<Expanded> {
  try {
    const entry = await stat(resolve(cwd, arg));
    if (!entry.isDirectory()) return { files: [arg], searched: false };
    return await folder(arg, cwd);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' || !isDynamicPattern(arg)) return { problem: problemOf(error) };
  }
  const pattern = process.platform === 'win32' ? arg.replaceAll('\\', '/') : arg;
  const files = await glob(pattern, { cwd, expandDirectories: false });
  return files.length > 0 ? { files: files.sort(), searched: true } : { problem: 'matches no file; check the pattern' };
}

async function folder(path: string, cwd: string): Promise<Expanded> {
  const found = await glob(NOTE_FILES, {
    cwd: resolve(cwd, path),
    caseSensitiveMatch: false,
    ignore: '**/node_modules/**',
  });
  if (found.length === 0) return { problem: 'holds no .procnote, .txt or .md file; name the files, or use a glob' };
  return { files: found.sort().map((name) => join(path, name)), searched: true };
}

const PROBLEMS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder; check the path',
  EACCES: 'may not be read; check its permissions',
  EPERM: 'may not be read; check its permissions',
  EISDIR: 'is a folder',
  ELOOP: 'is a link that leads back to itself',
};

function problemOf(error: unknown): string {
  const code = codeOf(error);
  return PROBLEMS[code] ?? `cannot be read (${code})`;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}
