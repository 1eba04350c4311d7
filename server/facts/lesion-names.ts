import { isMark, type LabelMention, type Mention, mentionOf } from '../lexicon/mention';
import type { BlockReading } from '../lexicon/read';
import { kept, keptIn } from '../note/kept';
import type { Passage } from './document';

/** The names that the note gives its lesions ("K1 presternal, 6.2 x 2.1 cm"), none twice. */
export interface LesionNames {
  readonly labels: readonly string[];
}

const isNamed = (mention: Mention | undefined): mention is LabelMention =>
  mention?.kind === 'label' && mention.named === true;

/** What a block's text alone says of names of lesions. */
interface Names {
  /** Names of letters and a number, whatever they name. */
  readonly any: boolean;
  /** Those that stand before a place, a size or a lesion. */
  readonly described: readonly string[];
  /** A drug whose name might be one of them. */
  readonly drug: boolean;
  /** "Target lesions T1 L cheek, T2 L temple": the block says that they are lesions. */
  readonly lesions: boolean;
}

const namesIn = kept(({ mentions, text }: BlockReading): Names => {
  const named = mentions.filter((mention) => isNamed(mention));
  return {
    any: named.length > 0,
    described: named.flatMap((mention) => (describes(mentions, mentions.indexOf(mention)) ? mention.labels : [])),
    lesions: mentions.some((mention) => mention.kind === 'noun' && mention.term.tags.includes('lesion')),
    drug: mentions.some((mention) => mention.kind === 'agent' && nameLike.test(text.slice(mention.start, mention.end))),
  };
});

const nameLike = /^[A-Z]{1,2}\d{1,2}$/;

/** Letters of names that the note itself gives to lesions: at least two of them stand before a place, a size or a lesion. */
function prefixesOf(passages: readonly Passage[]): Prefixes {
  const seen = new Map<string, Set<string>>();
  for (const { reading } of passages) {
    for (const label of namesIn(reading).described) {
      const prefix = letters(label);
      const labels = seen.get(prefix) ?? new Set<string>();
      labels.add(label);
      seen.set(prefix, labels);
    }
  }
  return new Map(
    [...seen].flatMap(([prefix, labels]) =>
      labels.size >= 2 ? [[prefix, Math.max(...[...labels].map((label) => Number(label.slice(prefix.length))))]] : [],
    ),
  );
}

/** The highest number that a name with these letters has. */
type Prefixes = ReadonlyMap<string, number>;

const letters = (label: string): string => /^[A-Z]+/.exec(label)?.[0] ?? '';

/** "K1 R jaw", "K2: 1.4 cm", "A1 - keloid": what follows says where or what the lesion is. */
function describes(mentions: readonly Mention[], at: number): boolean {
  const next = isMark(mentions[at + 1], ':', '-', '=', '|') ? mentions[at + 2] : mentions[at + 1];
  if (!next || next.skipped > 2) return false;
  if (next.kind === 'measure') return next.dimension === 'length';
  return ['side', 'site', 'place'].includes(next.kind) || (next.kind === 'noun' && next.term.tags.includes('lesion'));
}

/** Keeps letter-and-number names where the note calls its lesions so; elsewhere ("L4", "C5") they name something else. */
export function withLesionNames(passages: readonly Passage[]): Passage[] {
  if (!passages.some(({ reading }) => namesIn(reading).any)) return [...passages];
  const prefixes = prefixesOf(passages);
  return passages.map((passage) => {
    const { any, drug } = namesIn(passage.reading);
    const reading = any || drug ? asNamed(passage.reading, prefixes) : passage.reading;
    return reading === passage.reading ? passage : { ...passage, reading };
  });
}

/** A block as it reads where the note's lesions have such names; read once for as long as these are the same. */
const asNamed = keptIn(
  (reading: BlockReading, prefixes: Prefixes): BlockReading => {
    const mentions = reading.mentions.map((mention) => renamed(mention, reading.text, prefixes));
    const changed = mentions.some((mention, at) => mention !== reading.mentions[at]);
    return changed ? { ...reading, mentions, room: [] } : reading;
  },
  (before, now) => before.size === now.size && [...before].every(([prefix, last]) => now.get(prefix) === last),
);

function renamed(mention: Mention, text: string, prefixes: Prefixes): Mention {
  if (isNamed(mention))
    return prefixes.has(letters(mention.labels[0] ?? '')) ? mention : mentionOf(mention, 'number', { value: null });
  // "K5" between K4 and K6 is a lesion, though elsewhere it is a drug.
  const word = mention.kind === 'agent' ? text.slice(mention.start, mention.end) : '';
  const last = nameLike.test(word) ? (prefixes.get(letters(word)) ?? 0) : 0;
  return last >= Number(word.slice(letters(word).length)) && last > 0
    ? mentionOf(mention, 'label', { labels: [word], noun: null, named: true })
    : mention;
}

/** The lesions that the note names one by one, each at its own description. */
export function namedLesions(passages: readonly Passage[]): LesionNames {
  const labels = new Set<string>();
  for (const { reading, day } of passages)
    if (day === 'today') for (const label of namesIn(reading).described) labels.add(label);
  return { labels: [...labels] };
}

/** Those of the names that the note calls lesions where it describes them. */
export function namesOfLesions(passages: readonly Passage[]): ReadonlySet<string> {
  const labels = new Set<string>();
  for (const { reading, day } of passages) {
    const { lesions, described } = namesIn(reading);
    if (day === 'today' && lesions) for (const label of described) labels.add(label);
  }
  return labels;
}
