import type { Input } from './inputs';

/** The notes of a JSON Lines text. A line that is none is named by its number alone: its text may be a patient's. */
export function* readJsonLines(source: string, text: string): Generator<Input> {
  let number = 0;
  for (const line of text.split('\n')) {
    number += 1;
    if (line.trim() === '') continue;
    yield readLine(`${source}:${number}`, line);
  }
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
  return { name: String(row.id), text: row.text };
}
