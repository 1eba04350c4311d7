import { isMark, type Mention, termOf } from '../lexicon/mention';
import type { FoundAct } from './act-finding';
import type { Group } from './groups';

/** Which act a phrase belongs to: the participle right behind it, else the act before it, else the next one. */
export function bind(mentions: readonly Mention[], acts: readonly FoundAct[], group: Group): FoundAct | undefined {
  const inside = acts.find((act) => act.at > group.first && act.at < group.last);
  if (inside) return inside;
  const aside = inSameBrackets(mentions, acts, group);
  if (aside) return aside;
  const next = acts.find((act) => act.at >= group.last && !isInAside(mentions.slice(group.last), act.at - group.last));
  const previous = acts.findLast((act) => act.at < group.first);
  if (next && !next.nominal && followsDirectly(mentions, group.last, next.at, previous !== undefined)) return next;
  if (previous && !separated(mentions, previous.at, group.first)) return previous;
  return next && !separated(mentions, group.last, next.at) ? next : previous;
}

/** "(9 and 10 crusted over, skipped)": what brackets hold belongs together. */
function inSameBrackets(mentions: readonly Mention[], acts: readonly FoundAct[], group: Group): FoundAct | undefined {
  let open = group.first - 1;
  while (open >= 0 && !isMark(mentions[open], '(', ')')) open -= 1;
  if (!isMark(mentions[open], '(')) return undefined;
  let close = group.last;
  while (close < mentions.length && !isMark(mentions[close], '(', ')')) close += 1;
  return acts.find((act) => act.at > open && act.at < close);
}

/** Nothing but auxiliaries, "not", places and asides between a subject and its verb. */
function followsDirectly(mentions: readonly Mention[], from: number, act: number, strict: boolean): boolean {
  let skipped = 0;
  for (let i = from; i <= act; i += 1) {
    const mention = mentions[i];
    if (!mention) return false;
    skipped += mention.skipped;
    if (i === act) break;
    if (mention.kind === 'aux' || mention.kind === 'cue' || mention.kind === 'relation' || mention.kind === 'break')
      continue;
    if (mention.kind === 'mark' && [':', ',', '-', '(', ')'].includes(mention.mark) && !strict) continue;
    if (mention.kind === 'mark' && mention.mark === '-') continue;
    if (strict) return false;
    if (['det', 'prep', 'site', 'side', 'place', 'noun', 'route', 'measure'].includes(mention.kind)) continue;
    return false;
  }
  return skipped <= (strict ? 2 : 8);
}

function separated(mentions: readonly Mention[], from: number, to: number): boolean {
  for (let i = from + 1; i < to; i += 1) if (isMark(mentions[i], ';')) return true;
  return false;
}

/** "were pared and infiltrated": what is made ready and then injected is one phrase for both. */
export function shareAlong(mentions: readonly Mention[], acts: readonly FoundAct[]): void {
  for (const [index, act] of acts.entries()) {
    const before = acts[index - 1];
    if (act.role !== 'inject' || act.groups.some((group) => group.first < act.at) || before?.role !== 'neutral')
      continue;
    const between = mentions.slice(before.at + 1, act.at);
    if (between.length > 3 || between.some((mention) => isMark(mention, ';', '.'))) continue;
    act.groups.unshift(...before.groups);
  }
}

export const excludes = (mention: Mention | undefined): boolean =>
  termOf(mention, 'act')?.tags.includes('exclude') === true;

/** "all but two of them, both now flat, received": between two commas, about what was left out. */
export function isInAside(mentions: readonly Mention[], at: number): boolean {
  if (!excludes(mentions[at])) return false;
  const opening = mentions.slice(0, at).findLastIndex((mention) => isMark(mention, ',', '('));
  const closing = mentions.findIndex((mention, index) => index > at && index <= at + 6 && isMark(mention, ',', ')'));
  const goesOn = mentions.slice(closing + 1).some((mention) => mention.kind === 'act' && !excludes(mention));
  return opening >= 0 && closing > 0 && goesOn && termOf(mentions[opening + 1], 'relation') !== null;
}
