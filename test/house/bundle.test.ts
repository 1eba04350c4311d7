import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { analyze } from '../../server/analyze';
import { knowledgeVersion } from '../../server/knowledge/version';

const entry = `
  export { analyze } from './server/analyze';
  export { knowledgeVersion } from './server/knowledge/version';`;

const notes = ['samples', 'test/cases'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.(?:procnote|txt)$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8')),
);

describe('what ships', function () {
  this.timeout(60_000);
  let shipped: { analyze: typeof analyze; knowledgeVersion: typeof knowledgeVersion };
  let code: string;

  before(async () => {
    const load = createRequire(__filename);
    const { packedLexicon } = await import('../../scripts/packed-lexicon.mjs' as string);
    const { readWhileBuilding, withoutPages } = await import('../../scripts/left-out.mjs' as string);
    const { outputFiles } = await build({
      stdin: { contents: entry, resolveDir: '.', loader: 'ts' },
      bundle: true,
      format: 'cjs',
      platform: 'node',
      plugins: [packedLexicon, readWhileBuilding, withoutPages] as Plugin[],
      write: false,
    });
    code = outputFiles[0]?.text ?? '';
    const module = { exports: {} };
    new Function('module', 'exports', 'require', code)(module, module.exports, load);
    shipped = module.exports as typeof shipped;
  });

  it('reads every note as the source does', () => {
    for (const note of notes) assert.deepEqual(shipped.analyze(note), analyze(note));
  });

  it('names its data as the source does', () => {
    assert.equal(shipped.knowledgeVersion(), knowledgeVersion());
  });

  it('leaves out what only the pages of the rules say', () => {
    assert.doesNotMatch(code, /Lot 4B117/);
  });
});
