import { type Hover, type MarkupContent, MarkupKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analyze';
import { type CodeCard, codeCard } from '../code-card';
import type { Span } from '../note/span';
import type { Finding } from '../rules/finding';
import { contains, rangeOf } from './positions';

/** The evidence of the findings at a place, and the card of the code that stands there. */
export function hover(document: TextDocument, analysis: Analysis, offset: number, markdown: boolean): Hover | null {
  const findings = analysis.findings.filter(({ span, evidence }) => contains(span, offset) && evidence.length > 0);
  const code = codeAt(document.getText(), offset);
  const card = code === undefined ? undefined : codeCard(code.text);
  const paragraphs = [
    ...findings.map((finding) => evidenceList(document, finding)),
    ...(card === undefined ? [] : [cardText(card)]),
  ];
  if (paragraphs.length === 0) return null;
  const span = card === undefined ? innermost(findings) : code?.span;
  return {
    contents: markdown
      ? asMarkdown(paragraphs)
      : { kind: MarkupKind.PlainText, value: paragraphs.map(plain).join('\n\n') },
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
  return { kind: MarkupKind.Markdown, value: values.join('\n\n') };
}

/** Evidence quotes the note, and a note may hold anything: none of it is markup. */
const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>()#+\-.!|~&$]/g, '\\$&').replace(/\s+/g, ' ');

function innermost(findings: readonly Finding[]): Span | undefined {
  const length = ({ span }: Finding) => span.end - span.start;
  return findings.length === 0 ? undefined : findings.reduce((a, b) => (length(b) < length(a) ? b : a)).span;
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
