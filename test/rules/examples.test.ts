import assert from 'node:assert/strict';
import { analyze } from '../../server/analyze';
import { applyEdits } from '../../server/edits';
import type { Finding } from '../../server/rules/finding';
import { parseMarked } from '../../server/rules/marked-note';
import { rules } from '../../server/rules/registry';
import { renderSquiggles } from '../../server/squiggles';
import { findings } from '../marked-text';
import { takesOver } from './taking-over';

const isSerious = ({ severity }: Finding): boolean => severity === 'error' || severity === 'warning';

const shown = (text: string, found: readonly Finding[]): string => renderSquiggles(text, found, { lines: 'all' });

/** The same note as other editors and writers leave it. */
const variants: Readonly<Record<string, (text: string) => string>> = {
  'as written': (text) => text,
  'with CRLF': (text) => text.replaceAll('\n', '\r\n'),
  'with characters of more than one unit before it': (text) => `𝒫atient: Zoë Nuñez 🩺\n${text}`,
  'without a last line ending': (text) => text.trimEnd(),
};

describe('examples of the pages', () => {
  for (const rule of rules) {
    describe(rule.id, () => {
      it('is found where the wrong note is marked', () => {
        assert.ok(parseMarked(rule.docs.wrong).marks.some(({ label }) => label === rule.id));
        findings(rule.docs.wrong, { rules: [rule.id] });
      });

      it('leaves the right note clean', () => {
        const { text } = parseMarked(rule.docs.right);
        const found = analyze(text).findings;
        const wanted = found.filter((finding) => finding.rule !== rule.id && !isSerious(finding));
        assert.deepEqual(found, wanted, shown(text, found));
      });

      for (const [variant, change] of Object.entries(variants)) {
        it(`is gone after each of its fixes, ${variant}`, () => {
          const text = change(parseMarked(rule.docs.wrong).text);
          const before = analyze(text).findings;
          const own = before.filter((finding) => finding.rule === rule.id);
          assert.notEqual(own.length, 0, shown(text, before));
          for (const [finding, fix] of own.flatMap((each) => each.fixes.map((offered) => [each, offered] as const))) {
            const edited = applyEdits(text, fix.edits);
            const after = analyze(edited).findings;
            const rulesBefore = new Set(before.filter(isSerious).map((each) => each.rule));
            const allowed = new Set([
              ...rulesBefore,
              ...(fix.kind === 'code' ? [] : ['placeholder-unfilled']),
              takesOver(finding, fix) ?? '',
            ]);
            const left = after.filter((each) => each.rule === rule.id);
            assert.ok(left.length < own.length, `"${fix.title}" leaves its finding:\n${shown(edited, after)}`);
            const added = after.filter((each) => isSerious(each) && !allowed.has(each.rule));
            assert.deepEqual(added, [], `"${fix.title}" adds a finding:\n${shown(edited, after)}`);
            if (fix.kind !== 'code') {
              assert.ok(
                after.some((each) => each.rule === 'placeholder-unfilled'),
                `"${fix.title}" is not reported as open:\n${shown(edited, after)}`,
              );
            }
          }
        });
      }
    });
  }
});
