import assert from 'node:assert/strict';
import { analyze } from '../../server/analyze';
import { type FormatName, formatters } from '../../server/cli/format/formats';
import type { CheckedNote } from '../../server/cli/format/report';
import type { Finding } from '../../server/rules/finding';

/** A note with findings of our own choosing, so that the form is tested apart from what rules find. */
function checked(
  file: string,
  text: string,
  marked: readonly [part: string, finding: Partial<Finding>][],
): CheckedNote {
  const findings = marked.map(([part, finding]): Finding => {
    const start = text.indexOf(part);
    const span = { start, end: start + part.length };
    return { rule: 'a-rule', severity: 'error', message: 'What disagrees.', span, evidence: [], fixes: [], ...finding };
  });
  return { file, text, analysis: { ...analyze(''), findings } };
}

const print = (format: FormatName, notes: readonly CheckedNote[], color = false): string => {
  const formatter = formatters[format]({ color, dismissed: false });
  return notes.map((note) => formatter.add(formatter.print(note))).join('') + formatter.end();
};

const clean = checked('clean.txt', 'Nothing here.\n', []);
const two = checked('two.txt', 'PROCEDURE\r\nFive lesions.\r\n\r\n\r\nCharge: 96406, 99213\r\n', [
  ['96406', { rule: 'procedure-code-count-mismatch', message: '96406 is for more than 7 lesions.' }],
  ['99213', { rule: 'em-not-separate', severity: 'warning', message: 'Nothing beyond the injection.' }],
]);

describe('stylish', () => {
  it('shows lines with carets under what was found, and counts', () => {
    assert.equal(
      print('stylish', [clean, two]),
      `two.txt
5 | Charge: 96406, 99213
  |         ^^^^^ error procedure-code-count-mismatch: 96406 is for more than 7 lesions.
  |                ^^^^^ warning em-not-separate: Nothing beyond the injection.

1 error, 1 warning in 1 of 2 notes.
`,
    );
  });

  it('says that nothing was found', () => {
    assert.equal(print('stylish', [clean]), 'No findings in 1 note.\n');
  });

  it('colours by severity where asked', () => {
    const colored = print('stylish', [two], true);
    assert.ok(colored.includes('\x1b[31m         ^^^^^ error procedure-code-count-mismatch'), colored);
    assert.ok(colored.includes('\x1b[33m                ^^^^^ warning em-not-separate'), colored);
  });

  it('lets no control character of a note or a name through to the terminal', () => {
    const hostile = checked('a\x1b[2Jb.txt', 'Code \x1b]0;owned\x07 96406 \u009b2J', [['96406', {}]]);
    assert.deepEqual(print('stylish', [hostile]).match(/[^\P{Cc}\n]/gu), null);
  });
});

describe('jsonl and json', () => {
  const report = {
    rule: 'procedure-code-count-mismatch',
    severity: 'error',
    message: '96406 is for more than 7 lesions.',
    range: { start: { line: 4, character: 8 }, end: { line: 4, character: 13 } },
    span: { start: 38, end: 43 },
    evidence: [],
    fixes: [],
  };

  it('prints one object a line, ranges from zero as editors count them', () => {
    const lines = print('jsonl', [clean, two]).trimEnd().split('\n');
    assert.equal(lines.length, 2);
    const [first, second] = lines.map((line) => JSON.parse(line));
    assert.deepEqual(Object.keys(first), ['file', 'summary', 'findings']);
    assert.deepEqual(Object.keys(first.summary), ['encounter', 'procedures', 'documentedCodes', 'visit']);
    assert.deepEqual(second.findings[0], report);
    assert.deepEqual(Object.keys(second.findings[0]), Object.keys(report));
  });

  it('prints the same objects as one array', () => {
    const lines = print('jsonl', [clean, two]).trimEnd().split('\n');
    assert.deepEqual(
      JSON.parse(print('json', [clean, two])),
      lines.map((line) => JSON.parse(line)),
    );
    assert.deepEqual(JSON.parse(print('json', [])), []);
  });
});
