import assert from 'node:assert/strict';
import { isExcluded } from '../../server/excluded-paths';

describe('excluded paths', () => {
  for (const [glob, path, excluded] of [
    ['archive', 'archive/2019/a.txt', true],
    ['archive/', 'archive/a.txt', true],
    ['archive', 'notes/archive/a.txt', false],
    ['**/archive', 'notes/archive/2019/a.txt', true],
    ['archive/**', 'archive/a.txt', true],
    ['*.txt', 'a.txt', true],
    ['*.txt', 'notes/a.txt', false],
    ['**/*.txt', 'notes/a.txt', true],
    ['**/drafts/*.{txt,md}', 'notes/drafts/a.md', true],
    ['notes/?.txt', 'notes/a.txt', true],
    ['notes/?.txt', 'notes/ab.txt', false],
    ['**/.hidden', 'a/.hidden/b.txt', true],
    ['Notes', 'notes/a.txt', false],
    // A name with the marks of a glob, escaped by a class.
    ['odd[[]1].txt', 'odd[1].txt', true],
  ] as const) {
    it(`${glob} ${excluded ? 'leaves out' : 'leaves in'} ${path}`, () =>
      assert.equal(isExcluded(path, { [glob]: true }), excluded));
  }

  it('are none by default, and none that are taken back', () => {
    assert.equal(isExcluded('archive/a.txt', {}), false);
    assert.equal(isExcluded('archive/a.txt', { archive: false, drafts: true }), false);
  });
});
