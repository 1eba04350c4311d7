import { injectionCode } from '../knowledge/codes';
import { settledFamilies, written } from './coding';
import { exampleNote } from './example-note';
import { replaceCode } from './fixes/codes';
import { lesionCountQuery } from './fixes/lesion-count';
import { rule } from './rule';
import { band, lesions } from './wording';

export const procedureCodeCountMismatch = rule({
  id: 'procedure-code-count-mismatch',
  severity: 'error',
  messages: {
    otherBand: (code: string, itsBand: string, count: number) =>
      `${code} is for ${itsBand}, and the note counts ${lesions(count)}.`,
  },
  reads: ['procedures', 'codes'],
  fixes: ['code', 'query'],
  asks: 'lesion-count',
  docs: {
    what: 'A code of the right drug family whose number of lesions is not the number that the note counts.',
    why: 'The number of lesions that received the drug selects the code: 1 to 7, or 8 and more. Needle sticks, syringes and volume do not.',
    do: 'Compare the statements that the finding points at. Correct the code, or ask the clinician where the count itself is in doubt.',
    offWhen: 'Never in a workplace that codes from its notes.',
    sources: ['conventions', 'counting'],
    wrong: exampleNote({
      injection:
        'Nine lesions of the left leg were injected with methotrexate 25 mg/mL, 0.1 mL each, 0.9 mL in all, through a 30-gauge needle.',
      charges: 'Charges: ⟦96405⟧{procedure-code-count-mismatch}',
    }),
    right: exampleNote({
      injection:
        'Nine lesions of the left leg were injected with methotrexate 25 mg/mL, 0.1 mL each, 0.9 mL in all, through a 30-gauge needle.',
      charges: 'Charges: 96406',
    }),
  },
  check: ({ procedures, codes, ...places }, report) => {
    const documented = written(codes, 'injection');
    for (const { family, code, lesions: count, evidence } of settledFamilies(procedures)) {
      for (const [number, occurrences] of documented) {
        const fact = injectionCode(number);
        // Both codes of the pair are one finding, of procedure-codes-exclusive.
        if (fact?.family !== family || number === code || documented.has(fact.pair)) continue;
        const indicators = `The note counts ${lesions(count)} and documents ${number}, which is for ${band(fact)}.`;
        report('otherBand', [number, band(fact), count], {
          span: occurrences[0].span,
          evidence,
          fixes: [replaceCode(occurrences, number, code, places), lesionCountQuery(indicators, places)],
        });
      }
    }
  },
});
