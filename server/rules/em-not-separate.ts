import { carries25 } from '../facts/codes';
import { written } from './coding';
import { exampleNote } from './example-note';
import { removeCode } from './fixes/codes';
import { separateEvaluationQuery } from './fixes/separate-evaluation';
import { payerEvidence } from './payer-evidence';
import { rule } from './rule';

export const emNotSeparate = rule({
  id: 'em-not-separate',
  severity: 'warning',
  messages: {
    notSeparate: (code: string) =>
      `${code} is documented beside an injection without modifier 25, and the note supports no E/M beyond the usual work of the procedure.`,
  },
  reads: ['procedures', 'codes', 'visit', 'encounter'],
  fixes: ['query', 'code'],
  asks: 'separate-evaluation',
  docs: {
    what: 'An E/M code without modifier 25 beside an injection of the same day, where nothing remains once the work of the injection is taken away.',
    why: 'The decision to inject, consent, the look at the lesions, the injection and its aftercare are part of the procedure, for a new patient too.',
    do: 'Read what was weighed. Ask the clinician what else was done, or take the code out.',
    offWhen: 'The evaluation is documented in another note.',
    sources: ['ncci-policy', 'modifier-25', 'conventions'],
    wrong: exampleNote({
      visit: 'Here for the scheduled injection, second of four. No other concerns.\n',
      charges: 'Charges: ⟦99213⟧{em-not-separate}, 96405',
    }),
    right: exampleNote({
      visit: 'Here for the scheduled injection, second of four. No other concerns.\n',
      charges: 'Charges: 96405',
    }),
  },
  check: ({ procedures, codes, visit, encounter, ...places }, report, configuration) => {
    if (procedures.length === 0 || visit.emSeparate !== 'insufficient') return;
    const documented = [...written(codes, 'em')];
    // With 25 on any of them the finding is modifier-25-unsupported.
    if (documented.some(([, occurrences]) => occurrences.some(carries25))) return;
    for (const [number, occurrences] of documented) {
      report('notSeparate', [number], {
        span: occurrences[0].span,
        evidence: [...visit.against, ...payerEvidence('modifier25', encounter, configuration, occurrences[0].span)],
        fixes: [separateEvaluationQuery(number, { procedures, visit }, places), removeCode(occurrences, number)],
      });
    }
  },
});
