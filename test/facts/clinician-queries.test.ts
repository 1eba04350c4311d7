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

  it('speak of no answer: the clinician may write anything', () => {
    const query = one('Dose: What amount was given? Answer: 0.4 mL, the bill is paid [ ] unable to determine');
    assert.deepEqual([query.open, query.payment], [false, []]);
  });

  it('keep their places whatever stands before, over the ends of lines too', () => {
    const text = 'Query to clinician\nDose: İ 🩺 e\u0301 please\n   document it.\n';
    const [query] = readQueryBlock(text)?.queries ?? [];
    assert.deepEqual(
      query?.leading.map(({ start, end }) => text.slice(start, end)),
      ['please\n   document'],
    );
  });

  for (const heading of [
    '# Query to clinician',
    '**Query to clinician**',
    '== QUERIES TO CLINICIAN ==',
    '[Query to clinician]',
  ]) {
    it(`stand under "${heading}"`, () => {
      assert.equal(readQueryBlock(`Note.\n\n${heading}\nDose: How much?\n`)?.queries.length, 1);
    });
  }
});

/** What is wrong with the wording of a query, if anything. */
function faults(line: string): string[] {
  const query = one(line);
  return [
    ...(query.leading.length > 0 ? ['suggests'] : []),
    ...(query.payment.length > 0 ? ['payment'] : []),
    ...(!query.openEnded && !(query.offersOther && query.offersUnableToDetermine) ? ['options'] : []),
  ];
}

describe('the wording of a query', () => {
  const suggests = [
    'Please document that eight lesions were injected.',
    'Please clarify that the evaluation was separate.',
    'Could you please document the third lesion?',
    'Kindly add a statement of medical necessity.',
    'We need you to state the number as eight.',
    'The note should say eight.',
    'How many lesions? It appears that eight were injected.',
    'How many were there, eight, don’t you agree?',
    'The exam lists eight lesions, is that correct? [ ] other [ ] unable to determine',
    'Eight were clearly injected; how many were there?',
    'What else was evaluated, in order to support the code?',
  ];
  for (const line of suggests) it(`suggests: ${line}`, () => assert.ok(faults(line).includes('suggests')));

  const payment = [
    'How many lesions were injected? This affects reimbursement.',
    'How many lesions were injected? We would be paid more for eight.',
    'What was evaluated? A higher level can be reported.',
    'What was evaluated? The claim will be denied without it.',
    'What was evaluated, so that the visit can be billed?',
    'What was discarded? The payer will not pay for it otherwise.',
  ];
  for (const line of payment) it(`speaks of payment: ${line}`, () => assert.ok(faults(line).includes('payment')));

  const options = [
    'Lesion count: How many were injected? [ ] 6 [ ] 8',
    'Lesion count: How many were injected? [ ] 6 [ ] 8 [ ] unable to determine',
    'Lesion count: How many were injected? [ ] 6 [ ] 8 [ ] other: ____',
    'Consent: Was consent obtained? [ ] yes [ ] no',
    'Lesion count: Were eight lesions injected?',
    'Evaluation: The note lists eczema. Was the evaluation separate? Answer: ____',
  ];
  for (const line of options) it(`lacks a way out: ${line}`, () => assert.deepEqual(faults(line), ['options']));

  const sound = [
    'Lesion count: The note states "Please document 8" and "7". How many were injected? [ ] 8 [ ] 7 [ ] other: ____ [ ] unable to determine',
    'Lesion count: How many lesions received the agent? Answer: ____  [ ] unable to determine',
    'Lesion count: Can you say how many lesions received the agent?',
    'Consent: Was consent obtained? [ ] yes [ ] no [ ] other: ____ [ ] unable to determine',
    'Could you state whether anything else was evaluated?',
    'Evaluation: The patient denied pain. What, if anything, was evaluated apart from the injection?',
    'Agent: The order names Kenalog and the log names bleomycin. Which agent was injected?',
    'Please state how many lesions were injected.',
    'Dose: What amount, if any, was discarded?',
  ];
  for (const line of sound) it(`is sound: ${line}`, () => assert.deepEqual(faults(line), []));
});
