import type { Diagnostic } from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../rules/finding';
import { ruleIds } from '../rules/rule-ids';
import { severity } from './constants';
import { type FindingData, findingIds } from './finding-data';
import { rangeOf } from './positions';
import { checkFailed, documentTooLarge } from './protocol';
import type { Reading } from './readings';

export interface DiagnosticOptions {
  readonly relatedInformation: boolean;
  /** Where the rules' pages are, as a URI without a slash at its end. */
  readonly docs: string | undefined;
}

/**
 * What is shown in a document after a reading of it. A limit that was hit is shown too: silence is not approval.
 *
 * @param shown The findings to show of those of the reading.
 */
export function diagnosticsOf(
  document: TextDocument,
  reading: Reading,
  shown: readonly Finding[],
  options: DiagnosticOptions,
): Diagnostic[] {
  switch (reading.state) {
    case 'checked':
      return findingDiagnostics(document, reading.analysis.findings, shown, options);
    // The user left it out, and the status says so.
    case 'excluded':
      return [];
    case 'too-large':
      return [
        onFirstLine(
          document,
          documentTooLarge,
          `This note was not checked: it has ${reading.length} characters, and the limit is ${reading.limit}. ` +
            'Raise "chartlint.maxDocumentSize" to check it.',
        ),
      ];
    case 'failed':
      return [
        onFirstLine(
          document,
          checkFailed,
          'This note was not checked: Chartlint failed while reading it. The output of the Chartlint server says where.',
        ),
      ];
  }
}

function findingDiagnostics(
  document: TextDocument,
  findings: readonly Finding[],
  shown: readonly Finding[],
  { relatedInformation, docs }: DiagnosticOptions,
): Diagnostic[] {
  const ids = findingIds(findings);
  const isShown = new Set(shown);
  return findings.flatMap((finding, index) => {
    if (!isShown.has(finding)) return [];
    return {
      range: rangeOf(document, finding.span),
      severity: severity[finding.severity],
      source: 'chartlint',
      code: finding.rule,
      ...(docs === undefined ? {} : { codeDescription: { href: `${docs}/${pageOf(finding.rule)}` } }),
      message: finding.message,
      ...(relatedInformation ? { relatedInformation: evidenceOf(document, finding) } : {}),
      data: dataOf(document, finding, ids[index] ?? finding.rule),
    };
  });
}

/** An element of the configuration has no page of its own. */
const pageOf = (rule: string): string =>
  ruleIds.some((id) => id === rule) ? `${rule}.md` : 'README.md#elements-of-your-own';

const evidenceOf = (document: TextDocument, { evidence }: Finding) =>
  evidence.map(({ span, says }) => ({
    location: { uri: document.uri, range: rangeOf(document, span) },
    message: says,
  }));

const dataOf = (document: TextDocument, { fixes }: Finding, id: string): FindingData => ({
  id,
  version: document.version,
  fixes: fixes.map((fix) => ({
    ...fix,
    edits: fix.edits.map(({ span, newText }) => ({ range: rangeOf(document, span), newText })),
  })),
});

function onFirstLine(document: TextDocument, code: string, message: string): Diagnostic {
  const end = document.offsetAt({ line: 0, character: Number.MAX_SAFE_INTEGER });
  return {
    range: rangeOf(document, { start: 0, end }),
    severity: severity.information,
    source: 'chartlint',
    code,
    message,
  };
}
