import assert from 'node:assert/strict';
import { defaultConfiguration } from '../../server/configuration';
import { readDocument } from '../../server/facts/document';
import { readEncounter } from '../../server/facts/encounter';
import { readFacts } from '../../server/facts/facts';

const cases: readonly (readonly [note: string, site: string | null, payer: string | null])[] = [
  ['Dermatology Clinic\nDate: 3/4/2025', 'office', null],
  ['LAKE SURGERY CENTER\nPayer: Medicare', 'asc', 'Medicare'],
  ['Hospital Outpatient Dept', 'outpatient-hospital', null],
  ['Infusion Suite B\nInsurance: BCBS PPO', 'infusion-center', 'BCBS PPO'],
  ['POS: 11', 'office', null],
  ['Place of service: 22', 'outpatient-hospital', null],
  ['Jones, A\nNote', null, null],
  ['POS 24', 'asc', null],
  ['Place of service: 19', 'outpatient-hospital', null],
  ['Place of service: 02', 'other', null],
  ['Place of Service: 12 - Home', 'other', null],
  ['Place of service: home', 'other', null],
  ['POS: 20', 'other', null],
  ['Site of service: ASC', 'asc', null],
  ['Location: Ambulatory Surgical Centre', 'asc', null],
  ['Location: infusion centre', 'infusion-center', null],
  ['Department: Infusion', 'infusion-center', null],
  ['Place of service: provider-based clinic', 'outpatient-hospital', null],
  ['UNIVERSITY HOSPITAL - DERMATOLOGY CLINIC', 'outpatient-hospital', null],
  ['Department: Dermatology', 'office', null],
  ['Setting: inpatient ward', 'other', null],
  // What is no place of the encounter.
  ['Location: left forearm', null, null],
  ['Infusion: none', null, null],
  ['Hospital course: long', null, null],
  ['Place of service: ***', null, null],
];
describe('encounter', () => {
  for (const [note, site, payer] of cases) {
    it(`reads place and payer of "${note.replaceAll('\n', ' / ')}"`, () => {
      const encounter = readEncounter(readDocument(`${note}\n`));
      assert.deepEqual([encounter.site, encounter.payer], [site, payer]);
    });
  }
});

describe('the day of the encounter', () => {
  const days: readonly (readonly [heading: string, day: string | null])[] = [
    ['CUTANEOUS ONCOLOGY -- VISIT 06/17/2025', '2025-06-17'],
    ['Clinic visit 2025-06-17', '2025-06-17'],
    ['Injection session 6/17/25', '2025-06-17'],
    ['Visit # 6/17/2025', '2025-06-17'],
    ['Clinic visit 3 of 6', null],
    ['Injection session 3/6', null],
  ];
  for (const [heading, day] of days) {
    it(`is ${day ?? 'not told'} in "${heading}"`, () => {
      assert.equal(readEncounter(readDocument(`${heading}\nFerris, A\n`)).date, day);
    });
  }
});

describe('the date of service that the configuration sets', () => {
  const running = `Keloid clinic
Dx: keloids of the trunk
Complaint: keloids
Meds: none
Allergies: none
Exam: keloids, firm
Anesthesia: none
Tolerance: well tolerated
Plan: return in four weeks
Running record
04/07/2026: two keloids were injected with Kenalog 10, 0.2 mL.
04/14/2026: three keloids were injected with Kenalog 10, 0.3 mL.
`;
  const read = (note: string, dateOfService: string | null) => {
    const { encounter, procedures, elements } = readFacts(note, { ...defaultConfiguration, dateOfService });
    return [encounter.date, procedures.map(({ lesions }) => lesions), elements['date-of-service'].state];
  };

  it('tells the entry of the day from those of other days', () => {
    assert.deepEqual(read(running, null), [null, [null], 'absent']);
    assert.deepEqual(read(running, '2026-04-14'), ['2026-04-14', [3], 'documented']);
    assert.deepEqual(read(running, '2026-04-07'), ['2026-04-07', [2], 'documented']);
    assert.deepEqual(read(running, '2026-05-01'), ['2026-05-01', [], 'documented']);
  });

  it('gives way to the date that the note states', () => {
    const dated = `DOS: 04/07/2026\n${running}`;
    assert.deepEqual(read(dated, '2026-04-14'), ['2026-04-07', [2], 'documented']);
  });
});
