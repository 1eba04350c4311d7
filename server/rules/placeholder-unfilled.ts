import { queryLabel } from '../knowledge/queries';
import type { Span } from '../note/span';
import { exampleNote } from './example-note';
import { rule } from './rule';

export const placeholderUnfilled = rule({
  id: 'placeholder-unfilled',
  severity: 'warning',
  messages: {
    unfilled: () => 'A field of the template is left open.',
    unanswered: (label: string) => `A query to the clinician is not answered: ${label.toLowerCase()}.`,
  },
  reads: ['placeholders', 'queries'],
  fixes: [],
  docs: {
    what: 'Template text left open: `***`, a choice with nothing ticked, `{yes/no}`, `____` after a label, `@NAME@`, `<dose>`; and a query to the clinician without an answer. In every note, with an injection or without.',
    why: 'An open field is no documentation. What this tool inserts is an open field too, and is reported until the clinician fills it.',
    do: 'Have the clinician fill it in, or take the line out where it does not apply.',
    offWhen: 'Templates are checked as notes.',
    noFix: 'Only the clinician knows what belongs there, and the open field or query asks for it already.',
    sources: ['conventions', 'documentation'],
    wrong: exampleNote({ consent: 'Consent: ⟦***⟧{placeholder-unfilled}' }),
    right: exampleNote(),
  },
  check: ({ placeholders, queries }, report) => {
    const open = queries.filter((query) => query.open);
    for (const { span, subject } of open) {
      report('unanswered', [subject === null ? 'no subject' : queryLabel(subject)], { span });
    }
    // The blanks of a query are reported once, as the query.
    for (const span of placeholders) {
      if (!queries.some((query) => holds(query.span, span))) report('unfilled', [], { span });
    }
  },
});

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
