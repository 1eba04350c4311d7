import { written } from './coding';
import { exampleNote, separateEvaluation } from './example-note';
import { moveModifier25, removeModifier } from './fixes/codes';
import { rule } from './rule';

export const modifier25Misplaced = rule({
  id: 'modifier-25-misplaced',
  severity: 'error',
  messages: {
    misplaced: (code: string) => `${code} carries modifier 25, which stands on an E/M code and never on a procedure.`,
  },
  reads: ['procedures', 'codes', 'visit'],
  fixes: ['code'],
  docs: {
    what: 'Modifier 25 on 96405, 96406, 11900 or 11901. Where nothing was injected, procedure-code-not-performed alone speaks of the code and all it carries.',
    why: 'The modifier tells that the evaluation is separate from the procedure, and so belongs to the E/M code alone.',
    do: 'Move it to the E/M code where the note shows a separate E/M, otherwise remove it.',
    offWhen: 'Never.',
    sources: ['modifier-25', 'em-modifiers'],
    wrong: exampleNote({
      visit: separateEvaluation,
      charges: 'Charges: 99213-25, 96405⟦-25⟧{modifier-25-misplaced}',
    }),
    right: exampleNote({
      visit: separateEvaluation,
      charges: 'Charges: 99213-25, 96405',
    }),
  },
  check: ({ procedures, codes, visit, ...places }, report) => {
    if (procedures.length === 0) return;
    for (const [number, occurrences] of written(codes, 'injection')) {
      const modifiers = occurrences.flatMap((code) => code.modifiers.filter(({ value }) => value === '25'));
      const [first] = modifiers;
      if (first === undefined) continue;
      const evaluation = visit.emCode === null ? undefined : written(codes, 'em').get(visit.emCode);
      const fix =
        visit.modifier25 === 'needed' && evaluation !== undefined
          ? moveModifier25(modifiers, evaluation, evaluation[0].code, places)
          : removeModifier(modifiers, '25', number);
      report('misplaced', [number], {
        span: first.span,
        evidence: (evaluation ?? []).map(({ span, text }) => ({ span, says: `documents ${text}` })),
        fixes: [fix],
      });
    }
  },
});
