import { strict as assert } from 'node:assert';
import { shippedLexicon } from '../../server/lexicon/lexicon';
import { distance } from '../../server/lexicon/misspelling';
import { readText } from '../../server/lexicon/read';

const agentIn = (text: string): string | null => {
  const found = readText(shippedLexicon(), text).mentions.find((mention) => mention.kind === 'agent');
  return found?.kind === 'agent' ? found.term.value : null;
};

describe('misspelt agents', () => {
  const right: [string, string][] = [
    ['triamcinalone', 'triamcinolone'],
    ['triamicinolone', 'triamcinolone'],
    ['methotrxate', 'methotrexate'],
    ['bleomycen', 'bleomycin'],
    ['vinblatine', 'vinblastine'],
    ['fluoruoracil', 'fluorouracil'],
    ['hyaluronidaze', 'hyaluronidase'],
  ];
  for (const [word, name] of right) it(`${word} is ${name}`, () => assert.equal(agentIn(word), name));

  const ordinary = [
    'interfering',
    'interference',
    'prednisone',
    'doxycycline',
    'hyaluronic',
    'neomycin',
    'erythromycin',
    'clindamycin',
    'methylene',
    'verrucous',
    'collagenous',
    'capsulated',
  ];
  for (const word of ordinary) it(`${word} is no agent`, () => assert.equal(agentIn(word), null));

  it('counts insertions, deletions, replacements and swaps', () => {
    assert.equal(distance('kitten', 'sitting'), 3);
    assert.equal(distance('abdc', 'abcd'), 1);
    assert.equal(distance('', 'abc'), 3);
  });
});
