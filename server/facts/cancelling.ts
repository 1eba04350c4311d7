import { termOf } from '../lexicon/mention';
import type { Act, ReadSentence } from './acts';
import { isCurrent, type TreatmentContext } from './treatment-context';

/** In which words an act or its absence says that today's injection did not take place; `null` where none does. */
export function cancels(context: TreatmentContext, read: ReadSentence, act: Act): string | null {
  const { passage } = read.sentence;
  if (!isCurrent(context.document, read) && passage.kind !== 'plan') return null;
  if (passage.day !== 'today') return null;
  const { mentions } = read.sentence;
  const aboutInjection = mentions.some(
    (mention) =>
      termOf(mention, 'act')?.value === 'inject' ||
      mention.kind === 'agent' ||
      termOf(mention, 'noun')?.tags.includes('shot'),
  );
  const lesions = read.groups.some(
    (group) =>
      group.unit === null &&
      (group.labels.length > 0 ||
        group.placed ||
        group.noun !== null ||
        (group.quantity !== null && group.relation !== null)),
  );
  // "Status: deferred" in a form of the injection.
  const ofForm = /^(?:status|procedure|injections?|treatment|session)\b[^:]{0,12}:/i.test(
    passage.label ? `${passage.label.text}:` : passage.text,
  );
  const hasCount = lesions && !(act.role === 'exclude' && act.disposition === 'deferred');
  if (act.role === 'inject' && act.status === 'negated' && !hasCount) return 'the note says that it was not injected';
  if (act.role === 'exclude' && act.disposition === 'deferred' && (aboutInjection || ofForm))
    return 'the note says that the injection was put off or declined';
  // "PDL not done.": another procedure was left out.
  const other = read.acts.some((candidate) => candidate !== act && candidate.role !== 'inject');
  if (act.role === 'exclude' && act.tags.includes('negated') && !other && !hasCount)
    return 'the note says that it was not given';
  return null;
}
