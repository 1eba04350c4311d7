import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { defaultSettings, layerSettings, type Settings } from './configuration';
import type { Span } from './note/span';
import { readSettings, type SettingProblem } from './settings';

/** The name of the file in the root of a workspace that holds its settings. */
export const configurationFileName = 'chartlint.json';

export interface ConfigurationProblem {
  /** One or two sentences: what was expected. */
  readonly message: string;
  /** Where in the file's text. */
  readonly span: Span;
}

export interface ParsedConfiguration {
  /** The file's settings over the defaults. */
  readonly configuration: Settings;
  /** The settings that the file itself gives, for laying over others than the defaults. */
  readonly given: Partial<Settings>;
  /** In order of position. A setting with a problem is left at its default. */
  readonly problems: readonly ConfigurationProblem[];
}

/** Reads the text of a `chartlint.json`: JSON, with comments and trailing commas allowed. Never throws. */
export function parseConfiguration(text: string): ParsedConfiguration {
  const errors: ParseError[] = [];
  const json = parse(text, errors);
  if (json === undefined) {
    const problem = { message: 'The settings are nested too deeply to be read.', span: { start: 0, end: text.length } };
    return { configuration: defaultSettings, given: {}, problems: [problem] };
  }
  const { given, problems } = readSettings(json.value);
  const found = [
    ...errors.map(({ error, offset, length }) => ({
      message: `This is not valid JSON: ${syntaxMessage(printParseErrorCode(error))}.`,
      span: { start: offset, end: Math.min(text.length, offset + length) },
    })),
    ...problems.map((problem) => ({ message: problem.message, span: spanOf(problem, json.root) })),
  ];
  return {
    configuration: layerSettings(defaultSettings, given),
    given,
    problems: found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
  };
}

function parse(text: string, errors: ParseError[]): { root: Node | undefined; value: unknown } | undefined {
  // A byte order mark is no JSON; a space in its place keeps every offset.
  const json = text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text;
  try {
    const root = parseTree(json, errors, { allowTrailingComma: true, allowEmptyContent: true });
    return { root, value: root && getNodeValue(root) };
  } catch (error) {
    // The parser recurses once a level; a file of nothing but brackets runs out of stack.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function spanOf({ path, at }: SettingProblem, root: Node | undefined): Span {
  const value = root && findNodeAtLocation(root, [...path]);
  const node = (at === 'key' ? value?.parent?.children?.[0] : value) ?? root;
  return node === undefined ? { start: 0, end: 0 } : { start: node.offset, end: node.offset + node.length };
}

/** "PropertyNameExpected" as words: "property name expected". */
const syntaxMessage = (code: string): string => code.replace(/\B[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
