import assert from 'node:assert/strict';
import { once } from 'node:events';
import { chartlint, start } from './chartlint';

describe('chartlint lsp', () => {
  it('answers an editor over standard input and output, and ends when told', async () => {
    const server = start(['lsp', '--stdio'], '.');
    let received = '';
    server.stdout.on('data', (chunk: Buffer) => {
      received += chunk.toString();
    });
    const send = (message: object) => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    };
    const answer = async (part: string) => {
      while (!received.includes(part)) await once(server.stdout, 'data');
    };
    send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    await answer('"id":1,"result"');
    send({ method: 'initialized', params: {} });
    send({ id: 2, method: 'shutdown' });
    await answer('"id":2,"result":null');
    send({ method: 'exit' });
    const [code] = await once(server, 'close');
    assert.equal(code, 0);
  });

  it('asks for the transport', async () => {
    const { stderr, code } = await chartlint(['lsp'], { cwd: '.' });
    assert.match(stderr, /required option '--stdio' not specified/);
    assert.equal(code, 2);
  });
});
