import type { TextEdit } from './rules/finding';

/** The text after the edits of one fix. All spans are of the text before any of them. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let edited = '';
  let from = 0;
  for (const { span, newText } of [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    if (span.start < from) throw new Error('The edits of a fix overlap.');
    edited += text.slice(from, span.start) + newText;
    from = span.end;
  }
  return edited + text.slice(from);
}
