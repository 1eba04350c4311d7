import { applyEdits } from '../../server/edits';
import type { Finding } from '../../server/rules/finding';
import { changedLines } from './changed-lines';

/** What the fixes of findings make of a note, by title, in the lines that each changes. */
export const fixedLines = (text: string, findings: readonly Finding[]): Record<string, readonly string[]> =>
  Object.fromEntries(
    findings.flatMap(({ fixes }) =>
      fixes.map(({ title, edits }) => [title, changedLines(text, applyEdits(text, edits))]),
    ),
  );

/** What each fix makes of the wrong example of its rule, in the lines it changes. */
export const exampleFixes: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'procedure-code-missing': {
    'Add 96405 to the codes': ['- Charges: J9260', '+ Charges: J9260, 96405'],
  },
  'procedure-code-count-mismatch': {
    'Replace 96405 by 96406': ['- Charges: 96405', '+ Charges: 96406'],
    'Insert a query to the clinician: lesion count': [
      '+ Query to clinician',
      '+ Lesion count: The note counts 9 lesions and documents 96405, which is for 1 to 7 lesions. How many lesions received the agent at this encounter? Answer: ____  [ ] unable to determine',
      '+ ',
    ],
  },
  'procedure-code-agent-mismatch': {
    'Replace 11900 by 96405': ['- Charges: 11900', '+ Charges: 96405'],
    'Insert a query to the clinician: agent': [
      '+ Query to clinician',
      '+ Agent: The note names methotrexate and documents 11900, which is for a drug that is not antineoplastic. Which agent was injected into the lesions at this encounter? Answer: ____  [ ] unable to determine',
      '+ ',
    ],
  },
  'procedure-codes-exclusive': {
    'Remove 96406': ['- Charges: 96405, 96406', '+ Charges: 96405'],
    'Insert a query to the clinician: lesion count': [
      '+ Query to clinician',
      '+ Lesion count: The note documents 96405 (1 to 7 lesions) and 96406 (8 or more lesions). How many lesions received the agent at this encounter? Answer: ____  [ ] unable to determine',
      '+ ',
    ],
  },
  'procedure-code-units': {
    'Set the units of 96405 to 1': ['- Charges: 96405 x 3', '+ Charges: 96405 x 1'],
  },
  'procedure-code-not-performed': {
    'Remove 96405': ['- Charges: 96405', '+ Charges:'],
    'Insert a query to the clinician: injection': [
      '+ Query to clinician',
      '+ Injection: The note documents 96405 and records no injection into a lesion at this encounter. What, if anything, was done to the lesions at this encounter? [ ] injected  [ ] not injected  [ ] other: ____  [ ] unable to determine',
      '+ ',
    ],
  },
  'modifier-25-missing': {
    'Add modifier 25 to 99213': ['- Charges: 99213, 96405', '+ Charges: 99213-25, 96405'],
  },
  'modifier-25-unsupported': {
    'Remove modifier 25 from 99213': ['- Charges: 99213-25, 96405', '+ Charges: 99213, 96405'],
    'Remove 99213-25': ['- Charges: 99213-25, 96405', '+ Charges: 96405'],
    'Insert a query to the clinician: evaluation': [
      '+ Query to clinician',
      '+ Evaluation: The note documents 99213-25 and an injection into lesions at the same encounter. The note says "A significant, separately identifiable evaluation was performed". What, if anything, was evaluated or managed at this encounter apart from the injection? Answer: ____  [ ] unable to determine',
      '+ ',
    ],
  },
  'modifier-25-misplaced': {
    'Remove modifier 25 from 96405': ['- Charges: 99213-25, 96405-25', '+ Charges: 99213-25, 96405'],
  },
  'em-not-separate': {
    'Insert a query to the clinician: evaluation': [
      '+ Query to clinician',
      '+ Evaluation: The note documents 99213 and an injection into lesions at the same encounter. The note says "Here for the scheduled injection, second of four" and "No other concerns". What, if anything, was evaluated or managed at this encounter apart from the injection? Answer: ____  [ ] unable to determine',
      '+ ',
    ],
    'Remove 99213': ['- Charges: 99213, 96405', '+ Charges: 96405'],
  },
  'procedure-codes-bundled': {
    'Insert a query to the clinician: procedure code': [
      '+ Query to clinician',
      '+ Procedure code: The note documents 96405 and 11900 at the same encounter. Which lesions or sites was each of the two for? Answer: ____  [ ] unable to determine',
      '+ ',
    ],
  },
  'em-99211-with-chemotherapy': {
    'Remove 99211': ['- Charges: 99211, 96405', '+ Charges: 96405'],
  },
  'em-code-missing': {
    'Insert a query to the clinician: evaluation code': [
      '+ Query to clinician',
      '+ Evaluation code: The note documents no evaluation code. The note says "Start clobetasol ointment twice daily, refer for patch testing". Which evaluation, if any, is reported for this encounter, and at which level? Answer: ____  [ ] unable to determine',
      '+ ',
    ],
  },
  'em-modifier-wrong': {
    'Replace modifier 57 of 99213 by 25': ['- Charges: 99213-57, 96405', '+ Charges: 99213-25, 96405'],
  },
  'lesion-count-conflict': {
    'Insert a query to the clinician: lesion count': [
      '+ Query to clinician',
      '+ Lesion count: The note states "intralesional injection of methotrexate, 4 lesions" and "Three lesions (left shin, left calf, left ankle) were injected with methotrexate 25 mg/mL, 0.4 mL each, 1.2 mL in all, through a 30-gauge needle". How many lesions received the agent at this encounter? [ ] 4  [ ] 3  [ ] other: ____  [ ] unable to determine',
      '+ ',
    ],
  },
  'lesion-count-missing': {
    'Insert a query to the clinician: lesion count': [
      '+ Query to clinician',
      '+ Lesion count: The note records an injection into lesions and gives no number of them. How many lesions received the agent at this encounter? Answer: ____  [ ] unable to determine',
      '+ ',
    ],
    'Insert an open field: Lesions treated': ['+ Lesions treated: ***'],
  },
  'lesion-count-vague': {
    'Insert a query to the clinician: lesion count': [
      '+ Query to clinician',
      '+ Lesion count: The note describes the lesions injected as "Several lesions of the left leg were injected with methotrexate 25 mg/mL, 1.2 mL in all, through a 30-gauge needle". How many lesions received the agent at this encounter? Answer: ____  [ ] unable to determine',
      '+ ',
    ],
    'Insert an open field: Lesions treated': ['+ Lesions treated: ***'],
  },
  'agent-missing': {
    'Insert a query to the clinician: agent': [
      '+ Query to clinician',
      '+ Agent: The note records an injection into lesions and does not name the agent. Which agent was injected into the lesions at this encounter? Answer: ____  [ ] unable to determine',
      '+ ',
    ],
    'Insert an open field: Agent given': ['+ Agent given: ***'],
  },
  'dose-missing': {
    'Insert a query to the clinician: dose': [
      '+ Query to clinician',
      '+ Dose: The note records an injection of methotrexate into lesions and gives neither a volume nor an amount. What volume or amount was injected at this encounter? Answer: ____  [ ] unable to determine',
      '+ ',
    ],
    'Insert an open field: Dose given': ['+ Dose given: ***'],
  },
  'indication-missing': {
    'Insert a query to the clinician: indication': [
      '+ Query to clinician',
      '+ Indication: The note records an injection into lesions and names no diagnosis or indication. For which diagnosis or indication were the lesions injected? Answer: ____  [ ] unable to determine',
      '+ ',
    ],
    'Insert an open field: Indication': ['+ Indication: ***'],
  },
  'benign-indication': {},
  'supply-code-missing': {
    'Add J9260 x 1 to the codes': ['- Charges: 96405', '+ Charges: 96405, J9260 x 1'],
    'Add J9255 x 1 to the codes': ['- Charges: 96405', '+ Charges: 96405, J9255 x 1'],
  },
  'supply-units-mismatch': {
    'Set the units of J9260 to 1': ['- Charges: 96405, J9260 x 3', '+ Charges: 96405, J9260 x 1'],
    'Insert a query to the clinician: dose': [
      '+ Query to clinician',
      '+ Dose: The note gives 30 mg of methotrexate and documents J9260 with 3 units. What volume or amount was injected at this encounter? Answer: ____  [ ] unable to determine',
      '+ ',
    ],
  },
  'wastage-modifier-missing': {
    'Add modifier JZ to J9260': ['- Charges: 96405, J9260 x 1', '+ Charges: 96405, J9260-JZ x 1'],
  },
  'placeholder-unfilled': {},
  'query-leading': {},
  'consent-missing': {
    'Insert an open field: Consent': ['+ Consent: ***'],
    'Insert a query to the clinician: consent': [
      '+ Query to clinician',
      '+ Consent: The note records an injection into lesions and does not mention consent. What, if anything, was discussed and agreed before the injection? Answer: ____  [ ] unable to determine',
      '+ ',
    ],
  },
  'aftercare-missing': {
    'Insert an open field: Aftercare': ['+ Aftercare: ***'],
    'Insert a query to the clinician: aftercare': [
      '+ Query to clinician',
      '+ Aftercare: The note records an injection into lesions and does not mention instructions for after the injection. What instructions, if any, were given for the time after the injection? Answer: ____  [ ] unable to determine',
      '+ ',
    ],
  },
  'follow-up-missing': {
    'Insert an open field: Follow-up': ['+ Follow-up: ***'],
    'Insert a query to the clinician: follow-up': [
      '+ Query to clinician',
      '+ Follow-up: The note records an injection into lesions and does not mention follow-up. What follow-up, if any, is planned? Answer: ____  [ ] unable to determine',
      '+ ',
    ],
  },
  'lot-missing': {
    'Insert an open field: Lot and expiration': ['+ Lot and expiration: ***'],
    'Insert a query to the clinician: lot': [
      '+ Query to clinician',
      '+ Lot: The note records an injection into lesions and does not mention lot and expiration of the drug. What are lot and expiration of the drug? Answer: ____  [ ] unable to determine',
      '+ ',
    ],
  },
  'lesion-sites-missing': {
    'Insert an open field: Lesion sites': ['+ Lesion sites: ***'],
    'Insert a query to the clinician: lesion sites': [
      '+ Query to clinician',
      '+ Lesion sites: The note records an injection into lesions and does not mention the sites of the lesions. Where were the lesions that were injected? Answer: ____  [ ] unable to determine',
      '+ ',
    ],
  },
  'anesthesia-missing': {
    'Insert an open field: Anesthesia': ['+ Anesthesia: ***'],
    'Insert a query to the clinician: anesthesia': [
      '+ Query to clinician',
      '+ Anesthesia: The note records an injection into lesions and does not mention anesthesia. What anesthesia, if any, was used? Answer: ____  [ ] unable to determine',
      '+ ',
    ],
  },
  'tolerance-missing': {
    'Insert an open field: Tolerance': ['+ Tolerance: ***'],
    'Insert a query to the clinician: tolerance': [
      '+ Query to clinician',
      '+ Tolerance: The note records an injection into lesions and does not mention how the injection was tolerated. How was the injection tolerated? Answer: ____  [ ] unable to determine',
      '+ ',
    ],
  },
  'monitoring-missing': {
    'Insert an open field: Monitoring': ['+ Monitoring: ***'],
    'Insert a query to the clinician: monitoring': [
      '+ Query to clinician',
      '+ Monitoring: The note records an injection into lesions and does not mention monitoring. What monitoring, if any, was done? Answer: ____  [ ] unable to determine',
      '+ ',
    ],
  },
  'technique-missing': {
    'Insert an open field: Technique': ['+ Technique: ***'],
    'Insert a query to the clinician: technique': [
      '+ Query to clinician',
      '+ Technique: The note records an injection into lesions and does not mention the technique. How was the injection carried out? Answer: ____  [ ] unable to determine',
      '+ ',
    ],
  },
  'signature-missing': {
    'Insert an open field: Signature': ['+ Signature: ***'],
    'Insert a query to the clinician: signature': [
      '+ Query to clinician',
      '+ Signature: The note records an injection into lesions and does not mention a signature. Who gave the injection, and when was the note authenticated? Answer: ____  [ ] unable to determine',
      '+ ',
    ],
  },
  'site-of-service-missing': {
    'Insert an open field: Place of service': ['+ Place of service: ***'],
  },
  'date-of-service-missing': {
    'Insert an open field: Date of service': ['+ Date of service: ***'],
  },
};
