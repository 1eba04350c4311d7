import { carries25 } from '../facts/codes';
import { isChemotherapyAdministration } from '../knowledge/codes';
import { payerOf } from '../knowledge/payers';
import { written } from './coding';
import { exampleNote, separateEvaluation } from './example-note';
import { addModifier25 } from './fixes/codes';
import { payerEvidence } from './payer-evidence';
import { rule } from './rule';

export const modifier25Missing = rule({
  id: 'modifier-25-missing',
  severity: 'warning',
  messages: {
    missing: (code: string) =>
      `${code} is documented beside an injection without modifier 25, and the note supports an E/M beyond the usual work of the procedure.`,
  },
  reads: ['codes', 'visit', 'encounter'],
  fixes: ['code'],
  docs: {
    what: 'An E/M code without modifier 25 beside an injection of the same day, where the note supports an E/M of its own.',
    why: 'The injection includes the work around it. The modifier says that the E/M code stands for other work.',
    do: 'Read the evidence; add the modifier where it stands.',
    offWhen: 'Modifiers are added after the note, by another system.',
    sources: ['ncci-policy', 'modifier-25', 'conventions'],
    wrong: exampleNote({ visit: separateEvaluation, charges: 'Charges: ⟦99213⟧{modifier-25-missing}, 96405' }),
    right: exampleNote({ visit: separateEvaluation, charges: 'Charges: 99213-25, 96405' }),
  },
  check: ({ codes, visit, encounter, ...places }, report, configuration) => {
    if (visit.modifier25 !== 'needed' || visit.emCode === null) return;
    const evaluation = written(codes, 'em').get(visit.emCode);
    const bare = evaluation?.find((code) => !carries25(code));
    if (evaluation === undefined || bare === undefined) return;
    // Medicare does not take 99211 there with 25 either; em-99211-with-chemotherapy says so.
    const medicare = payerOf(encounter.payer, configuration.payer) === 'medicare';
    if (medicare && bare.code === '99211' && codes.some(({ code }) => isChemotherapyAdministration(code))) return;
    report('missing', [bare.code], {
      span: bare.span,
      evidence: [...visit.for, ...payerEvidence('modifier25', encounter, configuration, bare.span)],
      fixes: [addModifier25(evaluation, bare.code, places)],
    });
  },
});
