import type { Mention } from '../lexicon/mention';
import type { NoteDocument, Passage } from './document';

/** How long a text is of which a single sign of care says nothing. */
const longText = 600;

/**
 * Whether a text speaks of care at all: sections of a record, drugs, lesions, injections, amounts of a drug. Any text
 * may hold brackets and braces; in one that speaks of something else they are no fields of a note.
 */
export function speaksOfCare({ text, passages }: NoteDocument): boolean {
  if (text.length < longText) return true;
  const signs = new Set<string>();
  for (const passage of passages) {
    for (const sign of signsOf(passage)) signs.add(sign);
    if (signs.size > 1) return true;
  }
  return false;
}

function signsOf({ kind, reading }: Passage): string[] {
  const own = kind === 'header' || kind === 'template' ? [] : [`section ${kind}`];
  return [...own, ...reading.mentions.flatMap((mention) => signOf(mention) ?? [])];
}

function signOf(mention: Mention): string | null {
  if (mention.kind === 'agent') return 'agent';
  if (mention.kind === 'measure') return ['concentration', 'activity'].includes(mention.dimension) ? 'dose' : null;
  if (mention.kind === 'route') return `route ${mention.term.value}`;
  if (mention.kind === 'act') return mention.term.tags.includes('strong') ? 'injection' : null;
  if (mention.kind !== 'noun' || mention.term.tags.includes('weak')) return null;
  const { tags, value } = mention.term;
  return tags.includes('lesion') || tags.includes('disease') ? value : null;
}
