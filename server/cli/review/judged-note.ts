import type { Decision } from '../../review/decision';
import { type Judged, judge } from '../../review/judging';
import type { AnalyzedNote } from '../note-analysis';
import { printable } from '../printable';
import { exists, noteFile, notePath, type ReviewStore } from './store';

/** How the review leaves a note. Only a note that is a file can be known again, so a stream has no decisions. */
export function judgeNote({ path, text, analysis, configuration }: AnalyzedNote, store: ReviewStore): Judged {
  if (path === null || store.review === null) return { open: analysis.findings, dismissed: [], unused: [] };
  return judge({ note: notePath(store, path), text, analysis, configuration }, store.review);
}

/** Decisions about notes that are no more. */
export async function decisionsOfGoneNotes(store: ReviewStore): Promise<Decision[]> {
  const decisions = store.review?.decisions ?? [];
  const gone = new Set<string>();
  for (const note of new Set(decisions.map((each) => each.note))) {
    if (!(await exists(noteFile(store, note)))) gone.add(note);
  }
  return decisions.filter(({ note }) => gone.has(note));
}

/** Why a decision has no use any more, as one line for a person. */
export function unusedNotice(store: ReviewStore, decision: Decision, why: 'note' | 'finding'): string {
  const { note, rule } = decision;
  const place = `${store.name}:${store.lineOf(decision)}`;
  return printable(
    why === 'note'
      ? `${place}: unused decision: ${note} is gone (${rule})`
      : `${place}: unused decision: ${note} has no finding of ${rule} that rests on the same words any more`,
  );
}
