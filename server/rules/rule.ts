import type { Configuration, PayerId } from '../configuration';
import type { Facts, QuerySubject } from '../facts/model';
import type { SourceId } from '../knowledge/sources';
import type { Evidence, Span } from '../note/span';
import type { Finding, Fix, Severity } from './finding';
import type { RuleId } from './rule-ids';

/** A rule's messages by id: each a function of the values that the sentence names. */
type Messages = Readonly<Record<string, (...values: never[]) => string>>;

/** What a rule's page says. `wrong` and `right` are notes with marks, and are run as tests. */
export interface RuleDocs {
  readonly what: string;
  readonly why: string;
  /** What a reader of the finding does about it. */
  readonly do: string;
  readonly offWhen: string;
  /** Why it offers no fix, where it offers none. */
  readonly noFix?: string;
  readonly sources: readonly [SourceId, ...SourceId[]];
  readonly wrong: string;
  readonly right: string;
}

/** Where the fixes put their text: facts that any rule may read, because they say nothing of the encounter. */
export type Places = Pick<Facts, 'eol' | 'queryAt' | 'fieldAt' | 'codingLine' | 'modifierStyle' | 'setAsideCodes'>;

export interface Reported {
  readonly span: Span;
  readonly evidence?: readonly Evidence[];
  readonly fixes?: readonly Fix[];
}

export type Report<M extends Messages> = <Id extends keyof M>(
  message: Id,
  values: Parameters<M[Id]>,
  reported: Reported,
) => void;

/** The id of a rule that an element of the configuration makes: `photo-consent-missing`. */
export type OwnRuleId = string & { readonly own: unique symbol };
export const ownRuleId = (element: string): OwnRuleId => `${element}-missing` as OwnRuleId;

export interface PayerSeverity {
  readonly payer: PayerId;
  readonly severity: Severity;
}

interface Definition<M extends Messages, Read extends keyof Facts> {
  readonly id: RuleId | OwnRuleId;
  /** Raised when the rule reports other findings than before on the same facts; 1 where it is left out. */
  readonly version?: number;
  readonly severity: Severity;
  /** Another severity where a payer's rules are known to bear on it. */
  readonly forPayer?: PayerSeverity;
  readonly messages: M;
  /** The facts it decides on; `check` is given these and the places of fixes, and nothing else. */
  readonly reads: readonly Read[];
  readonly fixes: readonly Fix['kind'][];
  /** What its query asks about: while that question stands open in the note, the finding waits for the answer. */
  readonly asks?: QuerySubject;
  readonly docs: RuleDocs;
  readonly check: (facts: Pick<Facts, Read | keyof Places>, report: Report<M>, configuration: Configuration) => void;
}

/** A rule as the registry, the checks and the settings see it. */
export interface Rule {
  readonly id: RuleId | OwnRuleId;
  /** Which edition of the rule reports; a review decision records it. */
  readonly version: number;
  readonly severity: Severity;
  readonly forPayer: PayerSeverity | null;
  readonly reads: readonly (keyof Facts)[];
  readonly fixes: readonly Fix['kind'][];
  readonly asks: QuerySubject | null;
  /** Findings at the given severity, in the order in which the rule came upon them. */
  readonly check: (facts: Facts, configuration: Configuration, severity: Severity) => Finding[];
}

/** A rule with what its page says, which ships only where pages are printed (`scripts/left-out.mjs`). */
export interface DocumentedRule extends Rule {
  readonly docs: RuleDocs;
}

/**
 * Makes a rule. A message id that is not among `messages`, a value that a message lacks, a fact that is not among
 * `reads` or a fix without a title does not compile.
 */
export function rule<M extends Messages, const Read extends keyof Facts>(
  definition: Definition<M, Read>,
): DocumentedRule {
  const { id, version = 1, severity, forPayer = null, messages, reads, fixes, asks = null, docs, check } = definition;
  return {
    id,
    version,
    severity,
    forPayer,
    reads,
    fixes,
    asks,
    docs,
    check: (facts, configuration, atSeverity) => {
      const findings: Finding[] = [];
      const report = <Id extends keyof M>(message: Id, values: Parameters<M[Id]>, reported: Reported) => {
        const { span, evidence = [], fixes: offered = [] } = reported;
        const say = messages[message] as (...values: Parameters<M[Id]>) => string;
        findings.push({
          rule: id,
          severity: atSeverity,
          message: say(...values),
          span,
          evidence,
          fixes: offered,
        });
      };
      check(facts, report, configuration);
      return findings;
    },
  };
}
