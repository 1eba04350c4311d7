import assert from 'node:assert/strict';
import { analyze } from '../../server/analyze';

/** Notes of one content in several layouts: six warts treated with bleomycin today. */
const layouts: Readonly<Record<string, string>> = {
  narrative: `PROCEDURE NOTE   DOS 04/14/2026
Dx: plantar warts
Consent signed.
Bleomycin 1 U/mL was injected into six warts of the right sole, 0.1 mL in each.
Keep dry until morning. Return in 4 weeks.
Charge: 96405
`,
  list: `PROCEDURE NOTE   DOS 04/14/2026
Dx: plantar warts
Consent signed.
Bleomycin 1 U/mL was injected:
- R heel 0.1 mL
- R arch 0.1 mL
- R great toe 0.1 mL
- L heel 0.1 mL
- L arch 0.1 mL
- L great toe 0.1 mL
Keep dry until morning. Return in 4 weeks.
Charge: 96405
`,
  table: `PROCEDURE NOTE   DOS 04/14/2026
Dx: plantar warts
Bleomycin 1 U/mL, intralesional
| # | Site | mL |
|---|------|----|
| 1 | R heel | 0.1 |
| 2 | R arch | 0.1 |
| 3 | R great toe | 0.1 |
| 4 | L heel | 0.1 |
| 5 | L arch | 0.1 |
| 6 | L great toe | 0.1 |

Keep dry until morning. Return in 4 weeks.
Charge: 96405
`,
};

const lesionsOf = (text: string): (number | null)[] => analyze(text).summary.procedures.map(({ lesions }) => lesions);

function change(text: string, from: string | RegExp, to: string): string {
  const changed = text.replace(from, to);
  assert.notEqual(changed, text, `the note has no ${from}`);
  return changed;
}

describe('a change of content changes the reading as it should', () => {
  for (const [name, text] of Object.entries(layouts)) {
    it(`${name}: as it is, six`, () => assert.deepEqual(lesionsOf(text), [6]));
  }

  it('one more row adds one', () => {
    assert.deepEqual(
      lesionsOf(change(layouts.list ?? '', '- L great toe 0.1 mL', '- L great toe 0.1 mL\n- L fifth toe 0.1 mL')),
      [7],
    );
    assert.deepEqual(
      lesionsOf(
        change(
          layouts.table ?? '',
          '| 6 | L great toe | 0.1 |',
          '| 6 | L great toe | 0.1 |\n| 7 | L fifth toe | 0.1 |',
        ),
      ),
      [7],
    );
  });

  it('a row that was not injected takes one off', () => {
    assert.deepEqual(lesionsOf(change(layouts.list ?? '', '- L arch 0.1 mL', '- L arch: clear, not injected')), [5]);
    assert.deepEqual(lesionsOf(change(layouts.table ?? '', '| 5 | L arch | 0.1 |', '| 5 | L arch | - |')), [5]);
  });

  it('"all but one of the six" takes one off', () => {
    assert.deepEqual(lesionsOf(change(layouts.narrative ?? '', 'six warts', 'all but one of the six warts')), [5]);
  });

  it('"will be injected" empties the procedures', () => {
    for (const name of ['narrative', 'list']) {
      assert.deepEqual(lesionsOf(change(layouts[name] ?? '', 'was injected', 'will be injected next month')), [], name);
    }
  });

  it('"was not injected" empties the procedures', () => {
    assert.deepEqual(lesionsOf(change(layouts.narrative ?? '', 'was injected', 'was not injected')), []);
  });

  it('under a heading of history nothing was injected today', () => {
    assert.deepEqual(lesionsOf(change(layouts.narrative ?? '', 'Consent signed.', 'PREVIOUS TREATMENT')), []);
  });

  it('a date of another month in front makes it history', () => {
    assert.deepEqual(
      lesionsOf(change(layouts.narrative ?? '', 'Bleomycin 1 U/mL', '03/10/2026: Bleomycin 1 U/mL')),
      [],
    );
  });

  it('an eighth lesion changes the code, a seventh does not', () => {
    const codes = (number: string) =>
      analyze(change(layouts.narrative ?? '', 'six', number)).summary.procedures.map(({ code }) => code);
    assert.deepEqual(codes('seven'), ['96405']);
    assert.deepEqual(codes('eight'), ['96406']);
  });

  it('a steroid in place of the chemotherapy changes the family', () => {
    const { procedures } = analyze(change(layouts.narrative ?? '', 'Bleomycin 1 U/mL', 'Kenalog 10')).summary;
    assert.deepEqual(
      procedures.map(({ code }) => code),
      ['11900'],
    );
  });
});
