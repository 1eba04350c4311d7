import assert from 'node:assert/strict';
import { readDocument } from '../../server/facts/document';
import { readFacts } from '../../server/facts/facts';
import { allBenign, indicationsFor, readIndications } from '../../server/facts/indications';

/** Whether all that is named for the injection is benign: `none` where nothing is named, `null` where it is not said. */
const cases: readonly (readonly [note: string, benign: string])[] = [
  ['Dx: plantar warts', 'true'],
  ['Keloid, presternal, with a satellite. 5-FU injected.', 'true'],
  ['Melanoma with a satellite. T-VEC injected.', 'false'],
  ['Dx: verrucae. Lesion over the 1st met head injected.', 'true'],
  ['Dx: SCC of the lip', 'false'],
  ['Bleomycin injected into 3 lesions of the hand.', 'none'],
  ['Keratoacanthoma L forearm injected with MTX.', 'false'],
  ['Dx: L91.0', 'true'],
  ['ICD: C44.629', 'false'],
  ['Family history: melanoma\nBleomycin into spots.', 'none'],
  ['PMH: melanoma 2012\nDx: keloids chest. 5-FU injected.', 'true'],
  ['Dx: recalcitrant VV, B07.8', 'true'],
  ['Dx: Kaposi sarcoma', 'false'],
  ['Rule out SCC. Lesion injected.', 'none'],
  ['Dx: in-transit melanoma', 'false'],
  ['Her mother had melanoma. Warts injected with bleomycin.', 'true'],
  ['Dx: HS Hurley II', 'true'],
  ['Dx: mycosis fungoides tumors', 'false'],
  ['Dx: AK', 'true'],
  ['Dx: SCCis', 'false'],
  ['h/o BCC. Keloid of ear injected with 5-FU.', 'true'],
  ['Dx: hypertrophic scar', 'true'],
  ['Dx: metastatic breast cancer to skin', 'false'],
  ['Assessment\n1. Eczema - triamcinolone cream\n2. Warts - bleomycin injected', 'true'],
  ['Assessment\n1. Melanoma, remote, NED\n2. Plantar warts: bleomycin IL injected today', 'true'],
  ['CC: KELOID INJECTION', 'true'],
  ['Dx: Merkel cell carcinoma', 'false'],
  ['Dx: lymphomatoid papulosis', 'false'],
  ['Dx: molluscum', 'true'],
  ['Dx: Bowen disease', 'false'],
  ['Bump on nose injected.', 'none'],
  ['Dx: cutaneous leishmaniasis', 'true'],
  ['No melanoma. Site injected.', 'none'],
  ['Dx: sarcoidosis plaques', 'true'],
  ['Dx: D48.5', 'null'],
  ['Dx: L85.8', 'null'],
  ['Dx: nodulocystic acne', 'true'],
  ['Dx: chondrodermatitis', 'true'],
  ['Dx: ganglion-like mucous cyst', 'true'],
  ['Dx: infantile hemangioma', 'true'],
  ['Dx: lichen sclerosus', 'true'],
  ['Dx: erosive LP', 'true'],
  ['Dx: pyogenic granuloma', 'true'],
  ['Dx: necrobiosis', 'true'],
  ['Dx: chalazion', 'true'],
  ['Dx: DFSP', 'false'],
  ['Dx: cutaneous B-cell lymphoma', 'false'],
  ['Dx: vulvar intraepithelial neoplasia', 'false'],
  ['Dx: eccrine poroma', 'true'],
  ['Dx: AKN', 'true'],
  ['Dx: cutaneous lupus', 'true'],
  ['Dx: rosacea granuloma', 'true'],
  ['Dx: dissecting cellulitis of scalp', 'true'],
  ['Dx: condylomas', 'true'],
  ['Dx: HPV lesions', 'true'],
  ['Dx: angiosarcoma', 'false'],
  ['Dx: extramammary Paget', 'false'],
  ['Dx: CTCL', 'false'],
  ['Dx: wart', 'true'],
  ['Dx: Bowenoid papulosis', 'true'],
  ['Dx: dermatofibroma', 'true'],
  ['Dx: pretibial myxedema', 'true'],
  ['Dx: mucocele', 'true'],
  ['Dx: alopecia areata', 'true'],
  ['Dx: verrucous carcinoma', 'false'],
  ['Dx: squamous cell ca L hand', 'false'],
  ['Dx: Pleomorphic sarcoma', 'false'],
  ['Dx: morphea', 'true'],
  ['Dx: lentigo maligna', 'false'],
];
describe('indications', () => {
  for (const [note, benign] of cases) {
    it(`reads "${note.replaceAll('\n', ' / ')}" as benign: ${benign}`, () => {
      const document = readDocument(`Dermatology Clinic\nDOS: 3/4/2025\n${note}\n`);
      const named = readIndications(document);
      const at = document.text.indexOf('inject');
      const acts = at < 0 ? [] : [{ start: at, end: at + 6 }];
      assert.equal(named.length === 0 ? 'none' : String(allBenign(indicationsFor(named, acts))), benign);
    });
  }

  it('judges each agent by the lesions that its own acts name', () => {
    const note =
      'Dermatology Clinic\nDOS: 3/4/2025\nDx: keloid; keratoacanthoma\n\nProcedure: Two keratoacanthomas of the arm were injected with methotrexate, 0.5 mL each. Three warts of the hand were injected with bleomycin, 0.1 mL each.\n';
    const { procedures } = readFacts(note);
    assert.deepEqual(
      procedures.map(({ agent, benignOnly }) => [agent, benignOnly]),
      [
        ['methotrexate', false],
        ['bleomycin', true],
      ],
    );
  });

  it('names each disease alike', () => {
    const note =
      'Dermatology Clinic\nDOS: 3/4/2025\nKELOID INJECTION\nDx: keloid\n\nProcedure: Kenalog into the keloid.\n';
    const names = readFacts(note).indications.map(({ name }) => name);
    assert.deepEqual([...new Set(names)], ['keloid']);
  });
});
