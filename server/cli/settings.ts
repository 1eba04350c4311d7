import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { configurationFileName, defaultSettings, type Settings } from '../configuration';
import { parseConfiguration } from '../configuration-file';
import { isExcluded } from '../excluded-paths';
import { decode } from './decode';

export interface LoadedSettings {
  readonly settings: Settings;
  /** The folder that globs of the settings are relative to. */
  readonly root: string;
  /** What is wrong with the file, each with its place in it. The settings concerned stay at their defaults. */
  readonly problems: readonly string[];
}

/** The settings of the file named, else of the `chartlint.json` nearest above the working folder, else the defaults. */
export async function loadSettings(named: string | undefined, cwd: string): Promise<LoadedSettings> {
  if (named !== undefined) {
    const bytes = await readFile(resolve(cwd, named)).catch(() => null);
    const root = dirname(resolve(cwd, named));
    if (bytes !== null) return { root, ...parse(named, bytes) };
    return { settings: defaultSettings, root, problems: [`${named}: cannot be read; check the path`] };
  }
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    const path = join(folder, configurationFileName);
    const bytes = await readFile(path).catch(() => null);
    if (bytes !== null) return { root: folder, ...parse(relative(cwd, path), bytes) };
    if (folder === dirname(folder)) return { settings: defaultSettings, root: resolve(cwd), problems: [] };
  }
}

function parse(name: string, bytes: Uint8Array): Omit<LoadedSettings, 'root'> {
  const decoded = decode(bytes);
  if ('problem' in decoded) return { settings: defaultSettings, problems: [`${name}: ${decoded.problem}`] };
  const { configuration, problems } = parseConfiguration(decoded.text);
  const document = TextDocument.create('', '', 0, decoded.text);
  return {
    settings: configuration,
    problems: problems.map(({ message, span }) => {
      const { line, character } = document.positionAt(span.start);
      return `${name}:${line + 1}:${character + 1}: ${message}`;
    }),
  };
}

/** Whether the settings leave out a file. */
export function leavesOut({ settings, root }: Pick<LoadedSettings, 'settings' | 'root'>, file: string): boolean {
  const path = relative(root, file);
  // A file outside the folder lies under none of its globs.
  return !path.startsWith('..') && !isAbsolute(path) && isExcluded(path.replaceAll(sep, '/'), settings.exclude);
}
