import { type LocatedProblem, readLocatedJson } from '../located-json';
import { nearest } from '../nearest';
import type { Span } from '../note/span';
import type { Decision, Review } from './decision';

/** The name of the file in the root of a workspace that holds its decisions. */
export const reviewFileName = 'chartlint.review.json';

/** The form of the file. A file of another is not read, and so never damaged. */
const FORMAT = 1;

export interface ParsedReview {
  /** `null` where anything is wrong with the file: then no decision of it counts, and nothing may be written to it. */
  readonly review: Review | null;
  /** In order of position. */
  readonly problems: readonly LocatedProblem[];
  /** Where the decision of the same index stands in the text. */
  readonly places: readonly Span[];
}

/** A review without decisions. */
export const emptyReview = (salt: string): Review => ({ salt, decisions: [] });

/** Whether the text will do as a salt: 128 bits or more, as hexadecimal digits. */
export const isSalt = (text: string): boolean => /^[0-9a-f]{32,128}$/.test(text);

/** The text of the file, always in the same order: two people's decisions meet on different lines. */
export function writeReview({ salt, decisions }: Review): string {
  const sorted = decisions.map(inOrder).sort(byKey);
  return `${JSON.stringify({ format: FORMAT, salt, decisions: sorted }, null, 2)}\n`;
}

/** Reads the text of a review file. Never throws. */
export function parseReview(text: string): ParsedReview {
  // A comment could not be kept when a decision is added.
  const json = readLocatedJson(text, { comments: false });
  const [broken] = json.problems;
  // What comes after the first place that is no JSON only follows from it.
  if (broken !== undefined) return { review: null, problems: [broken], places: [] };
  const problems: LocatedProblem[] = [];
  const review = readReview(json.value, (path, message, at) => {
    problems.push({ message, span: json.spanOf(path, at) });
  });
  problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  if (problems.length > 0) return { review: null, problems, places: [] };
  return { review, problems, places: review.decisions.map((_, index) => json.spanOf(['decisions', index])) };
}

type Path = readonly (string | number)[];
type Complain = (path: Path, message: string, at?: 'key' | 'value') => void;

const fileKeys = ['format', 'salt', 'decisions'] as const;

function readReview(value: unknown, complain: Complain): Review {
  if (!isObject(value)) {
    complain([], 'Expected an object with "format", "salt" and "decisions".');
    return emptyReview('');
  }
  if (value.format !== FORMAT) {
    complain(['format'], `Expected "format": ${FORMAT}. Another version of Chartlint may have written this file.`);
    return emptyReview('');
  }
  complainOfKeys(value, fileKeys, [], complain);
  const { salt, decisions } = value;
  if (typeof salt !== 'string' || !isSalt(salt)) {
    complain(['salt'], 'Expected a "salt" of 32 or more hexadecimal digits.');
  }
  if (!Array.isArray(decisions)) {
    complain(['decisions'], 'Expected an array of "decisions".');
    return emptyReview('');
  }
  return {
    salt: String(salt),
    decisions: decisions.flatMap((each, index) => readDecision(each, ['decisions', index], complain)),
  };
}

/** The members of a decision in the order in which they are written, and what each must be. */
const members: { readonly [K in keyof Decision]: { is(value: unknown): boolean; readonly expected: string } } = {
  note: { is: isText, expected: 'the path of a note' },
  rule: { is: isText, expected: 'the id of a rule' },
  evidence: {
    is: (value) => typeof value === 'string' && /^[0-9a-f]{32}$/.test(value),
    expected: '32 hexadecimal digits',
  },
  reason: { is: isText, expected: 'a reason' },
  reviewer: { is: isText, expected: 'the name of a reviewer' },
  time: {
    is: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(value),
    expected: 'a time such as "2026-11-24T12:30:00Z"',
  },
  ruleVersion: {
    is: (value) => Number.isSafeInteger(value) && Number(value) >= 1,
    expected: 'a whole number, 1 or more',
  },
  knowledgeVersion: { is: isText, expected: 'a version of the data' },
};
const memberNames = Object.keys(members) as (keyof Decision)[];

function readDecision(value: unknown, path: Path, complain: Complain): Decision[] {
  if (!isObject(value)) {
    complain(path, 'Expected a decision: an object.');
    return [];
  }
  complainOfKeys(value, memberNames, path, complain);
  if (isDecision(value)) return [inOrder(value)];
  for (const name of memberNames.filter((each) => !members[each].is(value[each]))) {
    complain([...path, name], `Expected "${name}" to be ${members[name].expected}.`);
  }
  return [];
}

const isDecision = (value: object): value is Decision =>
  memberNames.every((name) => members[name].is((value as Partial<Decision>)[name]));

/** What is not understood would be lost when the file is written again. */
function complainOfKeys(value: object, known: readonly string[], path: Path, complain: Complain): void {
  for (const key of Object.keys(value).filter((each) => !known.includes(each))) {
    const meant = nearest(key, known);
    const hint = meant === undefined ? '' : ` Did you mean "${meant}"?`;
    complain([...path, key], `There is no "${key.slice(0, 40)}" here.${hint}`, 'key');
  }
}

function inOrder(decision: Decision): Decision {
  const { note, rule, evidence, reason, reviewer, time, ruleVersion, knowledgeVersion } = decision;
  return { note, rule, evidence, reason, reviewer, time, ruleVersion, knowledgeVersion };
}

const byKey = (a: Decision, b: Decision): number =>
  compare(a.note, b.note) || compare(a.rule, b.rule) || compare(a.evidence, b.evidence) || compare(a.time, b.time);

/** By code units, so that the order is the same in every country. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
