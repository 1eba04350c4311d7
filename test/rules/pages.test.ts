import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulePage, rulesIndex } from '../../server/rule-page';
import { documentedRules as rules } from '../../server/rules/registry';

const folder = join(__dirname, '../../docs/rules');
const onDisk = (name: string): string => readFileSync(join(folder, name), 'utf8');

describe('docs/rules', () => {
  it('has a page for each rule, an index, and nothing else', () => {
    const pages = ['README.md', ...rules.map(({ id }) => `${id}.md`)];
    assert.deepEqual(readdirSync(folder).sort(), pages.sort());
  });

  it('has the index that the rules give (npm run docs)', () => assert.equal(onDisk('README.md'), rulesIndex()));

  it('has an index in which every rule has a finding, a fix or the reason why not, and a page', () => {
    const cells = rulesIndex()
      .split('\n')
      .filter((line) => line.startsWith('| ') && !line.startsWith('| --- '))
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
    assert.deepEqual(cells[0], ['Rule', 'Severity', 'Finds', 'Fixes', 'Page']);
    assert.deepEqual(
      cells.slice(1).map(([id]) => id),
      rules.map(({ id }) => id),
    );
    for (const row of cells) assert.ok(row.length === 5 && row.every((cell) => /\w/.test(cell)), row.join(' | '));
    for (const [id, , , fixes, page] of cells.slice(1)) {
      assert.match(fixes ?? '', /^(?:none: [A-Z].{20,}\.|(?:code|field|query)(?:, (?:code|field|query))*)$/, id);
      assert.equal(page, `[${id}.md](${id}.md)`);
    }
  });

  for (const rule of rules) {
    it(`has the page that ${rule.id} gives (npm run docs)`, () => {
      assert.equal(onDisk(`${rule.id}.md`), rulePage(rule));
    });
  }
});
