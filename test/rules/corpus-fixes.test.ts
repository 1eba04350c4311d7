import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../server/analyze';
import { applyEdits } from '../../server/edits';
import type { Finding } from '../../server/rules/finding';
import { takesOver } from './taking-over';

const folder = join(__dirname, '../corpus/dev');
const notes = readdirSync(folder).filter((name) => /^dev-0\d\d\.txt$/.test(name));

/** Notes that read otherwise once a line is added: a matter of the reading, not of the fix. */
const readOtherwise: readonly string[] = [
  // A field of a procedure makes a plan that told of the injection a plan for another day.
  'dev-011.txt',
  // The code is also spelt out in words, and only its figures are replaced.
  'dev-013.txt',
];

const isSerious = ({ severity }: Finding): boolean => severity === 'error' || severity === 'warning';
const count = (findings: readonly Finding[], rule: string): number =>
  findings.filter((finding) => finding.rule === rule).length;

describe('fixes on annotated notes', () => {
  for (const name of notes.filter((note) => !readOtherwise.includes(note))) {
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
