/** The reasons on offer; a reviewer may give any other in words of their own. */
export const standardReasons = ['accepted', 'not applicable', 'queried'] as const;

/** Which finding of which note: all of it can be kept where the note's text must not be. */
export interface FindingKey {
  /** Path of the note from the folder of the review file, with forward slashes. */
  readonly note: string;
  readonly rule: string;
  /** Keyed hash of what the finding rests on, see `evidenceHashes`. */
  readonly evidence: string;
}

/** That a person looked at a finding and dismissed it. */
export interface Decision extends FindingKey {
  /** One of {@link standardReasons}, or the reviewer's own words. */
  readonly reason: string;
  readonly reviewer: string;
  /** When it was made, ISO 8601 in UTC. */
  readonly time: string;
  readonly ruleVersion: number;
  readonly knowledgeVersion: string;
}

/** The decisions of a workspace. */
export interface Review {
  /** Random and of this review alone, so that equal evidence looks different in every workspace. */
  readonly salt: string;
  readonly decisions: readonly Decision[];
}

/** The review with the decision in it, in place of any about the same finding. */
export function withDecision(review: Review, decision: Decision): Review {
  return { ...review, decisions: [...review.decisions.filter((other) => !isSameFinding(other, decision)), decision] };
}

/** The review without any decision about the finding. */
export function withoutDecision(review: Review, key: FindingKey): Review {
  return { ...review, decisions: review.decisions.filter((other) => !isSameFinding(other, key)) };
}

export const isSameFinding = (a: FindingKey, b: FindingKey): boolean =>
  a.note === b.note && a.rule === b.rule && a.evidence === b.evidence;
