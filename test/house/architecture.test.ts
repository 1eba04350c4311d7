import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { isBuiltin } from 'node:module';
import { lineOf, nodesOf, parseSource, type SourceFile, sourceFiles } from './source';

/**
 * Who may import whom. A part is a folder of `server/` or a file at its top; what stands in the same part may always
 * be imported. Reading down, each part reaches only what stands above it.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  // Vocabulary without behaviour.
  'server/rules/finding.ts': ['server/note'],
  'server/rules/rule-ids.ts': [],
  'server/configuration.ts': ['server/rules/finding.ts', 'server/facts/model.ts'],
  'server/facts/model.ts': ['server/note'],
  // The engine.
  'server/note': [],
  'server/knowledge': ['server/note', 'server/facts/model.ts', 'server/configuration.ts', 'server/rules/rule-ids.ts'],
  'server/lexicon': ['server/note', 'server/knowledge', 'server/facts/model.ts', 'server/configuration.ts'],
  'server/assertion': ['server/note', 'server/lexicon', 'server/facts/model.ts'],
  'server/facts': ['server/note', 'server/lexicon', 'server/assertion', 'server/knowledge', 'server/configuration.ts'],
  'server/rules': [
    'server/rules/finding.ts',
    'server/rules/rule-ids.ts',
    'server/note',
    'server/facts',
    'server/knowledge',
    'server/configuration.ts',
  ],
  'server/analyze.ts': [
    'server/note',
    'server/facts',
    'server/rules',
    'server/rules/finding.ts',
    'server/configuration.ts',
  ],
  // Beside the engine, as pure: decisions about what it found.
  'server/review': [
    'server/note',
    'server/knowledge',
    'server/rules',
    'server/rules/finding.ts',
    'server/analyze.ts',
    'server/configuration.ts',
    'server/located-json.ts',
    'server/nearest.ts',
  ],
};

/** The engine: a function of text, configuration and knowledge. */
const ENGINE = [...Object.keys(MAY_IMPORT), 'server/index.ts'];
/** Runs in a browser worker as well as in Node. */
const PORTABLE = (path: string): boolean =>
  path.startsWith('server/') && !path.startsWith('server/cli/') && !['server/main.ts', 'server/cli.ts'].includes(path);

const NODE = ['process', 'Buffer', 'require', 'module', '__dirname', '__filename', 'global', 'setImmediate'];
const CLOCK = ['Date', 'performance', 'setTimeout', 'setInterval', 'requestAnimationFrame', 'crypto'];
const NETWORK = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebTransport',
  'EventSource',
  'RTCPeerConnection',
  'importScripts',
];
const NETWORK_MODULES =
  /^(?:node:)?(?:http|https|http2|net|tls|dgram|dns|dns\/promises|undici|ws|axios|got|node-fetch|child_process|cluster)$/;

const all = sourceFiles('server', 'client');
const server = all.filter(({ path }) => path.startsWith('server/'));
const engine = server.filter(({ path }) => ENGINE.some((part) => isIn(part, path)));

describe('architecture', () => {
  it('has a rule for every folder of the engine', () => {
    assert.ok(engine.length > 10, 'the engine is not where this test looks for it');
  });

  it('imports one way: note, lexicon, assertion, facts, rules, analyze', () => {
    assert.deepEqual(engine.flatMap(wrongWay), []);
    const backwards = parseSource('server/note/x.ts', "import type { Facts } from '../facts/model';");
    assert.equal(wrongWay(backwards).length, 1, 'this very test must be able to fail');
  });

  it('lets the library reach neither the language server nor the command line', () => {
    const reached = reach('server/index.ts', server);
    assert.deepEqual(
      reached.filter((path) => /^server\/(?:lsp|cli|main|worker)\b/.test(path)),
      [],
    );
    assert.ok(reached.includes('server/analyze.ts'));
  });

  it('keeps the language server and the command line apart', () => {
    const found = server
      .filter(({ path }) => path.startsWith('server/lsp/'))
      .flatMap((file) => file.imports.filter((link) => link.file?.startsWith('server/cli')).map(() => file.path));
    assert.deepEqual(found, []);
  });

  it('lets nothing import the client', () => {
    const found = [...all, ...sourceFiles('test', 'bench', 'scripts')]
      .filter(
        ({ path }) => !path.startsWith('client/') && !path.startsWith('test/client') && !path.startsWith('test/editor'),
      )
      .flatMap((file) => file.imports.filter((link) => link.file?.startsWith('client/')).map(() => file.path));
    assert.deepEqual(found, []);
  });

  it('uses no API of Node in the engine and the language server, which run in a browser too', () => {
    assert.deepEqual(server.filter(({ path }) => PORTABLE(path)).flatMap(nodeApi), []);
    assert.equal(nodeApi(parseSource('x.ts', "import 'node:fs'; process.exit();")).length, 2);
  });

  it('reads no clock and no locale in the engine', () => {
    const found = engine.flatMap((file) => [...names(file, [...CLOCK, 'Intl']), ...localeMembers(file)]);
    assert.deepEqual(found, []);
    const bad = parseSource(
      'x.ts',
      "Date.now(); 'a'.localeCompare('b'); (1).toLocaleString(); Math.random(); new Intl.Segmenter();",
    );
    assert.equal([...names(bad, [...CLOCK, 'Intl']), ...localeMembers(bad)].length, 5);
  });

  it('reads no locale in the language server', () => {
    const lsp = server.filter(({ path }) => path.startsWith('server/lsp/'));
    assert.deepEqual(
      lsp.flatMap((file) => [...names(file, ['Intl']), ...localeMembers(file)]),
      [],
    );
  });

  it('reaches no network: the text of a note never leaves the machine', () => {
    assert.deepEqual(all.flatMap(network), []);
    const bad = "import 'https'; fetch('x'); new WebSocket('y'); navigator.sendBeacon('z'); import('node:net');";
    assert.equal(network(parseSource('x.ts', bad)).length, 5);
  });

  it('compiles the engine and the language server with no types of Node or of a browser', function () {
    this.timeout(60_000);
    try {
      execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.engine.json'], {
        encoding: 'utf8',
      });
    } catch (error) {
      assert.fail(error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error));
    }
  });
});

function isIn(part: string, path: string): boolean {
  return path === part || path.startsWith(`${part}/`);
}

/** The part of a file: its own entry if it has one, else its folder's. */
function partOf(path: string): string | undefined {
  return path in MAY_IMPORT ? path : Object.keys(MAY_IMPORT).find((part) => isIn(part, path));
}

function wrongWay(file: SourceFile): string[] {
  const part = partOf(file.path);
  if (part === undefined) return [];
  const allowed = [part, ...(MAY_IMPORT[part] ?? [])];
  return file.imports.flatMap(({ file: target }) => {
    if (target === null || allowed.some((other) => isIn(other, target))) return [];
    return [`${file.path} imports ${target}`];
  });
}

function reach(start: string, files: readonly SourceFile[]): string[] {
  const reached = new Set([start]);
  for (const path of reached) {
    for (const { file } of files.find((other) => other.path === path)?.imports ?? [])
      if (file !== null) reached.add(file);
  }
  return [...reached];
}

function nodeApi(file: SourceFile): string[] {
  const modules = file.imports
    .filter(({ specifier }) => isBuiltin(specifier))
    .map(({ specifier }) => `${file.path} imports ${specifier}`);
  return [...modules, ...names(file, NODE)];
}

function network(file: SourceFile): string[] {
  const modules = file.imports
    .filter(({ specifier }) => NETWORK_MODULES.test(specifier))
    .map(({ specifier }) => `${file.path} imports ${specifier}`);
  return [...modules, ...names(file, NETWORK), ...members(file, /^(?:sendBeacon|openExternal)$/)];
}

/** Where a file uses a global name: not as the name of a member, of a key, or of an import. */
function names(file: SourceFile, forbidden: readonly string[]): string[] {
  const found: string[] = [];
  for (const { node, parent, role } of nodesOf(file)) {
    if (node.type !== 'Identifier' || !forbidden.includes(node.name)) continue;
    const isMember = parent?.type === 'MemberExpression' && role === 'property' && !parent.computed;
    const isKey = role === 'key' || role === 'label';
    if (!isMember && !isKey) found.push(`${lineOf(file, node)} uses ${node.name}`);
  }
  return found;
}

function members(file: SourceFile, forbidden: RegExp): string[] {
  const found: string[] = [];
  for (const { node } of nodesOf(file)) {
    if (node.type !== 'MemberExpression' || node.property.type !== 'Identifier') continue;
    if (forbidden.test(node.property.name)) found.push(`${lineOf(file, node)} uses .${node.property.name}`);
  }
  return found;
}

function localeMembers(file: SourceFile): string[] {
  return members(file, /^(?:toLocale\w+|localeCompare|random)$/);
}
