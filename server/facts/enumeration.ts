import { isMark } from '../lexicon/mention';
import { Gap } from '../note/tokens';
import type { Group } from './groups';
import type { Sentence } from './sentences';

/** Index of the colon, bracket or dash that opens an enumeration behind a phrase, -1 where none does. */
export function enumerationAt(sentence: Sentence, head: Group): number {
  const { mentions } = sentence;
  for (let i = head.last; i < mentions.length; i += 1) {
    const mention = mentions[i];
    if (isMark(mention, ':')) return i;
    if (i === head.last && (isMark(mention, '(') || (isMark(mention, '-') && mention?.gap !== Gap.None))) return i;
  }
  return -1;
}
