import { carries25 } from '../facts/codes';
import { written } from './coding';
import { exampleNote, separateEvaluation } from './example-note';
import { removeCode, removeModifier } from './fixes/codes';
import { separateEvaluationQuery } from './fixes/separate-evaluation';
import { payerEvidence } from './payer-evidence';
import { rule } from './rule';

export const modifier25Unsupported = rule({
  id: 'modifier-25-unsupported',
  severity: 'error',
  messages: {
    notSeparate: (code: string) =>
      `${code} is documented with modifier 25, and the note supports no E/M beyond the usual work of the procedure.`,
    noProcedure: (code: string) =>
      `${code} is documented with modifier 25, and the note records no procedure at this encounter.`,
  },
  reads: ['procedures', 'codes', 'visit', 'encounter'],
  fixes: ['code', 'query'],
  asks: 'separate-evaluation',
  docs: {
    what: 'Modifier 25 on an E/M code where nothing remains once the work of the procedure is taken away, or where no procedure was done that day.',
    why: 'The decision to do a minor procedure, consent, the look at the lesions, the injection and its aftercare are part of the procedure. A sentence that claims a separate E/M is not one.',
    do: 'Read what was weighed. Remove the modifier, take the code out, or ask the clinician what else was done.',
    offWhen: 'The evaluation is documented in another note.',
    sources: ['ncci-policy', 'modifier-25', 'conventions'],
    wrong: exampleNote({
      visit: 'A significant, separately identifiable evaluation was performed.\n',
      charges: 'Charges: 99213⟦-25⟧{modifier-25-unsupported}, 96405',
    }),
    right: exampleNote({
      visit: separateEvaluation,
      charges: 'Charges: 99213-25, 96405',
    }),
  },
  check: ({ procedures, codes, visit, encounter, ...places }, report, configuration) => {
    if (visit.modifier25 !== 'present-unsupported') return;
    for (const [number, occurrences] of written(codes, 'em')) {
      const [first] = occurrences.filter(carries25);
      if (first === undefined) continue;
      const modifiers = occurrences.flatMap((code) => code.modifiers.filter(({ value }) => value === '25'));
      const message = visit.emSeparate === 'supported' ? 'noProcedure' : 'notSeparate';
      const removal = removeModifier(modifiers, '25', number);
      const span = modifiers[0]?.span ?? first.span;
      report(message, [number], {
        span,
        evidence: [...visit.against, ...payerEvidence('modifier25', encounter, configuration, span)],
        fixes:
          message === 'noProcedure'
            ? [removal]
            : [
                removal,
                removeCode(occurrences, first.text),
                separateEvaluationQuery(first.text, { procedures, visit }, places),
              ],
      });
    }
  },
});
