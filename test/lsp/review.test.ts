import assert from 'node:assert/strict';
import { CodeActionKind } from 'vscode-languageserver-protocol';
import type { Analysis } from '../../server/analyze';
import {
  type DecisionGrounds,
  dismissCommand,
  dismissKind,
  type ReviewOfNote,
  sessionReviewUri,
} from '../../server/lsp/protocol';
import type { Review } from '../../server/review/decision';
import { emptyReview, writeReview } from '../../server/review/review-file';
import type { Finding } from '../../server/rules/finding';
import { byHand, salt } from '../review/dismissing';
import { type ClientOptions, noteUri, pulling, pushing, startInProcess, type TestClient } from './client';

/** Reports every digit. */
const digits = (text: string): Partial<Analysis> => ({
  findings: [...text.matchAll(/\d/g)].map(({ index, 0: digit }): Finding => {
    const span = { start: index, end: index + 1 };
    const fixes = [{ title: 'Take it out', kind: 'code', edits: [{ span, newText: '' }] }] as const;
    return {
      rule: 'procedure-code-units',
      severity: 'error',
      message: `${digit} is wrong.`,
      span,
      evidence: [],
      fixes,
    };
  }),
});

const folder = 'file:///notes';
const file = `${folder}/chartlint.review.json`;
const knows = { initializationOptions: { readFile: true, review: true, status: true } };

describe('review', () => {
  let client: TestClient;
  const start = async (options: ClientOptions = {}) => {
    client = await startInProcess({ folder, ...knows, ...options, analyze: digits });
  };
  afterEach(() => client.dispose());
  const messages = async (uri = noteUri) => (await client.diagnostics(uri)).map(({ message }) => message);
  const grounds = (id: string, uri = noteUri, version = 1) =>
    client.request<DecisionGrounds | null>('chartlint/decisionGrounds', { uri, version, id, salt });
  const review = (uri = noteUri) => client.request<ReviewOfNote | null>('chartlint/review', { uri });
  /** The file in which the findings of the ids are dismissed. */
  const dismissing = async (ids: readonly string[], uri = noteUri): Promise<string> => {
    const decisions: Review['decisions'][number][] = [];
    for (const id of ids) {
      const found = await grounds(id, uri);
      assert.ok(found);
      decisions.push({ ...byHand, ...found });
    }
    return writeReview({ ...emptyReview(salt), decisions });
  };
  const first = 'procedure-code-units#1';
  const second = 'procedure-code-units#2';

  it('shows what is not dismissed, and the rest again when it is restored', async () => {
    await start();
    await client.open('a 1 b 2');
    assert.deepEqual(await messages(), ['1 is wrong.', '2 is wrong.']);
    await client.fileChanged(file, await dismissing([first]));
    await client.until(() => client.refreshes === 1);
    const left = await client.diagnostics();
    assert.deepEqual(
      left.map(({ message, data }) => [message, data.id]),
      [['2 is wrong.', second]],
      'the others keep their ids',
    );
    assert.deepEqual(client.statuses.at(-1), { ...client.statuses.at(-1), findings: 1, dismissed: 1 });
    await client.fileChanged(file, writeReview(emptyReview(salt)));
    await client.until(() => client.refreshes === 2);
    assert.equal((await messages()).length, 2);
  });

  it('shows a dismissed finding again when its evidence changes', async () => {
    await start();
    await client.open('a 1 b 2');
    await client.fileChanged(file, await dismissing([first, second]));
    await client.until(() => client.refreshes === 1);
    assert.deepEqual(await messages(), []);
    await client.change(2, 'a 1\nb 3');
    assert.deepEqual(await messages(), ['3 is wrong.']);
  });

  it('answers another result id for other decisions about the same text', async () => {
    await start();
    await client.open('a 1');
    const before = await client.pull();
    await client.fileChanged(file, await dismissing([first]));
    await client.until(() => client.refreshes === 1);
    assert.equal((await client.pull(noteUri, before.resultId)).kind, 'full');
  });

  it('pushes what the decisions leave to a client that does not pull', async () => {
    await start({ capabilities: pushing });
    await client.open('a 1');
    await client.push(({ diagnostics }) => diagnostics.length === 1);
    await client.fileChanged(file, await dismissing([first]));
    await client.push(({ version, diagnostics }) => version === 1 && diagnostics.length === 0);
  });

  it('names a note by its path in the innermost folder, as a person reads it', async () => {
    await start();
    const uri = `${folder}/visits/J%C3%BCrgen%20B.procnote`;
    await client.open('a 1', uri);
    assert.equal((await grounds(first, uri))?.note, 'visits/Jürgen B.procnote');
    assert.equal((await review(uri))?.file, file);
  });

  it('keeps the decisions of each folder in its own file', async () => {
    await start({ capabilities: { ...pulling, workspace: { ...pulling.workspace, workspaceFolders: true } } });
    const inner = `${folder}/inner`;
    await client.openFolder(folder);
    await client.openFolder(inner);
    await client.until(() => client.refreshes > 0);
    const uri = `${inner}/a.procnote`;
    await client.open('a 1');
    await client.open('a 1', uri);
    assert.equal((await grounds(first, uri))?.note, 'a.procnote');
    await client.fileChanged(`${inner}/chartlint.review.json`, await dismissing([first], uri));
    const before = client.refreshes;
    await client.until(() => client.refreshes > before);
    assert.deepEqual([await messages(uri), await messages()], [[], ['1 is wrong.']]);
  });

  it('gives a decision all that is not the reviewer’s to say', async () => {
    await start();
    await client.open('a 1 b 2');
    const { note, rule, evidence, ...versions } = (await grounds(second)) ?? {};
    assert.deepEqual([note, rule], ['a.procnote', 'procedure-code-units']);
    assert.match(String(evidence), /^[0-9a-f]{32}$/);
    assert.deepEqual(Object.keys(versions), ['ruleVersion', 'knowledgeVersion']);
  });

  it('has no grounds for another version of the note, or for no finding', async () => {
    await start();
    await client.open('a 1');
    assert.equal(await grounds('procedure-code-units#7'), null);
    await client.change(2, 'a 2');
    assert.equal(await grounds(first), null);
    assert.ok(await grounds(first, noteUri, 2));
    assert.equal(await grounds(first, 'file:///notes/never-opened.procnote'), null);
  });

  it('lists what is open and what was dismissed, with the decisions that have no use any more', async () => {
    await start();
    await client.open('a 1 b 2 c 3');
    await client.fileChanged(file, await dismissing([first, second]));
    await client.until(() => client.refreshes === 1);
    await client.change(2, 'a 1 b 4 c 3');
    const found = await review();
    assert.deepEqual([found?.file, found?.version, found?.broken], [file, 2, false]);
    assert.deepEqual(
      found?.open.map(({ id, message }) => [id, message]),
      [
        [second, '4 is wrong.'],
        ['procedure-code-units#3', '3 is wrong.'],
      ],
    );
    assert.deepEqual(
      found?.dismissed.map(({ decision, finding }) => [decision.reviewer, finding?.message]),
      [
        ['A. Coder', '1 is wrong.'],
        ['A. Coder', undefined],
      ],
    );
  });

  describe('of a file that is not understood', () => {
    it('hides nothing, and shows what is wrong on its line, as it is edited too', async () => {
      await start();
      await client.open('a 1');
      const broken = (await dismissing([first])).replace('"A. Coder"', '7');
      await client.fileChanged(file, broken);
      await client.until(() => client.refreshes === 1);
      assert.deepEqual(await messages(), ['1 is wrong.']);
      assert.equal((await review())?.broken, true);
      const { diagnostics } = await client.push((params) => params.diagnostics.length === 1, file);
      assert.deepEqual([diagnostics[0]?.code, diagnostics[0]?.range.start.line], ['invalid-review', 9]);
      client.published.length = 0;
      await client.open(broken.replace(': 7,', ': "A. Coder",'), file, 1, 'json');
      await client.push((params) => params.diagnostics.length === 0, file);
      assert.deepEqual(await client.diagnostics(file), [], 'it is no note');
    });
  });

  describe('of a note in no folder', () => {
    for (const uri of ['untitled:Untitled-1', 'file:///elsewhere/a.procnote']) {
      it(`lasts as long as the client keeps it: ${uri}`, async () => {
        await start();
        await client.open('a 1', uri);
        assert.equal((await review(uri))?.file, sessionReviewUri);
        assert.equal((await grounds(first, uri))?.note, uri);
        await client.fileChanged(sessionReviewUri, await dismissing([first], uri));
        await client.until(() => client.refreshes === 1);
        assert.deepEqual(await messages(uri), []);
      });
    }

    it('is none for a client that keeps none', async () => {
      await start({ initializationOptions: { readFile: true } });
      await client.open('a 1', 'untitled:Untitled-1');
      assert.equal((await review('untitled:Untitled-1'))?.file, null);
    });
  });

  describe('is offered as a code action', () => {
    it('after the fixes, as no quick fix and never preferred', async () => {
      await start();
      await client.open('a 1');
      const found = await client.diagnostics();
      const actions = await client.allActions(found);
      assert.deepEqual(
        actions.map(({ kind }) => kind),
        [CodeActionKind.QuickFix, dismissKind],
      );
      const dismiss = actions.at(-1);
      assert.equal(dismiss?.title, 'Dismiss procedure-code-units: accepted, not applicable, queried, other reason…');
      assert.equal(dismiss?.isPreferred, undefined);
      assert.equal(dismiss?.edit, undefined);
      assert.equal(dismiss?.command?.command, dismissCommand);
      assert.deepEqual(dismiss?.command?.arguments, [{ uri: noteUri, version: 1, id: first }]);
    });

    it('not where fixes alone are asked for, as when a file is saved', async () => {
      await start();
      await client.open('a 1');
      const found = await client.diagnostics();
      const kinds = async (only: string) => (await client.allActions(found, [only])).map(({ kind }) => kind);
      assert.deepEqual(await kinds(CodeActionKind.QuickFix), [CodeActionKind.QuickFix]);
      assert.deepEqual(await kinds(CodeActionKind.SourceFixAll), []);
      assert.deepEqual(await kinds(CodeActionKind.Refactor), []);
      assert.deepEqual(await kinds('chartlint'), [dismissKind]);
    });

    it('not for another version, and not to a client without the command', async () => {
      await start();
      await client.open('a 1');
      const found = await client.diagnostics();
      await client.change(2, 'a 1 ');
      assert.deepEqual(await client.allActions(found), []);
      client.dispose();
      await start({ initializationOptions: {} });
      await client.open('a 1');
      const kinds = (await client.allActions(await client.diagnostics())).map(({ kind }) => kind);
      assert.deepEqual(kinds, [CodeActionKind.QuickFix]);
    });
  });

  it('watches the file where the client lets the server ask for it', async () => {
    const didChangeWatchedFiles = { dynamicRegistration: true };
    await start({ capabilities: { ...pulling, workspace: { ...pulling.workspace, didChangeWatchedFiles } } });
    await client.until(() => client.watched.length > 0);
    assert.deepEqual(client.watched, ['**/chartlint.json', '**/chartlint.review.json']);
  });

  it('keeps every word of the notes out of the log', async () => {
    await start();
    await client.open('Zyxwvut 1');
    await client.fileChanged(file, (await dismissing([first])).replace('"format": 1', '"format": "Zyxwvut"'));
    await client.until(() => client.refreshes === 1);
    assert.deepEqual(await messages(), ['1 is wrong.']);
    assert.ok(!client.log.join('\n').includes('Zyxwvut'));
  });
});
