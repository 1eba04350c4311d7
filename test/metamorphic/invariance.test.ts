import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../server/analyze';
import { variants } from './variants';

const corpus = join(__dirname, '..', 'corpus');
const notes = ['dev', 'contrast'].flatMap((folder) =>
  readdirSync(join(corpus, folder))
    .filter((name) => name.endsWith('.txt'))
    .map((name) => ({ name, text: readFileSync(join(corpus, folder, name), 'utf8') })),
);

/** What a coder would conclude, without where it stands in the note. */
function conclusion(text: string): unknown {
  const { summary, findings } = analyze(text);
  const { emSeparate, emCode, modifier25 } = summary.visit;
  return {
    encounter: summary.encounter,
    procedures: summary.procedures,
    documentedCodes: summary.documentedCodes,
    visit: { emSeparate, emCode, modifier25 },
    rules: [...new Set(findings.map((finding) => finding.rule))].sort(),
  };
}

describe('a change of form does not change the reading', () => {
  for (const { name: variant, change } of variants) {
    it(variant, () => {
      const changed = notes.flatMap(({ name, text }) => {
        const other = change(text);
        try {
          assert.deepEqual(conclusion(other), conclusion(text));
          return [];
        } catch (error) {
          return [
            `${name}\n${error instanceof Error ? error.message : ''}\n--- as it is\n${text}\n--- changed\n${other}`,
          ];
        }
      });
      assert.equal(changed.length, 0, changed.join('\n\n'));
    });
  }
});
