import assert from 'node:assert/strict';
import type { AnalyzeOptions } from '../../server/analyze';
import { defaultSettings, type Settings } from '../../server/configuration';
import { type ClientOptions, noteUri, pulling, startInProcess, type TestClient } from './client';

const folder = 'file:///notes';
const file = `${folder}/chartlint.json`;
const readFile = { initializationOptions: { readFile: true } };

describe('configuration', () => {
  let client: TestClient;
  let seen: AnalyzeOptions['configuration'][] = [];
  const start = async (options: ClientOptions) => {
    seen = [];
    client = await startInProcess(
      { folder, ...readFile, ...options, analyze: () => ({}) },
      {
        // biome-ignore lint/correctness/useYield: it ends at its first step.
        analyzeInSteps: function* (_text, options) {
          seen.push(options?.configuration);
          throw new Error('The settings are all that matters here.');
        },
      },
    );
  };
  /** The settings under which the note was read last. */
  const inForce = async (uri = noteUri) => {
    await client.diagnostics(uri);
    return seen.at(-1);
  };
  afterEach(() => client.dispose());

  const layers: [name: string, settings: unknown, text: string | undefined, expected: Partial<Settings>][] = [
    ['are the defaults', undefined, undefined, {}],
    ['are the defaults where the editor has null', null, '', {}],
    ['are the editor’s', { payer: 'aetna', trace: { server: 'off' } }, undefined, { payer: 'aetna' }],
    ['are the file’s', undefined, '{ "payer": "cigna" }', { payer: 'cigna' }],
    [
      'are the file’s over the editor’s, rule by rule',
      { payer: 'aetna', maxDocumentSize: 9, rules: { 'lot-missing': 'off', 'dose-missing': 'off' } },
      '{ "payer": "cigna", "rules": { "dose-missing": "error" } }',
      { payer: 'cigna', maxDocumentSize: 9, rules: { 'lot-missing': 'off', 'dose-missing': 'error' } },
    ],
    ['keep the default for what is wrong', { payer: 7, rules: [] }, '{ "maxDocumentSize": "many" }', {}],
    ['are the editor’s where the file is garbage', { payer: 'aetna' }, '%!{[', { payer: 'aetna' }],
  ];
  for (const [name, settings, text, expected] of layers) {
    it(name, async () => {
      await start({ settings, files: text === undefined ? {} : { [file]: text } });
      await client.open('a');
      assert.deepEqual(await inForce(), { ...defaultSettings, ...expected });
    });
  }

  it('come from didChangeConfiguration where the client cannot be asked', async () => {
    await start({ capabilities: { ...pulling, workspace: {} } });
    await client.open('a');
    await client.configure({ payer: 'aetna' });
    assert.equal((await inForce())?.payer, 'aetna');
  });

  it('change with the file', async () => {
    await start({ files: { [file]: '{ "payer": "aetna" }' } });
    await client.open('a');
    assert.equal((await inForce())?.payer, 'aetna');
    await client.fileChanged(file, '{ "payer": "cigna" }');
    await client.until(() => client.refreshes === 1);
    assert.equal((await inForce())?.payer, 'cigna');
  });

  it('of a folder apply when it is opened', async () => {
    const capabilities = { ...pulling, workspace: { ...pulling.workspace, workspaceFolders: true } };
    client = await startInProcess({
      ...readFile,
      capabilities,
      files: { [file]: '{ "maxDocumentSize": 1 }' },
      analyze: () => ({}),
    });
    await client.open('ab');
    assert.deepEqual(await client.diagnostics(), []);
    await client.openFolder(folder);
    await client.until(() => client.refreshes > 0);
    assert.equal((await client.diagnostics())[0]?.code, 'document-too-large');
  });

  it('are watched where the client lets the server ask for it', async () => {
    const didChangeConfiguration = { dynamicRegistration: true };
    const workspace = { ...pulling.workspace, didChangeConfiguration, didChangeWatchedFiles: didChangeConfiguration };
    await start({ capabilities: { ...pulling, workspace } });
    await client.until(() => client.registered.length === 2);
    assert.deepEqual(client.registered.sort(), ['workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles']);
  });

  it('of a folder are for its notes and for untitled ones', async () => {
    await start({ files: { [file]: '{ "payer": "aetna" }' } });
    for (const [uri, payer] of [
      [`${folder}/deep/a.procnote`, 'aetna'],
      ['untitled:Untitled-1', 'aetna'],
      ['file:///notes-of-others/a.procnote', null],
    ] as const) {
      await client.open('a', uri);
      assert.equal((await inForce(uri))?.payer, payer, uri);
    }
  });

  it('show what is wrong in the file on its line, before any note is opened', async () => {
    await start({ files: { [file]: '{\n  "payer": "Medicare"\n}' } });
    const { diagnostics } = await client.push((params) => params.diagnostics.length > 0, file);
    assert.deepEqual(
      diagnostics.map(({ range, code, message }) => ({ range, code, message })),
      [
        {
          range: { start: { line: 1, character: 11 }, end: { line: 1, character: 21 } },
          code: 'invalid-setting',
          message:
            'Expected a payer: "medicare", "aetna", "bcbs", "cigna", "unitedhealthcare", or null. Did you mean "medicare"?',
        },
      ],
    );
    await client.fileChanged(file, '{}');
    await client.push((params) => params.diagnostics.length === 0, file);
  });

  it('show what is wrong in the file as it is edited, while what is saved is in force', async () => {
    await start({ files: { [file]: '{ "payer": "aetna" }' } });
    await client.open('{ "payer": 7 }', file, 1, 'jsonc');
    await client.push((params) => params.diagnostics.length === 1, file);
    assert.deepEqual(await client.diagnostics(file), []);
    await client.open('a');
    assert.equal((await inForce())?.payer, 'aetna');
    client.published.length = 0;
    await client.close(file);
    await client.push((params) => params.diagnostics.length === 0, file);
  });

  it('in force can be asked for', async () => {
    await start({ settings: { payer: 'aetna' }, files: { [file]: '{ "maxDocumentSize": 9 }' } });
    const settings = await client.request('chartlint/settings', { uri: noteUri });
    assert.deepEqual(settings, { ...defaultSettings, payer: 'aetna', maxDocumentSize: 9 });
  });

  it('of the editor that are wrong are told in the log, once', async () => {
    await start({ settings: { rules: { 'lot-mising': 'off' } } });
    await client.open('a');
    await client.open('a', 'file:///notes/b.procnote');
    await inForce();
    await inForce('file:///notes/b.procnote');
    const problems = client.log.filter((line) => line.startsWith('chartlint.'));
    assert.deepEqual(problems, [
      'chartlint.rules.lot-mising: There is no rule "lot-mising". Did you mean "lot-missing"?',
    ]);
  });
});
