import type { ReadSentence } from './acts';
import type { NamedAgent } from './agents';
import { type Claim, claimOf, type Whole } from './claims';
import { isOpen } from './list-entries';
import { type LesionList, listedLesions } from './lists';
import type { TreatmentReading } from './treatment';

/** True when what the note tells, or the list itself, says that its entries were injected. */
export function isTreatedList(list: LesionList, reading: TreatmentReading): boolean {
  if (list.selfEvident) {
    return (
      reading.titles.length > 0 || reading.treatments.length > 0 || list.agents.length > 0 || reading.intralesional
    );
  }
  // Entries that only count lesions count what the words around them speak of.
  const told = new Set(reading.treatments.map(({ read }) => read));
  const [first] = list.sentences;
  const label = first?.sentence.passage.label?.text ?? '';
  return (
    list.sentences.some((read) => told.has(read)) ||
    leadsIn(list.intro) ||
    neighbours(list, reading).some((read) => told.has(read) && !picksSome(read)) ||
    /inject|treat|given|lesions?|sites?/i.test(label)
  );
}

/** "Injected:" alone before the entries. */
function leadsIn(intro: ReadSentence | null): boolean {
  if (!intro?.sentence.passage.text.trimEnd().endsWith(':')) return false;
  return intro.acts.some((act) => act.role === 'inject' && act.status === 'performed');
}

/** "Only the largest was injected" behind a list: the list is what it was picked from. */
const picksSome = (read: ReadSentence): boolean => read.groups.some((group) => group.relation === 'only');

/** The sentences right before and right behind a list. */
function neighbours(list: LesionList, reading: TreatmentReading): ReadSentence[] {
  const [first] = list.sentences;
  const last = list.sentences[list.sentences.length - 1];
  if (!first || !last) return [];
  const at = reading.sentences.indexOf(last);
  return [list.intro, reading.sentences[at + 1]].flatMap((read) => (read ? [read] : []));
}

/** How many lesions a treated list names; `null` where none of its entries was injected. */
export function listClaim(list: LesionList, whole: Whole, agents: readonly NamedAgent[]): Claim | null {
  const [first] = list.sentences;
  const n = listedLesions(list.items);
  if (!first || (n === 0 && !list.blank)) return null;
  if (list.blank) return listed(list, first, agents, { count: { kind: 'plural' }, how: 'left open in the form' });
  whole.treated = n;
  whole.n = n;
  const treated = list.items.filter((item) => item.excluded === null);
  const single = treated.length === 1 && !list.items.some((item) => item.counted || item.labels.length > 0);
  return listed(list, first, agents, {
    count: treated.some(isOpen) ? { kind: 'plural' } : single ? { kind: 'singular' } : { kind: 'exact', n },
    // "The correct total is 8 nodules, 0.8 mL.": an addendum that counts again.
    corrects: first.sentence.kind === 'addendum' && saysCorrect(first),
    how: `${n} listed`,
  });
}

const saysCorrect = ({ sentence: { passage, own } }: ReadSentence): boolean =>
  /\bcorrect(?:ed)? (?:total|number|count)\b/i.test(passage.text.slice(own.start, own.end));

/** A row under the entries states their number. */
export function totalClaim(list: LesionList, agents: readonly NamedAgent[]): Claim | null {
  const [first] = list.sentences;
  if (!first || list.total === null) return null;
  return listed(list, first, agents, { count: { kind: 'exact', n: list.total }, source: 'field', how: 'total row' });
}

/** What a list says, from the first of its entries to the last. */
function listed(
  list: LesionList,
  first: ReadSentence,
  agents: readonly NamedAgent[],
  said: Pick<Claim, 'count' | 'how'> & Partial<Claim>,
): Claim {
  const spans = list.items.length > 0 ? list.items.map((item) => item.span) : [first.sentence.span];
  const span = { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
  return claimOf(first.sentence, agents, { source: 'list', span, ...said });
}
