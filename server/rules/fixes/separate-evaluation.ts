import type { Facts } from '../../facts/model';
import type { Fix } from '../finding';
import type { Places } from '../rule';
import { indicatorsQuoted } from '../wording';
import { query } from './query';

/** Asks what else was done, quoting both what speaks for a separate evaluation and what against. */
export function separateEvaluationQuery(
  code: string,
  { procedures, visit }: Pick<Facts, 'procedures' | 'visit'>,
  places: Places,
): Fix {
  const said = indicatorsQuoted([...visit.for, ...visit.against]);
  const injected = procedures.length > 0;
  return query(
    'separate-evaluation',
    {
      indicators: `The note documents ${code}${injected ? ' and an injection into lesions at the same encounter' : ''}.${said}`,
      question: `What, if anything, was evaluated or managed at this encounter apart from ${injected ? 'the injection' : 'any procedure'}?`,
    },
    places,
  );
}
