import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { analyze } from '../server/analyze';
import { renderSquiggles } from '../server/squiggles';

/** What each sample is there to show, and nothing besides. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'clean.procnote': [],
  'count-conflict.procnote': ['lesion-count-conflict'],
  'deferred-injection.procnote': ['procedure-code-not-performed'],
  'missing-25.procnote': ['modifier-25-missing'],
  'multi-agent.procnote': ['procedure-code-missing'],
  'unsupported-25.procnote': ['modifier-25-unsupported'],
  'wrong-band.procnote': ['procedure-code-count-mismatch'],
  'wrong-family.procnote': ['procedure-code-agent-mismatch'],
};

describe('samples', () => {
  it('are all expected here', () => {
    assert.deepEqual(readdirSync('samples').sort(), Object.keys(EXPECTED));
  });

  for (const [name, rules] of Object.entries(EXPECTED)) {
    it(`${name}: ${rules.join(', ') || 'nothing to report'}`, () => {
      const text = readFileSync(`samples/${name}`, 'utf8');
      const { findings } = analyze(text);
      assert.deepEqual(
        [...new Set(findings.map(({ rule }) => rule))].sort(),
        rules,
        `\n${renderSquiggles(text, findings)}`,
      );
    });
  }
});
