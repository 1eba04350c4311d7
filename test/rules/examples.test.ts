import assert from 'node:assert/strict';
import { analyze } from '../../server/analyze';
import type { Finding } from '../../server/rules/finding';
import { parseMarked } from '../../server/rules/marked-note';
import { documentedRules as rules } from '../../server/rules/registry';
import { renderSquiggles } from '../../server/squiggles';
import { findings } from '../marked-text';
import { exampleFixes, fixedLines } from './example-fixes';

const isSerious = ({ severity }: Finding): boolean => severity === 'error' || severity === 'warning';

const shown = (text: string, found: readonly Finding[]): string => renderSquiggles(text, found, { lines: 'all' });

describe('examples of the pages', () => {
  for (const rule of rules) {
    describe(rule.id, () => {
      it('is found where the wrong note is marked, with its fixes', () => {
        assert.ok(parseMarked(rule.docs.wrong).marks.some(({ label }) => label === rule.id));
        const found = findings(rule.docs.wrong, { rules: [rule.id] });
        const { text } = parseMarked(rule.docs.wrong);
        assert.deepEqual(fixedLines(text, found), exampleFixes[rule.id]);
      });

      it('leaves the right note clean', () => {
        const { text } = parseMarked(rule.docs.right);
        const found = analyze(text).findings;
        const wanted = found.filter((finding) => finding.rule !== rule.id && !isSerious(finding));
        assert.deepEqual(found, wanted, shown(text, found));
      });
    });
  }
});
