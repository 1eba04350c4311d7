import { join, relative, resolve, sep } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Decision, isSameFinding } from '../../review/decision';
import type { Host } from '../check';
import { judgeNote } from './judged-note';
import { type ReviewOptions, readNote, type Session } from './session';
import { exists, noteFile } from './store';

/**
 * What became of a decision. `in force`: it dismisses a finding. `finding gone`, `note gone`: it is unused.
 * `silent`: its rule is off, or waits for the answer to a query. `unread`: the note cannot be read.
 */
export type DecisionState = 'in force' | 'finding gone' | 'note gone' | 'silent' | 'unread';

export interface DecisionInPlace {
  readonly decision: Decision;
  readonly state: DecisionState;
  /** The file of the note, from the working folder. */
  readonly file: string;
  /** Where the dismissed finding begins, from 1; `null` where none is. */
  readonly line: number | null;
}

export const isUnused = ({ state }: DecisionInPlace): boolean => state === 'finding gone' || state === 'note gone';

/** What became of the decisions, in their order; of those about the files and folders that are named, if any are. */
export async function decisionsInPlace(
  session: Session,
  named: readonly string[],
  options: ReviewOptions,
  host: Host,
): Promise<DecisionInPlace[]> {
  const { store } = session;
  const isNamed = (path: string) =>
    named.length === 0 || named.map((each) => resolve(host.cwd, each)).some((each) => isWithin(each, path));
  const decisions = store.review.decisions.filter(({ note }) => isNamed(noteFile(store, note)));
  const found: DecisionInPlace[] = [];
  for (const note of new Set(decisions.map((each) => each.note))) {
    const own = decisions.filter((decision) => decision.note === note);
    found.push(...(await ofNote(note, own, session, options, host)));
  }
  return found.sort((a, b) => decisions.indexOf(a.decision) - decisions.indexOf(b.decision));
}

async function ofNote(
  note: string,
  decisions: readonly Decision[],
  session: Session,
  options: ReviewOptions,
  host: Host,
): Promise<DecisionInPlace[]> {
  const path = noteFile(session.store, note);
  const file = relative(host.cwd, path);
  const all = (state: DecisionState) => decisions.map((decision) => ({ decision, state, file, line: null }));
  if (!(await exists(path))) return all('note gone');
  const read = await readNote(path, session, options, host);
  if ('problem' in read) return all('unread');
  const { dismissed, unused } = judgeNote(read, session.store);
  const document = TextDocument.create('', '', 0, read.text);
  return decisions.map((decision) => {
    if (unused.includes(decision)) return { decision, state: 'finding gone', file, line: null };
    const finding = dismissed.find((each) => isSameFinding(each.decision, decision))?.finding;
    if (finding === undefined) return { decision, state: 'silent', file, line: null };
    return { decision, state: 'in force', file, line: document.positionAt(finding.span.start).line + 1 };
  });
}

const isWithin = (folder: string, path: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : join(folder, sep));
