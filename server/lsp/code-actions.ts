import type { CodeAction, CodeActionParams, Diagnostic, WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { quickFix } from './constants';
import { type FindingData, isFindingData, type RangedFix } from './finding-data';
import { dismissCommand, dismissKind, type FindingReference } from './protocol';

export interface CodeActionOptions {
  readonly versionedEdits: boolean;
  /** The client can record that a finding is dismissed. */
  readonly dismiss: boolean;
}

/**
 * The fixes of the diagnostics that the client asks for, from what these carry, and last the way to dismiss each.
 * Nothing is analysed, and nothing is offered that was found in another version of the document.
 */
export function codeActions(
  document: TextDocument,
  { context }: Pick<CodeActionParams, 'context'>,
  { versionedEdits, dismiss }: CodeActionOptions,
): CodeAction[] {
  // Many findings may stand in one place; what matters most is offered first.
  const bySeverity = [...context.diagnostics].sort((a, b) => (a.severity ?? 1) - (b.severity ?? 1));
  const found = bySeverity.flatMap((diagnostic) => {
    const data: unknown = diagnostic.data;
    return isFindingData(data) && data.version === document.version ? [{ diagnostic, data }] : [];
  });
  const isWanted = (kind: string) => !context.only?.length || context.only.some((asked) => covers(asked, kind));
  const fixes = isWanted(quickFix)
    ? found.flatMap(({ diagnostic, data }) =>
        data.fixes.map((fix) => ({
          title: fix.title,
          kind: quickFix,
          diagnostics: [diagnostic],
          edit: workspaceEdit(document, data, fix, versionedEdits),
          // A code is the coder's decision: its fix is never what an editor applies unasked.
          ...(fix.preferred === true && fix.kind !== 'code' ? { isPreferred: true } : {}),
        })),
      )
    : [];
  const dismissals =
    dismiss && isWanted(dismissKind) ? found.map(({ diagnostic, data }) => dismissal(document, diagnostic, data)) : [];
  return [...fixes, ...dismissals];
}

function dismissal({ uri }: TextDocument, diagnostic: Diagnostic, { id, version }: FindingData): CodeAction {
  const title = `Dismiss ${diagnostic.code}: accepted, not applicable, queried, other reason…`;
  const reference: FindingReference = { uri, version, id };
  return {
    title,
    kind: dismissKind,
    diagnostics: [diagnostic],
    command: { title, command: dismissCommand, arguments: [reference] },
  };
}

/** Kinds are asked for by prefix, and an empty kind asks for all. */
const covers = (asked: string, kind: string): boolean => asked === '' || asked === kind || kind.startsWith(`${asked}.`);

function workspaceEdit({ uri }: TextDocument, data: FindingData, fix: RangedFix, versioned: boolean): WorkspaceEdit {
  const edits = fix.edits.map(({ range, newText }) => ({ range, newText }));
  return versioned
    ? { documentChanges: [{ textDocument: { uri, version: data.version }, edits }] }
    : { changes: { [uri]: edits } };
}
