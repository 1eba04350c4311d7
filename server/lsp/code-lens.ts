import type { CodeLens } from 'vscode-languageserver-protocol';
import type { Analysis } from '../analyze';
import { conclusion } from '../conclusion';

/** The note's conclusion in one line above it. */
export function codeLenses(analysis: Analysis): CodeLens[] {
  const start = { line: 0, character: 0 };
  // A lens without a command is not shown; one with an empty command is text.
  return [{ range: { start, end: start }, command: { title: conclusion(analysis), command: '' } }];
}
