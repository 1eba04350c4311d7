import type { Range } from 'vscode-languageserver-protocol';
import type { Decision } from '../review/decision';

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
  /** The client runs {@link dismissCommand}, and answers {@link readFileRequest} for {@link sessionReviewUri}. */
  readonly review?: boolean;
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
  readonly state: 'checked' | 'too-large' | 'failed' | 'excluded';
  /** Those that no decision dismisses. */
  readonly findings: number;
  readonly dismissed: number;
  /** What a coder would conclude, in one line; `null` unless checked. Note text is never part of it. */
  readonly conclusion: string | null;
}

/** Asks the server for what is decided about a note: `{ uri }` is answered by {@link ReviewOfNote}, or by `null`. */
export const reviewRequest = 'chartlint/review';

export interface ReviewOfNote {
  /** The review file that holds for the note, whether it is there or not; `null` where none does. */
  readonly file: string | null;
  /** The file is not understood: no decision counts, and none can be made or taken back. */
  readonly broken: boolean;
  /** Of the note. */
  readonly version: number;
  readonly open: readonly {
    readonly id: string;
    readonly rule: string;
    readonly message: string;
    readonly range: Range;
  }[];
  /** The decisions, with the finding that each dismisses; `null` where its evidence has changed or is gone. */
  readonly dismissed: readonly {
    readonly decision: Decision;
    readonly finding: { readonly message: string; readonly range: Range } | null;
  }[];
}

/** Names a finding of a version of a note. */
export interface FindingReference {
  readonly uri: string;
  readonly version: number;
  readonly id: string;
}

/**
 * Asks the server what a decision about a finding rests on: a {@link FindingReference} with the `salt` of the review
 * file is answered by {@link DecisionGrounds}, or by `null` where the note is another by now.
 */
export const decisionGroundsRequest = 'chartlint/decisionGrounds';

/** The part of a decision that is not the reviewer's to say. */
export type DecisionGrounds = Omit<Decision, 'reason' | 'reviewer' | 'time'>;

/** The client's command that dismisses a finding, which it is given as a {@link FindingReference}. */
export const dismissCommand = 'chartlint.dismissFinding';

/** The kind of the code action that dismisses: no quick fix, so that nothing that applies fixes applies it. */
export const dismissKind = 'chartlint.dismiss';

/** Stands for the decisions about notes that are in no folder. The client keeps them until it ends. */
export const sessionReviewUri = 'chartlint-session:/chartlint.review.json';

/** Codes of diagnostics that are no rule's. */
export const documentTooLarge = 'document-too-large';
export const checkFailed = 'check-failed';
export const invalidSetting = 'invalid-setting';
export const invalidReview = 'invalid-review';
