import assert from 'node:assert/strict';
import { applyEdits } from '../../server/edits';
import { exampleNote, separateEvaluation } from '../../server/rules/example-note';
import { offeredOn, problemsOf } from './fix-property';

const nine =
  'Nine lesions of the left leg were injected with methotrexate 25 mg/mL, 0.1 mL each, 0.9 mL in all, through a 30-gauge needle.';

/** Charges as notes write them, and what the fix of the rule makes of them. */
interface Row {
  readonly rule: string;
  readonly charges: string;
  readonly after: string;
}

const missing25: readonly Row[] = [
  ['Charges: 99213, 96405', 'Charges: 99213-25, 96405'],
  ['Charges: 99213, 96405-GC', 'Charges: 99213-25, 96405-GC'],
  ['Charges: 99213, 96405 59', 'Charges: 99213 25, 96405 59'],
  ['Charges: 99213, 96405 mod 59', 'Charges: 99213 mod 25, 96405 mod 59'],
  ['Charges: 99213, 96405 (-59)', 'Charges: 99213 (-25), 96405 (-59)'],
  ['Charges: 99213, 96405 with modifier 59', 'Charges: 99213 with modifier 25, 96405 with modifier 59'],
  ['Charges: 99213/GC, 96405/59', 'Charges: 99213/25/GC, 96405/59'],
  ['Charges: 99213 \u2013 GC, 96405', 'Charges: 99213 \u2013 25 \u2013 GC, 96405'],
  ['Charges: 99213, 96405, J9260JW x 1', 'Charges: 99213-25, 96405, J9260JW x 1'],
  ['99213\n96405', '99213-25\n96405'],
  ['Charges: [x] 99213  [ ] 99214  [x] 96405', 'Charges: [x] 99213-25  [ ] 99214  [x] 96405'],
  [
    'CODES\n| CPT | Mod | Units |\n| 99213 |  | 1 |\n| 96405 |  | 1 |',
    'CODES\n| CPT | Mod | Units |\n| 99213 | 25 | 1 |\n| 96405 |  | 1 |',
  ],
  [
    'CODES\n| CPT   | Mod | Units |\n| 99213 |     | 1     |\n| 96405 |     | 1     |',
    'CODES\n| CPT   | Mod | Units |\n| 99213 | 25  | 1     |\n| 96405 |     | 1     |',
  ],
  [
    'CODES\nCPT     Mod     Units\n99213           1\n96405           1',
    'CODES\nCPT     Mod     Units\n99213   25      1\n96405           1',
  ],
  ['CODES\nCPT\tMod\tUnits\n99213\t\t1\n96405\t\t1', 'CODES\nCPT\tMod\tUnits\n99213\t25\t1\n96405\t\t1'],
].map(([charges = '', after = '']) => ({ rule: 'modifier-25-missing', charges, after }));

const unsupported25: readonly Row[] = [
  ['Charges: 99213 25, 96405', 'Charges: 99213, 96405'],
  ['Charges: 99213 mod 25, 96405', 'Charges: 99213, 96405'],
  ['Charges: 99213 (-25), 96405', 'Charges: 99213, 96405'],
  ['Charges: 99213 with modifier 25, 96405', 'Charges: 99213, 96405'],
  ['Charges: 99213-25-GC, 96405', 'Charges: 99213-GC, 96405'],
  [
    'CODES\n| CPT | Mod | Units |\n| 99213 | 25 | 1 |\n| 96405 |  | 1 |',
    'CODES\n| CPT | Mod | Units |\n| 99213 |  | 1 |\n| 96405 |  | 1 |',
  ],
].map(([charges = '', after = '']) => ({ rule: 'modifier-25-unsupported', charges, after }));

const misplaced: readonly Row[] = [
  ['Charges: 99213, 96405 25', 'Charges: 99213 25, 96405'],
  ['Charges: 99213, 96405 mod 25', 'Charges: 99213 mod 25, 96405'],
  [
    'CODES\n| CPT | Mod | Units |\n| 99213 |  | 1 |\n| 96405 | 25 | 1 |',
    'CODES\n| CPT | Mod | Units |\n| 99213 | 25 | 1 |\n| 96405 |  | 1 |',
  ],
].map(([charges = '', after = '']) => ({ rule: 'modifier-25-misplaced', charges, after }));

const otherModifier: readonly Row[] = [
  ['Charges: 99213-57, 96405', 'Charges: 99213-25, 96405'],
  ['Charges: 99213 mod 57, 96405', 'Charges: 99213 mod 25, 96405'],
  ['Charges: 99213 (57), 96405', 'Charges: 99213 (25), 96405'],
].map(([charges = '', after = '']) => ({ rule: 'em-modifier-wrong', charges, after }));

const missing: readonly Row[] = [
  ['Charges: J9260', 'Charges: J9260, 96405'],
  ['Charges: J9260 / 99213-25', 'Charges: J9260 / 99213-25 / 96405'],
  ['J9260\n99213-25', 'J9260\n99213-25\n96405'],
  ['* J9260\n* 99213-25', '* J9260\n* 99213-25\n* 96405'],
  ['Charges: [x] J9260  [ ] 96405  [ ] 96406', 'Charges: [x] J9260  [x] 96405  [ ] 96406'],
  ['Charges: \u2612 J9260   \u2610 96405   \u2610 96406', 'Charges: \u2612 J9260   \u2612 96405   \u2610 96406'],
  [
    'CODES\n| CPT | Mod | Units |\n| J9260 |  | 1 |',
    'CODES\n| CPT | Mod | Units |\n| J9260 |  | 1 |\n| 96405 |  | 1 |',
  ],
  ['CODES\nLine  CPT     Units\n1     J9260   2', 'CODES\nLine  CPT     Units\n1     J9260   2\n2     96405   1'],
  ['CODES\nCPT\tUnits\nJ9260\t2', 'CODES\nCPT\tUnits\nJ9260\t2\n96405\t1'],
].map(([charges = '', after = '']) => ({ rule: 'procedure-code-missing', charges, after }));

const supply: readonly Row[] = [
  ['Charges: 96405', 'Charges: 96405, J9260 x 1'],
  ['Charges: [x] 96405  [ ] J9260', 'Charges: [x] 96405  [x] J9260'],
  ['CODES\n| CPT | Units |\n| 96405 | 1 |', 'CODES\n| CPT | Units |\n| 96405 | 1 |\n| J9260 | 1 |'],
  ['CODES\n| CPT | Mod |\n| 96405 |  |', 'CODES\n| CPT | Mod |\n| 96405 |  |\n| J9260 x 1 |  |'],
].map(([charges = '', after = '']) => ({ rule: 'supply-code-missing', charges, after }));

const otherFamily: readonly Row[] = [
  ['Charges: 11900', 'Charges: 96405'],
  ['Charges: [x] 11900  [ ] 11901', 'Charges: [x] 96405  [ ] 11901'],
  ['Charges: [ ] 96405  [x] 11900  [ ] 11901', 'Charges: [x] 96405  [ ] 11900  [ ] 11901'],
  ['Charges: \u2610 96405   \u2612 11900   \u2610 11901', 'Charges: \u2612 96405   \u2610 11900   \u2610 11901'],
].map(([charges = '', after = '']) => ({ rule: 'procedure-code-agent-mismatch', charges, after }));

const exclusive: readonly Row[] = [
  ['Charges: 96405, 96406', 'Charges: 96405'],
  ['Charges: 96405 (first 7), 96406 (the rest), J9260', 'Charges: 96405 (first 7), J9260'],
  ['Charges: 96406 (order set), 96405', 'Charges: 96405'],
  ['Charges: 96405 and 96406.', 'Charges: 96405.'],
  ['To be coded 96406 and 96405.', 'To be coded 96405.'],
  ['Superbill: 96405 [x]   96406 [x]   J9260 [x]', 'Superbill: 96405 [x]   96406 [ ]   J9260 [x]'],
  ['96405 ......... 1\n96406 ......... 1', '96405 ......... 1'],
  ['CODES\nLine  CPT     Units\n1     96406   1\n2     96405   1', 'CODES\nLine  CPT     Units\n2     96405   1'],
  ['CODES\n| CPT | Units |\n| 96405 | 1 |\n| 96406 | 1 |', 'CODES\n| CPT | Units |\n| 96405 | 1 |'],
].map(([charges = '', after = '']) => ({ rule: 'procedure-codes-exclusive', charges, after }));

const noteOf = ({ rule, charges }: Row): string => {
  if (rule === 'modifier-25-missing' || rule === 'modifier-25-misplaced' || rule === 'em-modifier-wrong')
    return exampleNote({ visit: separateEvaluation, charges });
  return exampleNote({ charges });
};

/** "99213 25", "99213 mod 25", "99213-25", a cell of a table, a box to tick: a code edit keeps to what the note does. */
describe('edits of codes in the style of the note', () => {
  const rows = [
    ...missing25,
    ...unsupported25,
    ...misplaced,
    ...otherModifier,
    ...missing,
    ...supply,
    ...otherFamily,
    ...exclusive,
  ];
  for (const row of rows) {
    for (const eol of ['\n', '\r\n']) {
      it(`${row.rule}: "${row.charges.replaceAll('\n', ' / ')}"${eol === '\n' ? '' : ', with CRLF'}`, () => {
        const text = noteOf(row).replaceAll('\n', eol);
        const [first] = offeredOn(text).filter(({ finding, fix }) => finding.rule === row.rule && fix.kind === 'code');
        assert.ok(first, `${row.rule} offers no edit of a code`);
        const expected = text.replace(row.charges.replaceAll('\n', eol), row.after.replaceAll('\n', eol));
        assert.equal(applyEdits(text, first.fix.edits), expected);
        assert.deepEqual(problemsOf(first), []);
      });
    }
  }

  it('corrects the number of lesions by moving the tick', () => {
    const text = exampleNote({ injection: nine, charges: 'Charges: [X] 96405  [ ] 96406' });
    const [first] = offeredOn(text).filter(({ finding }) => finding.rule === 'procedure-code-count-mismatch');
    assert.ok(first);
    assert.match(applyEdits(text, first.fix.edits), /Charges: \[ \] 96405 {2}\[X\] 96406/);
    assert.deepEqual(problemsOf(first), []);
  });
});
