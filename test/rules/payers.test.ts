import assert from 'node:assert/strict';
import { analyze } from '../../server/analyze';
import { type Configuration, defaultConfiguration, type PayerId, payerIds } from '../../server/configuration';
import { payerOf, payerProfile } from '../../server/knowledge/payers';
import { exampleNote } from '../../server/rules/example-note';

describe('the payer of a note', () => {
  for (const [written, setting, expected] of [
    [null, null, null],
    [null, 'aetna', 'aetna'],
    ['Medicare', null, 'medicare'],
    ['MEDICARE PART B', 'aetna', 'medicare'],
    ['Aetna PPO', 'medicare', 'aetna'],
    ['Blue Cross Blue Shield of Texas', null, 'bcbs'],
    ['BCBS PPO', null, 'bcbs'],
    ['Anthem HMO', null, 'bcbs'],
    ['Cigna Open Access Plus', null, 'cigna'],
    ['UHC Choice', null, 'unitedhealthcare'],
    ['United Healthcare', null, 'unitedhealthcare'],
    // A payer that is written and not known is no reason to take another.
    ['Oscar Health', 'medicare', null],
    ['self-pay', 'medicare', null],
    // A plan in place of Medicare has rules of its own.
    ['Aetna Medicare Advantage', null, null],
    ['Medicare Advantage', null, null],
    ['UnitedHealthcare Medicare', null, null],
    ['Medicare Part B, secondary BCBS', null, 'medicare'],
    ['Medicare with Aetna supplement', null, 'medicare'],
    ['Medicaid', null, null],
    ['Independence Blue Cross', null, 'bcbs'],
    ['Horizon BCBSNJ', null, 'bcbs'],
    // Of the name alone there are others.
    ['Horizon Medical Group', null, null],
  ] as const) {
    it(`is ${expected} for "${written}", setting ${setting}`, () => assert.equal(payerOf(written, setting), expected));
  }

  it('has a profile for each payer of the settings', () => {
    for (const id of payerIds) {
      const profile = payerProfile(id);
      assert.ok(profile !== undefined && profile.modifier25.length > 0 && profile.documentation.length > 0);
    }
  });
});

describe('what is known of a payer', () => {
  const unsupported = (place: string | null) =>
    exampleNote({
      ...(place === null ? {} : { place }),
      visit: 'A significant, separately identifiable evaluation was performed.\n',
      charges: 'Charges: 99213-25, 96405',
    });
  const evidenceOf = (text: string, rule: string, payer: PayerId | null = null) => {
    const configuration: Configuration = { ...defaultConfiguration, payer };
    const finding = analyze(text, { configuration }).findings.find((each) => each.rule === rule);
    assert.ok(finding, `${rule} is not found`);
    return finding.evidence
      .filter(({ says }) => / on (?:modifier 25|documentation)|on whose rules/.test(says))
      .map(({ span, says }) => `"${text.slice(span.start, span.end)}": ${says}`);
  };

  it('stands with a finding on modifier 25, at the payer of the note', () => {
    assert.deepEqual(evidenceOf(unsupported('Payer: Cigna PPO'), 'modifier-25-unsupported'), [
      '"Cigna PPO": Cigna on modifier 25: Notes were to be sent with every 99212 to 99215 with modifier 25 beside a minor procedure from 2023-05-25; delayed, under review (delayed, 2023-05-25)',
    ]);
  });

  it('stands at the finding where the settings name the payer', () => {
    assert.deepEqual(evidenceOf(unsupported(null), 'modifier-25-unsupported', 'aetna'), [
      '"-25": Aetna on modifier 25: No policy text of its own on modifier 25 is in the data (no data)',
    ]);
  });

  it('is that there is no data, for a payer without a profile', () => {
    assert.deepEqual(evidenceOf(unsupported('Payer: Oscar Health'), 'modifier-25-unsupported', 'medicare'), [
      '"Oscar Health": names a payer on whose rules for modifier 25 there is no data',
    ]);
  });

  it('is nothing where no payer is named', () => {
    assert.deepEqual(evidenceOf(unsupported(null), 'modifier-25-unsupported'), []);
  });

  it('stands with an antineoplastic drug for benign disease', () => {
    const text = exampleNote({ place: 'Payer: Cigna', diagnosis: 'Diagnosis: keloids of the left leg' });
    assert.deepEqual(evidenceOf(text, 'benign-indication'), [
      '"Cigna": Cigna on documentation: No text on an antineoplastic drug for benign disease is in the data (no data)',
    ]);
  });

  it('changes no conclusion and no severity but where it bears on it', () => {
    const text = unsupported(null);
    const severities = (payer: PayerId | null) =>
      analyze(text, { configuration: { ...defaultConfiguration, payer } }).findings.map(({ rule, severity, message }) =>
        [rule, severity, message].join(' '),
      );
    for (const id of payerIds) assert.deepEqual(severities(id), severities(null));
    const nurse = exampleNote({ charges: 'Charges: 99211, 96405' });
    const of = (payer: PayerId | null, rules: Configuration['rules'] = {}) =>
      analyze(nurse, { configuration: { ...defaultConfiguration, payer, rules } }).findings.find(
        ({ rule }) => rule === 'em-99211-with-chemotherapy',
      )?.severity;
    assert.deepEqual([of('medicare'), of('cigna'), of(null)], ['warning', 'information', 'information']);
    // What a user sets counts before what is known.
    assert.equal(of('medicare', { 'em-99211-with-chemotherapy': 'hint' }), 'hint');
  });
});
