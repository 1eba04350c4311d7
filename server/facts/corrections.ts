import { termOf } from '../lexicon/mention';
import type { ReadSentence } from './acts';
import { isDeniedNumber, isTakenBack } from './counted-groups';

/** "My entry left off the R shin, two nodules there also injected": an addendum that tells of more. */
export const tellsMore = ({ sentence: { kind, passage, span } }: ReadSentence): boolean =>
  kind === 'addendum' &&
  /\b(?:also|left (?:off|out)|forgot|omitted|missed|in addition)\b/i.test(
    passage.text.slice(span.start - passage.offset, span.end - passage.offset),
  );

/** Who signs an addendum: the clinician counts again, staff only tell another number. */
const clinician = /\b(?:MD|DO|DPM|NP|FNP|PA|PA-C|DNP|MBBS)\b/;
const staff = /\b(?:RN|LPN|CMA|MA|PharmD|RPh|tech|scribe)\b/i;

const heading = ({ sentence: { passage } }: ReadSentence): string => passage.label?.text ?? passage.title;

/** An addendum corrects only where it says so; another person's number beside the first is a second number. */
export function takesBack(read: ReadSentence): boolean {
  const { passage, mentions } = read.sentence;
  const says = (mention: (typeof mentions)[number]): boolean =>
    ['correction', 'error'].includes(termOf(mention, 'cue')?.value ?? '');
  if (mentions.some(says) || read.groups.some((group) => isDeniedNumber(read, group))) return true;
  if (passage.kind !== 'addendum') return false;
  if (clinician.test(heading(read)) && !staff.test(heading(read))) return true;
  return passage.reading.mentions.some(says) || read.groups.some((group) => isTakenBack(read, group));
}
