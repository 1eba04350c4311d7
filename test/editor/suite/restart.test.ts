import * as vscode from 'vscode';
import { countsNine, wrongBand } from './notes';
import { closeAll, finding, noFinding, openNote, replaceAll } from './window';

suite('restart', () => {
  teardown(closeAll);

  test('a restarted server goes on with the open notes', async () => {
    const document = await openNote('restart.procnote', wrongBand);
    await finding(document.uri, countsNine.rule);
    await vscode.commands.executeCommand('chartlint.restartServer');
    await finding(document.uri, countsNine.rule);
    await replaceAll(document, wrongBand.replace('CPT: 96405', 'CPT: 96406'));
    await noFinding(document.uri, countsNine.rule);
  });
});
