import assert from 'node:assert/strict';
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import { bundleServer } from './client';

describe('how the server is reached', function () {
  this.timeout(30_000);
  let bundle: string;
  let server: ChildProcess | undefined;
  before(() => {
    bundle = bundleServer();
  });
  afterEach(() => {
    server?.kill();
  });

  async function greet(connection: MessageConnection): Promise<void> {
    connection.listen();
    const { serverInfo } = await connection.sendRequest<{ serverInfo: { name: string } }>('initialize', {
      processId: null,
      rootUri: null,
      capabilities: {},
    });
    assert.equal(serverInfo.name, 'chartlint');
  }

  /** Says hello, is answered, and ends as an editor does; answers the exit code. */
  async function converse(connection: MessageConnection, process: ChildProcess): Promise<number | null> {
    await greet(connection);
    const ended = once(process, 'exit');
    assert.equal(await connection.sendRequest('shutdown'), null);
    await connection.sendNotification('exit');
    const [code] = await ended;
    connection.dispose();
    return code;
  }

  it('by messages between processes', async () => {
    const child = fork(bundle, ['--node-ipc'], { silent: true });
    server = child;
    const connection = createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
    assert.equal(await converse(connection, child), 0);
  });

  for (const [way, argument] of [
    ['a port', (listener: Server) => `--socket=${(listener.address() as { port: number }).port}`],
    ['a pipe', (listener: Server) => `--pipe=${listener.address()}`],
  ] as const) {
    it(`by ${way}`, async () => {
      const listener = createServer();
      listener.listen(way === 'a port' ? { port: 0, host: '127.0.0.1' } : { path: pipeName() });
      await once(listener, 'listening');
      const child = spawn(process.execPath, [bundle, argument(listener)]);
      server = child;
      const [socket]: Socket[] = await once(listener, 'connection');
      assert.ok(socket);
      const connection = createMessageConnection(new StreamMessageReader(socket), new StreamMessageWriter(socket));
      assert.equal(await converse(connection, child), 0);
      listener.close();
    });
  }

  it('ends with an editor that closes the streams without a word', async () => {
    const child = spawn(process.execPath, [bundle, '--stdio']);
    server = child;
    child.stdin.end();
    assert.deepEqual(await once(child, 'exit'), [1, null]);
  });

  it('ends with an editor that parts from it without a word', async () => {
    const child = fork(bundle, ['--node-ipc'], { silent: true });
    server = child;
    await greet(createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child)));
    child.disconnect();
    assert.deepEqual(await once(child, 'exit'), [1, null]);
  });

  it('ends with the process that the editor named as its own', async () => {
    const editor = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const child = spawn(process.execPath, [bundle, '--stdio', `--clientProcessId=${editor.pid}`]);
    server = child;
    editor.kill();
    assert.deepEqual(await once(child, 'exit'), [1, null]);
  });

  it('says what is missing where nothing is named', async () => {
    const child = spawn(process.execPath, [bundle]);
    server = child;
    let stderr = '';
    child.stderr.on('data', (data: Buffer) => {
      stderr += data.toString();
    });
    assert.deepEqual(await once(child, 'close'), [2, null]);
    assert.match(stderr, /--stdio, --node-ipc, --socket=PORT or --pipe=NAME/);
  });
});

const pipeName = (): string =>
  process.platform === 'win32'
    ? `\\\\.\\pipe\\chartlint-${process.pid}`
    : join(tmpdir(), `chartlint-${process.pid}.sock`);
