import assert from 'node:assert/strict';
import { defaultConfiguration } from '../../server/configuration';
import { applyEdits } from '../../server/edits';
import { checkRules } from '../../server/rules/check';
import type { Finding } from '../../server/rules/finding';
import { ruleCases } from './cases/all';
import { factsOf } from './facts-builder';
import { type RuleCase, withCrlf } from './rule-case';

const check = (given: RuleCase['given']): Finding[] =>
  checkRules(factsOf(given), { ...defaultConfiguration, ...given.configuration });

const told = (text: string, { rule, span, message }: Finding): string =>
  `${rule} at "${text.slice(span.start, span.end)}": ${message}`;

describe('rules', () => {
  for (const [family, cases] of Object.entries(ruleCases)) {
    describe(family, () => {
      for (const { name, given, expect, fixes } of cases) {
        it(name, () => {
          const { text } = given;
          const findings = check(given);
          assert.deepEqual(
            findings.map((finding) => told(text, finding)),
            expect,
          );
          for (const [title, after] of Object.entries(fixes ?? {})) {
            const offered = findings.flatMap((finding) => finding.fixes);
            const fix = offered.find((each) => each.title === title);
            assert.ok(fix, `No fix "${title}" among:\n${offered.map((each) => each.title).join('\n')}`);
            assert.equal(applyEdits(text, fix.edits), after);
          }
        });

        it(`${name}, with CRLF`, () => {
          const before = check(given);
          const after = check(withCrlf(given));
          assert.deepEqual(
            after.map(({ rule }) => rule),
            before.map(({ rule }) => rule),
          );
          const text = withCrlf(given).text;
          for (const fix of after.flatMap((finding) => finding.fixes)) {
            const edited = applyEdits(text, fix.edits);
            assert.doesNotMatch(edited, /(?<!\r)\n/, `"${fix.title}" inserts a bare line feed`);
          }
        });
      }
    });
  }
});
