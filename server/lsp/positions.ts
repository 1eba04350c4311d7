import type { Range } from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../note/span';

/** Spans are offsets in UTF-16 code units, and so are the protocol's characters by default. */
export function rangeOf(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

export const contains = (span: Span, offset: number): boolean => span.start <= offset && offset <= span.end;
