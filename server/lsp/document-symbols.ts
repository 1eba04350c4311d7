import type { DocumentSymbol } from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analyze';
import { namespaceSymbol } from './constants';
import { rangeOf } from './positions';

/** The note's sections under their own headings. What stands before the first heading has no name and is left out. */
export function documentSymbols(document: TextDocument, { outline }: Analysis): DocumentSymbol[] {
  return outline.flatMap(({ title, kind, span, headingSpan }) => {
    // Clients refuse a whole answer for one symbol without a name.
    const name = title.trim();
    if (name === '') return [];
    return [
      {
        name,
        detail: kind,
        kind: namespaceSymbol,
        range: rangeOf(document, span),
        selectionRange: rangeOf(document, headingSpan),
      },
    ];
  });
}
