/** Compiles the editor suites into the one file that every extension host loads. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { repository } from './paths';

/** Answers the path to give as `extensionTestsPath`. */
export async function bundleSuite(): Promise<string> {
  const outfile = join(repository, 'dist-test/suite.js');
  await build({
    entryPoints: [join(repository, 'test/editor/suite/index.ts')],
    outfile,
    bundle: true,
    // A web worker has no Node API; what runs there runs in Node as well.
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    define: { global: 'globalThis' },
    sourcemap: 'inline',
    plugins: [mochaAsGlobal],
    logLevel: 'warning',
  });
  return outfile.slice(0, -'.js'.length);
}

/** Mocha's browser build would take this bundle's `module.exports` for its own. */
const mochaAsGlobal: Plugin = {
  name: 'mocha as global',
  setup({ onLoad }) {
    onLoad({ filter: /mocha[\\/]mocha\.js$/ }, async ({ path }) => ({
      contents: `var module, exports, define;\n${await readFile(path, 'utf8')}`,
      loader: 'js',
    }));
  },
};
