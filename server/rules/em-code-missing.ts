import { written } from './coding';
import { exampleNote, separateEvaluation } from './example-note';
import { query } from './fixes/query';
import { rule } from './rule';
import { indicatorsQuoted } from './wording';

export const emCodeMissing = rule({
  id: 'em-code-missing',
  severity: 'information',
  messages: {
    missing: () => 'The note supports an E/M beyond the usual work of the procedure, and no E/M code is documented.',
  },
  reads: ['procedures', 'codes', 'visit'],
  fixes: ['query'],
  asks: 'evaluation-code',
  docs: {
    what: 'An injection with a separate E/M on the same day, and no E/M code.',
    why: 'A service that the note fully describes and the codes leave out makes the record incomplete. The level is for the coder to determine: this tool proposes none.',
    do: 'Determine whether an evaluation is reported, and its level.',
    offWhen: 'E/M codes are entered elsewhere.',
    sources: ['conventions', 'modifier-25'],
    wrong: exampleNote({
      visit: separateEvaluation.replace(/Start clobetasol.*/, '⟦$&⟧{em-code-missing}'),
    }),
    right: exampleNote({
      visit: separateEvaluation,
      charges: 'Charges: 99213-25, 96405',
    }),
  },
  check: ({ procedures, codes, visit, ...places }, report) => {
    const [injection] = procedures;
    if (injection === undefined || visit.emSeparate !== 'supported' || visit.emCode !== null) return;
    if (written(codes, 'em').size > 0) return;
    report('missing', [], {
      span: visit.for[0]?.span ?? injection.span,
      evidence: visit.for,
      fixes: [
        query(
          'evaluation-code',
          {
            indicators: `The note documents no evaluation code.${indicatorsQuoted(visit.for)}`,
            question: 'Which evaluation, if any, is reported for this encounter, and at which level?',
          },
          places,
        ),
      ],
    });
  },
});
