import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyze, analyzeInSteps } from '../server/analyze';
import { defaultConfiguration } from '../server/configuration';
import { KeptReadings } from '../server/facts/kept-readings';

/** Pieces of notes that lean on each other: headings, rows, lists, boxes, totals, dates, and what takes them back. */
const pieces = [
  'DOS: 04/14/2026\n',
  'PROCEDURE NOTE\n',
  'Plan:\n',
  'HISTORY: injected 3 warts on 02/01/2026.\n',
  'Bleomycin 1 U/mL injected intralesionally into three warts, left heel.\n',
  'Kenalog 10 mg/mL, 0.2 mL each, keloids K1 R jaw, K2 chest.\n',
  '1. L forearm 4 mm\n2. R forearm 6 mm\n',
  '| Site | mL |\n| back | 0.1 |\n',
  'Total lesions: 9.\n',
  '[x] intralesional [ ] topical\n',
  'Charge: 96405, 99213-25\n',
  '96405 deleted\n',
  'Consent: ***\n',
  'Not injected today; patient declined. ',
  'New rash of both hands: start clobetasol. ',
  'Return in 4 weeks.\n',
  '-----\n',
  '\t½ × ☐ “q”\u00a0',
  '- ',
  '; ',
  '7',
  ' of the eight',
];

const place = fc.nat(1_000_000);
type Step = (text: string, before: readonly string[]) => string;
const at = (text: string, where: number): number => (text.length === 0 ? 0 : where % (text.length + 1));
const insert =
  (what: string, where: number): Step =>
  (text) => {
    const offset = at(text, where);
    return text.slice(0, offset) + what + text.slice(offset);
  };

const step: fc.Arbitrary<Step> = fc.oneof(
  // A character, a paste, a line break: inserted anywhere.
  fc.tuple(fc.constantFrom(...'aeinst 0123456789.,:;-()xX\n'), place).map(([what, where]) => insert(what, where)),
  fc.tuple(fc.constantFrom(...pieces), place).map(([what, where]) => insert(what, where)),
  fc.tuple(fc.constantFrom('\n', '\n\n', '\r\n', '  \n'), place).map(([what, where]) => insert(what, where)),
  // Some characters go.
  fc.tuple(place, fc.integer({ min: 1, max: 40 })).map(
    ([where, length]): Step =>
      (text) => {
        const offset = at(text, where);
        return text.slice(0, offset) + text.slice(offset + length);
      },
  ),
  // Two lines become one.
  place.map(
    (where): Step =>
      (text) => {
        const end = text.indexOf('\n', at(text, where));
        return end < 0 ? text : `${text.slice(0, end)} ${text.slice(end + 1)}`;
      },
  ),
  // A line goes elsewhere.
  fc.tuple(place, place).map(
    ([from, to]): Step =>
      (text) => {
        const lines = text.split('\n');
        const moved = lines.splice(from % lines.length, 1);
        lines.splice(to % (lines.length + 1), 0, ...moved);
        return lines.join('\n');
      },
  ),
  // The other line ends.
  fc.constant<Step>((text) => (text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text.replaceAll('\n', '\r\n'))),
  // Undo.
  fc.integer({ min: 1, max: 4 }).map(
    (back): Step =>
      (text, before) =>
        before[before.length - back] ?? text,
  ),
);

const notes = fc.array(fc.constantFrom(...pieces), { maxLength: 4 }).map((parts) => parts.join(''));
const longest = 220;

/** More of them in a longer run: `EDIT_SEQUENCES=1000`. */
const sequences = Number(process.env.EDIT_SEQUENCES ?? 100);
const stepsOfEach = 100;

describe('reading after an edit', function () {
  this.timeout(3_600_000);

  it(`gives what reading anew gives, over ${sequences * stepsOfEach} random edits`, () => {
    let steps = 0;
    const sequence = fc.array(step, { minLength: stepsOfEach, maxLength: stepsOfEach });
    fc.assert(
      fc.property(notes, sequence, (note, edits) => {
        const kept = new KeptReadings();
        let text = note;
        const before: string[] = [];
        analyze(text, { kept });
        for (const edit of edits) {
          before.push(text);
          text = edit(text, before).slice(-longest);
          const [incremental, full] = [analyze(text, { kept }), analyze(text)];
          // Told apart as text, which is quicker, and shown as objects.
          if (JSON.stringify(incremental) !== JSON.stringify(full)) {
            assert.deepEqual(incremental, full, JSON.stringify(text));
            assert.fail(`The keys stand in another order: ${JSON.stringify(text)}`);
          }
          steps += 1;
        }
      }),
      { numRuns: sequences },
    );
    assert.ok(steps >= sequences * stepsOfEach);
  });

  it('gives the same after a reading that was left in the middle', () => {
    const text = pieces.join('');
    for (let taken = 1; ; taken += 1) {
      const kept = new KeptReadings();
      const steps = analyzeInSteps(text, { kept });
      let done = false;
      for (let i = 0; i < taken && !done; i += 1) done = steps.next().done === true;
      const edited = text.replace('three warts', 'four warts');
      assert.deepEqual(analyze(edited, { kept }), analyze(edited));
      if (done) break;
    }
  });

  it('keeps nothing across a change of the terms it is read with', () => {
    const kept = new KeptReadings();
    const text = 'DOS: 04/14/2026\nZorbicin was injected intralesionally into three warts.\n';
    analyze(text, { kept });
    const agents = { zorbicin: { class: 'other', synonyms: [] } } as const;
    const configuration = { ...defaultConfiguration, lexicon: { ...defaultConfiguration.lexicon, agents } };
    const agentOf = (options: Parameters<typeof analyze>[1]) =>
      analyze(text, options).summary.procedures.map(({ agent }) => agent);
    assert.deepEqual(agentOf({ kept, configuration }), ['zorbicin']);
    assert.deepEqual(agentOf({ kept }), agentOf({}));
  });
});
