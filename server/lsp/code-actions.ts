import { type CodeAction, CodeActionKind, type CodeActionParams, type WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type FindingData, isFindingData, type RangedFix } from './finding-data';

/**
 * The fixes of the diagnostics that the client asks for, from what these carry. Nothing is analysed, and nothing is
 * offered that was found in another version of the document.
 */
export function codeActions(
  document: TextDocument,
  { context }: Pick<CodeActionParams, 'context'>,
  versionedEdits: boolean,
): CodeAction[] {
  if (context.only?.length && !context.only.some(coversQuickFix)) return [];
  // Many findings may stand in one place; what matters most is offered first.
  const bySeverity = [...context.diagnostics].sort((a, b) => (a.severity ?? 1) - (b.severity ?? 1));
  return bySeverity.flatMap((diagnostic) => {
    const data: unknown = diagnostic.data;
    if (!isFindingData(data) || data.version !== document.version) return [];
    return data.fixes.map((fix) => ({
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      edit: workspaceEdit(document, data, fix, versionedEdits),
      // A code is the coder's decision: its fix is never what an editor applies unasked.
      ...(fix.preferred === true && fix.kind !== 'code' ? { isPreferred: true } : {}),
    }));
  });
}

/** Kinds are asked for by prefix, and an empty kind asks for all. */
const coversQuickFix = (kind: string): boolean =>
  kind === '' || kind === CodeActionKind.QuickFix || CodeActionKind.QuickFix.startsWith(`${kind}.`);

function workspaceEdit({ uri }: TextDocument, data: FindingData, fix: RangedFix, versioned: boolean): WorkspaceEdit {
  const edits = fix.edits.map(({ range, newText }) => ({ range, newText }));
  return versioned
    ? { documentChanges: [{ textDocument: { uri, version: data.version }, edits }] }
    : { changes: { [uri]: edits } };
}
