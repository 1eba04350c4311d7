import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { defaultSettings, payerIds, severities } from '../../server/configuration';
import { parseConfiguration } from '../../server/configuration-file';
import { ruleSummary } from '../../server/rule-page';
import { documentedRules as rules } from '../../server/rules/registry';
import { ruleIds } from '../../server/rules/rule-ids';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const schema = JSON.parse(readFileSync('chartlint.schema.json', 'utf8'));
const settings: Record<string, Record<string, unknown>> = manifest.contributes.configuration.properties;

const levels = [...severities, 'off'];

describe('the settings that VS Code and chartlint.json offer', () => {
  it('are those that are read', () => {
    const names = Object.keys(defaultSettings).sort();
    assert.deepEqual(
      Object.keys(settings).sort(),
      [...names, 'reviewer', 'trace.server'].map((name) => `chartlint.${name}`).sort(),
    );
    assert.deepEqual(Object.keys(schema.properties).sort(), ['$schema', ...names].sort());
  });

  it('have the defaults that are in force', () => {
    for (const [name, value] of Object.entries(defaultSettings)) {
      assert.deepEqual(settings[`chartlint.${name}`]?.default, value, name);
    }
  });

  it('name every rule, severity and payer', () => {
    for (const rules of [settings['chartlint.rules'], schema.properties.rules]) {
      assert.deepEqual(Object.keys(rules.properties).sort(), [...ruleIds].sort());
    }
    for (const rule of rules) {
      // What completion shows beside the id (npm run docs).
      assert.equal(schema.properties.rules.properties[rule.id]?.description, ruleSummary(rule));
      const setting = settings['chartlint.rules']?.properties as Record<string, { description?: string }>;
      assert.equal(setting[rule.id]?.description, ruleSummary(rule));
    }
    assert.deepEqual(schema.definitions.level.enum, levels);
    for (const rule of Object.values(settings['chartlint.rules']?.properties ?? {}))
      assert.deepEqual(rule.enum, levels);
    for (const payer of [settings['chartlint.payer'], schema.properties.payer]) {
      assert.deepEqual(payer.enum, [...payerIds, null]);
    }
  });

  it('have the same form in both places', () => {
    const form = (setting: unknown): unknown =>
      JSON.parse(
        JSON.stringify(setting, (key, value: unknown) =>
          ['description', 'markdownDescription', 'scope', 'order'].includes(key) ? undefined : value,
        ),
      );
    for (const name of ['exclude', 'lexicon', 'elements']) {
      assert.deepEqual(form(settings[`chartlint.${name}`]), form(schema.properties[name]), name);
    }
  });

  it('are described, and the one that prints notes warns of it', () => {
    for (const [name, { markdownDescription, scope }] of Object.entries(settings)) {
      assert.match(String(markdownDescription), /\.$/, name);
      assert.match(String(scope), /^(?:resource|window)$/, name);
    }
    assert.match(String(settings['chartlint.trace.server']?.markdownDescription), /prints the text of your notes/);
    assert.equal(settings['chartlint.trace.server']?.default, 'off');
  });

  describe('are well formed by the schema where they are when read:', () => {
    const isValid = new Ajv({ strict: false }).compile(schema);
    for (const [text, expected] of [
      ['{}', true],
      ['{ "$schema": "x", "rules": { "lot-missing": "off" }, "payer": null, "documents": { "*.txt": false } }', true],
      ['{ "payer": "aetna", "dateOfService": "2026-04-14", "maxDocumentSize": 1 }', true],
      ['{ "lexicon": { "agents": { "sulodexide": { "class": "other", "synonyms": ["SLX"] } } } }', true],
      ['{ "lexicon": { "sites": { "fold": [] }, "headings": { "needle log": "procedure" } } }', true],
      ['{ "rules": { "lot-mising": "off" } }', false],
      ['{ "lexicon": { "agents": { "sulodexide": { "class": "steroid" } } } }', false],
      ['{ "lexicon": { "agents": { "sulodexide": { "class": "other", "synonyms": [7] } } } }', false],
      ['{ "lexicon": { "agents": { "s": { "class": "other" } } } }', false],
      ['{ "lexicon": { "headings": { "needle log": "procedures" } } }', false],
      ['{ "lexicon": { "sites": { "fold": "RAF" } } }', false],
      ['{ "lexicon": { "drugs": {} } }', false],
      ['{ "elements": { "photographs": {} } }', true],
      ['{ "elements": { "photographs": { "phrases": ["photo"], "severity": "hint", "question": "Any?" } } }', true],
      ['{ "elements": { "photographs": {} }, "rules": { "photographs-missing": "hint" } }', true],
      ['{ "elements": { "photographs": { "phrases": "photo" } } }', false],
      ['{ "elements": { "photographs": { "label": "photographs" } } }', false],
      ['{ "elements": { "photographs": { "severity": "warn" } } }', false],
      ['{ "elements": { "photographs": { "question": "Say what." } } }', false],
      ['{ "elements": { "Photographs": {} } }', false],
      ['{ "elements": [] }', false],
      ['{ "rules": { "lot-missing": "warn" } }', false],
      ['{ "rules": [] }', false],
      ['{ "payer": "Aetna" }', false],
      ['{ "documents": ["plaintext"] }', false],
      ['{ "documents": { "plaintext": 1 } }', false],
      ['{ "exclude": { "archive": true, "**/drafts/*.txt": false } }', true],
      ['{ "exclude": ["archive"] }', false],
      ['{ "exclude": { "archive": 1 } }', false],
      ['{ "exclude": { "/archive": true } }', false],
      ['{ "exclude": { "..": true } }', false],
      ['{ "dateOfService": "4/14/2026" }', false],
      ['{ "maxDocumentSize": 0 }', false],
      ['{ "maxDocumentSize": 1.5 }', false],
      ['{ "payr": "aetna" }', false],
      ['[]', false],
    ] as const) {
      it(text, () => {
        assert.equal(isValid(JSON.parse(text)), expected);
        assert.equal(parseConfiguration(text).problems.length === 0, expected);
      });
    }
  });
});

describe('the settings that the documents show', () => {
  const isValid = new Ajv({ strict: false }).compile(schema);
  for (const page of ['README.md', 'docs/settings.md', 'docs/rules/README.md']) {
    it(`of ${page} are well formed`, () => {
      const shown = [...readFileSync(page, 'utf8').matchAll(/```json\n(.*?)```/gs)].map(([, json = '']) => json);
      assert.notEqual(shown.length, 0);
      for (const text of shown) {
        assert.deepEqual(parseConfiguration(text).problems, []);
        assert.ok(isValid(JSON.parse(text)));
      }
    });
  }

  it('are all told of on their own page', () => {
    const text = readFileSync('docs/settings.md', 'utf8');
    for (const name of Object.keys(defaultSettings)) {
      assert.ok(text.includes(`\n## ${name}\n`), `docs/settings.md says nothing of ${name}`);
    }
  });
});

describe('the extension', () => {
  it('runs in untrusted and virtual workspaces, and wakes for notes alone', () => {
    assert.deepEqual(manifest.capabilities, {
      untrustedWorkspaces: { supported: true },
      virtualWorkspaces: { supported: true },
    });
    for (const event of manifest.activationEvents)
      assert.match(event, /^(?:onLanguage:|workspaceContains:chartlint\.json$)/);
  });
});
