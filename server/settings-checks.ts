/** What the readers of settings have in common: how a value is judged, and how a problem with it is told. */
import { nearest } from './nearest';

/** Something that is wrong with a setting. The setting is left out of what was read, so its default stays in force. */
export interface SettingProblem {
  /** Keys, and indices of lists, from the settings' root to the setting. */
  readonly path: SettingPath;
  /** Whether the name of the setting is wrong, or its value. */
  readonly at: 'key' | 'value';
  readonly message: string;
}

export type SettingPath = readonly (string | number)[];
export type Complain = (path: SettingPath, message: string, at?: SettingProblem['at']) => void;

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One of a list of words. */
export const isOneOf = <const T extends string>(value: unknown, words: readonly T[]): value is T =>
  words.some((word) => word === value);

export const quoted = (word: string): string => `"${word.length > 40 ? `${word.slice(0, 40)}…` : word}"`;
export const listed = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(', ');

/** The candidate that a wrong word most likely meant, as a sentence of its own; nothing where none is near. */
export function meant(word: unknown, candidates: readonly string[]): string {
  const candidate = typeof word === 'string' ? nearest(word, candidates) : undefined;
  return candidate === undefined ? '' : ` Did you mean "${candidate}"?`;
}

/** The keys of an object that are none of those known, each complained of. */
export function complainOfOthers(
  value: Record<string, unknown>,
  known: readonly string[],
  path: SettingPath,
  complain: Complain,
): void {
  for (const key of Object.keys(value)) {
    if (!known.includes(key)) {
      complain([...path, key], `There is no setting ${quoted(key)} here.${meant(key, known)}`, 'key');
    }
  }
}

const longestTerm = 80;

/** Words as a note may write them: some letters or digits, and none of the two marks by which the term tables inflect. */
export const isTerm = (value: unknown): value is string =>
  typeof value === 'string' &&
  value.length <= longestTerm &&
  /[\p{L}\p{N}].*[\p{L}\p{N}]/u.test(value) &&
  !/[~^\n\r]/.test(value);

export const expectedTerm = `Expected words as a note writes them, two letters or more and ${longestTerm} characters at most, without "~" and "^".`;

/** The words of a list that are well formed; the others are complained of, each at its place. */
export function readTerms(value: unknown, path: SettingPath, expected: string, complain: Complain): string[] {
  if (!Array.isArray(value)) {
    complain(path, expected);
    return [];
  }
  return value.flatMap((term: unknown, at): string[] => {
    if (isTerm(term)) return [term.trim()];
    complain([...path, at], expectedTerm);
    return [];
  });
}
