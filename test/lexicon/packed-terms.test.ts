import assert from 'node:assert/strict';
import { packNumbers, unpackNumbers } from '../../server/lexicon/packed-numbers';
import { packTerms, unpackTerms } from '../../server/lexicon/packed-terms';
import { shippedTerms } from '../../server/lexicon/shipped-terms';

describe('the lexicon as it ships', () => {
  it('says packed what it says in its tables', () => {
    const shipped = shippedTerms();
    const packed = packTerms(shipped);
    assert.deepEqual(unpackTerms(packed), shipped);
    assert.deepEqual(unpackTerms(JSON.parse(JSON.stringify(packed))), shipped);
  });

  it('packs every number that it takes, without a character that a string escapes', () => {
    const numbers = Array.from({ length: 18_481 }, (_, number) => number);
    const text = packNumbers(numbers);
    assert.deepEqual(unpackNumbers(text), numbers);
    assert.doesNotMatch(text, /[^!-~]|["'`\\$]/);
  });

  for (const number of [-1, 18_481]) {
    it(`refuses ${number}`, () => {
      assert.throws(() => packNumbers([number]), RangeError);
    });
  }
});
