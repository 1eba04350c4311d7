import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { ruleIds } from '../../server/rules/rule-ids';
import { chartlint } from '../cli/chartlint';
import { bundleServer, noteUri, pushing, type ServerProcess, startProcess } from './client';

const wrongBand =
  'DOS 04/14/2026\nMethotrexate 25 mg/mL was injected intralesionally into eight lesions, 0.3 mL in each.\nCharge: 96405\n';

describe('the server as a process', function () {
  this.timeout(30_000);
  let bundle: string;
  let server: ServerProcess;
  before(() => {
    bundle = bundleServer();
  });
  afterEach(async () => {
    assert.equal(await server?.stop(), 0, 'the server ended in another way than it was asked to');
    assert.equal(server.stderr(), '');
  });

  it('names what it can do', async () => {
    server = await startProcess(bundle);
    const { capabilities } = server.client.initialized;
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2 });
    assert.deepEqual(capabilities.codeActionProvider, { codeActionKinds: ['quickfix'] });
    assert.ok(capabilities.diagnosticProvider);
  });

  it('finds the wrong code, offers its fix, and finds it gone after the edit', async () => {
    server = await startProcess(bundle);
    const { client } = server;
    await client.open(wrongBand);
    const found = (await client.diagnostics()).filter(({ code }) => code === 'procedure-code-count-mismatch');
    assert.equal(found.length, 1);
    assert.deepEqual(found[0]?.range, { start: { line: 2, character: 8 }, end: { line: 2, character: 13 } });
    assert.match(found[0]?.codeDescription?.href ?? '', /^file:.*\/docs\/rules\/procedure-code-count-mismatch\.md$/);
    const fix = (await client.actions(found)).find(({ title }) => title.includes('96406'));
    const change = fix?.edit?.documentChanges?.[0];
    const edit = change && 'edits' in change ? change.edits[0] : undefined;
    assert.ok(edit && 'newText' in edit);
    await client.change(2, { range: edit.range, text: edit.newText });
    assert.deepEqual(await client.actions(found), []);
    const after = (await client.diagnostics()).map(({ code }) => code);
    assert.ok(!after.includes('procedure-code-count-mismatch'));
  });

  it('pushes to a client that does not pull, and clears on close', async () => {
    server = await startProcess(bundle, { capabilities: pushing, settings: { maxDocumentSize: 10 } });
    const { client } = server;
    await client.open(wrongBand);
    const { diagnostics } = await client.push(({ version }) => version === 1);
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ['document-too-large'],
    );
    await client.close();
    await client.push(({ version, diagnostics }) => version === undefined && diagnostics.length === 0);
  });

  it('reads the chartlint.json of its folder, whatever its name', async () => {
    const root = mkdtempSync(join(tmpdir(), 'chartlint-'));
    const folder = join(root, 'my notes é');
    mkdirSync(folder);
    writeFileSync(join(folder, 'chartlint.json'), '{ "maxDocumentSize": 10, "payer": 7 }');
    const uri = pathToFileURL(folder).href;
    server = await startProcess(bundle, { folder: uri });
    const note = `${uri}/a.procnote`;
    await server.client.open(wrongBand, note);
    assert.equal((await server.client.diagnostics(note))[0]?.code, 'document-too-large');
    await server.client.push(({ diagnostics }) => diagnostics.length === 1, `${uri}/chartlint.json`);
    rmSync(root, { recursive: true });
  });

  it('hides what the command line dismissed, and finds it again when it is restored there', async () => {
    const root = mkdtempSync(join(tmpdir(), 'chartlint-'));
    const path = join(root, 'visits', 'a é.procnote');
    mkdirSync(join(root, 'visits'));
    writeFileSync(path, wrongBand);
    const rule = 'procedure-code-count-mismatch';
    const review = async (...args: string[]) => {
      const { code, stderr } = await chartlint(['review', ...args], { cwd: root });
      assert.equal(code, 0, stderr);
    };
    server = await startProcess(bundle, { folder: pathToFileURL(root).href });
    const { client } = server;
    const uri = pathToFileURL(path).href;
    await client.open(wrongBand, uri);
    const found = async () => (await client.diagnostics(uri)).some(({ code }) => code === rule);
    const changed = async () => {
      const before = client.refreshes;
      await client.fileChanged(pathToFileURL(join(root, 'chartlint.review.json')).href);
      await client.until(() => client.refreshes > before);
    };
    assert.equal(await found(), true);
    await review('dismiss', path, rule, '--reason', 'accepted', '--reviewer', 'A. Coder');
    await changed();
    assert.equal(await found(), false);
    await review('restore', path, rule);
    await changed();
    assert.equal(await found(), true);
    rmSync(root, { recursive: true });
  });

  it('survives any note, any edit and any settings', async function () {
    this.timeout(120_000);
    server = await startProcess(bundle);
    const { client } = server;
    const words = [
      '96405',
      'x 8',
      'eight',
      'lesions',
      'injected',
      '#1',
      '\n',
      '***',
      '99213-25',
      '½',
      '\u0000',
      '\ud800',
    ];
    const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), mixed(words));
    const settings = fc.oneof(fc.jsonValue(), garbage());
    const position = fc.record({ line: fc.integer({ min: 0, max: 2 ** 31 - 1 }), character: fc.nat(50) });
    const edit = fc.record({ range: fc.record({ start: position, end: position }), text });
    let version = 0;
    await fc.assert(
      fc.asyncProperty(text, fc.array(edit, { maxLength: 3 }), settings, async (note, edits, given) => {
        await client.configure(given);
        await client.open(note, noteUri, ++version);
        for (const change of edits) await client.change(++version, change);
        const diagnostics = await client.diagnostics();
        assert.ok(diagnostics.every(({ code }) => code !== 'check-failed'));
        await client.actions(diagnostics);
        const at = { textDocument: { uri: noteUri }, position: { line: 0, character: 3 } };
        for (const feature of ['hover', 'documentSymbol', 'foldingRange', 'codeLens']) {
          await client.request(`textDocument/${feature}`, at);
        }
        await client.close();
        assert.ok(server.isAlive());
      }),
      { numRuns: 60 },
    );
  });
});

const mixed = (words: string[]) =>
  fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((parts) => parts.join(' '));

/** Settings with the right names and anything for values. */
const garbage = () => {
  const rules = fc.dictionary(fc.constantFrom<string>(...ruleIds, '__proto__', ''), fc.jsonValue());
  return fc.record(
    {
      rules: fc.oneof(rules, fc.jsonValue()),
      documents: fc.jsonValue(),
      payer: fc.jsonValue(),
      dateOfService: fc.jsonValue(),
      maxDocumentSize: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
};
