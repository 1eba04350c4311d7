import { isMark } from '../lexicon/mention';
import { bits } from '../lexicon/mention-kinds';
import type { ReadSentence } from './acts';
import type { Whole } from './claims';
import type { Group } from './groups';
import { singlePlaces } from './told-places';

/** A sentence that injects nothing may still say how many lesions there are. */
export function observe(read: ReadSentence, whole: Whole): void {
  const { passage, own } = read.sentence;
  if (read.groups.length === 0 && (own.kinds & bits.label) === 0) return;
  if (
    passage.day !== 'today' ||
    passage.kind === 'template' ||
    passage.kind === 'other-person' ||
    passage.kind === 'consent'
  )
    return;
  if (
    read.acts.some(
      (act) =>
        ['past', 'planned', 'conditional', 'quoted', 'template', 'other-person'].includes(act.status) &&
        act.role === 'inject',
    )
  )
    return;
  const names = new Set(
    read.sentence.mentions.flatMap((mention) => (mention.kind === 'label' && mention.named ? mention.labels : [])),
  );
  for (const group of read.groups) {
    const act = read.acts.find((candidate) => candidate.groups.includes(group));
    if (act?.role === 'exclude') {
      // "Nos. 3, 6 and 8 left out. All others injected": those that are named are none of the rest.
      if (whole.n !== null && group.labels.length > 0 && group.labels.length < whole.n) whole.n -= group.labels.length;
      continue;
    }
    note(read, group, whole);
    const places = singlePlaces(read, group);
    if (places > 1) Object.assign(whole, { n: places, treated: 0, open: null });
  }
  const last = read.acts.length > 0 ? numberedTo(read) : null;
  if (last !== null) Object.assign(whole, { n: last, treated: 0, open: null });
  const listed = listedBehind(read);
  if (listed > 0) Object.assign(whole, { n: listed, treated: 0, open: null });
  // "K1 R jaw, K2 L jaw, K3 R shoulder": lesions told one by one, by name.
  if (names.size >= 2) {
    whole.n = names.size;
    whole.treated = 0;
  }
}

/** "Nodules marked and numbered 1 to 10". */
function numberedTo({ sentence: { passage, own } }: ReadSentence): number | null {
  const words = passage.text.slice(own.start, own.end);
  const last = /\bnumbered (?:from )?(?:1|one) ?(?:-|\u2013|to|through) ?(\d{1,2})\b/i.exec(words)?.[1];
  return last === undefined ? null : Number(last);
}

/** "Remaining warts: R palm 3, R index pad 1, L palm 2": how many the places behind a plural name come to, or 0. */
function listedBehind({ sentence: { mentions }, groups }: ReadSentence): number {
  const colon = mentions.findIndex((mention) => isMark(mention, ':'));
  const head = groups.find(({ last, noun, quantity }) => last <= colon && noun?.form === 'plural' && quantity === null);
  const parts = groups.filter(({ first }) => first > colon);
  const counted = parts.every(({ placed, unit, quantity }) => placed && !unit && quantity?.kind === 'exact');
  if (colon < 0 || !head?.noun?.tags.includes('lesion') || parts.length < 2 || !counted) return 0;
  return parts.reduce((sum, { quantity }) => sum + (quantity?.kind === 'exact' ? quantity.n : 0), 0);
}

/** Keeps the number that a phrase speaks of, so that "all of them" can refer to it. */
export function note(read: ReadSentence, group: Group, whole: Whole): void {
  const { quantity } = group;
  if (group.unit || ['remaining', 'other', 'additional'].includes(group.relation ?? '')) return;
  if (group.labels.length > 1) {
    whole.n = group.labels.length;
    whole.treated = 0;
  }
  if (!quantity) return;
  const next = read.sentence.mentions[group.last];
  // "Twelve are present", "2-3 at the dentate line": the lesions of the sentence before.
  const subject = next?.kind === 'aux' || (group.first === 0 && next?.kind === 'prep');
  const spoken = group.noun?.tags.includes('lesion') || (group.noun === null && subject);
  if (!spoken) return;
  // "Eleven were on the map, two have flattened": the smaller number is a part of the larger.
  if (group.noun === null && quantity.kind === 'exact' && whole.n !== null && quantity.n < whole.n) return;
  if (quantity.kind === 'range' || quantity.kind === 'vague') {
    whole.n = null;
    whole.open = quantity;
  } else if (quantity.kind === 'exact') {
    whole.n = quantity.n;
    whole.treated = 0;
    whole.open = null;
  } else if (quantity.kind === 'part') {
    whole.n = quantity.of;
    whole.treated = 0;
  }
}
