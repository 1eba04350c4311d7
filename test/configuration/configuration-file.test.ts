import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultSettings, layerSettings, type Settings, selectedDocuments } from '../../server/configuration';
import { parseConfiguration } from '../../server/configuration-file';

describe('chartlint.json', () => {
  const valid: [text: string, given: Partial<Settings>][] = [
    ['', {}],
    ['  // nothing yet\n', {}],
    ['{}', {}],
    ['\uFEFF{ "payer": "aetna" }', { payer: 'aetna' }],
    ['{ "$schema": "./x.json", "payer": null }', { payer: null }],
    ['{ "dateOfService": "2024-02-29", }', { dateOfService: '2024-02-29' }],
    [
      '{ "rules": { "lot-missing": "off", /* loud */ "dose-missing": "error" } }',
      { rules: { 'lot-missing': 'off', 'dose-missing': 'error' } },
    ],
    [
      '{ "documents": { "plaintext": true, "notes/**/*.md": false } }',
      { documents: { plaintext: true, 'notes/**/*.md': false } },
    ],
    ['{ "maxDocumentSize": 10 }', { maxDocumentSize: 10 }],
  ];
  for (const [text, given] of valid) {
    it(`reads ${text.trim() || 'an empty file'}`, () => {
      const parsed = parseConfiguration(text);
      assert.deepEqual(parsed.problems, []);
      assert.deepEqual(parsed.given, given);
      assert.deepEqual(parsed.configuration, { ...defaultSettings, ...given });
    });
  }

  /** The part of the text that each problem marks, and what its message says. */
  const invalid: [text: string, marked: string, message: RegExp, given?: Partial<Settings>][] = [
    ['[1]', '[1]', /object of settings/],
    ['{ "rules": "off" }', '"off"', /object of rule ids/, { rules: {} }],
    [
      '{ "rules": { "lot-mising": "off" } }',
      '"lot-mising"',
      /no rule "lot-mising"\. Did you mean "lot-missing"\?/,
      { rules: {} },
    ],
    [
      '{ "rules": { "lot-missing": "warn", "dose-missing": "off" } }',
      '"warn"',
      /severity for lot-missing/,
      { rules: { 'dose-missing': 'off' } },
    ],
    ['{ "rules": { "lot-missing": "eror" } }', '"eror"', /Did you mean "error"\?/, { rules: {} }],
    ['{ "payer": "Medicare" }', '"Medicare"', /Did you mean "medicare"\?/],
    ['{ "payer": 7, "maxDocumentSize": 9 }', '7', /Expected a payer/, { maxDocumentSize: 9 }],
    ['{ "dateOfService": "2026-02-31" }', '"2026-02-31"', /YYYY-MM-DD/],
    ['{ "dateOfService": "4/14/2026" }', '"4/14/2026"', /YYYY-MM-DD/],
    ['{ "documents": ["plaintext"] }', '["plaintext"]', /object of language ids or globs/, { documents: {} }],
    ['{ "documents": { "plaintext": "yes" } }', '"yes"', /Expected true/, { documents: {} }],
    ['{ "maxDocumentSize": 0 }', '0', /whole number/],
    ['{ "maxDocumentSize": 1e400 }', '1e400', /whole number/],
    ['{ "payr": "aetna" }', '"payr"', /no setting "payr"\. Did you mean "payer"\?/],
    ['{ "payer": "aetna" "rules": {} }', '"rules"', /not valid JSON: comma expected/, { payer: 'aetna', rules: {} }],
  ];
  for (const [text, marked, message, given = {}] of invalid) {
    it(`points at ${marked} in ${text}`, () => {
      const parsed = parseConfiguration(text);
      assert.deepEqual(
        parsed.problems.map(({ span }) => text.slice(span.start, span.end)),
        [marked],
      );
      assert.match(parsed.problems[0]?.message ?? '', message);
      assert.deepEqual(parsed.given, given);
    });
  }

  it('survives settings nested past the stack', () => {
    const { problems, configuration } = parseConfiguration('['.repeat(200_000));
    assert.match(problems[0]?.message ?? '', /nested too deeply/);
    assert.deepEqual(configuration, defaultSettings);
  });

  it('survives any text, with problems inside it and settings that are well formed', () => {
    const json = fc.json().map((text) => `{ "rules": ${text}, "documents": ${text}, "payer": ${text} }`);
    fc.assert(
      fc.property(fc.oneof(fc.string(), json), (text) => {
        const { problems, configuration } = parseConfiguration(text);
        for (const { span } of problems)
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
        assert.deepEqual(Object.keys(configuration), Object.keys(defaultSettings));
      }),
    );
  });
});

describe('settings', () => {
  it('merge objects by key and replace the rest', () => {
    const base = { ...defaultSettings, rules: { 'lot-missing': 'off' as const }, documents: { plaintext: true } };
    const layered = layerSettings(base, {
      rules: { 'dose-missing': 'hint' },
      documents: { plaintext: false },
      payer: 'cigna',
    });
    assert.deepEqual(layered, {
      ...defaultSettings,
      rules: { 'lot-missing': 'off', 'dose-missing': 'hint' },
      documents: { plaintext: false },
      payer: 'cigna',
    });
  });

  it('tell language ids from globs', () => {
    assert.deepEqual(selectedDocuments({ plaintext: true, markdown: false, '*.txt': true, 'notes/a': true }), {
      languages: ['plaintext'],
      globs: ['*.txt', 'notes/a'],
    });
  });
});
