import assert from 'node:assert/strict';
import { readFacts } from '../../server/facts/facts';
import { spelledAgents as agents } from '../../server/knowledge/agent-spellings';

const note = (procedure: string): string =>
  `Dermatology Clinic\nDOS: 6/4/2024\nDx: keloids\n\nProcedure\n${procedure}\nTolerated well.\n`;

/** Amount of each procedure with unit, then what was discarded and the container where the note tells of them. */
const supplyIn = (text: string): string =>
  readFacts(text)
    .procedures.map(({ supply }) => {
      if (supply === null) return 'not settled';
      const discarded = supply.discarded === null ? '' : `, ${supply.discarded} discarded`;
      return `${supply.amount} ${supply.unit}${discarded}${supply.container === null ? '' : `, ${supply.container}`}`;
    })
    .join(' | ');

const cases: Readonly<Record<string, readonly (readonly [procedure: string, supply: string])[]>> = {
  'a stated total': [
    ['Three keloids were injected with triamcinolone 10 mg/mL, total dose 12 mg.', '12 mg'],
    ['Three keloids were injected with triamcinolone 10 mg/mL, 1.2 mL in all.', '12 mg'],
    ['Three keloids were injected with triamcinolone 10 mg/cc. Total volume: 1.2 cc.', '12 mg'],
    ['A total of 1.2 mL of methotrexate 25 mg/mL was injected into three nodules.', '30 mg'],
    ['Three keloids were injected with triamcinolone, 20 mg total.', '20 mg'],
    ['Three keloids were injected with triamcinolone 10 mg/mL, 1,5 mL total.', '15 mg'],
    ['Three warts were injected with interferon alfa-2b, 1,500,000 units total.', '1500000 IU'],
    ['Three keloids were injected with triamcinolone, 1.2 mL in all.', 'not settled'],
    ['Three keloids were injected with triamcinolone 10 mg/mL.', 'not settled'],
    ['Three keloids were injected with triamcinolone 10 mg/mL, 1.2 mL.', 'not settled'],
    ['Three keloids were injected with triamcinolone, cumulative total 120 mg to date.', 'not settled'],
    ['Three keloids were injected with triamcinolone 10 mg/mL. Maximum total dose is 40 mg.', 'not settled'],
    ['Three keloids were injected with triamcinolone 10 mg/mL, total about 1 mL.', 'not settled'],
    ['Three keloids were injected with triamcinolone 10 mg/mL, total 1-2 mL.', 'not settled'],
  ],
  'the same for each lesion': [
    ['Three keloids were injected with triamcinolone 10 mg/mL, 0.4 mL each.', '12 mg'],
    ['Three keloids were injected with triamcinolone 10 mg/mL, 0.4 mL per lesion.', '12 mg'],
    ['Three keloids were injected with triamcinolone 10 mg/mL, 0.4cc/lesion.', '12 mg'],
    ['Three keloids were injected with triamcinolone 10 mg/mL, .4 mL into each.', '12 mg'],
    ['Three keloids were injected with triamcinolone; each keloid received 4 mg.', '12 mg'],
    [
      'Three keloids of the anterior chest were injected with triamcinolone 10 mg/mL, 0.4 mL\neach, without trouble.',
      '12 mg',
    ],
    ['Triamcinolone 4 mg was injected into each of three keloids.', '12 mg'],
    ['Three keloids were injected with triamcinolone 2.5 mg/0.1 mL, 0.2 mL each.', '15 mg'],
    ['Several keloids were injected with triamcinolone 10 mg/mL, 0.4 mL each.', 'not settled'],
    ['Three keloids were injected with triamcinolone 10 mg/mL, about 0.4 mL each.', 'not settled'],
    ['Three keloids were injected with triamcinolone 10 mg/mL, up to 0.4 mL each.', 'not settled'],
    ['Three keloids were injected with triamcinolone 10 mg/mL, 0.2-0.4 mL each.', 'not settled'],
    ['Three keloids were injected with triamcinolone 10 mg/mL, 0.2 to 0.4 mL each.', 'not settled'],
    ['One plaque was injected with triamcinolone 10 mg/mL in five punctures of 0.1 mL each.', 'not settled'],
    ['One large plaque was injected with triamcinolone 10 mg/mL, 0.1 mL per puncture.', 'not settled'],
  ],
  'a list lesion by lesion': [
    [
      'Keloids injected with triamcinolone 10 mg/mL:\n1. left ear 0.2 mL\n2. right ear 0.3 mL\n3. chest 0.5 mL',
      '10 mg',
    ],
    [
      'Keloids injected with triamcinolone 10 mg/mL:\n1. left ear 0.2 mL\n2. right ear 0.2-0.3 mL\n3. chest 0.5 mL',
      'not settled',
    ],
  ],
  'several statements': [
    ['Three keloids were injected with triamcinolone 10 mg/mL, 0.4 mL each, 1.2 mL in all (12 mg total).', '12 mg'],
    ['Three keloids were injected with triamcinolone 10 mg/mL, 0.4 mL each, 2 mL in all.', 'not settled'],
    ['Three keloids were injected with triamcinolone 10 mg/mL, total 1.2 mL. Total dose 15 mg.', 'not settled'],
  ],
  strengths: [
    ['Two keloids were injected with Kenalog 10 mg/mL, 1 mL in all.', '10 mg'],
    ['Two keloids were injected with Kenalog-40, 0.5 mL in all.', '20 mg'],
    ['Two keloids were injected with K10, 1 mL total.', '10 mg'],
    ['Two keloids were injected with Kenalog 10 mg, 1 mL total.', 'not settled'],
    ['Two keloids were injected with Kenalog 40 mg/mL diluted to 10 mg/mL, 1 mL in all.', 'not settled'],
    ['Two keloids were injected with Kenalog 40 mg/mL diluted 1:3, 1 mL in all.', 'not settled'],
    ['Two keloids were injected with Kenalog 40 mg/mL with 1% lidocaine, 1 mL in all.', 'not settled'],
    ['Two keloids were injected with Kenalog 40 mg/mL in saline, 1 mL in all.', 'not settled'],
    // What is stated as an amount of the drug needs no strength.
    ['Two keloids were injected with Kenalog 40 mg/mL diluted 1:3, total dose 10 mg.', '10 mg'],
  ],
  'other drugs': [
    [
      '2 mL of 1% lidocaine was infiltrated in total. Two keloids were injected with triamcinolone 10 mg/mL, 0.5 mL each.',
      '10 mg',
    ],
    [
      '- Two keloids were injected with triamcinolone 10 mg/mL, 0.5 mL each.\n- Three warts were injected with bleomycin 1 U/mL, 0.2 mL each.',
      '10 mg | 0.6 U',
    ],
    [
      'Two keloids were injected with triamcinolone 10 mg/mL, 0.5 mL each. Three warts were injected with bleomycin 1 U/mL, 0.2 mL each.',
      'not settled | not settled',
    ],
    ['Lidocaine 1%, 2 mL total. Two keloids were injected with triamcinolone 10 mg/mL.', 'not settled'],
    ['Two keloids were injected with triamcinolone 10 mg/mL and fluorouracil 50 mg/mL, 1 mL in all.', 'not settled'],
  ],
  'what was discarded': [
    [
      'Two nodules were injected with methotrexate 25 mg/mL, 1 mL in all. 1 mL wasted from a single-dose vial.',
      '25 mg, 25 discarded, single-dose',
    ],
    [
      'Two nodules were injected with methotrexate 25 mg/mL, 1 mL in all. Wasted: 25 mg. SDV.',
      '25 mg, 25 discarded, single-dose',
    ],
    [
      'Two nodules were injected with methotrexate 25 mg/mL, 1 mL in all. Single-use vial, no waste.',
      '25 mg, 0 discarded, single-dose',
    ],
    ['Two nodules were injected with methotrexate 25 mg/mL, 1 mL in all. Multi-dose vial.', '25 mg, multi-dose'],
    ['Two nodules were injected with methotrexate 25 mg/mL, 1 mL in all.', '25 mg'],
    ['Two nodules were injected with methotrexate 25 mg/mL, 1 mL in all. About 1 mL wasted.', '25 mg'],
  ],
};

describe('the drug supplied', () => {
  for (const [from, rows] of Object.entries(cases)) {
    describe(`from ${from}`, () => {
      for (const [procedure, expected] of rows) {
        it(`${procedure.replaceAll('\n', ' / ')} -> ${expected}`, () =>
          assert.equal(supplyIn(note(procedure)), expected));
      }
    });
  }

  it('is none where the note tells of another day', () => {
    assert.equal(supplyIn(note('05/01/2024: two keloids injected with triamcinolone 10 mg/mL, 1 mL in all.')), '');
  });

  /** Each row of the table of drug codes, in the words and the unit in which notes give the drug. */
  const rows: readonly (readonly [agent: string, injected: string, supply: string])[] = [
    ['bleomycin', 'bleomycin 1 U/mL, total 0.7 mL', '0.7 U'],
    ['bleomycin', 'bleomycin 1 unit/mL, 0.5 units total', '0.5 U'],
    ['bleomycin', 'bleomycin, 1,500 IU total', 'not settled'],
    ['fluorouracil', '5-FU 50 mg/mL, total 2.5 mL', '125 mg'],
    ['methotrexate', 'MTX 25 mg/mL, total 2.4 mL', '60 mg'],
    ['vinblastine', 'vinblastine 0.2 mg/mL, total 1 mL', '0.2 mg'],
    ['vincristine', 'vincristine 1 mg/mL, total 1 mL', '1 mg'],
    ['cisplatin', 'cisplatin 1 mg/mL, total 12 mL', '12 mg'],
    ['doxorubicin', 'doxorubicin 2 mg/mL, total 5 mL', '10 mg'],
    ['mitomycin', 'mitomycin C 0.5 mg/mL, total 4 mL', '2 mg'],
    ['talimogene laherparepvec', 'T-VEC 10^8 PFU/mL, total 4 mL', '400000000 PFU'],
    ['talimogene laherparepvec', 'Imlygic 10^6 PFU/mL, total 4 mL', '4000000 PFU'],
    ['interferon alfa-2b', 'interferon alfa-2b, 3 million units total', '3000000 IU'],
    ['interferon alfa-2b', 'Intron A, total 5 MIU', '5000000 IU'],
    ['interferon alfa-2a', 'Roferon-A, 3 million IU total', '3000000 IU'],
    ['interferon gamma-1b', 'interferon gamma-1b, 3 million IU total', '3000000 IU'],
    ['aldesleukin', 'aldesleukin, 22 MIU total', 'not settled'],
    ['triamcinolone', 'triamcinolone 10 mg/mL, total 2 mL', '20 mg'],
    ['betamethasone', 'Celestone 6 mg/mL, total 0.5 mL', '3 mg'],
    ['dexamethasone', 'dexamethasone 4 mg/mL, total 1.5 mL', '6 mg'],
    ['methylprednisolone', 'Depo-Medrol 40 mg/mL, total 0.5 mL', '20 mg'],
    ['cidofovir', 'cidofovir 15 mg/mL, total 2 mL', '30 mg'],
    ['hyaluronidase', 'hyaluronidase 150 units/mL, total 1 mL', '150 U'],
  ];
  for (const [agent, injected, expected] of rows) {
    it(`of ${agent}: ${injected} -> ${expected}`, () => {
      const text = note(`Three warts were injected intralesionally with ${injected}.`);
      assert.deepEqual(
        readFacts(text).procedures.map(({ agent: read }) => read),
        [agent],
      );
      assert.equal(supplyIn(text), expected);
    });
  }
  it('is tried for every agent of the four codes that has a drug code', () => {
    const coded = agents.filter(({ hcpcs, class: kind }) => hcpcs.length > 0 && kind !== 'own-code');
    assert.deepEqual([...new Set(rows.map(([agent]) => agent))].sort(), coded.map(({ name }) => name).sort());
  });
});
