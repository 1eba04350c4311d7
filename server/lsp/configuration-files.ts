import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Settings } from '../configuration';
import { configurationFileName, parseConfiguration } from '../configuration-file';
import { rangeOf } from './positions';
import { invalidSetting } from './protocol';

/**
 * The `chartlint.json` in the root of each workspace folder. What is saved is in force; what is wrong in it is shown
 * in the file, as it stands in the editor where it is open there.
 */
export class ConfigurationFiles {
  private folders: readonly string[] = [];
  private readonly given = new Map<string, Promise<Partial<Settings>>>();

  constructor(
    private readonly readFile: (uri: string) => Promise<string | null>,
    private readonly openText: (uri: string) => string | undefined,
    private readonly publish: (uri: string, diagnostics: Diagnostic[]) => void,
  ) {}

  setFolders(folders: readonly string[]): void {
    this.folders = folders.map((uri) => (uri.endsWith('/') ? uri.slice(0, -1) : uri));
    this.given.clear();
  }

  /** Reads all files again, so that their problems show before any note is opened. */
  async reload(): Promise<void> {
    this.given.clear();
    await Promise.all(this.folders.map((folder) => this.givenBy(folder)));
  }

  /** What the file of the document's folder sets; an untitled document takes the first folder's. */
  async settingsFor(documentUri: string): Promise<Partial<Settings>> {
    const folder = this.folderOf(documentUri);
    return folder === undefined ? {} : this.givenBy(folder);
  }

  /** Shows what is wrong in the text of an open configuration file. */
  showProblems(uri: string, text: string): void {
    const document = TextDocument.create(uri, 'jsonc', 0, text);
    this.publish(
      uri,
      parseConfiguration(text).problems.map(({ message, span }) => ({
        range: rangeOf(document, span),
        severity: DiagnosticSeverity.Warning,
        source: 'chartlint',
        code: invalidSetting,
        message,
      })),
    );
  }

  /** The file was closed in the editor, perhaps without saving: what is wrong is what is saved. */
  async showSaved(uri: string): Promise<void> {
    this.showProblems(uri, (await this.readFile(uri)) ?? '');
  }

  private folderOf(uri: string): string | undefined {
    const inside = this.folders.filter((folder) => uri.startsWith(`${folder}/`));
    if (inside.length > 0) return inside.reduce((a, b) => (b.length > a.length ? b : a));
    return uri.startsWith('untitled:') ? this.folders[0] : undefined;
  }

  private givenBy(folder: string): Promise<Partial<Settings>> {
    const known = this.given.get(folder);
    if (known !== undefined) return known;
    const read = this.read(`${folder}/${configurationFileName}`);
    this.given.set(folder, read);
    return read;
  }

  private async read(uri: string): Promise<Partial<Settings>> {
    const text = (await this.readFile(uri)) ?? '';
    this.showProblems(uri, this.openText(uri) ?? text);
    return parseConfiguration(text).given;
  }
}

export const isConfigurationFile = (uri: string): boolean => uri.endsWith(`/${configurationFileName}`);
