/** The pages of the rules, from what the rules say of themselves. The command line prints the same pages. */
import { analyze } from './analyze';
import { payerProfile } from './knowledge/payers';
import { queryLabel } from './knowledge/queries';
import { sources } from './knowledge/sources';
import type { Fix } from './rules/finding';
import { parseMarked } from './rules/marked-note';
import { documentedRules } from './rules/registry';
import type { DocumentedRule } from './rules/rule';
import { renderSquiggles } from './squiggles';

const fixNames: Readonly<Record<Fix['kind'], string>> = {
  code: 'edit the code',
  field: 'insert an open field',
  query: 'insert a query to the clinician',
};

/** One rule's page, in Markdown. */
export function rulePage(rule: DocumentedRule): string {
  const { id, version, severity, forPayer, reads, fixes, asks, docs } = rule;
  const facts: [string, string][] = [
    [
      'Severity',
      severity +
        (forPayer === null ? '' : `; ${forPayer.severity} where the payer is ${payerProfile(forPayer.payer)?.name}`),
    ],
    ['Fixes', fixes.length === 0 ? `none. ${docs.noFix ?? ''}` : fixes.map((kind) => fixNames[kind]).join('; ')],
    ['Waits for', asks === null ? 'nothing' : `the answer to an open query: ${queryLabel(asks).toLowerCase()}`],
    ['Reads', reads.map((fact) => `\`${fact}\``).join(', ')],
    ['Version', String(version)],
    ['Setting', `\`"rules": { "${id}": "off" }\``],
  ];
  return [
    `# ${id}`,
    docs.what,
    table(['Fact', 'Value'], facts),
    '## Why',
    docs.why,
    '## What to do',
    docs.do,
    '## When to turn it off',
    docs.offWhen,
    '## Wrong',
    fenced(example(rule, docs.wrong)),
    '## Right',
    fenced(example(rule, docs.right)),
    '## Sources',
    docs.sources.map((source) => `- ${sources[source].title}. ${sources[source].note}`).join('\n'),
  ]
    .join('\n\n')
    .concat('\n');
}

const ownElementExample = `{
  "elements": {
    "photographs": {
      "label": "Photographs",
      "phrases": ["photo", "photos", "photographed"],
      "severity": "warning",
      "question": "What photographs, if any, were taken?"
    }
  }
}`;

/** The index of the pages. */
export function rulesIndex(): string {
  const rows = documentedRules.map(({ id, severity, fixes, docs }): string[] => [
    id,
    severity,
    ruleSummary({ docs }),
    fixes.length === 0 ? `none: ${docs.noFix ?? ''}` : fixes.join(', '),
    `[${id}.md](${id}.md)`,
  ]);
  return [
    '# Rules',
    'Errors are for contradictions inside the note, warnings for documentation that is missing, information and hints for suggestions. Each can be set to another severity or to `"off"` by its id under `rules`.',
    'A fix of kind *code* edits codes and is an offer to a coder; *field* inserts a blank for the clinician to fill; *query* inserts a question that suggests no answer. None writes a clinical fact.',
    table(['Rule', 'Severity', 'Finds', 'Fixes', 'Page'], rows),
    '## Elements of your own',
    'A clinic may ask for further elements of documentation under `elements` in its settings. Each makes a rule `NAME-missing` that works as those above: it reports an injection in a note that has none of the `phrases` and no field of the name of the `label`, at the `severity` that is set (`warning` where none is), and offers the open field and a query with the `question`. A mention is enough: "no photographs were taken" documents photographs.',
    fenced(ownElementExample, 'json'),
    '## Releases',
    'Which release may add or change findings is said in [What a release may change](../releases.md).',
  ]
    .join('\n\n')
    .concat('\n');
}

/** The note as its reader sees it: with what this rule finds in it, and that alone. */
function example({ id }: DocumentedRule, marked: string): string {
  const { text } = parseMarked(marked.trimEnd());
  const findings = analyze(text).findings.filter((finding) => finding.rule === id);
  return renderSquiggles(text, findings, { lines: 'all' });
}

const fenced = (text: string, language = 'text'): string => `\`\`\`${language}\n${text}\n\`\`\``;

/** What a rule finds, in one sentence. */
export const ruleSummary = ({ docs: { what } }: Pick<DocumentedRule, 'docs'>): string =>
  /^.*?[.:](?=\s|$)/s.exec(what)?.[0].replace(/:$/, '.') ?? what;

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');
