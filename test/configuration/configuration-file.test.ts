import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultSettings, layerSettings, type Settings, selectedDocuments } from '../../server/configuration';
import { parseConfiguration } from '../../server/configuration-file';

describe('chartlint.json', () => {
  /** An element of which nothing but the name is given. */
  const plainElement = (label: string) => ({
    label,
    phrases: [],
    severity: 'warning' as const,
    question: `What, if anything, is to be recorded under "${label}"?`,
  });
  const onlyPhoto = { elements: { photo: plainElement('Photo') } };

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
    ['{ "exclude": { "archive": true, "**/*.txt": false } }', { exclude: { archive: true, '**/*.txt': false } }],
    [
      '{ "lexicon": { "agents": { "Sulodexide": { "class": "other", "synonyms": [" SLX "] }, "bleomycin": { "synonyms": ["BLX-15"] } } } }',
      {
        lexicon: {
          agents: {
            sulodexide: { class: 'other', synonyms: ['SLX'] },
            bleomycin: { class: 'antineoplastic', synonyms: ['BLX-15'] },
          },
          sites: {},
          headings: {},
        },
      },
    ],
    ['{ "elements": { "photo-consent": {} } }', { elements: { 'photo-consent': plainElement('Photo consent') } }],
    [
      '{ "rules": { "photo-missing": "hint" }, "elements": { "photo": { "label": "Photographs", "phrases": ["photos"], "severity": "off", "question": "What was photographed?" } } }',
      {
        rules: { 'photo-missing': 'hint' },
        elements: {
          photo: { label: 'Photographs', phrases: ['photos'], severity: 'off', question: 'What was photographed?' },
        },
      },
    ],
    [
      '{ "lexicon": { "sites": { "Retroauricular fold": ["RAF"] }, "headings": { "Needle log": "procedure" } } }',
      { lexicon: { agents: {}, sites: { 'retroauricular fold': ['RAF'] }, headings: { 'needle log': 'procedure' } } },
    ],
  ];
  for (const [text, given] of valid) {
    it(`reads ${text.trim() || 'an empty file'}`, () => {
      const parsed = parseConfiguration(text);
      assert.deepEqual(parsed.problems, []);
      assert.deepEqual(parsed.given, given);
      assert.deepEqual(parsed.configuration, { ...defaultSettings, ...given });
    });
  }

  const noTerms = { agents: {}, sites: {}, headings: {} };
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
    ['{ "exclude": ["archive"] }', '["archive"]', /object of globs/, { exclude: {} }],
    ['{ "exclude": { "archive": "yes" } }', '"yes"', /Expected true/, { exclude: {} }],
    ['{ "exclude": { "c:/notes": true } }', '"c:/notes"', /glob within the workspace/, { exclude: {} }],
    ['{ "exclude": { "../notes": true } }', '"../notes"', /glob within the workspace/, { exclude: {} }],
    ['{ "maxDocumentSize": 0 }', '0', /whole number/],
    ['{ "maxDocumentSize": 1e400 }', '1e400', /whole number/],
    ['{ "lexicon": [] }', '[]', /object with "agents"/, { lexicon: noTerms }],
    ['{ "lexicon": { "drugs": {} } }', '"drugs"', /no setting "drugs" here/, { lexicon: noTerms }],
    ['{ "lexicon": { "agents": ["SLX"] } }', '["SLX"]', /object of agents/, { lexicon: noTerms }],
    [
      '{ "lexicon": { "agents": { "sulodexide": {}, "zzz": { "class": "other" } } } }',
      '{}',
      /Expected a "class": "antineoplastic", /,
      { lexicon: { ...noTerms, agents: { zzz: { class: 'other', synonyms: [] } } } },
    ],
    [
      '{ "lexicon": { "agents": { "sulodexide": { "class": "steroid" } } } }',
      '"steroid"',
      /"corticosteroid"/,
      { lexicon: noTerms },
    ],
    [
      '{ "lexicon": { "agents": { "bleomycin": { "class": "other" } } } }',
      '"other"',
      /known as "antineoplastic"; leave its class out/,
      { lexicon: noTerms },
    ],
    [
      '{ "lexicon": { "agents": { "kenalog": { "class": "other" } } } }',
      '"kenalog"',
      /"kenalog" is read as "triamcinolone" already/,
      { lexicon: noTerms },
    ],
    [
      '{ "lexicon": { "agents": { "lidocaine": { "class": "other" } } } }',
      '"lidocaine"',
      /no drug of the four codes \(anesthetic\)/,
      { lexicon: noTerms },
    ],
    [
      '{ "lexicon": { "agents": { "sulodexide": { "class": "other", "synonyms": ["SLX", 7] } } } }',
      '7',
      /Expected words as a note writes them/,
      { lexicon: { ...noTerms, agents: { sulodexide: { class: 'other', synonyms: ['SLX'] } } } },
    ],
    [
      '{ "lexicon": { "sites": { "?": [], "raf": ["RAF"] } } }',
      '"?"',
      /Expected words as a note writes them/,
      { lexicon: { ...noTerms, sites: { raf: ['RAF'] } } },
    ],
    ['{ "lexicon": { "sites": { "raf": "RAF" } } }', '"RAF"', /list of other names of the site/, { lexicon: noTerms }],
    [
      '{ "lexicon": { "headings": { "needle log": "procedur" } } }',
      '"procedur"',
      /Did you mean "procedure"\?/,
      { lexicon: noTerms },
    ],
    ['{ "elements": [] }', '[]', /object of elements/, { elements: {} }],
    ['{ "elements": { "Photo": {} } }', '"Photo"', /small letters, digits and hyphens/, { elements: {} }],
    [
      '{ "elements": { "consent": {} } }',
      '"consent"',
      /set its severity under "rules", as "consent-missing"/,
      { elements: {} },
    ],
    [
      '{ "elements": { "place-of-service": {} } }',
      '"place-of-service"',
      /called "Place of service" already/,
      { elements: {} },
    ],
    [
      '{ "elements": { "photo": {}, "picture": { "label": "Photo" } } }',
      '"picture"',
      /called "Photo" already/,
      { elements: { photo: plainElement('Photo') } },
    ],
    ['{ "elements": { "photo": ["photo"] } }', '["photo"]', /object with "phrases"/, { elements: {} }],
    ['{ "elements": { "photo": { "cues": [] } } }', '"cues"', /no setting "cues" here/, onlyPhoto],
    [
      '{ "elements": { "photo": { "label": "photo: taken" } } }',
      '"photo: taken"',
      /beginning with a capital/,
      onlyPhoto,
    ],
    ['{ "elements": { "photo": { "phrases": "photo" } } }', '"photo"', /list of words/, onlyPhoto],
    ['{ "elements": { "photo": { "phrases": ["^"] } } }', '"^"', /Expected words/, onlyPhoto],
    ['{ "elements": { "photo": { "severity": "warn" } } }', '"warn"', /Expected a severity/, onlyPhoto],
    ['{ "elements": { "photo": { "question": "Photos" } } }', '"Photos"', /question mark/, onlyPhoto],
    [
      '{ "elements": { "photo": { "question": "Please document that photos were taken?" } } }',
      '"Please document that photos were taken?"',
      /suggests no answer/,
      onlyPhoto,
    ],
    [
      '{ "elements": { "photo": { "question": "What photos were taken, for reimbursement?" } } }',
      '"What photos were taken, for reimbursement?"',
      /does not speak of payment/,
      onlyPhoto,
    ],
    ['{ "rules": { "photo-missing": "off" } }', '"photo-missing"', /no rule "photo-missing"/, { rules: {} }],
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

  it('add own terms to those of a wider scope, name by name', () => {
    const agent = (synonym: string) => ({ class: 'other' as const, synonyms: [synonym] });
    const lexicon = { agents: { a1: agent('x1'), b1: agent('x2') }, sites: { fold: [] }, headings: {} };
    const given = { agents: { b1: agent('x3') }, sites: {}, headings: { log: 'procedure' as const } };
    assert.deepEqual(layerSettings({ ...defaultSettings, lexicon }, { lexicon: given }).lexicon, {
      agents: { a1: agent('x1'), b1: agent('x3') },
      sites: { fold: [] },
      headings: { log: 'procedure' },
    });
  });

  it('tell language ids from globs', () => {
    assert.deepEqual(selectedDocuments({ plaintext: true, markdown: false, '*.txt': true, 'notes/a': true }), {
      languages: ['plaintext'],
      globs: ['*.txt', 'notes/a'],
    });
  });
});
