import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { buildSync } from 'esbuild';
import { createMessageConnection } from 'vscode-jsonrpc/node';
import {
  type CancellationToken,
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  ExitNotification,
  FileChangeType,
  type FileEvent,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
  type WorkspaceFolder,
  WorkspaceFoldersRequest,
} from 'vscode-languageserver-protocol/node';
import type { Analysis } from '../../server/analyze';
import type { Status } from '../../server/lsp/protocol';
import type { Runtime } from '../../server/lsp/runtime';
import { startServer } from '../../server/lsp/server';
import { emptyAnalysis } from './empty-analysis';

/** What a client that is up to date can do; a test takes from it or adds to it. */
export const pulling: ClientCapabilities = {
  workspace: { configuration: true, diagnostics: { refreshSupport: true }, workspaceEdit: { documentChanges: true } },
  textDocument: { diagnostic: { relatedInformation: true }, hover: { contentFormat: ['markdown'] } },
};
export const pushing: ClientCapabilities = {
  workspace: { configuration: true, workspaceEdit: { documentChanges: true } },
  textDocument: { publishDiagnostics: { relatedInformation: true, versionSupport: true } },
};

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly folder?: string;
  readonly initializationOptions?: unknown;
  /** What `workspace/configuration` answers. */
  readonly settings?: unknown;
  /** What `chartlint/readFile` answers. */
  readonly files?: Record<string, string>;
}

export const noteUri = 'file:///notes/a.procnote';

/** A language client in the hand of a test. */
export class TestClient {
  settings: unknown;
  readonly files: Record<string, string>;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly statuses: Status[] = [];
  readonly log: string[] = [];
  /** The methods that the server registered for. */
  readonly registered: string[] = [];
  /** The globs of the files that the server wants to hear of. */
  readonly watched: string[] = [];
  private folders: WorkspaceFolder[] = [];
  refreshes = 0;
  private waiting: (() => void)[] = [];

  private constructor(
    private readonly connection: ProtocolConnection,
    readonly initialized: InitializeResult,
    options: ClientOptions,
  ) {
    this.settings = options.settings;
    this.files = { ...options.files };
  }

  static async start(connection: ProtocolConnection, options: ClientOptions): Promise<TestClient> {
    let client: TestClient | undefined;
    connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => client?.settings ?? null));
    connection.onRequest('chartlint/readFile', ({ uri }: { uri: string }) => client?.files[uri] ?? null);
    connection.onRequest(WorkspaceFoldersRequest.type, () => client?.folders ?? null);
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      client?.registered.push(...registrations.map(({ method }) => method));
      for (const { registerOptions } of registrations) {
        const { watchers = [] } = (registerOptions ?? {}) as { watchers?: { globPattern: string }[] };
        client?.watched.push(...watchers.map(({ globPattern }) => globPattern));
      }
      client?.wake();
    });
    connection.onRequest(DiagnosticRefreshRequest.type, () => {
      if (client !== undefined) client.refreshes++;
      client?.wake();
    });
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      client?.published.push(params);
      client?.wake();
    });
    connection.onNotification('chartlint/status', (status: Status) => {
      client?.statuses.push(status);
      client?.wake();
    });
    connection.onNotification(LogMessageNotification.type, ({ message }) => {
      client?.log.push(message);
      client?.wake();
    });
    connection.listen();
    const result = await connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      workspaceFolders: options.folder === undefined ? null : [{ uri: options.folder, name: 'notes' }],
      capabilities: options.capabilities ?? pulling,
      initializationOptions: options.initializationOptions,
    });
    client = new TestClient(connection, result, options);
    await connection.sendNotification(InitializedNotification.type, {});
    return client;
  }

  open(text: string, uri = noteUri, version = 1, languageId = 'procedure-note'): Promise<void> {
    const textDocument = { uri, languageId, version, text };
    return this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  /** Changes given as a string replace the whole text. */
  change(version: number, change: string | TextDocumentContentChangeEvent, uri = noteUri): Promise<void> {
    const contentChanges = [typeof change === 'string' ? { text: change } : change];
    return this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  close(uri = noteUri): Promise<void> {
    return this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  /** The editor's settings are now these. */
  configure(settings: unknown): Promise<void> {
    this.settings = settings;
    return this.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: { chartlint: settings },
    });
  }

  openFolder(uri: string): Promise<void> {
    const folder = { uri, name: 'notes' };
    this.folders.push(folder);
    const event = { added: [folder], removed: [] };
    return this.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, { event });
  }

  fileChanged(uri: string, text?: string): Promise<void> {
    if (text !== undefined) this.files[uri] = text;
    const changes: FileEvent[] = [{ uri, type: FileChangeType.Changed }];
    return this.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
  }

  pull(uri = noteUri, previousResultId?: string, token?: CancellationToken): Promise<DocumentDiagnosticReport> {
    const params = { textDocument: { uri }, ...(previousResultId === undefined ? {} : { previousResultId }) };
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, params, token);
  }

  /** The diagnostics of a full report. */
  async diagnostics(uri = noteUri): Promise<Diagnostic[]> {
    const report = await this.pull(uri);
    assert.equal(report.kind, 'full');
    return report.kind === 'full' ? report.items : [];
  }

  /** The first push for the document that `is` accepts, of those that came and those that will. */
  async push(is: (params: PublishDiagnosticsParams) => boolean, uri = noteUri): Promise<PublishDiagnosticsParams> {
    let found: PublishDiagnosticsParams | undefined;
    await this.until(() => {
      found = this.published.find((params) => params.uri === uri && is(params));
      return found !== undefined;
    });
    assert.ok(found);
    return found;
  }

  /** The actions that edit. */
  async actions(diagnostics: Diagnostic[], only?: string[], uri = noteUri): Promise<CodeAction[]> {
    return (await this.allActions(diagnostics, only, uri)).filter(({ edit }) => edit !== undefined);
  }

  async allActions(diagnostics: Diagnostic[], only?: string[], uri = noteUri): Promise<CodeAction[]> {
    const start = { line: 0, character: 0 };
    const actions = await this.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: { start, end: start },
      context: { diagnostics, ...(only === undefined ? {} : { only }) },
    });
    return (actions ?? []).filter((action): action is CodeAction => typeof action.command !== 'string');
  }

  request<R>(method: string, params: object): Promise<R> {
    return this.connection.sendRequest<R>(method, params);
  }

  /** Waits until something that the server sent makes the condition true. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) {
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  async shutdown(): Promise<void> {
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
  }

  dispose(): void {
    this.connection.dispose();
  }

  private wake(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const resume of waiting) resume();
  }
}

export interface InProcess extends ClientOptions {
  readonly analyze: (text: string) => Partial<Analysis>;
}

/** Server and client in this process, joined by streams, with an engine of the test's own and no pause in typing. */
export async function startInProcess(
  { analyze, ...options }: InProcess,
  runtime: Partial<Runtime> = {},
): Promise<TestClient> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  startServer(createMessageConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), {
    schedule: (callback) => {
      const immediate = setImmediate(callback);
      return () => clearImmediate(immediate);
    },
    end: () => undefined,
    docs: 'https://example.org/rules',
    // biome-ignore lint/correctness/useYield: the test's engine has one step.
    analyzeInSteps: function* (text) {
      return { ...emptyAnalysis, ...analyze(text) };
    },
    ...runtime,
  });
  const reader = new StreamMessageReader(toClient);
  return TestClient.start(createProtocolConnection(reader, new StreamMessageWriter(toServer)), options);
}

/** Bundles the server as it ships. The folder goes when the process ends. */
export function bundleServer(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chartlint-server-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const outfile = join(folder, 'dist', 'server.node.js');
  buildSync({
    entryPoints: ['server/main.ts'],
    bundle: true,
    platform: 'node',
    mainFields: ['module', 'main'],
    format: 'cjs',
    outfile,
    logLevel: 'error',
  });
  return outfile;
}

export interface ServerProcess {
  readonly client: TestClient;
  /** Everything on standard error so far. */
  readonly stderr: () => string;
  readonly isAlive: () => boolean;
  /** Ends the server as an editor does; resolves to its exit code. */
  readonly stop: () => Promise<number | null>;
}

/** The bundled server as a process, spoken to over its standard input and output. */
export async function startProcess(bundle: string, options: ClientOptions = {}): Promise<ServerProcess> {
  const server = spawn(process.execPath, [bundle, '--stdio'], {
    stdio: 'pipe',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  let stderr = '';
  server.stderr.on('data', (data: Buffer) => {
    stderr += data.toString();
  });
  const exited = once(server, 'exit').then(([code]): number | null => code);
  const reader = new StreamMessageReader(server.stdout);
  const connection = createProtocolConnection(reader, new StreamMessageWriter(server.stdin));
  const died = exited.then((code) => assert.fail(`The server ended with ${code} before it had begun.\n${stderr}`));
  const client = await Promise.race([TestClient.start(connection, options), died]);
  died.catch(() => undefined);
  const stop = async () => {
    await client.shutdown();
    const code = await exited;
    client.dispose();
    return code;
  };
  return { client, stderr: () => stderr, isAlive: () => server.exitCode === null && !server.killed, stop };
}
