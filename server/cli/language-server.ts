import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  createServerPipeTransport,
  createServerSocketTransport,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import { describeCrash } from '../crash';
import type { Runtime } from '../lsp/runtime';
import { startServer } from '../lsp/server';

type Transport = readonly [MessageReader, MessageWriter];

/** Serves the editor that started this process over standard input and output. Ends with the process. */
export function serveStdio(): void {
  serve(standardStreams());
}

/** The same over the transport that the process's arguments name: `--stdio`, `--node-ipc`, `--socket=…`, `--pipe=…`. */
export function serveAsArguments(): void {
  const [, , ...argv] = process.argv;
  const transport = transportOf(argv);
  if (transport === null) {
    process.stderr.write(
      'chartlint: name how the editor is reached: --stdio, --node-ipc, --socket=PORT or --pipe=NAME\n',
    );
    process.exitCode = 2;
    return;
  }
  serve(transport);
  const client = Number(argumentOf(argv, '--clientProcessId'));
  if (client > 0) endWith(client);
}

function transportOf(argv: readonly string[]): Transport | null {
  const port = Number(argumentOf(argv, '--socket'));
  const pipe = argumentOf(argv, '--pipe');
  if (argv.includes('--node-ipc')) return [new IPCMessageReader(process), new IPCMessageWriter(process)];
  if (argv.includes('--stdio')) return standardStreams();
  if (port > 0) return createServerSocketTransport(port);
  return pipe === undefined ? null : createServerPipeTransport(pipe);
}

const standardStreams = (): Transport => [
  new StreamMessageReader(process.stdin),
  new StreamMessageWriter(process.stdout),
];

/** `--name=value` or `--name value`. */
function argumentOf(argv: readonly string[], name: string): string | undefined {
  const at = argv.indexOf(name);
  return at === -1 ? argv.find((argument) => argument.startsWith(`${name}=`))?.slice(name.length + 1) : argv[at + 1];
}

function serve([reader, writer]: Transport): void {
  // What the connection itself complains of may quote a message, and a message may quote a note.
  const { connection, end } = startServer(createMessageConnection(reader, writer), runtime);
  // Node would print the message, which may quote a note, and end; the next edit may be fine.
  const survive = (error: unknown) => connection.log('error', `Internal error: ${describeCrash(error)}`);
  process.on('uncaughtException', survive);
  process.on('unhandledRejection', survive);
  // An editor that is gone without a word.
  process.once('disconnect', end);
  if (reader instanceof StreamMessageReader) process.stdin.once('end', end);
}

/** How often it is looked whether the editor's process is still there. */
const watchMs = 3000;

function endWith(editor: number): void {
  setInterval(() => {
    try {
      process.kill(editor, 0);
    } catch {
      runtime.end(false);
    }
  }, watchMs).unref();
}

const runtime: Runtime = {
  schedule: (callback, ms) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
  end: (saidSo) => process.exit(saidSo ? 0 : 1),
  endWith,
  readFile: async (uri) => (uri.startsWith('file:') ? readFile(fileURLToPath(uri), 'utf8') : null),
  // Beside the bundle that this file ends up in.
  docs: pathToFileURL(join(__dirname, '..', 'docs', 'rules')).href,
};
