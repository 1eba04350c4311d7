import type { Span } from '../note/span';
import type { WrittenCode } from './codes-written';
import type { Passage } from './document';
import type { Tick } from './model';

/** The check box of a code, and whether it is ticked. */
export interface CodeBox {
  readonly ticked: boolean;
  readonly tick: Tick | null;
}

/** For each code of a line with check boxes its own box; `null` for a line without boxes. */
export function boxesOf(passage: Passage, written: readonly WrittenCode[]): (CodeBox | null)[] | null {
  const boxes = passage.reading.mentions.filter((mention) => mention.kind === 'box' || mention.kind === 'blank');
  const [first] = boxes;
  if (!first) return null;
  const ticks = boxes.flatMap((box) =>
    box.kind === 'box' && box.mark === 'x' ? [passage.text.slice(box.start, box.end)] : [],
  );
  const leading = first.start < (written[0]?.number.start ?? 0);
  let at = 0;
  return written.map((own, index) => {
    const from = leading ? (written[index - 1]?.number.end ?? 0) : own.number.end;
    const to = leading ? own.number.start : (written[index + 1]?.number.start ?? Number.POSITIVE_INFINITY);
    while (at < boxes.length && (boxes[at]?.start ?? 0) < from) at += 1;
    const nearest = boxes[at];
    while (at < boxes.length && (boxes[at]?.start ?? 0) < to) at += 1;
    const box = leading ? boxes[at - 1] : nearest;
    if (!box || box.start < from || box.start >= to) return null;
    if (box.kind !== 'box') return { ticked: false, tick: null };
    return { ticked: box.mark === 'x', tick: tickOf(passage, box, box.mark === 'x', ticks[0]) };
  });
}

/** What ticks an open box, as the line's own ticked boxes are written, or opens a ticked one. */
function tickOf({ text, offset }: Passage, { start, end }: Span, ticked: boolean, example: string | undefined): Tick {
  const bracketed = end - start > 1 && /[[(]/.test(text.charAt(start));
  const inner = bracketed ? { start: start + 1, end: end - 1 } : { start, end };
  const open = bracketed ? ' ' : '☐';
  const closed = bracketed ? (/[A-Za-z✓✔]/.exec(example ?? '')?.[0] ?? 'x') : (example ?? '☒');
  return {
    span: { start: offset + inner.start, end: offset + inner.end },
    flipped: ticked ? open : closed,
  };
}
