import type { HeadingKind } from '../lexicon/headings';
import { type Mention, termOf } from '../lexicon/mention';
import { kept } from '../note/kept';
import type { Span } from '../note/span';
import type { ReadSentence } from './acts';
import { agentsOf, isEarlierAnesthetic } from './agents';
import type { Entry } from './entries';
import { isAmount } from './items';
import { type Stretch, spanIn } from './sentences';
import type { TreatmentReading } from './treatment';

/** Sections whose amounts are not of today's injection. */
export const untoldAmounts: ReadonlySet<HeadingKind> = new Set<HeadingKind>([
  'history',
  'aftercare',
  'consent',
  'follow-up',
  'exam',
  'complaint',
  'data',
  'template',
  'other-person',
]);

/** The sentences that state an amount that may be today's. */
export const sentencesWithAmounts = ({ sentences }: TreatmentReading): ReadSentence[] =>
  sentences.filter(
    ({ sentence: { passage, kind, own } }) =>
      passage.day !== 'past' && !untoldAmounts.has(kind) && amountsIn(own).length > 0,
  );

/**
 * Amounts given today: of the lists, of the record of the procedure, and of the sentences that tell of the injection.
 *
 * @param stating The sentences with amounts, the same for every entry.
 */
export function doseSpans(entry: Entry, reading: TreatmentReading, stating: readonly ReadSentence[]): Span[] {
  const spans: Span[] = entry.lists.flatMap((list) => list.items.flatMap((item) => (item.dose ? [item.dose] : [])));
  const told = new Set<ReadSentence>([
    ...entry.treatments.map(({ read }) => read),
    ...entry.lists.flatMap((list) => list.sentences),
  ]);
  for (const read of stating) {
    const { sentence, place } = read;
    const record = sentence.kind === 'procedure' || sentence.passage.kind === 'procedure-aside';
    const beside = [reading.sentences[place - 1], reading.sentences[place + 1]].some(
      (other) =>
        other !== undefined && told.has(other) && other.sentence.passage.sectionIndex === sentence.passage.sectionIndex,
    );
    const names = agentsOf(sentence).some((agent) => entry.agents.includes(agent.name));
    const acts = read.acts.some((act) => act.role === 'inject' && act.status === 'performed');
    if (record || names || acts || told.has(read) || beside)
      for (const amount of amountsIn(sentence.own)) spans.push(spanIn(sentence.passage, amount));
  }
  return spans;
}

/** Amounts of a sentence that no anaesthetic accounts for, from where its mentions' offsets are from. */
const amountsIn = kept(({ mentions }: Stretch): readonly Span[] => {
  let anesthetic = false;
  return mentions.flatMap((mention, at) => {
    if (mention.kind === 'agent' && !isEarlierAnesthetic(mentions, at))
      anesthetic = mention.term.tags[0] === 'anesthetic';
    return (isAmount(mention) || isBareShare(mentions, at)) && !anesthetic
      ? [{ start: mention.start, end: mention.end }]
      : [];
  });
});

/** "0.2 each": mL, as everyone writes them. */
function isBareShare(mentions: readonly Mention[], at: number): boolean {
  const [mention, next] = [mentions[at], mentions[at + 1]];
  if (mention?.kind !== 'number' || mention.value === null || Number.isInteger(mention.value) || mention.value > 5)
    return false;
  return termOf(next, 'relation')?.value === 'each' && next?.skipped === 0;
}
