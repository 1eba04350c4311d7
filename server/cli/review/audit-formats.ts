import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../../analyze';
import { conclusion } from '../../conclusion';
import type { ClinicianQuery } from '../../facts/model';
import { queryLabel } from '../../knowledge/queries';
import { knowledgeVersion } from '../../knowledge/version';
import { payerCard } from '../../payer-card';
import type { Decision } from '../../review/decision';
import { type Judged, ruleVersion } from '../../review/judging';
import type { Finding } from '../../rules/finding';
import { dismissedReport, type FindingReport, findingReport } from '../format/report';
import { printable } from '../printable';
import type { ReviewStore } from './store';

export interface AuditNote {
  /** As decisions name it. */
  readonly note: string;
  readonly file: string;
  readonly text: string;
  readonly analysis: Analysis;
  readonly judged: Judged;
  readonly openQueries: readonly ClinicianQuery[];
}

/** Writes an audit piece by piece, so that one over many notes needs the memory of one. */
interface AuditForm {
  begin(): string;
  note(note: AuditNote): string;
  end(ofGoneNotes: readonly Decision[]): string;
}

export const auditFormatNames = ['text', 'json'] as const;
export type AuditFormat = (typeof auditFormatNames)[number];

export const auditFormats: Readonly<Record<AuditFormat, (store: ReviewStore) => AuditForm>> = {
  text: textAudit,
  json: jsonAudit,
};

function textAudit(store: ReviewStore): AuditForm {
  const totals = { notes: 0, open: 0, dismissed: 0, queries: 0, unused: 0 };
  const unusedLine = (decision: Decision) =>
    `    ${store.name}:${store.lineOf(decision)}  ${decision.rule}  ${inWords(decision)}`;
  return {
    begin: () => '',
    note: ({ file, text, analysis, judged: { open, dismissed, unused }, openQueries }) => {
      totals.notes += 1;
      totals.open += open.length;
      totals.dismissed += dismissed.length;
      totals.queries += openQueries.length;
      totals.unused += unused.length;
      const document = TextDocument.create('', '', 0, text);
      const at = (span: Finding['span']) => {
        const { line, character } = document.positionAt(span.start);
        return `    ${line + 1}:${character + 1}`;
      };
      const lines = [
        ...titled(
          'Open findings',
          open.map((each) => `${at(each.span)}  ${inOneLine(each)}`),
        ),
        ...titled(
          'Dismissed findings',
          dismissed.map(
            ({ finding, decision }) =>
              `${at(finding.span)}  ${inOneLine(finding)}\n          ${inWords(decision)}${versions(decision)}`,
          ),
        ),
        ...titled(
          'Open queries to the clinician',
          openQueries.map(
            ({ span, subject }) => `${at(span)}  ${subject === null ? 'no subject' : queryLabel(subject)}`,
          ),
        ),
        ...titled('Decisions without use', unused.map(unusedLine)),
      ];
      const payer = titled(
        'Payer',
        payerLines(analysis).map((line) => `    ${line}`),
      );
      const found = lines.length === 0 ? '  Nothing found.\n' : lines.join('');
      return printable(`${file}\n  ${conclusion(analysis)}\n${payer.join('')}${found}\n`);
    },
    end: (ofGoneNotes) => {
      totals.unused += ofGoneNotes.length;
      const gone = titled(
        'Decisions about notes that are gone',
        ofGoneNotes.map((each) => `${unusedLine(each)}, ${each.note}`),
      );
      const { notes, open, dismissed, queries, unused } = totals;
      return printable(
        `${gone.join('')}${gone.length === 0 ? '' : '\n'}Notes: ${notes}. Open findings: ${open}. Dismissed findings: ${dismissed}. ` +
          `Open queries: ${queries}. Decisions without use: ${unused}. Data: ${knowledgeVersion()}.\n`,
      );
    },
  };
}

/** What is known of the rules of the note's payer; nothing where it has none. */
const payerLines = ({ payer }: Analysis): readonly string[] => (payer === null ? [] : payerCard(payer.id).lines);

const titled = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`  ${title}\n`, ...lines.map((line) => `${line}\n`)];

const inOneLine = ({ severity, rule, message }: Finding): string => `${severity}  ${rule}  ${message}`;

const inWords = ({ reason, reviewer, time }: Decision): string => `${reason} (${reviewer}, ${time})`;

/** Under which versions it was decided, where these are not today's. */
function versions(decision: Decision): string {
  const today = ruleVersion(decision.rule) ?? 1;
  const rule = decision.ruleVersion === today ? [] : [`version ${decision.ruleVersion} of the rule`];
  const data = decision.knowledgeVersion === knowledgeVersion() ? [] : [`data ${decision.knowledgeVersion}`];
  const other = [...rule, ...data];
  return other.length === 0 ? '' : `, decided under ${other.join(' and ')}`;
}

/** An audit asks what was found and decided, not what could be done about it. */
function asAudited<Report extends FindingReport>({ fixes: _fixes, ...report }: Report) {
  return { ...report, ruleVersion: ruleVersion(report.rule) ?? 1 };
}

/** One object: what it is an audit of, the notes, and the decisions about notes that are gone. */
function jsonAudit(store: ReviewStore): AuditForm {
  let opened = false;
  const recorded = (decision: Decision) => ({
    ...decision,
    recorded: { file: store.name, line: store.lineOf(decision) },
  });
  return {
    begin: () => `{\n"knowledgeVersion": ${JSON.stringify(knowledgeVersion())},\n"notes": [`,
    note: ({ note, file, text, analysis, judged: { open, dismissed, unused }, openQueries }) => {
      const document = TextDocument.create('', '', 0, text);
      const before = opened ? ',\n' : '\n';
      opened = true;
      const audited = {
        note,
        file,
        findings: open.map((each) => asAudited(findingReport(document, each))),
        dismissed: dismissed.map((each) => asAudited(dismissedReport(document, each))),
        openQueries: openQueries.map(({ subject, span }) => ({
          subject,
          span,
          range: { start: document.positionAt(span.start), end: document.positionAt(span.end) },
        })),
        unusedDecisions: unused.map(recorded),
        conclusion: conclusion(analysis),
        payer: payerLines(analysis),
      };
      return before + JSON.stringify(audited, null, 2);
    },
    end: (ofGoneNotes) =>
      `${opened ? '\n' : ''}],\n"decisionsOfGoneNotes": ${JSON.stringify(ofGoneNotes.map(recorded), null, 2)}\n}\n`,
  };
}
