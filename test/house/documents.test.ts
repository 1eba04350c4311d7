import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The pages people read first. */
const PAGES = [
  'README.md',
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  'docs/releases.md',
  'docs/settings.md',
  'docs/rules/README.md',
];
const FOLDERS = /^(?:server|client|test|docs|samples|snippets|syntaxes|scripts)\//;

describe('documents', () => {
  for (const page of PAGES) {
    const text = readFileSync(page, 'utf8');

    it(`${page}: every link within the repository leads somewhere`, () => {
      const targets = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, target = '']) => target);
      assert.deepEqual(
        targets.filter((target) => !/^[a-z]+:/.test(target) && !existsSync(join(dirname(page), target))),
        [],
      );
    });

    it(`${page}: every file it names is there`, () => {
      const named = [...text.matchAll(/`([^`\n]+)`/g)].map(([, name = '']) => name);
      assert.deepEqual(
        named.filter((name) => FOLDERS.test(name) && !name.includes('*') && !existsSync(name)),
        [],
      );
    });

    it(`${page}: every script it runs is there`, () => {
      const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
      const run = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, script = '']) => script);
      assert.deepEqual(
        run.filter((script) => !(script in scripts)),
        [],
      );
    });
  }

  it('README.md says on the first screen that the text stays here', () => {
    const first = readFileSync('README.md', 'utf8').split('\n').slice(0, 15).join('\n');
    assert.match(first, /Your text never leaves the machine/);
  });

  it('ARCHITECTURE.md is short enough to be read', () => {
    assert.ok(readFileSync('ARCHITECTURE.md', 'utf8').split('\n').length < 150);
  });
});
