import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyze } from '../../server/analyze';
import { parseMarked } from '../../server/rules/marked-note';
import { documentedRules as rules } from '../../server/rules/registry';
import { startInProcess, type TestClient } from './client';

/** A fix that was applied is gone from the note, and the server refuses the one that a client still holds. */
describe('a fix in the editor', () => {
  let client: TestClient;
  beforeEach(async () => {
    client = await startInProcess({ analyze });
  });
  afterEach(() => client.dispose());

  for (const { id, docs, fixes } of rules) {
    if (fixes.length === 0) continue;
    it(`is applied once: ${id}`, async () => {
      const text = parseMarked(docs.wrong).text.replaceAll('\n', '\r\n');
      await client.open(text);
      const held = (await client.diagnostics()).filter(({ code }) => code === id);
      const [action] = await client.actions(held);
      const [change] = action?.edit?.documentChanges ?? [];
      assert.ok(action !== undefined && change !== undefined && 'edits' in change);
      assert.equal(change.textDocument.version, 1);
      const edits = change.edits.filter((edit) => 'newText' in edit);
      await client.change(2, TextDocument.applyEdits(TextDocument.create('', '', 1, text), edits));
      assert.deepEqual(await client.actions(held), [], 'the fix of the version before is refused');
      const left = (await client.diagnostics()).filter(({ code }) => code === id);
      const titles = (await client.actions(left)).map(({ title }) => title);
      assert.ok(left.length < held.length && !titles.includes(action.title), 'the fix is offered again');
    });
  }
});
