/** The documentation elements of a procedure note: one row of the checklist is one rule. */
import { severities } from '../configuration';
import { type ChecklistRow, checklist } from '../knowledge/checklist';
import { exampleNote, injectionMarked } from './example-note';
import { openField } from './fixes/field';
import { query } from './fixes/query';
import { type Rule, rule } from './rule';

/** One rule from one row. It reports at the injection, since what is missing stands nowhere. */
function elementRule({ element, missing }: ChecklistRow): Rule[] {
  if (missing === null) return [];
  const { rule: id, severity, lacks, field, place, question, page } = missing;
  const { what, why, offWhen, source: sources, example } = page;
  return [
    rule({
      id,
      severity,
      messages: { missing: () => `The note of this injection does not mention ${lacks}.` },
      reads: ['procedures', 'elements'],
      fixes: question === null ? ['field'] : ['field', 'query'],
      asks: element,
      docs: {
        what,
        why,
        do:
          question === null
            ? 'Insert the open field and have it filled in.'
            : 'Insert the open field and have it filled in, or ask the clinician.',
        offWhen,
        sources,
        wrong: exampleNote({ injection: injectionMarked('injected', id), ...example }),
        right: exampleNote(),
      },
      check: ({ procedures, elements, ...places }, report) => {
        const [injection] = procedures;
        if (injection === undefined || elements[element].state !== 'absent') return;
        const fixes = [openField({ label: field, place }, places)];
        if (question !== null) {
          const indicators = `The note records an injection into lesions and does not mention ${lacks}.`;
          fixes.push(query(element, { indicators, question }, places));
        }
        report('missing', [], { span: injection.span, fixes });
      },
    }),
  ];
}

/** In the order of their severity, the gravest first. */
export const documentationElements: readonly Rule[] = checklist
  .flatMap(elementRule)
  .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
