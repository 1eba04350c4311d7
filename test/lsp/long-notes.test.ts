import assert from 'node:assert/strict';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver-protocol/node';
import { bundleServer, noteUri, type ServerProcess, startProcess } from './client';

const visit =
  'DOS 04/14/2026\nMethotrexate 25 mg/mL was injected intralesionally into eight lesions, 0.3 mL in each.\nCharge: 96405\n\n';
/** Long enough that reading it takes many slices. */
const chart = visit.repeat(2000);
const chartUri = 'file:///notes/chart.procnote';

describe('a long note', function () {
  this.timeout(60_000);
  let bundle: string;
  let server: ServerProcess;
  before(() => {
    bundle = bundleServer();
  });
  beforeEach(async () => {
    server = await startProcess(bundle);
  });
  afterEach(async () => {
    assert.equal(await server.stop(), 0);
    assert.equal(server.stderr(), '');
  });

  const symbols = (uri: string) =>
    server.client.request<unknown[]>('textDocument/documentSymbol', { textDocument: { uri } });

  it('holds up no other: a request for another note is answered before it is read', async () => {
    const { client } = server;
    const answered: string[] = [];
    await client.open(chart, chartUri);
    const read = client.diagnostics(chartUri).then(() => answered.push('chart'));
    await client.open(visit);
    await client.diagnostics().then(() => answered.push('note'));
    await read;
    assert.deepEqual(answered, ['note', 'chart']);
  });

  it('is left at the next edit: who waits for the version before is told so, and the new one is read', async () => {
    const { client } = server;
    await client.open(chart, chartUri);
    const before = client.diagnostics(chartUri);
    await symbols(noteUri);
    await client.change(2, visit, chartUri);
    await assert.rejects(before, (error) => {
      assert.ok(error instanceof ResponseError);
      assert.equal(error.code, LSPErrorCodes.ServerCancelled);
      return true;
    });
    const after = await client.diagnostics(chartUri);
    assert.ok(after.some(({ code }) => code === 'procedure-code-count-mismatch'));
  });
});
