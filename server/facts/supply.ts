import { agentNamed, type SupplyUnit } from '../knowledge/agents';
import type { BlockReading } from '../lexicon/read';
import { foldText } from '../note/fold';
import { kept } from '../note/kept';
import type { Span } from '../note/span';
import { rounded } from './amounts';
import type { NoteDocument, Passage } from './document';
import { type DoseStatement, doseStatements, isBesides, isThinned } from './dose-statements';
import { untoldAmounts } from './doses';
import type { Entry } from './entries';
import type { Procedure, Supply } from './model';

/**
 * The drug of a procedure as it was drawn: only where the note settles the total given. A total can be stated, or be
 * the same amount for each of a settled number of lesions, or the sum of a list that gives one for each; as an amount
 * of the drug, or as a volume of one strength. Where two of these differ, or anything is in doubt, there is none.
 */
export function supplyOf(
  document: NoteDocument,
  procedure: Pick<Procedure, 'agent' | 'span' | 'agentSpans' | 'lesions'>,
  entry: Pick<Entry, 'agents' | 'lists'>,
): Supply | null {
  const unit = procedure.agent === null ? undefined : agentNamed(procedure.agent)?.hcpcs[0]?.unit;
  // Two drugs share no total.
  if (unit === undefined || entry.agents.length > 1) return null;
  const passages = passagesOf(document, procedure);
  if (passages === null) return null;
  const statements = passages.flatMap(doseStatements);
  const strength = strengthOf(statements, passages, unit);
  const inUnit = (statement: DoseStatement): number | null => {
    if (!statement.perMl && counts(statement.unit, unit)) return statement.value;
    return statement.unit === 'mL' && strength !== null ? rounded(statement.value * strength.value) : null;
  };
  const totals = givenTotals(statements, procedure.lesions, entry, inUnit);
  const [first] = totals;
  if (first === undefined || first.amount <= 0 || totals.some(({ amount }) => !same(amount, first.amount))) return null;
  const spans = [...totals.flatMap(({ spans: each }) => each), ...(strength === null ? [] : strength.spans)];
  return {
    amount: first.amount,
    unit,
    discarded: discardedAmount(passages, statements, inUnit),
    container: containerOf(passages),
    spans: inOrder(spans),
  };
}

/**
 * The record of today's procedure, and where its injection and agent are told. Beside another drug, the latter alone;
 * `null` where that tells of another drug too.
 */
function passagesOf(
  document: NoteDocument,
  { span, agentSpans }: Pick<Procedure, 'span' | 'agentSpans'>,
): Passage[] | null {
  const touched = new Set([span, ...agentSpans].flatMap((one) => touching(document.passages, one)));
  const passages = document.passages.filter(
    (passage) =>
      passage.day === 'today' &&
      !untoldAmounts.has(passage.kind) &&
      (passage.section === 'procedure' || passage.kind === 'procedure' || touched.has(passage)),
  );
  if (drugsIn(passages) <= 1) return passages;
  const own = passages.filter((passage) => touched.has(passage));
  return drugsIn(own) <= 1 ? own : null;
}

/** Those of the passages, which stand in order, that a stretch of the note reaches into. */
function touching(passages: readonly Passage[], { start, end }: Span): readonly Passage[] {
  let [low, high] = [0, passages.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((passages[middle]?.block.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < passages.length && (passages[last]?.block.start ?? 0) < end) last += 1;
  return passages.slice(low, last);
}

const drugsIn = (passages: readonly Passage[]): number =>
  new Set(passages.flatMap(({ reading }) => drugsNamed(reading))).size;

const drugsNamed = kept(({ mentions }: BlockReading): readonly string[] =>
  mentions.flatMap((mention) => (mention.kind === 'agent' && !isBesides(mention) ? [mention.term.value] : [])),
);

/** Units of interferons are international units; those of other drugs are not. */
const counts = (written: SupplyUnit, unit: string): boolean => written === unit || (unit === 'IU' && written === 'U');

const same = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(a, b);

const inOrder = (spans: readonly Span[]): Span[] => {
  const byStart = new Map(spans.map((span) => [span.start, span]));
  return [...byStart.values()].sort((a, b) => a.start - b.start);
};

/** The one strength that the note gives; none where it gives two, or tells of thinning. */
function strengthOf(
  statements: readonly DoseStatement[],
  passages: readonly Passage[],
  unit: string,
): { value: number; spans: Span[] } | null {
  const strengths = statements.filter((statement) => statement.of === 'strength' && counts(statement.unit, unit));
  const [first] = strengths;
  if (first === undefined || strengths.some(({ value }) => !same(value, first.value))) return null;
  if (passages.some(isThinned)) return null;
  return { value: first.value, spans: strengths.map(({ span }) => span) };
}

interface Total {
  readonly amount: number;
  readonly spans: readonly Span[];
}

/** Every way in which the note gives the total. */
function givenTotals(
  statements: readonly DoseStatement[],
  lesions: number | null,
  { lists }: Pick<Entry, 'lists'>,
  inUnit: (statement: DoseStatement) => number | null,
): Total[] {
  const of = (what: DoseStatement['of']) =>
    statements.flatMap((statement): Total[] => {
      const amount = statement.of === what ? inUnit(statement) : null;
      return amount === null ? [] : [{ amount, spans: [statement.span] }];
    });
  const totals = of('total');
  if (lesions === null) return totals;
  const each = of('each');
  const [one] = each;
  if (one !== undefined && each.every(({ amount }) => same(amount, one.amount))) {
    totals.push({ amount: rounded(one.amount * lesions), spans: each.flatMap(({ spans }) => spans) });
  }
  const rows = lists.flatMap(({ items }) => items).filter(({ excluded, whole }) => excluded === null && !whole);
  const doses = rows.flatMap(({ dose }) => {
    const statement = statements.find(({ span }) => span.start === dose?.start);
    const amount = statement === undefined || statement.of === 'each' ? null : inUnit(statement);
    return amount === null || statement === undefined ? [] : [{ amount, span: statement.span }];
  });
  if (rows.length === lesions && doses.length === lesions && rows.every((row) => row.lesions === 1)) {
    const amount = rounded(doses.reduce((sum, dose) => sum + dose.amount, 0));
    totals.push({ amount, spans: doses.map(({ span }) => span) });
  }
  return totals;
}

const nothingDiscarded =
  /\b(?:no (?:waste|wastage|drug wasted|drug discarded|discard)|nothing (?:was )?(?:wasted|discarded)|(?:waste|wastage|discarded|wasted):? ?(?:none|0|nil)|none (?:wasted|discarded))\b/;

function discardedAmount(
  passages: readonly Passage[],
  statements: readonly DoseStatement[],
  inUnit: (statement: DoseStatement) => number | null,
): number | null {
  const wasted = statements.filter(({ of }) => of === 'discarded');
  const [only] = wasted;
  if (only !== undefined) return wasted.length === 1 ? inUnit(only) : null;
  const said = passages.some(({ text, label }) =>
    nothingDiscarded.test(foldText(`${label?.text ?? ''}: ${text}`).replace(/\s+/g, ' ')),
  );
  return said ? 0 : null;
}

function containerOf(passages: readonly Passage[]): Supply['container'] {
  const words = passages.map(({ text }) => foldText(text).replace(/\s+/g, ' ')).join('\n');
  const single = /\b(?:single[- ](?:dose|use)|sdv|sd vial|preservative[- ]free vial)\b/.test(words);
  const multiple = /\b(?:multi(?:ple)?[- ]?(?:dose|use)|mdv|md vial)\b/.test(words);
  return single === multiple ? null : single ? 'single-dose' : 'multi-dose';
}
