import type { HeadingKind } from '../lexicon/headings';
import { endsStep, type Steps } from '../note/steps';
import type { Passage } from './document';
import { isGeneralStretch, readGenre } from './genre';

/** What a handout, an article or a letter to a payer says is no record of this encounter. */
const toldOfNobody = (passage: Passage): Passage => ({ ...passage, kind: 'template', section: 'template' });

/** Sections that may speak to the reader and are of this patient all the same. */
const advises: ReadonlySet<HeadingKind> = new Set(['aftercare', 'follow-up', 'consent', 'signature']);

/**
 * Tells general text from the record: a handout, a reference or a word on codes behind it, stretch by stretch between
 * empty lines and headings, or the whole text.
 */
export function* generalSteps(text: string, passages: readonly Passage[], dated: boolean): Steps<Passage[]> {
  const marked: Passage[] = [];
  const own: string[] = [];
  let from = 0;
  for (let at = 1; at <= passages.length; at += 1) {
    if (endsStep(at)) yield;
    const next = passages[at];
    if (next && !next.block.detached && next.block.kind !== 'heading') continue;
    const stretch = passages.slice(from, at);
    from = at;
    const [first] = stretch;
    const last = stretch[stretch.length - 1];
    if (!first || !last) continue;
    const words = text.slice(first.block.start, last.block.end);
    const general = isGeneralStretch(words);
    if (!general) own.push(words);
    marked.push(...stretch.map((passage) => (general && !advises.has(passage.kind) ? toldOfNobody(passage) : passage)));
  }
  const genre = readGenre(text, own.join('\n\n'), dated);
  return genre === 'record' ? marked : passages.map(toldOfNobody);
}
