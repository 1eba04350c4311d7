import assert from 'node:assert/strict';
import { defaultConfiguration } from '../../server/configuration';
import { checkRules } from '../../server/rules/check';
import { factsOf, type Given, type GivenProcedure } from './facts-builder';

const methotrexate = (lesions: number): GivenProcedure => ({ lesions });
const steroid = (lesions: number): GivenProcedure => ({
  lesions,
  agent: 'triamcinolone',
  agentClass: 'corticosteroid',
});

/** Rule, severity, the words without numbers, codes, bands and drugs, and the kinds of fix, in order. */
const terms = (given: Given): unknown[] =>
  checkRules(factsOf(given), defaultConfiguration).map(({ rule, severity, message, fixes }) => [
    rule,
    severity,
    message
      .replace(/1 to 7 lesions|8 or more lesions/g, 'BAND')
      .replace(/methotrexate|triamcinolone/g, 'AGENT')
      .replace(/an antineoplastic drug|a drug that is not antineoplastic/g, 'DRUG')
      .replace(/\d+( lesions?)?/g, 'N$1'),
    fixes.map(({ kind }) => kind),
  ]);

/** A code that says more than the note, and one that says less, are told in the same words. */
const mirrored: readonly (readonly [string, Given, Given])[] = [
  [
    'number of lesions',
    { text: 'Charges: 96405', procedures: [methotrexate(9)] },
    { text: 'Charges: 96406', procedures: [methotrexate(3)] },
  ],
  [
    'drug',
    { text: 'Charges: 11900', procedures: [methotrexate(3)] },
    { text: 'Charges: 96405', procedures: [steroid(3)] },
  ],
  [
    'both codes of a pair',
    { text: 'Charges: 96405, 96406', procedures: [methotrexate(3)] },
    { text: 'Charges: 96406, 96405', procedures: [methotrexate(9)] },
  ],
];

describe('findings that go up and down', () => {
  for (const [name, up, down] of mirrored) {
    it(`use the same words, severity and fixes: ${name}`, () => {
      assert.notEqual(terms(up).length, 0);
      assert.deepEqual(terms(up), terms(down));
    });
  }
});
