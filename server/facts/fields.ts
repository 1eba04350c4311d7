import type { HeadingKind } from '../lexicon/headings';
import { isMark, type Mention, termOf } from '../lexicon/mention';
import type { BlockReading } from '../lexicon/read';
import { kept } from '../note/kept';
import type { ReadSentence } from './acts';
import type { NamedAgent } from './agents';
import { type Claim, claimOf, claimSpan, resolve, type Whole } from './claims';
import { takesBack } from './corrections';
import type { Stretch } from './sentences';
import type { TreatmentReading } from './treatment';

/** "Number of lesions injected: 7", "Lesions treated: seven", "Site: left forearm nodule" in the record of a procedure. */
export function fieldClaim(
  read: ReadSentence,
  reading: TreatmentReading,
  whole: Whole,
  agents: readonly NamedAgent[],
): Claim | null {
  if (reading.treatments.length + reading.titles.length + reading.lists.length === 0) return null;
  const own = read.groups.filter((group) => group.unit === null);
  const first =
    own.find((group) => group.quantity !== null || group.labels.length > 0) ?? own.find((group) => group.noun !== null);
  // "Lesions treated: ***" beside a told injection says nothing of their number.
  const open = first?.quantity == null && read.sentence.mentions.some(({ kind }) => kind === 'blank');
  if (open && reading.treatments.length > 0) return null;
  const counted = first ? resolve(first, whole) : null;
  if (!first || !counted) return null;
  const treats = /treat|inject|number|count|no\.|qty/.test(labelOf(read));
  if (!treats && counted.count.kind !== 'singular' && first.quantity === null) return null;
  return claimOf(read.sentence, agents, {
    count: counted.count,
    source: 'field',
    corrects: takesBack(read),
    span: claimSpan(read, [first], null),
    how: counted.how,
  });
}

/** A field of today's record that asks for lesions, their number or their place. */
export function asksForCount(read: ReadSentence): boolean {
  const { passage, index, own } = read.sentence;
  if (passage.day !== 'today' || passage.block.kind === 'heading' || !recording.has(passage.section)) return false;
  // "PROC: … Papules shot: midline x2, R x1. Total papules: 6.": a field inside the line of another one.
  return passage.label && index === 0 ? titleAsks(passage.label.reading) : openingAsks(own);
}

const recording: ReadonlySet<HeadingKind> = new Set<HeadingKind>([
  'procedure',
  'procedure-aside',
  'header',
  'other',
  'nursing',
  'today',
]);

const labelOf = ({ sentence: { passage, index, own } }: ReadSentence): string =>
  (index === 0 ? passage.label?.text.toLowerCase() : undefined) ?? inlineLabel(own);

const asks = (label: string): boolean =>
  !/^(?:treatment|session|visit|cycle|round) (?:number|no\.?)/.test(label) &&
  /\b(?:lesions?|nodules?|patches|warts|keloids?|plaques?|tumou?rs?|cysts?|scars?|sites?|areas?|location|locations|number|no\.?|count|qty|target|^n$|(?:treated|injected) total|total (?:treated|injected))\b/.test(
    label,
  ) &&
  !/biopsy|previous|prior|size|dose|volume/.test(label);

const titleAsks = kept(({ text }: BlockReading): boolean => asks(text.toLowerCase()));
const openingAsks = kept((own: Stretch): boolean => {
  const label = inlineLabel(own);
  return asks(label) || (/\btotal\b/.test(label) && own.mentions.slice(0, 3).some(isLesionNoun));
});

const isLesionNoun = (mention: Mention): boolean => termOf(mention, 'noun')?.tags.includes('lesion') ?? false;

/** "# of lesions: 5" inside running text: the words before the colon, where they name lesions and a number follows. */
function inlineLabel({ mentions, text }: Stretch): string {
  const colon = mentions.findIndex((mention) => isMark(mention, ':'));
  const first = mentions[0];
  const mark = mentions[colon] ?? (countsLesions(mentions) ? mentions[2] : undefined);
  if (!first || !mark || colon > 4 || (colon >= 0 && mentions[colon + 1]?.kind !== 'quantity')) return '';
  return text.slice(first.start, mark.start).toLowerCase();
}

/** "Lesion count 6", "number of lesions 6". */
const countsLesions = (mentions: readonly Mention[]): boolean =>
  mentions.slice(0, 2).some((mention) => termOf(mention, 'numberword')) &&
  mentions.slice(0, 2).some(isLesionNoun) &&
  mentions[2]?.kind === 'quantity';
