import { isChemotherapyAdministration } from '../knowledge/codes';
import { written } from './coding';
import { exampleNote } from './example-note';
import { removeCode } from './fixes/codes';
import { payerEvidence } from './payer-evidence';
import { rule } from './rule';

export const em99211WithChemotherapy = rule({
  id: 'em-99211-with-chemotherapy',
  severity: 'information',
  forPayer: { payer: 'medicare', severity: 'warning' },
  messages: {
    beside: (administration: string) =>
      `99211 is documented beside ${administration}, and Medicare does not take it with chemotherapy administration, with modifier 25 or without.`,
  },
  reads: ['codes', 'encounter'],
  fixes: ['code'],
  docs: {
    what: '99211 on the day of a code of chemotherapy administration (96401 to 96549, and so 96405 and 96406), with modifier 25 or without. A warning where the payer is Medicare; for other payers there is no data, and it is for information.',
    why: 'Medicare counts the work of 99211 as part of chemotherapy administration. A visit of a higher level may stand beside it where the note shows a separate E/M.',
    do: 'Check what was done and by whom. Take the code out, or look up what the payer of the note accepts.',
    offWhen: 'None of your payers follows Medicare here.',
    sources: ['nurse-visit', 'ncci-ptp-2024-07'],
    wrong: exampleNote({
      place: 'Payer: Medicare',
      charges: 'Charges: ⟦99211⟧{em-99211-with-chemotherapy}, 96405',
    }),
    right: exampleNote({ place: 'Payer: Medicare' }),
  },
  check: ({ codes, encounter }, report, configuration) => {
    const visit = written(codes, 'em').get('99211');
    const administration = codes.find(({ code }) => isChemotherapyAdministration(code));
    if (visit === undefined || administration === undefined) return;
    const [{ span, text }] = visit;
    report('beside', [administration.code], {
      span,
      evidence: [
        { span: administration.span, says: `documents ${administration.code}` },
        ...payerEvidence('modifier25', encounter, configuration, span),
      ],
      fixes: [removeCode(visit, text)],
    });
  },
});
