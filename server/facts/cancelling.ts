import { termOf } from '../lexicon/mention';
import { bits } from '../lexicon/mention-kinds';
import type { Evidence } from '../note/span';
import type { Act, ReadSentence } from './acts';
import { isLesional } from './agents';
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
  if (isOfOtherRow(read)) return null;
  if (act.role === 'inject' && act.status === 'negated' && !hasCount) return 'the note says that it was not injected';
  if (act.role === 'exclude' && act.disposition === 'deferred' && (aboutInjection || ofForm))
    return 'the note says that the injection was put off or declined';
  // "PDL not done.": another procedure was left out.
  const other = read.acts.some((candidate) => candidate !== act && candidate.role !== 'inject');
  if (act.role === 'exclude' && act.tags.includes('negated') && !other && !hasCount)
    return 'the note says that it was not given';
  return null;
}

/** "Tunnels ..... not injected": a row of a form about something else than the injection and its lesions. */
function isOfOtherRow({ sentence: { passage } }: ReadSentence): boolean {
  const { label } = passage.block;
  if (label === null || passage.label?.kind !== 'other' || passage.offset !== label.start) return false;
  const end = label.end - label.start;
  if (!/^ ?\.{3}/.test(passage.text.slice(end, end + 4))) return false;
  const named = passage.reading.mentions.filter((mention) => mention.start < end);
  return !named.some((mention) =>
    ['act', 'agent', 'noun', 'route', 'site', 'label', 'quantity'].includes(mention.kind),
  );
}

/** "T-VEC held, do not thaw": a drug for lesions that was kept back today, where a title alone tells of it. */
export function heldAgent({ sentence: { passage, mentions, own } }: ReadSentence): Evidence | null {
  if ((own.kinds & bits.agent) === 0) return null;
  if (passage.day !== 'today' || passage.kind === 'history' || passage.kind === 'template') return null;
  for (const mention of mentions) {
    if (!isLesional(mention) || !keptBack.test(passage.text.slice(mention.end, mention.end + 24))) continue;
    const span = { start: passage.offset + mention.start, end: passage.offset + mention.end };
    return { span, says: 'the note says that it was held' };
  }
  return null;
}

const keptBack = /^,? (?:is |was |were )?(?:held|on hold|withheld|omitted)\b(?! (?:in|for \d|with pressure))/i;
