import { type InlayHint, InlayHintKind, type Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analyze';

/** The number of each counted lesion behind the place that names it, so that the count can be followed by eye. */
export function inlayHints(document: TextDocument, { ledger }: Analysis, within: Range): InlayHint[] {
  const start = document.offsetAt(within.start);
  const end = document.offsetAt(within.end);
  return ledger
    .filter(({ disposition }) => disposition === 'injected')
    .flatMap(({ spans: [span] }, index) => {
      if (span === undefined || span.end < start || span.end > end) return [];
      return [
        {
          position: document.positionAt(span.end),
          label: `#${index + 1}`,
          kind: InlayHintKind.Type,
          paddingLeft: true,
          tooltip: `Lesion ${index + 1} of those counted as injected`,
        },
      ];
    });
}
