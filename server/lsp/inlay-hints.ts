import type { InlayHint, Range } from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analyze';
import { typeHint } from './constants';
import { lesionNumbers } from './lesion-numbers';

/** The number of each counted lesion behind the place that names it, so that the count can be followed by eye. */
export function inlayHints(document: TextDocument, { ledger }: Analysis, within: Range): InlayHint[] {
  const start = document.offsetAt(within.start);
  const end = document.offsetAt(within.end);
  return [...lesionNumbers(ledger)].flatMap(([{ spans, agent }, { number, of }]) => {
    const span = spans[0];
    if (span === undefined || span.end < start || span.end > end) return [];
    return [
      {
        position: document.positionAt(span.end),
        label: `#${number}`,
        kind: typeHint,
        paddingLeft: true,
        tooltip: `Lesion ${number} of ${of} injected${agent === null ? '' : ` with ${agent}`}`,
      },
    ];
  });
}
