import { codeFor, familyOf } from '../knowledge/codes';
import { countStatements } from './coding';
import { exampleNote } from './example-note';
import { lesionCountQuery } from './fixes/lesion-count';
import { rule } from './rule';
import { listed } from './wording';

export const lesionCountConflict = rule({
  id: 'lesion-count-conflict',
  severity: 'error',
  messages: {
    numbers: (readings: readonly string[]) => `Statements about the lesions injected disagree: ${listed(readings)}.`,
    statements: () => 'Statements about the lesions injected disagree, and the note does not settle which one stands.',
  },
  reads: ['procedures'],
  fixes: ['query'],
  asks: 'lesion-count',
  docs: {
    what: 'Two statements of one note about the lesions that received the drug today, with different numbers: in prose, a list, a table, a total, or by two people. Statements about lesions examined, planned or treated another day do not count, and an explicit correction settles the matter.',
    why: 'The number selects the code, and only the clinician knows which statement is right.',
    do: 'Ask. The query quotes both statements and proposes neither.',
    offWhen: 'Never in a workplace that codes from its notes.',
    sources: ['conventions', 'documentation', 'queries'],
    wrong: exampleNote({
      procedure: 'Procedure: intralesional injection of methotrexate, ⟦4 lesions⟧{lesion-count-conflict}',
      injection:
        'Three lesions (left shin, left calf, left ankle) were injected with methotrexate 25 mg/mL, 0.4 mL each, 1.2 mL in all, through a 30-gauge needle.',
    }),
    right: exampleNote({
      procedure: 'Procedure: intralesional injection of methotrexate, 3 lesions',
      injection:
        'Of four lesions, three (left shin, left calf, left ankle) were injected with methotrexate 25 mg/mL, 0.4 mL each, 1.2 mL in all, through a 30-gauge needle.',
    }),
  },
  check: ({ procedures, ...places }, report) => {
    for (const procedure of procedures) {
      const { countStatus, countEvidence, agentClass } = procedure;
      if (countStatus !== 'conflicting') continue;
      const numbers = [...new Set(countEvidence.flatMap(({ lesions }) => (lesions === null ? [] : [lesions])))];
      const reading = (n: number): string => {
        const code = agentClass === null ? undefined : codeFor(familyOf(agentClass), n);
        return code === undefined ? `${n}` : `${n} (${code})`;
      };
      const { quotes, ...stated } = countStatements(procedure);
      const ask = lesionCountQuery(`The note states ${listed(quotes)}.`, places, numbers.map(String));
      const where = { ...stated, fixes: [ask] };
      if (numbers.length > 1) report('numbers', [numbers.map(reading)], where);
      else report('statements', [], where);
    }
  },
});
