import type { CancellationToken, Diagnostic, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isConfigurationFile } from './configuration-files';
import { type DiagnosticOptions, diagnosticsOf } from './diagnostics';
import type { Quiet } from './quiet';
import type { Reading, Readings } from './readings';
import type { SettingsInForce } from './settings-in-force';

export interface Checked {
  readonly document: TextDocument;
  /** Of the document when it was read, which is what the diagnostics are of. */
  readonly version: number;
  readonly reading: Reading;
  readonly diagnostics: Diagnostic[];
}

/** Why there is no result: the document is not open here, or it or its settings changed meanwhile. */
export type NotChecked = 'closed' | 'overtaken';

/** Reads notes for all features, and never answers for another version or other settings than are in force. */
export class Checking {
  constructor(
    private readonly documents: TextDocuments<TextDocument>,
    private readonly settings: SettingsInForce,
    private readonly readings: Readings,
    private readonly quiet: Quiet,
    private readonly options: DiagnosticOptions,
  ) {}

  /** The document's diagnostics, once typing has paused. */
  async check(uri: string, token?: CancellationToken): Promise<Checked | NotChecked> {
    await this.quiet.reached(uri);
    if (token?.isCancellationRequested) return 'overtaken';
    const read = await this.read(uri);
    if (typeof read === 'string') return read;
    const { document, reading } = read;
    return {
      document,
      version: document.version,
      reading,
      diagnostics: diagnosticsOf(document, reading, this.options),
    };
  }

  /** The reading of the document as it stands. */
  async read(uri: string): Promise<{ document: TextDocument; reading: Reading } | NotChecked> {
    const document = this.note(uri);
    if (document === undefined) return 'closed';
    const { version } = document;
    const { generation } = this.settings;
    const settings = await this.settings.of(uri);
    const now = this.note(uri);
    if (now === undefined) return 'closed';
    if (now !== document || now.version !== version || this.settings.generation !== generation) return 'overtaken';
    const reading = await this.readings.of(document, settings);
    if (this.note(uri) === undefined) return 'closed';
    if (reading === 'overtaken' || document.version !== version || this.settings.generation !== generation) {
      return 'overtaken';
    }
    return { document, reading };
  }

  note(uri: string): TextDocument | undefined {
    return isConfigurationFile(uri) ? undefined : this.documents.get(uri);
  }
}
