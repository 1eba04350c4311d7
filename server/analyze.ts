import { type Configuration, defaultConfiguration } from './configuration';
import { type PayerInForce, payerIn } from './facts/encounter';
import { factSteps } from './facts/facts';
import type { KeptReadings } from './facts/kept-readings';
import type {
  AgentClass,
  ClinicianQuery,
  CountStatus,
  InjectionCode,
  LesionEntry,
  Section,
  SiteOfService,
  Visit,
} from './facts/model';
import type { Span } from './note/span';
import { finish, type Steps } from './note/steps';
import { checkRules } from './rules/check';
import type { Finding } from './rules/finding';

export interface AnalyzeOptions {
  readonly configuration?: Configuration;
  /** What earlier readings of the same note left, so that this one costs what has changed since. */
  readonly kept?: KeptReadings;
}

export interface ProcedureSummary {
  readonly agent: string | null;
  readonly agentClass: AgentClass | null;
  readonly lesions: number | null;
  readonly countStatus: CountStatus;
  /** The code of the family's summed lesions this session. */
  readonly code: InjectionCode | null;
  readonly units: 1 | null;
}

/** What a coder would conclude from the note alone. */
export interface Summary {
  readonly encounter: {
    readonly date: string | null;
    readonly site: SiteOfService | null;
    readonly payer: string | null;
  };
  readonly procedures: readonly ProcedureSummary[];
  /** Today's codes in order of first appearance, modifiers kept: `99213-25`. */
  readonly documentedCodes: readonly string[];
  readonly visit: Visit;
}

export interface Analysis {
  readonly summary: Summary;
  /** Sorted by offset, then rule id. */
  readonly findings: readonly Finding[];
  readonly ledger: readonly LesionEntry[];
  readonly outline: readonly Section[];
  /** The payer that holds for the note, by its own words or the setting. */
  readonly payer: PayerInForce | null;
  /** Where the note says the place of service. */
  readonly siteSpan: Span | null;
  /** The questions of the note's "Query to clinician" block, answered and open. */
  readonly queries: readonly ClinicianQuery[];
}

/**
 * Reads one note. A pure function of its arguments: no clock, no locale, no state that changes an answer.
 *
 * @param text The note as its bytes decode; spans in the result are offsets into this very string.
 */
export function analyze(text: string, options: AnalyzeOptions = {}): Analysis {
  return finish(analyzeInSteps(text, options));
}

/**
 * The same in steps, for those who have other things to do meanwhile. An analysis that is not taken to its end leaves
 * nothing behind but what it has read of single blocks.
 */
export function* analyzeInSteps(text: string, options: AnalyzeOptions = {}): Steps<Analysis> {
  const configuration = options.configuration ?? defaultConfiguration;
  const facts = yield* factSteps(text, configuration, options.kept);
  yield;
  options.kept?.finish();
  const { encounter, procedures } = facts;
  return {
    summary: {
      encounter: { date: encounter.date, site: encounter.site, payer: encounter.payer },
      procedures: procedures.map(({ agent, agentClass, lesions, countStatus, code, units }) => ({
        agent,
        agentClass,
        lesions,
        countStatus,
        code,
        units,
      })),
      documentedCodes: [...new Set(facts.codes.map((code) => code.text))],
      visit: facts.visit,
    },
    findings: checkRules(facts, configuration),
    ledger: facts.ledger,
    outline: facts.outline,
    payer: payerIn(encounter, configuration.payer),
    siteSpan: encounter.siteSpan,
    queries: facts.queries,
  };
}
