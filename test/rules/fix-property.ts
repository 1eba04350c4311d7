/** What every fix of every rule has to do, whatever the note. */
import { isDeepStrictEqual } from 'node:util';
import { type Analysis, analyze } from '../../server/analyze';
import { applyEdits } from '../../server/edits';
import { readQueryBlock } from '../../server/facts/clinician-queries';
import type { Span } from '../../server/note/span';
import type { Finding, Fix, TextEdit } from '../../server/rules/finding';

export interface Offered {
  readonly text: string;
  readonly before: Analysis;
  readonly finding: Finding;
  readonly fix: Fix;
}

/** Every fix that is offered on a note. */
export function offeredOn(text: string): Offered[] {
  const before = analyze(text);
  return before.findings.flatMap((finding) => finding.fixes.map((fix) => ({ text, before, finding, fix })));
}

/** What the fix does that it must not, or leaves undone, one sentence each. */
export function problemsOf({ text, before, finding, fix }: Offered): string[] {
  const problems = editProblems(text, fix);
  if (problems.length > 0) return problems;
  const edited = applyEdits(text, fix.edits);
  const after = analyze(edited);
  return [
    ...findingProblems(before, after, finding, fix),
    ...readingProblems(before, after, fix),
    ...(fix.kind === 'query' ? queryProblems(text, edited) : []),
  ];
}

/** Each edit changes something, all that it takes out or puts in, and no half of a character or of a line ending. */
function editProblems(text: string, { kind, edits }: Fix): string[] {
  if (edits.length === 0) return ['it edits nothing'];
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start);
  return ordered.flatMap(({ span, newText }, at) => {
    const { start, end } = span;
    const old = text.slice(start, end);
    const next = ordered[at + 1];
    const wrong: [boolean, string][] = [
      [start < 0 || end < start || end > text.length, 'lies outside the note'],
      [next !== undefined && next.span.start < end, 'overlaps another'],
      [old === newText, 'changes nothing'],
      [kind !== 'code' && old !== '', 'takes text of the note out'],
      [old !== '' && newText !== '' && shareAnEnd(old, newText), `is wider than its change: "${old}" by "${newText}"`],
      [!isBoundary(text, start) || !isBoundary(text, end), 'splits a character'],
      [newText.replaceAll(eol, '').search(/[\r\n]/) !== -1, 'inserts a line ending that is not of the note'],
      [kind === 'code' && !isCoding(old), `takes out more than codes: "${old}"`],
    ];
    return wrong.flatMap(([is, what]) => (is ? [`an edit ${what}`] : []));
  });
}

/** Replaced text that keeps its first or last character could have left it alone; figures of one number excepted. */
const shareAnEnd = (old: string, newText: string): boolean =>
  /^\D/.test(old) && (old[0] === newText[0] || old.at(-1) === newText.at(-1));

/** What a code edit may take out: codes, modifiers, units, what joins and separates them, and a row of a table. */
const isCoding = (old: string): boolean =>
  old.length < 40 || /^[\s|]*[A-Z]?\d{4,5}\b[^\n]*\n?$/.test(old.replace(/^\r?\n/, ''));

const isBoundary = (text: string, at: number): boolean => {
  if (at <= 0 || at >= text.length) return true;
  const behind = text.slice(at, at + 2);
  const splitsLineEnding = text[at - 1] === '\r' && text[at] === '\n';
  return (
    !splitsLineEnding &&
    !/^[\uDC00-\uDFFF]/.test(behind) &&
    !/^[\p{M}\u200D]/u.test(behind) &&
    text[at - 1] !== '\u200D'
  );
};

const isSerious = ({ severity }: Finding): boolean => severity === 'error' || severity === 'warning';

function findingProblems({ findings: before }: Analysis, { findings: after }: Analysis, finding: Finding, fix: Fix) {
  const count = (findings: readonly Finding[], rule: string) => findings.filter((each) => each.rule === rule).length;
  const problems: string[] = [];
  const { rule } = finding;
  const place = moved(finding.span, fix.edits);
  if (count(after, rule) >= count(before, rule)) problems.push('the finding is still there');
  else if (after.some((each) => each.rule === rule && isDeepStrictEqual(each.span, place)))
    problems.push('another finding of the rule went, not this one');
  if (fix.kind !== 'code' && count(after, 'placeholder-unfilled') !== count(before, 'placeholder-unfilled') + 1)
    problems.push('what it opens is not reported as open, once');
  const allowed = new Set([rule, takesOver(finding, fix), fix.kind === 'code' ? null : 'placeholder-unfilled']);
  for (const added of new Set(after.filter(isSerious).map((each) => each.rule))) {
    if (!allowed.has(added) && count(after, added) > count(before, added)) problems.push(`it brings ${added}`);
  }
  const again = (each: Finding) => each.rule === rule && each.fixes.some(({ title }) => title === fix.title);
  if (after.filter(again).length > 0 && after.filter(again).length >= before.filter(again).length)
    problems.push('it is offered again');
  return problems;
}

/**
 * What a fix leaves behind on purpose: the weaker finding that the stronger one stood for. Without its modifier, an
 * evaluation code that the note does not support is still there beside the injection.
 */
const takesOver = ({ rule }: Finding, { title }: Fix): string | null =>
  rule === 'modifier-25-unsupported' && title.startsWith('Remove modifier 25') ? 'em-not-separate' : null;

/** No fix changes what the note says was done; only a code fix changes what it codes. */
function readingProblems(before: Analysis, after: Analysis, { kind }: Fix): string[] {
  const said = ({ summary, ledger }: Analysis) => ({
    procedures: summary.procedures,
    encounter: summary.encounter,
    lesions: ledger.map(({ spans: _, ...entry }) => entry),
  });
  const coded = ({ summary: { documentedCodes, visit } }: Analysis) => ({
    documentedCodes,
    visit: [visit.emSeparate, visit.emCode, visit.modifier25],
  });
  return [
    ...(isDeepStrictEqual(said(before), said(after)) ? [] : ['the note reads as another procedure']),
    ...(kind === 'code' || isDeepStrictEqual(coded(before), coded(after)) ? [] : ['the note reads as coded otherwise']),
  ];
}

/** One query more, open, of a known subject, suggesting nothing and leaving every way out. */
function queryProblems(text: string, edited: string): string[] {
  const earlier = readQueryBlock(text)?.queries.length ?? 0;
  const queries = readQueryBlock(edited)?.queries ?? [];
  const query = queries.at(-1);
  if (query === undefined || queries.length !== earlier + 1) return ['it does not read back as one query'];
  const wrong: [boolean, string][] = [
    [query.subject === null, 'has no subject'],
    [!query.open, 'is answered already'],
    [query.leading.length > 0, 'suggests its answer'],
    [query.payment.length > 0, 'speaks of payment'],
    [!query.offersUnableToDetermine, 'lacks "unable to determine"'],
    [!query.openEnded && !query.offersOther, 'lacks "other"'],
  ];
  return wrong.flatMap(([is, what]) => (is ? [`the query ${what}`] : []));
}

/** Where a stretch of the note stands after the edits: with what is put in behind its first character's place. */
function moved({ start, end }: Span, edits: readonly TextEdit[]): Span {
  const shift = (at: number) =>
    edits.reduce(
      (sum, { span, newText }) => (span.end <= at ? sum + newText.length - (span.end - span.start) : sum),
      at,
    );
  return { start: shift(start), end: shift(end) };
}
