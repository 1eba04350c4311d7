import { type OwnElement, type Severity, severities } from './configuration';
import { readQueryBlock } from './facts/clinician-queries';
import { checklist } from './knowledge/checklist';
import { queryHeading, querySubjects } from './knowledge/queries';
import { ruleIds } from './rules/rule-ids';
import {
  type Complain,
  complainOfOthers,
  isObject,
  isOneOf,
  listed,
  meant,
  quoted,
  readTerms,
  type SettingPath,
} from './settings-checks';

const levels = [...severities, 'off'] as const;

const example =
  'Expected an object of elements, such as { "photo-consent": { "phrases": ["consent for photography"], "severity": "warning" } }.';

/** Reads a clinic's own documentation elements. What is wrong is complained of, and the rest is in force. */
export function readElements(value: unknown, complain: Complain): Record<string, OwnElement> {
  const path = ['elements'];
  if (!isObject(value)) {
    complain(path, example);
    return {};
  }
  const taken = new Set([
    ...querySubjects.map(({ label }) => label.toLowerCase()),
    ...checklist.flatMap(({ missing }) => (missing === null ? [] : [missing.field.toLowerCase()])),
  ]);
  const elements: [string, OwnElement][] = [];
  for (const [name, member] of Object.entries(value)) {
    const element = isName(name, [...path, name], complain)
      ? readElement(name, member, [...path, name], complain)
      : null;
    if (element === null) continue;
    if (taken.has(element.label.toLowerCase())) {
      const message = `There is an element called ${quoted(element.label)} already; give this one another "label".`;
      complain([...path, name], message, 'key');
      continue;
    }
    taken.add(element.label.toLowerCase());
    elements.push([name, element]);
  }
  return Object.fromEntries(elements);
}

/** The ids of the rules that the elements of a settings object make, well formed or not. */
export const ownRuleIds = (elements: unknown): string[] =>
  isObject(elements) ? Object.keys(elements).map((name) => `${name}-missing`) : [];

function isName(name: string, path: SettingPath, complain: Complain): boolean {
  if (isOneOf(`${name}-missing`, ruleIds)) {
    const message = `${quoted(name)} is an element of the checklist; set its severity under "rules", as "${name}-missing".`;
    complain(path, message, 'key');
    return false;
  }
  if (name.length <= 40 && /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name)) return true;
  complain(path, 'Expected a name of small letters, digits and hyphens, such as "photo-consent".', 'key');
  return false;
}

function readElement(name: string, value: unknown, path: SettingPath, complain: Complain): OwnElement | null {
  if (!isObject(value)) {
    complain(path, 'Expected an object with "phrases" and, if need be, "label", "severity" and "question".');
    return null;
  }
  complainOfOthers(value, ['label', 'phrases', 'severity', 'question'], path, complain);
  const label = readLabel(name, value.label, [...path, 'label'], complain);
  const phrases = 'Expected a list of words by which notes document it, such as ["consent for photography"].';
  return {
    label,
    phrases: readTerms(value.phrases ?? [], [...path, 'phrases'], phrases, complain),
    severity: readSeverity(value.severity, [...path, 'severity'], complain),
    question: readQuestion(label, value.question, [...path, 'question'], complain),
  };
}

function readLabel(name: string, value: unknown, path: SettingPath, complain: Complain): string {
  const fromName = name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');
  if (value === undefined) return fromName;
  if (typeof value === 'string' && /^[A-Z][A-Za-z0-9 -]{0,39}$/.test(value)) return value;
  complain(path, 'Expected a name of 40 letters, digits, spaces and hyphens at most, beginning with a capital letter.');
  return fromName;
}

function readSeverity(value: unknown, path: SettingPath, complain: Complain): Severity | 'off' {
  if (isOneOf(value, levels)) return value;
  if (value !== undefined) complain(path, `Expected a severity: ${listed(levels)}.${meant(value, levels)}`);
  return 'warning';
}

function readQuestion(label: string, value: unknown, path: SettingPath, complain: Complain): string {
  const open = `What, if anything, is to be recorded under "${label}"?`;
  if (value === undefined) return open;
  if (typeof value !== 'string' || value.length > 300 || !/^[^\r\n]+\?$/.test(value)) {
    complain(path, 'Expected one question of 300 characters at most, on one line and with its question mark.');
    return open;
  }
  const [query] = readQueryBlock(`${queryHeading}\n${value}`)?.queries ?? [];
  if (query !== undefined && query.leading.length + query.payment.length === 0) return value;
  complain(path, 'A query to the clinician suggests no answer and does not speak of payment; ask openly.');
  return open;
}
