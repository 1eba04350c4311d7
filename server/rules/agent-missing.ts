import { codeFor } from '../knowledge/codes';
import { insertedFields } from '../knowledge/open-fields';
import { exampleNote } from './example-note';
import { openField } from './fixes/field';
import { query } from './fixes/query';
import { rule } from './rule';
import { lesions } from './wording';

export const agentMissing = rule({
  id: 'agent-missing',
  severity: 'warning',
  messages: {
    missing: () => 'Lesions were injected, and the note does not name the agent.',
    readings: (count: number, antineoplastic: string, otherDrug: string) =>
      `The note does not name the agent injected: ${lesions(count)} are ${antineoplastic} with an antineoplastic drug and ${otherDrug} with any other.`,
  },
  reads: ['procedures', 'elements'],
  fixes: ['query', 'field'],
  asks: 'agent',
  docs: {
    what: 'An injection into lesions whose drug is not named, or named only by class ("steroid", "chemo") or by reference ("per pharmacy label").',
    why: 'The drug selects the family of codes and the code of the drug itself.',
    do: 'Ask the clinician, or leave an open field for the name.',
    offWhen: 'The drug is kept in a separate administration record.',
    sources: ['conventions', 'documentation', 'chemo-administration'],
    wrong: exampleNote({
      procedure: 'Procedure: intralesional injection',
      injection:
        'Three lesions (left shin, left calf, left ankle) were ⟦injected⟧{agent-missing}, 0.4 mL each, 1.2 mL in all, through a 30-gauge needle.',
      charges: null,
    }),
    right: exampleNote({ charges: null }),
  },
  check: ({ procedures, elements, ...places }, report) => {
    if (elements.agent.state === 'open') return;
    for (const { agent, agentClass, lesions: count, span, agentSpans } of procedures) {
      if (agent !== null) continue;
      const where = {
        span,
        evidence: agentSpans.map((each) => ({ span: each, says: 'speaks of the agent without naming it' })),
        fixes: [
          query(
            'agent',
            {
              indicators: 'The note records an injection into lesions and does not name the agent.',
              question: 'Which agent was injected into the lesions at this encounter?',
            },
            places,
          ),
          openField({ label: insertedFields.agent, place: 'procedure' }, places),
        ],
      };
      const antineoplastic = count === null ? undefined : codeFor('antineoplastic', count);
      const otherDrug = count === null ? undefined : codeFor('other-drug', count);
      if (count === null || agentClass !== null || antineoplastic === undefined || otherDrug === undefined) {
        report('missing', [], where);
      } else {
        report('readings', [count, antineoplastic, otherDrug], where);
      }
    }
  },
});
