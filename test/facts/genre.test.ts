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
    'general',
    'a list of codes',
    '10120 Foreign body out of the skin\n11900 Intralesional injection, few lesions\n11901 Intralesional injection, many lesions\n12001 Simple repair of a wound\n17110 Destruction of benign lesions',
  ],
  [
    'general',
    'advice on billing',
    'Physicians often add 25 where a visit was only the injection. Say that two warts were injected with bleomycin; bill 96405.',
  ],
  [
    'general',
    'a case told under headings',
    'REPORT OF A CASE\nA 61-year-old man had a keratoacanthoma. Methotrexate 12.5 mg was injected into the lesion.\nDISCUSSION\nIt cleared.',
  ],
  [
    'general',
    'an animal',
    'A spayed beagle of 7 years had three nodules. All three were injected with triamcinolone 10 mg.',
  ],
  [
    'general',
    'a pattern for notes',
    'Kenalog [strength] was injected into [number] lesions of the [site], [volume] mL in all. The patient tolerated it.',
  ],
  [
    'general',
    'a question of an examination',
    'A man of 50 had three nodules injected with vinblastine. What is the next best step? Answer: C',
  ],
  ['general', 'a trial', 'Nine keloids of eight volunteers were injected with triamcinolone and seven with placebo.'],
  [
    'general',
    'an encyclopedia',
    'Bleomycin, sold under the brand name Blenox, goes into warts too. Four warts were injected with bleomycin.',
  ],
  [
    'general',
    'a protocol',
    'Protocol: Candida for warts. Candida 0.3 mL injected into the wart, up to 5 sessions. Contraindications: pregnancy.',
  ],
  [
    'general',
    'a policy',
    'The record must state the number. Three warts were injected with bleomycin: 96405 is covered.',
  ],
  ['general', 'a review of charts', 'Of 30 charts, four had bleomycin injected into 8 warts and 96405.'],
  ['general', 'a label in prose', 'For intralesional use. Kenalog suspension, Rx only. Multiple sites were injected.'],
  [
    'general',
    'a talk',
    'Doctor: Bleomycin again?\nPatient: Yes.\nDoctor: I injected bleomycin into 3 warts.\nPatient: Thanks.',
  ],
  [
    'general',
    'program text',
    "const text = 'Bleomycin was injected into 8 warts';\nexpect(codeOf(text)).toBe('96406');",
  ],
  [
    'general',
    'a table of many patients',
    'patient_id,date,drug,lesions\n101,2024-01-02,bleomycin injected,3 warts\n102,2024-01-02,bleomycin injected,4 warts\n103,2024-01-03,none,0',
  ],
  [
    'record',
    'a list of charges',
    'Patient: A. B.\nKenalog 10 was injected into 3 keloids.\n11900 Intralesional injection\nJ3301 Triamcinolone, per 10 mg\n99213 Office visit',
  ],
  [
    'record',
    'a note with fields left open',
    'DOS: 03/04/2026\nKenalog [strength] was injected into 3 keloids of the [site]. Lot [lot]. Exp [date].',
  ],
  [
    'record',
    'those who took part, by role',
    'Patient: A. B.\nDoctor: C. D.\nNurse: E. F.\nKenalog 10 was injected into 3 keloids.',
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

/** Texts in parts: what comes first, or has nothing beside it, says what the whole is. */
const inParts: readonly (readonly [name: string, text: string, expected: string])[] = [
  [
    'an article that goes on with a case',
    'Kaposi sarcoma is usually slow.1,2 Vinblastine is often used (J Am Acad Dermatol. 2001;45:1).\n\nA man of 70 had purple nodules. Vinblastine was injected into three lesions. He agreed.',
    '-',
  ],
  [
    'questions and answers under titles',
    'CPT 11900 and 11901\n\nCPT code 11900 is used for up to seven lesions. It is often reported with a visit.\n\nWhen is 11901 used?',
    '-',
  ],
  [
    'a note with a handout behind it',
    'Three keloids injected with Kenalog 10.\n\nYou may shower. Your scars usually soften. What should you look for? Call your doctor if your skin is red.',
    '3',
  ],
];

describe('what kind of text it is', () => {
  for (const [genre, name, text] of cases) {
    it(`${genre}: ${name}`, () => {
      assert.equal(readGenre(text, text, false), genre);
      if (genre === 'record') assert.equal(settled(text), '3');
      else assert.equal(settled(text), '-');
    });
  }

  for (const [name, text, expected] of inParts) it(name, () => assert.equal(settled(text), expected));
});
