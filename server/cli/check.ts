import { type AnalyzeOptions, analyze } from '../analyze';
import { type PayerId, type Settings, severities } from '../configuration';
import { describeCrash } from '../crash';
import type { Severity } from '../rules/finding';
import { type FormatName, formatters } from './format/formats';
import type { Formatter } from './format/report';
import { type Input, readInputs } from './inputs';
import { fileOutput, type Output, streamOutput } from './output';
import { Progress } from './progress';
import { loadSettings } from './settings';

export interface CheckOptions {
  readonly format: FormatName;
  readonly config?: string;
  readonly payer?: PayerId;
  readonly maxSeverity: Severity;
  readonly output?: string;
  readonly jsonl?: true;
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
  const complain = (message: string) => {
    failed = true;
    progress.clear();
    host.stderr.write(`chartlint: ${message}\n`);
  };

  const { settings, problems } = await loadSettings(options.config, host.cwd);
  problems.forEach(complain);

  const output = await open(options.output, host, complain);
  if (output === null) return exitCodes.failed;
  const formatter = formatters[options.format]({ color: options.color });
  let found = false;
  try {
    const inputs = readInputs(args, { cwd: host.cwd, stdin: host.stdin, jsonLines: options.jsonl ?? false });
    for await (const input of inputs) {
      const result = checkNote(input, settings, options, formatter);
      if ('problem' in result) complain(`${input.name}: ${result.problem}`);
      else {
        found ||= result.found;
        await output.write(result.report);
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
  }
  if (failed) return exitCodes.failed;
  return found ? exitCodes.findings : exitCodes.clean;
}

type Result = { readonly report: string; readonly found: boolean } | { readonly problem: string };

function checkNote(input: Input, settings: Settings, options: CheckOptions, formatter: Formatter): Result {
  if ('problem' in input) return input;
  if (input.text.length > settings.maxDocumentSize) {
    const { maxDocumentSize } = settings;
    return {
      problem: `is longer (${input.text.length} characters) than "maxDocumentSize" (${maxDocumentSize}); raise it in chartlint.json, or split the file into one a note`,
    };
  }
  const configuration = {
    ...settings,
    payer: options.payer ?? settings.payer,
  } satisfies AnalyzeOptions['configuration'];
  const threshold = severities.indexOf(options.maxSeverity);
  try {
    const analysis = analyze(input.text, { configuration });
    return {
      report: formatter.note({ file: input.name, text: input.text, analysis }),
      found: analysis.findings.some(({ severity }) => severities.indexOf(severity) <= threshold),
    };
  } catch (error) {
    return { problem: `internal error; please report it: ${describeCrash(error)}` };
  }
}

async function open(path: string | undefined, host: Host, complain: (message: string) => void): Promise<Output | null> {
  if (path === undefined) return streamOutput(host.stdout);
  try {
    return await fileOutput(path);
  } catch {
    complain(`${path}: cannot be written; check the folder and its permissions`);
    return null;
  }
}
