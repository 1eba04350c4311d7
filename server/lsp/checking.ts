import type { CancellationToken, Diagnostic } from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Settings } from '../configuration';
import type { Judged } from '../review/judging';
import { type DiagnosticOptions, diagnosticsOf } from './diagnostics';
import type { Documents } from './documents';
import type { Quiet } from './quiet';
import type { Reading, Readings } from './readings';
import type { Reviews } from './reviews';
import type { SettingsInForce } from './settings-in-force';

export interface Checked {
  readonly document: TextDocument;
  /** Of the document when it was read, which is what the diagnostics are of. */
  readonly version: number;
  readonly reading: Reading;
  /** Of the findings that no decision dismisses. */
  readonly diagnostics: Diagnostic[];
  readonly dismissed: number;
  /** Another whenever the diagnostics may be others. */
  readonly serial: string;
}

interface Read {
  readonly document: TextDocument;
  readonly reading: Reading;
  readonly settings: Settings;
}

/** Why there is no result: the document is not open here, or it or its settings changed meanwhile. */
export type NotChecked = 'closed' | 'overtaken';

/** Reads notes for all features, and never answers for another version or other settings than are in force. */
export class Checking {
  constructor(
    private readonly documents: Documents,
    private readonly settings: SettingsInForce,
    private readonly readings: Readings,
    private readonly reviews: Reviews,
    private readonly quiet: Quiet,
    private readonly options: DiagnosticOptions,
    private readonly isNote: (uri: string) => boolean,
  ) {}

  /** The document's diagnostics, once typing has paused. */
  async check(uri: string, token?: CancellationToken): Promise<Checked | NotChecked> {
    await this.quiet.reached(uri);
    if (token?.isCancellationRequested) return 'overtaken';
    const read = await this.read(uri);
    if (typeof read === 'string') return read;
    const { document, reading } = read;
    const { version } = document;
    const { generation } = this.reviews;
    const judged = await this.judge(read);
    if (document.version !== version || this.reviews.generation !== generation) return 'overtaken';
    return {
      document,
      version,
      reading,
      diagnostics: diagnosticsOf(document, reading, judged.open, this.options),
      dismissed: judged.dismissed.length,
      serial: `${reading.serial}.${generation}`,
    };
  }

  /** The findings of a reading, told apart by the decisions about them. */
  async judge({ document, reading, settings }: Read): Promise<Judged> {
    if (reading.state !== 'checked') return { open: [], dismissed: [], unused: [] };
    return this.reviews.judge({ document, analysis: reading.analysis, settings });
  }

  /** The reading of the document as it stands. */
  async read(uri: string): Promise<Read | NotChecked> {
    const document = this.note(uri);
    if (document === undefined) return 'closed';
    const { version } = document;
    const { generation } = this.settings;
    const settings = await this.settings.of(uri);
    const now = this.note(uri);
    if (now === undefined) return 'closed';
    if (now !== document || now.version !== version || this.settings.generation !== generation) return 'overtaken';
    if (this.settings.excludes(uri, settings)) return { document, reading: { serial: 0, state: 'excluded' }, settings };
    const reading = await this.readings.of(document, settings);
    if (this.note(uri) === undefined) return 'closed';
    if (reading === 'overtaken' || document.version !== version || this.settings.generation !== generation) {
      return 'overtaken';
    }
    return { document, reading, settings };
  }

  note(uri: string): TextDocument | undefined {
    return this.isNote(uri) ? this.documents.get(uri) : undefined;
  }
}
