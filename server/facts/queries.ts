import { finish, type Steps } from '../note/steps';
import { type QueryBlock, readQueryBlock } from './clinician-queries';
import { documentSteps, isSoap, type NoteDocument, type Passage, type ReadingOptions } from './document';
import type { OwnElementId } from './model';

/** True for a passage inside a block of queries to the clinician: nothing it says is a fact. */
function isQueryPassage(block: QueryBlock | null, passage: Passage): boolean {
  return block !== null && passage.block.start >= block.span.start && passage.block.end <= block.span.end;
}

interface ReadNote {
  readonly document: NoteDocument;
  readonly block: QueryBlock | null;
}

/** A note for readers of facts, and the block of queries that is not part of it. */
export function readNote(text: string, options?: ReadingOptions, own?: readonly OwnElementId[]): ReadNote {
  return finish(noteSteps(text, options, own));
}

/** The same in steps. */
export function* noteSteps(
  text: string,
  options: ReadingOptions = {},
  own: readonly OwnElementId[] = [],
): Steps<ReadNote> {
  const block = readQueryBlock(text, own);
  return { document: withoutQueries(yield* documentSteps(text, options), block), block };
}

function withoutQueries(document: NoteDocument, block: QueryBlock | null): NoteDocument {
  if (block === null) return document;
  const passages = document.passages.filter((passage) => !isQueryPassage(block, passage));
  const { start, end } = block.span;
  const sections = document.sections.filter(({ headingSpan }) => headingSpan.start < start || headingSpan.end > end);
  return { ...document, passages, soap: isSoap(sections, passages), room: [] };
}

/** Where the next query goes: the end of the block that is there, else the end of the note's text. */
export function readQueryAt(text: string, block: QueryBlock | null): { offset: number; open: boolean } {
  return block === null ? { offset: text.trimEnd().length, open: false } : { offset: block.span.end, open: true };
}
