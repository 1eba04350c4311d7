import type { Runtime } from './runtime';

/** Tells when typing in a document has paused, so that neither half a word nor every keystroke is checked. */
export class Quiet {
  private readonly waits = new Map<string, { callOff: () => void; readonly waiters: (() => void)[] }>();

  constructor(
    private readonly schedule: Runtime['schedule'],
    private readonly ms: number,
  ) {}

  /** The document was edited: those who wait for it wait anew. */
  disturb(uri: string): void {
    const wait = this.waits.get(uri);
    wait?.callOff();
    this.waits.set(uri, { callOff: this.schedule(() => this.release(uri), this.ms), waiters: wait?.waiters ?? [] });
  }

  /** Resolves at once where nothing was edited lately. */
  reached(uri: string): Promise<void> {
    const wait = this.waits.get(uri);
    return wait === undefined ? Promise.resolve() : new Promise((resolve) => wait.waiters.push(resolve));
  }

  /** Ends the wait: the document was closed, and those who waited for it will find it gone. */
  release(uri: string): void {
    const wait = this.waits.get(uri);
    this.waits.delete(uri);
    wait?.callOff();
    for (const resolve of wait?.waiters ?? []) resolve();
  }
}
