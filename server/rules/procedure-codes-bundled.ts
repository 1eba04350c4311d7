import type { DocumentedCode, Procedure } from '../facts/model';
import { familyOf, injectionCode } from '../knowledge/codes';
import { type Edit, editBetween, editsAsOf, separatingModifiers } from '../knowledge/ncci';
import { written } from './coding';
import { exampleNote } from './example-note';
import { removeCode } from './fixes/codes';
import { query } from './fixes/query';
import { rule } from './rule';

const twoDrugs =
  'Three lesions (left shin, left calf, left ankle) were injected with methotrexate 25 mg/mL, 0.4 mL each, through a 30-gauge needle. Two keloids of the chest were injected with triamcinolone 10 mg/mL, 0.2 mL each.';

export const procedureCodesBundled = rule({
  id: 'procedure-codes-bundled',
  severity: 'information',
  messages: {
    separable: ({ column1, column2 }: Edit, date: string | null) =>
      `${column2} is documented beside ${column1}; by the edits of ${editsAsOf}${outside(date)} the two stand together only for different lesions or sites, with modifier 59 or XS on ${column2}.`,
    never: ({ column1, column2 }: Edit, date: string | null) =>
      `${column2} is documented beside ${column1}; by the edits of ${editsAsOf}${outside(date)} the two do not stand together, with a modifier or without.`,
  },
  reads: ['procedures', 'codes', 'encounter'],
  fixes: ['query', 'code'],
  asks: 'procedure-code',
  docs: {
    what: 'A code of the injection and another procedure or drug code of the day between which an edit was in force on 2024-07-01, such as 96405 with 11900, and no modifier 59, XE, XP, XS or XU that tells the two apart. Codes of one family are left to procedure-codes-exclusive, evaluation codes to the rules on modifier 25. Silent where the injected drug rules one of the two out.',
    why: 'The code of column two counts as part of the other one, unless it was for another lesion or site. Some pairs never stand together.',
    do: 'Look which lesions each code was for. Where none got both, the modifier goes on the code of column two; where the note does not say, ask.',
    offWhen: 'Another system checks the edits.',
    sources: ['ncci-ptp-2024-07'],
    wrong: exampleNote({ injection: twoDrugs, charges: 'Charges: 96405, ⟦11900⟧{procedure-codes-bundled}' }),
    right: exampleNote({ injection: twoDrugs, charges: 'Charges: 96405, 11900-XS' }),
  },
  check: ({ procedures, codes, encounter, ...places }, report) => {
    if (procedures.length === 0) return;
    const documented = [...written(codes, 'injection'), ...written(codes, 'other'), ...written(codes, 'hcpcs')];
    for (const [at, [number, occurrences]] of documented.entries()) {
      for (const [other, others] of documented.slice(at + 1)) {
        const edit = editBetween(number, other);
        if (edit === undefined || injectionCode(number)?.pair === other) continue;
        if (!isBorneOut(number, procedures) || !isBorneOut(other, procedures)) continue;
        const [bundled, standing] = edit.column2 === number ? [occurrences, others] : [others, occurrences];
        if (edit.separable && [...bundled, ...standing].some(isTold)) continue;
        const ask = query(
          'procedure-code',
          {
            indicators: `The note documents ${edit.column1} and ${edit.column2} at the same encounter.`,
            question: 'Which lesions or sites was each of the two for?',
          },
          places,
        );
        report(edit.separable ? 'separable' : 'never', [edit, encounter.date], {
          span: bundled[0].span,
          evidence: [{ span: standing[0].span, says: `documents ${edit.column1}` }],
          fixes: edit.separable ? [ask] : [removeCode(bundled, edit.column2), ask],
        });
      }
    }
  },
});

const outside = (date: string | null): string => (date !== null && date > editsAsOf ? ` (no data for ${date})` : '');

/** A code of the other family than the injected drugs is wrong on its own, which procedure-code-agent-mismatch reports. */
function isBorneOut(number: string, procedures: readonly Procedure[]): boolean {
  const fact = injectionCode(number);
  if (fact === undefined) return true;
  return procedures.some(({ agentClass }) => agentClass === null || familyOf(agentClass) === fact.family);
}

const isTold = ({ modifiers }: DocumentedCode): boolean =>
  modifiers.some(({ value }) => separatingModifiers.has(value));
