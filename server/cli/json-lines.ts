import { decode } from './decode';
import type { Input } from './inputs';

/**
 * The notes of a stream of JSON Lines, as they come: such streams hold whole archives. A line that is none is named
 * by its number alone: its text may be a patient's.
 */
export async function* readJsonLines(
  source: string,
  stream: AsyncIterable<Uint8Array | string>,
): AsyncGenerator<Input> {
  let number = 0;
  for await (const bytes of lines(stream)) {
    number += 1;
    const name = `${source}:${number}`;
    const decoded = decode(bytes);
    if ('problem' in decoded) yield { name, problem: decoded.problem };
    else if (decoded.text.trim() !== '') yield readLine(name, decoded.text);
  }
}

/** Splits bytes, not text: a line feed is one byte in UTF-8 and part of no other character. */
async function* lines(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
  let begun: Uint8Array[] = [];
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    let from = 0;
    for (let end = bytes.indexOf(0x0a); end !== -1; end = bytes.indexOf(0x0a, from)) {
      begun.push(bytes.subarray(from, end));
      yield Buffer.concat(begun);
      begun = [];
      from = end + 1;
    }
    begun.push(bytes.subarray(from));
  }
  yield Buffer.concat(begun);
}

function readLine(name: string, line: string): Input {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch {
    return { name, problem: 'is not JSON; write one object a line' };
  }
  if (typeof row !== 'object' || row === null || !('id' in row) || !('text' in row)) {
    return { name, problem: 'is not an object with "id" and "text"' };
  }
  if (typeof row.id !== 'string' && typeof row.id !== 'number') {
    return { name, problem: 'has an "id" that is neither a string nor a number' };
  }
  if (typeof row.text !== 'string') return { name, problem: 'has a "text" that is not a string' };
  return { name: String(row.id), path: null, text: row.text };
}
