import { type PayerId, severities } from '../configuration';
import type { Decision } from '../review/decision';
import type { Severity } from '../rules/finding';
import { type FormatName, formatters } from './format/formats';
import type { Formatter, PrintedNote } from './format/report';
import { readInputs } from './inputs';
import { type AnalyzedNote, inOrder, readInput, withPayer } from './note-analysis';
import { fileOutput, type Output, streamOutput } from './output';
import { Progress } from './progress';
import { decisionsOfGoneNotes, judgeNote, unusedNotice } from './review/judged-note';
import { loadReview, type ReviewStore } from './review/store';
import { leavesOut, loadSettings } from './settings';
import { noteReader } from './workers';

export interface CheckOptions {
  readonly format: FormatName;
  readonly config?: string;
  readonly review?: string | false;
  readonly dismissed?: true;
  readonly payer?: PayerId;
  readonly maxSeverity: Severity;
  readonly output?: string;
  readonly jsonl?: true;
  /** How many threads read notes. */
  readonly workers: number;
  readonly color: boolean;
}

/** What a command may touch of the process that runs it. */
export interface Host {
  readonly cwd: string;
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

export const exitCodes = { clean: 0, findings: 1, failed: 2 } as const;

/** Checks the notes and answers the exit code. Every problem is named on stderr and stops nothing but its own input. */
export async function check(args: readonly string[], options: CheckOptions, host: Host): Promise<number> {
  const progress = new Progress(
    host.stderr.isTTY && (options.output !== undefined || !host.stdout.isTTY) ? host.stderr : null,
  );
  let failed = false;
  const say = (message: string) => {
    progress.clear();
    host.stderr.write(`chartlint: ${message}\n`);
  };
  const complain = (message: string) => {
    failed = true;
    say(message);
  };

  const loaded = await loadSettings(options.config, host.cwd);
  const { settings, problems } = loaded;
  problems.forEach(complain);
  const store = options.review === false ? null : await loadReview(options.review, host.cwd);
  store?.problems.forEach(complain);
  if (store !== null && options.review !== undefined && !store.exists)
    complain(`${store.name}: cannot be read; check the path`);

  const output = await openOutput(options.output, host, complain);
  if (output === null) return exitCodes.failed;
  const { format } = options;
  const formatOptions = { color: options.color, dismissed: options.dismissed ?? false };
  const formatter = formatters[format](formatOptions);
  const threshold = severities.indexOf(options.maxSeverity);
  const configuration = withPayer(settings, options.payer);
  // Decisions are kept here, so a note that they may be about is printed here.
  const decided = store?.exists ? store : null;
  const print = decided === null ? { format, options: formatOptions } : null;
  const reader = noteReader(options.workers, { configuration, print });
  let found = false;
  try {
    const inputs = readInputs(args, {
      cwd: host.cwd,
      stdin: host.stdin,
      jsonLines: options.jsonl ?? false,
      leavesOut: (path) => leavesOut(loaded, path),
    });
    const reading = inOrder(inputs, reader.ahead, (input) => readInput(input, configuration, reader));
    for await (const { input, read } of reading) {
      if ('problem' in read) complain(`${input.name}: ${read.problem}`);
      else {
        const { printed, unused } = 'printed' in read ? { ...read, unused: [] } : printJudged(read, decided, formatter);
        found ||= printed.severities.some((severity) => severities.indexOf(severity) <= threshold);
        await output.write(formatter.add(printed));
        for (const each of unused) if (decided !== null) say(unusedNotice(decided, each, 'finding'));
      }
      progress.step();
    }
    await output.write(formatter.end());
    await output.close();
  } catch (error) {
    output.abandon();
    if (!(error instanceof Error && 'code' in error)) throw error;
    complain(`${options.output ?? 'standard output'}: cannot be written (${error.code})`);
  } finally {
    progress.clear();
    await reader.close();
  }
  if (store !== null) for (const each of await decisionsOfGoneNotes(store)) say(unusedNotice(store, each, 'note'));
  if (failed) return exitCodes.failed;
  return found ? exitCodes.findings : exitCodes.clean;
}

/** A note without what was dismissed in it, and the decisions about it that have no use any more. */
function printJudged(
  note: AnalyzedNote,
  decided: ReviewStore | null,
  formatter: Formatter,
): { readonly printed: PrintedNote; readonly unused: readonly Decision[] } {
  const { name: file, text, analysis } = note;
  if (decided === null) return { printed: formatter.print({ file, text, analysis }), unused: [] };
  const { open: findings, dismissed, unused } = judgeNote(note, decided);
  return { printed: formatter.print({ file, text, analysis: { ...analysis, findings }, dismissed }), unused };
}

/** Where a report goes, or `null` with a complaint where it cannot go there. */
export async function openOutput(
  path: string | undefined,
  host: Host,
  complain: (message: string) => void,
): Promise<Output | null> {
  if (path === undefined) return streamOutput(host.stdout);
  try {
    return await fileOutput(path);
  } catch {
    complain(`${path}: cannot be written; check the folder and its permissions`);
    return null;
  }
}
