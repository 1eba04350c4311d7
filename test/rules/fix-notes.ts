/** The notes on which fixes are tried: what the pages show, the samples, and every annotated note. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseMarked } from '../../server/rules/marked-note';
import { documentedRules as rules } from '../../server/rules/registry';

export interface Note {
  readonly name: string;
  readonly text: string;
}

const notesOf = (folder: string, extension: string): Note[] =>
  readdirSync(join(__dirname, folder))
    .filter((name) => name.endsWith(extension))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(__dirname, folder, name), 'utf8').replaceAll('\r\n', '\n') }));

/** The wrong example of each rule's page, by rule. */
export const wrongExamples: readonly Note[] = rules.map(({ id, docs }) => ({
  name: id,
  text: parseMarked(docs.wrong).text,
}));

export const samples: readonly Note[] = notesOf('../../samples', '.procnote');

export const annotated: readonly Note[] = [
  ...notesOf('../corpus/dev', '.txt'),
  ...notesOf('../corpus/contrast', '.txt'),
  ...notesOf('../cases', '.txt'),
];

/** The same note as other editors and writers leave it. */
export const forms: readonly { readonly name: string; readonly change: (text: string) => string }[] = [
  { name: 'LF', change: (text) => text },
  { name: 'CRLF', change: (text) => text.replaceAll('\n', '\r\n') },
  {
    name: 'emoji, no-break spaces and combining marks',
    change: (text) => `Patient: Zoe\u0301 Nun\u0303ez 👩🏽‍⚕️🩺\n${text.replaceAll(/(\S) (\d)/g, '$1\u00a0$2')}`,
  },
  { name: 'no last line ending', change: (text) => text.trimEnd() },
];
