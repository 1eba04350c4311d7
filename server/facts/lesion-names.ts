import { isMark, type LabelMention, type Mention, mentionOf } from '../lexicon/mention';
import type { Passage } from './document';

/** The names that the note gives its lesions ("K1 presternal, 6.2 x 2.1 cm"), none twice. */
export interface LesionNames {
  readonly labels: readonly string[];
}

const isNamed = (mention: Mention | undefined): mention is LabelMention =>
  mention?.kind === 'label' && mention.named === true;

/** Letters of names that the note itself gives to lesions: at least two of them stand before a place, a size or a lesion. */
function prefixesOf(passages: readonly Passage[]): ReadonlyMap<string, number> {
  const seen = new Map<string, Set<string>>();
  for (const { reading } of passages) {
    for (const [at, mention] of reading.mentions.entries()) {
      if (!isNamed(mention) || !describes(reading.mentions, at)) continue;
      for (const label of mention.labels) {
        const prefix = letters(label);
        const labels = seen.get(prefix) ?? new Set<string>();
        labels.add(label);
        seen.set(prefix, labels);
      }
    }
  }
  return new Map(
    [...seen].flatMap(([prefix, labels]) =>
      labels.size >= 2 ? [[prefix, Math.max(...[...labels].map((label) => Number(label.slice(prefix.length))))]] : [],
    ),
  );
}

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
  if (!passages.some(({ reading }) => reading.mentions.some(isNamed))) return [...passages];
  const prefixes = prefixesOf(passages);
  return passages.map((passage) => {
    const mentions = passage.reading.mentions.map((mention): Mention => {
      if (isNamed(mention))
        return prefixes.has(letters(mention.labels[0] ?? ''))
          ? mention
          : mentionOf(mention, { kind: 'number', value: null });
      // "K5" between K4 and K6 is a lesion, though elsewhere it is a drug.
      const word = mention.kind === 'agent' ? passage.text.slice(mention.start, mention.end) : '';
      const last = /^[A-Z]{1,2}\d{1,2}$/.test(word) ? (prefixes.get(letters(word)) ?? 0) : 0;
      return last >= Number(word.slice(letters(word).length)) && last > 0
        ? mentionOf(mention, { kind: 'label', labels: [word], noun: null, named: true })
        : mention;
    });
    const changed = mentions.some((mention, at) => mention !== passage.reading.mentions[at]);
    return changed ? { ...passage, reading: { ...passage.reading, mentions } } : passage;
  });
}

/** The lesions that the note names one by one, each at its own description. */
export function namedLesions(passages: readonly Passage[]): LesionNames {
  const labels = new Set<string>();
  for (const { reading, day } of passages) {
    if (day !== 'today') continue;
    for (const [at, mention] of reading.mentions.entries()) {
      if (isNamed(mention) && describes(reading.mentions, at)) for (const label of mention.labels) labels.add(label);
    }
  }
  return { labels: [...labels] };
}
