import * as vscode from 'vscode';
import { sessionReviewUri } from '../server/lsp/protocol';
import { type Review, withoutDecision } from '../server/review/decision';
import { emptyReview, parseReview, reviewFileName, writeReview } from '../server/review/review-file';

/** Why a change of a review was not made, as a sentence for a person. */
export class NotChanged extends Error {
  constructor(
    message: string,
    /** The file to look into, where it is at fault. */
    readonly file?: vscode.Uri,
  ) {
    super(message);
  }
}

/** The review files of the workspace, and the review of notes that are in none of its folders. */
export class ReviewStore implements vscode.Disposable {
  /** Decisions about notes that are in no folder, until these are closed. */
  private session: string | null = null;
  private last: Promise<unknown> = Promise.resolve();
  private readonly closing: vscode.Disposable;

  /** @param onDidChange Hears of each file that was changed. */
  constructor(private readonly onDidChange: (file: vscode.Uri) => Promise<void>) {
    // The next untitled document may have the same name.
    this.closing = vscode.workspace.onDidCloseTextDocument(({ uri }) => this.forget(uri.toString()));
  }

  /** The text of a review file, or `null` where there is none. */
  async read(file: vscode.Uri): Promise<string | null> {
    if (isSession(file)) return this.session;
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    } catch (error) {
      if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return null;
      throw new NotChanged(`${reviewFileName} cannot be read, so that nothing was changed in it.`, file);
    }
  }

  /** Changes a review, one change after the other: each is made to what the one before has left. */
  change(file: vscode.Uri, make: (review: Review) => Review | Promise<Review>): Promise<void> {
    const changed = this.last.then(async () => {
      const unsaved = vscode.workspace.textDocuments.some(({ uri, isDirty }) => isDirty && isSame(uri, file));
      if (unsaved) throw new NotChanged(`Save ${reviewFileName} first: it has changes that are not saved.`, file);
      const text = await this.read(file);
      const made = writeReview(await make(understood(text, file)));
      await this.write(file, text?.includes('\r\n') ? made.replaceAll('\n', '\r\n') : made);
      await this.onDidChange(file);
    });
    this.last = changed.catch(() => undefined);
    return changed;
  }

  dispose(): void {
    this.closing.dispose();
  }

  /** Whole, or not at all: the file is written beside its place, and takes it when it is there. */
  private async write(file: vscode.Uri, text: string): Promise<void> {
    if (isSession(file)) {
      this.session = text;
      return;
    }
    const beside = file.with({ path: `${file.path}.tmp` });
    try {
      await vscode.workspace.fs.writeFile(beside, new TextEncoder().encode(text));
      await vscode.workspace.fs.rename(beside, file, { overwrite: true });
    } catch {
      await vscode.workspace.fs.delete(beside).then(undefined, () => undefined);
      throw new NotChanged(`${reviewFileName} cannot be written here, so that the decision was not kept.`);
    }
  }

  private forget(note: string): void {
    const review = this.session === null ? null : parseReview(this.session).review;
    if (review === null) return;
    const gone = review.decisions.filter((decision) => decision.note === note);
    this.session = writeReview(gone.reduce(withoutDecision, review));
  }
}

export const isSession = (file: vscode.Uri): boolean => isSame(file, vscode.Uri.parse(sessionReviewUri));

const isSame = (a: vscode.Uri, b: vscode.Uri): boolean => a.toString() === b.toString();

function understood(text: string | null, file: vscode.Uri): Review {
  if (text === null) return emptyReview(randomSalt());
  const { review, problems } = parseReview(text);
  if (review !== null) return review;
  const [problem] = problems;
  const line = text.slice(0, problem?.span.start ?? 0).split('\n').length;
  throw new NotChanged(`${reviewFileName}, line ${line}: ${problem?.message} Nothing was changed in it.`, file);
}

const randomSalt = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
