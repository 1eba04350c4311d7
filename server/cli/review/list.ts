import { exitCodes, type Host } from '../check';
import { printable } from '../printable';
import { type DecisionInPlace, type DecisionState, decisionsInPlace, isUnused } from './decision-states';
import { openSession, type ReviewOptions } from './session';
import type { ReviewStore } from './store';

export interface ListOptions extends ReviewOptions {
  readonly format: 'text' | 'json';
  readonly unused?: true;
}

/** Lists the decisions, each with its place in the review file and what became of it. */
export async function listDecisions(named: readonly string[], options: ListOptions, host: Host): Promise<number> {
  const session = await openSession(options, host);
  if (session === null) return exitCodes.failed;
  const all = await decisionsInPlace(session, named, options, host);
  const listed = options.unused ? all.filter(isUnused) : all;
  host.stdout.write(options.format === 'json' ? asJson(listed, session.store) : asText(listed, session.store));
  return exitCodes.clean;
}

function asJson(decisions: readonly DecisionInPlace[], { name, lineOf }: ReviewStore): string {
  const rows = decisions.map(({ decision, state, line }) => ({
    ...decision,
    state,
    line,
    recorded: { file: name, line: lineOf(decision) },
  }));
  return `${JSON.stringify(rows, null, 2)}\n`;
}

const STATES: Readonly<Record<DecisionState, string>> = {
  'in force': '',
  'finding gone': ' [unused: the words it rested on have changed or are gone]',
  'note gone': ' [unused: the note is gone]',
  silent: ' [its rule is off, or waits for the answer to a query]',
  unread: ' [the note cannot be read]',
};

function asText(decisions: readonly DecisionInPlace[], { name, lineOf }: ReviewStore): string {
  if (decisions.length === 0) return 'No decisions.\n';
  const lines = decisions.map(({ decision, state, file, line }) => {
    const { rule, reason, reviewer, time } = decision;
    const place = line === null ? file : `${file}:${line}`;
    const recorded = `${name}:${lineOf(decision)}`;
    return `${recorded}  ${place}  ${rule}  ${reason} (${reviewer}, ${time})${STATES[state]}\n`;
  });
  return printable(lines.join(''));
}
