import { type Analysis, analyze } from '../analyze';
import type { PayerId, Settings } from '../configuration';
import { describeCrash } from '../crash';
import type { Input } from './inputs';

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

/** Analyses an input, or says why it was not and what to do about it. */
export function analyzeInput(
  input: Input,
  settings: Settings,
  payer: PayerId | undefined,
): AnalyzedNote | { readonly problem: string } {
  if ('problem' in input) return input;
  const { name, path, text } = input;
  if (text.length > settings.maxDocumentSize) {
    const { maxDocumentSize } = settings;
    return {
      problem: `is longer (${text.length} characters) than "maxDocumentSize" (${maxDocumentSize}); raise it in chartlint.json, or split the file into one a note`,
    };
  }
  const configuration = { ...settings, payer: payer ?? settings.payer };
  try {
    return { name, path, text, analysis: analyze(text, { configuration }), configuration };
  } catch (error) {
    return { problem: `internal error; please report it: ${describeCrash(error)}` };
  }
}
