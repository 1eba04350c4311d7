import { type GivenProcedure, onDay } from '../facts-builder';
import type { RuleCase } from '../rule-case';

const injected = (lesions: number, more: GivenProcedure = {}): GivenProcedure => ({ lesions, at: 'injected', ...more });
const steroid = { agent: 'triamcinolone', agentClass: 'corticosteroid' } as const;

const notPerformed = (code: string) =>
  `procedure-code-not-performed at "${code}": ${code} is documented, and the note records no injection into a lesion at this encounter.`;

export const codeCases: readonly RuleCase[] = [
  {
    name: 'a settled injection without a code',
    given: { text: 'Seven injected.\nCharges: 99213', procedures: [injected(7)] },
    expect: [
      'procedure-code-missing at "injected": The note counts 7 lesions injected with methotrexate, which is 96405, and that code is not documented.',
    ],
    fixes: { 'Add 96405 to the codes': 'Seven injected.\nCharges: 99213, 96405' },
  },
  {
    name: 'a settled injection in a note without charges',
    given: { text: 'One injected.\n', procedures: [injected(1, steroid)] },
    expect: [
      'procedure-code-missing at "injected": The note counts 1 lesion injected with triamcinolone, which is 11900, and that code is not documented.',
    ],
    fixes: { 'Add 11900 to the codes': 'One injected.\nCPT: 11900\n' },
  },
  {
    name: 'two agents of one family take one code for their sum',
    given: {
      text: 'Four and five injected.',
      procedures: [injected(4, steroid), injected(5, { agent: 'candida antigen', agentClass: 'other' })],
    },
    expect: [
      'procedure-code-missing at "injected": The note counts 9 lesions injected with triamcinolone and candida antigen, which is 11901, and that code is not documented.',
    ],
  },
  {
    name: 'two families with one code: the other is missing',
    given: { text: 'injected.\nCharges: 96405', procedures: [injected(2), injected(3, steroid)] },
    expect: [
      'procedure-code-missing at "injected": The note counts 3 lesions injected with triamcinolone, which is 11900, and that code is not documented.',
    ],
  },
  {
    name: 'two families with two codes',
    given: { text: 'injected.\nCharges: 96405, 11900-59', procedures: [injected(2), injected(3, steroid)] },
    expect: [],
  },
  {
    name: 'an open number calls for no code',
    given: {
      text: 'injected.',
      procedures: [injected(0, { lesions: null, countStatus: 'vague' })],
    },
    expect: [
      'lesion-count-vague at "injected": Only an indefinite quantity describes the lesions injected, and the note settles no number; the code is 96405 for 1 to 7 lesions and 96406 for 8 or more lesions.',
    ],
  },
  {
    name: 'the other band, below',
    given: { text: 'Charges: 96406', procedures: [injected(7, { at: 'Charges' })] },
    expect: [
      'procedure-code-count-mismatch at "96406": 96406 is for 8 or more lesions, and the note counts 7 lesions.',
    ],
    fixes: { 'Replace 96406 by 96405': 'Charges: 96405' },
  },
  {
    name: 'the other band, above, wherever the code is written',
    given: { text: 'Nine injected (11900).\nCharges: 11900', procedures: [injected(9, steroid)] },
    expect: ['procedure-code-count-mismatch at "11900": 11900 is for 1 to 7 lesions, and the note counts 9 lesions.'],
    fixes: {
      'Replace 11900 by 11901': 'Nine injected (11901).\nCharges: 11901',
      'Insert a query to the clinician: lesion count':
        'Nine injected (11900).\nCharges: 11900\n\nQuery to clinician\nLesion count: The note counts 9 lesions and documents 11900, which is for 1 to 7 lesions. How many lesions received the agent at this encounter? Answer: ____  [ ] unable to determine',
    },
  },
  {
    name: 'the other family',
    given: { text: 'Three injected.\nCharges: 96405-59', procedures: [injected(3, steroid)] },
    expect: [
      'procedure-code-agent-mismatch at "96405-59": 96405 is for an antineoplastic drug, and the note says that triamcinolone was injected.',
    ],
    fixes: { 'Replace 96405 by 11900': 'Three injected.\nCharges: 11900-59' },
  },
  {
    name: 'the other family and the other band: the replacement is the code of both',
    given: { text: 'Nine injected.\nCharges: 11900', procedures: [injected(9)] },
    expect: [
      'procedure-code-agent-mismatch at "11900": 11900 is for a drug that is not antineoplastic, and the note says that methotrexate was injected.',
    ],
    fixes: { 'Replace 11900 by 96406': 'Nine injected.\nCharges: 96406' },
  },
  {
    name: 'the other family with an open number: the same band of the other family',
    given: {
      text: 'Several injected.\nCharges: 11901',
      procedures: [injected(0, { lesions: null, countStatus: 'vague', counts: [['Several', null]] })],
    },
    expect: [
      'lesion-count-vague at "Several": Only an indefinite quantity describes the lesions injected, and the note settles no number; the code is 96405 for 1 to 7 lesions and 96406 for 8 or more lesions.',
      'procedure-code-agent-mismatch at "11901": 11901 is for a drug that is not antineoplastic, and the note says that methotrexate was injected.',
    ],
    fixes: { 'Replace 11901 by 96406': 'Several injected.\nCharges: 96406' },
  },
  {
    name: 'the other family beside the right code: it is removed, not doubled',
    given: { text: 'Three injected.\nCharges: 96405, 11900', procedures: [injected(3)] },
    expect: [
      'procedure-code-agent-mismatch at "11900": 11900 is for a drug that is not antineoplastic, and the note says that methotrexate was injected.',
    ],
    fixes: { 'Remove 11900': 'Three injected.\nCharges: 96405' },
  },
  {
    name: 'an agent that is not named agrees with either family',
    given: {
      text: 'injected.\nCharges: 11900',
      procedures: [injected(9, { agent: null, agentClass: null })],
    },
    expect: [
      'agent-missing at "injected": The note does not name the agent injected: 9 lesions are 96406 with an antineoplastic drug and 11901 with any other.',
    ],
  },
  {
    name: 'a class without a name settles no code',
    given: { text: 'injected.', procedures: [injected(3, { agent: null, agentClass: 'corticosteroid' })] },
    expect: ['agent-missing at "injected": Lesions were injected, and the note does not name the agent.'],
  },
  {
    name: 'both codes of a pair, settled',
    given: { text: 'Nine injected.\nCharges: 96405, 96406', procedures: [injected(9)] },
    expect: [
      'procedure-codes-exclusive at "96405": 96405 and 96406 are both documented, and the 9 lesions that the note counts take one of them.',
    ],
    fixes: { 'Remove 96405': 'Nine injected.\nCharges: 96406' },
  },
  {
    name: 'both codes of a pair, open',
    given: {
      text: 'injected.\nCharges: 11901, 11900',
      procedures: [injected(0, { ...steroid, lesions: null })],
    },
    expect: [
      'lesion-count-missing at "injected": Lesions were injected, and the note neither counts nor lists them; the code is 11900 for 1 to 7 lesions and 11901 for 8 or more lesions.',
      'procedure-codes-exclusive at "11900": 11900 and 11901 are both documented, and the lesions of one session take one of them: 11900 for 1 to 7 lesions and 11901 for 8 or more lesions.',
    ],
  },
  {
    name: 'units',
    given: { text: 'Three injected.\nCharges: 96405 x 3, 99213', procedures: [injected(3)] },
    expect: [
      'procedure-code-units at "96405 x 3": 96405 is documented with 3 units, and it is reported once a session however many lesions are injected.',
    ],
    fixes: { 'Set the units of 96405 to 1': 'Three injected.\nCharges: 96405 x 1, 99213' },
  },
  {
    name: 'lines repeated with 59',
    given: { text: 'Three injected.\nCharges: 96405, 96405-59, 96405-59', procedures: [injected(3)] },
    expect: [
      'procedure-code-units at "96405-59": 96405 is documented on 3 lines, and it is reported once a session however many lesions are injected.',
    ],
    fixes: { 'Merge the 3 lines of 96405': 'Three injected.\nCharges: 96405' },
  },
  {
    name: 'one line a side',
    given: { text: 'Two injected.\nCharges: 11900-RT, 11900-LT', procedures: [injected(2, steroid)] },
    expect: [
      'procedure-code-units at "11900-LT": 11900 is documented on 2 lines, and it is reported once a session however many lesions are injected.',
    ],
    fixes: { 'Merge the 2 lines of 11900': 'Two injected.\nCharges: 11900' },
  },
  {
    name: 'a code that prose names and the charges repeat is charged once',
    given: { text: 'Three injected (96405). See 96405.\nCharges: 96405 x 1', procedures: [injected(3)] },
    expect: [],
  },
  {
    name: 'one unit written out',
    given: { text: 'Three injected.\nCharges: 96405 x 1', procedures: [injected(3)] },
    expect: [],
  },
  {
    name: 'nothing injected: only that',
    given: { text: 'Deferred.\nCharges: 96405 x 3, 96406, 11900' },
    expect: [notPerformed('96405'), notPerformed('96406'), notPerformed('11900')].map((line) =>
      line.replace('at "96405"', 'at "96405 x 3"'),
    ),
    fixes: {
      'Remove 96406': 'Deferred.\nCharges: 96405 x 3, 11900',
      'Insert a query to the clinician: injection':
        'Deferred.\nCharges: 96405 x 3, 96406, 11900\n\nQuery to clinician\nInjection: The note documents 96405 and records no injection into a lesion at this encounter. What, if anything, was done to the lesions at this encounter? [ ] injected  [ ] not injected  [ ] other: ____  [ ] unable to determine',
    },
  },
  {
    name: 'codes of both families, each for its own drug',
    given: {
      text: 'injected, given.\nCharges: 96405, 11900',
      procedures: [
        { agent: 'bleomycin', agentClass: 'antineoplastic', lesions: 2, at: 'injected' },
        { agent: 'triamcinolone', agentClass: 'corticosteroid', lesions: 3, at: 'given' },
      ],
    },
    expect: [
      'procedure-codes-bundled at "11900": 11900 is documented beside 96405; by the edits of 2024-07-01 (no data for 2025-03-14) the two stand together only for different lesions or sites, with modifier 59 or XS on 11900.',
    ],
    fixes: {
      'Insert a query to the clinician: procedure code':
        'injected, given.\nCharges: 96405, 11900\n\nQuery to clinician\nProcedure code: The note documents 96405 and 11900 at the same encounter. Which lesions or sites was each of the two for? Answer: ____  [ ] unable to determine',
    },
  },
  {
    name: 'codes of both families in the other order, on a day that the edits hold',
    given: {
      text: 'injected, given.\nCharges: 11900, 96405',
      procedures: [
        { agent: 'bleomycin', agentClass: 'antineoplastic', lesions: 2, at: 'injected' },
        { agent: 'triamcinolone', agentClass: 'corticosteroid', lesions: 3, at: 'given' },
      ],
      facts: onDay('2024-06-04'),
    },
    expect: [
      'procedure-codes-bundled at "11900": 11900 is documented beside 96405; by the edits of 2024-07-01 the two stand together only for different lesions or sites, with modifier 59 or XS on 11900.',
    ],
  },
  ...['59', 'XS', 'XU'].map(
    (modifier): RuleCase => ({
      name: `codes of both families, told apart by ${modifier}`,
      given: {
        text: `injected, given.\nCharges: 96405, 11900-${modifier}`,
        procedures: [
          { agent: 'bleomycin', agentClass: 'antineoplastic', lesions: 2, at: 'injected' },
          { agent: 'triamcinolone', agentClass: 'corticosteroid', lesions: 3, at: 'given' },
        ],
      },
      expect: [],
    }),
  ),
  {
    name: 'codes of both families where one drug was injected: one of them is wrong, and no pair',
    given: {
      text: 'injected.\nCharges: 96405, 11900',
      procedures: [{ agent: 'bleomycin', agentClass: 'antineoplastic', lesions: 2, at: 'injected' }],
    },
    expect: [
      'procedure-code-agent-mismatch at "11900": 11900 is for a drug that is not antineoplastic, and the note says that bleomycin was injected.',
    ],
  },
  {
    name: 'destruction beside the injection of another drug',
    given: {
      text: 'given.\nCharges: 11900, 17110',
      procedures: [{ agent: 'triamcinolone', agentClass: 'corticosteroid', lesions: 3, at: 'given' }],
      facts: onDay('2024-06-04'),
    },
    expect: [
      'procedure-codes-bundled at "11900": 11900 is documented beside 17110; by the edits of 2024-07-01 the two stand together only for different lesions or sites, with modifier 59 or XS on 11900.',
    ],
  },
  {
    name: 'destruction beside an antineoplastic injection: no edit in the data',
    given: {
      text: 'injected.\nCharges: 96405, 17110',
      procedures: [{ agent: 'bleomycin', agentClass: 'antineoplastic', lesions: 2, at: 'injected' }],
    },
    expect: [],
  },
  {
    name: 'a nerve block beside the injection: never together, with 59 or without',
    given: {
      text: 'injected.\nCharges: 96405, 64400-59',
      procedures: [{ agent: 'bleomycin', agentClass: 'antineoplastic', lesions: 2, at: 'injected' }],
      facts: onDay('2024-06-04'),
    },
    expect: [
      'procedure-codes-bundled at "64400-59": 64400 is documented beside 96405; by the edits of 2024-07-01 the two do not stand together, with a modifier or without.',
    ],
    fixes: { 'Remove 64400': 'injected.\nCharges: 96405' },
  },
  {
    name: 'codes of both families where nothing was injected',
    given: { text: 'Charges: 96405, 11900' },
    expect: [notPerformed('96405'), notPerformed('11900')],
  },
];
