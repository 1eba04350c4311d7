import assert from 'node:assert/strict';
import { readQueryBlock } from '../../server/facts/clinician-queries';
import type { ClinicianQuery } from '../../server/facts/model';

const one = (line: string): ClinicianQuery => {
  const [query] = readQueryBlock(`Note.\n\nQuery to clinician\n${line}\n`)?.queries ?? [];
  assert.ok(query, 'no query is read');
  return query;
};

describe('queries to the clinician', () => {
  it('are none without the heading', () => assert.equal(readQueryBlock('We query the count.\n'), null));

  for (const eol of ['\n', '\r\n']) {
    it(`are read line by line to the blank line (${JSON.stringify(eol)})`, () => {
      const text = [
        'A.',
        '',
        'QUERY TO CLINICIAN:',
        'Lesion count: how many?',
        '  [ ] 6',
        '- Who? ',
        '2. Dose: x',
        '',
        'B.',
      ].join(eol);
      const block = readQueryBlock(text);
      assert.deepEqual(
        block?.queries.map(({ span, subject }) => [text.slice(span.start, span.end), subject]),
        [
          [`Lesion count: how many?${eol}  [ ] 6`, 'lesion-count'],
          ['- Who?', null],
          ['2. Dose: x', 'dose'],
        ],
      );
      assert.equal(text.slice(block?.span.start, block?.span.end).endsWith('Dose: x'), true);
    });
  }

  for (const [line, open] of [
    ['Lesion count: How many? [ ] 6  [ ] 8  [ ] other: ____  [ ] unable to determine', true],
    ['Lesion count: How many? [x] 6  [ ] 8  [ ] other: ____  [ ] unable to determine', false],
    ['Lesion count: How many? [X] 6  [ ] 8', false],
    ['Lesion count: How many? Answer: ____  [ ] unable to determine', true],
    ['Lesion count: How many? Answer: six  [ ] unable to determine', false],
    ['Lesion count: How many? Answer: ____  [x] unable to determine', false],
    ['Lesion count: How many?', true],
    ['Lesion count: How many? Response: 6', false],
  ] as const) {
    it(`${open ? 'waits' : 'is answered'}: ${line}`, () => assert.equal(one(line).open, open));
  }

  for (const [line, openEnded, other, unable] of [
    ['How many? [ ] 6 [ ] 8 [ ] other: ____ [ ] unable to determine', false, true, true],
    ['How many? [ ] 6 [ ] 8', false, false, false],
    ['How many? Answer: ____  [ ] unable to determine', true, false, true],
    ['How many?', true, false, false],
  ] as const) {
    it(`offers what it offers: ${line}`, () => {
      const query = one(line);
      assert.deepEqual([query.openEnded, query.offersOther, query.offersUnableToDetermine], [openEnded, other, unable]);
    });
  }

  it('finds words that suggest the answer or speak of payment, outside quotations', () => {
    const text = 'Query to clinician\nPlease document that 8 were injected so that we can bill. "clearly paid" unpaid';
    const [query] = readQueryBlock(text)?.queries ?? [];
    const words = (spans: ClinicianQuery['leading']) => spans.map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(words(query?.leading ?? []), ['Please document', 'so that we can']);
    assert.deepEqual(words(query?.payment ?? []), ['bill']);
  });
});
