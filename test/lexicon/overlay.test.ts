import assert from 'node:assert/strict';
import { type Lexicon, lexiconOf } from '../../server/lexicon/lexicon';

const base = lexiconOf([
  { kind: 'agent', value: 'triamcinolone', tags: ['corticosteroid'], terms: ['triamcinolone', 'tac'] },
  { kind: 'noun', value: 'wart', tags: ['lesion'], terms: ['wart~'] },
  { kind: 'heading', value: 'procedure', terms: ['procedure'] },
]);

const over = () =>
  lexiconOf(
    [
      { kind: 'agent', value: 'tacrolimus', tags: ['other'], terms: ['tac'] },
      { kind: 'agent', value: 'sulodexide', tags: ['other'], terms: ['sulodexide', 'triamcinolone free mix'] },
      { kind: 'heading', value: 'plan', terms: ['roadmap'] },
    ],
    base,
  );

describe('a lexicon over another', () => {
  /** What is found at the first token, and how many tokens it takes. */
  const first = (lexicon: Lexicon, text: string) => {
    const found = lexicon.match(lexicon.tokenize(text), 0);
    return found && [found.terms.map(({ value }) => value), found.end];
  };

  for (const [text, own, shipped] of [
    ['triamcinolone', [['triamcinolone'], 1], [['triamcinolone'], 1]],
    ['warts', [['wart'], 1], [['wart'], 1]],
    ['sulodexide', [['sulodexide'], 1], null],
    // Of one length its own counts, else the longer one.
    ['TAC', [['tacrolimus'], 1], [['triamcinolone'], 1]],
    ['triamcinolone free mix', [['sulodexide'], 3], [['triamcinolone'], 1]],
  ] as const) {
    it(`reads "${text}", and the one below reads on as before`, () => {
      assert.deepEqual(first(over(), text), own);
      assert.deepEqual(first(base, text), shipped);
    });
  }

  it('knows headings, classes and misspellings of both', () => {
    const lexicon = over();
    const heading = (text: string) => lexicon.matchKind('heading', lexicon.tokenize(text), 0)?.terms[0]?.value;
    assert.deepEqual([heading('procedure'), heading('roadmap')], ['procedure', 'plan']);
    assert.deepEqual(
      ['triamcinolone', 'sulodexide', 'x'].map((name) => lexicon.agentClass(name)),
      ['corticosteroid', 'other', undefined],
    );
    assert.equal(lexicon.misspelt('triamcinolon')?.value, 'triamcinolone');
    assert.equal(lexicon.misspelt('sulodexid')?.value, 'sulodexide');
  });

  it('has the words of marks in common with the one below', () => {
    const lexicon = over();
    assert.equal(lexicon.isWord(lexicon.tokenize('-'), 0, '-'), true);
  });
});
