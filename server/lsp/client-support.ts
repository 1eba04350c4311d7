import type { InitializeParams } from 'vscode-languageserver-protocol';
import { markdown } from './constants';
import type { InitializationOptions } from './protocol';

/** What the client can do, as far as the server acts on it. */
export interface ClientSupport {
  readonly pullDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly configuration: boolean;
  readonly watchConfiguration: boolean;
  readonly watchFiles: boolean;
  readonly workspaceFolders: boolean;
  readonly versionedEdits: boolean;
  readonly markdownHover: boolean;
  readonly refresh: { readonly diagnostics: boolean; readonly inlayHints: boolean; readonly codeLens: boolean };
  readonly options: InitializationOptions;
}

export function clientSupport({ capabilities, initializationOptions }: InitializeParams): ClientSupport {
  const { workspace, textDocument } = capabilities;
  return {
    pullDiagnostics: textDocument?.diagnostic !== undefined,
    relatedInformation:
      (textDocument?.diagnostic?.relatedInformation ?? textDocument?.publishDiagnostics?.relatedInformation) === true,
    configuration: workspace?.configuration === true,
    watchConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes(markdown) === true,
    refresh: {
      diagnostics: workspace?.diagnostics?.refreshSupport === true,
      inlayHints: workspace?.inlayHint?.refreshSupport === true,
      codeLens: workspace?.codeLens?.refreshSupport === true,
    },
    options: readOptions(initializationOptions),
  };
}

/** Other editors' users write these by hand; what is not of the right kind is as if it were not there. */
function readOptions(value: unknown): InitializationOptions {
  if (typeof value !== 'object' || value === null) return {};
  const { readFile, status, showsEvidence, docs, review } = value as Record<string, unknown>;
  return {
    readFile: readFile === true,
    status: status === true,
    showsEvidence: showsEvidence === true,
    review: review === true,
    ...(typeof docs === 'string' ? { docs: docs.replace(/\/$/, '') } : {}),
  };
}
