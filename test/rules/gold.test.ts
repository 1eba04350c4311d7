import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultConfiguration } from '../../server/configuration';
import type { Procedure, Visit } from '../../server/facts/model';
import { checkRules } from '../../server/rules/check';
import { factsOf } from './facts-builder';

type GoldProcedure = Pick<Procedure, 'agent' | 'agentClass' | 'lesions' | 'countStatus' | 'code'>;

interface Gold {
  readonly procedures: readonly GoldProcedure[];
  readonly documentedCodes: readonly string[];
  readonly visit: Pick<Visit, 'emSeparate' | 'emCode' | 'modifier25'>;
  readonly expect: readonly string[];
  readonly open?: readonly string[];
}

/** Rules that the facts of a gold file decide alone. Units and documentation elements do not stand in one. */
const decided = new Set([
  'procedure-code-missing',
  'procedure-code-count-mismatch',
  'procedure-code-agent-mismatch',
  'procedure-codes-exclusive',
  'procedure-code-not-performed',
  'modifier-25-missing',
  'modifier-25-unsupported',
  'modifier-25-misplaced',
  'em-not-separate',
  'em-code-missing',
  'lesion-count-missing',
  'lesion-count-vague',
  'lesion-count-conflict',
  'agent-missing',
]);

const corpus = join(__dirname, '../corpus');
const files = ['dev', 'contrast'].flatMap((folder) =>
  readdirSync(join(corpus, folder))
    .filter((name) => /^(?:dev-0\d\d|k-\d?[13579][a-z]?)\.json$/.test(name))
    .map((name) => join(corpus, folder, name)),
);

/** The rules apart from the reading: given what a coder reads, they report what a coder reports. */
describe('rules on the facts of the annotated notes', () => {
  it('report what the annotation expects', () => {
    assert.ok(files.length > 100);
    const differences = files.flatMap((file) => {
      const gold = JSON.parse(readFileSync(file, 'utf8')) as Gold;
      const facts = factsOf({
        text: `injected\nCharges: ${gold.documentedCodes.join(', ')}`,
        procedures: gold.procedures,
        visit: gold.visit,
      });
      const procedures = facts.procedures.map((each, at) => ({ ...each, code: gold.procedures[at]?.code ?? null }));
      const found = checkRules({ ...facts, procedures }, defaultConfiguration).map(({ rule }) => rule);
      const settled = (rule: string) => decided.has(rule) && !gold.open?.includes(rule);
      const missed = gold.expect.filter((rule) => settled(rule) && !found.includes(rule));
      const extra = found.filter((rule) => settled(rule) && !gold.expect.includes(rule));
      return missed.length + extra.length === 0 ? [] : [{ file, missed, extra }];
    });
    assert.deepEqual(differences, []);
  });
});
