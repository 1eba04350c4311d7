import * as vscode from 'vscode';
import { equal, present } from './expect';
import { closeAll, extensionId, openNote, until } from './window';

suite('activation', () => {
  teardown(closeAll);

  test('a .procnote file is a procedure note, and starts the extension', async () => {
    const document = await openNote('clean.procnote');
    equal(document.languageId, 'procedure-note', 'language');
    const extension = present(vscode.extensions.getExtension(extensionId), extensionId);
    await until(() => extension.isActive, 'the extension');
  });

  test('its commands are there', async () => {
    const commands = await vscode.commands.getCommands(true);
    for (const command of ['chartlint.restartServer', 'chartlint.showOutput']) {
      equal(commands.includes(command), true, command);
    }
  });

  test('the output opens', async () => {
    await vscode.commands.executeCommand('chartlint.showOutput');
  });

  test('the window is restricted exactly where the run asks for it', () => {
    const environment = (globalThis as { process?: { env?: Record<string, string | undefined> } }).process?.env;
    equal(vscode.workspace.isTrusted, environment?.CHARTLINT_RESTRICTED !== '1', 'trust');
  });
});
