import { exitCodes, type Host, openOutput } from '../check';
import { readInputs } from '../inputs';
import { analyzeInput } from '../note-analysis';
import { leavesOut } from '../settings';
import { type AuditFormat, type AuditNote, auditFormats } from './audit-formats';
import { decisionsOfGoneNotes, judgeNote } from './judged-note';
import { complain, openSession, type ReviewOptions } from './session';
import { notePath } from './store';

export interface AuditOptions extends ReviewOptions {
  readonly format: AuditFormat;
  readonly output?: string;
}

/**
 * Writes what an audit asks of each note: the findings that stand, those that were dismissed with who, when and why,
 * the queries that wait for an answer, and the decisions that have no use any more.
 */
export async function report(args: readonly string[], options: AuditOptions, host: Host): Promise<number> {
  const session = await openSession(options, host);
  if (session === null) return exitCodes.failed;
  const { store, settings } = session;
  let failed = false;
  const fail = (message: string) => {
    failed = true;
    complain(host, message);
  };
  const output = await openOutput(options.output, host, fail);
  if (output === null) return exitCodes.failed;
  const form = auditFormats[options.format](store);
  try {
    await output.write(form.begin());
    const leaves = (path: string) => leavesOut(session, path);
    const source = { cwd: host.cwd, stdin: host.stdin, jsonLines: false, leavesOut: leaves };
    for await (const input of readInputs(args, source)) {
      const read = analyzeInput(input, settings, options.payer);
      if ('problem' in read) {
        fail(`${input.name}: ${read.problem}`);
        continue;
      }
      const note: AuditNote = {
        note: read.path === null ? read.name : notePath(store, read.path),
        file: read.name,
        text: read.text,
        analysis: read.analysis,
        judged: judgeNote(read, store),
        openQueries: read.analysis.queries.filter(({ open }) => open),
      };
      await output.write(form.note(note));
    }
    await output.write(form.end(await decisionsOfGoneNotes(store)));
    await output.close();
  } catch (error) {
    output.abandon();
    if (!(error instanceof Error && 'code' in error)) throw error;
    fail(`${options.output ?? 'standard output'}: cannot be written (${error.code})`);
  }
  return failed ? exitCodes.failed : exitCodes.clean;
}
