import type { Position, Range } from 'vscode-languageserver-protocol';
import type { Finding, Fix } from '../rules/finding';

/** `data` of a diagnostic: all that a code action needs, so that no action ever analyses or edits another version. */
export interface FindingData {
  /** The rule and the number of the finding among its findings, in order of position. */
  readonly id: string;
  readonly version: number;
  readonly fixes: readonly RangedFix[];
}

export interface RangedFix extends Omit<Fix, 'edits'> {
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

/** The ids of the findings of a note, in their order. */
export function findingIds(findings: readonly Finding[]): string[] {
  const numbers = new Map<string, number>();
  return findings.map(({ rule }) => {
    const number = (numbers.get(rule) ?? 0) + 1;
    numbers.set(rule, number);
    return `${rule}#${number}`;
  });
}

/** A diagnostic's data comes back from the client, who may send anything. */
export function isFindingData(data: unknown): data is FindingData {
  if (typeof data !== 'object' || data === null) return false;
  const { id, version, fixes } = data as Partial<Record<keyof FindingData, unknown>>;
  return typeof id === 'string' && typeof version === 'number' && Array.isArray(fixes) && fixes.every(isRangedFix);
}

function isRangedFix(fix: unknown): fix is RangedFix {
  if (typeof fix !== 'object' || fix === null) return false;
  const { title, kind, edits } = fix as Partial<Record<keyof RangedFix, unknown>>;
  return typeof title === 'string' && typeof kind === 'string' && Array.isArray(edits) && edits.every(isRangedEdit);
}

function isRangedEdit(edit: unknown): boolean {
  if (typeof edit !== 'object' || edit === null) return false;
  const { range, newText } = edit as { range?: unknown; newText?: unknown };
  return typeof newText === 'string' && isRange(range);
}

function isRange(range: unknown): boolean {
  if (typeof range !== 'object' || range === null) return false;
  const { start, end } = range as Partial<Record<keyof Range, unknown>>;
  return [start, end].every(isPosition);
}

function isPosition(position: unknown): boolean {
  if (typeof position !== 'object' || position === null) return false;
  const { line, character } = position as Partial<Record<keyof Position, unknown>>;
  return [line, character].every((count) => typeof count === 'number' && Number.isInteger(count) && count >= 0);
}
