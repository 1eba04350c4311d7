import { parentPort, Worker, workerData } from 'node:worker_threads';
import { type Analysis, analyze } from '../analyze';
import type { Configuration } from '../configuration';
import { describeCrash } from '../crash';

/** What became of one note; a crash is told by its frames alone, never by its message, which may quote the note. */
export type Outcome = { readonly analysis: Analysis } | { readonly crash: string };

/** Reads notes, here or in threads of their own. */
export interface NoteReader {
  /** How many notes may wait for their outcome at a time. */
  readonly ahead: number;
  read(text: string): Promise<Outcome>;
  close(): Promise<void>;
}

/** Reads in this thread for one worker, else in as many threads as asked for. */
export function noteReader(workers: number, configuration: Configuration): NoteReader {
  return workers > 1 ? new Threads(workers, configuration) : inPlace(configuration);
}

const inPlace = (configuration: Configuration): NoteReader => ({
  ahead: 1,
  read: async (text) => outcomeOf(text, configuration),
  close: async () => {},
});

/** Reads one note in this thread. */
export function outcomeOf(text: string, configuration: Configuration): Outcome {
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

  constructor(count: number, configuration: Configuration) {
    this.threads = Array.from({ length: count }, () => new Thread(configuration));
    this.ahead = count * notesAhead;
  }

  read(text: string): Promise<Outcome> {
    const [first, ...others] = this.threads;
    const idlest = others.reduce((best, thread) => (thread.waiting < (best?.waiting ?? 0) ? thread : best), first);
    return idlest?.read(text) ?? Promise.resolve({ crash: 'no thread' });
  }

  async close(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.close()));
  }
}

/** One thread, which answers notes in the order in which it is given them. */
class Thread {
  private worker: Worker;
  private readonly resolves: ((outcome: Outcome) => void)[] = [];

  constructor(private readonly configuration: Configuration) {
    this.worker = this.start();
  }

  get waiting(): number {
    return this.resolves.length;
  }

  read(text: string): Promise<Outcome> {
    return new Promise((resolve) => {
      this.resolves.push(resolve);
      this.worker.postMessage(text);
    });
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }

  private start(): Worker {
    // The bundle is one file, and knows by the thread it runs in what to do.
    const worker = new Worker(__filename, { workerData: this.configuration });
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
  const configuration: Configuration = workerData;
  parentPort?.on('message', (text: string) => parentPort?.postMessage(outcomeOf(text, configuration)));
}
