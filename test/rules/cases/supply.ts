import type { ClinicianQuery } from '../../../server/facts/model';
import type { GivenProcedure } from '../facts-builder';
import type { RuleCase } from '../rule-case';

const drug = (amount: number, more: Partial<NonNullable<GivenProcedure['supply']>> = {}) => ({
  amount,
  unit: 'mg',
  discarded: null,
  container: null,
  ...more,
});
const methotrexate = (amount: number, more: Partial<NonNullable<GivenProcedure['supply']>> = {}): GivenProcedure => ({
  lesions: 3,
  at: 'injected',
  supply: drug(amount, more),
});
const medicare = { payer: 'medicare' } as const;
const question: ClinicianQuery = {
  subject: null,
  span: { start: 0, end: 9 },
  open: false,
  openEnded: true,
  offersOther: false,
  offersUnableToDetermine: false,
  leading: [],
  payment: [],
};

export const supplyCases: readonly RuleCase[] = [
  {
    name: 'a settled amount without a code of the drug',
    given: { text: 'injected.\nCharges: 96405', procedures: [methotrexate(60)] },
    expect: [
      'supply-code-missing at "injected": The note gives 60 mg of methotrexate, which is 2 units of J9260 or J9255 by the table of 2024-07-01, and no code of the drug is documented.',
    ],
    fixes: { 'Add J9260 x 2 to the codes': 'injected.\nCharges: 96405, J9260 x 2' },
  },
  {
    name: 'an amount that is not settled',
    given: { text: 'injected.\nCharges: 96405', procedures: [{ lesions: 3, at: 'injected' }] },
    expect: [],
  },
  {
    name: 'no date of service: no data',
    given: {
      text: 'injected.\nCharges: 96405',
      procedures: [methotrexate(60)],
      elements: { 'date-of-service': 'documented' },
      facts: {
        encounter: { date: null, dateSpan: null, site: 'office', siteSpan: null, payer: null, payerSpan: null },
      },
    },
    expect: [],
  },
  {
    name: 'a code that ended',
    given: { text: 'injected.\nCharges: 96405, J9250 x 4', procedures: [methotrexate(20)] },
    expect: ['supply-code-missing at "J9250 x 4": J9250 ended on 2024-03-31, before the date of service.'],
  },
  {
    name: 'units of another amount',
    given: { text: 'injected.\nCharges: 96405, J9260 x 3', procedures: [methotrexate(50)] },
    expect: [
      'supply-units-mismatch at "J9260 x 3": J9260 is documented with 3 units, and 50 mg is 1 by the table of 2024-07-01.',
    ],
    fixes: { 'Set the units of J9260 to 1': 'injected.\nCharges: 96405, J9260 x 1' },
  },
  {
    name: 'a part of a unit is a unit',
    given: { text: 'injected.\nCharges: 96405, J9260 x 2', procedures: [methotrexate(50.1)] },
    expect: [],
  },
  {
    name: 'units that are not written',
    given: { text: 'injected.\nCharges: 96405, J9260', procedures: [methotrexate(120)] },
    expect: [],
  },
  {
    name: 'nothing discarded, payer Medicare',
    given: {
      text: 'injected.\nCharges: 96405, J9260 x 1',
      procedures: [methotrexate(50, { container: 'single-dose', discarded: 0 })],
      configuration: medicare,
    },
    expect: [
      'wastage-modifier-missing at "J9260 x 1": J9260 is a drug of a single-dose container of which nothing was discarded, and it carries no modifier JZ.',
    ],
    fixes: { 'Add modifier JZ to J9260': 'injected.\nCharges: 96405, J9260-JZ x 1' },
  },
  {
    name: 'an amount discarded, payer Medicare',
    given: {
      text: 'injected.\nCharges: 96405, J9260 x 1',
      procedures: [methotrexate(50, { container: 'single-dose', discarded: 100 })],
      configuration: medicare,
    },
    expect: [
      'wastage-modifier-missing at "J9260 x 1": 100 mg of a single-dose container was discarded, and no line of J9260 carries modifier JW.',
    ],
    fixes: { 'Add J9260-JW x 2 to the codes': 'injected.\nCharges: 96405, J9260 x 1, J9260-JW x 2' },
  },
  {
    name: 'less than a unit discarded, payer Medicare',
    given: {
      text: 'injected.\nCharges: 96405, J9260 x 1',
      procedures: [methotrexate(20, { container: 'single-dose', discarded: 30 })],
      configuration: medicare,
    },
    expect: [],
  },
  {
    name: 'discarding not told, payer Medicare',
    given: {
      text: 'injected.\nCharges: 96405, J9260 x 1',
      procedures: [methotrexate(50, { container: 'single-dose' })],
      configuration: medicare,
    },
    expect: [
      'wastage-modifier-missing at "J9260 x 1": J9260 is a drug of a single-dose container, and the note does not say whether any of it was discarded: JW stands for an amount, JZ for none.',
    ],
    fixes: {
      'Insert a query to the clinician: dose':
        'injected.\nCharges: 96405, J9260 x 1\n\nQuery to clinician\nDose: The note records 50 mg of methotrexate from a single-dose container. What amount, if any, was discarded? Answer: ____  [ ] unable to determine',
    },
  },
  {
    name: 'discarding not told, no payer or a multi-dose container',
    given: {
      text: 'injected.\nCharges: 96405, J9260 x 1',
      procedures: [methotrexate(50, { container: 'single-dose' })],
    },
    expect: [],
  },
  {
    name: 'a query that suggests, speaks of payment and lacks choices',
    given: {
      text: 'Please bill 8. [ ] 6 [ ] 8',
      facts: {
        queries: [
          {
            ...question,
            openEnded: false,
            leading: [{ start: 0, end: 6 }],
            payment: [{ start: 7, end: 11 }],
          },
        ],
      },
    },
    expect: [
      'query-leading at "Please": This query to the clinician suggests its answer.',
      'query-leading at "Please bi": This query to the clinician offers choices without "other" and "unable to determine".',
      'query-leading at "bill": This query to the clinician speaks of payment.',
    ],
  },
  {
    name: 'an open query',
    given: { text: 'How many?', facts: { queries: [question] } },
    expect: [],
  },
];
