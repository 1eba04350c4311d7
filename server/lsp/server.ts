import type { MessageConnection } from 'vscode-jsonrpc';
import type { InitializeParams, InitializeResult } from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analyze';
import { configurationFileName } from '../configuration';
import { describeCrash } from '../crash';
import { reviewFileName } from '../review/review-file';
import { Checking } from './checking';
import { type ClientSupport, clientSupport } from './client-support';
import { codeActions } from './code-actions';
import { codeLenses } from './code-lens';
import { configurationFiles } from './configuration-files';
import { Connection } from './connection';
import { incrementalSync, quickFix } from './constants';
import { documentSymbols } from './document-symbols';
import { Documents } from './documents';
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

/** A server at work, for who has more to do with it than start it. */
export interface Server {
  readonly connection: Connection;
  /** The editor is gone. */
  readonly end: () => void;
}

/** Serves a client over the connection. Everything that differs between Node and a browser is in `runtime`. */
export function startServer(messages: MessageConnection, runtime: Runtime): Server {
  const connection = new Connection(messages);
  let shutDown = false;
  connection.onRequest('initialize', (params) => {
    const client = clientSupport(params);
    serve(connection, runtime, client, params);
    if (typeof params.processId === 'number') runtime.endWith?.(params.processId);
    return initializeResult(client);
  });
  messages.onRequest('shutdown', () => {
    shutDown = true;
    return null;
  });
  const end = () => runtime.end(shutDown);
  messages.onNotification('exit', end);
  messages.onClose(end);
  messages.listen();
  return { connection, end };
}

function initializeResult(client: ClientSupport): InitializeResult {
  return {
    serverInfo: { name: 'chartlint' },
    capabilities: {
      textDocumentSync: { openClose: true, change: incrementalSync },
      codeActionProvider: {
        codeActionKinds: [quickFix, ...(client.options.review ? [dismissKind] : [])],
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
  const report = (what: string, error: unknown) => connection.log('error', `${what}: ${describeCrash(error)}`);

  const documents = new Documents();
  const readFile = async (uri: string): Promise<string | null> => {
    try {
      if (client.options.readFile) return await connection.ask<string | null>(readFileRequest, { uri });
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
      (uri, diagnostics) => inBackground(connection.publish({ uri, diagnostics })),
    );
  const configurations = filesOf(configurationFiles);
  const decisions = filesOf(reviewFiles(client.options.review === true));
  const files = [configurations, decisions];
  /** The files of the workspace that are no notes. */
  const ownFile = (uri: string) => files.find((kind) => kind.is(uri));
  let sentSettings: unknown;
  const askSettings = async (uri: string): Promise<unknown> => {
    if (!client.configuration) return sentSettings;
    return connection.settings(uri, 'chartlint').catch(() => undefined);
  };
  const settings = new SettingsInForce(configurations, askSettings, (problem) => connection.log('warning', problem));
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

  documents.listen(connection, {
    changed: (uri, how) => {
      readings.overtake(uri);
      const note = checking.note(uri);
      if (note === undefined) return ownFile(uri)?.showProblems(uri, documents.get(uri)?.getText() ?? '');
      if (how === 'edited') quiet.disturb(uri);
      inBackground(publishing.push(uri));
    },
    closed: (uri) => {
      const own = ownFile(uri);
      if (own !== undefined) return inBackground(own.showSaved(uri));
      quiet.release(uri);
      readings.forget(uri);
      settings.forget(uri);
      inBackground(publishing.clear(uri));
    },
  });

  // Settings and decisions

  const findingsChanged = () => {
    for (const uri of documents.uris()) if (isNote(uri)) inBackground(publishing.push(uri));
    if (client.pullDiagnostics && client.refresh.diagnostics) inBackground(connection.refresh('diagnostic'));
  };
  const settingsChanged = () => {
    settings.invalidate();
    findingsChanged();
    if (client.refresh.inlayHints) inBackground(connection.refresh('inlayHint'));
    if (client.refresh.codeLens) inBackground(connection.refresh('codeLens'));
  };
  const configurationsChanged = async () => {
    await configurations.reload();
    settingsChanged();
  };
  const decisionsChanged = async () => {
    await decisions.reload();
    findingsChanged();
  };
  connection.onNotification('workspace/didChangeConfiguration', (change) => {
    const all: unknown = change.settings;
    sentSettings = typeof all === 'object' && all !== null && 'chartlint' in all ? all.chartlint : undefined;
    settingsChanged();
  });
  connection.onNotification('workspace/didChangeWatchedFiles', ({ changes }) => {
    if (changes.some(({ uri }) => configurations.is(uri))) inBackground(configurationsChanged());
    if (changes.some(({ uri }) => decisions.is(uri))) inBackground(decisionsChanged());
  });
  connection.onOwnRequest<{ uri: string }>(settingsRequest, ({ uri }) => settings.of(uri));
  const setFolders = (folders: readonly string[]) => {
    for (const kind of files) kind.setFolders(folders);
  };
  setFolders(foldersOf(params));
  connection.onNotification('initialized', () => {
    if (client.watchConfiguration) {
      const registration = { section: 'chartlint' };
      inBackground(connection.register('workspace/didChangeConfiguration', registration));
    }
    if (client.watchFiles) {
      const watchers = [configurationFileName, reviewFileName].map((name) => ({ globPattern: `**/${name}` }));
      inBackground(connection.register('workspace/didChangeWatchedFiles', { watchers }));
    }
    for (const kind of files) inBackground(kind.reload());
  });
  const foldersChanged = async () => {
    const folders = await connection.folders();
    setFolders(folders.map(({ uri }) => uri));
    await Promise.all([configurationsChanged(), decisionsChanged()]);
  };

  connection.onNotification('workspace/didChangeWorkspaceFolders', () => inBackground(foldersChanged()));

  // Features

  connection.onRequest('textDocument/diagnostic', (request, token) => publishing.pull(request, token));
  connection.onRequest('textDocument/codeAction', (request) => {
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
  connection.onRequest('textDocument/hover', ({ textDocument: { uri }, position }) =>
    fromReading(uri, null, async (note) => {
      const { open } = await reviews.judge(note);
      return hover(note.document, { ...note.analysis, findings: open }, note.document.offsetAt(position), {
        markdown: client.markdownHover,
        evidence: !client.options.showsEvidence,
      });
    }),
  );
  connection.onOwnRequest<{ uri: string }>(reviewRequest, ({ uri }) =>
    fromReading(uri, null, (note) => reviews.ofNote(note)),
  );
  connection.onOwnRequest<FindingReference & { salt: string }>(decisionGroundsRequest, ({ uri, version, id, salt }) =>
    fromReading(uri, null, (note) => (note.document.version === version ? reviews.groundsOf(note, id, salt) : null)),
  );
  connection.onRequest('textDocument/documentSymbol', ({ textDocument: { uri } }) =>
    fromAnalysis(uri, [], documentSymbols),
  );
  connection.onRequest('textDocument/foldingRange', ({ textDocument: { uri } }) =>
    fromAnalysis(uri, [], foldingRanges),
  );
  connection.onRequest('textDocument/inlayHint', ({ textDocument: { uri }, range }) =>
    fromAnalysis(uri, [], (document, analysis) => inlayHints(document, analysis, range)),
  );
  connection.onRequest('textDocument/codeLens', ({ textDocument: { uri } }) =>
    fromAnalysis(uri, [], (_document, analysis) => codeLenses(analysis)),
  );
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}
