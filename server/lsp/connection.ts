import type { CancellationToken, MessageConnection } from 'vscode-jsonrpc';
import type {
  CodeAction,
  CodeActionParams,
  CodeLens,
  CodeLensParams,
  DidChangeConfigurationParams,
  DidChangeTextDocumentParams,
  DidChangeWatchedFilesParams,
  DidChangeWorkspaceFoldersParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  DocumentSymbol,
  DocumentSymbolParams,
  FoldingRange,
  FoldingRangeParams,
  Hover,
  HoverParams,
  InitializedParams,
  InitializeParams,
  InitializeResult,
  InlayHint,
  InlayHintParams,
  PublishDiagnosticsParams,
  WorkspaceFolder,
} from 'vscode-languageserver-protocol';

/** What an editor asks a server, each with the answer. */
interface Requests {
  initialize: [InitializeParams, InitializeResult];
  'textDocument/codeAction': [CodeActionParams, CodeAction[]];
  'textDocument/codeLens': [CodeLensParams, CodeLens[]];
  'textDocument/diagnostic': [DocumentDiagnosticParams, DocumentDiagnosticReport];
  'textDocument/documentSymbol': [DocumentSymbolParams, DocumentSymbol[]];
  'textDocument/foldingRange': [FoldingRangeParams, FoldingRange[]];
  'textDocument/hover': [HoverParams, Hover | null];
  'textDocument/inlayHint': [InlayHintParams, InlayHint[]];
}

/** What an editor tells a server. */
interface Notifications {
  initialized: InitializedParams;
  'textDocument/didChange': DidChangeTextDocumentParams;
  'textDocument/didClose': DidCloseTextDocumentParams;
  'textDocument/didOpen': DidOpenTextDocumentParams;
  'workspace/didChangeConfiguration': DidChangeConfigurationParams;
  'workspace/didChangeWatchedFiles': DidChangeWatchedFilesParams;
  'workspace/didChangeWorkspaceFolders': DidChangeWorkspaceFoldersParams;
}

/** The types of `window/logMessage`. */
const logTypes = { error: 1, warning: 2 } as const;

/**
 * The Language Server Protocol as far as this server speaks it: its messages by their names, over a connection that
 * knows messages alone. Of the protocol's package only the types are used, since its tables of all messages would be a
 * sixth of what ships.
 */
export class Connection {
  constructor(private readonly messages: MessageConnection) {}

  /** Answers a request of the protocol. */
  onRequest<Method extends keyof Requests>(
    method: Method,
    answer: (
      params: Requests[Method][0],
      token: CancellationToken,
    ) => Requests[Method][1] | Promise<Requests[Method][1]>,
  ): void {
    this.messages.onRequest(
      method,
      async (params: Requests[Method][0], token: CancellationToken): Promise<unknown> => answer(params, token),
    );
  }

  /** Answers a request that the protocol does not know. */
  onOwnRequest<Params>(method: string, answer: (params: Params) => unknown): void {
    this.messages.onRequest(method, answer);
  }

  onNotification<Method extends keyof Notifications>(
    method: Method,
    hear: (params: Notifications[Method]) => void | Promise<void>,
  ): void {
    this.messages.onNotification(method, hear);
  }

  /** Asks what the protocol does not know. */
  ask<Answer>(method: string, params: object): Promise<Answer> {
    return this.messages.sendRequest<Answer>(method, params);
  }

  /** Tells what the protocol does not know. */
  tell(method: string, params: object): Promise<void> {
    return this.messages.sendNotification(method, params);
  }

  publish(diagnostics: PublishDiagnosticsParams): Promise<void> {
    return this.tell('textDocument/publishDiagnostics', diagnostics);
  }

  /** One section of the settings that the editor has for a document. */
  async settings(scopeUri: string, section: string): Promise<unknown> {
    const [settings] = await this.ask<unknown[]>('workspace/configuration', { items: [{ scopeUri, section }] });
    return settings;
  }

  async folders(): Promise<WorkspaceFolder[]> {
    return (await this.messages.sendRequest<WorkspaceFolder[] | null>('workspace/workspaceFolders')) ?? [];
  }

  /** Asks to be told of something. */
  async register(method: keyof Notifications, registerOptions: object): Promise<void> {
    await this.ask('client/registerCapability', { registrations: [{ id: method, method, registerOptions }] });
  }

  /** Asks the editor to ask again. */
  refresh(what: 'codeLens' | 'diagnostic' | 'inlayHint'): Promise<void> {
    return this.messages.sendRequest(`workspace/${what}/refresh`);
  }

  /** Says something in the editor's log. That nobody hears it, as when the editor has gone, is no error. */
  log(type: keyof typeof logTypes, message: string): void {
    this.tell('window/logMessage', { type: logTypes[type], message }).catch(() => undefined);
  }
}
