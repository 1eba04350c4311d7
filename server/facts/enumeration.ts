import { isMark } from '../lexicon/mention';
import { Gap } from '../note/tokens';
import type { Group } from './groups';
import type { Sentence } from './sentences';

/**
 * Index of the mark that opens an enumeration behind a phrase, -1 where none does: a colon, bracket or dash, or the
 * comma before places with multiples ("10 patches, vertex x3, L parietal x4").
 */
export function enumerationAt(sentence: Sentence, head: Group, groups: readonly Group[]): number {
  const { mentions } = sentence;
  if (isMark(mentions[head.last], ',') && head.noun?.form === 'plural' && head.quantity !== null && !head.placed) {
    const parts = groups.filter(
      (group) => group.first > head.last && group.noun === null && group.placed && group.times,
    );
    if (parts.length >= 2) return head.last;
  }
  for (let i = head.last; i < mentions.length; i += 1) {
    const mention = mentions[i];
    if (isMark(mention, ':')) return i;
    if (i === head.last && (isMark(mention, '(') || (isMark(mention, '-') && mention?.gap !== Gap.None))) return i;
  }
  return -1;
}
