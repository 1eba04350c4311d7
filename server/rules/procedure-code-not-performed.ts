import { written } from './coding';
import { exampleNote } from './example-note';
import { removeCode } from './fixes/codes';
import { query } from './fixes/query';
import { rule } from './rule';

/** An injection that was planned and put off. */
const deferred = {
  procedure: 'Planned procedure: intralesional injection of methotrexate',
  consent: null,
  anesthesia: null,
  injection: 'The lesions are infected today. The injection was not performed and is deferred for two weeks.',
  lot: null,
  monitoring: null,
  tolerance: null,
  aftercare: null,
  followUp: 'Follow-up: return in 2 weeks.',
};

export const procedureCodeNotPerformed = rule({
  id: 'procedure-code-not-performed',
  severity: 'error',
  messages: {
    notPerformed: (code: string) =>
      `${code} is documented, and the note records no injection into a lesion at this encounter.`,
  },
  reads: ['procedures', 'codes', 'notPerformed'],
  fixes: ['code', 'query'],
  asks: 'injection-performed',
  docs: {
    what: 'One of the four codes in a note in which nothing was injected into a lesion at this encounter: deferred, declined, planned, or only told of another day.',
    why: 'A code reports what was done. A charge that came from an order set or a template outlives a procedure that did not take place.',
    do: 'Remove the code, or ask the clinician what was done.',
    offWhen: 'Charges and procedure notes are kept in different documents.',
    sources: ['conventions', 'documentation'],
    wrong: exampleNote({ ...deferred, charges: 'Charges: ⟦96405⟧{procedure-code-not-performed}' }),
    right: exampleNote({ ...deferred, charges: null }),
  },
  check: ({ procedures, codes, notPerformed, ...places }, report) => {
    if (procedures.length > 0) return;
    for (const [number, occurrences] of written(codes, 'injection')) {
      report('notPerformed', [number], {
        span: occurrences[0].span,
        evidence: notPerformed,
        fixes: [
          removeCode(occurrences, number),
          query(
            'injection-performed',
            {
              indicators: `The note documents ${number} and records no injection into a lesion at this encounter.`,
              question: 'What, if anything, was done to the lesions at this encounter?',
              options: ['injected', 'not injected'],
            },
            places,
          ),
        ],
      });
    }
  },
});
