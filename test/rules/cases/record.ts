import type { GivenProcedure } from '../facts-builder';
import type { RuleCase } from '../rule-case';

const injected = (more: GivenProcedure): GivenProcedure => ({ lesions: 3, at: 'injected', ...more });
const text = 'The lesions were injected.\nCharges: 96405';
const missing = (id: string, lacks: string) =>
  `${id} at "injected": The note of this injection does not mention ${lacks}.`;

export const recordCases: readonly RuleCase[] = [
  {
    name: 'counts that disagree across the bands',
    given: {
      text: 'Six lesions were injected; 8 lesions in all.',
      procedures: [
        injected({
          lesions: null,
          countStatus: 'conflicting',
          counts: [
            ['Six lesions', 6],
            ['8 lesions', 8],
          ],
        }),
      ],
    },
    expect: [
      'lesion-count-conflict at "Six lesions": Statements about the lesions injected disagree: 6 (96405) and 8 (96406).',
    ],
    fixes: {
      'Insert a query to the clinician: lesion count':
        'Six lesions were injected; 8 lesions in all.\n\nQuery to clinician\nLesion count: The note states "Six lesions" and "8 lesions". How many lesions received the agent at this encounter? [ ] 6  [ ] 8  [ ] other: ____  [ ] unable to determine',
    },
  },
  {
    name: 'counts that disagree for an agent that is not named',
    given: {
      text: 'Six lesions were injected; 8 lesions in all.',
      procedures: [
        injected({
          agent: null,
          agentClass: null,
          lesions: null,
          countStatus: 'conflicting',
          counts: [
            ['Six lesions', 6],
            ['8 lesions', 8],
          ],
        }),
      ],
    },
    expect: [
      'lesion-count-conflict at "Six lesions": Statements about the lesions injected disagree: 6 and 8.',
      'agent-missing at "injected": Lesions were injected, and the note does not name the agent.',
    ],
  },
  {
    name: 'no count',
    given: { text: 'The lesions were injected.\n', procedures: [injected({ lesions: null })] },
    expect: [
      'lesion-count-missing at "injected": Lesions were injected, and the note neither counts nor lists them; the code is 96405 for 1 to 7 lesions and 96406 for 8 or more lesions.',
    ],
    fixes: { 'Insert an open field: Lesions treated': 'The lesions were injected.\nLesions treated: ***\n' },
  },
  {
    name: 'no count, and no agent either: nothing tells which codes the count would select',
    given: {
      text: 'The lesions were injected.\n',
      procedures: [injected({ agent: null, agentClass: null, lesions: null })],
    },
    expect: [
      'agent-missing at "injected": Lesions were injected, and the note does not name the agent.',
      'lesion-count-missing at "injected": Lesions were injected, and the note neither counts nor lists them.',
    ],
  },
  {
    name: 'a range in one band, beside lesions of another agent that share the code',
    given: {
      text: '2 or 3 warts were injected with bleomycin, 5 tumors with methotrexate.\n',
      procedures: [
        injected({
          agent: 'bleomycin',
          lesions: null,
          countStatus: 'vague',
          range: { min: 2, max: 3 },
          counts: [['2 or 3', null]],
        }),
        injected({ lesions: 5 }),
      ],
    },
    expect: [
      'lesion-count-vague at "2 or 3": The note gives 2 to 3 lesions injected and settles no number; every reading is 1 to 7 lesions.',
    ],
  },
  {
    name: 'no count, and an open field for it',
    given: { text, procedures: [injected({ lesions: null })], elements: { 'lesion-count': 'open' } },
    expect: [],
  },
  {
    name: 'a range within a band',
    given: {
      text: 'At least 8 injected.',
      procedures: [
        injected({
          lesions: null,
          countStatus: 'vague',
          range: { min: 8, max: null },
          counts: [['At least 8', null]],
        }),
      ],
    },
    expect: [
      'lesion-count-vague at "At least 8": The note gives 8 or more lesions injected and settles no number; every reading is 96406 (8 or more lesions).',
    ],
    fixes: {
      'Insert a query to the clinician: lesion count':
        'At least 8 injected.\n\nQuery to clinician\nLesion count: The note describes the lesions injected as "At least 8". How many lesions received the agent at this encounter? Answer: ____  [ ] unable to determine',
    },
  },
  {
    name: 'a range across the bands',
    given: {
      text: '7 or 8 injected.',
      procedures: [
        injected({ lesions: null, countStatus: 'vague', range: { min: 7, max: 8 }, counts: [['7 or 8', null]] }),
      ],
    },
    expect: [
      'lesion-count-vague at "7 or 8": The note gives 7 to 8 lesions injected and settles no number; the code is 96405 for 1 to 7 lesions and 96406 for 8 or more lesions.',
    ],
  },
  {
    name: 'no dose',
    given: { text, procedures: [injected({ dose: false })] },
    expect: ['dose-missing at "injected": The note gives neither a volume nor an amount of the methotrexate injected.'],
    fixes: { 'Insert an open field: Dose given': 'The lesions were injected.\nDose given: ***\nCharges: 96405' },
  },
  {
    name: 'no dose, and an open field for it',
    given: { text, procedures: [injected({ dose: false })], elements: { dose: 'open' } },
    expect: [],
  },
  {
    name: 'no indication',
    given: { text, procedures: [injected({})], facts: { indications: [] } },
    expect: ['indication-missing at "injected": Lesions were injected, and the note names no diagnosis or indication.'],
    fixes: { 'Insert an open field: Indication': 'The lesions were injected.\nIndication: ***\nCharges: 96405' },
  },
  {
    name: 'no indication and no injection',
    given: { text: 'Seen.', facts: { indications: [] } },
    expect: [],
  },
  {
    name: 'an antineoplastic drug for benign disease',
    given: {
      text,
      procedures: [injected({ benignOnly: true })],
      facts: { indications: [{ name: 'wart', benign: true, span: { start: 0, end: 3 } }] },
    },
    expect: [
      'benign-indication at "injected": The note names only benign disease for methotrexate (wart); sources differ whether 96405 and 96406 or 11900 and 11901 stand for an antineoplastic drug there.',
    ],
  },
  {
    name: 'a steroid for benign disease',
    given: {
      text: 'injected.\nCharges: 11900',
      procedures: [injected({ agent: 'triamcinolone', agentClass: 'corticosteroid', benignOnly: true })],
    },
    expect: [],
  },
  {
    name: 'a placeholder, injected or not',
    given: { text: 'Consent: ***', facts: { placeholders: [{ start: 9, end: 12 }] } },
    expect: ['placeholder-unfilled at "***": A field of the template is left open.'],
  },
  {
    name: 'a query that waits for its answer stands for the finding and its blanks',
    given: {
      text: 'The lesions were injected. Query to clinician Lesion count: how many? ____',
      procedures: [injected({ lesions: null })],
      facts: {
        placeholders: [{ start: 70, end: 74 }],
        queries: [
          {
            subject: 'lesion-count',
            span: { start: 46, end: 74 },
            open: true,
            openEnded: true,
            offersOther: false,
            offersUnableToDetermine: false,
            leading: [],
            payment: [],
          },
        ],
      },
    },
    expect: [
      'placeholder-unfilled at "Lesion count: how many? ____": A query to the clinician is not answered: lesion count.',
    ],
  },
  {
    name: 'every element',
    given: {
      text,
      procedures: [injected({})],
      elements: {
        consent: 'absent',
        aftercare: 'absent',
        'follow-up': 'absent',
        'lesion-sites': 'absent',
        technique: 'absent',
        monitoring: 'absent',
        tolerance: 'absent',
        anesthesia: 'absent',
        lot: 'absent',
        signature: 'absent',
        'site-of-service': 'absent',
        'date-of-service': 'absent',
      },
      facts: { encounter: { date: null, dateSpan: null, site: null, siteSpan: null, payer: null, payerSpan: null } },
    },
    expect: [
      missing('aftercare-missing', 'instructions for after the injection'),
      missing('anesthesia-missing', 'anesthesia'),
      missing('consent-missing', 'consent'),
      missing('date-of-service-missing', 'the date of service'),
      missing('follow-up-missing', 'follow-up'),
      missing('lesion-sites-missing', 'the sites of the lesions'),
      missing('lot-missing', 'lot and expiration of the drug'),
      missing('monitoring-missing', 'monitoring'),
      missing('signature-missing', 'a signature'),
      missing('site-of-service-missing', 'the place of service'),
      missing('technique-missing', 'the technique'),
      missing('tolerance-missing', 'how the injection was tolerated'),
    ],
    fixes: {
      'Insert an open field: Consent': 'The lesions were injected.\nConsent: ***\nCharges: 96405',
      'Insert an open field: Date of service': `Date of service: ***\n${text}`,
      'Insert an open field: Signature': `${text}\nSignature: ***`,
      'Insert a query to the clinician: consent': `${text}\n\nQuery to clinician\nConsent: The note records an injection into lesions and does not mention consent. What, if anything, was discussed and agreed before the injection? Answer: ____  [ ] unable to determine`,
    },
  },
  {
    name: 'elements without an injection',
    given: { text: 'Seen.', elements: { consent: 'absent', aftercare: 'absent', 'follow-up': 'absent' } },
    expect: [],
  },
  {
    name: 'an open field for an element',
    given: { text, procedures: [injected({})], elements: { consent: 'open' } },
    expect: [],
  },
];
