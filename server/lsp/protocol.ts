/** What server and client say to each other beside the Language Server Protocol. Everything here is optional for a client. */

/** `initializationOptions` of a client that knows the server. Other clients send none. */
export interface InitializationOptions {
  /** The client answers {@link readFileRequest}, so that files of virtual workspaces can be read. */
  readonly readFile?: boolean;
  /** The client wants {@link statusNotification}. */
  readonly status?: boolean;
  /** The client shows related information with a finding's message, so that a hover need not repeat it. */
  readonly showsEvidence?: boolean;
  /** Where the rules' pages are, as a URI. */
  readonly docs?: string;
}

/** Asks the client for the text of a file: `{ uri }` is answered by a string, or by `null` where there is no file. */
export const readFileRequest = 'chartlint/readFile';

/** Asks the server for the settings in force for a document: `{ uri }` is answered by `Settings`. */
export const settingsRequest = 'chartlint/settings';

/** Carries a {@link Status}. */
export const statusNotification = 'chartlint/status';

/** Sent when a version of a document has been checked, or could not be. */
export interface Status {
  readonly uri: string;
  readonly version: number;
  readonly state: 'checked' | 'too-large' | 'failed';
  readonly findings: number;
  /** What a coder would conclude, in one line; `null` unless checked. Note text is never part of it. */
  readonly conclusion: string | null;
}

/** Codes of diagnostics that are no rule's. */
export const documentTooLarge = 'document-too-large';
export const checkFailed = 'check-failed';
export const invalidSetting = 'invalid-setting';
