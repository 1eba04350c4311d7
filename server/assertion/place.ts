import { headingReaderFor } from '../lexicon/headings';
import { shippedLexicon } from '../lexicon/lexicon';
import { readText } from '../lexicon/read';
import { splitBlocks } from '../note/blocks';
import type { Span } from '../note/span';

/** The sentence that a span stands in, and what the headings over it say. */
export interface Place {
  readonly sentence: string;
  /** Offset of the sentence in the note. */
  readonly offset: number;
  /** The field's own label before the sentence ("Family history"), else an empty string. */
  readonly label: string;
  /** The heading of the section, else an empty string. */
  readonly heading: string;
}

/** Finds the sentence around a span. A field's label is part of the sentence when the span lies in it. */
export function placeOf(text: string, span: Span): Place {
  const reader = headingReaderFor(shippedLexicon());
  let heading = '';
  for (const block of splitBlocks(text, reader.isHeading)) {
    if (block.start > span.start) break;
    const label = block.label ? text.slice(block.label.start, block.label.end) : '';
    const inside = span.start >= block.start && span.start < block.end;
    if (!inside) {
      // A label with nothing behind it heads what follows.
      if (block.kind === 'heading' || (label !== '' && text.slice(block.contentStart, block.end).trim() === ''))
        heading = label;
      else if (label !== '' && reader.isField(label.toLowerCase())) heading = label;
      continue;
    }
    const named = label !== '' && span.start >= block.contentStart;
    const from = named ? block.contentStart : block.start;
    const content = text.slice(from, block.end);
    const { mentions, sentences } = readText(shippedLexicon(), content);
    let start = 0;
    let end = content.length;
    for (const first of sentences) {
      const cut = first > 0 ? (mentions[first - 1]?.end ?? 0) : 0;
      if (from + cut <= span.start) start = cut;
      else {
        end = cut;
        break;
      }
    }
    return { sentence: content.slice(start, end), offset: from + start, label: named ? label : '', heading };
  }
  return { sentence: text, offset: 0, label: '', heading: '' };
}
