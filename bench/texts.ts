import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const corpus = 'test/corpus/dev';

/** The development notes, in the order of their names. */
export function devNotes(): string[] {
  return readdirSync(corpus)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readFileSync(join(corpus, name), 'utf8'));
}

/**
 * The notes one behind the other until the text has `size` characters. Each time round every line ends in another
 * word, so that no line stands in the chart twice and nothing that is kept by content makes a first reading cheap.
 */
export function chart(notes: readonly string[], size: number): string {
  const parts: string[] = [];
  let length = 0;
  for (let copy = 0; length < size; copy += 1) {
    for (const note of notes) {
      if (length >= size) break;
      const part = `${copy === 0 ? note : marked(note, copy)}\n\n`;
      parts.push(part);
      length += part.length;
    }
  }
  return parts.join('');
}

/** `count` notes as JSON Lines, no two alike. */
export function jsonLines(notes: readonly string[], count: number): string {
  const lines: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const note = notes[i % notes.length] ?? '';
    lines.push(JSON.stringify({ id: `note-${i + 1}`, text: marked(note, Math.floor(i / notes.length)) }));
  }
  return `${lines.join('\n')}\n`;
}

const marked = (note: string, copy: number): string =>
  copy === 0 ? note : note.replace(/(\w)[ \t]*$/gm, `$1 ${wordOf(copy)}`);

/** A word of letters that no dictionary has. */
function wordOf(copy: number): string {
  let word = 'zq';
  for (let rest = copy; rest > 0; rest = Math.floor(rest / 20)) word += 'bcdfghjklmnpqrstvwxz'.charAt(rest % 20);
  return word;
}
