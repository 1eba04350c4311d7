import { isMark, type Mention, termOf } from '../lexicon/mention';
import type { ReadSentence } from './acts';
import type { NamedAgent } from './agents';
import { type Claim, claimOf, claimSpan, resolve, type Whole } from './claims';
import { takesBack } from './corrections';
import type { TreatmentReading } from './treatment';

/** "Number of lesions injected: 7", "Lesions treated: seven", "Site: left forearm nodule" in the record of a procedure. */
export function fieldClaim(
  read: ReadSentence,
  reading: TreatmentReading,
  whole: Whole,
  agents: readonly NamedAgent[],
): Claim | null {
  const { passage } = read.sentence;
  const label = passage.label?.text.toLowerCase() ?? inlineLabel(read);
  if (
    passage.day !== 'today' ||
    passage.block.kind === 'heading' ||
    (passage.label && read.sentence.index > 0) ||
    !label
  )
    return null;
  const section = ['procedure', 'procedure-aside', 'header', 'other', 'nursing', 'today'].includes(passage.section);
  if (/^(?:treatment|session|visit|cycle|round) (?:number|no\.?)/.test(label)) return null;
  const names =
    /\b(?:lesions?|nodules?|patches|warts|keloids?|plaques?|tumou?rs?|cysts?|scars?|sites?|areas?|location|locations|number|no\.?|count|qty|target|^n$|(?:treated|injected) total|total (?:treated|injected))\b/.test(
      label,
    );
  if (!section || !names || /biopsy|previous|prior|size|dose|volume/.test(label)) return null;
  if (reading.treatments.length + reading.titles.length + reading.lists.length === 0) return null;
  const own = read.groups.filter((group) => group.unit === null);
  const first =
    own.find((group) => group.quantity !== null || group.labels.length > 0) ?? own.find((group) => group.noun !== null);
  // "Lesions treated: ***" beside a told injection says nothing of their number.
  const open = first?.quantity == null && read.sentence.mentions.some(({ kind }) => kind === 'blank');
  if (open && reading.treatments.length > 0) return null;
  const counted = first ? resolve(first, whole) : null;
  if (!first || !counted) return null;
  const treats = /treat|inject|number|count|no\.|qty/.test(label);
  if (!treats && counted.count.kind !== 'singular' && first.quantity === null) return null;
  return claimOf(read.sentence, agents, {
    count: counted.count,
    source: 'field',
    corrects: takesBack(read),
    span: claimSpan(read, [first], null),
    how: counted.how,
  });
}

/** "# of lesions: 5" inside running text: the words before the colon, where they name lesions and a number follows. */
function inlineLabel(read: ReadSentence): string {
  const { mentions, passage } = read.sentence;
  const colon = mentions.findIndex((mention) => isMark(mention, ':'));
  const first = mentions[0];
  const mark = mentions[colon] ?? (countsLesions(mentions) ? mentions[2] : undefined);
  if (!first || !mark || colon > 4 || (colon >= 0 && mentions[colon + 1]?.kind !== 'quantity')) return '';
  return passage.text.slice(first.start, mark.start).toLowerCase();
}

/** "Lesion count 6", "number of lesions 6". */
const countsLesions = (mentions: readonly Mention[]): boolean =>
  mentions.slice(0, 2).some((mention) => termOf(mention, 'numberword')) &&
  mentions.slice(0, 2).some((mention) => termOf(mention, 'noun')?.tags.includes('lesion')) &&
  mentions[2]?.kind === 'quantity';
