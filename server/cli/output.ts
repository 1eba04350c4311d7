import { once } from 'node:events';
import { createWriteStream, rmSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

/** Where a report goes. */
export interface Output {
  write(text: string): Promise<void>;
  /** Makes what was written visible. */
  close(): Promise<void>;
  /** Leaves the place as it was. */
  abandon(): void;
}

export function streamOutput(stream: Writable): Output {
  return { write: (text) => writeTo(stream, text), close: async () => {}, abandon: () => {} };
}

/**
 * A report file that is never seen half-written: the text goes to a file beside it, which takes its name when the
 * report is whole. The file beside it goes when the process ends before that, by a signal too.
 */
export async function fileOutput(path: string): Promise<Output> {
  const target = resolve(path);
  const temporary = `${target}.${process.pid}.tmp`;
  const stream = createWriteStream(temporary, { flags: 'wx' });
  await once(stream, 'open');
  let failure: Error | null = null;
  stream.on('error', (error) => {
    failure = error;
  });
  const abandon = () => {
    stream.destroy();
    rmSync(temporary, { force: true });
  };
  process.once('exit', abandon);
  return {
    write: async (text) => {
      if (failure !== null) throw failure;
      await writeTo(stream, text);
    },
    close: async () => {
      stream.end();
      await finished(stream);
      await rename(temporary, target);
      process.off('exit', abandon);
    },
    abandon,
  };
}

async function writeTo(stream: Writable, text: string): Promise<void> {
  if (text !== '' && !stream.write(text)) await once(stream, 'drain');
}
