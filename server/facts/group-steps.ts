import { hasTerm, isMark, type LabelMention, type Mention, type QuantityMention, termOf } from '../lexicon/mention';
import type { Term } from '../lexicon/term';
import { Gap } from '../note/tokens';
import { type Bound, type Draft, nounFollows, relationOf } from './group-draft';

/** How many words the lexicon does not know may stand inside one noun phrase ("seven small firm pink nodules"). */
const mostUnknown = 3;

/** Takes one more mention into the phrase; answers the index after it, or `at` when the phrase ends before it. */
export function step(mentions: readonly Mention[], at: number, from: number, draft: Draft): number {
  const mention = mentions[at];
  if (!mention) return at;
  if (at > from && mention.skipped > (draft.noun ? 0 : mostUnknown)) {
    // Behind the noun only a place with a preposition or a known word goes on.
    if (!(draft.noun && mention.kind === 'prep' && mention.skipped <= 1)) return at;
  }
  if (at > from && mention.gap === Gap.Column && mention.kind !== 'break' && !mention.lineStart) return at;
  const hasHead = draft.noun !== null || draft.unit !== null;
  switch (mention.kind) {
    case 'quantity': {
      if (mention.times) return takeTimes(mention, at, draft);
      // "all but the jawline one"
      if (draft.except !== null && draft.places.any && mention.quantity.kind === 'exact' && mention.quantity.n === 1)
        return at + 1;
      // "the larger one": the word for a part, and then the lesion that it picks.
      if (draft.quantity?.kind === 'vague' && !hasHead && isPronoun(mention) && mention.skipped === 0) {
        draft.quantity = mention.quantity;
        return at + 1;
      }
      if (draft.quantity !== null || hasHead || draft.labels.length > 0) return at;
      if (draft.places.any && at > from) return isPronoun(mention) ? at + 1 : at;
      draft.quantity = mention.quantity;
      // "scalp 3, R ear 1, R cheek 2 = 6"
      if (at === from && isMark(mentions[at - 1], '=') && mentions[at - 2]?.kind === 'quantity')
        draft.relation = 'total';
      return at + 1;
    }
    case 'vague':
      if (draft.quantity !== null || hasHead) return at;
      draft.quantity = { kind: 'vague' };
      return at + 1;
    case 'bound':
      if (hasHead && termOf(mention, 'prep')) return takePreposition(mentions, at, from, draft);
      if (draft.quantity !== null || hasHead) return at;
      draft.bound = mention.term.value as Bound;
      return at + 1;
    case 'label':
      return takeLabel(mention, at, draft);
    case 'noun':
      return takeNoun(mention.term, mentions, at, draft);
    case 'measure':
      // A size inside the phrase: "three 5 mm papules".
      return mention.dimension === 'length' && !hasHead && nounFollows(mentions, at + 1) ? at + 1 : at;
    case 'det':
      return at > from && !hasHead ? at + 1 : at;
    case 'side':
    case 'place':
    case 'site':
      draft.places.take(mention.kind, mention.term.value, spelled(mention));
      return at + 1;
    case 'prep':
      return takePreposition(mentions, at, from, draft);
    case 'conj':
      return takeConjunction(mentions, at, from, draft);
    case 'mark':
      return takeMark(mentions, at, from, draft);
    case 'act':
      // "14 injections": acts are counted, not lesions.
      if (draft.quantity !== null && !hasHead && mention.term.tags.includes('noun') && mention.term.form === 'plural') {
        draft.unit = mention.term;
        return at + 1;
      }
      // "every numbered lesion", "the injected nodules": a participle that describes.
      return at > from && isDescribing(mentions, at) ? at + 1 : takeRelation(mentions, at, from, draft);
    case 'numeral':
      return at;
    case 'break':
      return at > from ? at + 1 : at;
    default:
      return takeRelation(mentions, at, from, draft);
  }
}

/** "the forearm one": the word stands for the lesion; the figure in "forearm 1" counts. */
const isPronoun = (mention: QuantityMention): boolean =>
  mention.quantity.kind === 'exact' && mention.quantity.n === 1 && mention.end - mention.start === 'one'.length;

function takeTimes(mention: QuantityMention, at: number, draft: Draft): number {
  if (draft.quantity !== null) return at;
  draft.times = true;
  draft.quantity = mention.quantity;
  return at + 1;
}

function takeLabel(mention: LabelMention, at: number, draft: Draft): number {
  if (draft.labels.length > 0 || draft.quantity !== null) return at;
  draft.labels.push(...mention.labels);
  draft.noun ??= mention.noun;
  return at + 1;
}

function takeNoun(term: Term, mentions: readonly Mention[], at: number, draft: Draft): number {
  if (draft.unit) return at;
  if (!term.tags.includes('lesion') && !term.tags.includes('disease')) {
    if (draft.noun) return at;
    draft.unit = term;
    return at + 1;
  }
  // "keloid scar", "SCC lesions", "wart papule": the last lesion noun decides number, the first names the disease.
  if (draft.noun) {
    if (mentions[at - 1]?.kind !== 'noun' || draft.noun.form === 'plural') return at;
    draft.noun = { ...draft.noun, form: term.form };
    return at + 1;
  }
  draft.noun = term;
  return at + 1;
}

/** A participle between a determiner or number and its lesion noun. */
export function isDescribing(mentions: readonly Mention[], at: number): boolean {
  const act = termOf(mentions[at], 'act');
  const next = mentions[at + 1];
  const before = mentions[at - 1];
  if (act?.form !== 'past' || next?.kind !== 'noun' || next.skipped > 0 || !next.term.tags.includes('lesion'))
    return false;
  if (mentions[at]?.skipped !== 0 && before?.kind !== 'relation') return false;
  return (
    before !== undefined &&
    (['det', 'relation', 'quantity'].includes(before.kind) || termOf(before, 'cue')?.value === 'past')
  );
}

/** "of", "on", "in" lead on to what the phrase counts or where it lies. */
function takePreposition(mentions: readonly Mention[], at: number, from: number, draft: Draft): number {
  const preposition = termOf(mentions[at], 'prep')?.value;
  if (at === from) return at;
  let next = at + 1;
  while (mentions[next]?.kind === 'det' || mentions[next]?.kind === 'break') next += 1;
  const target = mentions[next];
  if (!target || target.skipped > 2) return at;
  if (target.kind === 'side' || target.kind === 'place' || target.kind === 'site') {
    if (preposition === 'with' || preposition === 'for' || preposition === 'after') return at;
    return relationOf(mentions[next]) ? at : next;
  }
  if (preposition !== 'of') return at;
  if (draft.noun || draft.unit) {
    // "three plaques of hypertrophic lichen planus": the disease belongs to the phrase.
    return target.kind === 'noun' && target.term.tags.includes('disease') && draft.noun ? next + 1 : at;
  }
  if (
    target.kind === 'quantity' &&
    draft.quantity?.kind === 'exact' &&
    target.quantity.kind === 'exact' &&
    !target.times
  ) {
    if (draft.quantity.n <= target.quantity.n) {
      draft.quantity = { kind: 'part', n: draft.quantity.n, of: target.quantity.n };
      return next + 1;
    }
    return at;
  }
  if (['quantity', 'noun', 'label'].includes(target.kind) || relationOf(target)) return next;
  return at;
}

/** "and" goes on only between two places of one phrase, never to a new count. */
function takeConjunction(mentions: readonly Mention[], at: number, from: number, draft: Draft): number {
  // "eight dermal and subcutaneous deposits", "seven large and painful keloids": two qualities of the lesions counted.
  const described = mentions[at]?.skipped === 1 && draft.quantity !== null && !draft.noun && !draft.unit;
  const lesions = mentions[at + 1];
  if (described && lesions?.kind === 'noun' && lesions.skipped === 1 && lesions.term.tags.includes('lesion'))
    return at + 1;
  if (at === from || !draft.places.any || !draft.noun) return at;
  let next = at + 1;
  while (mentions[next]?.kind === 'det') next += 1;
  const target = mentions[next];
  if (!target || target.skipped > 0 || !['side', 'place', 'site'].includes(target.kind)) return at;
  const after = mentions
    .slice(next, next + 4)
    .some((m) => m.kind === 'quantity' || m.kind === 'measure' || m.kind === 'noun');
  if (after) return at;
  draft.places.next();
  return next;
}

/** "keloids (2)", "left foot: dorsum", hyphens inside a phrase. */
function takeMark(mentions: readonly Mention[], at: number, from: number, draft: Draft): number {
  if (at === from) return at;
  const mention = mentions[at];
  if (isMark(mention, '-') && mention?.gap === Gap.None && mentions[at + 1]?.gap === Gap.None) return at + 1;
  // "R axilla 3 / L axilla 2": a number that stands before the stroke belongs to the place before it.
  if (isMark(mention, '/') && draft.quantity !== null && !draft.places.any) return at;
  if (isMark(mention, '/') && !draft.noun && ['side', 'place', 'site', 'noun'].includes(mentions[at + 1]?.kind ?? ''))
    return at + 1;
  if (isMark(mention, '(')) {
    const inner = mentions[at + 1];
    const counts = inner?.kind === 'quantity' && inner.quantity.kind === 'exact' && isMark(mentions[at + 2], ')');
    if (counts && draft.quantity === null && (draft.noun || draft.places.any)) {
      draft.quantity = inner.quantity;
      draft.times = true;
      return at + 3;
    }
    // "the largest (mother) wart"
    if (isMark(inner, ')') && !draft.noun) return at + 2;
  }
  if (isMark(mention, ',') && !draft.noun && draft.quantity !== null && nounFollows(mentions, at + 1)) return at + 1;
  return at;
}

function takeRelation(mentions: readonly Mention[], at: number, from: number, draft: Draft): number {
  const mention = mentions[at];
  const term = termOf(mention, 'relation');
  if (!term) return at;
  if (term.value === 'except') return takeException(mentions, at, draft);
  const relation = relationOf(mention);
  if (!relation) return at;
  // "five in all", "nine nodules in total"
  if (relation === 'total' && at > from && draft.quantity !== null && !draft.unit && mention?.skipped === 0) {
    draft.relation = 'total';
    return at + 1;
  }
  // "every 2 weeks" tells how often.
  const after = mentions[at + 1];
  if ((relation === 'each' || relation === 'all') && after?.kind === 'measure' && after.dimension === 'time') return at;
  if (draft.noun || draft.unit) return at;
  if (at > from && draft.quantity !== null && !['same', 'additional', 'other', 'remaining'].includes(relation))
    return at;
  if (relation === 'same') draft.definite = true;
  // "three more", "all the others": the first relation keeps its say, save that "same" says nothing of its own.
  if (draft.relation === null || draft.relation === 'same' || draft.relation === 'only') draft.relation = relation;
  // "all others", "all the rest": those that were not spoken of yet.
  if (draft.relation === 'all' && (relation === 'other' || relation === 'remaining')) draft.relation = relation;
  return at + 1;
}

/** "but two", "except numbers 4 and 9", "except the one on the nose". */
function takeException(mentions: readonly Mention[], at: number, draft: Draft): number {
  let next = at + 1;
  while (mentions[next]?.kind === 'det' || mentions[next]?.kind === 'prep' || relationOf(mentions[next]) === 'same')
    next += 1;
  const target = mentions[next];
  if (target?.kind === 'quantity' && target.quantity.kind === 'part') {
    // "all but two of the eight"
    draft.except = target.quantity.n;
    draft.quantity = { kind: 'exact', n: target.quantity.of };
    next += 1;
  } else if (target?.kind === 'quantity' && target.quantity.kind === 'exact') {
    draft.except = target.quantity.n;
    next += 1;
  } else if (target?.kind === 'label') {
    draft.except = target.labels.length;
    next += 1;
  } else if (target?.kind === 'noun' || target?.kind === 'site' || target?.kind === 'side') {
    draft.except = 1;
  } else return at;
  draft.relation ??= 'all';
  return next;
}

function spelled(mention: Mention): string {
  return hasTerm(mention) ? mention.term.value : '';
}
