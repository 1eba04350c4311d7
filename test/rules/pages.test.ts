import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulePage, rulesIndex } from '../../server/rule-page';
import { rules } from '../../server/rules/registry';

const folder = join(__dirname, '../../docs/rules');
const onDisk = (name: string): string => readFileSync(join(folder, name), 'utf8');

describe('docs/rules', () => {
  it('has a page for each rule, an index, and nothing else', () => {
    const pages = ['README.md', ...rules.map(({ id }) => `${id}.md`)];
    assert.deepEqual(readdirSync(folder).sort(), pages.sort());
  });

  it('has the index that the rules give (npm run docs)', () => assert.equal(onDisk('README.md'), rulesIndex()));

  for (const rule of rules) {
    it(`has the page that ${rule.id} gives (npm run docs)`, () => {
      assert.equal(onDisk(`${rule.id}.md`), rulePage(rule));
    });
  }
});
