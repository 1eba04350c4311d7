/**
 * Breaks the rules one at a time and looks whether the tests of this folder would notice: the tables of cases and the
 * marked examples of the pages. What none of them notices is a rule, or a fix, that nothing holds to what it says.
 */
import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { defaultConfiguration } from '../../server/configuration';
import { readFacts } from '../../server/facts/facts';
import { checkRules } from '../../server/rules/check';
import type { Finding, Fix } from '../../server/rules/finding';
import { parseMarked } from '../../server/rules/marked-note';
import { documentedRules as rules } from '../../server/rules/registry';
import { ruleCases } from './cases/all';
import { exampleFixes, fixedLines } from './example-fixes';
import { factsOf } from './facts-builder';
import { unmet } from './rule-case';

/** What a defect makes of the findings of a note. */
type Defect = (findings: readonly Finding[]) => readonly Finding[];

/** True where the findings are as expected. */
type Expectation = (defect: Defect) => boolean;

const tables: readonly Expectation[] = Object.values(ruleCases)
  .flat()
  .map((ruleCase) => {
    const { given } = ruleCase;
    const found = checkRules(factsOf(given), { ...defaultConfiguration, ...given.configuration });
    return (defect) => unmet(ruleCase, defect(found)).length === 0;
  });

const examples: readonly Expectation[] = rules.map(({ id, docs }) => {
  const { text, marks } = parseMarked(docs.wrong);
  const found = checkRules(readFacts(text), defaultConfiguration);
  const wanted = marks.filter(({ label }) => label === id).map(({ span }) => span);
  return (defect) => {
    const own = defect(found).filter(({ rule }) => rule === id);
    return (
      isDeepStrictEqual(
        own.map(({ span }) => span),
        wanted,
      ) && isDeepStrictEqual(fixedLines(text, own), exampleFixes[id])
    );
  };
});

const isNoticed = (defect: Defect, expectations: readonly Expectation[]): boolean =>
  expectations.some((holds) => !holds(defect));

const silent =
  (id: string): Defect =>
  (findings) =>
    findings.filter(({ rule }) => rule !== id);

/** Changes the fixes of one kind that a rule offers. */
const fixesOf =
  (id: string, kind: Fix['kind'], change: (fix: Fix) => readonly Fix[]): Defect =>
  (findings) =>
    findings.map((finding) =>
      finding.rule === id
        ? { ...finding, fixes: finding.fixes.flatMap((fix) => (fix.kind === kind ? change(fix) : [fix])) }
        : finding,
    );

const brokenFixes: Readonly<Record<string, (fix: Fix) => readonly Fix[]>> = {
  'is not offered': () => [],
  'writes something else': (fix) => [{ ...fix, edits: fix.edits.map((edit) => ({ ...edit, newText: '?' })) }],
  'makes one edit less': (fix) => [{ ...fix, edits: fix.edits.slice(1) }],
};

const defects: readonly (readonly [name: string, defect: Defect])[] = rules.flatMap(({ id, fixes }) => [
  [`${id} is silent`, silent(id)] as const,
  ...fixes.flatMap((kind) =>
    Object.entries(brokenFixes).map(
      ([how, change]) => [`${id}: its ${kind} ${how}`, fixesOf(id, kind, change)] as const,
    ),
  ),
]);

describe('the tests of the rules', () => {
  const expectations = [...tables, ...examples];

  it('all hold while nothing is broken', () => {
    assert.ok(!isNoticed((findings) => findings, expectations));
  });

  for (const [name, defect] of defects) {
    it(`notice that ${name}`, () => assert.ok(isNoticed(defect, expectations)));
  }

  it('would not notice it without the expectations that fail', () => {
    for (const [name, defect] of defects) {
      const blind = expectations.filter((holds) => holds(defect));
      assert.ok(blind.length < expectations.length && !isNoticed(defect, blind), name);
    }
  });

  it('notice each silent rule in the example of its page', () => {
    for (const { id } of rules) assert.ok(isNoticed(silent(id), examples), id);
  });
});
