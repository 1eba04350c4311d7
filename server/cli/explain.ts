import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { explain } from '../explain';
import { exitCodes, type Host } from './check';
import { decode } from './decode';
import { readPlace } from './place';
import { loadSettings } from './settings';

/** Prints how the note was read at one place. */
export async function explainPlace(place: string, config: string | undefined, host: Host): Promise<number> {
  const { file, line, column } = readPlace(place);
  if (line === null) {
    host.stderr.write(`chartlint: ${place}: name a place as FILE:LINE or FILE:LINE:COLUMN\n`);
    return exitCodes.failed;
  }
  const bytes = await readFile(resolve(host.cwd, file)).catch(() => null);
  const decoded = bytes ? decode(bytes) : { problem: 'cannot be read; check the name' };
  if ('problem' in decoded) {
    host.stderr.write(`chartlint: ${file}: ${decoded.problem}\n`);
    return exitCodes.failed;
  }
  const { text } = decoded;
  const span = spanAt(text, line, column);
  if (!span) {
    host.stderr.write(`chartlint: ${file}: has no line ${line}\n`);
    return exitCodes.failed;
  }
  const { settings, problems } = await loadSettings(config, host.cwd);
  for (const problem of problems) host.stderr.write(`chartlint: ${problem}\n`);
  const { sentences, procedures, encounter } = explain(text, span, settings);
  if (sentences.length === 0) host.stdout.write('Nothing on this line is read as a statement.\n');
  for (const sentence of sentences) {
    host.stdout.write(`\n${sentence.text}\n`);
    host.stdout.write(`  section   ${sentence.section}, ${sentence.day}\n`);
    print(host, 'mentions', sentence.mentions);
    print(host, 'acts', sentence.acts);
    print(host, 'claims', sentence.claims);
  }
  host.stdout.write('\n');
  print(host, 'settled', procedures.length > 0 ? procedures : ['no injection into a lesion today']);
  print(host, 'encounter', encounter);
  return problems.length > 0 ? exitCodes.failed : exitCodes.clean;
}

function print(host: Host, title: string, lines: readonly string[]): void {
  for (const [index, line] of lines.entries()) host.stdout.write(`  ${(index === 0 ? title : '').padEnd(9)} ${line}\n`);
}

function spanAt(text: string, line: number, column: number | null): { start: number; end: number } | null {
  const lines = text.split('\n');
  const own = lines[line - 1];
  if (line < 1 || own === undefined) return null;
  const start = lines.slice(0, line - 1).reduce((sum, before) => sum + before.length + 1, 0);
  if (column === null) return { start, end: start + own.length };
  const at = start + Math.min(Math.max(column - 1, 0), own.length);
  return { start: at, end: at + 1 };
}
