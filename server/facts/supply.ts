import { agentNamed } from '../knowledge/agents';
import { hasTerm, type MeasureMention, type Mention } from '../lexicon/mention';
import { foldText } from '../note/fold';
import type { Span } from '../note/span';
import type { NoteDocument, Passage } from './document';
import type { Procedure, Supply } from './model';
import { Phrases } from './phrases';

/** A measure in its passage. */
interface Placed {
  readonly measure: MeasureMention;
  readonly passage: Passage;
}

/**
 * The drug of a procedure as it was drawn: only where the note settles the total given, as an amount ("20 mg in all")
 * or as one concentration and one total volume. Sums of per-lesion amounts are left to the reader.
 */
export function supplyOf(
  document: NoteDocument,
  procedure: Pick<Procedure, 'agent' | 'span' | 'agentSpans'>,
): Supply | null {
  const unit = procedure.agent === null ? undefined : agentNamed(procedure.agent)?.hcpcs[0]?.unit;
  if (unit === undefined) return null;
  const touched = document.passages.filter(
    ({ day, kind, section }) =>
      day === 'today' && kind !== 'history' && kind !== 'template' && (section === 'procedure' || kind === 'procedure'),
  );
  const own = document.passages.filter(({ block }) =>
    [procedure.span, ...procedure.agentSpans].some(({ start, end }) => start < block.end && end > block.start),
  );
  const passages = [...new Set([...own, ...touched])];
  // Two drugs share no total.
  const agents = new Set(passages.flatMap(({ reading }) => reading.mentions.flatMap((mention) => agentOf(mention))));
  if (agents.size > 1) return null;
  const measures = passages.flatMap((passage) =>
    passage.reading.mentions.flatMap((mention): Placed[] =>
      mention.kind === 'measure' ? [{ measure: mention, passage }] : [],
    ),
  );
  const wasted = measures.filter(isDiscarded);
  const lost = new Set(wasted);
  const totals = measures.filter((placed) => !lost.has(placed) && isTotal(placed));
  const amounts = totals.filter(
    ({ measure }) => measure.unit === unit.toLowerCase() || (unit === 'U' && /^units?$/.test(measure.unit)),
  );
  const strengths = measures.filter(({ measure }) => measure.dimension === 'concentration' && measure.amount !== null);
  const strength = new Set(strengths.map(({ measure }) => measure.amount)).size === 1 ? strengths[0] : undefined;
  const given =
    amounts.length > 0
      ? single(amounts)
      : multiplied(
          strength,
          totals.filter(({ measure }) => measure.dimension === 'volume'),
        );
  if (!given || given.amount <= 0) return null;
  return {
    ...given,
    unit,
    discarded: discardedAmount(passages, wasted, strength, unit),
    container: containerOf(passages),
  };
}

function agentOf(mention: Mention): string[] {
  if (mention.kind !== 'agent' || !hasTerm(mention)) return [];
  return mention.term.tags.some((tag) => ['anesthetic', 'diluent', 'topical', 'systemic'].includes(tag))
    ? []
    : [mention.term.value];
}

const spanOf = ({ passage, measure }: Placed): Span => ({
  start: passage.offset + measure.start,
  end: passage.offset + measure.end,
});

function around({ passage, measure }: Placed): { before: string; behind: string } {
  return {
    before: foldText(passage.text.slice(Math.max(0, measure.start - 36), measure.start)),
    behind: foldText(passage.text.slice(measure.end, measure.end + 28)),
  };
}

const totalling = new Phrases(
  '(total|totaling|totalling|in all|altogether|sum) (of|dose|volume|amount|) (of|given|administered|injected|was|)',
);

function isTotal(placed: Placed): boolean {
  const { before, behind } = around(placed);
  if (/^\s?(?:each|per|\/|apiece|vial|syringe)/.test(behind)) return false;
  const label = foldText(placed.passage.label?.text ?? '');
  return (
    /\btotal\b/.test(label) ||
    totalling.close(before) ||
    /=\s?\(?$/.test(before) ||
    /\btotal[^.;]{0,24}\($/.test(before) ||
    /^\s?(?:,\s)?(?:total|in all|in total|altogether|in sum|all told)\b/.test(behind) ||
    /^\s?\([\d.]+ ?(?:mg|units?|u|iu)\) (?:total|in all)/.test(behind)
  );
}

function isDiscarded(placed: Placed): boolean {
  const { before, behind } = around(placed);
  return (
    /\b(?:wast(?:e|ed|age)|discard(?:ed)?|thrown away|destroyed)\s?(?:of|was|:|=)?\s?$/.test(before) ||
    /^\s?\)?\s?(?:of (?:drug|it|the drug|the vial) )?(?:was |were )?(?:wast(?:e|ed|age)|discard(?:ed)?|destroyed)\b/.test(
      behind,
    )
  );
}

function single(placed: readonly Placed[]): { amount: number; spans: Span[] } | null {
  const values = new Set(placed.map(({ measure }) => measure.amount));
  const [amount] = values;
  return values.size === 1 && amount !== null && amount !== undefined ? { amount, spans: placed.map(spanOf) } : null;
}

function multiplied(
  strength: Placed | undefined,
  volumes: readonly Placed[],
): { amount: number; spans: Span[] } | null {
  const volume = single(volumes);
  const perMl = strength?.measure.amount;
  if (!strength || !volume || perMl === null || perMl === undefined || !/ml|cc/.test(strength.measure.unit))
    return null;
  return { amount: Math.round(volume.amount * perMl * 1000) / 1000, spans: [spanOf(strength), ...volume.spans] };
}

function discardedAmount(
  passages: readonly Passage[],
  wasted: readonly Placed[],
  strength: Placed | undefined,
  unit: string,
): number | null {
  const [only] = wasted;
  if (only && wasted.length === 1 && only.measure.amount !== null) {
    if (only.measure.unit === unit.toLowerCase() || (unit === 'U' && /^units?$/.test(only.measure.unit)))
      return only.measure.amount;
    const perMl = strength?.measure.amount;
    if (only.measure.dimension === 'volume' && perMl !== null && perMl !== undefined)
      return Math.round(only.measure.amount * perMl * 1000) / 1000;
    return null;
  }
  const none =
    /\b(?:no (?:waste|wastage|drug wasted|drug discarded|discard)|nothing (?:was )?(?:wasted|discarded)|(?:waste|wastage|discarded|wasted):? ?(?:none|0|nil)|none (?:wasted|discarded))\b/;
  return passages.some(({ text, label }) => none.test(foldText(`${label?.text ?? ''}: ${text}`))) ? 0 : null;
}

function containerOf(passages: readonly Passage[]): Supply['container'] {
  const words = passages.map(({ text }) => foldText(text)).join('\n');
  const single = /\b(?:single[- ](?:dose|use)|sdv|sd vial|preservative[- ]free vial)\b/.test(words);
  const multiple = /\b(?:multi(?:ple)?[- ]?(?:dose|use)|mdv|md vial)\b/.test(words);
  return single === multiple ? null : single ? 'single-dose' : 'multi-dose';
}
