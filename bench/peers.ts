import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { analyze } from '../server/analyze';
import type { KeptReadings } from '../server/facts/kept-readings';

const folder = resolve('bench');
const require = createRequire(join(folder, 'package.json'));

/** Something that reads a text from end to end. */
export interface Reader {
  readonly name: string;
  readonly version: string;
  readonly read: (text: string) => unknown;
}

/** The engine as it ships. */
export interface Engine {
  readonly analyze: typeof analyze;
  readonly KeptReadings: new () => KeptReadings;
}

export const loadEngine = (): Engine => require(resolve('dist/index.js'));

/** Puts the peers where they are not yet; they are a lock file of their own, so that `npm ci` has none of them. */
export function installPeers(): void {
  if (existsSync(join(folder, 'node_modules'))) return;
  const { status } = spawnSync('npm', ['ci'], { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error('The peers could not be installed: run "npm ci" in bench/ to see why.');
}

const versionOf = (name: string): string =>
  JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')).version;

/** A package that only knows `import`. */
const load = async <T>(path: string): Promise<T> => import(pathToFileURL(join(folder, 'node_modules', path)).href);

interface WinkDocument {
  entities(): { out(): unknown };
  sentences(): { length(): number };
}
type Wink = (model: unknown, pipe: readonly string[]) => { readDoc(text: string): WinkDocument };

function wink(): Reader {
  const winkNLP: Wink = require('wink-nlp');
  const nlp = winkNLP(require('wink-eng-lite-web-model'), ['sbd', 'negation', 'ner']);
  return {
    name: 'wink-nlp (sbd, negation, ner)',
    version: versionOf('wink-nlp'),
    read: (text) => nlp.readDoc(text).sentences().length(),
  };
}

function compromise(): Reader {
  const nlp: (text: string) => { readonly length: number } = require('compromise');
  return { name: 'compromise', version: versionOf('compromise'), read: (text) => nlp(text).length };
}

interface Harper {
  LocalLinter: new (options: { binary: unknown }) => { setup(): Promise<void>; lint(text: string): Promise<unknown> };
}

async function harper(): Promise<Reader> {
  const { LocalLinter } = await load<Harper>('harper.js/dist/index.js');
  const { binary } = await load<{ binary: unknown }>('harper.js/dist/binary.js');
  const linter = new LocalLinter({ binary });
  await linter.setup();
  return {
    name: 'harper.js',
    version: versionOf('harper.js'),
    read: (text) => linter.lint(text),
  };
}

interface CSpell {
  getDefaultSettings(): Promise<object>;
  spellCheckDocument(document: object, options: object, settings: object): Promise<unknown>;
}

async function cspell(): Promise<Reader> {
  const { getDefaultSettings, spellCheckDocument } = await load<CSpell>('cspell-lib/dist/index.js');
  const settings = await getDefaultSettings();
  const options = { generateSuggestions: false, noConfigSearch: true };
  return {
    name: 'cSpell',
    version: versionOf('cspell-lib'),
    read: (text) =>
      spellCheckDocument({ uri: 'text:///note.txt', text, languageId: 'plaintext', locale: 'en' }, options, settings),
  };
}

function chartlint(): Reader {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const { analyze } = loadEngine();
  return { name: 'chartlint', version, read: (text) => analyze(text) };
}

/** Chartlint first, then its peers, then what no reader can be faster than. */
const loaders = {
  chartlint,
  wink,
  compromise,
  harper,
  cspell,
  tokeniser: (): Reader => ({
    name: 'one regular expression as tokeniser',
    version: process.version,
    read: tokenise,
  }),
  scan: (): Reader => ({ name: 'a scan of the characters', version: process.version, read: scan }),
};
export type ReaderId = keyof typeof loaders;
export const readerIds = Object.keys(loaders) as ReaderId[];
/** So slow that they read the notes alone and no chart. */
export const slowReaders: ReadonlySet<ReaderId> = new Set<ReaderId>(['compromise', 'harper', 'cspell']);

export const loadReader = async (id: ReaderId): Promise<Reader> => loaders[id]();

function tokenise(text: string): number {
  let count = 0;
  const token = /[A-Za-z]+|\d+|[^\sA-Za-z\d]/g;
  while (token.exec(text) !== null) count += 1;
  return count;
}

function scan(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum = (Math.imul(sum, 31) + text.charCodeAt(at)) | 0;
  return sum;
}

export interface TreeParser {
  parse(text: string, fragments?: readonly unknown[]): unknown;
}

/** Lezer's incremental Markdown parser: what an editor pays for a syntax tree of the same text. */
export interface Lezer {
  readonly version: string;
  readonly parser: TreeParser;
  readonly TreeFragment: {
    addTree(tree: unknown, fragments?: readonly unknown[]): readonly unknown[];
    applyChanges(
      fragments: readonly unknown[],
      changes: readonly { fromA: number; toA: number; fromB: number; toB: number }[],
    ): readonly unknown[];
  };
}

export function loadLezer(): Lezer {
  const { parser }: { parser: TreeParser } = require('@lezer/markdown');
  const { TreeFragment }: Pick<Lezer, 'TreeFragment'> = require('@lezer/common');
  return { version: versionOf('@lezer/markdown'), parser, TreeFragment };
}
