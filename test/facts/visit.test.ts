import assert from 'node:assert/strict';
import { readDocument } from '../../server/facts/document';
import type { EmSeparate, Modifier25 } from '../../server/facts/model';
import { readVisit } from '../../server/facts/visit';

interface Case {
  readonly name: string;
  readonly note: string;
  readonly em: EmSeparate;
  readonly modifier25?: Modifier25;
  readonly injected?: boolean;
}

/** Codes as a note writes them, for a test that is not about reading codes. */
function codesIn(note: string) {
  return [...note.matchAll(/\b(99[2-4]\d\d|G0463|96405|96406|1190[01]|20610|11102|96413|69210)(?:-(\d\d))?\b/g)].map(
    ([, code = '', modifier]) => ({
      code,
      kind: /^99|^G/.test(code) ? ('em' as const) : ('other' as const),
      modifiers: modifier ? [{ value: modifier, span: { start: 0, end: 0 } }] : [],
    }),
  );
}

/** A wart injection as a visit note, with room for what else was done. */
const wart = (hpi: string, exam: string, plan: string, codes = '99213-25, 11900'): string => `Date: 03/04/2026
Provider: Ann Weller, MD
HPI: 34-year-old here for Candida injection #3 of 6 to plantar warts of the left foot. ${hpi}
Exam: L sole: three verrucae. ${exam}
Assessment/Plan:
1. Plantar warts: inject today.
${plan}
Procedure: Verbal consent. Candida antigen 0.3 mL injected into three warts of the left sole with a 30-gauge needle. Tolerated well.
Aftercare: ice, ibuprofen. Return in 3 weeks.
Codes: ${codes}
Ann Weller, MD`;

/** A melanoma injection, terse, with room for a paragraph of the visit. */
const tvec = (more: string, codes = '99214-25, 96405'): string => `SURGICAL ONCOLOGY  06/09/2026
Attending: Lee Okafor, MD
Dx: in-transit melanoma, right calf
Here for T-VEC cycle 4. Consent signed. Talimogene laherparepvec 10^8 PFU/mL, 2 mL, injected into five nodules of the calf.
Dressings applied, precautions reviewed. Cycle 5 in two weeks.
${more}
${codes}
Electronically signed: Lee Okafor, MD`;

/** A dictated keloid injection. */
const keloid = (more: string, close = ''): string => `August 19, 2026. Plastic surgery. Dr. Marta Quill dictating.
The patient is a 24-year-old woman with a sternal keloid. She signed the consent and the keloid was injected with triamcinolone 40 mg/mL, 0.5 mL. She tolerated it well and will keep silicone sheeting on.
${more}
She comes back in six weeks. ${close}`;

const cases: readonly Case[] = [
  // Nothing remains
  {
    name: 'a planned injection with a code',
    note: wart('', '', ''),
    em: 'insufficient',
    modifier25: 'present-unsupported',
  },
  { name: 'without 25', note: wart('', '', '', '99213, 11900'), em: 'insufficient', modifier25: 'not-applicable' },
  { name: 'laid out as a visit without a code', note: wart('', '', '', '11900'), em: 'insufficient' },
  { name: 'a second problem only listed', note: wart('', '', '2. Hypertension.'), em: 'insufficient' },
  {
    name: 'a second problem that is stable',
    note: wart('', '', '2. Eczema: stable, continue current cream.'),
    em: 'insufficient',
  },
  {
    name: 'a second problem left to another doctor',
    note: wart('She also mentions knee pain.', '', '2. Knee pain: will see her PCP.'),
    em: 'insufficient',
  },
  {
    name: 'a second problem put off',
    note: wart('Asks about acne.', '', '2. Acne: consider doxycycline at the next visit.'),
    em: 'insufficient',
  },
  {
    name: 'a drug that another doctor began',
    note: wart('Her PCP started lisinopril 10 mg for hypertension last month.', '', ''),
    em: 'insufficient',
  },
  {
    name: 'history that was treated before',
    note: wart('She was started on sertraline in May for depression.', '', ''),
    em: 'insufficient',
  },
  {
    name: 'aftercare drugs',
    note: wart('', '', '2. Pain: acetaminophen or ibuprofen as needed, ice.'),
    em: 'insufficient',
  },
  {
    name: 'a review of systems',
    note: wart('Denies fever, cough, chest pain, diarrhea.', 'Lungs clear, heart regular.', ''),
    em: 'insufficient',
  },
  {
    name: 'a bare claim',
    note: wart('', '', 'A significant, separately identifiable E/M was performed.'),
    em: 'insufficient',
  },
  {
    name: 'time alone',
    note: wart('', '', 'I spent 30 minutes on the visit, excluding the procedure.'),
    em: 'insufficient',
  },
  {
    name: 'normal systems examined',
    note: wart('', 'Lungs clear. Abdomen soft. No adenopathy. Skin otherwise clear.', ''),
    em: 'insufficient',
  },
  {
    name: 'the injected disease gets a cream',
    note: wart('', '', 'Salicylic acid nightly between visits for the warts.'),
    em: 'insufficient',
  },
  {
    name: 'a denied problem',
    note: wart('', '', '2. No eczema, no psoriasis. No medication started.'),
    em: 'insufficient',
  },
  {
    name: 'refill only',
    note: wart('Has rosacea.', '', '2. Rosacea: refilled metronidazole cream.'),
    em: 'insufficient',
  },
  {
    name: 'a problem of the mother',
    note: wart('Her mother has psoriasis and started adalimumab.', '', ''),
    em: 'insufficient',
  },
  {
    name: 'if it comes back',
    note: wart('', '', '2. Eczema clear. If it flares, start clobetasol ointment bid.'),
    em: 'insufficient',
  },
  {
    name: 'treatment declined',
    note: wart('Acne.', '', '2. Acne: offered doxycycline, declined.'),
    em: 'insufficient',
  },
  // A second problem of its own
  {
    name: 'eczema flaring, treated',
    note: wart(
      'Also hand eczema, flaring for 3 weeks, itchy.',
      'Hands: scaly erythematous plaques with fissures.',
      '2. Hand eczema: start clobetasol 0.05% ointment bid x 2 weeks.',
    ),
    em: 'supported',
    modifier25: 'present-supported',
  },
  {
    name: 'the same without 25',
    note: wart(
      'Also hand eczema, flaring for 3 weeks, itchy.',
      'Hands: scaly erythematous plaques with fissures.',
      '2. Hand eczema: start clobetasol 0.05% ointment bid x 2 weeks.',
      '99213, 11900',
    ),
    em: 'supported',
    modifier25: 'needed',
  },
  {
    name: 'the same without any E/M code',
    note: wart(
      'Also hand eczema, flaring for 3 weeks, itchy.',
      'Hands: scaly erythematous plaques with fissures.',
      '2. Hand eczema: start clobetasol 0.05% ointment bid x 2 weeks.',
      '11900',
    ),
    em: 'supported',
    modifier25: 'not-applicable',
  },
  {
    name: 'hypertension found and treated',
    note: wart(
      'Headaches for a month.',
      'BP 172/98, repeat 168/96.',
      '2. Hypertension, uncontrolled: start amlodipine 5 mg daily, BMP ordered.',
    ),
    em: 'supported',
  },
  {
    name: 'acne with new drugs',
    note: wart(
      'Acne worse since summer.',
      'Face: inflammatory papules and comedones.',
      '2. Acne vulgaris: adapalene 0.3% gel nightly, doxycycline 100 mg bid.',
    ),
    em: 'supported',
  },
  {
    name: 'a mole sent for excision',
    note: wart(
      'New changing mole on the back.',
      'Back: 8 mm asymmetric macule, dermoscopy atypical network.',
      '2. Atypical nevus: excisional biopsy scheduled for 3/20.',
    ),
    em: 'supported',
  },
  {
    name: 'onychomycosis worked up',
    note: wart(
      'Thick yellow toenails for 2 years.',
      'R hallux nail dystrophic with subungual debris.',
      '2. Onychomycosis: terbinafine 250 mg daily, LFTs ordered, nail culture sent.',
    ),
    em: 'supported',
  },
  {
    name: 'depression managed',
    note: wart(
      'Low mood for 2 months, PHQ-9 14.',
      '',
      '2. Depression: begin sertraline 50 mg, referral to psychology.',
    ),
    em: 'supported',
  },
  {
    name: 'infection of an injected site, treated',
    note: wart(
      'Since Friday the site is red and draining.',
      'L heel: 3 cm warm tender erythema with purulence.',
      '2. Cellulitis at the last injection site: culture sent, cephalexin 500 mg qid x 7 d.',
    ),
    em: 'supported',
  },
  {
    name: 'a side effect that has gone',
    note: wart('Had a rash and fever for two days after the last injection, resolved.', '', ''),
    em: 'insufficient',
  },
  // Same disease beyond the lesions
  { name: 'T-VEC alone', note: tvec(''), em: 'insufficient', modifier25: 'present-unsupported' },
  { name: 'T-VEC alone, no code', note: tvec('', '96405'), em: 'none' },
  { name: 'T-VEC and a bare claim', note: tvec('Separate E/M performed.', '96405'), em: 'insufficient' },
  { name: 'no claim', note: tvec('No separate E/M today.', '96405'), em: 'none' },
  { name: 'continuing pembrolizumab', note: tvec('Continue pembrolizumab.'), em: 'insufficient' },
  { name: 'monitoring labs', note: tvec('CBC and CMP next visit.'), em: 'insufficient' },
  {
    name: 'restaging with a new plan',
    note: tvec(
      'PET/CT of 06/04 reviewed today: two new lung metastases. Start ipilimumab plus nivolumab, brain MRI ordered, medical oncology referral placed.',
    ),
    em: 'supported',
  },
  {
    name: 'the same on another day',
    note: tvec(
      'Visit of last Friday, 06/05: PET/CT of 06/04 reviewed: two new lung metastases. Start ipilimumab plus nivolumab, brain MRI ordered, referral placed.',
    ),
    em: 'insufficient',
  },
  {
    name: 'immune toxicity managed',
    note: tvec(
      'Immune-related colitis, grade 2: loose stools x6 for 4 days. Hold pembrolizumab, prednisone 60 mg daily, stool studies sent.',
    ),
    em: 'supported',
  },
  { name: 'imaging booked for later', note: tvec('Restaging CT in September.'), em: 'insufficient' },
  {
    name: 'another clinician, signed',
    note: `RHEUMATOLOGY VISIT 06/09/2026\nGout flare of the R great toe, red and swollen. Start colchicine 0.6 mg bid, uric acid ordered.\nElectronically signed: Paul Brandt, MD\n\n${tvec('')}`,
    em: 'insufficient',
  },
  // Dictation and letters
  { name: 'dictated, injection only', note: keloid(''), em: 'none' },
  {
    name: 'dictated with another problem',
    note: keloid(
      'She also has had itchy, weepy dermatitis of both hands for two months, with scaling and fissures on examination; I started clobetasol ointment twice daily and ordered patch testing.',
    ),
    em: 'supported',
  },
  {
    name: 'dictated, told of another problem',
    note: keloid('She mentioned that her dermatologist started clobetasol ointment for hand dermatitis in May.'),
    em: 'none',
  },
  // Without an injection
  {
    name: 'a full visit, injection declined',
    injected: false,
    note: 'S: Alopecia areata for 2 months, 3 patches.\nO: Scalp: three smooth patches, pull test positive.\nA: Alopecia areata.\nP: Offered Kenalog, declined. Clobetasol foam bid, TSH and ferritin ordered. RTC 8 weeks.\n99213',
    em: 'supported',
    modifier25: 'not-applicable',
  },
  {
    name: 'a full visit with 25 and nothing done',
    injected: false,
    note: 'S: Alopecia areata for 2 months, 3 patches.\nO: Scalp: three smooth patches, pull test positive.\nA: Alopecia areata.\nP: Offered Kenalog, declined. Clobetasol foam bid, TSH and ferritin ordered. RTC 8 weeks.\n99213-25',
    em: 'supported',
    modifier25: 'present-unsupported',
  },
  {
    name: 'pre-work only, not given',
    injected: false,
    note: 'IMLYGIC VISIT 04/03/2026\nHere for cycle 6. Five nodules measured, consent signed.\nProduct out of range, not given. Rebooked.\n99212',
    em: 'insufficient',
    modifier25: 'not-applicable',
  },
  {
    name: 'a nursing record',
    injected: false,
    note: 'NURSING RECORD 02/18/2026\nMethotrexate 25 mg IM left deltoid. Tolerated. Next dose 02/25.\nYolanda Pruitt, RN',
    em: 'none',
  },
  {
    name: 'a joint injection and another problem',
    injected: false,
    note: 'S: Knee pain 4 months. Home BP 160s.\nO: BP 158/94. Knee: small effusion, joint line tender.\nA/P:\n1. Hypertension, uncontrolled: increase lisinopril to 20 mg, BMP in 2 weeks.\n2. Knee OA: injection today.\nProcedure: Consent. Kenalog 40 mg injected intra-articularly.\n99214-25, 20610',
    em: 'supported',
    modifier25: 'present-supported',
  },
  {
    name: 'a joint injection alone',
    injected: false,
    note: 'S: Knee pain 4 months.\nO: Knee: small effusion, joint line tender.\nA/P:\n1. Knee OA: injection today.\nProcedure: Consent. Kenalog 40 mg injected intra-articularly.\n99213-25, 20610',
    em: 'insufficient',
    modifier25: 'present-unsupported',
  },
];

describe('The visit beside a procedure', () => {
  for (const { name, note, em, modifier25, injected = true } of cases) {
    it(name, () => {
      const visit = readVisit(readDocument(note), { codes: codesIn(note), injectionToday: injected });
      const sides = visit.weighed.map(
        ({ side, span, reason }) => `${side}: ${note.slice(span.start, span.end)} (${reason})`,
      );
      assert.equal(visit.emSeparate, em, sides.join('\n'));
      if (modifier25 !== undefined) assert.equal(visit.modifier25, modifier25);
      if (em === 'supported' && injected) assert.ok(visit.for.length > 0, 'evidence for it');
    });
  }

  it('gives every clause one side', () => {
    const note = wart('', '', '');
    const { weighed } = readVisit(readDocument(note), { codes: [], injectionToday: true });
    const starts = weighed.map(({ span }) => span.start);
    assert.equal(new Set(starts).size, starts.length);
    assert.ok(weighed.every(({ reason }) => reason.length > 0));
  });
});
