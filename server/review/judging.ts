import type { Analysis } from '../analyze';
import type { Configuration } from '../configuration';
import { knowledgeVersion } from '../knowledge/version';
import type { Finding } from '../rules/finding';
import { rules, rulesFor } from '../rules/registry';
import type { Decision, FindingKey, Review } from './decision';
import { evidenceHashes } from './evidence-hash';

/** A note, what was found in it, and under which settings. */
export interface CheckedNote {
  /** Its path from the folder of the review file, with forward slashes. */
  readonly note: string;
  readonly text: string;
  readonly analysis: Pick<Analysis, 'findings' | 'queries'>;
  readonly configuration: Configuration;
}

export interface DismissedFinding {
  readonly finding: Finding;
  readonly decision: Decision;
}

/** The findings of a note as a review leaves them. */
export interface Judged {
  /** In the order in which they were found, as are the dismissed. */
  readonly open: readonly Finding[];
  readonly dismissed: readonly DismissedFinding[];
  /** Decisions about this note that nothing in it answers to any more: what they rested on has changed or is gone. */
  readonly unused: readonly Decision[];
}

/** Tells what was dismissed from what is open. A finding whose evidence has changed since is open again. */
export function judge({ note, text, analysis, configuration }: CheckedNote, { salt, decisions }: Review): Judged {
  const own = decisions.filter((decision) => decision.note === note);
  const decided = new Set(own.map(({ rule }) => rule));
  const asked = analysis.findings.filter(({ rule }) => decided.has(rule));
  const hashes = evidenceHashes(text, asked, salt);
  const found = new Map(asked.map((finding, index) => [`${finding.rule} ${hashes[index]}`, finding]));
  const decisionOf = new Map<Finding, Decision>();
  const unanswered: Decision[] = [];
  for (const decision of own) {
    const finding = found.get(`${decision.rule} ${decision.evidence}`);
    if (finding === undefined) unanswered.push(decision);
    else decisionOf.set(finding, later(decisionOf.get(finding), decision));
  }
  const silent = silentRules(analysis, configuration);
  return {
    open: analysis.findings.filter((finding) => !decisionOf.has(finding)),
    dismissed: asked.flatMap((finding) => {
      const decision = decisionOf.get(finding);
      return decision === undefined ? [] : [{ finding, decision }];
    }),
    unused: unanswered.filter(({ rule }) => !silent.has(rule)),
  };
}

/** The part of a decision about a finding that is the tool's to say. */
export function decisionGrounds(
  { note, text, analysis }: Pick<CheckedNote, 'note' | 'text' | 'analysis'>,
  finding: Finding,
  salt: string,
): FindingKey & Pick<Decision, 'ruleVersion' | 'knowledgeVersion'> {
  const { rule } = finding;
  const ofRule = analysis.findings.filter((other) => other.rule === rule);
  const evidence = evidenceHashes(text, ofRule, salt)[ofRule.indexOf(finding)];
  if (evidence === undefined) throw new Error('The finding is not one of the note.');
  return { note, rule, evidence, ruleVersion: ruleVersion(rule) ?? 1, knowledgeVersion: knowledgeVersion() };
}

/** The version of a rule today, or `undefined` where there is no such rule any more. */
export const ruleVersion = (rule: string): number | undefined => rules.find(({ id }) => id === rule)?.version;

/** Rules that say nothing of the note now, whatever stands in it: they are off, or wait for an answer. */
function silentRules({ queries }: CheckedNote['analysis'], configuration: CheckedNote['configuration']): Set<string> {
  const waiting = new Set(queries.filter(({ open }) => open).map(({ subject }) => subject));
  const silent = rulesFor(configuration).filter(
    ({ id, asks }) => configuration.rules[id] === 'off' || (asks !== null && waiting.has(asks)),
  );
  return new Set(silent.map(({ id }) => id));
}

/** Two branches may have dismissed the same finding; the later decision speaks. */
const later = (a: Decision | undefined, b: Decision): Decision => (a !== undefined && a.time > b.time ? a : b);
