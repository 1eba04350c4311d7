import type { Diagnostic } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { LocatedProblem } from '../located-json';
import { severity } from './constants';
import { rangeOf } from './positions';

/** A file that stands in the root of a workspace folder and holds for its notes. */
export interface FolderFileKind<T> {
  readonly name: string;
  /** Of the diagnostics in it. */
  readonly code: string;
  /** Never throws. `null` is a file that is not there. */
  readonly read: (text: string | null) => { readonly value: T; readonly problems: readonly LocatedProblem[] };
  /** The file that holds for a note that is in no folder, or `undefined` for none. */
  readonly elsewhere: (noteUri: string, folders: readonly string[]) => string | undefined;
}

/**
 * The files of one kind. What is saved is in force; what is wrong in it is shown in the file, as it stands in the
 * editor where it is open there.
 */
export class FolderFiles<T> {
  private folders: readonly string[] = [];
  private readonly kept = new Map<string, Promise<T>>();
  private current = 0;

  constructor(
    private readonly kind: FolderFileKind<T>,
    private readonly readFile: (uri: string) => Promise<string | null>,
    private readonly openText: (uri: string) => string | undefined,
    private readonly publish: (uri: string, diagnostics: Diagnostic[]) => void,
  ) {}

  /** Changes whenever any of the files may have changed. */
  get generation(): number {
    return this.current;
  }

  is(uri: string): boolean {
    return uri.endsWith(`/${this.kind.name}`);
  }

  setFolders(folders: readonly string[]): void {
    this.folders = folders.map((uri) => (uri.endsWith('/') ? uri.slice(0, -1) : uri));
    this.forget();
  }

  /** Reads all files again, so that their problems show before any note is opened. */
  async reload(): Promise<void> {
    this.forget();
    await Promise.all(this.folders.map((folder) => this.read(`${folder}/${this.kind.name}`)));
  }

  /** What holds for a note. */
  async of(noteUri: string): Promise<T> {
    const file = this.fileOf(noteUri);
    return file === undefined ? this.kind.read(null).value : this.read(file);
  }

  /** The file that holds for a note, whether it is there or not. */
  fileOf(noteUri: string): string | undefined {
    const folder = this.folderOf(noteUri);
    return folder === undefined ? this.kind.elsewhere(noteUri, this.folders) : `${folder}/${this.kind.name}`;
  }

  /** The innermost folder that holds the note. */
  folderOf(noteUri: string): string | undefined {
    const inside = this.folders.filter((folder) => noteUri.startsWith(`${folder}/`));
    return inside.length === 0 ? undefined : inside.reduce((a, b) => (b.length > a.length ? b : a));
  }

  /** Shows what is wrong in a text of the file. */
  showProblems(uri: string, text: string | null): void {
    const document = TextDocument.create(uri, 'jsonc', 0, text ?? '');
    this.publish(
      uri,
      this.kind.read(text).problems.map(({ message, span }) => ({
        range: rangeOf(document, span),
        severity: severity.warning,
        source: 'chartlint',
        code: this.kind.code,
        message,
      })),
    );
  }

  /** The file was closed in the editor, perhaps without saving: what is wrong is what is saved. */
  async showSaved(uri: string): Promise<void> {
    this.showProblems(uri, await this.readFile(uri));
  }

  private forget(): void {
    this.current++;
    this.kept.clear();
  }

  private read(file: string): Promise<T> {
    const known = this.kept.get(file);
    if (known !== undefined) return known;
    const value = this.readFile(file).then((text) => {
      this.showProblems(file, this.openText(file) ?? text);
      return this.kind.read(text).value;
    });
    this.kept.set(file, value);
    return value;
  }
}
