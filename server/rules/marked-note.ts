import type { Span } from '../note/span';

/** A stretch of a note and what is said of it: the rule that reports it, the kind of a mention, a hover's words. */
export interface Mark {
  readonly span: Span;
  readonly label: string;
}

export interface MarkedNote {
  /** The note without its marks. */
  readonly text: string;
  /** By start; of two that start together, the longer first. */
  readonly marks: readonly Mark[];
  /** Where `‸` stood, as an offset into `text`. */
  readonly cursor: number | null;
}

/**
 * Reads a note with marks in it: `⟦96405⟧{procedure-code-count-mismatch}` marks the five characters with a label,
 * `⟦96405⟧` without one (an empty label), and `‸` is a cursor. Marks nest: `⟦⟦99213⟧{em}-25⟧{code}`. An empty mark
 * `⟦⟧{signature-missing}` is a place. Nothing else is special, so that notes may hold any other character.
 *
 * @throws When a mark is not closed or not opened, or a second cursor is there: a mistake in a test or a page.
 */
export function parseMarked(marked: string): MarkedNote {
  let text = '';
  let cursor: number | null = null;
  const open: number[] = [];
  const marks: Mark[] = [];
  for (let at = 0; at < marked.length; at++) {
    const character = marked[at] ?? '';
    if (character === '⟦') {
      open.push(text.length);
    } else if (character === '⟧') {
      const start = open.pop();
      if (start === undefined) throw new Error(`A mark is closed and never opened: ${around(marked, at)}`);
      const label = labelAt(marked, at + 1);
      marks.push({ span: { start, end: text.length }, label: label ?? '' });
      if (label !== undefined) at += label.length + 2;
    } else if (character === '‸') {
      if (cursor !== null) throw new Error(`A second cursor: ${around(marked, at)}`);
      cursor = text.length;
    } else {
      text += character;
    }
  }
  if (open.length > 0) throw new Error(`A mark is opened and never closed: ${around(text, open.pop() ?? 0)}`);
  return { text, marks: marks.sort(byPosition), cursor };
}

/** The inverse of {@link parseMarked}: what to paste into a test. Marks must nest or lie apart. */
export function printMarked(text: string, marks: readonly Mark[]): string {
  const boundaries = marks.flatMap(({ span, label }) => {
    const length = span.end - span.start;
    const closing = `⟧${label === '' ? '' : `{${label}}`}`;
    if (length === 0) return [{ at: span.start, order: 0, insert: `⟦${closing}` }];
    // In one place closings come first (negative, the shortest first), then places (0), then openings (the longest first).
    return [
      { at: span.start, order: 1 / length, insert: '⟦' },
      { at: span.end, order: -1 / length, insert: closing },
    ];
  });
  boundaries.sort((a, b) => a.at - b.at || a.order - b.order);
  let printed = '';
  let from = 0;
  for (const { at, insert } of boundaries) {
    printed += text.slice(from, at) + insert;
    from = at;
  }
  return printed + text.slice(from);
}

export const byPosition = (a: Mark, b: Mark): number =>
  a.span.start - b.span.start || b.span.end - a.span.end || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0);

function labelAt(marked: string, start: number): string | undefined {
  if (marked[start] !== '{') return undefined;
  const end = marked.indexOf('}', start);
  return end === -1 ? undefined : marked.slice(start + 1, end);
}

const around = (text: string, at: number): string => `…${text.slice(Math.max(0, at - 30), at + 30)}…`;
