import * as vscode from 'vscode';
import { equal, present } from './expect';
import { countsNine, wrongBand } from './notes';
import { closeAll, finding, findings, folder, noFinding, openNote, replaceAll, ruleOf, until } from './window';

const { rule } = countsNine;

interface Recorded {
  readonly note: string;
  readonly rule: string;
  readonly reason: string;
  readonly reviewer: string;
}

suite('review', () => {
  const file = () => vscode.Uri.joinPath(folder(), 'chartlint.review.json');
  const text = async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(file()));
  const write = (content: string) => vscode.workspace.fs.writeFile(file(), new TextEncoder().encode(content));
  const recorded = async (): Promise<Recorded[]> => JSON.parse(await text()).decisions;
  const names = async () => (await vscode.workspace.fs.readDirectory(folder())).map(([name]) => name);

  /** Takes the way that the light bulb offers, with the reason that a person would choose. */
  async function dismiss(uri: vscode.Uri, reason: string, of: string = rule): Promise<void> {
    const found = await finding(uri, of);
    let action: vscode.CodeAction | undefined;
    await until(async () => {
      const offered = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        uri,
        found.range,
        'chartlint.dismiss',
      );
      action = offered.find(({ title }) => title.startsWith(`Dismiss ${of}:`));
      return action !== undefined;
    }, 'the way to dismiss');
    const { command, arguments: [reference] = [] } = present(action?.command, 'command');
    equal(action?.isPreferred ?? false, false, 'preferred');
    await vscode.commands.executeCommand(command, { ...reference, reason });
  }

  suiteSetup(() => {
    const settings = vscode.workspace.getConfiguration('chartlint');
    return settings.update('reviewer', 'A. Coder', vscode.ConfigurationTarget.Global);
  });
  suiteTeardown(() => {
    const settings = vscode.workspace.getConfiguration('chartlint');
    return settings.update('reviewer', undefined, vscode.ConfigurationTarget.Global);
  });
  teardown(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(file()).then(undefined, () => undefined);
  });

  test('a dismissed finding goes, is recorded without a word of the note, and comes back when it is restored', async () => {
    const { uri } = await openNote('review.procnote', wrongBand);
    await dismiss(uri, 'not applicable');
    await noFinding(uri, rule);
    const [decision, ...others] = await recorded();
    equal(others.length, 0, 'other decisions');
    const { note, reason, reviewer } = present(decision, 'decision');
    equal(`${note} ${reason} ${reviewer}`, 'review.procnote not applicable A. Coder', 'decision');
    for (const word of ['Nine', 'warts', 'bleomycin', '96405']) equal((await text()).includes(word), false, word);
    equal(
      (await names()).some((name) => name.endsWith('.tmp')),
      false,
      'a file left behind',
    );

    await vscode.commands.executeCommand('chartlint.restoreFinding', decision);
    await finding(uri, rule);
    equal((await recorded()).length, 0, 'decisions');
  });

  test('it comes back when its evidence changes, and stays away when another line does', async () => {
    const document = await openNote('evidence.procnote', wrongBand);
    await dismiss(document.uri, 'accepted');
    await noFinding(document.uri, rule);
    await replaceAll(document, wrongBand.replace('in four weeks', 'in five weeks'));
    await new Promise((resolve) => setTimeout(resolve, 1000));
    equal(findings(document.uri).map(ruleOf).includes(rule), false, 'found after an edit elsewhere');
    await replaceAll(document, wrongBand.replace('Nine warts', 'Eight warts'));
    await finding(document.uri, rule);
  });

  test('decisions outlive the server, and follow what another writes into the file', async () => {
    const { uri } = await openNote('again.procnote', wrongBand);
    await dismiss(uri, 'queried');
    await noFinding(uri, rule);
    await vscode.commands.executeCommand('chartlint.restartServer');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await noFinding(uri, rule);
    const { salt } = JSON.parse(await text());
    await write(JSON.stringify({ format: 1, salt, decisions: [] }));
    await finding(uri, rule);
  });

  test('a file that is not understood hides nothing, shows its problem, and is left as it is', async () => {
    const { uri } = await openNote('broken.procnote', wrongBand);
    const broken = '{\n  "format": 1,\n  "salt": "short",\n  "decisions": []\n}\n';
    await write(broken);
    await until(() => findings(file()).map(ruleOf).join() === 'invalid-review', 'the problem');
    await dismiss(uri, 'accepted');
    await finding(uri, rule);
    equal(await text(), broken, 'the file');
  });

  test('a note that was never saved is dismissed for as long as it is open, and no file is made', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'procedure-note', content: wrongBand });
    await vscode.window.showTextDocument(document);
    await dismiss(document.uri, 'accepted');
    await noFinding(document.uri, rule);
    equal((await names()).includes('chartlint.review.json'), false, 'a review file');
    await vscode.commands.executeCommand('chartlint.restartServer');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await noFinding(document.uri, rule);
  });

  test('two decisions at once are both kept', async () => {
    const { uri } = await openNote('two.procnote', `${wrongBand}Lot: ***\n`);
    await finding(uri, 'placeholder-unfilled');
    await Promise.all([dismiss(uri, 'accepted'), dismiss(uri, 'queried', 'placeholder-unfilled')]);
    await noFinding(uri, rule);
    await noFinding(uri, 'placeholder-unfilled');
    equal((await recorded()).map((each) => each.rule).join(), `placeholder-unfilled,${rule}`, 'rules');
  });
});
