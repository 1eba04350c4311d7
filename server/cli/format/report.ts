import type { Position, Range } from 'vscode-languageserver-textdocument';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis, Summary } from '../../analyze';
import type { Decision } from '../../review/decision';
import type { DismissedFinding } from '../../review/judging';
import type { Finding, Severity } from '../../rules/finding';

/** One checked note. */
export interface CheckedNote {
  readonly file: string;
  readonly text: string;
  /** Its findings are those that no decision dismisses. */
  readonly analysis: Analysis;
  /** Left out where no review file is in force. */
  readonly dismissed?: readonly DismissedFinding[];
}

export interface FormatOptions {
  readonly color: boolean;
  /** Show dismissed findings one by one, and not their number alone. */
  readonly dismissed: boolean;
}

/** What a report says of one note, whatever stands before it: plain data, which a thread can hand to another. */
export interface PrintedNote {
  readonly text: string;
  /** How severe its open findings are, one by one. */
  readonly severities: readonly Severity[];
  /** How many findings are dismissed. */
  readonly dismissed: number;
}

/** Writes a report piece by piece, so that a run over many notes needs the memory of one. */
export interface Formatter {
  /** Prints one note. Its place in the report does not matter, nor the thread. */
  print(note: CheckedNote): PrintedNote;
  /** Takes the next printed note into the report. */
  add(printed: PrintedNote): string;
  end(): string;
}

export const printedNote = ({ analysis, dismissed = [] }: CheckedNote, text: string): PrintedNote => ({
  text,
  severities: analysis.findings.map(({ severity }) => severity),
  dismissed: dismissed.length,
});

export interface NoteReport {
  readonly file: string;
  readonly summary: Summary;
  readonly findings: readonly FindingReport[];
  /** Only where a review file is in force. */
  readonly dismissed?: readonly DismissedReport[];
}

export interface DismissedReport extends FindingReport {
  readonly decision: Omit<Decision, 'note' | 'rule'>;
}

export interface FindingReport extends Omit<Finding, 'span'> {
  /** Lines and characters from zero, characters in UTF-16 code units, as editors count them. */
  readonly range: Range;
  readonly span: Finding['span'];
}

/** A checked note as the machine formats print it. The order of the keys is part of the format. */
export function reportOf({ file, text, analysis, dismissed }: CheckedNote): NoteReport {
  const document = TextDocument.create('', '', 0, text);
  return {
    file,
    summary: analysis.summary,
    findings: analysis.findings.map((finding) => findingReport(document, finding)),
    ...(dismissed === undefined ? {} : { dismissed: dismissed.map((each) => dismissedReport(document, each)) }),
  };
}

export function findingReport(document: TextDocument, finding: Finding): FindingReport {
  const { rule, severity, message, span, evidence, fixes } = finding;
  const range = { start: at(document, span.start), end: at(document, span.end) };
  return { rule, severity, message, range, span, evidence, fixes };
}

export function dismissedReport(document: TextDocument, { finding, decision }: DismissedFinding): DismissedReport {
  const { note: _note, rule: _rule, ...rest } = decision;
  return { ...findingReport(document, finding), decision: rest };
}

function at(document: TextDocument, offset: number): Position {
  return document.positionAt(offset);
}
