import { kept } from '../note/kept';
import { hasTerm, type Mention, type MentionKind } from './mention';
import type { BlockReading } from './read';

/** Kinds of mentions as bits of a number, so that one look tells whether a stretch of text has any of them. */
export const bits = {
  act: 1 << 0,
  agent: 1 << 1,
  cue: 1 << 2,
  noun: 1 << 3,
  route: 1 << 4,
  relation: 1 << 5,
  label: 1 << 6,
  measure: 1 << 7,
  code: 1 << 8,
  box: 1 << 9,
  blank: 1 << 10,
  prep: 1 << 11,
  icd: 1 << 12,
  date: 1 << 13,
} as const satisfies Partial<Record<MentionKind, number>>;

const bitOf: Partial<Record<MentionKind, number>> = bits;

/** The bits of all mentions of a stretch, whichever reading of their words is meant. */
export function kindsOf(mentions: readonly Mention[]): number {
  let kinds = 0;
  for (const mention of mentions) {
    kinds |= bitOf[mention.kind] ?? 0;
    if (!hasTerm(mention)) continue;
    kinds |= bitOf[mention.term.kind] ?? 0;
    for (const term of mention.also) kinds |= bitOf[term.kind] ?? 0;
  }
  return kinds;
}

/** The bits of all that a block says. */
export const kindsIn = kept(({ mentions }: BlockReading): number => kindsOf(mentions));
