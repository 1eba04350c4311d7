import { injectionCode } from '../knowledge/codes';
import { evaluationCode } from '../knowledge/evaluation-codes';
import type { BlockReading } from '../lexicon/read';
import { foldText } from '../note/fold';
import { kept } from '../note/kept';
import type { Span } from '../note/span';
import { spokenCodes, type WrittenCode } from './codes-written';
import type { DocumentedCode } from './model';

export function kindOf(code: string): DocumentedCode['kind'] {
  if (injectionCode(code)) return 'injection';
  if (evaluationCode(code)) return 'em';
  return /^[A-Z]/.test(code) ? 'hcpcs' : 'other';
}

/** A drug's or visit's code with its modifier run on: "J9325JW". */
const joinedCode = /\b([a-v]\d{4}|\d{5})(?=(?:jw|jz|lt|rt|gc|tb)\b)/g;

/** Codes in figures, run on with a modifier or read out figure by figure, in the note's order. */
export const candidatesOf = kept(({ text, mentions }: BlockReading): readonly { code: string; span: Span }[] => {
  const folded = foldText(text);
  const figures = mentions.flatMap((mention) =>
    mention.kind === 'code' && isCode(mention.code)
      ? [{ code: mention.code, span: { start: mention.start, end: mention.end } }]
      : [],
  );
  const joined = [...folded.matchAll(joinedCode)].flatMap(({ index, 0: found }) =>
    isCode(found.toUpperCase())
      ? [{ code: found.toUpperCase(), span: { start: index, end: index + found.length } }]
      : [],
  );
  const said = spokenCodes(folded).filter(({ code }) => kindOf(code) !== 'other');
  const fields = [...folded.matchAll(/\{[^{}\n]{0,120}\}/g)].map(({ index, 0: field }) => index + field.length);
  // "{None/Other:60141}" is a field of the template by its number.
  const inField = ({ span }: { span: Span }): boolean =>
    fields.some((end) => span.end === end - 1) && folded[span.start - 1] === ':';
  return [...figures, ...joined, ...said].filter((one) => !inField(one)).sort((a, b) => a.span.start - b.span.start);
});

/** A number that belongs to what was written in front of it is no code of its own. */
export function withoutOverlaps(written: readonly WrittenCode[]): WrittenCode[] {
  let end = 0;
  return written.filter((own) => {
    if (own.number.start < end) return false;
    end = own.end;
    return true;
  });
}

/** The letters with which a HCPCS code begins, and the range in which CPT numbers lie. */
const isCode = (code: string): boolean => /^[A-EGHJ-MP-V]\d{4}$/.test(code) || /^(?:0[0-9]|[1-9]\d)\d{3}$/.test(code);

/** True when a line says little but codes, modifiers, units and diagnosis codes. */
export function mostlyCodes(folded: string, written: readonly WrittenCode[]): boolean {
  let rest = '';
  let at = 0;
  for (const { number, end } of written) {
    rest += folded.slice(at, number.start);
    at = Math.max(at, end);
  }
  rest += folded.slice(at);
  rest = withoutBrackets(rest).replace(/\b[a-z]\d{2}(?:\.\w{1,4})?\b|\bx\s?\d{1,4}\b|\[[ x]\]/g, ' ');
  const letters = rest.replace(/[^a-z]/g, '').length;
  return letters <= 4 * written.length + 6;
}

/** What stands in brackets behind a code explains it. */
const withoutBrackets = (words: string): string =>
  words
    .split('(')
    .map((part, index) => (index > 0 && part.includes(')') ? part.slice(part.indexOf(')') + 1) : part))
    .join(' ');

/** For each code, whether it and its neighbours are all that is said between two marks: "... packed. 10060". */
export function aloneOf(folded: string, written: readonly WrittenCode[]): boolean[] {
  const opens = /(?:^|[.;,\n]) ?(?:\+ ?)?$/;
  const joins = /^ ?(?:[+&/,]|and)? ?$/;
  const closes = /^ ?(?:$|[.;\n])/;
  const alone: boolean[] = written.map(() => false);
  let first = 0;
  for (const [index, own] of written.entries()) {
    const next = written[index + 1];
    if (next && joins.test(folded.slice(own.end, Math.min(next.number.start, own.end + 8)))) {
      if (next.number.start - own.end < 8) continue;
    }
    const start = written[first]?.number.start ?? 0;
    const before = folded.slice(Math.max(0, start - 4), start);
    const stands = opens.test(start <= 4 ? before : `x${before}`) && closes.test(folded.slice(own.end, own.end + 2));
    // A comma parts results of a laboratory too; two codes that follow one another are charges.
    if (stands && (index > first || !/, ?$/.test(before))) alone.fill(true, first, index + 1);
    first = index + 1;
  }
  return alone;
}
