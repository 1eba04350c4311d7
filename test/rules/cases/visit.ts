import type { GivenProcedure } from '../facts-builder';
import type { RuleCase } from '../rule-case';

const injection: readonly GivenProcedure[] = [{ lesions: 3, at: 'injected' }];
const supported = { emSeparate: 'supported' } as const;
const insufficient = { emSeparate: 'insufficient' } as const;

export const visitCases: readonly RuleCase[] = [
  {
    name: '25 needed',
    given: {
      text: 'injected.\nCharges: 99214-GC, 96405',
      procedures: injection,
      visit: { ...supported, modifier25: 'needed' },
    },
    expect: [
      'modifier-25-missing at "99214-GC": 99214 is documented beside an injection without modifier 25, and the note supports an E/M beyond the usual work of the procedure.',
    ],
    fixes: { 'Add modifier 25 to 99214': 'injected.\nCharges: 99214-25-GC, 96405' },
  },
  {
    name: '25 needed, in a note that joins it by a space',
    given: {
      text: 'injected.\nCharges: 99214, 96405',
      procedures: injection,
      visit: { ...supported, modifier25: 'needed' },
      facts: { modifierStyle: { before: ' mod ', after: '' } },
    },
    expect: [
      'modifier-25-missing at "99214": 99214 is documented beside an injection without modifier 25, and the note supports an E/M beyond the usual work of the procedure.',
    ],
    fixes: { 'Add modifier 25 to 99214': 'injected.\nCharges: 99214 mod 25, 96405' },
  },
  {
    name: '25 present and supported',
    given: {
      text: 'injected.\nCharges: 99214-25, 96405',
      procedures: injection,
      visit: { ...supported, modifier25: 'present-supported' },
    },
    expect: [],
  },
  {
    name: '25 present and not supported',
    given: {
      text: 'injected.\nCharges: 99213-25, 96405',
      procedures: injection,
      visit: {
        ...insufficient,
        modifier25: 'present-unsupported',
        against: [{ span: { start: 0, end: 8 }, says: 'a planned injection', quote: 'Planned injection only.' }],
      },
    },
    expect: [
      'modifier-25-unsupported at "-25": 99213 is documented with modifier 25, and the note supports no E/M beyond the usual work of the procedure.',
    ],
    fixes: {
      'Remove modifier 25 from 99213': 'injected.\nCharges: 99213, 96405',
      'Remove 99213-25': 'injected.\nCharges: 96405',
      'Insert a query to the clinician: evaluation':
        'injected.\nCharges: 99213-25, 96405\n\nQuery to clinician\nEvaluation: The note documents 99213-25 and an injection into lesions at the same encounter. The note says "Planned injection only". What, if anything, was evaluated or managed at this encounter apart from the injection? Answer: ____  [ ] unable to determine',
    },
  },
  {
    name: '25 with a visit of its own and no procedure',
    given: { text: 'Charges: 99214-25', visit: { ...supported, modifier25: 'present-unsupported' } },
    expect: [
      'modifier-25-unsupported at "-25": 99214 is documented with modifier 25, and the note records no procedure at this encounter.',
    ],
    fixes: { 'Remove modifier 25 from 99214': 'Charges: 99214' },
  },
  {
    name: '25 on a procedure that was not done: one finding for the code and what it carries',
    given: {
      text: 'Deferred.\nCharges: 99214, 96405-25',
      visit: { ...supported, modifier25: 'not-applicable' },
    },
    expect: [
      'procedure-code-not-performed at "96405-25": 96405 is documented, and the note records no injection into a lesion at this encounter.',
    ],
    fixes: { 'Remove 96405': 'Deferred.\nCharges: 99214' },
  },
  {
    name: '25 on the procedure, needed on the evaluation',
    given: {
      text: 'injected.\nCharges: 99214, 96405-25',
      procedures: injection,
      visit: { ...supported, modifier25: 'needed' },
    },
    expect: [
      'modifier-25-missing at "99214": 99214 is documented beside an injection without modifier 25, and the note supports an E/M beyond the usual work of the procedure.',
      'modifier-25-misplaced at "-25": 96405 carries modifier 25, which stands on an E/M code and never on a procedure.',
    ],
    fixes: { 'Move modifier 25 to 99214': 'injected.\nCharges: 99214-25, 96405' },
  },
  {
    name: '25 on the procedure, and an evaluation that does not stand',
    given: { text: 'injected.\nCharges: 96405-25, 99213', procedures: injection, visit: insufficient },
    expect: [
      'modifier-25-misplaced at "-25": 96405 carries modifier 25, which stands on an E/M code and never on a procedure.',
      'em-not-separate at "99213": 99213 is documented beside an injection without modifier 25, and the note supports no E/M beyond the usual work of the procedure.',
    ],
    fixes: {
      'Remove modifier 25 from 96405': 'injected.\nCharges: 96405, 99213',
      'Remove 99213': 'injected.\nCharges: 96405-25',
    },
  },
  {
    name: '25 on the procedure alone',
    given: { text: 'injected.\nCharges: 96405-25', procedures: injection },
    expect: [
      'modifier-25-misplaced at "-25": 96405 carries modifier 25, which stands on an E/M code and never on a procedure.',
    ],
    fixes: { 'Remove modifier 25 from 96405': 'injected.\nCharges: 96405' },
  },
  {
    name: 'an evaluation that does not stand, without an injection',
    given: { text: 'Charges: 99213', visit: insufficient },
    expect: [],
  },
  {
    name: 'an evaluation without a code',
    given: {
      text: 'Eczema treated. injected.\nCharges: 96405',
      procedures: injection,
      visit: {
        ...supported,
        for: [{ span: { start: 0, end: 15 }, says: 'another problem', quote: 'Eczema “treated”.' }],
      },
    },
    expect: [
      'em-code-missing at "Eczema treated.": The note supports an E/M beyond the usual work of the procedure, and no E/M code is documented.',
    ],
    fixes: {
      'Insert a query to the clinician: evaluation code':
        'Eczema treated. injected.\nCharges: 96405\n\nQuery to clinician\nEvaluation code: The note documents no evaluation code. The note says "Eczema \'treated\'". Which evaluation, if any, is reported for this encounter, and at which level? Answer: ____  [ ] unable to determine',
    },
  },
  {
    name: '57 on a supported evaluation',
    given: {
      text: 'injected.\nCharges: 99214-57, 96405',
      procedures: injection,
      visit: { ...supported, modifier25: 'needed' },
    },
    expect: [
      'em-modifier-wrong at "-57": 99214 carries modifier 57, which is for the decision for a major procedure, and an intralesional injection is a minor one.',
      'modifier-25-missing at "99214-57": 99214 is documented beside an injection without modifier 25, and the note supports an E/M beyond the usual work of the procedure.',
    ].reverse(),
    fixes: { 'Replace modifier 57 of 99214 by 25': 'injected.\nCharges: 99214-25, 96405' },
  },
  {
    name: '59 on an evaluation that has 25',
    given: {
      text: 'injected.\nCharges: 99214-25-59, 96405',
      procedures: injection,
      visit: { ...supported, modifier25: 'present-supported' },
    },
    expect: [
      'em-modifier-wrong at "-59": 99214 carries modifier 59, which stands on a procedure and never on an E/M code.',
    ],
    fixes: { 'Remove modifier 59 from 99214': 'injected.\nCharges: 99214-25, 96405' },
  },
  {
    name: '57 without an injection may be right',
    given: { text: 'Charges: 99214-57', visit: supported },
    expect: [],
  },
  {
    name: '99211 beside chemotherapy administration, payer Medicare: 25 does not help it',
    given: {
      text: 'injected.\nCharges: 99211, 96405',
      procedures: injection,
      visit: { ...supported, modifier25: 'needed' },
      configuration: { payer: 'medicare' },
    },
    expect: [
      'em-99211-with-chemotherapy at "99211": 99211 is documented beside 96405, and Medicare does not take it with chemotherapy administration, with modifier 25 or without.',
    ],
    fixes: { 'Remove 99211': 'injected.\nCharges: 96405' },
  },
  {
    name: '99211 with 25 beside chemotherapy administration, no payer',
    given: {
      text: 'injected.\nCharges: 99211-25, 96406',
      procedures: [{ lesions: 9, at: 'injected' }],
      visit: { ...supported, modifier25: 'present-supported' },
    },
    expect: [
      'em-99211-with-chemotherapy at "99211-25": 99211 is documented beside 96406, and Medicare does not take it with chemotherapy administration, with modifier 25 or without.',
    ],
  },
  {
    name: '99211 beside the injection of another drug',
    given: {
      text: 'injected.\nCharges: 99211-25, 11900',
      procedures: [{ agent: 'triamcinolone', agentClass: 'corticosteroid', lesions: 3, at: 'injected' }],
      visit: { ...supported, modifier25: 'present-supported' },
      configuration: { payer: 'medicare' },
    },
    expect: [],
  },
  {
    name: 'a visit of a higher level beside chemotherapy administration',
    given: {
      text: 'injected.\nCharges: 99213-25, 96405',
      procedures: injection,
      visit: { ...supported, modifier25: 'present-supported' },
      configuration: { payer: 'medicare' },
    },
    expect: [],
  },
];
