import assert from 'node:assert/strict';
import { defaultConfiguration } from '../../server/configuration';
import { applyEdits } from '../../server/edits';
import { checkRules } from '../../server/rules/check';
import type { Finding } from '../../server/rules/finding';
import { ruleCases } from './cases/all';
import { factsOf } from './facts-builder';
import { type RuleCase, unmet, withCrlf } from './rule-case';

const check = (given: RuleCase['given']): Finding[] =>
  checkRules(factsOf(given), { ...defaultConfiguration, ...given.configuration });

describe('rules', () => {
  for (const [family, cases] of Object.entries(ruleCases)) {
    describe(family, () => {
      for (const ruleCase of cases) {
        const { name, given } = ruleCase;
        it(name, () => assert.deepEqual(unmet(ruleCase, check(given)), []));

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
