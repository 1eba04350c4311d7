import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
} from 'vscode-languageclient';
import { configurationFileName } from '../server/configuration';
import {
  type InitializationOptions,
  readFileRequest,
  type Status,
  settingsRequest,
  statusNotification,
} from '../server/lsp/protocol';
import { reviewFileName } from '../server/review/review-file';
import { DocumentSelection } from './document-selection';
import { ReviewCommands } from './review-commands';
import { isSession, ReviewStore } from './review-store';
import { StatusItem } from './status';

/** Makes a client of the server as this kind of extension host runs it: a Node process or a web worker. */
export type NewLanguageClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** The client as a whole: what is left when the extension is deactivated is to stop it. */
export interface RunningClient {
  stop(): Promise<void>;
}

/** Starts what both extension hosts share. The server itself starts with the first note that is open. */
export async function startClient(
  context: vscode.ExtensionContext,
  newLanguageClient: NewLanguageClient,
): Promise<RunningClient> {
  const output = vscode.window.createOutputChannel('Chartlint', { log: true });
  const selection = new DocumentSelection();
  await selection.update();
  const status = new StatusItem(selection.notes);
  let client: BaseLanguageClient | undefined;
  const reviews = new ReviewStore(async (file) => {
    // Not every file system tells of its changes, and the session's file is in none.
    const changes = [{ uri: file.toString(), type: FileChangeType.Changed }];
    await client?.sendNotification(DidChangeWatchedFilesNotification.method, { changes });
  });

  const start = async (): Promise<void> => {
    client = newLanguageClient('chartlint', 'Chartlint', clientOptions(context, selection, output));
    client.onRequest(readFileRequest, ({ uri }: { uri: string }) => readOwnFile(vscode.Uri.parse(uri), reviews));
    client.onNotification(statusNotification, (checked: Status) => status.checked(checked));
    client.onDidChangeState(({ newState }) => {
      status.state = newState === State.Running ? 'running' : newState === State.Starting ? 'starting' : 'stopped';
    });
    await client.start();
  };
  const stop = async (): Promise<void> => {
    const stopping = client;
    client = undefined;
    await stopping?.dispose();
  };

  // One after the other: a client that is stopped while it starts would stay behind.
  let last: Promise<void> = Promise.resolve();
  const inTurn = (step: () => Promise<void>): Promise<void> => {
    last = last
      .then(step)
      .catch((error: unknown) => output.error(`The server could not be started or stopped: ${error}`));
    return last;
  };
  const startWhenNeeded = () =>
    inTurn(async () => {
      const notesAreOpen = vscode.workspace.textDocuments.some((document) => selection.selects(document));
      if (client === undefined && notesAreOpen) await start();
    });
  const restart = () =>
    inTurn(async () => {
      await stop();
      await start();
    });

  context.subscriptions.push(
    output,
    selection,
    status,
    reviews,
    new ReviewCommands(reviews, async () => {
      if (client === undefined) await inTurn(start);
      return client;
    }),
    selection.onDidChange(async () => {
      status.notes = selection.notes;
      // A client keeps the documents that it was made for.
      if (client !== undefined) await restart();
      else await startWhenNeeded();
    }),
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (client === undefined && selection.selects(document)) void startWhenNeeded();
    }),
    vscode.commands.registerCommand('chartlint.restartServer', restart),
    vscode.commands.registerCommand('chartlint.showOutput', () => output.show()),
    vscode.commands.registerCommand('chartlint.showSettings', async () => {
      if (client === undefined) await inTurn(start);
      if (client !== undefined) await showSettings(client);
    }),
  );
  await startWhenNeeded();
  return { stop: () => inTurn(stop) };
}

function clientOptions(
  context: vscode.ExtensionContext,
  selection: DocumentSelection,
  outputChannel: vscode.LogOutputChannel,
): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    readFile: true,
    status: true,
    showsEvidence: true,
    review: true,
    docs: vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules').toString(),
  };
  return {
    documentSelector: selection.synchronized,
    initializationOptions,
    outputChannel,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
  };
}

/** Opens the settings in force for the note in the active editor, whatever file or scope each comes from. */
async function showSettings(client: BaseLanguageClient): Promise<void> {
  const uri = vscode.window.activeTextEditor?.document.uri.toString() ?? 'untitled:';
  const content = JSON.stringify(await client.sendRequest(settingsRequest, { uri }), undefined, 2);
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'json', content }));
}

/** The server may ask for its own settings and decisions, and for no other file. */
async function readOwnFile(file: vscode.Uri, reviews: ReviewStore): Promise<string | null> {
  if (isSession(file)) return reviews.read(file);
  if (![configurationFileName, reviewFileName].some((name) => file.path.endsWith(`/${name}`))) return null;
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  } catch {
    return null;
  }
}
