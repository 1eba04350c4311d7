/**
 * A note with marks in it is the whole test. What is marked must be reported, and nothing else; where it is not so,
 * the failure shows the note as its reader would see it, and the marks that would have passed.
 */
import assert from 'node:assert/strict';
import { type Analysis, type AnalyzeOptions, analyze } from '../server/analyze';
import { applyEdits } from '../server/edits';
import type { Finding, Fix } from '../server/rules/finding';
import { byPosition, type Mark, parseMarked, printMarked } from '../server/rules/marked-note';
import { renderSquiggles } from '../server/squiggles';

export type Analyze = (text: string, options?: AnalyzeOptions) => Pick<Analysis, 'findings'>;

export interface FindingsOptions extends AnalyzeOptions {
  /** The rules to look at beside the marked ones; `all` for every rule. By default a note without marks means all. */
  readonly rules?: readonly string[] | 'all';
  readonly analyze?: Analyze;
}

/**
 * Asserts that the marked rules report exactly what is marked: `⟦96405⟧{procedure-code-count-mismatch}`. A label that
 * starts with `!` is a rule that must be silent there: `⟦96405⟧{!procedure-code-units}`.
 *
 * @returns What was found by the rules looked at, for a test that asks more of it.
 */
export function findings(marked: string, options: FindingsOptions = {}): readonly Finding[] {
  const { text, marks } = parseMarked(marked);
  const found = (options.analyze ?? analyze)(text, options).findings;
  const wanted = marks.filter(({ label }) => !label.startsWith('!'));
  const looked = rulesLookedAt(marks, options.rules);
  const relevant = looked === 'all' ? found : found.filter(({ rule }) => looked.has(rule));
  const got = relevant.map(({ rule, span }): Mark => ({ span, label: rule })).sort(byPosition);
  assertSameMarks(text, got, wanted, () => renderSquiggles(text, relevant, { lines: 'all' }));
  return relevant;
}

/**
 * Asserts what a fix makes of the note. The finding is the one of the marked span, or the only one of its rule; the
 * fix is named by its title, or by its rule when the first fix is meant.
 *
 * @param expected The note afterwards. Marks in it are findings that must then be there.
 */
export function fixes(marked: string, titleOrRule: string, expected: string, options: FindingsOptions = {}): void {
  const { text, marks } = parseMarked(marked);
  const found = (options.analyze ?? analyze)(text, options).findings;
  const shown = () => renderSquiggles(text, found, { lines: 'all' });
  const candidates = found.filter(({ span }) => marks.length === 0 || marks.some((mark) => sameSpan(mark.span, span)));
  const [fix, another] = candidates.flatMap((finding) => fixesNamed(finding, titleOrRule));
  const titles = candidates.flatMap((finding) => finding.fixes.map(({ title }) => `  ${finding.rule}: ${title}`));
  if (fix === undefined) assert.fail(`No fix "${titleOrRule}".\n${titles.join('\n')}\n${shown()}`);
  if (another !== undefined) assert.fail(`More than one fix "${titleOrRule}": mark the finding.\n${shown()}`);
  const { text: after, marks: remaining } = parseMarked(expected);
  assert.equal(applyEdits(text, fix.edits), after, `"${fix.title}" makes another note than expected.`);
  if (remaining.length > 0) findings(expected, options);
}

function fixesNamed(finding: Finding, titleOrRule: string): readonly Fix[] {
  return finding.rule === titleOrRule
    ? finding.fixes.slice(0, 1)
    : finding.fixes.filter(({ title }) => title === titleOrRule);
}

/** Asserts the spans and labels that a feature gives for a note: mentions, symbols, hints, folding ranges. */
export function marked(note: string, read: (text: string) => readonly Mark[]): void {
  const { text, marks } = parseMarked(note);
  const got = [...read(text)].sort(byPosition);
  assertSameMarks(text, got, marks, () =>
    renderSquiggles(text, got.map(asSquiggle), { lines: 'all', messages: false }),
  );
}

/** Asserts what a feature answers at the cursor `‸`: a hover, a completion. */
export function atCursor<T>(note: string, read: (text: string, offset: number) => T, expected: T): void {
  const { text, cursor } = parseMarked(note);
  if (cursor === null) throw new Error('The note has no cursor "‸".');
  assert.deepEqual(read(text, cursor), expected, `At the cursor of:\n${note}`);
}

/** Compared as printed notes: the difference is then read in place, and the new marks can be pasted into the test. */
function assertSameMarks(text: string, got: readonly Mark[], wanted: readonly Mark[], shown: () => string): void {
  const plain = (marks: readonly Mark[]) => marks.map(({ span, label }) => `${span.start}-${span.end} ${label}`);
  if (plain(got).join('\n') === plain(wanted).join('\n')) return;
  throw new assert.AssertionError({
    message: `The note reads:\n${shown()}\n\nwith the marks of the test:\n${printMarked(text, wanted)}`,
    actual: printMarked(text, got),
    expected: printMarked(text, wanted),
  });
}

function rulesLookedAt(marks: readonly Mark[], rules: FindingsOptions['rules']): ReadonlySet<string> | 'all' {
  if (rules === 'all' || (rules === undefined && marks.length === 0)) return 'all';
  return new Set([...marks.map(({ label }) => label.replace(/^!/, '')), ...(rules ?? [])]);
}

const asSquiggle = ({ span, label }: Mark) => ({ span, rule: label, severity: 'hint' as const, message: '' });

const sameSpan = (a: Mark['span'], b: Mark['span']): boolean => a.start === b.start && a.end === b.end;
