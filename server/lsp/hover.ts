import type { Hover, MarkupContent } from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analyze';
import { type CodeCard, codeCard } from '../code-card';
import { siteInWords } from '../conclusion';
import type { LesionEntry } from '../facts/model';
import { evaluationCode } from '../knowledge/evaluation-codes';
import type { Span } from '../note/span';
import { payerCard } from '../payer-card';
import type { Finding } from '../rules/finding';
import { markdown, plainText } from './constants';
import { lesionNumbers } from './lesion-numbers';
import { contains, rangeOf } from './positions';

export interface HoverOptions {
  readonly markdown: boolean;
  /** False where the client itself shows the evidence with a finding's message. */
  readonly evidence: boolean;
}

/** What was counted at a place and why: the evidence of findings, the lesion, and the card of the code there. */
export function hover(document: TextDocument, analysis: Analysis, offset: number, options: HoverOptions): Hover | null {
  const findings = options.evidence
    ? analysis.findings.filter(({ span, evidence }) => contains(span, offset) && evidence.length > 0)
    : [];
  const lesions = lesionsAt(analysis.ledger, offset);
  const code = codeAt(document.getText(), offset);
  const card = code === undefined ? undefined : codeCard(code.text);
  const paragraphs = [
    ...findings.map((finding) => evidenceList(document, finding)),
    ...lesions.map(({ paragraph }) => paragraph),
    ...(card === undefined ? [] : [cardText(card)]),
    ...encounterAt(analysis, offset, code !== undefined && evaluationCode(code.text) !== undefined).map(
      ({ paragraph }) => paragraph,
    ),
  ];
  if (paragraphs.length === 0) return null;
  const encounter = encounterAt(analysis, offset, false);
  const span =
    card === undefined ? shortest([...findings, ...lesions, ...encounter].map((item) => item.span)) : code?.span;
  return {
    contents: options.markdown
      ? asMarkdown(paragraphs)
      : { kind: plainText, value: paragraphs.map(plain).join('\n\n') },
    ...(span === undefined ? {} : { range: rangeOf(document, span) }),
  };
}

interface Paragraph {
  readonly title: string;
  readonly text: string;
  readonly items: readonly string[];
}

const evidenceList = (document: TextDocument, { rule, evidence }: Finding): Paragraph => ({
  title: rule,
  text: 'rests on',
  items: evidence.map(({ span, says }) => `line ${document.positionAt(span.start).line + 1}: ${says}`),
});

/**
 * Payer and place at an offset; the payer, whose rules bear on it, at an evaluation code too. From the place of service
 * nothing is inferred.
 */
function encounterAt(
  { payer, siteSpan, summary }: Analysis,
  offset: number,
  evaluation: boolean,
): { span: Span; paragraph: Paragraph }[] {
  const found: { span: Span; paragraph: Paragraph }[] = [];
  const written = payer?.span ?? null;
  if (payer !== null && (evaluation || (written !== null && contains(written, offset)))) {
    const { name, lines } = payerCard(payer.id);
    const text = written === null ? 'is the payer of the settings.' : 'is the payer of the note.';
    found.push({ span: written ?? { start: offset, end: offset }, paragraph: { title: name, text, items: lines } });
  }
  const { site } = summary.encounter;
  if (site !== null && siteSpan !== null && contains(siteSpan, offset)) {
    const text = `${siteInWords(site)}. No rule is drawn from it.`;
    found.push({ span: siteSpan, paragraph: { title: 'Place of service', text, items: [] } });
  }
  return found;
}

function lesionsAt(ledger: Analysis['ledger'], offset: number): { span: Span; paragraph: Paragraph }[] {
  const numbers = lesionNumbers(ledger);
  return ledger.flatMap((lesion) => {
    const span = lesion.spans.find((place) => contains(place, offset));
    if (span === undefined) return [];
    const counted = numbers.get(lesion);
    const title = counted === undefined ? 'Lesion not counted' : `Lesion ${counted.number} of ${counted.of} injected`;
    return [{ span, paragraph: { title, text: lesionInWords(lesion), items: [] } }];
  });
}

function lesionInWords({ label, site, laterality, size, agent, dose, disposition }: LesionEntry): string {
  const place = laterality === null || site?.includes(laterality) ? site : `${laterality} ${site ?? ''}`.trim();
  const state = disposition === 'injected' ? null : disposition.replace('-', ' ');
  return [label, place, size, agent, dose, state].filter((part) => part !== null).join(', ');
}

const cardText = ({ code, text, asOf, sources }: CodeCard): Paragraph => ({
  title: code,
  text: `${text} As of ${asOf}.`,
  items: sources.map((source) => `Source: ${source}`),
});

const plain = ({ title, text, items }: Paragraph): string =>
  [`${title}: ${text}`, ...items.map((item) => `- ${item}`)].join('\n');

function asMarkdown(paragraphs: readonly Paragraph[]): MarkupContent {
  const values = paragraphs.map(({ title, text, items }) =>
    [`**${escaped(title)}** ${escaped(text)}`, '', ...items.map((item) => `- ${escaped(item)}`)].join('\n'),
  );
  return { kind: markdown, value: values.join('\n\n') };
}

/** Evidence quotes the note, and a note may hold anything: none of it is markup. */
const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>()#+\-.!|~&$]/g, '\\$&').replace(/\s+/g, ' ');

function shortest(spans: readonly Span[]): Span | undefined {
  const length = ({ start, end }: Span) => end - start;
  return spans.length === 0 ? undefined : spans.reduce((a, b) => (length(b) < length(a) ? b : a));
}

/** The five characters of a code around the offset; letters and digits beyond them make it something else. */
function codeAt(text: string, offset: number): { text: string; span: Span } | undefined {
  const isWord = (at: number) => /^[0-9A-Za-z]$/.test(text.charAt(at));
  let start = offset;
  while (start > offset - 6 && isWord(start - 1)) start--;
  let end = offset;
  while (end < offset + 6 && isWord(end)) end++;
  return end - start === 5 ? { text: text.slice(start, end).toUpperCase(), span: { start, end } } : undefined;
}
