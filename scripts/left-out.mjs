import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseSync } from 'oxc-parser';
import { builtValue } from './built.mjs';

const version = `import { knowledgeVersion } from './version'; export const value = knowledgeVersion();`;

/**
 * Leaves out of the bundles what is read of the knowledge while they are made and no more: the spellings of agents, which
 * the compiled lexicon has, and the tables that the name of the data is worked out from.
 *
 * @type {import('esbuild').Plugin}
 */
export const readWhileBuilding = {
  name: 'read-while-building',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]knowledge[\\/]version\.ts$/ }, async ({ path }) => {
      const { value, watchFiles } = await builtValue(version, dirname(path));
      return { contents: `export const knowledgeVersion = () => ${JSON.stringify(value)};`, loader: 'ts', watchFiles };
    });
    onLoad({ filter: /[\\/]knowledge[\\/]agents\.json$/ }, async ({ path }) => {
      const agents = JSON.parse(await readFile(path, 'utf8'));
      const known = agents.map(({ aliases: _aliases, topical: _topical, systemic: _systemic, ...agent }) => agent);
      return { contents: JSON.stringify(known), loader: 'json', watchFiles: [path] };
    });
  },
};

/**
 * Leaves out what only the pages of the rules say, for bundles that print none: the types keep others from reading it.
 *
 * @type {import('esbuild').Plugin}
 */
export const withoutPages = {
  name: 'without-pages',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]server[\\/]rules[\\/][\w-]+\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const docs = documentation(parseSync(path, source).program);
      const contents = docs.reduceRight(
        (text, { start, end }) => `${text.slice(0, start)}undefined${text.slice(end)}`,
        source,
      );
      return { contents, loader: 'ts', watchFiles: [path] };
    });
    onLoad({ filter: /[\\/]knowledge[\\/]checklist\.json$/ }, async ({ path }) => {
      const rows = JSON.parse(await readFile(path, 'utf8'));
      const contents = JSON.stringify(rows, (key, value) => (key === 'page' ? undefined : value));
      return { contents, loader: 'json', watchFiles: [path] };
    });
  },
};

/**
 * The values of the members `docs: …` of a program's objects.
 *
 * @returns {{ start: number, end: number }[]}
 */
function documentation(node) {
  if (typeof node !== 'object' || node === null) return [];
  if (Array.isArray(node)) return node.flatMap(documentation);
  if (node.type === 'Property' && node.key.name === 'docs' && !node.shorthand) return [node.value];
  return Object.values(node).flatMap(documentation);
}
