import assert from 'node:assert/strict';
import { readDocument } from '../../server/facts/document';
import { readEncounter } from '../../server/facts/encounter';

const cases: readonly (readonly [note: string, site: string | null, payer: string | null])[] = [
  ['Dermatology Clinic\nDate: 3/4/2025', 'office', null],
  ['LAKE SURGERY CENTER\nPayer: Medicare', 'asc', 'Medicare'],
  ['Hospital Outpatient Dept', 'outpatient-hospital', null],
  ['Infusion Suite B\nInsurance: BCBS PPO', 'infusion-center', 'BCBS PPO'],
  ['POS: 11', 'office', null],
  ['Place of service: 22', 'outpatient-hospital', null],
  ['Jones, A\nNote', null, null],
];
describe('encounter', () => {
  for (const [note, site, payer] of cases) {
    it(`reads place and payer of "${note.replaceAll('\n', ' / ')}"`, () => {
      const encounter = readEncounter(readDocument(`${note}\n`));
      assert.deepEqual([encounter.site, encounter.payer], [site, payer]);
    });
  }
});
