import { exampleNote, injectionMarked } from './example-note';
import { openField } from './fixes/field';
import { query } from './fixes/query';
import { rule } from './rule';

export const indicationMissing = rule({
  id: 'indication-missing',
  severity: 'warning',
  messages: {
    missing: () => 'Lesions were injected, and the note names no diagnosis or indication.',
  },
  reads: ['procedures', 'indications', 'elements'],
  fixes: ['query', 'field'],
  asks: 'indication',
  docs: {
    what: 'An injection without a diagnosis, its abbreviation, an ICD code or a plain word for the disease. "Lesion", "area", "spot" and "bump" name none.',
    why: 'The record has to say what was treated.',
    do: 'Ask the clinician, or leave an open field.',
    offWhen: 'The diagnosis is kept in another part of the chart.',
    sources: ['conventions', 'documentation'],
    wrong: exampleNote({ diagnosis: null, injection: injectionMarked('injected', 'indication-missing') }),
    right: exampleNote(),
  },
  check: ({ procedures, indications, elements, ...places }, report) => {
    const [injection] = procedures;
    if (injection === undefined || indications.length > 0 || elements.indication.state === 'open') return;
    report('missing', [], {
      span: injection.span,
      fixes: [
        query(
          'indication',
          {
            indicators: 'The note records an injection into lesions and names no diagnosis or indication.',
            question: 'For which diagnosis or indication were the lesions injected?',
          },
          places,
        ),
        openField({ label: 'Indication', place: 'procedure' }, places),
      ],
    });
  },
});
