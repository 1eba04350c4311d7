import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Connection, createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { describeCrash } from '../crash';
import type { Runtime } from '../lsp/runtime';
import { startServer } from '../lsp/server';

/** Serves the editor that started this process over standard input and output. Ends with the process. */
export function serveStdio(): void {
  serve(createConnection(ProposedFeatures.all, process.stdin, process.stdout));
}

/** The same over the transport that the process's arguments name: `--stdio`, `--node-ipc`, `--socket=…`, `--pipe=…`. */
export function serveAsArguments(): void {
  serve(createConnection(ProposedFeatures.all));
}

function serve(connection: Connection): void {
  // Node would print the message, which may quote a note, and end; the next edit may be fine.
  const survive = (error: unknown) => connection.console.error(`Internal error: ${describeCrash(error)}`);
  process.on('uncaughtException', survive);
  process.on('unhandledRejection', survive);
  startServer(connection, runtime);
}

const runtime: Runtime = {
  schedule: (callback, ms) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
  readFile: async (uri) => (uri.startsWith('file:') ? readFile(fileURLToPath(uri), 'utf8') : null),
  // Beside the bundle that this file ends up in.
  docs: pathToFileURL(join(__dirname, '..', 'docs', 'rules')).href,
};
