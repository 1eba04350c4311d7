/** What a test does in the window, and waits for. */
import * as vscode from 'vscode';
import { present } from './expect';

export const extensionId = 'chartlint.chartlint';

export function folder(): vscode.Uri {
  return present(vscode.workspace.workspaceFolders?.[0], 'The folder of notes').uri;
}

/** Shows a file of the folder, and writes it first where a text is given. */
export async function openNote(name: string, text?: string): Promise<vscode.TextDocument> {
  const uri = vscode.Uri.joinPath(folder(), name);
  if (text !== undefined) {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  }
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

/** What Chartlint says of a document now. */
export function findings(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'chartlint');
}

export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits for a finding of the rule. */
export async function finding(uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic> {
  const found = () => findings(uri).find((diagnostic) => ruleOf(diagnostic) === rule);
  await until(() => found() !== undefined, `a finding of ${rule} (there are: ${findings(uri).map(ruleOf)})`);
  return present(found(), rule);
}

/** Waits until the rule has nothing to say. */
export async function noFinding(uri: vscode.Uri, rule: string): Promise<void> {
  await until(() => !findings(uri).some((diagnostic) => ruleOf(diagnostic) === rule), `no finding of ${rule}`);
}

/** The quick fixes that the editor offers for a finding, asked for until there are some. */
export async function fixes(uri: vscode.Uri, { range }: vscode.Diagnostic): Promise<vscode.CodeAction[]> {
  let actions: vscode.CodeAction[] = [];
  await until(async () => {
    const offered = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
    );
    actions = offered.filter(({ edit }) => edit !== undefined);
    return actions.length > 0;
  }, 'a quick fix');
  return actions;
}

export async function replaceAll(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const end = document.lineAt(document.lineCount - 1).range.end;
  edit.replace(document.uri, new vscode.Range(new vscode.Position(0, 0), end), text);
  await vscode.workspace.applyEdit(edit);
}

export async function until(reached: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    if (await reached()) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Waited in vain for ${what}.`);
}

/** Closes all editors, so that no test sees another's notes. */
export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
