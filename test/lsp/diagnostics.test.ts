import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  CancellationTokenSource,
  type CodeAction,
  DiagnosticSeverity,
  LSPErrorCodes,
} from 'vscode-languageserver-protocol';
import type { Analysis } from '../../server/analyze';
import { isFindingData } from '../../server/lsp/finding-data';
import type { Finding } from '../../server/rules/finding';
import { type ClientOptions, noteUri, pulling, pushing, startInProcess, type TestClient } from './client';

/** Reports every `x`; the first one of a line is its evidence. */
const exes = (text: string): Partial<Analysis> => ({
  findings: [...text.matchAll(/x/g)].map(({ index }): Finding => {
    const span = { start: index, end: index + 1 };
    const change = (title: string, kind: 'code' | 'field' | 'query', newText: string) =>
      ({ title, kind, preferred: true, edits: [{ span, newText }] }) as const;
    return {
      rule: 'procedure-code-units',
      severity: 'error',
      message: 'x is wrong.',
      span,
      evidence: [{ span: { start: text.lastIndexOf('\n', index) + 1, end: index + 1 }, says: 'one x' }],
      fixes: [change('Raise the x', 'code', 'X'), change('Ask', 'query', '?')],
    };
  }),
});

describe('diagnostics', () => {
  let client: TestClient;
  const start = async (options: ClientOptions = {}, analyze = exes) => {
    client = await startInProcess({ analyze, ...options });
  };
  afterEach(() => client.dispose());

  it('carry range, rule, page, evidence and all that a fix needs', async () => {
    await start();
    await client.open('a\r\n bx');
    const [diagnostic, ...others] = await client.diagnostics();
    assert.deepEqual(others, []);
    const range = { start: { line: 1, character: 2 }, end: { line: 1, character: 3 } };
    assert.deepEqual(diagnostic, {
      range,
      severity: DiagnosticSeverity.Error,
      source: 'chartlint',
      code: 'procedure-code-units',
      codeDescription: { href: 'https://example.org/rules/procedure-code-units.md' },
      message: 'x is wrong.',
      relatedInformation: [
        { location: { uri: noteUri, range: { ...range, start: { line: 1, character: 0 } } }, message: 'one x' },
      ],
      data: {
        id: 'procedure-code-units#1',
        version: 1,
        fixes: [
          { title: 'Raise the x', kind: 'code', preferred: true, edits: [{ range, newText: 'X' }] },
          { title: 'Ask', kind: 'query', preferred: true, edits: [{ range, newText: '?' }] },
        ],
      },
    });
  });

  it('leave evidence out where the client cannot show it', async () => {
    await start({ capabilities: { textDocument: { diagnostic: {} } } });
    await client.open('x');
    assert.equal((await client.diagnostics())[0]?.relatedInformation, undefined);
  });

  it('point to the pages that the client names', async () => {
    await start({ initializationOptions: { docs: 'file:///ext/docs/rules/' } });
    await client.open('x');
    assert.equal(
      (await client.diagnostics())[0]?.codeDescription?.href,
      'file:///ext/docs/rules/procedure-code-units.md',
    );
  });

  it('link to the section on own elements for a rule that the settings add', async () => {
    await start({}, (text) => ({
      findings: (exes(text).findings ?? []).map((finding) => ({ ...finding, rule: 'photographs-missing' })),
    }));
    await client.open('x');
    const [diagnostic] = await client.diagnostics();
    assert.equal(diagnostic?.codeDescription?.href, 'https://example.org/rules/README.md#elements-of-your-own');
    assert.match(readFileSync('docs/rules/README.md', 'utf8'), /^## Elements of your own$/m);
  });

  it('are pulled with a result id, and unchanged while neither text nor settings change', async () => {
    await start();
    assert.ok(client.initialized.capabilities.diagnosticProvider);
    await client.open('x');
    const first = await client.pull();
    assert.ok(first.resultId);
    assert.deepEqual(await client.pull(noteUri, first.resultId), { kind: 'unchanged', resultId: first.resultId });
    await client.change(2, 'xx');
    const second = await client.pull(noteUri, first.resultId);
    assert.equal(second.kind === 'full' && second.items.length, 2);
    await client.configure({ rules: { 'lot-missing': 'off' } });
    await client.until(() => client.refreshes === 1);
    assert.equal((await client.pull(noteUri, second.resultId)).kind, 'full');
    assert.deepEqual(client.published, []);
  });

  it('of a note that was reopened are never taken for those of before', async () => {
    await start();
    await client.open('x');
    const { resultId } = await client.pull();
    await client.close();
    await client.open('xxx');
    const report = await client.pull(noteUri, resultId);
    assert.equal(report.kind === 'full' && report.items.length, 3);
  });

  it('of a document that is not open are none', async () => {
    await start();
    assert.deepEqual(await client.pull('file:///other'), { kind: 'full', items: [] });
  });

  it('are pushed with their version to a client that does not pull', async () => {
    await start({ capabilities: pushing });
    assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
    await client.open('x', noteUri, 7);
    assert.equal((await client.push(({ version }) => version === 7)).diagnostics.length, 1);
    await client.change(8, 'x x');
    assert.equal((await client.push(({ version }) => version === 8)).diagnostics.length, 2);
    await client.close();
    assert.deepEqual((await client.push(({ version }) => version === undefined)).diagnostics, []);
  });

  it('are pushed again when the settings change', async () => {
    await start({ capabilities: pushing });
    await client.open('x');
    await client.push(() => true);
    await client.configure({ maxDocumentSize: 10, rules: {} });
    await client.until(() => client.published.length === 2);
  });

  it('follow incremental edits, and are of the last version only', async () => {
    await start({ capabilities: pushing }, exes);
    await client.open('abc\n');
    const insert = (version: number, line: number, character: number, text: string) => {
      const start = { line, character };
      return client.change(version, { range: { start, end: start }, text });
    };
    await Promise.all([insert(2, 0, 3, 'x'), insert(3, 1, 0, 'x\n'), insert(4, 0, 0, '\n')]);
    const { diagnostics } = await client.push(({ version }) => version === 4);
    assert.deepEqual(
      diagnostics.map(({ range }) => range.start),
      [
        { line: 1, character: 3 },
        { line: 2, character: 0 },
      ],
    );
    assert.ok(client.published.every(({ version }) => version === 1 || version === 4));
  });

  it('wait until typing pauses, but not when a note is opened', async () => {
    let release: (() => void) | undefined;
    let read = 0;
    client = await startInProcess(
      {
        capabilities: pushing,
        analyze: (text) => {
          read++;
          return exes(text);
        },
      },
      {
        schedule: (callback) => {
          release = callback;
          return () => {
            release = undefined;
          };
        },
      },
    );
    await client.open('x');
    await client.push(({ version }) => version === 1);
    for (const version of [2, 3, 4]) await client.change(version, 'x'.repeat(version));
    await client.request('textDocument/codeLens', { textDocument: { uri: 'file:///other' } });
    assert.equal(read, 1);
    release?.();
    await client.push(({ version }) => version === 4);
    assert.equal(read, 2);
  });

  it('say that a note is too long, and how to change that', async () => {
    await start({ settings: { maxDocumentSize: 3 }, initializationOptions: { status: true } });
    await client.open('x\nxx');
    const [diagnostic, ...others] = await client.diagnostics();
    assert.deepEqual(others, []);
    assert.equal(diagnostic?.code, 'document-too-large');
    assert.equal(diagnostic?.severity, DiagnosticSeverity.Information);
    assert.deepEqual(diagnostic?.range, { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } });
    assert.match(String(diagnostic?.message), /4 characters.*limit is 3.*chartlint\.maxDocumentSize/);
    assert.equal(client.statuses.at(-1)?.state, 'too-large');
    await client.configure({ maxDocumentSize: 4 });
    assert.equal((await client.diagnostics()).length, 3);
  });

  it('say that the engine failed, and the log never quotes the note', async () => {
    await start({ initializationOptions: { status: true } }, (text) => {
      throw new TypeError(`cannot read ${text}`);
    });
    await client.open('patient x');
    const [diagnostic] = await client.diagnostics();
    assert.equal(diagnostic?.code, 'check-failed');
    await client.until(() => client.log.length > 0);
    assert.match(client.log.join('\n'), /Reading a note failed: TypeError\n\s+at /);
    assert.ok(!client.log.join('\n').includes('patient'));
    assert.equal(client.statuses.at(-1)?.state, 'failed');
    await client.change(2, 'still patient');
    assert.equal((await client.diagnostics())[0]?.code, 'check-failed');
  });

  it('come with a status for a client that asked for it, and for no other', async () => {
    await start({ initializationOptions: { status: true } });
    await client.open('x x', noteUri, 3);
    await client.diagnostics();
    const conclusion = 'No intralesional injection today · no codes documented';
    assert.deepEqual(client.statuses, [
      { uri: noteUri, version: 3, state: 'checked', findings: 2, dismissed: 0, conclusion },
    ]);
    client.dispose();
    await start();
    await client.open('x');
    await client.diagnostics();
    assert.deepEqual(client.statuses, []);
  });

  it('are none for a note that the settings leave out, and the status says why', async () => {
    const folder = 'file:///notes';
    const configuration = `${folder}/chartlint.json`;
    const archived = `${folder}/old%20notes/a.procnote`;
    await start({
      folder,
      files: { [configuration]: '{ "exclude": { "old notes": true } }' },
      initializationOptions: { readFile: true, status: true },
    });
    await client.open('x', archived);
    await client.open('x x');
    assert.deepEqual(await client.diagnostics(archived), []);
    assert.deepEqual(client.statuses.at(-1), {
      uri: archived,
      version: 1,
      state: 'excluded',
      findings: 0,
      dismissed: 0,
      conclusion: null,
    });
    assert.equal((await client.diagnostics()).length, 2);
    await client.fileChanged(configuration, '{ "exclude": { "old notes": false } }');
    await client.until(() => client.refreshes > 0);
    assert.equal((await client.diagnostics(archived)).length, 1);
    // What was never saved lies under no glob.
    await client.fileChanged(configuration, '{ "exclude": { "**": true } }');
    await client.until(() => client.refreshes > 1);
    await client.open('x', 'untitled:Untitled-1');
    assert.equal((await client.diagnostics('untitled:Untitled-1')).length, 1);
    assert.deepEqual(await client.diagnostics(), []);
  });
});

describe('code actions', () => {
  let client: TestClient;
  let read = 0;
  const start = async (options: ClientOptions = {}) => {
    read = 0;
    client = await startInProcess({
      ...options,
      analyze: (text) => {
        read++;
        return exes(text);
      },
    });
    await client.open('ax', noteUri, 5);
    return client.diagnostics();
  };
  afterEach(() => client.dispose());

  it('are the fixes of the diagnostics, for the version that these are of, with no analysis', async () => {
    const diagnostics = await start();
    const actions = await client.actions(diagnostics);
    const range = { start: { line: 0, character: 1 }, end: { line: 0, character: 2 } };
    const textDocument = { uri: noteUri, version: 5 };
    assert.deepEqual(actions, [
      {
        title: 'Raise the x',
        kind: 'quickfix',
        diagnostics,
        edit: { documentChanges: [{ textDocument, edits: [{ range, newText: 'X' }] }] },
      },
      {
        title: 'Ask',
        kind: 'quickfix',
        diagnostics,
        edit: { documentChanges: [{ textDocument, edits: [{ range, newText: '?' }] }] },
        isPreferred: true,
      },
    ]);
    assert.equal(read, 1);
  });

  it('are offered for the gravest finding first', async () => {
    const [found] = await start();
    assert.ok(found);
    const severities = (actions: CodeAction[]) => actions.map(({ diagnostics }) => diagnostics?.[0]?.severity);
    const actions = await client.actions([{ ...found, severity: 4 }, { ...found, severity: 2 }, found]);
    assert.deepEqual(severities(actions), [1, 1, 2, 2, 4, 4]);
  });

  it('are plain changes for a client without versioned edits', async () => {
    const diagnostics = await start({ capabilities: { textDocument: { diagnostic: {} } } });
    const [action] = await client.actions(diagnostics);
    assert.deepEqual(Object.keys(action?.edit?.changes ?? {}), [noteUri]);
  });

  it('are none for diagnostics of another version', async () => {
    const diagnostics = await start();
    await client.change(6, 'bx');
    assert.deepEqual(await client.actions(diagnostics), []);
    assert.equal((await client.actions(await client.diagnostics())).length, 2);
  });

  it('are none for a document that is closed', async () => {
    const diagnostics = await start();
    await client.close();
    assert.deepEqual(await client.actions(diagnostics), []);
  });

  for (const [only, count] of [
    [['quickfix'], 2],
    [[''], 2],
    [['refactor', 'quickfix'], 2],
    [['source.fixAll'], 0],
    [['source'], 0],
    [['quickfix.other'], 0],
    [[], 2],
  ] as const) {
    it(`are ${count} where the client asks for ${JSON.stringify(only)}`, async () => {
      const diagnostics = await start();
      assert.equal((await client.actions(diagnostics, [...only])).length, count);
    });
  }

  it('are none for data that is not the server’s', async () => {
    const [diagnostic] = await start();
    assert.ok(diagnostic);
    for (const data of [undefined, null, 7, 'x', [], {}, { id: 'a', version: 5, fixes: [{ title: 'x' }] }]) {
      assert.equal(isFindingData(data), false);
      assert.deepEqual(await client.actions([{ ...diagnostic, data }]), []);
    }
  });
});

describe('a client that pulls', () => {
  it('is told to try again where it cancelled, or the note was edited meanwhile', async () => {
    const client = await startInProcess({ analyze: exes });
    await client.open('x');
    const cancelled = new CancellationTokenSource();
    const pulls = [client.pull(noteUri, undefined, cancelled.token), client.pull()];
    cancelled.cancel();
    await client.change(2, 'xx');
    for (const pull of pulls) {
      await assert.rejects(pull, { code: LSPErrorCodes.ServerCancelled, data: { retriggerRequest: true } });
    }
    assert.equal((await client.diagnostics()).length, 2);
    client.dispose();
  });

  it('is asked to pull again where the server offers refreshing', async () => {
    const client = await startInProcess({ analyze: exes, capabilities: { ...pulling, workspace: {} } });
    await client.configure({});
    await client.open('x');
    assert.equal((await client.diagnostics()).length, 1);
    assert.equal(client.refreshes, 0);
    client.dispose();
  });
});
