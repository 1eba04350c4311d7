import type { FoldingRange } from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analyze';
import { regionFold } from './constants';

/** Sections fold under their headings; the blank lines after a section stay outside. */
export function foldingRanges(document: TextDocument, { outline }: Analysis): FoldingRange[] {
  const text = document.getText();
  return outline.flatMap(({ span }) => {
    const section = text.slice(span.start, span.end);
    const startLine = document.positionAt(span.start).line;
    const endLine = document.positionAt(span.start + section.trimEnd().length).line;
    return endLine > startLine ? [{ startLine, endLine, kind: regionFold }] : [];
  });
}
