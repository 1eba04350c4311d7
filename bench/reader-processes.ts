import { type ChildProcess, fork } from 'node:child_process';
import type { ReaderId } from './peers';
import type { Cost } from './rounds';

/** A reader that waits in its own process. */
export interface RunningReader {
  readonly id: ReaderId;
  readonly name: string;
  readonly version: string;
  readonly read: (texts: readonly string[]) => Promise<Cost>;
  readonly stop: () => void;
}

export async function startReader(id: ReaderId): Promise<RunningReader> {
  const child = fork('bench/reading.ts', [id], { execArgv: ['--import=tsx'] });
  const { name, version } = await answerOf<{ name: string; version: string }>(child);
  const read = (texts: readonly string[]): Promise<Cost> => {
    child.send(texts);
    return answerOf<Cost>(child);
  };
  return { id, name, version, read, stop: () => child.kill() };
}

function answerOf<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const died = (code: number | null) => reject(new Error(`A reader ended with ${code}.`));
    child.once('exit', died);
    child.once('message', (answer) => {
      child.off('exit', died);
      resolve(answer as T);
    });
  });
}
