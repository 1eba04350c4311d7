import { strict as assert } from 'node:assert';
import { describeSettled, type Row, settled } from './settled';

const form = (body: string): string =>
  `FOOT CLINIC     VERRUCA FORM\nName  D. O.     Date  11/06/2024\nDx              \u2612 Plantar wart B07.0   \u2610 Corn L84\n\n${body}\n\nConsent         \u2612 Signed today\nReturn          \u2612 4 wk\n`;

const cases = (title: string, rows: readonly Row[]): void => describeSettled(title, rows, form, true);

const grid = (rows: string): string => `                               R foot      L foot\n${rows}`;
const drug = '\n\nDrug            \u2612 Bleomycin 1 U/mL   \u2610 Candida   \u2610 Other        Per wart 0.1 mL';

cases('only a ticked option is said', [
  [
    'another drug in the list',
    `3 warts were injected.\nDrug   \u2610 Bleomycin   \u2612 Candida 0.3 mL   \u2610 Other`,
    'candida antigen 3',
  ],
  ['boxes of brackets', '3 warts were injected.\nDrug: [ ] bleomycin  [x] candida antigen 0.3 mL', 'candida antigen 3'],
  [
    'boxes behind their words',
    '3 warts were injected.\nDrug: bleomycin [ ]  candida antigen 0.3 mL [x]',
    'candida antigen 3',
  ],
  [
    'one option to a line',
    '3 warts were injected.\n[ ] Bleomycin\n[x] Candida antigen 0.3 mL\n[ ] Kenalog',
    'candida antigen 3',
  ],
  ['an injection not ticked', '[ ] Injected 4 warts with bleomycin\n[x] Cryotherapy x4', '-'],
  ['an injection ticked', '[x] Injected 4 warts with bleomycin 1 U/mL, 0.1 mL each\n[ ] Cryotherapy', 'bleomycin 4'],
  ['nothing ticked', '[ ] Bleomycin injected\n[ ] Candida injected\n[ ] Cryotherapy', '-'],
]);

cases('lines that count by place', [
  ['two sides add up', grid(`  \u2612 Injected                   4           3${drug}`), 'bleomycin 7'],
  [
    'what is seen, pared and frozen does not count',
    grid(
      `Warts counted                  6           5\nPared                          6           5\n  \u2612 Cryo                       2           2\n  \u2612 Injected                   4           3${drug}`,
    ),
    'bleomycin 7',
  ],
  [
    'a row whose box is open',
    grid(
      `  \u2612 Cryo                       2           2\n  \u2610 Injected                   4           3${drug.replace('\u2612', '\u2610')}`,
    ),
    '-',
  ],
  [
    'one side only',
    grid(`Warts counted                  6           0\n  \u2612 Injected                   1           0${drug}`),
    'bleomycin 1',
  ],
  [
    'left open',
    grid(
      `Warts counted                  ____        ____\n  \u2612 Injected                   ____        ____${drug}`,
    ),
    'bleomycin ?missing',
  ],
  [
    'without boxes',
    grid(`Warts counted                  6           5\nInjected                       4           3${drug}`),
    'bleomycin 7',
  ],
  ['in one line', `Warts found     R 3   L 2            Warts injected      R 2   L 1${drug}`, 'bleomycin 3'],
  [
    'in one line, with a remark',
    `Warts injected      R 2   L 1      (R heel one is soft, left alone)${drug}`,
    'bleomycin 3',
  ],
  ['three places', `                Hands    Feet    Knees\nInjected        2        3       1${drug}`, 'bleomycin 6'],
]);

cases('fields of lesions by their numbers', [
  ['a range', `Lesions inj   Nos 1 through 8     (9 and 10 crusted over, skipped)${drug}`, 'bleomycin 8'],
  ['a range among others', `Lesions inj   Nos. 1-4 and 6     (5 frozen)${drug}`, 'bleomycin 5'],
  ['a number and its parts', `Warts injected: 14     Nos. 1-9 R foot, 10-14 L foot${drug}`, 'bleomycin 14'],
]);

const question = (answer: string): string =>
  `PROCEDURE NOTE   DOS 04/14/2026\nDx: keloids of the trunk\nConsent signed.\nAgent: Kenalog 10 mg/mL\n${answer}\nKeep dry.\n`;

describe('questions of a form and their ticked answers', () => {
  const rows: readonly (readonly [answer: string, expected: string])[] = [
    ['Injected:  [x] Yes  [ ] No     # lesions: 4', '4'],
    ['Injected:  [ ] Yes  [x] No     # lesions: 4', '-'],
    ['Injected: \u2612 Yes \u2610 No   # of keloids: 4\nBiopsied: \u2610 Yes \u2612 No', '4'],
    ['Injection deferred: \u2610 Yes \u2612 No\nKeloids injected: 4', '4'],
    ['Status: [ ] performed  [x] deferred\nNumber of lesions: 4', '-'],
    ['Treatment: [x] Intralesional Kenalog 10  [ ] cryotherapy\nNo. of keloids: 5', '5'],
    ['Treatment: [ ] Intralesional Kenalog 10  [x] cryotherapy\nNo. of keloids: 5', '-'],
    ['Lesions injected: [ ] 1 [ ] 2 [x] 3 [ ] 4', '3'],
    ['Number injected: (x) 1-7  ( ) 8 or more', '?vague'],
    ['Kenalog 10 injected into:\n[x] R ear\n[ ] L ear\n[ ] neck\n[ ] back\n[x] chest x2', '3'],
    ['Lesions injected with Kenalog 10: [x] R ear  [ ] L ear  [x] chest', '2'],
    ['Exam of [x] face [x] neck [x] back normal. One keloid injected with Kenalog 10.', '1'],
  ];
  for (const [answer, expected] of rows)
    it(`${expected}: ${answer.replaceAll('\n', ' / ')}`, () => assert.equal(settled(question(answer)), expected));
});
