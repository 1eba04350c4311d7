import assert from 'node:assert/strict';
import { readDocument } from '../../server/facts/document';
import type { EmSeparate } from '../../server/facts/model';
import { readVisit } from '../../server/facts/visit';

/** Codes as a note writes them, for a test that is not about reading codes. */
export function codesIn(note: string) {
  const written = /\b(99[2-4]\d\d|G0463|96405|96406|1190[01]|20550|20610|10060|11102|17000|96413|69210)(?:-(\d\d))?\b/g;
  return [...note.matchAll(written)].map(([, code = '', modifier]) => ({
    code,
    kind: /^99|^G/.test(code) ? ('em' as const) : ('other' as const),
    modifiers: modifier ? [{ value: modifier, span: { start: 0, end: 0 } }] : [],
  }));
}

/** Notes by name, each with an injection of the day: those whose visit stands beside it, and those whose does not. */
export interface VisitVerdicts {
  readonly supported: Readonly<Record<string, string>>;
  readonly unsupported: Readonly<Record<string, string>>;
}

export function describeVisits(title: string, { supported, unsupported }: VisitVerdicts): void {
  describe(title, () => {
    const check = (note: string, expected: EmSeparate): void => {
      const visit = readVisit(readDocument(note), { codes: codesIn(note), injectionToday: true });
      assert.equal(visit.emSeparate, expected);
    };
    for (const [name, note] of Object.entries(supported))
      it(`supports: ${name}`, () => {
        check(note, 'supported');
      });
    for (const [name, note] of Object.entries(unsupported))
      it(`does not support: ${name}`, () => {
        check(note, 'insufficient');
      });
  });
}
