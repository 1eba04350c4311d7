import { resolve } from 'node:path';
import { build } from 'esbuild';

/**
 * What a module of the product exports as `value`, worked out while bundling.
 *
 * @param {string} contents The module, in TypeScript.
 * @param {string} resolveDir The folder that its imports are relative to.
 * @returns {Promise<{ value: unknown, watchFiles: string[] }>} The value, and the files that it rests on.
 */
export async function builtValue(contents, resolveDir) {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir, loader: 'ts' },
    bundle: true,
    format: 'esm',
    target: 'node20',
    write: false,
    metafile: true,
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  const { value } = await import(`data:text/javascript;base64,${code}`);
  const watchFiles = Object.keys(metafile.inputs).flatMap((input) => (input === '<stdin>' ? [] : [resolve(input)]));
  return { value, watchFiles };
}
