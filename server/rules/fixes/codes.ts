import { carries25 } from '../../facts/codes';
import type { CodeModifier, DocumentedCode, ModifierStyle } from '../../facts/model';
import type { Span } from '../../note/span';
import type { Fix, TextEdit } from '../finding';
import type { Places } from '../rule';
import { flip, offered } from './charges';

const codeFix = (title: string, edits: readonly TextEdit[]): Fix => ({ title, kind: 'code', edits });

const insertion = (at: number, newText: string): TextEdit => ({ span: { start: at, end: at }, newText });

/**
 * Replaces the number wherever the code is written, so that the note does not end up with both. Where the note offers
 * both to be ticked, the tick moves.
 */
export function replaceCode(written: readonly DocumentedCode[], from: string, to: string, places: Places): Fix {
  const box = offered(to, places);
  const ticked = written.filter(({ tick }) => tick !== null && box !== undefined);
  return codeFix(`Replace ${from} by ${to}`, [
    ...written.flatMap((code) => (ticked.includes(code) ? flip(code) : [{ span: code.numberSpan, newText: to }])),
    ...(ticked.length > 0 && box !== undefined ? flip(box) : []),
  ]);
}

/** Takes a code out wherever it is written; one that is offered to be ticked stays, and its tick goes. */
export const removeCode = (written: readonly DocumentedCode[], text: string): Fix =>
  codeFix(`Remove ${text}`, [
    ...written.flatMap(flip),
    ...deletions(written.filter(({ tick }) => tick === null).map(({ removalSpan }) => removalSpan)),
  ]);

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

/** A modifier in its own column, or behind `at` as the note writes modifiers. */
const modifierEdit = ({ modifierCell }: DocumentedCode, at: number, value: string, style: ModifierStyle): TextEdit =>
  modifierCell === null
    ? insertion(at, style.before + value + style.after)
    : { span: modifierCell.span, newText: modifierCell.pad + value };

/** 25 stands first among the modifiers of a code. */
const append25 = (written: readonly DocumentedCode[], style: ModifierStyle): TextEdit[] =>
  written.filter((code) => !carries25(code)).map((code) => modifierEdit(code, code.numberSpan.end, '25', style));

export const addModifier25 = (written: readonly DocumentedCode[], code: string, { modifierStyle }: Places): Fix =>
  codeFix(`Add modifier 25 to ${code}`, append25(written, modifierStyle));

/** Adds a modifier behind those that each place of the code has. */
export const addModifier = (
  written: readonly DocumentedCode[],
  value: string,
  code: string,
  { modifierStyle }: Places,
): Fix =>
  codeFix(
    `Add modifier ${value} to ${code}`,
    written.map((each) =>
      modifierEdit(each, each.modifiers.at(-1)?.span.end ?? each.numberSpan.end, value, modifierStyle),
    ),
  );

export const removeModifier = (modifiers: readonly CodeModifier[], value: string, code: string): Fix =>
  codeFix(`Remove modifier ${value} from ${code}`, deletions(modifiers.map(({ span }) => span)));

export const moveModifier25 = (
  modifiers: readonly CodeModifier[],
  evaluation: readonly DocumentedCode[],
  code: string,
  { modifierStyle }: Places,
): Fix =>
  codeFix(`Move modifier 25 to ${code}`, [
    ...deletions(modifiers.map(({ span }) => span)),
    ...append25(evaluation, modifierStyle),
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
