/** What the injections of the day call for, beside what is coded: the reading that the code rules share. */
import type { DocumentedCode, InjectionCode, Procedure } from '../facts/model';
import { type CodeFamily, familyOf } from '../knowledge/codes';
import type { Evidence, Span } from '../note/span';
import { quoted } from './wording';

/** A family whose agents and lesions are all settled, and the one code its lesions take together. */
export interface SettledFamily {
  readonly family: CodeFamily;
  readonly code: InjectionCode;
  readonly lesions: number;
  readonly agents: readonly string[];
  /** Its first entry: where the note records the injection. */
  readonly first: Procedure;
  readonly evidence: readonly Evidence[];
}

/** An entry without an agent may belong to either family, so that it settles none. */
export function settledFamilies(procedures: readonly Procedure[]): readonly SettledFamily[] {
  const families: CodeFamily[] = ['antineoplastic', 'other-drug'];
  return families.flatMap((family) => {
    const entries = procedures.filter(({ agentClass }) => agentClass !== null && familyOf(agentClass) === family);
    const [first] = entries;
    if (first === undefined || first.code === null) return [];
    let lesions = 0;
    const agents: string[] = [];
    for (const entry of entries) {
      if (entry.agent === null || entry.lesions === null) return [];
      lesions += entry.lesions;
      agents.push(entry.agent);
    }
    return [{ family, code: first.code, lesions, agents, first, evidence: entries.flatMap(injectionEvidence) }];
  });
}

/** The statements on number and agent that an injection's code rests on. */
export function injectionEvidence({ agent, agentSpans, countEvidence }: Procedure): Evidence[] {
  return [
    ...countEvidence.map(({ span, says }) => ({ span, says })),
    ...(agent === null ? [] : agentSpans.map((span) => ({ span, says: `names ${agent}` }))),
  ];
}

/** Where a note states the number of an injection's lesions, and its words there, each once. */
export function countStatements({ countEvidence, span }: Procedure): {
  span: Span;
  evidence: readonly Evidence[];
  quotes: readonly string[];
} {
  return {
    span: countEvidence[0]?.span ?? span,
    evidence: countEvidence.map(({ span: at, says }) => ({ span: at, says })),
    quotes: [...new Set(countEvidence.map(({ quote }) => quoted(quote)))],
  };
}

/** Codes of one kind by their number, in order of first appearance, with every place where each is written. */
export function written(
  codes: readonly DocumentedCode[],
  kind: DocumentedCode['kind'],
): ReadonlyMap<string, readonly [DocumentedCode, ...DocumentedCode[]]> {
  const byNumber = new Map<string, [DocumentedCode, ...DocumentedCode[]]>();
  for (const code of codes) {
    if (code.kind !== kind) continue;
    const places = byNumber.get(code.code);
    if (places === undefined) byNumber.set(code.code, [code]);
    else places.push(code);
  }
  return byNumber;
}
