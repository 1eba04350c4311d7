import type {
  CodeActionKind,
  DiagnosticSeverity,
  DocumentDiagnosticReportKind,
  FoldingRangeKind,
  InlayHintKind,
  LSPErrorCodes,
  MarkupKind,
  SymbolKind,
  TextDocumentSyncKind,
} from 'vscode-languageserver-protocol';
import type { Severity } from '../rules/finding';

/** The protocol's numbers and names, as far as they are used. Its types prove that they are right. */

export const severity = {
  error: 1,
  warning: 2,
  information: 3,
  hint: 4,
} as const satisfies Record<Severity, DiagnosticSeverity>;

export const quickFix = 'quickfix' satisfies CodeActionKind;
export const regionFold = 'region' satisfies FoldingRangeKind;
export const namespaceSymbol = 3 satisfies typeof SymbolKind.Namespace;
export const typeHint = 1 satisfies typeof InlayHintKind.Type;
export const markdown = 'markdown' satisfies typeof MarkupKind.Markdown;
export const plainText = 'plaintext' satisfies typeof MarkupKind.PlainText;
export const incrementalSync = 2 satisfies typeof TextDocumentSyncKind.Incremental;
export const fullReport = 'full' satisfies typeof DocumentDiagnosticReportKind.Full;
export const unchangedReport = 'unchanged' satisfies typeof DocumentDiagnosticReportKind.Unchanged;
export const serverCancelled = -32802 satisfies typeof LSPErrorCodes.ServerCancelled;
