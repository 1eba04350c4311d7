/** The documentation elements of a procedure note: one row of the checklist is one rule. */
import { type Configuration, type OwnElement, severities } from '../configuration';
import type { ElementId, OwnElementId } from '../facts/model';
import { ownElementId } from '../facts/own-elements';
import { type ChecklistRow, checklist, type ElementPage, type MissingElement } from '../knowledge/checklist';
import { exampleNote, injectionMarked } from './example-note';
import { openField } from './fixes/field';
import { query } from './fixes/query';
import { type DocumentedRule, type OwnRuleId, ownRuleId, type RuleDocs, rule } from './rule';
import type { RuleId } from './rule-ids';

interface Row extends MissingElement {
  readonly rule: RuleId | OwnRuleId;
  readonly element: ElementId | OwnElementId;
  readonly docs: Omit<RuleDocs, 'do'>;
}

/** One rule from one row. It reports at the injection, since what is missing stands nowhere. */
const elementRule = ({ rule: id, element, severity, lacks, field, place, question, docs }: Row): DocumentedRule =>
  rule({
    id,
    severity,
    messages: { missing: () => `The note of this injection does not mention ${lacks}.` },
    reads: ['procedures', 'elements'],
    fixes: question === null ? ['field'] : ['field', 'query'],
    asks: element,
    docs: {
      ...docs,
      do:
        question === null
          ? 'Insert the open field and have it filled in.'
          : 'Insert the open field and have it filled in, or ask the clinician.',
    },
    check: ({ procedures, elements, ...places }, report) => {
      const [injection] = procedures;
      if (injection === undefined || elements[element]?.state !== 'absent') return;
      const fixes = [openField({ label: field, place }, places)];
      if (question !== null) {
        const indicators = `The note records an injection into lesions and does not mention ${lacks}.`;
        fixes.push(query(element, { indicators, question }, places));
      }
      report('missing', [], { span: injection.span, fixes });
    },
  });

function shippedRow({ element, missing }: ChecklistRow): Row[] {
  if (missing === null) return [];
  return [{ ...missing, element, docs: pageOf(missing.rule, missing.page) }];
}

function pageOf(rule: RuleId, { what, why, offWhen, source: sources, example }: ElementPage): Row['docs'] {
  const wrong = exampleNote({ injection: injectionMarked('injected', rule), ...example });
  return { what, why, offWhen, sources, wrong, right: exampleNote() };
}

/** A row of the configuration, as one of the checklist. */
function ownRow(name: string, own: OwnElement): Row[] {
  const { label, severity, question } = own;
  if (severity === 'off') return [];
  const lacks = `"${label}"`;
  return [
    {
      rule: ownRuleId(name),
      element: ownElementId(own),
      severity,
      lacks,
      field: label,
      place: 'procedure',
      question,
      docs: {
        what: `An injection in a note that does not mention ${lacks}, an element of your settings.`,
        why: 'Your settings ask for it.',
        offWhen: `You no longer ask for it: take \`${name}\` out of \`elements\`.`,
        sources: ['settings'],
        wrong: '',
        right: '',
      },
    },
  ];
}

/** In the order of their severity, the gravest first. */
export const documentationElements: readonly DocumentedRule[] = checklist
  .flatMap(shippedRow)
  .map(elementRule)
  .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));

const compiled = new WeakMap<Configuration['elements'], readonly DocumentedRule[]>();

/** The rules of the elements that a configuration adds, made once for it. */
export function ownElementRules({ elements }: Configuration): readonly DocumentedRule[] {
  const known = compiled.get(elements);
  if (known !== undefined) return known;
  const own = Object.entries(elements).flatMap(([name, element]) => ownRow(name, element).map(elementRule));
  compiled.set(elements, own);
  return own;
}
