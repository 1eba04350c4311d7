import type { Effective } from './codes';
import data from './evaluation-codes.json';
import type { SourceId } from './sources';

export interface EvaluationCodes {
  readonly from: string;
  readonly to: string;
  readonly card: string;
  readonly takes25: boolean;
  readonly effective: Effective;
  readonly source: readonly SourceId[];
}

const evaluationCodes = data as readonly EvaluationCodes[];

/** The range of evaluation codes that holds `code`. Codes are five characters, so that they compare as text. */
export const evaluationCode = (code: string): EvaluationCodes | undefined =>
  code.length === 5 ? evaluationCodes.find(({ from, to }) => code >= from && code <= to) : undefined;
