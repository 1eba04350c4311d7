import { exampleNote } from './example-note';
import { rule } from './rule';
import { listed } from './wording';

export const queryLeading = rule({
  id: 'query-leading',
  severity: 'warning',
  messages: {
    suggests: () => 'This query to the clinician suggests its answer.',
    payment: () => 'This query to the clinician speaks of payment.',
    lacks: (choices: readonly string[]) => `This query to the clinician offers choices without ${listed(choices)}.`,
  },
  reads: ['queries'],
  fixes: [],
  docs: {
    what: 'A question under "Query to clinician" that suggests its answer ("please document that"), speaks of payment, or offers choices without "other" and "unable to determine". The queries that this tool inserts are read in the same way.',
    why: 'A compliant query names what the record shows and leaves the answer to the clinician, whoever or whatever wrote it.',
    do: 'Ask an open question, or add the choices that are missing.',
    offWhen: 'Queries are written and reviewed in another system.',
    noFix: 'The words of a query are for the one who asks it to choose; the finding says what they suggest or lack.',
    sources: ['queries'],
    wrong: exampleNote({
      after:
        '\nQuery to clinician\nLesion count: ⟦Please document⟧{query-leading} that 8 lesions were injected. Answer: 3',
    }),
    right: exampleNote({
      after:
        '\nQuery to clinician\nLesion count: The note counts 3 lesions. How many lesions received the agent at this encounter? Answer: 3',
    }),
  },
  check: ({ queries }, report) => {
    for (const { span, openEnded, offersOther, offersUnableToDetermine, leading, payment } of queries) {
      for (const words of leading) report('suggests', [], { span: words });
      for (const words of payment) report('payment', [], { span: words });
      const lacks = [
        ...(offersOther ? [] : ['"other"']),
        ...(offersUnableToDetermine ? [] : ['"unable to determine"']),
      ];
      if (!openEnded && lacks.length > 0) report('lacks', [lacks], { span });
    }
  },
});
