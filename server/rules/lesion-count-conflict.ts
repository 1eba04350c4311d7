import { codeFor, familyOf } from '../knowledge/codes';
import { exampleNote } from './example-note';
import { query } from './fixes/query';
import { rule } from './rule';
import { listed, quoted } from './wording';

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
    for (const { countStatus, countEvidence, agentClass, span } of procedures) {
      if (countStatus !== 'conflicting') continue;
      const numbers = [...new Set(countEvidence.flatMap(({ lesions }) => (lesions === null ? [] : [lesions])))];
      const reading = (n: number): string => {
        const code = agentClass === null ? undefined : codeFor(familyOf(agentClass), n);
        return code === undefined ? `${n}` : `${n} (${code})`;
      };
      const quotes = [...new Set(countEvidence.map(({ quote }) => quoted(quote)))];
      const where = {
        span: countEvidence[0]?.span ?? span,
        evidence: countEvidence.map((statement) => ({ span: statement.span, says: statement.says })),
        fixes: [
          query(
            'lesion-count',
            {
              indicators: `The note states ${listed(quotes)}.`,
              question: 'How many lesions received the agent at this encounter?',
              options: numbers.map(String),
            },
            places,
          ),
        ],
      };
      if (numbers.length > 1) report('numbers', [numbers.map(reading)], where);
      else report('statements', [], where);
    }
  },
});
