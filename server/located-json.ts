import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import type { Span } from './note/span';

/** Something that is wrong in a text, and where. */
export interface LocatedProblem {
  /** One or two sentences: what was expected. */
  readonly message: string;
  readonly span: Span;
}

/** The value of a JSON text whose parts know where they stand. Never throws. */
export interface LocatedJson {
  /** `undefined` where nothing could be read. */
  readonly value: unknown;
  /** What is no JSON, in order of position; the value holds what could be read all the same. */
  readonly problems: readonly LocatedProblem[];
  /** Where the value at a path stands, or the name of its property; else where the nearest that holds it does. */
  spanOf(path: readonly (string | number)[], at?: 'key' | 'value'): Span;
}

/** Reads JSON with trailing commas allowed, and comments where the text is for people alone to write. */
export function readLocatedJson(text: string, { comments }: { readonly comments: boolean }): LocatedJson {
  const errors: ParseError[] = [];
  // A byte order mark is no JSON; a space in its place keeps every offset.
  const json = text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text;
  let root: Node | undefined;
  let value: unknown;
  try {
    root = parseTree(json, errors, { allowTrailingComma: true, allowEmptyContent: true, disallowComments: !comments });
    value = root && getNodeValue(root);
  } catch (error) {
    // The parser recurses once a level; a file of nothing but brackets runs out of stack.
    if (!(error instanceof RangeError)) throw error;
    const span = { start: 0, end: text.length };
    return {
      value: undefined,
      problems: [{ message: 'This is nested too deeply to be read.', span }],
      spanOf: () => span,
    };
  }
  return {
    value,
    problems: errors.map(({ error, offset, length }) => ({
      message: `This is not valid JSON: ${syntaxMessage(printParseErrorCode(error))}.`,
      span: { start: offset, end: Math.min(text.length, offset + length) },
    })),
    spanOf: (path, at = 'value') => {
      const found = nodeAt(root, path);
      const node = at === 'key' ? (found?.parent?.children?.[0] ?? found) : found;
      return node === undefined ? { start: 0, end: 0 } : { start: node.offset, end: node.offset + node.length };
    },
  };
}

/** The node at a path, or at as much of it as there is. */
function nodeAt(root: Node | undefined, path: readonly (string | number)[]): Node | undefined {
  if (root === undefined) return undefined;
  return findNodeAtLocation(root, [...path]) ?? (path.length === 0 ? root : nodeAt(root, path.slice(0, -1)));
}

/** "PropertyNameExpected" as words: "property name expected". */
const syntaxMessage = (code: string): string => code.replace(/\B[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
