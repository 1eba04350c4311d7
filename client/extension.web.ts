import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { type RunningClient, startClient } from './client';

// The project's types are Node's; of the browser's this file needs the one class.
declare const Worker: new (url: string) => object;

let running: RunningClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const server = Uri.joinPath(context.extensionUri, 'dist', 'server.web.js').toString(true);
  // The client makes a worker anew when it restarts the server.
  const newWorker = async () => new Worker(server);
  running = await startClient(context, (id, name, options) => new LanguageClient(id, name, newWorker, options));
}

export async function deactivate(): Promise<void> {
  await running?.stop();
}
