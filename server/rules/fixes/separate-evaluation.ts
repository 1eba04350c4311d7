import type { Visit } from '../../facts/model';
import type { Fix } from '../finding';
import type { Places } from '../rule';
import { indicatorsQuoted } from '../wording';
import { query } from './query';

/** Asks what else was done, quoting both what speaks for a separate evaluation and what against. */
export function separateEvaluationQuery(code: string, visit: Visit, places: Places): Fix {
  return query(
    'separate-evaluation',
    {
      indicators: `The note documents ${code} and a procedure at the same encounter.${indicatorsQuoted([
        ...visit.for,
        ...visit.against,
      ])}`,
      question: 'What, if anything, was evaluated or managed at this encounter apart from the procedure?',
    },
    places,
  );
}
