/**
 * Bundles the entries into dist/: `node esbuild.mjs [--production] [--watch]`.
 * Every bundle stands alone: the installed package has no dependencies.
 */
import { spawnSync } from 'node:child_process';
import { chmod, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';
import { readWhileBuilding, withoutPages } from './scripts/left-out.mjs';
import { packedLexicon } from './scripts/packed-lexicon.mjs';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  plugins: [packedLexicon, readWhileBuilding, withoutPages],
  format: 'cjs',
  target: 'es2022',
  minify: production,
  // Names are not kept in what ships: keeping them costs each closure a call. The map made beside a bundle is not packed;
  // it tells the functions in a trace from a user's machine, and building the same version makes it again.
  sourcemap: production ? 'external' : 'linked',
  logLevel: 'warning',
};
/** @type {import('esbuild').BuildOptions} */
const node = {
  ...shared,
  platform: 'node',
  target: 'node20',
  // The UMD builds that `main` names hide their own imports from a bundler.
  mainFields: ['module', 'main'],
};
/** @type {import('esbuild').BuildOptions} */
const browser = { ...shared, platform: 'browser' };

const bundles = [
  { ...node, entryPoints: ['client/extension.node.ts'], outfile: 'dist/client.node.js', external: ['vscode'] },
  { ...browser, entryPoints: ['client/extension.web.ts'], outfile: 'dist/client.web.js', external: ['vscode'] },
  { ...node, entryPoints: ['server/main.ts'], outfile: 'dist/server.node.js' },
  // The web worker is a script without modules, and nobody imports it.
  {
    ...browser,
    entryPoints: ['server/worker.ts'],
    outfile: 'dist/server.web.js',
    format: /** @type {const} */ ('iife'),
  },
  {
    ...node,
    entryPoints: ['server/cli.ts'],
    outfile: 'dist/cli.js',
    // `chartlint rules` prints the pages.
    plugins: [packedLexicon, readWhileBuilding],
    // A dependency finds Node's modules by its own address, which a CommonJS bundle knows as its file name.
    define: { 'import.meta.url': '__filename' },
  },
  { ...node, entryPoints: ['server/index.ts'], outfile: 'dist/index.js', platform: /** @type {const} */ ('neutral') },
];

if (watch) {
  for (const options of bundles) {
    await (await context({ ...options, logLevel: 'info' })).watch();
  }
} else {
  await rm('dist/types', { recursive: true, force: true });
  await Promise.all(bundles.map((options) => build(options)));
  await chmod('dist/cli.js', 0o755);
  declareTypes();
}

function declareTypes() {
  const tsc = fileURLToPath(import.meta.resolve('typescript/package.json')).replace('package.json', 'bin/tsc');
  const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.types.json'], { stdio: 'inherit' });
  if (status !== 0) {
    process.exit(1);
  }
}
