import { withoutDecision } from '../../review/decision';
import { exitCodes, type Host } from '../check';
import { readPlace } from '../place';
import { printable } from '../printable';
import { decisionsInPlace, isUnused } from './decision-states';
import { complain, openSession, type ReviewOptions } from './session';
import { saveReview } from './store';

export interface RestoreOptions extends ReviewOptions {
  readonly unused?: true;
}

/** Takes decisions back: of a note or a line of it, of one rule or all, or those that have no use any more. */
export async function restore(
  where: string | undefined,
  rule: string | undefined,
  options: RestoreOptions,
  host: Host,
): Promise<number> {
  if (where === undefined && !options.unused) {
    complain(host, 'name the note, as FILE or FILE:LINE, or give --unused');
    return exitCodes.failed;
  }
  const session = await openSession(options, host);
  if (session === null) return exitCodes.failed;
  const { store } = session;
  const place = where === undefined ? null : readPlace(where);
  const all = await decisionsInPlace(session, place === null ? [] : [place.file], options, host);
  const meant = all.filter(
    (each) =>
      (rule === undefined || each.decision.rule === rule) &&
      (place === null || place.line === null || each.line === place.line) &&
      (!options.unused || isUnused(each)),
  );
  if (meant.length === 0 && where !== undefined) {
    complain(host, `${where}: has no decision${rule === undefined ? '' : ` about ${rule}`} to take back`);
    return exitCodes.failed;
  }
  if (meant.length > 0) {
    const review = meant.reduce((left, { decision }) => withoutDecision(left, decision), store.review);
    const problem = await saveReview(store, review);
    if (problem !== null) {
      complain(host, problem);
      return exitCodes.failed;
    }
  }
  for (const { decision, file, line } of meant) {
    const at = line === null ? file : `${file}:${line}`;
    host.stdout.write(printable(`Restored: ${at} ${decision.rule} (was ${decision.reason}, ${decision.reviewer})\n`));
  }
  if (meant.length === 0) host.stdout.write('No decision is unused.\n');
  return exitCodes.clean;
}
