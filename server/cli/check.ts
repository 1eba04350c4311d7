import { type PayerId, severities } from '../configuration';
import type { Severity } from '../rules/finding';
import { type FormatName, formatters } from './format/formats';
import { readInputs } from './inputs';
import { inOrder, readInput, withPayer } from './note-analysis';
import { fileOutput, type Output, streamOutput } from './output';
import { Progress } from './progress';
import { decisionsOfGoneNotes, judgeNote, unusedNotice } from './review/judged-note';
import { loadReview } from './review/store';
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
  const formatter = formatters[options.format]({ color: options.color, dismissed: options.dismissed ?? false });
  const threshold = severities.indexOf(options.maxSeverity);
  const configuration = withPayer(settings, options.payer);
  const reader = noteReader(options.workers, configuration);
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
        const { name: file, text, analysis } = read;
        const judged = store?.exists ? judgeNote(read, store) : null;
        const findings = judged?.open ?? analysis.findings;
        found ||= findings.some(({ severity }) => severities.indexOf(severity) <= threshold);
        const dismissed = judged === null ? {} : { dismissed: judged.dismissed };
        await output.write(formatter.note({ file, text, analysis: { ...analysis, findings }, ...dismissed }));
        for (const each of judged?.unused ?? []) if (store !== null) say(unusedNotice(store, each, 'finding'));
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
