import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analyze';
import { configurationFileName } from '../configuration-file';
import { describeCrash } from '../crash';
import { Checking } from './checking';
import { type ClientSupport, clientSupport } from './client-support';
import { codeActions } from './code-actions';
import { codeLenses } from './code-lens';
import { ConfigurationFiles, isConfigurationFile } from './configuration-files';
import { documentSymbols } from './document-symbols';
import { foldingRanges } from './folding';
import { hover } from './hover';
import { inlayHints } from './inlay-hints';
import { readFileRequest, settingsRequest } from './protocol';
import { Publishing } from './publishing';
import { Quiet } from './quiet';
import { Readings } from './readings';
import type { Runtime } from './runtime';
import { SettingsInForce } from './settings-in-force';

/** How long typing must pause before a note is checked. */
const pauseMs = 200;

/** Serves a client over the connection. Everything that differs between Node and a browser is in `runtime`. */
export function startServer(connection: Connection, runtime: Runtime): void {
  connection.onInitialize((params) => {
    const client = clientSupport(params);
    serve(connection, runtime, client, params);
    return initializeResult(client);
  });
  connection.listen();
}

function initializeResult(client: ClientSupport): InitializeResult {
  return {
    serverInfo: { name: 'chartlint' },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
      hoverProvider: true,
      documentSymbolProvider: true,
      foldingRangeProvider: true,
      inlayHintProvider: true,
      codeLensProvider: {},
      ...(client.pullDiagnostics
        ? { diagnosticProvider: { identifier: 'chartlint', interFileDependencies: false, workspaceDiagnostics: false } }
        : {}),
      ...(client.workspaceFolders
        ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }
        : {}),
    },
  };
}

function serve(connection: Connection, runtime: Runtime, client: ClientSupport, params: InitializeParams): void {
  /** A message that could not be sent is the client's loss; it must not end the server, nor say what was in it. */
  const inBackground = (work: Promise<unknown>) => void work.catch((error) => report('A task failed', error));
  const report = (what: string, error: unknown) => connection.console.error(`${what}: ${describeCrash(error)}`);

  const documents = new TextDocuments(TextDocument);
  const readFile = async (uri: string): Promise<string | null> => {
    try {
      if (client.options.readFile) return await connection.sendRequest<string | null>(readFileRequest, { uri });
      return (await runtime.readFile?.(uri)) ?? null;
    } catch {
      return null;
    }
  };
  const files = new ConfigurationFiles(
    readFile,
    (uri) => documents.get(uri)?.getText(),
    (uri, diagnostics) => inBackground(connection.sendDiagnostics({ uri, diagnostics })),
  );
  let sentSettings: unknown;
  const askSettings = async (uri: string): Promise<unknown> => {
    if (!client.configuration) return sentSettings;
    return connection.workspace.getConfiguration({ scopeUri: uri, section: 'chartlint' }).catch(() => undefined);
  };
  const settings = new SettingsInForce(files, askSettings, (problem) => connection.console.warn(problem));
  const readings = new Readings(
    (error) => report('Reading a note failed', error),
    runtime.schedule,
    runtime.analyzeInSteps,
  );
  const quiet = new Quiet(runtime.schedule, pauseMs);
  const checking = new Checking(documents, settings, readings, quiet, {
    relatedInformation: client.relatedInformation,
    docs: client.options.docs ?? runtime.docs,
  });
  const publishing = new Publishing(connection, checking, client);

  // Documents

  const opening = new Set<string>();
  documents.onDidOpen(({ document }) => opening.add(document.uri));
  documents.onDidChangeContent(({ document: { uri } }) => {
    const opened = opening.delete(uri);
    readings.overtake(uri);
    const note = checking.note(uri);
    if (note === undefined) return files.showProblems(uri, documents.get(uri)?.getText() ?? '');
    if (!opened) quiet.disturb(uri);
    inBackground(publishing.push(uri));
  });
  documents.onDidClose(({ document: { uri } }) => {
    if (isConfigurationFile(uri)) return inBackground(files.showSaved(uri));
    quiet.release(uri);
    readings.forget(uri);
    settings.forget(uri);
    inBackground(publishing.clear(uri));
  });

  // Settings

  const settingsChanged = () => {
    settings.invalidate();
    for (const uri of documents.keys()) if (!isConfigurationFile(uri)) inBackground(publishing.push(uri));
    if (client.pullDiagnostics && client.refresh.diagnostics) inBackground(connection.languages.diagnostics.refresh());
    if (client.refresh.inlayHints) inBackground(connection.languages.inlayHint.refresh());
    if (client.refresh.codeLens) inBackground(connection.sendRequest('workspace/codeLens/refresh'));
  };
  const filesChanged = async () => {
    await files.reload();
    settingsChanged();
  };
  connection.onDidChangeConfiguration((change) => {
    const all: unknown = change.settings;
    sentSettings = typeof all === 'object' && all !== null && 'chartlint' in all ? all.chartlint : undefined;
    settingsChanged();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => isConfigurationFile(uri))) inBackground(filesChanged());
  });
  connection.onRequest(settingsRequest, ({ uri }: { uri: string }) => settings.of(uri));
  files.setFolders(foldersOf(params));
  connection.onInitialized(() => {
    if (client.watchConfiguration) {
      const registration = { section: 'chartlint' };
      inBackground(connection.client.register(DidChangeConfigurationNotification.type, registration));
    }
    if (client.watchFiles) {
      const watchers = [{ globPattern: `**/${configurationFileName}` }];
      inBackground(connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
    }
    if (client.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(() => inBackground(foldersChanged()));
    }
    inBackground(files.reload());
  });
  const foldersChanged = async () => {
    const folders = (await connection.workspace.getWorkspaceFolders()) ?? [];
    files.setFolders(folders.map(({ uri }) => uri));
    await filesChanged();
  };

  // Features

  connection.languages.diagnostics.on((request, token) => publishing.pull(request, token));
  connection.onCodeAction((request) => {
    const document = checking.note(request.textDocument.uri);
    return document === undefined ? [] : codeActions(document, request, client.versionedEdits);
  });
  /** Features that say what the analysis says, and nothing where there is none. */
  const fromAnalysis = async <T>(
    uri: string,
    none: T,
    answer: (document: TextDocument, analysis: Analysis) => T,
  ): Promise<T> => {
    const read = await checking.read(uri);
    if (typeof read === 'string' || read.reading.state !== 'checked') return none;
    return answer(read.document, read.reading.analysis);
  };
  connection.onHover(({ textDocument: { uri }, position }) =>
    fromAnalysis(uri, null, (document, analysis) =>
      hover(document, analysis, document.offsetAt(position), {
        markdown: client.markdownHover,
        evidence: !client.options.showsEvidence,
      }),
    ),
  );
  connection.onDocumentSymbol(({ textDocument: { uri } }) => fromAnalysis(uri, [], documentSymbols));
  connection.onFoldingRanges(({ textDocument: { uri } }) => fromAnalysis(uri, [], foldingRanges));
  connection.languages.inlayHint.on(({ textDocument: { uri }, range }) =>
    fromAnalysis(uri, [], (document, analysis) => inlayHints(document, analysis, range)),
  );
  connection.onCodeLens(({ textDocument: { uri } }) =>
    fromAnalysis(uri, [], (_document, analysis) => codeLenses(analysis)),
  );

  documents.listen(connection);
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}
