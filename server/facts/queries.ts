import type { QueryBlock } from './clinician-queries';
import { isSoap, type NoteDocument, type Passage } from './document';

/** True for a passage inside a block of queries to the clinician: nothing it says is a fact. */
function isQueryPassage(block: QueryBlock | null, passage: Passage): boolean {
  return block !== null && passage.block.start >= block.span.start && passage.block.end <= block.span.end;
}

/** The note without its queries, for readers of facts. */
export function withoutQueries(document: NoteDocument, block: QueryBlock | null): NoteDocument {
  if (block === null) return document;
  const passages = document.passages.filter((passage) => !isQueryPassage(block, passage));
  const { start, end } = block.span;
  const sections = document.sections.filter(({ headingSpan }) => headingSpan.start < start || headingSpan.end > end);
  return { ...document, passages, soap: isSoap(sections, passages) };
}

/** Where the next query goes: the end of the block that is there, else the end of the note's text. */
export function readQueryAt(text: string, block: QueryBlock | null): { offset: number; open: boolean } {
  return block === null ? { offset: text.trimEnd().length, open: false } : { offset: block.span.end, open: true };
}
