import type { Position, Range } from 'vscode-languageserver-textdocument';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis, Summary } from '../../analyze';
import type { Finding } from '../../rules/finding';

/** One checked note. */
export interface CheckedNote {
  readonly file: string;
  readonly text: string;
  readonly analysis: Analysis;
}

export interface FormatOptions {
  readonly color: boolean;
}

/** Writes a report piece by piece, so that a run over many notes needs the memory of one. */
export interface Formatter {
  note(note: CheckedNote): string;
  end(): string;
}

export interface NoteReport {
  readonly file: string;
  readonly summary: Summary;
  readonly findings: readonly FindingReport[];
}

export interface FindingReport extends Omit<Finding, 'span'> {
  /** Lines and characters from zero, characters in UTF-16 code units, as editors count them. */
  readonly range: Range;
  readonly span: Finding['span'];
}

/** A checked note as the machine formats print it. The order of the keys is part of the format. */
export function reportOf({ file, text, analysis }: CheckedNote): NoteReport {
  const document = TextDocument.create('', '', 0, text);
  return {
    file,
    summary: analysis.summary,
    findings: analysis.findings.map(({ rule, severity, message, span, evidence, fixes }) => ({
      rule,
      severity,
      message,
      range: { start: at(document, span.start), end: at(document, span.end) },
      span,
      evidence,
      fixes,
    })),
  };
}

function at(document: TextDocument, offset: number): Position {
  return document.positionAt(offset);
}
