import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, analyze } from '../analyze';
import type { Settings } from '../configuration';
import { KeptReadings } from '../facts/kept-readings';

/** What became of one version of a document under one set of settings. */
export type Reading = { readonly serial: number } & (
  | { readonly state: 'checked'; readonly analysis: Analysis }
  | { readonly state: 'too-large'; readonly length: number; readonly limit: number }
  | { readonly state: 'failed' }
);

interface Kept {
  readonly version: number;
  readonly settings: Settings;
  readonly reading: Reading;
  /** Of this version's blocks, for the next one. */
  readonly blocks: KeptReadings;
}

/** The latest reading of each open document, made when it is first asked for. */
export class Readings {
  private readonly kept = new Map<string, Kept>();
  private serial = 0;

  /** @param onFailure Hears of an error of the engine, which is a defect: no note may make it throw. */
  constructor(
    private readonly onFailure: (error: unknown) => void,
    private readonly read: typeof analyze = analyze,
  ) {}

  of(document: TextDocument, settings: Settings): Reading {
    const { uri, version } = document;
    const kept = this.kept.get(uri);
    if (kept?.version === version && kept.settings === settings) return kept.reading;
    const blocks = kept?.blocks ?? new KeptReadings();
    const reading = { serial: ++this.serial, ...this.readAnew(document.getText(), settings, blocks) };
    this.kept.set(uri, { version, settings, reading, blocks });
    return reading;
  }

  forget(uri: string): void {
    this.kept.delete(uri);
  }

  private readAnew(text: string, settings: Settings, blocks: KeptReadings) {
    const limit = settings.maxDocumentSize;
    if (text.length > limit) return { state: 'too-large', length: text.length, limit } as const;
    try {
      return { state: 'checked', analysis: this.read(text, { configuration: settings, kept: blocks }) } as const;
    } catch (error) {
      this.onFailure(error);
      return { state: 'failed' } as const;
    }
  }
}
