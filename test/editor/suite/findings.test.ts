import * as vscode from 'vscode';
import { equal, present } from './expect';
import { countsNine, wrongBand } from './notes';
import { closeAll, finding, findings, fixes, noFinding, openNote, replaceAll, ruleOf } from './window';

suite('findings', () => {
  teardown(closeAll);

  test('a sample shows its finding on the code, with evidence and a page', async () => {
    const document = await openNote('wrong-band.procnote');
    const found = await finding(document.uri, countsNine.rule);
    equal(document.getText(found.range), countsNine.code, 'marked text');
    equal(found.severity, vscode.DiagnosticSeverity.Error, 'severity');
    equal((found.relatedInformation ?? []).length > 0, true, 'evidence');
    const page = typeof found.code === 'object' ? found.code.target.path : '';
    equal(page.endsWith(`${countsNine.rule}.md`), true, `page ${page}`);
  });

  test('a clean sample shows nothing', async () => {
    const document = await openNote('clean.procnote');
    const clean = document.getText();
    // Silence alone would not tell that it was read: a finding comes first, and goes.
    await replaceAll(document, wrongBand);
    await finding(document.uri, countsNine.rule);
    await replaceAll(document, clean);
    await noFinding(document.uri, countsNine.rule);
    equal(findings(document.uri).map(ruleOf).join(), '', 'findings');
  });

  test('findings follow the typing', async () => {
    const document = await openNote('typing.procnote', wrongBand);
    await finding(document.uri, countsNine.rule);
    await replaceAll(document, wrongBand.replace('Nine warts', 'Seven warts'));
    await noFinding(document.uri, countsNine.rule);
    await replaceAll(document, wrongBand);
    await finding(document.uri, countsNine.rule);
  });

  test('a quick fix changes the code, and the finding goes', async () => {
    const document = await openNote('fix.procnote', wrongBand);
    const found = await finding(document.uri, countsNine.rule);
    const offered = await fixes(document.uri, found);
    const fix = present(
      offered.find(({ title }) => title.includes(countsNine.fixed)),
      `A fix with ${countsNine.fixed} among: ${offered.map(({ title }) => title)}`,
    );
    equal(fix.isPreferred ?? false, false, 'a code fix is an offer, never preferred');
    await vscode.workspace.applyEdit(present(fix.edit, 'edit'));
    equal(document.getText(), wrongBand.replace(countsNine.code, countsNine.fixed), 'text');
    await noFinding(document.uri, countsNine.rule);
  });

  test('a note that closes takes its findings with it', async () => {
    const { uri } = await openNote('closing.procnote', wrongBand);
    await finding(uri, countsNine.rule);
    await closeAll();
    // Plain text is never a note here, and the language change is what closes a document at once.
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await noFinding(uri, countsNine.rule);
  });
});
