import type { Analysis } from '../analyze';
import type { PayerId, Settings } from '../configuration';
import type { PrintedNote } from './format/report';
import type { Input } from './inputs';
import { type NoteReader, type Outcome, outcomeOf } from './workers';

/** A note that was read, and under which settings. */
export interface AnalyzedNote {
  /** As the input is called. */
  readonly name: string;
  /** Of its file, absolute; `null` for a note of a stream. */
  readonly path: string | null;
  readonly text: string;
  readonly analysis: Analysis;
  readonly configuration: Settings;
}

/** A note that was printed where it was read. */
export interface ReadyNote {
  readonly printed: PrintedNote;
}

interface Problem {
  readonly problem: string;
}

/** The settings with the payer that the command names in place of their own. */
export const withPayer = (settings: Settings, payer: PayerId | undefined): Settings => ({
  ...settings,
  payer: payer ?? settings.payer,
});

/** Analyses an input, or says why it was not and what to do about it. */
export function analyzeInput(input: Input, settings: Settings, payer: PayerId | undefined): AnalyzedNote | Problem {
  const note = checkable(input, settings);
  if ('problem' in note) return note;
  const configuration = withPayer(settings, payer);
  const outcome = outcomeOf(note.text, configuration);
  return 'crash' in outcome ? crashed(outcome.crash) : { ...note, analysis: outcome.analysis, configuration };
}

/** The same with a reader that may be in other threads, and may print what it read. */
export async function readInput(input: Input, configuration: Settings, reader: NoteReader): Promise<Read> {
  const note = checkable(input, configuration);
  if ('problem' in note) return note;
  const outcome: Outcome = await reader.read({ name: note.name, text: note.text });
  if ('crash' in outcome) return crashed(outcome.crash);
  return 'printed' in outcome ? outcome : { ...note, analysis: outcome.analysis, configuration };
}

type Read = AnalyzedNote | ReadyNote | Problem;

type Note = Exclude<Input, Problem>;

/** The input's problem, or the input itself where it has none. */
function checkable(input: Input, { maxDocumentSize }: Settings): Note | Problem {
  if ('problem' in input) return input;
  const { length } = input.text;
  if (length <= maxDocumentSize) return input;
  return {
    problem: `is longer (${length} characters) than "maxDocumentSize" (${maxDocumentSize}); raise it in chartlint.json, or split the file into one a note`,
  };
}

const crashed = (crash: string): Problem => ({ problem: `internal error; please report it: ${crash}` });

/** Starts on up to `ahead` inputs at a time, and gives what became of them in the order of the inputs. */
export async function* inOrder(
  inputs: AsyncIterable<Input>,
  ahead: number,
  start: (input: Input) => Promise<Read>,
): AsyncGenerator<{ readonly input: Input; readonly read: Read }> {
  const begun: { readonly input: Input; readonly read: Promise<Read> }[] = [];
  for await (const input of inputs) {
    begun.push({ input, read: start(input) });
    const first = begun.length >= ahead ? begun.shift() : undefined;
    if (first) yield { input: first.input, read: await first.read };
  }
  for (const { input, read } of begun) yield { input, read: await read };
}
