import type { ClinicianQuery } from '../../../server/facts/model';
import { type GivenProcedure, onDay, withPayer } from '../facts-builder';
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
      'supply-code-missing at "injected": The note gives 60 mg of methotrexate and documents no code of the drug; that is 2 units of J9260 or J9255 for the Accord product by the table of 2024-07-01, and there is no data for 2025-03-14.',
    ],
    fixes: { 'Add J9260 x 2 to the codes': 'injected.\nCharges: 96405, J9260 x 2' },
  },
  {
    name: 'a date of service that the table holds',
    given: {
      text: 'injected.\nCharges: 96405',
      procedures: [{ ...methotrexate(50), agent: 'fluorouracil' }],
      facts: onDay('2024-06-04'),
    },
    expect: [
      'supply-code-missing at "injected": The note gives 50 mg of fluorouracil and documents no code of the drug; that is 1 unit of J9190 by the table of 2024-07-01.',
    ],
  },
  {
    name: 'a date before the code, and none in its place',
    given: {
      text: 'injected.\nCharges: 96405',
      procedures: [
        { lesions: 3, at: 'injected', agent: 'talimogene laherparepvec', supply: drug(4e8, { unit: 'PFU' }) },
      ],
      facts: onDay('2016-12-31'),
    },
    expect: [],
  },
  {
    name: 'a million units is one of the code',
    given: {
      text: 'injected.\nCharges: 96405',
      procedures: [
        { lesions: 3, at: 'injected', agent: 'talimogene laherparepvec', supply: drug(4e8, { unit: 'PFU' }) },
      ],
      facts: onDay('2024-06-04'),
    },
    expect: [
      'supply-code-missing at "injected": The note gives 400 million PFU of talimogene laherparepvec and documents no code of the drug; that is 400 units of J9325 by the table of 2024-07-01.',
    ],
    fixes: { 'Add J9325 x 400 to the codes': 'injected.\nCharges: 96405, J9325 x 400' },
  },
  {
    name: 'a code that changed: by the day of service',
    given: {
      text: 'injected.\nCharges: 11900',
      procedures: [
        { lesions: 3, at: 'injected', agent: 'methylprednisolone', agentClass: 'corticosteroid', supply: drug(20) },
      ],
      facts: onDay('2024-04-01'),
    },
    expect: [
      'supply-code-missing at "injected": The note gives 20 mg of methylprednisolone and documents no code of the drug; that is 20 units of J1010 by the table of 2024-07-01.',
    ],
  },
  {
    name: 'several codes by the size of the dose: the table settles none',
    given: {
      text: 'injected.\nCharges: 11900',
      procedures: [
        { lesions: 3, at: 'injected', agent: 'methylprednisolone', agentClass: 'corticosteroid', supply: drug(20) },
      ],
      facts: onDay('2024-03-31'),
    },
    expect: [],
  },
  {
    name: 'a drug whose codes are each for one product',
    given: {
      text: 'injected.\nCharges: 11900',
      procedures: [
        { lesions: 3, at: 'injected', agent: 'hyaluronidase', agentClass: 'other', supply: drug(150, { unit: 'U' }) },
      ],
      facts: onDay('2024-06-04'),
    },
    expect: [],
  },
  {
    name: 'a drug that the table does not have',
    given: {
      text: 'injected.\nCharges: 96405',
      procedures: [{ lesions: 3, at: 'injected', agent: 'bcg', supply: drug(3) }],
      facts: onDay('2024-06-04'),
    },
    expect: [],
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
      'supply-units-mismatch at "J9260 x 3": J9260 is documented with 3 units, and 50 mg is 1 by the table of 2024-07-01, with no data for 2025-03-14.',
    ],
    fixes: { 'Set the units of J9260 to 1': 'injected.\nCharges: 96405, J9260 x 1' },
  },
  {
    name: 'a part of a unit is a unit',
    given: { text: 'injected.\nCharges: 96405, J9260 x 2', procedures: [methotrexate(50.1)] },
    expect: [],
  },
  {
    name: 'units of a date that the table holds, in the title and in the charges',
    given: {
      text: 'injected, J9260 x 3.\nCharges: 96405, J9260 x 3',
      procedures: [methotrexate(50)],
      facts: onDay('2024-06-04'),
    },
    expect: [
      'supply-units-mismatch at "J9260 x 3": J9260 is documented with 3 units, and 50 mg is 1 by the table of 2024-07-01.',
    ],
    fixes: { 'Set the units of J9260 to 1': 'injected, J9260 x 1.\nCharges: 96405, J9260 x 1' },
  },
  {
    name: 'units of two lines, which add up',
    given: { text: 'injected.\nCharges: 96405, J9260 x 1, J9260 x 1', procedures: [methotrexate(100)] },
    expect: [],
  },
  {
    name: 'units of the discarded amount beside those of the dose',
    given: { text: 'injected.\nCharges: 96405, J9260 x 1, J9260-JW x 2', procedures: [methotrexate(50)] },
    expect: [],
  },
  {
    name: 'units of another drug than the one injected',
    given: { text: 'injected.\nCharges: 96405, J9190 x 3', procedures: [methotrexate(50)] },
    expect: [
      'supply-code-missing at "injected": The note gives 50 mg of methotrexate and documents no code of the drug; that is 1 unit of J9260 or J9255 for the Accord product by the table of 2024-07-01, and there is no data for 2025-03-14.',
    ],
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
    name: 'the discarded part takes the units that the dose leaves of the container',
    given: {
      text: 'injected.\nCharges: 96405, J9260 x 2',
      procedures: [methotrexate(60, { container: 'single-dose', discarded: 90 })],
      configuration: medicare,
    },
    expect: [
      'wastage-modifier-missing at "J9260 x 2": 90 mg of a single-dose container was discarded, and no line of J9260 carries modifier JW.',
    ],
    fixes: { 'Add J9260-JW x 1 to the codes': 'injected.\nCharges: 96405, J9260 x 2, J9260-JW x 1' },
  },
  {
    name: 'what was discarded lies within the last unit of the dose',
    given: {
      text: 'injected.\nCharges: 96405, J9260 x 2',
      procedures: [methotrexate(60, { container: 'single-dose', discarded: 40 })],
      configuration: medicare,
    },
    expect: [],
  },
  {
    name: 'a dose of less than one unit, however much was discarded',
    given: {
      text: 'injected.\nCharges: 96405, J9040 x 1',
      procedures: [
        {
          lesions: 3,
          at: 'injected',
          agent: 'bleomycin',
          supply: drug(0.5, { unit: 'U', container: 'single-dose', discarded: 29.5 }),
        },
      ],
      configuration: medicare,
    },
    expect: [],
  },
  ...(
    [
      ['another payer', { configuration: { payer: 'aetna' } }],
      ['a payer of the note that is another one', { configuration: medicare, facts: withPayer('Aetna PPO') }],
      ['a plan of another payer in place of Medicare', { facts: withPayer('Aetna Medicare Advantage') }],
      ['no payer', {}],
      ['a day before the modifiers were required', { configuration: medicare, facts: onDay('2023-06-30') }],
    ] as const
  ).map(
    ([name, more]): RuleCase => ({
      name: `an amount discarded, ${name}`,
      given: {
        text: 'injected.\nCharges: 96405, J9260 x 1',
        procedures: [methotrexate(50, { container: 'single-dose', discarded: 100 })],
        ...more,
      },
      expect: [],
    }),
  ),
  {
    name: 'an amount discarded, payer Medicare by the note',
    given: {
      text: 'injected.\nCharges: 96405, J9260 x 1',
      procedures: [methotrexate(50, { container: 'single-dose', discarded: 100 })],
      facts: withPayer('Medicare Part B'),
    },
    expect: [
      'wastage-modifier-missing at "J9260 x 1": 100 mg of a single-dose container was discarded, and no line of J9260 carries modifier JW.',
    ],
  },
  {
    name: 'one of the two modifiers',
    given: {
      text: 'injected.\nCharges: 96405, J9260-JZ x 1',
      procedures: [methotrexate(50, { container: 'single-dose', discarded: 0 })],
      configuration: medicare,
    },
    expect: [],
  },
  {
    name: 'a multi-dose container, payer Medicare',
    given: {
      text: 'injected.\nCharges: 96405, J9260 x 1',
      procedures: [methotrexate(50, { container: 'multi-dose', discarded: 100 })],
      configuration: medicare,
    },
    expect: [],
  },
  {
    name: 'a container that is not said, payer Medicare',
    given: {
      text: 'injected.\nCharges: 96405, J9260 x 1',
      procedures: [methotrexate(50, { discarded: 100 })],
      configuration: medicare,
    },
    expect: [],
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
