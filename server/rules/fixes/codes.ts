import { carries25 } from '../../facts/codes';
import type { CodeModifier, DocumentedCode } from '../../facts/model';
import type { Span } from '../../note/span';
import type { Fix, TextEdit } from '../finding';
import type { Places } from '../rule';

const codeFix = (title: string, edits: readonly TextEdit[]): Fix => ({ title, kind: 'code', edits });

const insertion = (at: number, newText: string): TextEdit => ({ span: { start: at, end: at }, newText });

/** Replaces the number wherever the code is written, so that the note does not end up with both. */
export const replaceCode = (written: readonly DocumentedCode[], from: string, to: string): Fix =>
  codeFix(
    `Replace ${from} by ${to}`,
    written.map(({ numberSpan }) => ({ span: numberSpan, newText: to })),
  );

/** Takes a code out wherever it is written. */
export const removeCode = (written: readonly DocumentedCode[], text: string): Fix =>
  codeFix(`Remove ${text}`, deletions(written.map(({ removalSpan }) => removalSpan)));

/** Adds a code to the note's charges, or a line of charges to the procedure where the note has none. */
export function addCode(code: string, { codingLine, eol, fieldAt }: Places): Fix {
  const edit =
    codingLine === null
      ? insertion(fieldAt, `${eol}CPT: ${code}`)
      : insertion(codingLine.insertAt, codingLine.separator + code);
  return codeFix(`Add ${code} to the codes`, [edit]);
}

/** Corrects the units wherever they are written. */
export const setUnits = (written: readonly DocumentedCode[], code: string, to = 1): Fix =>
  codeFix(
    `Set the units of ${code} to ${to}`,
    written.flatMap(({ unitsNumberSpan, units }) =>
      unitsNumberSpan === null || units === to ? [] : [{ span: unitsNumberSpan, newText: String(to) }],
    ),
  );

/**
 * Leaves the first of several lines of one code. Of its modifiers it keeps those that every line has: what told the
 * lines apart (RT and LT, 59) tells nothing once there is one.
 */
export function mergeLines(written: readonly [DocumentedCode, ...DocumentedCode[]], code: string): Fix {
  const [first, ...others] = written;
  const apart = first.modifiers.filter(
    ({ value }) => !others.every(({ modifiers }) => modifiers.some((modifier) => modifier.value === value)),
  );
  return codeFix(
    `Merge the ${written.length} lines of ${code}`,
    deletions([...apart.map(({ span }) => span), ...others.map(({ removalSpan }) => removalSpan)]),
  );
}

/** 25 stands first among the modifiers of a code, joined as the note joins them. */
const append25 = (written: readonly DocumentedCode[], join: string): TextEdit[] =>
  written.filter((code) => !carries25(code)).map(({ numberSpan }) => insertion(numberSpan.end, `${join}25`));

export const addModifier25 = (written: readonly DocumentedCode[], code: string, { modifierJoin }: Places): Fix =>
  codeFix(`Add modifier 25 to ${code}`, append25(written, modifierJoin));

/** Adds a modifier behind those that each place of the code has. */
export const addModifier = (
  written: readonly DocumentedCode[],
  value: string,
  code: string,
  { modifierJoin }: Places,
): Fix =>
  codeFix(
    `Add modifier ${value} to ${code}`,
    written.map(({ numberSpan, modifiers }) =>
      insertion(modifiers.at(-1)?.span.end ?? numberSpan.end, modifierJoin + value),
    ),
  );

export const removeModifier = (modifiers: readonly CodeModifier[], value: string, code: string): Fix =>
  codeFix(`Remove modifier ${value} from ${code}`, deletions(modifiers.map(({ span }) => span)));

export const moveModifier25 = (
  modifiers: readonly CodeModifier[],
  evaluation: readonly DocumentedCode[],
  code: string,
  { modifierJoin }: Places,
): Fix =>
  codeFix(`Move modifier 25 to ${code}`, [
    ...deletions(modifiers.map(({ span }) => span)),
    ...append25(evaluation, modifierJoin),
  ]);

/** Replaces modifiers by 25; what joins them to their code stays. */
export const replaceBy25 = (modifiers: readonly CodeModifier[], value: string, code: string): Fix =>
  codeFix(
    `Replace modifier ${value} of ${code} by 25`,
    modifiers.map(({ valueSpan }) => ({ span: valueSpan, newText: '25' })),
  );

/** Two codes side by side may each claim the separator between them; an edit must not. */
function deletions(spans: readonly Span[]): TextEdit[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last !== undefined && span.start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else {
      merged.push(span);
    }
  }
  return merged.map((span) => ({ span, newText: '' }));
}
