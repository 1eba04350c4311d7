import { parentPort, Worker, workerData } from 'node:worker_threads';
import { type Analysis, analyze } from '../analyze';
import type { Configuration } from '../configuration';
import { describeCrash } from '../crash';
import { type FormatName, formatters } from './format/formats';
import type { FormatOptions, PrintedNote } from './format/report';

/** A note and what the report calls it. */
export interface NamedNote {
  readonly name: string;
  readonly text: string;
}

/** How notes are read. */
export interface Task {
  readonly configuration: Configuration;
  /** How a note is printed where it is read; `null` where its analysis is asked for. */
  readonly print: { readonly format: FormatName; readonly options: FormatOptions } | null;
}

/**
 * What became of one note, printed or analysed as the task says; a crash is told by its frames alone, never by its
 * message, which may quote the note.
 */
export type Outcome = { readonly printed: PrintedNote } | { readonly analysis: Analysis } | { readonly crash: string };

/** Reads notes, here or in threads of their own. */
export interface NoteReader {
  /** How many notes may wait for their outcome at a time. */
  readonly ahead: number;
  read(note: NamedNote): Promise<Outcome>;
  close(): Promise<void>;
}

/** Reads in this thread for one worker, else in as many threads as asked for. */
export function noteReader(workers: number, task: Task): NoteReader {
  return workers > 1 ? new Threads(workers, task) : inPlace(task);
}

const inPlace = (task: Task): NoteReader => {
  const read = readerOf(task);
  return { ahead: 1, read: async (note) => read(note), close: async () => {} };
};

/** Reads notes in this thread. */
function readerOf({ configuration, print }: Task): (note: NamedNote) => Outcome {
  const formatter = print === null ? null : formatters[print.format](print.options);
  return ({ name, text }) => {
    const outcome = outcomeOf(text, configuration);
    if (formatter === null || 'crash' in outcome) return outcome;
    return { printed: formatter.print({ file: name, text, analysis: outcome.analysis }) };
  };
}

/** Analyses one note in this thread. */
export function outcomeOf(
  text: string,
  configuration: Configuration,
): { readonly analysis: Analysis } | { readonly crash: string } {
  try {
    return { analysis: analyze(text, { configuration }) };
  } catch (error) {
    return { crash: describeCrash(error) };
  }
}

/** So many notes wait in front of each thread that none is idle while this one writes. */
const notesAhead = 16;

class Threads implements NoteReader {
  readonly ahead: number;
  private readonly threads: Thread[];

  constructor(count: number, task: Task) {
    this.threads = Array.from({ length: count }, () => new Thread(task));
    this.ahead = count * notesAhead;
  }

  read(note: NamedNote): Promise<Outcome> {
    const [first, ...others] = this.threads;
    const idlest = others.reduce((best, thread) => (thread.waiting < (best?.waiting ?? 0) ? thread : best), first);
    return idlest?.read(note) ?? Promise.resolve({ crash: 'no thread' });
  }

  async close(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.close()));
  }
}

/** One thread, which answers notes in the order in which it is given them. */
class Thread {
  private worker: Worker;
  private readonly resolves: ((outcome: Outcome) => void)[] = [];

  constructor(private readonly task: Task) {
    this.worker = this.start();
  }

  get waiting(): number {
    return this.resolves.length;
  }

  read(note: NamedNote): Promise<Outcome> {
    return new Promise((resolve) => {
      this.resolves.push(resolve);
      this.worker.postMessage(note);
    });
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }

  private start(): Worker {
    // The bundle is one file, and knows by the thread it runs in what to do.
    const worker = new Worker(__filename, { workerData: this.task });
    worker.on('message', (outcome: Outcome) => this.resolves.shift()?.(outcome));
    worker.on('error', (error) => {
      // A thread that died takes with it what it had been given; the next notes go to a new one.
      for (const resolve of this.resolves.splice(0)) resolve({ crash: describeCrash(error) });
      this.worker = this.start();
    });
    return worker;
  }
}

/** The other side: runs in the thread. */
export function serveNotes(): void {
  const read = readerOf(workerData);
  parentPort?.on('message', (note: NamedNote) => parentPort?.postMessage(read(note)));
}
