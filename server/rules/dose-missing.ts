import { exampleNote } from './example-note';
import { openField } from './fixes/field';
import { query } from './fixes/query';
import { rule } from './rule';

export const doseMissing = rule({
  id: 'dose-missing',
  severity: 'warning',
  messages: {
    missing: (agent: string | null) =>
      `The note gives neither a volume nor an amount of the ${agent ?? 'agent'} injected.`,
  },
  reads: ['procedures', 'elements'],
  fixes: ['query', 'field'],
  asks: 'dose',
  docs: {
    what: 'An agent that was injected without a volume or an amount given today. A concentration alone is no dose; a volume of an agent that is not named is.',
    why: 'The amount given is part of the record of any drug, and the units of its own code rest on it.',
    do: 'Ask the clinician, or leave an open field for the dose.',
    offWhen: 'The dose is kept in a separate administration record.',
    sources: ['conventions', 'documentation', 'jw-jz'],
    wrong: exampleNote({
      injection:
        'Three lesions (left shin, left calf, left ankle) were injected with ⟦methotrexate⟧{dose-missing} 25 mg/mL through a 30-gauge needle.',
    }),
    right: exampleNote(),
  },
  check: ({ procedures, elements, ...places }, report) => {
    if (elements.dose.state === 'open') return;
    for (const { agent, agentSpans, doseSpans, span } of procedures) {
      if (doseSpans.length > 0) continue;
      report('missing', [agent], {
        span: agentSpans[0] ?? span,
        fixes: [
          query(
            'dose',
            {
              indicators: `The note records an injection of ${agent ?? 'an agent'} into lesions and gives neither a volume nor an amount.`,
              question: 'What volume or amount was injected at this encounter?',
            },
            places,
          ),
          openField({ label: 'Dose given', place: 'procedure' }, places),
        ],
      });
    }
  },
});
