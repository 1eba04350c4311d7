/**
 * Measures the engine against the annotated notes: `npm run accuracy -- [options]`.
 *
 *   --only PREFIX           notes whose name starts so (dev-0)
 *   --groups odd|even|all   contrast groups by number (all)
 *   --by FIELD              a table by a field of the gold (style)
 *   --show                  every disagreement, with what the engine rests on
 *   --check                 the selection and the floors of test/accuracy-floor.json; fails below a floor
 *
 * The scoring itself is that of `test/corpus/score.mjs` and `contrast.mjs`, run as they are.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { analyze } from '../server/analyze';
import { reportOf } from '../server/cli/format/report';
import { describeCrash } from '../server/crash';
import { readFacts } from '../server/facts/facts';

interface Selection {
  readonly only: string;
  readonly groups: 'odd' | 'even' | 'all';
}

interface Floors extends Selection {
  /** Least value of each metric of score.mjs; most of `unsafe`, `forbidden` and `unanswered`. */
  readonly dev: Readonly<Record<string, number>>;
  readonly own: Readonly<Record<string, number>>;
  /** Least share of contrast groups that are wholly right. */
  readonly contrastGroups: number;
}

const CORPUS = 'test/corpus';

function main(): number {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: 'dev-' },
      groups: { type: 'string', default: 'all' },
      by: { type: 'string', default: 'style' },
      show: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
    },
  });
  const floors: Floors | null = values.check ? JSON.parse(readFileSync('test/accuracy-floor.json', 'utf8')) : null;
  const { only, groups }: Selection = floors ?? { only: values.only, groups: groupsOf(values.groups) };
  const { by, show } = values;

  const work = mkdtempSync(join(tmpdir(), 'chartlint-accuracy-'));
  try {
    const dev = select(join(CORPUS, 'dev'), join(work, 'dev'), (name) => name.startsWith(only));
    const contrast = select(join(CORPUS, 'contrast'), join(work, 'contrast'), (name) => inGroups(name, groups));
    const own = select(join('test', 'cases'), join(work, 'own'), () => true);
    const codes = [
      score(`Notes: ${only}*`, dev, ['--by', by, ...minima(floors?.dev)], show),
      score(`Contrast notes: ${groups} groups`, contrast, ['--by', 'mechanism'], show),
      score('Notes of our own, in other habits', own, minima(floors?.own), show),
      scoreGroups(contrast, floors?.contrastGroups ?? 0, show),
    ];
    return Math.max(...codes);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const minima = (floor: Readonly<Record<string, number>> = {}): string[] =>
  Object.entries(floor).flatMap(([metric, least]) => ['--min', `${metric}=${least}`]);

function groupsOf(value: string): Selection['groups'] {
  if (value === 'odd' || value === 'even' || value === 'all') return value;
  throw new Error('--groups is odd, even or all');
}

/** Group k-07 is odd; its versions are k-07a, k-07b, … */
function inGroups(name: string, groups: Selection['groups']): boolean {
  const number = Number(/^k-(\d+)/.exec(name)?.[1]);
  return groups === 'all' || number % 2 === (groups === 'odd' ? 1 : 0);
}

interface Selected {
  /** A folder of the gold files that take part. */
  readonly gold: string;
  /** The engine's answers, one object a line. */
  readonly answers: string;
  readonly texts: ReadonlyMap<string, string>;
}

function select(from: string, to: string, takesPart: (name: string) => boolean): Selected {
  mkdirSync(to);
  const texts = new Map<string, string>();
  const answers: string[] = [];
  for (const file of readdirSync(from).sort()) {
    const name = basename(file, '.txt');
    if (name === file || !takesPart(name)) continue;
    const text = readFileSync(join(from, file), 'utf8');
    texts.set(name, text);
    copyFileSync(join(from, `${name}.json`), join(to, `${name}.json`));
    try {
      answers.push(JSON.stringify(reportOf({ file, text, analysis: analyze(text) })));
    } catch (error) {
      console.log(`${name}: no answer: ${describeCrash(error)}`);
    }
  }
  const path = `${to}.jsonl`;
  writeFileSync(path, answers.join('\n'));
  return { gold: to, answers: path, texts };
}

/** Prints the metrics, the table by a field and the table by rule; the disagreements, which come first, where asked. */
function score(title: string, { gold, answers, texts }: Selected, flags: readonly string[], show: boolean): number {
  console.log(`\n== ${title}\n`);
  const { status, output } = run('score.mjs', [gold, answers, '--show', ...flags]);
  const lines = output.split('\n');
  const metricsAt = lines.findIndex((line) => /^notes \d/.test(line));
  if (show) {
    for (const line of lines.slice(0, metricsAt)) {
      const name = line.startsWith(' ') ? undefined : line;
      console.log(name === undefined ? line : `\n${name}`);
      const text = name === undefined ? undefined : texts.get(name);
      if (text !== undefined) console.log(restsOn(text));
    }
    console.log();
  }
  console.log(lines.slice(metricsAt).join('\n'));
  return status;
}

function scoreGroups({ gold, answers }: Selected, least: number, show: boolean): number {
  console.log('== Contrast groups\n');
  const { status, output } = run('contrast.mjs', [gold, answers, String(least), ...(show ? ['--show'] : [])]);
  console.log(output);
  if (status !== 0) console.log(`below the bar: groups wholly right (wanted ${least})`);
  return status;
}

/** What the engine's answer to a note rests on, in its own words and the note's. */
function restsOn(text: string): string {
  const quote = ({ start, end }: { start: number; end: number }) =>
    JSON.stringify(text.slice(start, end).slice(0, 120));
  const { procedures, visit } = readFacts(text);
  const { findings } = analyze(text);
  return [
    ...procedures.map(({ agent, span, reasoning }) => `    procedure ${agent}: ${reasoning} ${quote(span)}`),
    ...visit.for.map(({ says, span }) => `    visit for: ${says} ${quote(span)}`),
    ...visit.against.map(({ says, span }) => `    visit against: ${says} ${quote(span)}`),
    ...findings.map(({ rule, message, span }) => `    ${rule}: ${message} ${quote(span)}`),
  ].join('\n');
}

function run(script: string, args: readonly string[]): { status: number; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(CORPUS, script), ...args], { encoding: 'utf8' });
  if (stderr !== '') throw new Error(stderr);
  return { status: status ?? 2, output: stdout };
}

process.exitCode = main();
