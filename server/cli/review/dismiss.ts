import { TextDocument } from 'vscode-languageserver-textdocument';
import { withDecision } from '../../review/decision';
import { decisionGrounds } from '../../review/judging';
import type { Finding } from '../../rules/finding';
import { exitCodes, type Host } from '../check';
import type { AnalyzedNote } from '../note-analysis';
import { type Place, readPlace } from '../place';
import { complain, openSession, type ReviewOptions, readNote } from './session';
import { notePath, saveReview } from './store';

export interface DismissOptions extends ReviewOptions {
  readonly reason: string;
  readonly reviewer?: string;
}

/** Records that a person dismisses one finding. */
export async function dismiss(where: string, rule: string, options: DismissOptions, host: Host): Promise<number> {
  const reviewer = (options.reviewer ?? process.env.CHARTLINT_REVIEWER ?? '').trim();
  const reason = options.reason.trim();
  if (reviewer === '') {
    complain(host, 'a decision needs a reviewer; give --reviewer NAME, or set CHARTLINT_REVIEWER');
    return exitCodes.failed;
  }
  if (reason === '') {
    complain(host, 'a decision needs a reason; give --reason accepted, "not applicable", queried, or your own words');
    return exitCodes.failed;
  }
  const session = await openSession(options, host);
  if (session === null) return exitCodes.failed;
  const place = readPlace(where);
  const read = await readNote(place.file, session, options, host);
  if ('problem' in read) {
    complain(host, `${place.file}: ${read.problem}`);
    return exitCodes.failed;
  }
  const finding = theFinding(read, rule, place);
  if (typeof finding === 'string') {
    complain(host, finding);
    return exitCodes.failed;
  }
  const { store } = session;
  const grounds = decisionGrounds({ ...read, note: notePath(store, `${read.path}`) }, finding, store.review.salt);
  const time = `${new Date().toISOString().slice(0, 19)}Z`;
  const problem = await saveReview(store, withDecision(store.review, { ...grounds, reason, reviewer, time }));
  if (problem !== null) {
    complain(host, problem);
    return exitCodes.failed;
  }
  host.stdout.write(`Dismissed (${reason}): ${placeOf(read, finding)} ${rule}. Recorded in ${store.name}.\n`);
  return exitCodes.clean;
}

/** The one finding that is meant, or why there is not one. */
function theFinding(note: AnalyzedNote, rule: string, { line, column }: Place): Finding | string {
  const here = note.analysis.findings.filter(({ span }) => {
    const start = positionOf(note, span.start);
    const end = positionOf(note, span.end);
    if (line === null) return true;
    if (column === null) return start.line === line;
    const at = { line, column };
    return !isBefore(at, start) && !isBefore(end, at);
  });
  const found = here.filter((finding) => finding.rule === rule);
  const [finding, ...others] = found;
  const where = [note.name, line, column].filter((part) => part !== null).join(':');
  if (finding === undefined) {
    const rules = [...new Set(here.map((each) => each.rule))];
    return `${where}: has no finding of ${rule}${rules.length === 0 ? '' : `; found there: ${rules.join(', ')}`}`;
  }
  if (others.length === 0) return finding;
  return `${where}: has several findings of ${rule}; name one: ${found.map((each) => placeOf(note, each)).join(', ')}`;
}

interface Position {
  readonly line: number;
  readonly column: number;
}

const isBefore = (a: Position, b: Position): boolean => a.line < b.line || (a.line === b.line && a.column < b.column);

function positionOf({ text }: AnalyzedNote, offset: number): Position {
  const { line, character } = TextDocument.create('', '', 0, text).positionAt(offset);
  return { line: line + 1, column: character + 1 };
}

function placeOf(note: AnalyzedNote, { span }: Finding): string {
  const { line, column } = positionOf(note, span.start);
  return `${note.name}:${line}:${column}`;
}
