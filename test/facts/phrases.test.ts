import assert from 'node:assert/strict';
import { Phrases } from '../../server/facts/phrases';

describe('phrases', () => {
  const phrases = new Phrases('(will|to) (be|) bill*', 'use # for');
  for (const [text, found] of [
    ['this will be billed later', true],
    ['to bill', true],
    ['will, be billed', true],
    ['will not bill', false],
    ['use 11900 for one', true],
    ['use it for one', false],
    ['', false],
  ] as const) {
    it(`${found ? 'finds' : 'finds none'} in "${text}"`, () => assert.equal(phrases.in(text), found));
  }

  it('knows where a text begins and ends with one', () => {
    assert.deepEqual(
      [
        phrases.open('to bill it'),
        phrases.open('how to bill'),
        phrases.close('how to bill'),
        phrases.close('to bill it'),
      ],
      [true, false, true, false],
    );
  });
});
