import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { noteUri, pulling, startProcess } from '../test/lsp/client';
import { applied, type EditKind, editKinds, editOf, type Latency, latencyOf, type Place, places } from './edits';
import { timed } from './rounds';

const server = resolve('dist/server.node.js');
const cli = resolve('dist/cli.js');

/** Runs Node to its end and fails where it fails. Exit code 1 of the command line says that it found something. */
function node(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 30 });
  if (status !== 0 && status !== 1) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
  return stdout;
}

export interface Start {
  readonly name: string;
  readonly start: () => Promise<number>;
}

/** How long each takes from nothing to its first answer. */
export function starts(note: string, notePath: string): Start[] {
  return [
    { name: 'node -e 0', start: () => timed(() => node(['-e', '0'])) },
    { name: 'chartlint check, one note', start: () => timed(() => node([cli, 'check', notePath])) },
    { name: 'server to first diagnostics', start: () => serverStart(note) },
  ];
}

async function serverStart(note: string): Promise<number> {
  const begun = performance.now();
  const running = await startProcess(server, { capabilities: pulling });
  await running.client.open(note);
  await running.client.diagnostics();
  const time = performance.now() - begun;
  await running.stop();
  return time;
}

export interface ServerRow {
  readonly text: string;
  readonly edit: EditKind;
  readonly place: Place;
  /** From the edit to the diagnostics, with the pause that the server waits for typing to end. */
  readonly diagnostics: Latency;
  /** From the edit to the outline, which waits for no pause. */
  readonly outline: Latency;
}

/** The edits through a server process, over its standard input and output. */
export async function serverEdits(name: string, text: string, count: number): Promise<ServerRow[]> {
  const rows: ServerRow[] = [];
  const running = await startProcess(server, {
    capabilities: pulling,
    settings: { maxDocumentSize: 100_000_000 },
  });
  const { client } = running;
  let version = 1;
  await client.open(text, noteUri, version);
  await client.diagnostics();
  let now = text;
  const send = async (kind: EditKind, place: Place, number: number) => {
    const edit = editOf(kind, place, now, number);
    const range = { start: positionAt(now, edit.at), end: positionAt(now, edit.at + edit.removed) };
    now = applied(now, edit);
    version += 1;
    await client.change(version, { range, text: edit.inserted });
  };
  for (const place of places) {
    for (const edit of editKinds) {
      const diagnostics: number[] = [];
      const outline: number[] = [];
      for (let number = 0; number < count; number += 1) {
        await send(edit, place, 2 * number);
        diagnostics.push(await timed(() => client.diagnostics()));
        await send(edit, place, 2 * number + 1);
        const textDocument = { uri: noteUri };
        outline.push(await timed(() => client.request('textDocument/documentSymbol', { textDocument })));
        // Nothing of this edit is left to be done when the next one is timed.
        await client.diagnostics();
      }
      rows.push({ text: name, edit, place, diagnostics: latencyOf(diagnostics), outline: latencyOf(outline) });
    }
  }
  await running.stop();
  return rows;
}

function positionAt(text: string, offset: number): { line: number; character: number } {
  let line = 0;
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', start)) {
    line += 1;
    start = end + 1;
  }
  return { line, character: offset - start };
}

/**
 * Prints the most memory that the process has held, in KB. Linux counts for `maxRSS` what the process was forked from, and
 * begins anew only for the figure in `/proc`.
 */
const printPeak =
  "const { readFileSync } = require('node:fs');" +
  "let status = ''; try { status = readFileSync('/proc/self/status', 'utf8'); } catch {}" +
  'const peak = /VmHWM:\\s+(\\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS;' +
  'process.stdout.write(String(peak));';

/** Most memory, in MB, that a process of its own holds while it reads a text once; that of a bare Node without one. */
export function peakMemory(textPath: string | null): number {
  const read =
    textPath === null
      ? ''
      : `require(${JSON.stringify(resolve('dist/index.js'))}).analyze(` +
        `require('node:fs').readFileSync(${JSON.stringify(textPath)}, 'utf8'));`;
  return Number(node(['-e', read + printPeak])) / 1024;
}

/** Seconds that a batch takes; its report goes nowhere. */
export async function batch(jsonLinesPath: string, workers: number): Promise<number> {
  const args = [cli, 'check', '--jsonl', jsonLinesPath, '--format', 'jsonl', '--workers', String(workers)];
  const time = await timed(() => {
    const { status, error } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    if (error || (status !== 0 && status !== 1)) throw new Error(`The batch ended with ${status}.`);
  });
  return time / 1000;
}
