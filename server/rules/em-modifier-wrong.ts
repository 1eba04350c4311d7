import { carries25 } from '../facts/codes';
import type { CodeModifier, DocumentedCode } from '../facts/model';
import { separatingModifiers } from '../knowledge/ncci';
import { written } from './coding';
import { exampleNote, separateEvaluation } from './example-note';
import { removeModifier, replaceBy25 } from './fixes/codes';
import { rule } from './rule';

export const emModifierWrong = rule({
  id: 'em-modifier-wrong',
  severity: 'warning',
  messages: {
    majorSurgery: (code: string) =>
      `${code} carries modifier 57, which is for the decision for a major procedure, and an intralesional injection is a minor one.`,
    procedureModifier: (code: string, modifier: string) =>
      `${code} carries modifier ${modifier}, which stands on a procedure and never on an E/M code.`,
  },
  reads: ['procedures', 'codes', 'visit'],
  fixes: ['code'],
  docs: {
    what: 'Modifier 57, 59, XE, XP, XS or XU on an E/M code; 57 only beside an intralesional injection.',
    why: 'The four codes have 000 global days, and 57 is for procedures of 90. 59 and the X modifiers tell two procedures apart.',
    do: 'Replace the modifier by 25 where the note shows a separate E/M, otherwise remove it.',
    offWhen: 'The note also records the decision for a major procedure.',
    sources: ['em-modifiers', 'pfs-2024-07'],
    wrong: exampleNote({
      visit: separateEvaluation,
      charges: 'Charges: 99213⟦-57⟧{em-modifier-wrong}, 96405',
    }),
    right: exampleNote({
      visit: separateEvaluation,
      charges: 'Charges: 99213-25, 96405',
    }),
  },
  check: ({ procedures, codes, visit }, report) => {
    for (const [number, occurrences] of written(codes, 'em')) {
      for (const [value, modifiers] of wrongModifiers(occurrences, procedures.length > 0)) {
        const replaceable = visit.emSeparate === 'supported' && procedures.length > 0 && !occurrences.some(carries25);
        const where = {
          span: modifiers[0].span,
          fixes: [replaceable ? replaceBy25(modifiers, value, number) : removeModifier(modifiers, value, number)],
        };
        if (value === '57') report('majorSurgery', [number], where);
        else report('procedureModifier', [number, value], where);
      }
    }
  },
});

function wrongModifiers(
  codes: readonly DocumentedCode[],
  injected: boolean,
): Map<string, [CodeModifier, ...CodeModifier[]]> {
  const wrong = new Map<string, [CodeModifier, ...CodeModifier[]]>();
  for (const modifier of codes.flatMap(({ modifiers }) => modifiers)) {
    // 59 and the X modifiers tell procedures apart; 57 tells of the decision for a major procedure.
    if (!separatingModifiers.has(modifier.value) && !(modifier.value === '57' && injected)) continue;
    const same = wrong.get(modifier.value);
    if (same === undefined) wrong.set(modifier.value, [modifier]);
    else same.push(modifier);
  }
  return wrong;
}
