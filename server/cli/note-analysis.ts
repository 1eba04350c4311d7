import type { Analysis } from '../analyze';
import type { PayerId, Settings } from '../configuration';
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
  return analyzedNote(note, configuration, outcomeOf(note.text, configuration));
}

/** The same with a reader that may be in other threads. */
export async function readInput(
  input: Input,
  configuration: Settings,
  reader: NoteReader,
): Promise<AnalyzedNote | Problem> {
  const note = checkable(input, configuration);
  return 'problem' in note ? note : analyzedNote(note, configuration, await reader.read(note.text));
}

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

function analyzedNote({ name, path, text }: Note, configuration: Settings, outcome: Outcome): AnalyzedNote | Problem {
  if ('crash' in outcome) return { problem: `internal error; please report it: ${outcome.crash}` };
  return { name, path, text, analysis: outcome.analysis, configuration };
}

/** Starts on up to `ahead` inputs at a time, and gives what became of them in the order of the inputs. */
export async function* inOrder(
  inputs: AsyncIterable<Input>,
  ahead: number,
  start: (input: Input) => Promise<AnalyzedNote | Problem>,
): AsyncGenerator<{ readonly input: Input; readonly read: AnalyzedNote | Problem }> {
  const begun: { readonly input: Input; readonly read: Promise<AnalyzedNote | Problem> }[] = [];
  for await (const input of inputs) {
    begun.push({ input, read: start(input) });
    const first = begun.length >= ahead ? begun.shift() : undefined;
    if (first) yield { input: first.input, read: await first.read };
  }
  for (const { input, read } of begun) yield { input, read: await read };
}
