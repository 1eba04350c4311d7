import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { analyze } from '../../server/analyze';
import { defaultConfiguration } from '../../server/configuration';
import { type Decision, withDecision, withoutDecision } from '../../server/review/decision';
import { decisionGrounds, judge, ruleVersion } from '../../server/review/judging';
import { emptyReview, writeReview } from '../../server/review/review-file';
import { exampleNote } from '../../server/rules/example-note';
import { parseMarked } from '../../server/rules/marked-note';
import { documentedRules as rules } from '../../server/rules/registry';
import { byHand, dismissing, judged, salt } from './dismissing';

const A = 'lesion-count-conflict';
/** Four lesions above, three below. */
const conflict = exampleNote({
  procedure: `Procedure: intralesional injection of methotrexate, ⟦4 lesions⟧{${A}}`,
  injection:
    'Three lesions (left shin, left calf, left ankle) were injected with methotrexate 25 mg/mL, 0.4 mL each, 1.2 mL in all, through a 30-gauge needle.',
});
const { text: plain } = parseMarked(conflict);
/** The rules of findings, less the suggestion that every example brings. */
const ids = (found: readonly { rule: string }[]) =>
  found.map(({ rule }) => rule).filter((rule) => rule !== 'supply-code-missing');

describe('a dismissed finding', () => {
  it('is told apart, with the decision', () => {
    const review = dismissing(conflict);
    const { open, dismissed, unused } = judged(plain, review);
    assert.deepEqual([ids(open), unused], [[], []]);
    assert.deepEqual(
      dismissed.map(({ finding, decision }) => [finding.rule, decision]),
      [[A, review.decisions[0]]],
    );
  });

  describe('stays dismissed', () => {
    for (const [when, after] of [
      ['when another line changes', plain.replace('Lot 4B117', 'Lot 5C200')],
      ['when it moves', `Patient seen with a chaperone.\n\n${plain}`],
      ['with Windows line endings', plain.replaceAll('\n', '\r\n')],
      ['when the lines are wrapped otherwise', plain.replace('were injected with', 'were injected\nwith')],
    ] as const) {
      it(when, () => {
        const { open, dismissed } = judged(after, dismissing(conflict));
        assert.deepEqual([ids(open), dismissed.length], [[], 1]);
      });
    }
  });

  describe('returns', () => {
    for (const [when, after] of [
      ['when a number changes', plain.replace('4 lesions', '5 lesions')],
      ['when the other number changes', plain.replace('Three lesions (left shin,', 'Two lesions (left shin and')],
    ] as const) {
      it(when, () => {
        const review = dismissing(conflict);
        const { open, dismissed, unused } = judged(after, review);
        assert.deepEqual([ids(open), dismissed, unused], [[A], [], review.decisions]);
      });
    }
    it('in another note', () => {
      const { open, dismissed, unused } = judged(plain, dismissing(conflict), 'b.procnote');
      assert.deepEqual([ids(open), dismissed, unused], [[A], [], []]);
    });
    it('when it is restored', () => {
      const review = dismissing(conflict);
      const [decision] = review.decisions;
      assert.ok(decision);
      assert.deepEqual(ids(judged(plain, withoutDecision(review, decision)).open), [A]);
    });
    it('under another salt', () => {
      const review = { ...dismissing(conflict), salt: `${salt}ff` };
      assert.deepEqual(ids(judged(plain, review).open), [A]);
    });
  });

  it('does not take another of its rule with it', () => {
    const note = exampleNote({ consent: 'Consent: ⟦***⟧{placeholder-unfilled}', lot: 'Lot: ***' });
    const { open, dismissed } = judged(parseMarked(note).text, dismissing(note));
    assert.deepEqual(
      [ids(open), ids(dismissed.map(({ finding }) => finding))],
      [['placeholder-unfilled'], ['placeholder-unfilled']],
    );
    const left = open.find(({ rule }) => rule === 'placeholder-unfilled');
    assert.ok(Number(left?.span.start) > Number(dismissed[0]?.finding.span.start));
  });

  for (const rule of rules) {
    it(`may be of ${rule.id}, and stays so with Windows line endings`, () => {
      const wrong = rule.docs.wrong.trimEnd();
      const { text, marks } = parseMarked(wrong);
      const review = dismissing(wrong);
      for (const note of [text, text.replaceAll('\n', '\r\n')]) {
        const { open, dismissed, unused } = judged(note, review);
        assert.deepEqual([dismissed.length, unused], [marks.length, []]);
        assert.ok(!open.some(({ rule: id }) => id === rule.id));
      }
    });
  }
});

describe('a decision', () => {
  it('is not called unused while its rule is off', () => {
    const off = { ...defaultConfiguration, rules: { [A]: 'off' } } as const;
    assert.deepEqual(judged(plain, dismissing(conflict), 'a.procnote', off).unused, []);
  });

  it('is not called unused while its rule waits for the answer to a query', () => {
    const query = analyze(plain)
      .findings.find(({ rule }) => rule === A)
      ?.fixes.find(({ kind }) => kind === 'query');
    const [edit] = query?.edits ?? [];
    assert.ok(edit);
    const asked = plain.slice(0, edit.span.start) + edit.newText + plain.slice(edit.span.end);
    const { dismissed, unused } = judged(asked, dismissing(conflict));
    assert.deepEqual([dismissed, unused], [[], []]);
  });

  it('is called unused where its rule is no more', () => {
    const review = dismissing(conflict);
    const gone = { ...review, decisions: review.decisions.map((each) => ({ ...each, rule: 'gone-rule' })) };
    assert.deepEqual(judged(plain, gone).unused, gone.decisions);
    assert.equal(ruleVersion('gone-rule'), undefined);
  });

  it('made twice counts as the later one', () => {
    const review = dismissing(conflict);
    const [first] = review.decisions;
    assert.ok(first);
    const again: Decision = { ...first, reviewer: 'B. Auditor', time: '2026-11-25T08:00:00Z' };
    for (const decisions of [
      [first, again],
      [again, first],
    ]) {
      assert.equal(judged(plain, { ...review, decisions }).dismissed[0]?.decision.reviewer, 'B. Auditor');
    }
    assert.deepEqual(withDecision(review, again).decisions, [again]);
  });
});

/** Every finding of a note dismissed, as the file that is kept. */
function fileOf(text: string): string {
  const analysis = analyze(text);
  const decisions = analysis.findings.map((finding) => ({
    ...byHand,
    ...decisionGrounds({ note: 'a.procnote', text, analysis }, finding, salt),
  }));
  const review = { ...emptyReview(salt), decisions };
  const { open } = judge({ note: 'a.procnote', text, analysis, configuration: defaultConfiguration }, review);
  assert.deepEqual(open, []);
  return writeReview(review);
}

describe('the file of decisions', () => {
  const runsOf = (text: string, length: number): string[] => {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    return words.slice(length - 1).map((_, index) => words.slice(index, index + length).join(' '));
  };
  const assertSaysNothingOf = (note: string) => {
    const file = fileOf(note).toLowerCase().replace(/\s+/g, ' ');
    assert.deepEqual(
      runsOf(note, 4).filter((run) => file.includes(run)),
      [],
    );
  };

  it('holds no four words of any note in a row', () => {
    const folders = ['samples', 'test/cases', 'test/corpus/dev', 'test/corpus/contrast'];
    const notes = folders.flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => /\.(?:procnote|txt)$/.test(name))
        .map((name) => readFileSync(`${folder}/${name}`, 'utf8')),
    );
    assert.ok(notes.length > 200);
    for (const note of notes) assertSaysNothingOf(note);
  }).timeout(120_000);

  it('holds no four words of whatever was written', () => {
    const word = fc.constantFrom(
      '96405',
      'injected',
      'nine',
      'lesions',
      'bleomycin',
      '***',
      'Consent:',
      'x 3',
      'left\nshin',
      'CPT',
    );
    const note = fc.array(word, { minLength: 4, maxLength: 30 }).map((words) => words.join(' '));
    fc.assert(fc.property(note, assertSaysNothingOf));
  }).timeout(60_000);
});
