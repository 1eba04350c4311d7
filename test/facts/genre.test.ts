import { strict as assert } from 'node:assert';
import { readGenre } from '../../server/facts/genre';
import { settled } from './settled';

/** What each text is, and that nothing in general text or correspondence is read as an injection of today. */
const cases: readonly (readonly [genre: string, name: string, text: string])[] = [
  [
    'general',
    'a handout that speaks to the reader',
    'Steroid injections for keloids\nWhat is it? A steroid is injected into your scar. You may feel some pain, and your skin may become lighter. Your scar is usually injected every four weeks.',
  ],
  [
    'general',
    'an abstract',
    'Background: Warts are common. Methods: Bleomycin was injected into 40 warts of 22 consecutive patients. Results: 31 warts cleared (77.5%). Conclusion: Intralesional bleomycin is effective.',
  ],
  [
    'general',
    'a case report',
    'We report a patient with a solitary keratoacanthoma that was successfully treated with intralesional methotrexate. Two injections were given (Figure 1).',
  ],
  [
    'general',
    'a list of references',
    'References\n1. Annest NM et al. Intralesional methotrexate treatment for keratoacanthoma tumors. J Am Acad Dermatol. 2007;56:989.',
  ],
  [
    'general',
    'a page about codes',
    'CPT code 11900 describes the injection of a drug into one to seven lesions. CPT code 11901 is used for more than seven lesions. Is 96405 different?',
  ],
  [
    'general',
    'a drug label',
    'INDICATIONS AND USAGE\nFor keloids.\nDOSAGE AND ADMINISTRATION\nMultiple sites may be injected; the dose should be adjusted.\nCONTRAINDICATIONS\nHypersensitivity.',
  ],
  [
    'general',
    'a patient who tells a story',
    'I had seven patches at that point and my dermatologist did two patches with a steroid shot. It usually stings. What would you do?',
  ],
  [
    'correspondence',
    'an appeal',
    'Letter to payer, second level appeal\nDate: 06/02/2026\nYou denied 96406. On February 18 I injected nine metastases with talimogene laherparepvec.',
  ],
  [
    'correspondence',
    'minutes of a conference',
    'Tumor board, 01/14/2026\nMr. Roe was discussed. Fluorouracil should be injected into each of the seven carcinomas.',
  ],
  [
    'record',
    'a note that quotes what may happen',
    'DOS: 03/04/2026\nPatient: A. B.\nKenalog 10 was injected into 3 keloids today. You may shower. Scars usually soften. Call us if you have fever. Your next visit is in 4 weeks.',
  ],
  [
    'correspondence',
    'a letter to an appeals unit',
    'Saltmarsh Skin Clinic, 6 January 2026\n\nPalmetto Mutual Health Plan\nAppeals Unit\n\nDear Colleagues,\nOn 18 November I injected bleomycin into eight warts.',
  ],
  [
    'record',
    'a record that speaks of a tumor board and an authorization',
    'DOS: 03/04/2026\nSkin cancer clinic\nMr. Roe, 70, was presented at the tumor board last week. Prior authorization request approved.\nKenalog 10 was injected into 3 keloids.',
  ],
  ['record', 'two lines', '3 bumps R hand injected with Kenalog 10, 0.1 ml each\n11900'],
];

describe('what kind of text it is', () => {
  for (const [genre, name, text] of cases) {
    it(`${genre}: ${name}`, () => {
      assert.equal(readGenre(text, text, false), genre);
      if (genre === 'record') assert.equal(settled(text), '3');
      else assert.equal(settled(text), '-');
    });
  }
});
