import { type Mention, termOf } from '../lexicon/mention';
import type { ReadSentence } from './acts';
import type { NoteDocument } from './document';
import { sectionStatus } from './section-status';

/** What the whole note says that bears on each of its acts. */
export interface TreatmentContext {
  readonly document: NoteDocument;
  readonly intralesional: boolean;
  /** A disease of the skin that is treated by injection is named as today's. */
  readonly diseased: boolean;
  readonly sentences: readonly ReadSentence[];
  /** Where a sentence stands among all. */
  readonly at: ReadonlyMap<ReadSentence, number>;
  /** Sections that inject something with a code of its own: a joint, a nerve, a vein. */
  readonly ownCode: ReadonlySet<number>;
}

export function isCurrent(document: NoteDocument, read: ReadSentence): boolean {
  return sectionStatus(document, read.sentence) === null || read.sentence.kind === 'complaint';
}

export function namesIntralesional(read: ReadSentence): boolean {
  return read.sentence.mentions.some((mention) => {
    if (termOf(mention, 'route')?.value === 'intralesional') return true;
    if (termOf(mention, 'act')?.tags.includes('intralesional')) return true;
    if (mention.kind !== 'agent') return false;
    const words = read.sentence.passage.text.slice(mention.start, mention.end);
    return mention.term.value === 'talimogene laherparepvec' || /^il[- ]?[a-z5]/i.test(words);
  });
}

/** A route or a target that takes an injection out of this subject. */
export function otherTarget(mentions: readonly Mention[], from: number, to: number): boolean {
  return mentions.slice(from, to).some((mention) => {
    const route = termOf(mention, 'route');
    return route?.tags.includes('not-lesion') && route.value !== 'topical' && route.value !== 'oral';
  });
}

export function ownCodeSections(sentences: readonly ReadSentence[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { sentence } of sentences) {
    const { passage } = sentence;
    const titled = passage.label !== null && passage.kind === 'procedure' && passage.text.length < 80;
    const heads = passage.block.kind === 'heading' || titled;
    const routes = passage.label ? [...passage.label.reading.mentions, ...sentence.mentions] : sentence.mentions;
    const tags = routes.flatMap((mention) => termOf(mention, 'route')?.tags ?? []);
    const treated = sentence.kind !== 'history' && passage.day === 'today';
    if (tags.includes('own-disease') ? treated : heads && tags.includes('own-code')) found.add(passage.sectionIndex);
  }
  return found;
}
