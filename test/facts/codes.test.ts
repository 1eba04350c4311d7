import assert from 'node:assert/strict';
import { readCodes } from '../../server/facts/codes';
import { readDocument } from '../../server/facts/document';

const read = (line: string) => {
  const document = readDocument(`Dermatology Clinic\nDOS: 03/04/2025\n\n${line}\n`);
  return { document, ...readCodes(document) };
};

const written: readonly (readonly [line: string, codes: string])[] = [
  ['Codes: 99213 25, 11900', '99213-25 11900'],
  ['Codes: 99214 mod 25; 96405', '99214-25 96405'],
  ['99215-25-GC / 96406', '99215-25-GC 96406'],
  ['CPT: 45384, 59', '45384-59'],
  ['CPT: 64483 LT, 64483-RT', '64483-LT 64483-RT'],
  ['Billing: 99214 with modifier 25, 11901 times three', '99214-25 11901'],
  ['Level of service: 99214, 25 modifier', '99214-25'],
  ['E/M: 99213\nModifier: 25\nCPT: 11900', '99213-25 11900'],
  ['Billing: 99213/25, 11900/59', '99213-25 11900-59'],
  ['Codes: 99214-25 11901-59 J3301-JZ x4', '99214-25 11901-59 J3301-JZ'],
  ['Charges: J3301 \u00d7 3; 11900 \u2013 25', 'J3301 11900-25'],
  ['Superbill: [x] 11900  [ ] 11901  [x] 99213', '11900 99213'],
  ['Charges: 11900 \u2612  11901 \u2610', '11900'],
  ['CODES\n| CPT | Mod | Units |\n| 99213 | 25 | 1 |\n| 11900 |  | 6 |', '99213-25 11900'],
  ['Bill nine nine two one three with modifier twenty-five and one one nine zero zero.', '99213-25 11900'],
  ['Charge is one one nine zero zero, 11900.', '11900'],
  ['Billing: 96405 (1-7 lesions), 99213', '96405 99213'],
  ['96405 was dropped by the order set', '96405'],
  ['G0463-25, 96405', 'G0463-25 96405'],
  ['Charges are 11901 and 99213 with the 25 modifier.', '11901 99213-25'],
  ['Charges   99215-25   96405   J9325x260   J9325JW x140', '99215-25 96405 J9325 J9325-JW'],
  ['#1 Cyst, 3 cc pus, packed 1/4". Pull packing 48h. 10060', '10060'],
  ['#2 AKs face LN2 x9, 17000 + 17003 x8. Blister care.', '17000 17003'],
  ['Condylomata injected through the scope. Sitz baths.\n46600', '46600'],
  ['To be coded 99212 and 11900.', '99212 11900'],
  ['Coding (for 11900 vs 11901 see policy): 11900', '11900'],
  ['Charge is one one nine zero zero, 96405.', '96405'],
];
const aside: readonly (readonly [line: string, codes: string])[] = [
  ['Prior authorization obtained for 96405 and J9040.', ''],
  ['We will bill 96405 next visit.', ''],
  ['Address: 12 Elm St, San Diego, CA 92004', ''],
  ['MRN 99213  Phone 555-0123', ''],
  ['Lot J9040. Kenalog.', ''],
  ['Charges: 96406 deleted, do not bill. 96405', '96405'],
  ['Charges: 96405, 96406\nAddendum: 96406 entered in error, do not bill.', '96405'],
  ['Billing: 96405 (not 96406)', '96405'],
  ['Billing: changed from 96406 to 96405', '96405'],
  ['~~96406~~ 96405', '96405'],
  ['Dr. Smith bills 99204 separately. Charge: 11900', '11900'],
  ['Policy: 96405 is not reported with 96406.', ''],
  ['Choose 11900 for 1-7 lesions, 11901 for 8 or more.', ''],
  ['2/3/2024: 11900 for 5 lesions', ''],
  ['Complications: {None/Other:60141}', ''],
  ['Estimate handed to patient (not charges): 11443 x 2; 11900 x 4 visits', ''],
  ['Intralesional methotrexate later, quoted him 96405.', ''],
  ['If this one thickens, triamcinolone at suture removal, 11900 then.', ''],
  ['PA submitted for 96405 and J9260.', ''],
  ['----- carried forward from 02/04/2025 -----\nA/P: acne\n99213-25, 11901\n-----', ''],
  ['Your reviewer states that 11901 would be the correct code.', ''],
  ['Counts at the last two visits of 11200, 12400. She feels well.', ''],
  ['Charges: 11901 and J3301 entered by the macro, both voided. 99213', '99213'],
  ['Charges: 96406 + J9325 x4 - CANCELLED, not given.', ''],
  ['Charges: 11900, 11901 deleted.', '11900'],
  ['Charges: 96405, J9040; 96406 and J9325 deleted.', '96405 J9040'],
  ['Prior auth (96405, J9040) sent today.', ''],
  ['PA (11901) was sent, form in chart.', ''],
  ['Given by the PA (96405) today.', '96405'],
  ['PROC 11901   RX J3301, 90715', '11901 J3301 90715'],
  ['Rx 11901, refill called in.', ''],
];

describe('codes', () => {
  for (const [line, codes] of [...written, ...aside]) {
    it(`reads "${line.replaceAll('\n', ' / ')}" as ${codes || 'none'}`, () => {
      assert.equal(
        read(line)
          .codes.map(({ text }) => text)
          .join(' '),
        codes,
      );
    });
  }

  for (const [line, units] of [
    ['Codes: 11900 x 6', 6],
    ['Codes: 11900 x6', 6],
    ['Codes: 11900 times three', 3],
    ['Codes: 11900 (2 units)', 2],
    ['Codes: 11900 qty 2', 2],
    ['Codes: 11900, 6 units', 6],
    ['Codes: 11900 x 2 lesions', 1],
    ['Codes: 11900', 1],
  ] as const) {
    it(`reads the units of "${line}" as ${units}`, () => {
      assert.deepEqual(
        read(line).codes.map((code) => code.units),
        [units],
      );
    });
  }

  it('takes one separator along when a code is removed', () => {
    const { document, codes } = read('Codes: 99213-25, 96405 x 2; J9040');
    const removed = codes.map(({ removalSpan: { start, end } }) => document.text.slice(start, end));
    assert.deepEqual(removed, ['99213-25, ', ', 96405 x 2', '; J9040']);
  });

  it('counts a title apart from the list of charges', () => {
    const { codes } = read('Codes: 96405, 96405-59');
    assert.deepEqual(
      codes.map(({ chargeList }) => chargeList),
      [0, 0],
    );
  });
});
