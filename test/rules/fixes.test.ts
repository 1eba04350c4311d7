import assert from 'node:assert/strict';
import { exampleNote } from '../../server/rules/example-note';
import type { Fix } from '../../server/rules/finding';
import { annotated, forms, samples, wrongExamples } from './fix-notes';
import { type Offered, offeredOn, problemsOf } from './fix-property';

/** Each problem with the note and the fix it is of. */
const told = (name: string, fixes: readonly Offered[]): string[] =>
  fixes.flatMap((offered) =>
    problemsOf(offered).map((problem) => `${name}: ${offered.finding.rule}: "${offered.fix.title}": ${problem}`),
  );

/**
 * A fix takes its finding away, brings no error or warning but the field it opens, changes nothing but its own place,
 * and is not offered a second time.
 */
describe('every fix', () => {
  for (const { name: form, change } of forms) {
    it(`of the rules' examples does what it says: ${form}`, () => {
      for (const { name, text } of wrongExamples) {
        const own = offeredOn(change(text)).filter(({ finding }) => finding.rule === name);
        assert.deepEqual(told(name, own), []);
      }
    });

    it(`of the samples does what it says: ${form}`, () => {
      const problems = samples.flatMap(({ name, text }) => told(name, offeredOn(change(text))));
      assert.deepEqual(problems, []);
    });
  }

  // `npm run test:fixes` tries all of them in every form; here the forms take turns, and so do a note's hints.
  it('of the annotated notes does what it says', () => {
    let tried = 0;
    const problems = annotated.flatMap(({ name, text }, at) => {
      const offered = offeredOn(forms[at % forms.length]?.change(text) ?? text);
      const hints = offered.filter(({ finding }) => finding.severity === 'hint');
      const fixes = [
        ...offered.filter(({ finding }) => finding.severity !== 'hint'),
        ...hints.filter((_, index) => at % 2 === 0 && index === at % hints.length),
      ];
      tried += fixes.length;
      return told(name, fixes);
    });
    assert.ok(tried > 600, `only ${tried} fixes`);
    assert.deepEqual(problems, []);
  });
});

/** What each fix of the note below is held to is told apart by a fix that does not keep to it. */
describe('a fix that does not do what it says', () => {
  const text = exampleNote({ charges: 'Charges: 96406' });
  const [right] = offeredOn(text).filter(({ finding }) => finding.rule === 'procedure-code-count-mismatch');
  const at = text.indexOf('96406');
  const end = text.length;
  const edit = (start: number, stop: number, newText: string) => ({ span: { start, end: stop }, newText });
  const wrong: readonly (readonly [problem: string, kind: Fix['kind'], edits: Fix['edits']])[] = [
    ['it edits nothing', 'code', []],
    ['an edit lies outside the note', 'code', [edit(end, end + 1, '')]],
    ['an edit overlaps another', 'code', [edit(at, at + 5, '96405'), edit(at + 2, at + 5, '')]],
    ['an edit changes nothing', 'code', [edit(at, at + 5, '96406')]],
    ['an edit takes text of the note out', 'field', [edit(at, at + 5, 'Dose: ***')]],
    ['an edit is wider than its change: " 96406" by " 96405"', 'code', [edit(at - 1, at + 5, ' 96405')]],
    ['an edit inserts a line ending that is not of the note', 'field', [edit(end, end, '\r\nDose given: ***')]],
    ['the finding is still there', 'code', [edit(at + 5, at + 5, ' x 1')]],
    ['what it opens is not reported as open, once', 'field', [edit(end, end, 'Dose given: see log\n')]],
    ['it brings procedure-code-agent-mismatch', 'code', [edit(at, at + 5, '11900')]],
    ['the note reads as another procedure', 'field', [edit(0, 0, 'Nine lesions were injected today.\n')]],
    ['the note reads as coded otherwise', 'field', [edit(at, at, '99213, ')]],
    ['it does not read back as one query', 'query', [edit(end, end, '\nHow many lesions? ____\n')]],
    ['the query has no subject', 'query', [edit(end, end, '\nQuery to clinician\nHow many? Answer: ____')]],
    [
      'the query suggests its answer',
      'query',
      [edit(end, end, '\nQuery to clinician\nLesion count: Please document that three were injected.')],
    ],
    [
      'the query lacks "other"',
      'query',
      [edit(end, end, '\nQuery to clinician\nLesion count: How many? [ ] 3 [ ] unable to determine')],
    ],
  ];
  for (const [problem, kind, edits] of wrong) {
    it(`is told: ${problem}`, () => {
      assert.ok(right);
      const problems = problemsOf({ ...right, fix: { ...right.fix, kind, edits } });
      assert.ok(problems.includes(problem), JSON.stringify(problems));
    });
  }

  it('splits no character', () => {
    const emoji = `🩺 ${text}`;
    const [offered] = offeredOn(emoji);
    assert.ok(offered);
    const fix: Fix = { title: '', kind: 'field', edits: [edit(1, 1, 'Dose: ***')] };
    assert.deepEqual(problemsOf({ ...offered, fix }), ['an edit splits a character']);
  });
});
