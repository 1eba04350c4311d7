/** What server and client say to each other beside the Language Server Protocol. Everything here is optional for a client. */
import { NotificationType, Range, RequestType } from 'vscode-languageserver';
import type { Fix } from '../rules/finding';

/** `initializationOptions` of a client that knows the server. Other clients send none. */
export interface InitializationOptions {
  /** The client answers {@link ReadFileRequest}, so that files of virtual workspaces can be read. */
  readonly readFile?: boolean;
  /** The client wants {@link StatusNotification}. */
  readonly status?: boolean;
  /** Where the rules' pages are, as a URI. */
  readonly docs?: string;
}

export const ReadFileRequest = new RequestType<{ uri: string }, string | null, void>('chartlint/readFile');

/** Sent when a version of a document has been checked, or could not be. */
export interface Status {
  readonly uri: string;
  readonly version: number;
  readonly state: 'checked' | 'too-large' | 'failed';
  readonly findings: number;
  /** What a coder would conclude, in one line; `null` unless checked. Note text is never part of it. */
  readonly conclusion: string | null;
}

export const StatusNotification = new NotificationType<Status>('chartlint/status');

/** Codes of diagnostics that are no rule's. */
export const documentTooLarge = 'document-too-large';
export const checkFailed = 'check-failed';
export const invalidSetting = 'invalid-setting';

/** `data` of a diagnostic: all that a code action needs, so that no action ever analyses or edits another version. */
export interface FindingData {
  /** The rule and the number of the finding among its findings, in order of position. */
  readonly id: string;
  readonly version: number;
  readonly fixes: readonly RangedFix[];
}

export interface RangedFix extends Omit<Fix, 'edits'> {
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

/** A diagnostic's data comes back from the client, who may send anything. */
export function isFindingData(data: unknown): data is FindingData {
  if (typeof data !== 'object' || data === null) return false;
  const { id, version, fixes } = data as Partial<Record<keyof FindingData, unknown>>;
  return typeof id === 'string' && typeof version === 'number' && Array.isArray(fixes) && fixes.every(isRangedFix);
}

function isRangedFix(fix: unknown): fix is RangedFix {
  if (typeof fix !== 'object' || fix === null) return false;
  const { title, kind, edits } = fix as Partial<Record<keyof RangedFix, unknown>>;
  return typeof title === 'string' && typeof kind === 'string' && Array.isArray(edits) && edits.every(isRangedEdit);
}

function isRangedEdit(edit: unknown): boolean {
  if (typeof edit !== 'object' || edit === null) return false;
  const { range, newText } = edit as { range?: unknown; newText?: unknown };
  return typeof newText === 'string' && Range.is(range);
}
