import { defaultSettings, layerSettings, type Settings } from '../configuration';
import { isExcluded } from '../excluded-paths';
import { readSettings } from '../settings';
import type { ConfigurationFiles } from './configuration-files';

/**
 * The settings of each document: the defaults, over them the editor's, over them the workspace's `chartlint.json`,
 * so that a team's file means the same in every editor and on the command line.
 */
export class SettingsInForce {
  private readonly known = new Map<string, Promise<Settings>>();
  private readonly reported = new Set<string>();
  private current = 0;

  /**
   * @param ask What the editor sets for a document, of any shape.
   * @param report Hears of each problem of the editor's settings once.
   */
  constructor(
    private readonly files: ConfigurationFiles,
    private readonly ask: (uri: string) => Promise<unknown>,
    private readonly report: (problem: string) => void,
  ) {}

  /** Changes whenever any settings may have changed; what was read under another number is out of date. */
  get generation(): number {
    return this.current;
  }

  of(uri: string): Promise<Settings> {
    const known = this.known.get(uri);
    if (known !== undefined) return known;
    const settings = this.read(uri);
    this.known.set(uri, settings);
    return settings;
  }

  /** Whether the settings leave out a document, by its path in its folder; what was never saved has none. */
  excludes(uri: string, { exclude }: Settings): boolean {
    if (uri.startsWith('untitled:')) return false;
    const folder = this.files.folderOf(uri);
    const path = folder === undefined ? uri.replace(/^[a-z][a-z0-9+.-]*:\/*/i, '') : uri.slice(folder.length + 1);
    return isExcluded(decoded(path), exclude);
  }

  invalidate(): void {
    this.current++;
    this.known.clear();
  }

  forget(uri: string): void {
    this.known.delete(uri);
  }

  private async read(uri: string): Promise<Settings> {
    const [editor, file] = await Promise.all([this.ask(uri), this.files.of(uri)]);
    const { given, problems } = readSettings(editor);
    for (const { path, message } of problems) {
      const problem = `${['chartlint', ...path].join('.')}: ${message}`;
      if (!this.reported.has(problem)) this.report(problem);
      this.reported.add(problem);
    }
    return layerSettings(layerSettings(defaultSettings, given), file);
  }
}

/** A path of a URI as it is written in globs; one that is not well formed stays as it is. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
