import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, analyzeInSteps } from '../analyze';
import type { Settings } from '../configuration';
import { KeptReadings } from '../facts/kept-readings';
import type { Runtime } from './runtime';
import { inSlices } from './slices';

/** What became of one version of a document under one set of settings. */
export type Reading = { readonly serial: number } & (
  | { readonly state: 'checked'; readonly analysis: Analysis }
  | { readonly state: 'too-large'; readonly length: number; readonly limit: number }
  | { readonly state: 'failed' }
  | { readonly state: 'excluded' }
);

/** The reading of one version, made or being made. */
interface Kept {
  readonly version: number;
  readonly settings: Settings;
  readonly reading: Promise<Reading | 'overtaken'>;
  /** Of this version's blocks, for the next one. */
  readonly blocks: KeptReadings;
  /** Leaves the reading where it is, if it has not come to its end. */
  readonly leave: () => void;
  /** The document was edited since. */
  overtaken: boolean;
}

/**
 * The latest reading of each open document, made when it is first asked for. A long one is made in slices, with room
 * for other work between them, and left as soon as the document has changed.
 */
export class Readings {
  private readonly kept = new Map<string, Kept>();
  private serial = 0;

  /** @param onFailure Hears of an error of the engine, which is a defect: no note may make it throw. */
  constructor(
    private readonly onFailure: (error: unknown) => void,
    private readonly schedule: Runtime['schedule'],
    private readonly read: typeof analyzeInSteps = analyzeInSteps,
  ) {}

  of(document: TextDocument, settings: Settings): Promise<Reading | 'overtaken'> {
    const { uri, version } = document;
    const kept = this.kept.get(uri);
    if (kept?.version === version && kept.settings === settings && !kept.overtaken) return kept.reading;
    kept?.leave();
    const blocks = kept?.blocks ?? new KeptReadings();
    const { reading, leave } = this.readAnew(document.getText(), settings, blocks);
    this.kept.set(uri, { version, settings, reading, blocks, leave, overtaken: false });
    return reading;
  }

  /** The document was edited: who waits for a reading of it learns that it will not come. */
  overtake(uri: string): void {
    const kept = this.kept.get(uri);
    if (kept === undefined) return;
    kept.leave();
    kept.overtaken = true;
  }

  forget(uri: string): void {
    this.overtake(uri);
    this.kept.delete(uri);
  }

  private readAnew(text: string, settings: Settings, blocks: KeptReadings): Pick<Kept, 'reading' | 'leave'> {
    const serial = ++this.serial;
    const limit = settings.maxDocumentSize;
    if (text.length > limit) {
      const reading = Promise.resolve({ serial, state: 'too-large', length: text.length, limit } as const);
      return { reading, leave: () => {} };
    }
    const { result, leave } = inSlices(this.read(text, { configuration: settings, kept: blocks }), this.schedule);
    const reading = result.then(
      (analysis) => (analysis === 'left' ? 'overtaken' : ({ serial, state: 'checked', analysis } as const)),
      (error: unknown) => {
        this.onFailure(error);
        return { serial, state: 'failed' } as const;
      },
    );
    return { reading, leave };
  }
}
