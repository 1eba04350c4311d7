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
import { reviewFileName } from '../review/review-file';
import { Checking } from './checking';
import { type ClientSupport, clientSupport } from './client-support';
import { codeActions } from './code-actions';
import { codeLenses } from './code-lens';
import { configurationFiles } from './configuration-files';
import { documentSymbols } from './document-symbols';
import { type FolderFileKind, FolderFiles } from './folder-files';
import { foldingRanges } from './folding';
import { hover } from './hover';
import { inlayHints } from './inlay-hints';
import {
  decisionGroundsRequest,
  dismissKind,
  type FindingReference,
  readFileRequest,
  reviewRequest,
  settingsRequest,
} from './protocol';
import { Publishing } from './publishing';
import { Quiet } from './quiet';
import { Readings } from './readings';
import { type ReadNote, Reviews, reviewFiles } from './reviews';
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
      codeActionProvider: {
        codeActionKinds: [CodeActionKind.QuickFix, ...(client.options.review ? [dismissKind] : [])],
      },
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
  const filesOf = <T>(kind: FolderFileKind<T>): FolderFiles<T> =>
    new FolderFiles(
      kind,
      readFile,
      (uri) => documents.get(uri)?.getText(),
      (uri, diagnostics) => inBackground(connection.sendDiagnostics({ uri, diagnostics })),
    );
  const configurations = filesOf(configurationFiles);
  const decisions = filesOf(reviewFiles(client.options.review === true));
  const files = [configurations, decisions];
  /** The files of the workspace that are no notes. */
  const ownFile = (uri: string) => files.find((kind) => kind.is(uri));
  let sentSettings: unknown;
  const askSettings = async (uri: string): Promise<unknown> => {
    if (!client.configuration) return sentSettings;
    return connection.workspace.getConfiguration({ scopeUri: uri, section: 'chartlint' }).catch(() => undefined);
  };
  const settings = new SettingsInForce(configurations, askSettings, (problem) => connection.console.warn(problem));
  const readings = new Readings(
    (error) => report('Reading a note failed', error),
    runtime.schedule,
    runtime.analyzeInSteps,
  );
  const quiet = new Quiet(runtime.schedule, pauseMs);
  const reviews = new Reviews(decisions);
  const diagnosticOptions = {
    relatedInformation: client.relatedInformation,
    docs: client.options.docs ?? runtime.docs,
  };
  const isNote = (uri: string) => ownFile(uri) === undefined;
  const checking = new Checking(documents, settings, readings, reviews, quiet, diagnosticOptions, isNote);
  const publishing = new Publishing(connection, checking, client);

  // Documents

  const opening = new Set<string>();
  documents.onDidOpen(({ document }) => opening.add(document.uri));
  documents.onDidChangeContent(({ document: { uri } }) => {
    const opened = opening.delete(uri);
    readings.overtake(uri);
    const note = checking.note(uri);
    if (note === undefined) return ownFile(uri)?.showProblems(uri, documents.get(uri)?.getText() ?? '');
    if (!opened) quiet.disturb(uri);
    inBackground(publishing.push(uri));
  });
  documents.onDidClose(({ document: { uri } }) => {
    const own = ownFile(uri);
    if (own !== undefined) return inBackground(own.showSaved(uri));
    quiet.release(uri);
    readings.forget(uri);
    settings.forget(uri);
    inBackground(publishing.clear(uri));
  });

  // Settings and decisions

  const findingsChanged = () => {
    for (const uri of documents.keys()) if (isNote(uri)) inBackground(publishing.push(uri));
    if (client.pullDiagnostics && client.refresh.diagnostics) inBackground(connection.languages.diagnostics.refresh());
  };
  const settingsChanged = () => {
    settings.invalidate();
    findingsChanged();
    if (client.refresh.inlayHints) inBackground(connection.languages.inlayHint.refresh());
    if (client.refresh.codeLens) inBackground(connection.sendRequest('workspace/codeLens/refresh'));
  };
  const configurationsChanged = async () => {
    await configurations.reload();
    settingsChanged();
  };
  const decisionsChanged = async () => {
    await decisions.reload();
    findingsChanged();
  };
  connection.onDidChangeConfiguration((change) => {
    const all: unknown = change.settings;
    sentSettings = typeof all === 'object' && all !== null && 'chartlint' in all ? all.chartlint : undefined;
    settingsChanged();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => configurations.is(uri))) inBackground(configurationsChanged());
    if (changes.some(({ uri }) => decisions.is(uri))) inBackground(decisionsChanged());
  });
  connection.onRequest(settingsRequest, ({ uri }: { uri: string }) => settings.of(uri));
  const setFolders = (folders: readonly string[]) => {
    for (const kind of files) kind.setFolders(folders);
  };
  setFolders(foldersOf(params));
  connection.onInitialized(() => {
    if (client.watchConfiguration) {
      const registration = { section: 'chartlint' };
      inBackground(connection.client.register(DidChangeConfigurationNotification.type, registration));
    }
    if (client.watchFiles) {
      const watchers = [configurationFileName, reviewFileName].map((name) => ({ globPattern: `**/${name}` }));
      inBackground(connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
    }
    if (client.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(() => inBackground(foldersChanged()));
    }
    for (const kind of files) inBackground(kind.reload());
  });
  const foldersChanged = async () => {
    const folders = (await connection.workspace.getWorkspaceFolders()) ?? [];
    setFolders(folders.map(({ uri }) => uri));
    await Promise.all([configurationsChanged(), decisionsChanged()]);
  };

  // Features

  connection.languages.diagnostics.on((request, token) => publishing.pull(request, token));
  connection.onCodeAction((request) => {
    const document = checking.note(request.textDocument.uri);
    const options = { versionedEdits: client.versionedEdits, dismiss: client.options.review === true };
    return document === undefined ? [] : codeActions(document, request, options);
  });
  /** Answers from a reading of the note as it stands, and nothing where there is none. */
  const fromReading = async <T>(uri: string, none: T, answer: (note: ReadNote) => T | Promise<T>): Promise<T> => {
    const read = await checking.read(uri);
    if (typeof read === 'string' || read.reading.state !== 'checked') return none;
    const { document, reading, settings: inForce } = read;
    return answer({ document, analysis: reading.analysis, settings: inForce });
  };
  /** Features that say what the analysis says. */
  const fromAnalysis = <T>(uri: string, none: T, answer: (document: TextDocument, analysis: Analysis) => T) =>
    fromReading(uri, none, ({ document, analysis }) => answer(document, analysis));
  connection.onHover(({ textDocument: { uri }, position }) =>
    fromReading(uri, null, async (note) => {
      const { open } = await reviews.judge(note);
      return hover(note.document, { ...note.analysis, findings: open }, note.document.offsetAt(position), {
        markdown: client.markdownHover,
        evidence: !client.options.showsEvidence,
      });
    }),
  );
  connection.onRequest(reviewRequest, ({ uri }: { uri: string }) =>
    fromReading(uri, null, (note) => reviews.ofNote(note)),
  );
  connection.onRequest(decisionGroundsRequest, ({ uri, version, id, salt }: FindingReference & { salt: string }) =>
    fromReading(uri, null, (note) => (note.document.version === version ? reviews.groundsOf(note, id, salt) : null)),
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
