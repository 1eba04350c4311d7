import { familyOf } from '../knowledge/codes';
import { exampleNote } from './example-note';
import { lesionCountField, lesionCountQuery } from './fixes/lesion-count';
import { rule } from './rule';
import { countReadings } from './wording';

export const lesionCountMissing = rule({
  id: 'lesion-count-missing',
  severity: 'warning',
  messages: {
    missing: () => 'Lesions were injected, and the note neither counts nor lists them.',
    readings: (codes: string) =>
      `Lesions were injected, and the note neither counts nor lists them; the code is ${codes}.`,
  },
  reads: ['procedures', 'elements'],
  fixes: ['query', 'field'],
  asks: 'lesion-count',
  docs: {
    what: 'An injection without a number of lesions and without a list to count. A number that could only be had by dividing a volume is no count; one lesion spoken of in the singular is.',
    why: 'The number of lesions that received the drug selects the code, and it cannot be read from the examination or the volume.',
    do: 'Ask the clinician, or leave an open field for the number.',
    offWhen: 'The count is kept on a separate map or flow sheet.',
    sources: ['conventions', 'documentation'],
    wrong: exampleNote({
      injection:
        'The lesions were ⟦injected⟧{lesion-count-missing} with methotrexate 25 mg/mL, 1.2 mL in all, through a 30-gauge needle.',
      charges: null,
    }),
    right: exampleNote({ charges: null }),
  },
  check: ({ procedures, elements, ...places }, report) => {
    if (elements['lesion-count'].state === 'open') return;
    for (const { countStatus, span, agentClass } of procedures) {
      if (countStatus !== 'missing') continue;
      const where = {
        span,
        fixes: [
          lesionCountQuery('The note records an injection into lesions and gives no number of them.', places),
          lesionCountField(places),
        ],
      };
      if (agentClass === null) report('missing', [], where);
      else report('readings', [countReadings(familyOf(agentClass))], where);
    }
  },
});
