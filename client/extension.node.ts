import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type RunningClient, startClient } from './client';

let running: RunningClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const server = { module: context.asAbsolutePath('dist/server.node.js'), transport: TransportKind.ipc };
  running = await startClient(context, (id, name, options) => new LanguageClient(id, name, server, options));
}

export async function deactivate(): Promise<void> {
  await running?.stop();
}
