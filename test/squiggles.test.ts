import assert from 'node:assert/strict';
import { renderSquiggles, type Squiggle } from '../server/squiggles';

/** Findings of rule `r` at the given parts of the text. */
const at = (text: string, ...parts: string[]): Squiggle[] =>
  parts.map((part) => {
    const start = text.indexOf(part);
    return { rule: 'r', severity: 'error', message: 'm', span: { start, end: start + part.length } };
  });

describe('squiggles of a long line', () => {
  const text = `first ${'a '.repeat(100)}middle ${'b '.repeat(20)}near ${'c '.repeat(100)}last`;
  const render = (...parts: string[]) => renderSquiggles(text, at(text, ...parts), { width: 80 }).split('\n');

  it('shows the part around the finding, with the carets under it', () => {
    const [line = '', carets = ''] = render('middle');
    assert.equal(line.length, '1 | '.length + 80);
    assert.match(line, /^1 \| …[ab middle]+…$/);
    assert.equal(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1), 'middle');
    assert.match(carets, /\^ error r: m$/);
  });

  it('shows the start and the end of the line without an ellipsis there', () => {
    assert.match(render('first')[0] ?? '', /^1 \| first a .*…$/);
    assert.match(render('last')[0] ?? '', /^1 \| ….* c last$/);
  });

  it('shows one part for findings that fit in it, and another for one that does not', () => {
    const lines = render('middle', 'b b', 'last');
    assert.deepEqual(
      lines.map((line) => /^1 \|/.test(line)),
      [true, false, false, true, false],
    );
  });

  it('shows a finding that is longer than the part once, from its start', () => {
    const long = text.slice(50, 200);
    const lines = renderSquiggles(text, at(text, long), { width: 80 }).split('\n');
    assert.equal(lines.length, 2);
  });

  it('leaves lines that fit alone', () => {
    assert.equal(
      renderSquiggles('Code 96405', at('Code 96405', '96405'), { width: 10 }).split('\n')[0],
      '1 | Code 96405',
    );
  });
});
