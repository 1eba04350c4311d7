import { type ExtensionContext, Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { type RunningClient, startClient } from './client';

// The project's types are Node's; of the browser's this file needs the one class.
declare const Worker: new (url: string) => ConstructorParameters<typeof BrowserMessageReader>[0];

let running: RunningClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const server = Uri.joinPath(context.extensionUri, 'dist', 'server.web.js').toString(true);
  // A function, so that a restart gets a new worker, and its two ends rather than the worker itself: the class that
  // VS Code puts in the place of `Worker` makes others than the language client recognises.
  const connect = async () => {
    const worker = new Worker(server);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  running = await startClient(context, (id, name, options) => new LanguageClient(id, name, connect, options));
}

export async function deactivate(): Promise<void> {
  await running?.stop();
}
