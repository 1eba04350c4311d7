/** The amounts of a procedure's drug, each with what it is of: all lesions, one lesion, what was thrown away. */
import type { SupplyUnit } from '../knowledge/agents';
import type { Mention } from '../lexicon/mention';
import { foldText } from '../note/fold';
import type { Span } from '../note/span';
import { type Amount, readAmount, rounded } from './amounts';
import type { Passage } from './document';
import { Phrases } from './phrases';

export interface DoseStatement extends Amount {
  readonly of: 'total' | 'each' | 'discarded' | 'strength' | 'other';
  readonly span: Span;
}

/** Agents that are never the drug of the procedure; an amount of one is not its dose. */
const besides = ['anesthetic', 'diluent', 'topical', 'systemic'];
export const isBesides = (mention: Mention): boolean =>
  mention.kind === 'agent' && mention.term.tags.some((tag) => besides.includes(tag));

/** Another time, or no more than a bound: what such a sentence totals was not given today. */
const otherTime = new Phrases(
  '(next|plan|planned|will|future|cumulative|lifetime|previous|previously|prior|max|maximum|limit)',
  'to date',
  'so far',
  'last (visit|session|time|treatment)',
);

/** The amounts that a passage states, those in doubt and those of other drugs left out. */
export function doseStatements(passage: Passage): DoseStatement[] {
  const text = onOneLine(passage);
  const label = foldText(passage.label?.text ?? '');
  const statements: DoseStatement[] = [];
  for (const sentence of sentencesOf(passage)) {
    const first = sentence[0]?.start ?? 0;
    const words = text.slice(first, sentence.at(-1)?.end ?? first);
    const other = otherTime.in(words);
    const punctured = sentence.some((mention) => mention.kind === 'noun' && mention.term.tags.includes('unit'));
    for (const [at, mention] of sentence.entries()) {
      const named = mention.kind === 'agent' && !isBesides(mention) ? strengthInName(text, mention) : null;
      if (named !== null) statements.push({ ...named, of: 'strength', span: spanIn(passage, mention) });
      if (mention.kind !== 'measure' || isOfOther(sentence, at, text)) continue;
      const ratio = strengthOver(text, sentence, at);
      if (ratio === 'volume') continue;
      const amount = ratio ?? readAmount(text, mention);
      if (amount === null) continue;
      const before = singleSpaced(text.slice(Math.max(0, mention.start - 48), mention.start));
      const behind = singleSpaced(text.slice(mention.end, mention.end + 48));
      const whatOf = amount.perMl ? 'strength' : kindOf(before, behind, label);
      const left = (whatOf === 'total' && other) || (whatOf === 'each' && (other || punctured));
      statements.push({
        ...amount,
        of: left ? 'other' : whatOf,
        span: spanIn(passage, mention),
      });
    }
  }
  return statements;
}

/** Folded, with a line break for the space that it is; offsets stay. */
const onOneLine = ({ text }: Passage): string => foldText(text).replace(/\s/g, ' ');

const singleSpaced = (text: string): string => text.replace(/ +/g, ' ');

const spanIn = ({ offset }: Passage, { start, end }: Mention): Span => ({ start: offset + start, end: offset + end });

/**
 * The strength that a name carries: "Kenalog 10 mg/mL", whose figure is read as part of the name, and "Kenalog-10" or
 * "K40", which are names of products. "Kenalog 10 mg" may be a dose.
 */
function strengthInName(text: string, { start, end }: Mention): Amount | null {
  const figure = /(\d{1,3}(?:\.\d{1,2})?)$/.exec(text.slice(start, end))?.[1];
  if (figure === undefined) return null;
  const behind = text.slice(end, end + 16);
  const product =
    /^k(?:enalog)?[- ]?(?:10|40)$/.test(text.slice(start, end)) && !/^ ?(?:mg|mcg|u|units?)\b/.test(behind);
  if (!product && !/^ ?mg ?(?:\/|per) ?(?:ml|cc)\b/.test(behind)) return null;
  return { value: Number(figure), unit: 'mg', perMl: true };
}

function sentencesOf({ reading: { mentions, sentences } }: Passage): Mention[][] {
  return sentences.map((first, at) => mentions.slice(first, sentences[at + 1] ?? mentions.length));
}

/** "3 mL of 1% lidocaine", "lidocaine 1%, 2 mL": the amount is of a drug that is not the procedure's. */
function isOfOther(sentence: readonly Mention[], at: number, text: string): boolean {
  const own = sentence[at];
  const next = sentence.slice(at + 1).find(({ kind }) => kind === 'agent');
  if (own && next) {
    const between = text.slice(own.end, next.start);
    if (/^ ?(?:of )?(?:the |a )?(?:\d{0,4}(?:\.\d{1,4})? ?(?:%|percent|mg\/ml|units\/ml|u\/ml) ?)?$/.test(between))
      return isBesides(next);
  }
  const before = sentence.slice(0, at).filter(({ kind }) => kind === 'agent');
  const last = before.at(-1);
  return last !== undefined && isBesides(last);
}

/** "2.5 mg/0.1 mL": the two measures of one strength. `volume` is the second of them. */
function strengthOver(text: string, sentence: readonly Mention[], at: number): Amount | 'volume' | null {
  const own = sentence[at];
  if (own?.kind !== 'measure') return null;
  const joins = (a: Mention, b: Mention) => /^ ?(?:\/|per) ?$/.test(text.slice(a.end, b.start));
  const before = sentence[at - 1];
  const marked = before?.kind === 'mark' ? sentence[at - 2] : before;
  if (marked?.kind === 'measure' && joins(marked, own)) return 'volume';
  const next = sentence[at + 1];
  const volume = next?.kind === 'mark' ? sentence[at + 2] : next;
  if (volume?.kind !== 'measure' || !joins(own, volume)) return null;
  const amount = readAmount(text, own);
  const over = readAmount(` ${text.slice(volume.start)}`, { ...volume, start: 1, end: 1 + volume.end - volume.start });
  if (amount === null || amount.unit === 'mL' || over?.unit !== 'mL' || over.value === 0) return null;
  return { value: rounded(amount.value / over.value), unit: amount.unit as SupplyUnit, perMl: true };
}

const totalling = new Phrases(
  '(total|totaling|totalling|in all|altogether|sum) (of|dose|volume|amount|) (of|given|administered|injected|used|was|)',
);
const lesionNouns =
  'lesion|wart|keloid|nodule|patch|papule|plaque|tumor|tumour|cyst|scar|site|deposit|met|metastasis|area|spot';
const eachBehind =
  /^ ?,? ?(?:was |were )?(?:(?:injected|given|placed|delivered|administered|used) )?(?:(?:in|into|to|for) )?(?:each|apiece|every one)(?![a-z])|^ ?,? ?(?:was |were )?(?:(?:injected|given|placed|delivered|administered|used) )?(?:\/|per|a) ?(?:lesion|wart|keloid|nodule|patch|papule|plaque|tumou?r|cyst|scar|site|deposit|met|metastasis|area|spot)(?![a-z])/;
const eachBefore = new Phrases(
  `each (of the|of them|of|) (${lesionNouns}|one|) (was|) (injected|treated|given|received|got|) (with|) (a|) (total|) (of|)`,
);
const wastedBefore = /\b(?:wast(?:e|ed|age)|discard(?:ed)?|thrown away|destroyed) ?(?:of|was|:|=)? ?$/;
const wastedBehind =
  /^ ?\)? ?(?:of (?:drug|it|the drug|the vial) )?(?:was |were )?(?:wast(?:e|ed|age)|discard(?:ed)?|destroyed)\b/;

function kindOf(before: string, behind: string, label: string): DoseStatement['of'] {
  if (wastedBefore.test(before) || wastedBehind.test(behind)) return 'discarded';
  // A container's content, a syringe's or a day's dose is none of the three.
  if (/^ ?-? ?(?:\/|per |in a |in the )?(?:single|multi|vial|syringe|ampule|ampoule|bottle|kit)/.test(behind))
    return 'other';
  if (eachBehind.test(behind)) return 'each';
  if (/^ ?(?:per|\/|every)/.test(behind)) return 'other';
  if (isTotal(before, behind, label)) return 'total';
  return eachBefore.close(before) ? 'each' : 'other';
}

const isTotal = (before: string, behind: string, label: string): boolean =>
  /\btotal\b/.test(label) ||
  (totalling.close(before) && !/\beach\b[^.;]{0,24}$/.test(before)) ||
  /= ?\(?$/.test(before) ||
  /\btotal[^.;]{0,24}\($/.test(before) ||
  /^ ?(?:,\s)?(?:total|in all|in total|altogether|in sum|all told)\b/.test(behind) ||
  /^ ?\([\d.]{1,8} ?(?:mg|units?|u|iu|ml|cc)\) (?:total|in all)/.test(behind);

const thinning =
  /\bdilut|\bmix(?:ed|ture|ing)\b|\b\d{1,2} ?: ?\d{1,3}\b(?! ?[ap]\.?m)|\bhalf[- ]strength\b|\badded to\b|\bcut with\b/;

/** Something was added to the drug, so that a strength may be that of the vial and not of what was injected. */
export function isThinned(passage: Passage): boolean {
  if (thinning.test(onOneLine(passage))) return true;
  return sentencesOf(passage).some((sentence) => {
    const drug = sentence.findIndex((mention) => mention.kind === 'agent' && !isBesides(mention));
    // "Kenalog 40 mg/mL with lidocaine"; what came before the drug numbed.
    return drug >= 0 && sentence.slice(drug + 1).some((mention) => isBesides(mention));
  });
}
