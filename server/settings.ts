import { type PayerId, payerIds, type Settings, severities } from './configuration';
import type { Severity } from './rules/finding';
import { ruleIds } from './rules/rule-ids';
import { type Complain, isObject, isOneOf, listed, meant, quoted, type SettingProblem } from './settings-checks';
import { readDocuments } from './settings-documents';
import { ownRuleIds, readElements } from './settings-elements';
import { readLexicon } from './settings-lexicon';

export type { SettingProblem };

export interface ReadSettings {
  /** The settings that were given and are well formed. */
  readonly given: Partial<Settings>;
  readonly problems: readonly SettingProblem[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Reads settings from a value of any origin and shape: VS Code's `chartlint` section or a parsed `chartlint.json`. */
export function readSettings(value: unknown): ReadSettings {
  const problems: SettingProblem[] = [];
  const complain: Complain = (path, message, at = 'value') => problems.push({ path, at, message });
  const given: Partial<Mutable<Settings>> = {};
  if (value === undefined || value === null) return { given, problems };
  if (!isObject(value)) {
    complain([], 'Expected an object of settings.');
    return { given, problems };
  }
  for (const [key, setting] of Object.entries(value)) {
    switch (key) {
      case 'rules':
        given.rules = readRules(setting, [...ruleIds, ...ownRuleIds(value.elements)], complain);
        break;
      case 'documents':
        given.documents = readDocuments(setting, complain);
        break;
      case 'exclude':
        given.exclude = readExclude(setting, complain);
        break;
      case 'payer':
        if (isOptional(setting, isPayer)) given.payer = setting;
        else complain([key], `Expected a payer: ${listed(payerIds)}, or null.${meant(setting, payerIds)}`);
        break;
      case 'dateOfService':
        if (isOptional(setting, isIsoDate)) given.dateOfService = setting;
        else complain([key], 'Expected a date of the form "YYYY-MM-DD", or null.');
        break;
      case 'elements':
        given.elements = readElements(setting, complain);
        break;
      case 'lexicon':
        given.lexicon = readLexicon(setting, complain);
        break;
      case 'maxDocumentSize':
        if (isSize(setting)) given.maxDocumentSize = setting;
        else complain([key], 'Expected a whole number of characters, 1 or more.');
        break;
      // Read by others: the editor's own trace of the protocol and who reviews there, and the reference to the schema.
      case 'trace':
      case 'reviewer':
      case '$schema':
        break;
      default:
        complain([key], `There is no setting ${quoted(key)}.${meant(key, settingNames)}`, 'key');
    }
  }
  return { given, problems };
}

const settingNames = [
  'rules',
  'payer',
  'documents',
  'exclude',
  'dateOfService',
  'lexicon',
  'elements',
  'maxDocumentSize',
] as const;
const ruleLevels = [...severities, 'off'] as const;

function readRules(value: unknown, ids: readonly string[], complain: Complain): Settings['rules'] {
  if (!isObject(value)) {
    complain(['rules'], 'Expected an object of rule ids and severities, such as { "lot-missing": "off" }.');
    return {};
  }
  const rules: [string, Severity | 'off'][] = [];
  for (const [id, level] of Object.entries(value)) {
    const path = ['rules', id];
    if (!ids.includes(id)) complain(path, `There is no rule ${quoted(id)}.${meant(id, ids)}`, 'key');
    else if (isRuleLevel(level)) rules.push([id, level]);
    else complain(path, `Expected a severity for ${id}: ${listed(ruleLevels)}.${meant(level, ruleLevels)}`);
  }
  return Object.fromEntries(rules);
}

function readExclude(value: unknown, complain: Complain): Settings['exclude'] {
  if (!isObject(value)) {
    complain(['exclude'], 'Expected an object of globs, such as { "archive": true, "**/drafts/*.txt": true }.');
    return {};
  }
  const exclude: [string, boolean][] = [];
  for (const [glob, excluded] of Object.entries(value)) {
    const path = ['exclude', glob];
    if (glob.trim() === '' || /^\/|^[A-Za-z]:|^\.\.?(?:\/|$)|\\/.test(glob)) {
      complain(path, 'Expected a glob within the workspace, with "/" between folders and none at its start.', 'key');
    } else if (typeof excluded === 'boolean') exclude.push([glob, excluded]);
    else complain(path, 'Expected true (do not check these notes) or false (take it back).');
  }
  return Object.fromEntries(exclude);
}

const isRuleLevel = (value: unknown): value is Severity | 'off' => isOneOf(value, ruleLevels);
const isPayer = (value: unknown): value is PayerId => isOneOf(value, payerIds);
const isSize = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 1;

/** Unset in VS Code reaches us as null or an empty string; both mean the default. */
function isOptional<T>(value: unknown, is: (value: unknown) => value is T): value is T | null {
  return value === null || is(value);
}

/** A day that exists: the calendar is counted here, since a Date would accept 2026-02-31 as 3 March. */
function isIsoDate(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days;
}
