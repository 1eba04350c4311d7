import assert from 'node:assert/strict';
import { analyze } from '../../server/analyze';
import { exampleNote } from '../../server/rules/example-note';

const note = (field: string): string =>
  exampleNote({
    injection: `The lesions were injected with methotrexate, 1.2 mL in all.\n${field}`,
    charges: null,
  });
const rulesOf = (text: string): string[] => analyze(text).findings.map(({ rule }) => rule);

describe('an open field for the lesion count', () => {
  it('of the template is a finding beside the missing count', () => {
    const rules = rulesOf(note('Number of lesions injected: ***'));
    assert.ok(rules.includes('placeholder-unfilled') && rules.includes('lesion-count-missing'));
  });

  it('that a fix inserted stands for the missing count until it is filled', () => {
    const rules = rulesOf(note('Lesions treated: ***'));
    assert.ok(rules.includes('placeholder-unfilled') && !rules.includes('lesion-count-missing'));
  });
});
