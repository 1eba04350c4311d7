import { isVolume, termOf } from '../lexicon/mention';
import type { BlockReading } from '../lexicon/read';
import type { Block } from '../note/blocks';
import { isLesional } from './agents';

/**
 * "Exam: …" and, in the lines below it, "Two warts were injected, MMR vaccine 0.25 mL each": a line without a name of its
 * own that gives a drug for lesions ends the examination, and what follows it is the rest of the record.
 */
export function endsExam({ label, marker }: Block, { mentions }: BlockReading): boolean {
  if (label !== null || marker !== null) return false;
  const agent = mentions.some(
    (mention) =>
      isLesional(mention) && !mention.term.tags.includes('topical') && !mention.term.tags.includes('systemic'),
  );
  if (!agent || !mentions.some(isVolume)) return false;
  const before = mentions.some((mention) => termOf(mention, 'cue')?.value === 'past');
  const given = mentions.some(
    (mention) => termOf(mention, 'act')?.value === 'inject' || termOf(mention, 'prep')?.value === 'into',
  );
  return given && !before;
}
