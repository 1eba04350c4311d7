import { Gap } from '../note/tokens';
import { isMark, type Mention, type MentionKind } from './mention';

/** What an option that is not ticked would say if it were. Codes stay: that a code was not ticked is told of it. */
const unsaid: ReadonlySet<MentionKind> = new Set<MentionKind>([
  'act',
  'agent',
  'noun',
  'site',
  'place',
  'side',
  'route',
  'quantity',
  'measure',
  'label',
  'vague',
  'relation',
  'numberword',
  'cue',
]);

/** Which mentions belong to a check box that is not ticked, by index; a form without such boxes has none. */
export function untickedMentions(mentions: readonly Mention[]): ReadonlySet<number> {
  const dropped = new Set<number>();
  if (!mentions.some(isOpen)) return dropped;
  let from = 0;
  for (let at = 0; at <= mentions.length; at += 1) {
    const mention = mentions[at];
    if (mention && mention.kind !== 'break') continue;
    for (const index of untickedInLine(mentions, from, at)) dropped.add(index);
    from = at + 1;
  }
  return dropped;
}

const isOpen = (mention: Mention | undefined): boolean => mention?.kind === 'box' && mention.mark !== 'x';

function untickedInLine(mentions: readonly Mention[], from: number, to: number): number[] {
  const first = mentions.slice(from, to).findIndex((mention) => mention.kind === 'box');
  if (first < 0) return [];
  const follows = first > 0 && !parts(mentions, from + first);
  const trailing = follows && mentions[to - 1]?.kind === 'box';
  const found: number[] = [];
  for (let at = from; at < to; at += 1) {
    if (isOpen(mentions[at]))
      found.push(...(trailing ? optionBefore(mentions, at, from) : optionBehind(mentions, at, to)));
  }
  return found.filter((index) => unsaid.has(mentions[index]?.kind ?? 'mark'));
}

/** True where a new field or column begins. */
function parts(mentions: readonly Mention[], at: number): boolean {
  return mentions[at]?.gap === Gap.Column || isMark(mentions[at - 1], ':', '|', '?');
}

/** "☐ Bleomycin 1 U/mL": up to the next box or column; the figures of a row whose own box is open go with it. */
function optionBehind(mentions: readonly Mention[], box: number, to: number): number[] {
  const found: number[] = [];
  let figures = false;
  for (let at = box + 1; at < to; at += 1) {
    const mention = mentions[at];
    if (!mention || mention.kind === 'box' || isMark(mention, '|')) break;
    if (found.length > 0 && mention.gap === Gap.Column) figures = true;
    if (figures && (mention.kind !== 'quantity' || mention.skipped > 0)) break;
    found.push(at);
  }
  return found;
}

/** "Bleomycin [ ]  Candida [x]": back to the box, the colon or the column before. */
function optionBefore(mentions: readonly Mention[], box: number, from: number): number[] {
  const found: number[] = [];
  for (let at = box - 1; at >= from; at -= 1) {
    if (mentions[at]?.kind === 'box' || isMark(mentions[at], ':', '|')) break;
    found.push(at);
    if (mentions[at]?.gap === Gap.Column) break;
  }
  return found;
}
