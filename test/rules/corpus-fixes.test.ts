import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../server/analyze';
import { applyEdits } from '../../server/edits';
import type { Finding } from '../../server/rules/finding';
import { takesOver } from './taking-over';

const folder = join(__dirname, '../corpus/dev');
const notes = readdirSync(folder).filter((name) => /^dev-\d{3}\.txt$/.test(name));

const isSerious = ({ severity }: Finding): boolean => severity === 'error' || severity === 'warning';
const count = (findings: readonly Finding[], rule: string): number =>
  findings.filter((finding) => finding.rule === rule).length;

describe('fixes on annotated notes', () => {
  for (const name of notes) {
    it(`${name}: each takes its finding away and brings no other but the open field`, () => {
      const text = readFileSync(join(folder, name), 'utf8');
      const before = analyze(text).findings;
      for (const finding of before) {
        for (const fix of finding.fixes) {
          const after = analyze(applyEdits(text, fix.edits)).findings;
          const what = `${finding.rule}: ${fix.title}`;
          assert.ok(count(after, finding.rule) < count(before, finding.rule), `${what} leaves its finding`);
          const allowed = new Set([
            ...before.map(({ rule }) => rule),
            ...(fix.kind === 'code' ? [] : ['placeholder-unfilled']),
            takesOver(finding, fix) ?? '',
          ]);
          const added = after.filter((each) => isSerious(each) && !allowed.has(each.rule)).map(({ rule }) => rule);
          assert.deepEqual(added, [], `${what} brings another finding`);
          const opened = count(after, 'placeholder-unfilled') - count(before, 'placeholder-unfilled');
          assert.ok(fix.kind === 'code' || opened > 0, `${what} is not reported as open`);
        }
      }
    });
  }
});
