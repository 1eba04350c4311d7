import type { Position, Range } from 'vscode-languageserver-textdocument';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis, Summary } from '../../analyze';
import type { Decision } from '../../review/decision';
import type { DismissedFinding } from '../../review/judging';
import type { Finding } from '../../rules/finding';

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

/** Writes a report piece by piece, so that a run over many notes needs the memory of one. */
export interface Formatter {
  note(note: CheckedNote): string;
  end(): string;
}

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
