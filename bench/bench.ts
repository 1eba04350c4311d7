/**
 * Measures Chartlint beside other readers of text, on the same texts in one run: `npm run bench -- [options]`.
 *
 *   --quick        fewer rounds, a smaller batch, no 10 MB chart
 *   --notes N      so many notes in the batch (100000; with --quick 1000)
 *   --only NAME    one part: throughput, edits, server, start, memory or batch
 *
 * Prints tables, and writes them and the figures to bench/results/: full, quick, or partial where only one part ran.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureEdits } from './edits';
import {
  type Engine,
  installPeers,
  type Lezer,
  loadEngine,
  loadLezer,
  type ReaderId,
  readerIds,
  slowReaders,
} from './peers';
import { batch, peakMemory, serverEdits, starts } from './processes';
import { type RunningReader, startReader } from './reader-processes';
import { figure, load, machine, table } from './report';
import { inAlternation, median, percentile } from './rounds';
import { chart, devNotes, jsonLines } from './texts';

const parts = ['throughput', 'edits', 'server', 'start', 'memory', 'batch'] as const;

const megabyte = 2 ** 20;

interface Plan {
  readonly quick: boolean;
  readonly engine: Engine;
  readonly lezer: Lezer;
  readonly notes: readonly string[];
  /** How many notes the batch has. */
  readonly count: number;
  /** A folder for texts that processes read. */
  readonly folder: string;
}

interface Part {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly data: unknown;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      notes: { type: 'string' },
    },
  });
  const unknown = values.only !== undefined && !parts.some((part) => part === values.only);
  if (unknown) throw new Error(`--only ${values.only}: name one of ${parts.join(', ')}.`);
  const count = Number(values.notes ?? (values.quick ? 1000 : 100_000));
  if (!Number.isInteger(count) || count < 1) throw new Error(`--notes ${values.notes}: give a whole number.`);
  installPeers();
  const built = spawnSync(process.execPath, ['esbuild.mjs', '--production'], { stdio: 'inherit' });
  if (built.status !== 0) throw new Error('The bundles could not be built.');

  const on = machine();
  const folder = mkdtempSync(join(tmpdir(), 'chartlint-bench-'));
  const plan = { quick: values.quick, engine: loadEngine(), lezer: loadLezer(), notes: devNotes(), count, folder };
  const data: Record<string, unknown> = {};
  const texts: string[] = [];
  try {
    for (const part of parts) {
      if (values.only !== undefined && values.only !== part) continue;
      for (const measured of await measure[part](plan)) {
        data[measured.title] = measured.data;
        const text = `${measured.title}\n\n${table(measured.head, measured.rows)}\n`;
        console.log(text);
        texts.push(text);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  on.loadAfter = load();
  const where =
    `${on.cpu}, ${on.cores} cores, ${on.memoryGB} GB, ${on.system}, Node ${on.node}; ` +
    `load ${on.loadBefore} before, ${on.loadAfter} after`;
  console.log(where);
  const name = values.only !== undefined ? 'partial' : values.quick ? 'quick' : 'full';
  mkdirSync('bench/results', { recursive: true });
  writeFileSync(`bench/results/${name}.json`, `${JSON.stringify({ machine: on, ...data }, null, 2)}\n`);
  writeFileSync(`bench/results/${name}.md`, `${[...texts, where].join('\n')}\n`);
}

const measure: Record<(typeof parts)[number], (plan: Plan) => Promise<Part[]>> = {
  throughput: async ({ quick, notes }) => {
    const all: RunningReader[] = [];
    for (const id of readerIds) all.push(await startReader(id));
    try {
      const swift = all.filter(({ id }) => !slowReaders.has(id));
      const large = quick ? [1] : [1, 10];
      const found = [await throughput('dev notes', notes, all, quick ? 5 : 11)];
      for (const size of large) {
        const text = chart(notes, size * megabyte);
        found.push(await throughput(`the ${size} MB chart`, [text], swift, size > 1 || quick ? 1 : 3));
      }
      return found;
    } finally {
      for (const { stop } of all) stop();
    }
  },

  edits: async ({ quick, engine, lezer, notes }) => {
    const small = chart(notes, 4096);
    const big = chart(notes, megabyte);
    const rows = [
      ...(await measureEdits(engine, lezer, '4 KB note', small, { edits: quick ? 40 : 200, fulls: quick ? 40 : 200 })),
      ...(await measureEdits(engine, lezer, '1 MB chart', big, { edits: quick ? 2 : 10, fulls: quick ? 1 : 5 })),
    ];
    return [
      {
        title: `Cost of an edit in the library, in ms of processor time; Lezer is @lezer/markdown ${lezer.version}`,
        head: ['edit', 'full p50', 'edit p50', 'edit p99', 'full / p50', 'full / p99', 'Lezer p50', 'Lezer p99'],
        rows: rows.map(({ text, edit, place, full, incremental, lezer }) => {
          const [whole, own, theirs] = [full.processor, incremental.processor, lezer.processor];
          return [
            `${text}, ${place}: ${edit}`,
            figure(whole.p50),
            figure(own.p50),
            figure(own.p99),
            figure(whole.p50 / own.p50),
            figure(whole.p50 / own.p99),
            figure(theirs.p50),
            figure(theirs.p99),
          ];
        }),
        data: rows,
      },
    ];
  },

  server: async ({ quick, notes }) => {
    const rows = [
      ...(await serverEdits('4 KB note', chart(notes, 4096), quick ? 3 : 20)),
      ...(await serverEdits('1 MB chart', chart(notes, megabyte), quick ? 1 : 2)),
    ];
    return [
      {
        title: 'Latency of an edit through a server process, in ms; diagnostics wait 200 ms for typing to pause',
        head: ['edit', 'diagnostics p50', 'diagnostics p99', 'outline p50', 'outline p99'],
        rows: rows.map(({ text, edit, place, diagnostics, outline }) => [
          `${text}, ${place}: ${edit}`,
          figure(diagnostics.p50),
          figure(diagnostics.p99),
          figure(outline.p50),
          figure(outline.p99),
        ]),
        data: rows,
      },
    ];
  },

  start: async ({ quick, notes, folder }) => {
    const path = join(folder, 'note.txt');
    writeFileSync(path, notes[0] ?? '');
    const found = await inAlternation(starts(notes[0] ?? '', path), quick ? 3 : 11, ({ start }) => start());
    const bundles = ['server.node.js', 'server.web.js', 'cli.js', 'index.js'];
    const bare = median([...found.values()][0] ?? []);
    return [
      {
        title: 'Start, in ms',
        head: ['process', 'median', 'worst', 'beside a bare Node'],
        rows: [...found].map(([{ name }, times]) => [
          name,
          figure(median(times)),
          figure(percentile(times, 100)),
          `${figure(median(times) / bare)} x`,
        ]),
        data: [...found].map(([{ name }, times]) => ({ name, times })),
      },
      {
        title: 'Bundles, minified, in KB',
        head: ['bundle', 'size'],
        rows: bundles.map((name) => [name, figure(statSync(join('dist', name)).size / 1000)]),
        data: bundles.map((name) => ({ name, bytes: statSync(join('dist', name)).size })),
      },
    ];
  },

  memory: async ({ quick, notes, folder }) => {
    const sizes = quick ? [1] : [1, 10];
    const rows = [{ text: 'nothing', peak: peakMemory(null) }];
    for (const size of sizes) {
      const path = join(folder, `${size}.txt`);
      writeFileSync(path, chart(notes, size * megabyte));
      rows.push({ text: `the ${size} MB chart`, peak: peakMemory(path) });
    }
    return [
      {
        title: 'Peak memory of a process that reads, in MB',
        head: ['text', 'peak'],
        rows: rows.map(({ text, peak }) => [text, figure(peak)]),
        data: rows,
      },
    ];
  },

  batch: async ({ quick, notes, count, folder }) => {
    const path = join(folder, 'notes.jsonl');
    writeFileSync(path, jsonLines(notes, count));
    const bytes = statSync(path).size;
    const found = await inAlternation([1, 2], quick || count > 20_000 ? 1 : 3, (workers) => batch(path, workers));
    const one = median(found.get(1) ?? []);
    return [
      {
        title: `${count} notes as JSON Lines (${figure(bytes / 1e6)} MB) through the command line`,
        head: ['workers', 'seconds', 'notes a second', 'MB/s', 'beside one worker'],
        rows: [...found].map(([workers, seconds]) => [
          String(workers),
          figure(median(seconds)),
          figure(count / median(seconds)),
          figure(bytes / 1e6 / median(seconds)),
          `${figure(one / median(seconds))} x`,
        ]),
        data: [...found].map(([workers, seconds]) => ({ workers, seconds, notes: count, bytes })),
      },
    ];
  },
};

async function throughput(
  name: string,
  texts: readonly string[],
  all: readonly RunningReader[],
  rounds: number,
): Promise<Part> {
  const size = texts.reduce((sum, text) => sum + text.length, 0);
  // Some times unmeasured where that is short, so that each is compiled.
  const before = (id: ReaderId) => (size > megabyte ? 0 : slowReaders.has(id) ? 1 : 20);
  for (const { id, read } of all) for (let i = 0; i < before(id); i += 1) await read(texts);
  const busy = new Map<RunningReader, number[]>(all.map((reader) => [reader, []]));
  const found = await inAlternation(all, rounds, async (reader) => {
    const { clock, processor } = await reader.read(texts);
    busy.get(reader)?.push(size / 1000 / processor);
    return size / 1000 / clock;
  });
  const own = median([...busy.values()][0] ?? []);
  return {
    title: `Throughput over ${name} (${figure(size / 1e6)} MB), in MB a second`,
    head: ['reader', 'by the clock', 'of processor time', 'chartlint beside it'],
    rows: [...found].map(([reader, speeds]) => [
      `${reader.name} ${reader.version}`,
      figure(median(speeds)),
      figure(median(busy.get(reader) ?? [])),
      `${figure(own / median(busy.get(reader) ?? []))} x`,
    ]),
    data: [...found].map(([reader, speeds]) => ({
      name: reader.name,
      version: reader.version,
      size,
      speeds,
      speedsOfProcessorTime: busy.get(reader),
    })),
  };
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
