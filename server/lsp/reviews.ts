import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analyze';
import type { Settings } from '../configuration';
import type { Review } from '../review/decision';
import { decisionGrounds, type Judged, judge } from '../review/judging';
import { emptyReview, parseReview, reviewFileName } from '../review/review-file';
import { findingIds } from './finding-data';
import type { FolderFileKind, FolderFiles } from './folder-files';
import { rangeOf } from './positions';
import { type DecisionGrounds, invalidReview, type ReviewOfNote, sessionReviewUri } from './protocol';

/** The review of a folder; `none` where there is no file, `broken` where it is not understood. */
type ReviewInForce = Review | 'none' | 'broken';

/** The `chartlint.review.json` of each folder. */
export type ReviewFiles = FolderFiles<ReviewInForce>;

/** @param keepsSession The client keeps decisions about notes that are in no folder until it ends. */
export const reviewFiles = (keepsSession: boolean): FolderFileKind<ReviewInForce> => ({
  name: reviewFileName,
  code: invalidReview,
  read: (text) => {
    if (text === null) return { value: 'none', problems: [] };
    const { review, problems } = parseReview(text);
    return { value: review ?? 'broken', problems };
  },
  elsewhere: () => (keepsSession ? sessionReviewUri : undefined),
});

/** A note as it was read, and under which settings. */
export interface ReadNote {
  readonly document: TextDocument;
  readonly analysis: Analysis;
  readonly settings: Settings;
}

/** The decisions of the workspace, as they are about the notes that are open. */
export class Reviews {
  constructor(private readonly files: ReviewFiles) {}

  /** Changes whenever any decision may have been made or taken back. */
  get generation(): number {
    return this.files.generation;
  }

  async judge({ document, analysis, settings }: ReadNote): Promise<Judged> {
    const review = await this.files.of(document.uri);
    return judge(
      { note: this.pathOf(document.uri), text: document.getText(), analysis, configuration: settings },
      typeof review === 'string' ? emptyReview('') : review,
    );
  }

  /** All that is decided and to be decided about a note. */
  async ofNote(read: ReadNote): Promise<ReviewOfNote> {
    const { document, analysis } = read;
    const { open, dismissed, unused } = await this.judge(read);
    const ids = findingIds(analysis.findings);
    const isOpen = new Set(open);
    return {
      file: this.files.fileOf(document.uri) ?? null,
      broken: (await this.files.of(document.uri)) === 'broken',
      version: document.version,
      open: analysis.findings.flatMap((finding, index) => {
        const { rule, message, span } = finding;
        return isOpen.has(finding) ? [{ id: ids[index] ?? '', rule, message, range: rangeOf(document, span) }] : [];
      }),
      dismissed: [
        ...dismissed.map(({ decision, finding: { message, span } }) => ({
          decision,
          finding: { message, range: rangeOf(document, span) },
        })),
        ...unused.map((decision) => ({ decision, finding: null })),
      ],
    };
  }

  /** What a decision about a finding rests on, under the salt of the file that it goes into; `null` for no finding. */
  groundsOf({ document, analysis }: ReadNote, id: string, salt: string): DecisionGrounds | null {
    const finding = analysis.findings[findingIds(analysis.findings).indexOf(id)];
    if (finding === undefined) return null;
    return decisionGrounds({ note: this.pathOf(document.uri), text: document.getText(), analysis }, finding, salt);
  }

  /** How decisions name a note: its path in the folder, or its address where it is in none. */
  private pathOf(uri: string): string {
    const folder = this.files.folderOf(uri);
    if (folder === undefined) return uri;
    const path = uri.slice(folder.length + 1);
    try {
      return decodeURIComponent(path).normalize('NFC');
    } catch {
      return path;
    }
  }
}
