import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

/** Where a report goes. */
export interface Output {
  write(text: string): Promise<void>;
  /** Makes what was written visible. */
  close(): Promise<void>;
  /** Leaves the place as it was. */
  abandon(): Promise<void>;
}

export function streamOutput(stream: Writable): Output {
  return { write: (text) => writeTo(stream, text), close: async () => {}, abandon: async () => {} };
}

/**
 * A report file that is never seen half-written: the text goes to a file beside it, which takes its name when the
 * report is whole.
 */
export async function fileOutput(path: string): Promise<Output> {
  const target = resolve(path);
  const temporary = `${target}.${process.pid}.tmp`;
  const stream = createWriteStream(temporary, { flags: 'wx' });
  await once(stream, 'open');
  return {
    write: (text) => writeTo(stream, text),
    close: async () => {
      stream.end();
      await finished(stream);
      await rename(temporary, target);
    },
    abandon: async () => {
      stream.destroy();
      await rm(temporary, { force: true });
    },
  };
}

async function writeTo(stream: Writable, text: string): Promise<void> {
  if (text !== '' && !stream.write(text)) await once(stream, 'drain');
}
