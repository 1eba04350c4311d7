import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import Ajv from 'ajv';
import { spelledAgents as agents } from '../../server/knowledge/agent-spellings';
import { agentNamed } from '../../server/knowledge/agents';
import { codeFor, injectionCode, injectionCodes } from '../../server/knowledge/codes';
import { evaluationCode } from '../../server/knowledge/evaluation-codes';
import { editBetween } from '../../server/knowledge/ncci';
import { querySubjects } from '../../server/knowledge/queries';
import { sources } from '../../server/knowledge/sources';
import { knowledgeVersion, tables } from '../../server/knowledge/version';

const folder = join(__dirname, '../../server/knowledge');
const dataFiles = readdirSync(folder).filter((name) => name.endsWith('.json'));
const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

describe('knowledge', () => {
  const ajv = new Ajv({ allErrors: true });

  for (const file of dataFiles) {
    it(`${file} keeps to its schema`, () => {
      const schema = read(join(folder, 'schemas', file.replace('.json', '.schema.json')));
      const valid = ajv.validate(schema as object, read(join(folder, file)));
      assert.ok(valid, ajv.errorsText(ajv.errors));
    });

    it(`${file} names sources that are listed`, () => {
      const named: string[] = [];
      JSON.stringify(read(join(folder, file)), (key, value: unknown) => {
        if (key === 'source') named.push(...(Array.isArray(value) ? value : [value]));
        return value;
      });
      for (const source of named) assert.ok(source in sources, `"${source}" is no source`);
    });
  }

  it('gives every spelling to one agent', () => {
    const owner = new Map<string, string>();
    for (const agent of agents) {
      for (const spelling of [...agent.aliases, ...agent.topical, ...agent.systemic]) {
        assert.equal(owner.get(spelling), undefined, `"${spelling}" is ${agent.name} and ${owner.get(spelling)}`);
        owner.set(spelling, agent.name);
      }
      assert.ok(agent.aliases.includes(agent.name), `${agent.name} is not among its spellings`);
    }
  });

  it('has a version with the newest day of its tables, which holds every table', () => {
    assert.match(knowledgeVersion(), /^\d{4}-\d{2}-\d{2}-[0-9a-f]{8}$/);
    const days = [...JSON.stringify(tables).matchAll(/"asOf":"([^"]+)"/g)].map(([, day = '']) => day);
    assert.equal(knowledgeVersion().slice(0, 10), days.sort().at(-1));
    // Where something was read is no finding's ground.
    const files = dataFiles.filter((file) => file !== 'sources.json').map((file) => read(join(folder, file)));
    assert.deepEqual(
      files.filter((file) => !Object.values(tables).some((table) => isDeepStrictEqual(table, file))),
      [],
    );
  });

  it('keeps the dates of a supply code in order', () => {
    for (const { hcpcs } of agents) for (const { from, to } of hcpcs) assert.ok(to === null || from < to);
  });

  for (const [name, agentClass] of [
    ['bleomycin', 'antineoplastic'],
    ['interferon', 'antineoplastic'],
    ['bcg', 'antineoplastic'],
    ['triamcinolone', 'corticosteroid'],
    ['candida antigen', 'other'],
    ['lidocaine', 'anesthetic'],
    ['saline', 'diluent'],
    ['collagenase', 'own-code'],
  ] as const) {
    it(`classes ${name} as ${agentClass}`, () => assert.equal(agentNamed(name)?.class, agentClass));
  }

  for (const [family, lesions, code] of [
    ['antineoplastic', 0, undefined],
    ['antineoplastic', 1, '96405'],
    ['antineoplastic', 7, '96405'],
    ['antineoplastic', 8, '96406'],
    ['other-drug', 1, '11900'],
    ['other-drug', 7, '11900'],
    ['other-drug', 8, '11901'],
    ['other-drug', 60, '11901'],
  ] as const) {
    it(`codes ${lesions} lesions of ${family} as ${code}`, () => assert.equal(codeFor(family, lesions), code));
  }

  it('pairs the four codes with each other', () => {
    for (const { code, pair, otherFamily, family } of injectionCodes) {
      assert.equal(injectionCode(pair)?.pair, code);
      assert.equal(injectionCode(pair)?.family, family);
      assert.equal(injectionCode(otherFamily)?.otherFamily, code);
      assert.notEqual(injectionCode(otherFamily)?.family, family);
    }
  });

  for (const [a, b, indicator] of [
    ['96405', '96406', '96406/96405 never'],
    ['11900', '11901', '11901/11900 never'],
    ['11900', '96405', '96405/11900 separable'],
    ['96406', '11900', '96406/11900 separable'],
    ['99213', '96405', '96405/99213 separable'],
    ['99221', '96405', '99221/96405 separable'],
    ['99202', '11900', 'none'],
    ['99202', '96405', '96405/99202 separable'],
    ['17110', '11900', '17110/11900 separable'],
    ['17110', '96405', 'none'],
    ['96372', '96405', '96405/96372 separable'],
    ['64400', '96405', '96405/64400 never'],
    ['64450', '11900', '11900/64450 separable'],
    ['11900', 'J2001', '11900/J2001 separable'],
  ] as const) {
    it(`knows the edit of ${a} and ${b}: ${indicator}`, () => {
      for (const edit of [editBetween(a, b), editBetween(b, a)]) {
        const told = edit && `${edit.column1}/${edit.column2} ${edit.separable ? 'separable' : 'never'}`;
        assert.equal(told ?? 'none', indicator);
      }
    });
  }

  for (const [code, known] of [
    ['99213', true],
    ['99201', false],
    ['99241', false],
    ['G0463', true],
    ['96405', false],
    ['992133', false],
  ] as const) {
    it(`${known ? 'takes' : 'does not take'} ${code} for an evaluation`, () =>
      assert.equal(evaluationCode(code) !== undefined, known));
  }

  it('labels each subject of a query once', () => {
    const labels = querySubjects.map(({ label }) => label.toLowerCase());
    assert.equal(new Set(labels).size, labels.length);
  });
});
