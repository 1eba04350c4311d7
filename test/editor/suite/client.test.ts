import * as vscode from 'vscode';

/** The codes of the diagnostics of a document, as soon as they are these. */
async function diagnosed(uri: vscode.Uri, expected: readonly string[]): Promise<void> {
  const codes = () =>
    vscode.languages.getDiagnostics(uri).map(({ code }) => (typeof code === 'object' ? code.value : code));
  const same = () => codes().join() === expected.join();
  const deadline = Date.now() + 15_000;
  while (!same()) {
    if (Date.now() > deadline) throw new Error(`${uri} has [${codes()}] and not [${expected}].`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const settings = () => vscode.workspace.getConfiguration('chartlint');
const set = (name: string, value: unknown) => settings().update(name, value, vscode.ConfigurationTarget.Global);
const tooLarge = ['document-too-large'];

suite('The client', () => {
  // The limit is what every note can be made to hit, whatever the engine says of it.
  suiteSetup(() => set('maxDocumentSize', 5));
  suiteTeardown(async () => {
    await set('maxDocumentSize', undefined);
    await set('documents', undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
  // Nothing is closed between tests: VS Code would give the next untitled document the name of the last, and the
  // language client sends the last edits of a document after it was closed, which may be too late.

  const untitled = async (language: string, content = 'longer') => {
    const document = await vscode.workspace.openTextDocument({ language, content });
    await vscode.window.showTextDocument(document);
    return document;
  };

  test('checks a note that was never saved', async () => {
    const { uri } = await untitled('procedure-note');
    await diagnosed(uri, tooLarge);
  });

  test('follows edits and settings', async () => {
    const document = await untitled('procedure-note');
    await diagnosed(document.uri, tooLarge);
    const edit = new vscode.WorkspaceEdit();
    edit.delete(document.uri, new vscode.Range(0, 0, 0, 2));
    await vscode.workspace.applyEdit(edit);
    await diagnosed(document.uri, []);
    await set('maxDocumentSize', 3);
    await diagnosed(document.uri, tooLarge);
    await set('maxDocumentSize', 5);
    await diagnosed(document.uri, []);
  });

  test('checks a document whose language mode is changed to a procedure note, and no longer when it is changed back', async () => {
    const document = await untitled('plaintext');
    await vscode.languages.setTextDocumentLanguage(document, 'procedure-note');
    await diagnosed(document.uri, tooLarge);
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await diagnosed(document.uri, []);
  });

  test('checks documents of the languages that the settings name', async () => {
    const { uri } = await untitled('plaintext');
    await diagnosed(uri, []);
    await set('documents', { plaintext: true });
    await diagnosed(uri, tooLarge);
    await set('documents', undefined);
    await diagnosed(uri, []);
  });

  test('checks documents whose path the settings select', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    if (folder === undefined) throw new Error('The host opened no folder.');
    const note = vscode.Uri.joinPath(folder, 'by-path.txt');
    await vscode.workspace.fs.writeFile(note, new TextEncoder().encode('longer'));
    try {
      await vscode.window.showTextDocument(note);
      await set('documents', { '**/*.txt': true });
      await diagnosed(note, tooLarge);
      await set('documents', undefined);
      await diagnosed(note, []);
    } finally {
      await vscode.workspace.fs.delete(note);
    }
  });

  test('checks again after the server was restarted', async () => {
    const { uri } = await untitled('procedure-note');
    await diagnosed(uri, tooLarge);
    await vscode.commands.executeCommand('chartlint.restartServer');
    await diagnosed(uri, tooLarge);
  });

  test('shows the settings in force', async () => {
    await untitled('procedure-note');
    await vscode.commands.executeCommand('chartlint.showSettings');
    const shown = JSON.parse(vscode.window.activeTextEditor?.document.getText() ?? 'null');
    if (shown?.maxDocumentSize !== 5) throw new Error(`It shows ${JSON.stringify(shown)}.`);
  });

  test('reads the settings of the workspace, and shows what is wrong in them', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    if (folder === undefined) throw new Error('The host opened no folder.');
    const file = vscode.Uri.joinPath(folder, 'chartlint.json');
    const note = vscode.Uri.joinPath(folder, 'by-setting.notes');
    const write = (uri: vscode.Uri, text: string) => vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    const { uri } = await untitled('procedure-note', 'long');
    await diagnosed(uri, []);
    try {
      await write(note, 'longer');
      await write(file, '{ "maxDocumentSize": 3, "documents": { "**/*.notes": true }, "payer": "nobody" }');
      await diagnosed(uri, tooLarge);
      await diagnosed(file, ['invalid-setting']);
      await write(file, '{ "maxDocumentSize": 3, "documents": { "**/*.notes": true, "plaintext": true } }');
      await diagnosed(file, []);
      await diagnosed((await untitled('plaintext')).uri, tooLarge);
      await vscode.window.showTextDocument(note);
      await diagnosed(note, tooLarge);
    } finally {
      await vscode.workspace.fs.delete(file);
      await vscode.workspace.fs.delete(note);
    }
    await diagnosed(file, []);
    await diagnosed(uri, []);
  });
});
