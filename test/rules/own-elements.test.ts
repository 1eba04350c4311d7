import assert from 'node:assert/strict';
import { analyze } from '../../server/analyze';
import { type Configuration, defaultConfiguration, type OwnElement } from '../../server/configuration';
import { applyEdits } from '../../server/edits';
import { exampleNote } from '../../server/rules/example-note';

const photographs: OwnElement = {
  label: 'Photo consent',
  phrases: ['consent for photography', 'photos taken'],
  severity: 'warning',
  question: 'What, if anything, was agreed on photographs?',
};
const asking = (changed: Partial<OwnElement> = {}, rules: Configuration['rules'] = {}): Configuration => ({
  ...defaultConfiguration,
  rules,
  elements: { photo: { ...photographs, ...changed } },
});
const found = (text: string, configuration = asking()) =>
  analyze(text, { configuration }).findings.filter(({ rule }) => rule === 'photo-missing');
const rulesOf = (text: string) => analyze(text, { configuration: asking() }).findings.map(({ rule }) => rule);

describe('an element of the configuration', () => {
  it('is reported at the injection of a note that lacks it, as one of the checklist is', () => {
    const text = exampleNote();
    const [finding] = found(text);
    assert.ok(finding);
    assert.equal(finding.severity, 'warning');
    assert.equal(finding.message, 'The note of this injection does not mention "Photo consent".');
    assert.equal(text.slice(finding.span.start, finding.span.end), 'injected');
    assert.deepEqual(
      finding.fixes.map(({ kind, title }) => `${kind}: ${title}`),
      ['field: Insert an open field: Photo consent', 'query: Insert a query to the clinician: photo consent'],
    );
  });

  for (const [how, text] of [
    ['a phrase', exampleNote({ consent: 'Consent for photography and for the injection was given.' })],
    [
      'a phrase over a line break',
      exampleNote({
        consent:
          'Consent: written, after risks and alternatives were discussed with the patient; consent for\nphotography was given too.',
      }),
    ],
    ['a phrase in other characters', exampleNote({ lot: 'PHOTOS\u00a0taken of each lesion.' })],
    ['a field of its name', exampleNote({ lot: 'Photo consent: on file' })],
    ['a mention that denies it', exampleNote({ lot: 'No photos taken.' })],
  ] as const) {
    it(`is documented by ${how}`, () => assert.deepEqual(found(text), []));
  }

  for (const [where, text] of [
    ['the history', exampleNote({ visit: 'Past history\nPhotos taken in 2019.\n' })],
    ['a query to the clinician', exampleNote({ after: '\nQuery to clinician\nLot: Photos taken? Answer: 4' })],
    ['an entry of another day', exampleNote({ visit: '01/10/2025: photos taken.\n' })],
  ] as const) {
    it(`is not documented by ${where}`, () => assert.equal(found(text).length, 1));
  }

  it('is not looked for where nothing was injected', () => {
    assert.deepEqual(found('Date of service: 03/14/2025\nInjection deferred today.\n'), []);
  });

  for (const ending of ['\n', '\r\n']) {
    it(`is open once its field stands in the note, and reported as that (${JSON.stringify(ending)})`, () => {
      const text = exampleNote().replaceAll('\n', ending);
      const fix = found(text)[0]?.fixes.find(({ kind }) => kind === 'field');
      assert.ok(fix);
      const edited = applyEdits(text, fix.edits);
      assert.ok(edited.includes(`${ending}Photo consent: ***`));
      assert.deepEqual(found(edited), []);
      assert.ok(rulesOf(edited).includes('placeholder-unfilled'));
      assert.deepEqual(found(edited.replace('***', 'signed')), []);
    });

    it(`waits for the answer to its query (${JSON.stringify(ending)})`, () => {
      const text = exampleNote().replaceAll('\n', ending);
      const fix = found(text)[0]?.fixes.find(({ kind }) => kind === 'query');
      assert.ok(fix);
      const edited = applyEdits(text, fix.edits);
      assert.ok(edited.includes('agreed on photographs? Answer: ____  [ ] unable to determine'));
      assert.deepEqual(found(edited), []);
      const rules = rulesOf(edited);
      assert.ok(rules.includes('placeholder-unfilled') && !rules.includes('query-leading'));
      const open = analyze(edited, { configuration: asking() }).findings.find(
        ({ rule }) => rule === 'placeholder-unfilled',
      );
      assert.equal(open?.message, 'A query to the clinician is not answered: photo consent.');
    });
  }

  it('leaves the fields of the checklist theirs', () => {
    const text = exampleNote({ consent: 'Photo consent: ***' });
    const rules = rulesOf(text);
    assert.ok(rules.includes('consent-missing') && !rules.includes('photo-missing'));
    assert.ok(!rulesOf(exampleNote({ consent: 'Consent: ***' })).includes('consent-missing'));
  });

  it('takes its severity from the element, and from "rules" before that', () => {
    const severities = (configuration: Configuration) =>
      found(exampleNote(), configuration).map(({ severity }) => severity);
    assert.deepEqual(severities(asking({ severity: 'hint' })), ['hint']);
    assert.deepEqual(severities(asking({ severity: 'off' })), []);
    assert.deepEqual(severities(asking({}, { 'photo-missing': 'error' })), ['error']);
    assert.deepEqual(severities(asking({}, { 'photo-missing': 'off' })), []);
  });

  it('changes no other finding', () => {
    const text = exampleNote({ consent: null, charges: 'Charges: 96406' });
    const others = analyze(text, { configuration: asking() }).findings.filter(({ rule }) => rule !== 'photo-missing');
    assert.deepEqual(others, analyze(text).findings);
  });
});
