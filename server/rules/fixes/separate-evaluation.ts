import type { Visit } from '../../facts/model';
import type { Fix } from '../finding';
import type { Places } from '../rule';
import { query } from './query';

/** Asks what else was done, naming both what speaks for a separate evaluation and what against. */
export function separateEvaluationQuery(code: string, visit: Visit, places: Places): Fix {
  const found = [...visit.for, ...visit.against].map(({ says }) => says);
  const indicators = found.length === 0 ? '' : ` Found in the note: ${[...new Set(found)].join('; ')}.`;
  return query(
    'separate-evaluation',
    {
      indicators: `The note documents ${code} and a procedure at the same encounter.${indicators}`,
      question: 'What, if anything, was evaluated or managed at this encounter apart from the procedure?',
    },
    places,
  );
}
