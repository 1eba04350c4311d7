import type { HeadingKind } from '../lexicon/headings';
import { type Mention, termOf } from '../lexicon/mention';
import { kept } from '../note/kept';
import type { Span } from '../note/span';
import type { ReadSentence } from './acts';
import { agentsOf, isEarlierAnesthetic } from './agents';
import type { Entry } from './entries';
import { isAmount } from './items';
import type { Stretch } from './sentences';
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

/** Amounts given today: of the lists, of the record of the procedure, and of the sentences that tell of the injection. */
export function doseSpans(entry: Entry, reading: TreatmentReading): Span[] {
  const spans: Span[] = entry.lists.flatMap((list) => list.items.flatMap((item) => (item.dose ? [item.dose] : [])));
  const told = new Set<ReadSentence>([
    ...entry.treatments.map(({ read }) => read),
    ...entry.lists.flatMap((list) => list.sentences),
  ]);
  for (const [at, read] of reading.sentences.entries()) {
    const { sentence } = read;
    if (sentence.passage.day === 'past' || untoldAmounts.has(sentence.kind)) continue;
    const amounts = amountsIn(sentence.own);
    if (amounts.length === 0) continue;
    const record = sentence.kind === 'procedure' || sentence.passage.kind === 'procedure-aside';
    const beside = [reading.sentences[at - 1], reading.sentences[at + 1]].some(
      (other) =>
        other !== undefined && told.has(other) && other.sentence.passage.sectionIndex === sentence.passage.sectionIndex,
    );
    const names = agentsOf(sentence).some((agent) => entry.agents.includes(agent.name));
    const acts = read.acts.some((act) => act.role === 'inject' && act.status === 'performed');
    if (record || names || acts || told.has(read) || beside) {
      const { offset } = sentence.passage;
      for (const { start, end } of amounts) spans.push({ start: offset + start, end: offset + end });
    }
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
