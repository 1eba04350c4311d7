import { strict as assert } from 'node:assert';
import { readDocument } from '../../server/facts/document';
import { readProcedures } from '../../server/facts/procedures';

/**
 * What a note settles on, in short: `7`, `?vague`, `?missing`, `?conflicting`, or `-` where nothing was injected; with
 * the agent in front where `named` asks for it.
 */
export function settled(text: string, named = false): string {
  const { procedures } = readProcedures(readDocument(text));
  if (procedures.length === 0) return '-';
  return procedures
    .map((p) => (named ? `${p.agent ?? '?'} ` : '') + (p.lesions === null ? `?${p.countStatus}` : String(p.lesions)))
    .join(' + ');
}

export type Row = readonly [name: string, text: string, expected: string];

/** A suite of one table: what each text, put into a note, settles on. */
export function describeSettled(
  title: string,
  rows: readonly Row[],
  note: (text: string) => string,
  named: boolean,
): void {
  describe(title, () => {
    for (const [name, text, expected] of rows)
      it(`${expected}: ${name}`, () => assert.equal(settled(note(text), named), expected));
  });
}
