import assert from 'node:assert/strict';
import fc from 'fast-check';
import { evidenceHashes } from '../../server/review/evidence-hash';
import { parseMarked } from '../../server/rules/marked-note';
import { salt } from './dismissing';

const A = 'procedure-code-count-mismatch';
const B = 'placeholder-unfilled';

/**
 * The hashes of a note in which each mark is a finding of the rule it names; a mark labelled `says` is evidence of
 * the finding that is marked next.
 */
function hashes(marked: string, salted = salt): string[] {
  const { text, marks } = parseMarked(marked);
  let evidence: { span: { start: number; end: number }; says: string }[] = [];
  const findings = marks.flatMap(({ span, label }) => {
    if (label === 'says') {
      evidence.push({ span, says: '' });
      return [];
    }
    const finding = { rule: label, span, evidence };
    evidence = [];
    return [finding];
  });
  return evidenceHashes(text, findings, salted);
}

const counted = `⟦Nine warts\nof the left hand⟧{says} were injected.\nCharge: ⟦96405⟧{${A}}`;

describe('the hash of evidence', () => {
  describe('stays where the words are', () => {
    for (const [what, note] of [
      ['wrapped otherwise', `⟦Nine\r\n  warts of the left hand⟧{says} were injected.\nCharge: ⟦96405⟧{${A}}`],
      ['in capitals', `⟦NINE WARTS of the left hand⟧{says} were injected.\nCharge: ⟦96405⟧{${A}}`],
      ['with other spaces', `⟦Nine\u00a0warts  of the left\thand⟧{says} were injected.\nCharge: ⟦96405⟧{${A}}`],
      ['elsewhere', `A new line.\n\n⟦Nine warts of the left hand⟧{says} got it.\nCPT ⟦96405⟧{${A}} and 99213`],
    ] as const) {
      it(what, () => assert.deepEqual(hashes(note), hashes(counted)));
    }
    it('set with typographic signs', () =>
      assert.deepEqual(
        hashes('⟦patient’s lesion – “x”⟧{says}⟦a⟧{r}'),
        hashes('⟦patient\'s lesion - "x"⟧{says}⟦a⟧{r}'),
      ));
  });

  describe('changes with', () => {
    for (const [what, note] of [
      ['a number', counted.replace('Nine', 'Ten')],
      ['the words of the finding', counted.replace('96405', '96406')],
      ['the rule', counted.replace(A, 'procedure-code-units')],
      ['more evidence', `⟦Left.⟧{says}${counted}`],
      ['less evidence', counted.replace('⟦Nine', 'Nine').replace('⟧{says}', '')],
      ['where one word ends', counted.replace('left hand', 'lefthand')],
    ] as const) {
      it(what, () => assert.notDeepEqual(hashes(note), hashes(counted)));
    }
    it('the order of the evidence', () =>
      assert.notDeepEqual(hashes('⟦a⟧{says}⟦b⟧{says}⟦c⟧{r}'), hashes('⟦b⟧{says}⟦a⟧{says}⟦c⟧{r}')));
    it('what is the finding and what its evidence', () =>
      assert.notDeepEqual(hashes('⟦a⟧{says}⟦b⟧{r}'), hashes('⟦b⟧{says}⟦a⟧{r}')));
    it('the salt', () => assert.notDeepEqual(hashes(counted, `${salt}00`), hashes(counted)));
  });

  describe('of a finding that rests on nothing but its place', () => {
    it('tells two labels apart', () => {
      const [consent, lot] = hashes(`Consent: ⟦***⟧{${B}}\nLot: ⟦***⟧{${B}}`);
      assert.notEqual(consent, lot);
    });
    it('stays when the other is filled in', () => {
      const [, lot] = hashes(`Consent: ⟦***⟧{${B}}\nLot: ⟦***⟧{${B}}`);
      assert.deepEqual(hashes(`Consent: written\nLot: ⟦***⟧{${B}}`), [lot]);
    });
    it('changes with the word before it', () =>
      assert.notDeepEqual(hashes('Three ⟦injected⟧{r}'), hashes('Four ⟦injected⟧{r}')));
  });

  describe('of two findings of a rule with the same words', () => {
    it('is another for each, and changes for both where one goes or one more comes, for nobody could say which was meant', () => {
      const alike = 'Lot: a: ⟦***⟧{r}\nLot: a: ⟦***⟧{r}\n';
      const two = hashes(alike);
      assert.equal(new Set(two).size, 2);
      for (const others of [hashes('Lot: a: ⟦***⟧{r}\n'), hashes(`${alike}Lot: a: ⟦***⟧{r}\n`)])
        assert.deepEqual(
          others.filter((hash) => two.includes(hash)),
          [],
        );
    });
  });

  it('is 32 hexadecimal digits, and the same on every machine', () => {
    assert.deepEqual(hashes('⟦Nine warts⟧{says}⟦96405⟧{r}'), ['ebc5dc7135c1c2c75a923b8b0978f610']);
  });

  it('is answered for any text and spans', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    const span = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    const finding = fc.record({
      rule: fc.constantFrom('a', 'b'),
      span,
      evidence: fc.array(fc.record({ span, says: fc.constant('') }), { maxLength: 2 }),
    });
    fc.assert(
      fc.property(text, fc.array(finding, { maxLength: 5 }), (note, found) => {
        const all = evidenceHashes(note, found, salt);
        assert.equal(all.length, found.length);
        for (const hash of all) assert.match(hash, /^[0-9a-f]{32}$/);
        assert.equal(new Set(all).size, all.length, 'two findings of a note have one hash');
      }),
    );
  });
});
