import * as vscode from 'vscode';
import { countsNine, wrongBand } from './notes';
import { closeAll, finding, noFinding, openNote } from './window';

suite('documents', () => {
  teardown(closeAll);

  test('an untitled note is checked without being saved', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'procedure-note', content: wrongBand });
    await vscode.window.showTextDocument(document);
    await finding(document.uri, countsNine.rule);
  });

  test('the setting makes notes of text files, and takes it back', async () => {
    const settings = vscode.workspace.getConfiguration('chartlint');
    const { uri } = await openNote('visit.txt', wrongBand);
    await settings.update('documents', { '**/*.txt': true }, vscode.ConfigurationTarget.Workspace);
    await finding(uri, countsNine.rule);
    await settings.update('documents', undefined, vscode.ConfigurationTarget.Workspace);
    await noFinding(uri, countsNine.rule);
  });
});
