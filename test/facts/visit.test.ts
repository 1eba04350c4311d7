import assert from 'node:assert/strict';
import { readDocument } from '../../server/facts/document';
import type { EmSeparate, Modifier25 } from '../../server/facts/model';
import { readVisit } from '../../server/facts/visit';
import { codesIn } from './visit-verdicts';

interface Case {
  readonly name: string;
  readonly note: string;
  readonly em: EmSeparate;
  readonly modifier25?: Modifier25;
  readonly injected?: boolean;
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
  // Terse and telegraphic
  {
    name: 'terse, second problem',
    note: '5/6/26 RT 41F\nHS R axilla x2 nodules. ILK 20 mg/cc 0.3 cc ea. tol well.\nAlso rosacea flare cheeks, papulopustular -> ivermectin cream qhs, doxy 40 mg daily.\n99213-25, 11900',
    em: 'supported',
    modifier25: 'present-supported',
  },
  {
    name: 'terse, second problem only looked at',
    note: '5/6/26 RT 41F\nHS R axilla x2 nodules. ILK 20 mg/cc 0.3 cc ea. tol well.\nRosacea quiet, cont same.\n99213-25, 11900',
    em: 'insufficient',
  },
  {
    name: 'terse, antiseptic wash for the same disease',
    note: '5/6/26 RT 41F\nHS R axilla x2 nodules. ILK 20 mg/cc 0.3 cc ea. tol well. Chlorhexidine wash daily.\n99213, 11900',
    em: 'insufficient',
    modifier25: 'not-applicable',
  },
  {
    name: 'terse, systemic treatment of the same disease changed',
    note: 'HS, Hurley 3, worse: 6 flares in 8 wks on adalimumab. Exam: draining tunnels both axillae.\nPlan: stop adalimumab, start secukinumab 300 mg, CBC and quantiferon ordered, surgery referral for deroofing.\nProcedure: consent. Kenalog 20 mg/mL 0.5 mL injected into two nodules, R axilla. Tolerated.\n99214-25, 11900',
    em: 'supported',
  },
  {
    name: 'the same, unchanged',
    note: 'HS, Hurley 3 on adalimumab. Exam: two tender nodules R axilla.\nPlan: inject. Continue adalimumab.\nProcedure: consent. Kenalog 20 mg/mL 0.5 mL injected into two nodules, R axilla. Tolerated.\n99214-25, 11900',
    em: 'insufficient',
  },
  {
    name: 'podiatry, warts and an ulcer',
    note: 'PODIATRY 3/3/2026\nCC: plantar warts; also sore on R great toe x 2 weeks, diabetic.\nExam: L heel verruca x2. R hallux: 1 cm ulcer to subcutis, no bone, pulses 2+, monofilament absent.\nA/P:\n1. Plantar verrucae: bleomycin today.\n2. Diabetic foot ulcer R hallux: wound culture, x-ray ordered, surgical shoe, amoxicillin-clavulanate 875 mg bid, wound clinic referral.\nProcedure: consent signed. Bleomycin 1 U/mL 0.2 mL to each of 2 warts.\n99214, 96405',
    em: 'supported',
    modifier25: 'needed',
  },
  {
    name: 'podiatry, warts and a callus looked at',
    note: 'PODIATRY 3/3/2026\nCC: plantar warts.\nExam: L heel verruca x2. Mild callus R hallux.\nA/P:\n1. Plantar verrucae: bleomycin today.\n2. Callus: wear wide shoes.\nProcedure: consent signed. Bleomycin 1 U/mL 0.2 mL to each of 2 warts.\n99214, 96405',
    em: 'insufficient',
  },
  {
    name: 'gynecology, warts and bleeding',
    note: 'GYN 3/3/2026\nS: Vulvar condylomata for interferon dose 4. Heavy periods x 4 months, soaking a pad an hour, dizzy.\nO: Four condylomata. Uterus 10 weeks, nontender. Hgb 9.8.\nA/P: 1) Condylomata: injected today. 2) Abnormal uterine bleeding with anemia: pelvic ultrasound ordered, ferrous sulfate daily, TSH.\nProcedure: consent. Interferon alfa-2b 1 million units into each of 4 lesions.\n99214-25, 96405',
    em: 'supported',
  },
  {
    name: 'counselling on the warts alone',
    note: 'GYN 3/3/2026\nS: Vulvar condylomata for interferon dose 4.\nO: Four condylomata.\nA/P: Condylomata: injected today. Discussed HPV transmission, vaccination and partner evaluation.\nProcedure: consent. Interferon alfa-2b 1 million units into each of 4 lesions.\n99214-25, 96405',
    em: 'insufficient',
  },
  {
    name: 'new patient, decision to inject',
    note: 'New patient consult 3/3/2026\nHPI: 29-year-old with a chest keloid for 3 years after acne, itchy. Tried silicone.\nExam: presternal keloid 3 x 1 cm, firm.\nA/P: Keloid. Options reviewed: silicone, injections, surgery, radiation. She elects injection today.\nProcedure: consent signed. Kenalog 40 mg/mL 0.4 mL injected into the keloid.\n99203-25, 11900',
    em: 'insufficient',
    modifier25: 'present-unsupported',
  },
  {
    name: 'biopsy of another lesion is its own procedure',
    note: 'HPI: keloid here for injection #2. Also a bleeding papule on the nose.\nExam: sternal keloid. Nose: 4 mm pearly papule.\nA/P: 1. Keloid: inject. 2. Papule nose: shave biopsy performed today.\nProcedure: consent. Kenalog 40 mg/mL 0.4 mL into the keloid. Shave biopsy of nasal papule, specimen to pathology.\n99213-25, 11900',
    em: 'insufficient',
  },
  {
    name: 'frozen keratoses are their own procedure',
    note: 'HPI: keloid here for injection #2.\nExam: sternal keloid. Scalp: 4 actinic keratoses.\nA/P: 1. Keloid: inject. 2. Actinic keratoses: cryotherapy to 4 lesions today.\nProcedure: consent. Kenalog 40 mg/mL 0.4 mL into the keloid. LN2 x4.\n99213-25, 11900',
    em: 'insufficient',
  },
  {
    name: 'restaging only reviewed',
    note: tvec('CT of 06/01: stable disease, no new lesions. Continue T-VEC.'),
    em: 'insufficient',
  },
  {
    name: 'consult by another doctor today',
    note: tvec('Dr. Brandt (rheumatology) saw her this morning and started colchicine for gout and ordered uric acid.'),
    em: 'insufficient',
  },
  {
    name: 'new cough at a chemotherapy visit',
    note: tvec(
      'New dry cough and dyspnea x 10 days. SpO2 92%, crackles R base. Possible pneumonitis: hold pembrolizumab, CT chest today, prednisone 60 mg daily, pulmonary referral.',
    ),
    em: 'supported',
  },
  {
    name: 'fatigue mentioned',
    note: tvec('Mild fatigue for a day after cycle 3, now gone. Energy good.'),
    em: 'insufficient',
  },
  {
    name: 'copied problem list',
    note: tvec('Problem list: hypertension on lisinopril, diabetes on metformin, osteoporosis on alendronate.'),
    em: 'insufficient',
  },
  {
    name: 'a visit told of next time',
    note: tvec('Next visit: start pembrolizumab, order brain MRI, refer to oncology.'),
    em: 'insufficient',
  },
  {
    name: 'steroid cream between injections',
    note: 'S: Alopecia areata, 4th ILK.\nO: Scalp: 4 patches with regrowth.\nA: Alopecia areata, improving.\nP: ILK today. Continue clobetasol foam. RTC 6 wks.\nProcedure: consent. Kenalog 5 mg/mL 0.1 mL per site into 4 patches.\n99213-25, 11900',
    em: 'insufficient',
  },
  {
    name: 'alopecia worked up and put on a tablet',
    note: 'S: Alopecia areata spreading despite 4 rounds of ILK, lost brows.\nO: SALT 44 (30 in March). Brows absent.\nA: Severe alopecia areata, progressing.\nP: Start baricitinib 2 mg daily after reviewing labs; CBC, lipids, quantiferon ordered. Bridge with ILK today.\nProcedure: consent. Kenalog 5 mg/mL 0.1 mL per site into 4 patches.\n99214-25, 11900',
    em: 'supported',
  },
  {
    name: 'asked for a refill in passing',
    note: wart('By the way needs a refill of her lisinopril.', '', '2. HTN: refilled lisinopril 10 mg.'),
    em: 'insufficient',
  },
  {
    name: 'premedication and prophylaxis',
    note: wart('', '', 'Given ibuprofen 400 mg before the injection and lidocaine cream.'),
    em: 'insufficient',
  },
  {
    name: 'labs for methotrexate injections',
    note: 'HPI: SCC of the hand, methotrexate #2. CBC normal 2/1.\nExam: 12 mm nodule.\nA/P: SCC hand: methotrexate today. Check CBC, CMP in 1 week. Folic acid 1 mg daily.\nProcedure: consent. Methotrexate 25 mg/mL 0.8 mL injected into the nodule.\n99213-25, 96405',
    em: 'insufficient',
  },
  {
    name: 'drug allergy and medicines checked',
    note: wart('Medications reviewed: metformin, lisinopril, sertraline. Allergies reviewed.', '', ''),
    em: 'insufficient',
  },
  {
    name: 'problem named in a label of its own',
    note: wart(
      '',
      '',
      'Other issue today - R ear pain x 3 days: canal red and swollen, tragal tenderness. Otitis externa. Ciprofloxacin-dexamethasone drops bid x 7 d, keep dry.',
    ),
    em: 'supported',
  },
  {
    name: 'a letter, injection only',
    note: 'March 3, 2026\n\nDear Dr. Osei,\n\nI saw Mrs. L. today for her chest keloid. With her consent I injected the keloid with triamcinolone 40 mg/mL, 0.5 mL. I will see her again in six weeks.\n\nE. Marchetti, MD',
    em: 'none',
  },
  {
    name: 'a letter with a second problem',
    note: 'March 3, 2026\n\nDear Dr. Osei,\n\nI saw Mrs. L. today for her chest keloid. With her consent I injected the keloid with triamcinolone 40 mg/mL, 0.5 mL.\n\nShe also has a new itchy rash of the trunk, with scaly annular plaques on examination; a KOH was positive. I have prescribed terbinafine 250 mg daily for two weeks and asked for liver tests.\n\nE. Marchetti, MD',
    em: 'supported',
  },
  {
    name: 'E/M limited to the check before',
    note: 'Procedure note 3/3/2026\nE/M limited to the pre-procedure check.\nConsent signed. Kenalog 40 mg/mL 0.5 mL injected into the keloid.\n11900',
    em: 'insufficient',
  },
  {
    name: 'a hospital consult of yesterday',
    note: "Procedure note 3/3/2026\nYesterday's consult: hypertension uncontrolled, amlodipine started, echo ordered.\nConsent signed. Kenalog 40 mg/mL 0.5 mL injected into the keloid.\n11900",
    em: 'none',
  },
  {
    name: 'aftercare that names drugs for trouble',
    note: wart('', '', 'Call for fever, redness or drainage; antibiotics may be needed.'),
    em: 'insufficient',
  },
  {
    name: 'plan items that go with the assessment by number',
    note: 'S: Warts; also BP high at home, 160s.\nO: BP 166/98. R hand: 3 warts.\nAssessment:\n1. Warts\n2. Hypertension, uncontrolled\nPlan:\n1. Candida today.\n2. Amlodipine 5 mg daily, BMP and lipids ordered.\nProcedure: consent. Candida antigen 0.3 mL injected into 3 warts.\n99213-25, 11900',
    em: 'supported',
  },
  {
    name: 'a plan that only injects',
    note: 'S: Warts.\nO: R hand: 3 warts.\nAssessment:\n1. Warts\n2. Hypertension\nPlan:\n1. Candida today.\n2. Monitor.\nProcedure: consent. Candida antigen 0.3 mL injected into 3 warts.\n99213-25, 11900',
    em: 'insufficient',
  },
  {
    name: 'itch of the injected scars, antihistamine at night',
    note: wart('', '', 'Itch at the injected sites: cetirizine as needed.'),
    em: 'insufficient',
  },
  {
    name: 'flu-like symptoms after the drug',
    note: tvec('Flu-like symptoms after cycle 3 for two days, acetaminophen helped.'),
    em: 'insufficient',
  },
  {
    name: 'past trial of drugs',
    note: wart('Tried salicylic acid, imiquimod, cryotherapy and cantharidin. Failed.', '', ''),
    em: 'insufficient',
  },
  {
    name: 'skin check, nothing found',
    note: wart(
      '',
      'Full skin exam: no suspicious lesions, scattered cherry angiomas and lentigines.',
      '2. Skin check: sun protection reviewed.',
    ),
    em: 'insufficient',
  },
  {
    name: 'psoriasis on a biologic, watched only',
    note: wart('', 'Elbows: thin plaques.', '2. Psoriasis: doing well on adalimumab, continue.'),
    em: 'insufficient',
  },
  {
    name: 'psoriasis, biologic switched',
    note: wart(
      'Psoriasis flaring on adalimumab, joints stiff 45 minutes.',
      'Elbows, knees: thick scaly plaques, BSA 12%.',
      '2. Psoriasis, failing adalimumab: switch to risankizumab, quantiferon and hepatitis panel ordered, rheumatology referral.',
    ),
    em: 'supported',
  },
  {
    name: 'told to see someone else',
    note: wart('Complains of a cough.', 'Lungs clear.', '2. Cough: advised to see her PCP, may need a chest x-ray.'),
    em: 'insufficient',
  },
  {
    name: 'shingles found',
    note: wart(
      'Painful blisters on the right flank since Tuesday.',
      'R T10: grouped vesicles on an erythematous base.',
      '2. Herpes zoster: valacyclovir 1 g tid x 7 d, gabapentin 100 mg qhs.',
    ),
    em: 'supported',
  },
  {
    name: 'history only of a big event',
    note: wart(
      'Admitted last month for pneumonia, treated with ceftriaxone and azithromycin; CT showed infiltrate. Recovered.',
      '',
      '',
    ),
    em: 'insufficient',
  },
  {
    name: 'E/M wording quoted from policy',
    note: 'Procedure note 3/3/2026\nConsent signed. Kenalog 40 mg/mL 0.5 mL injected into the keloid. Tolerated.\nCoding policy: a significant, separately identifiable E/M needs modifier 25.\n11900',
    em: 'none',
  },
  {
    name: 'smoking cessation advised',
    note: wart('Smokes a pack a day.', '', '2. Advised to quit smoking.'),
    em: 'insufficient',
  },
  {
    name: 'dose held for the injection, infection treated instead',
    injected: false,
    note: 'Here for methotrexate injection #3, SCC of the shin.\nSubjective: since Saturday shin red, hot, swollen, chills.\nObjective: T 38.1. 9 cm warm tender erythema around the tumor.\nAssessment and plan:\n- Cellulitis: cephalexin 1 g qid x 10 d, wound culture.\n- SCC: injection deferred.\n99214-25',
    em: 'supported',
    modifier25: 'present-unsupported',
  },
  {
    name: 'an operative report',
    injected: false,
    note: 'OPERATIVE REPORT\nPreoperative diagnosis: Ventral hernia.\nPostoperative diagnosis: Same.\nProcedure: Laparoscopic repair of ventral hernia.\nIndications: 54-year-old with a symptomatic hernia.\nDescription: After consent, the abdomen was insufflated. Mesh was placed. Cefazolin was given before incision. Specimens sent to pathology.\nThe patient tolerated the procedure well.',
    em: 'none',
  },
  {
    name: 'a radiology report',
    injected: false,
    note: 'CT CHEST\nHistory: cough.\nFindings: 4 mm nodule right upper lobe. No effusion.\nImpression: Small nodule. Recommend CT in 12 months.',
    em: 'none',
  },
  // Work that belongs to the injection
  {
    name: 'a tablet before the injection',
    note: wart('', '', 'Lorazepam 0.5 mg by mouth given 30 minutes before the injection for anxiety about needles.'),
    em: 'insufficient',
  },
  {
    name: 'prophylaxis for the injection',
    note: tvec('Valacyclovir 500 mg bid x 5 days as prophylaxis.'),
    em: 'insufficient',
  },
  {
    name: 'a tablet for pain afterwards',
    note: tvec('Oxycodone 5 mg, six tablets, for pain after the injection.'),
    em: 'insufficient',
  },
  {
    name: 'the daughter was phoned',
    note: tvec('Mild fatigue. Spoke with her daughter by phone about the dressings.'),
    em: 'insufficient',
  },
  { name: 'pharmacy called', note: tvec('Pharmacy called for the vials; call for fever.'), em: 'insufficient' },
  { name: 'records requested', note: tvec('Outside records requested. Photographs obtained.'), em: 'insufficient' },
  {
    name: 'compression over the keloid',
    note: keloid('A compression earring was ordered and silicone gel sent to her pharmacy.'),
    em: 'none',
  },
  {
    name: 'next session booked',
    note: wart('', '', 'Booked for injection #4. Prior authorization requested.'),
    em: 'insufficient',
  },
  // Choosing a treatment on new results
  {
    name: 'options weighed after new pathology',
    note: 'HPI: back for biopsy results, left cheek.\nExam: 12 mm crateriform nodule, no nodes.\nData: pathology of 3/1 reviewed today: squamous cell carcinoma, well differentiated, 3 mm deep.\nA/P: SCC of the cheek. Options compared at length: Mohs surgery, radiation, intralesional methotrexate; she chose methotrexate. Neck ultrasound ordered.\nProcedure: consent signed. Methotrexate 25 mg/mL 0.8 mL injected into the nodule.\n99214-25, 96405',
    em: 'supported',
  },
  {
    name: 'the options of a first visit without results',
    note: 'HPI: keloid of the ear.\nExam: 2 cm keloid.\nA/P: Keloid. Options discussed: surgery, radiation, injection; she chose injection.\nProcedure: consent signed. Kenalog 40 mg/mL 0.8 mL injected into the keloid.\n99203-25, 11900',
    em: 'insufficient',
  },
  {
    name: 'options weighed after new imaging, nothing ordered',
    note: 'HPI: melanoma of the calf, in-transit.\nExam: five nodules.\nData: PET/CT of 3/1 shows two new groin nodes.\nA/P: Melanoma, nodal recurrence. Compared lymph node dissection with pembrolizumab and radiation at length; she will think it over. T-VEC to the calf today.\nProcedure: consent signed. T-VEC 10^8 PFU/mL 2 mL injected into five nodules.\n99214-25, 96405',
    em: 'supported',
  },
  // Whose and when
  {
    name: "a partner's visit of today",
    note: tvec(
      'Visit of today, Dr. Brandt (endocrinology): hypothyroidism, TSH 48. Start levothyroxine 75 mcg, TSH in 6 weeks.',
    ),
    em: 'insufficient',
  },
  {
    name: 'his own visit of today',
    note: tvec(
      'Visit of today: hypothyroidism, TSH 48, tired and cold for 5 weeks. Start levothyroxine 75 mcg, TSH in 6 weeks.',
    ),
    em: 'supported',
  },
  {
    name: 'the same, last week',
    note: tvec(
      'Last visit: hypothyroidism, TSH 48, tired and cold for 5 weeks. Started levothyroxine 75 mcg, TSH in 6 weeks.',
    ),
    em: 'insufficient',
  },
  {
    name: "a nurse's entry",
    note: tvec('Nurse note: patient tired, constipated. TSH drawn per protocol.'),
    em: 'insufficient',
  },
  {
    name: 'an addendum days later',
    note: `${tvec('')}\n\nADDENDUM 06/12/2026: called with TSH 48; hypothyroidism, started levothyroxine 75 mcg daily, endocrine referral.`,
    em: 'insufficient',
  },
  {
    name: "provider's part of a nursing record",
    note: 'INFUSION SUITE 06/09/2026\nNursing note: BP 120/70. T-VEC thawed, consent witnessed. Dr. Okafor injected five nodules, 2 mL.\nPROVIDER NOTE: In-transit melanoma, right calf. New diarrhea x6 daily for 4 days, abdomen soft. Immune-related colitis grade 2: hold pembrolizumab, prednisone 60 mg daily, stool studies ordered. T-VEC given into five nodules.\n99215-25, 96405\nLee Okafor, MD',
    em: 'supported',
  },
  // Wording of its own
  {
    name: 'second concern, in the plan only as a word',
    note: wart('Second concern: dandruff.', '', '2. Seborrheic dermatitis: OTC shampoo.'),
    em: 'insufficient',
  },
  {
    name: 'second concern, examined and prescribed for',
    note: wart(
      'Second concern: dandruff and a red scaly face for a month.',
      'Scalp, nasolabial folds: greasy scale, erythema.',
      '2. Seborrheic dermatitis: ketoconazole 2% shampoo twice weekly, hydrocortisone 2.5% cream bid.',
    ),
    em: 'supported',
  },
  {
    name: 'dose of a home drug only quoted',
    note: wart('', '', '2. Diabetes, A1c 6.9: on metformin 1000 mg bid, followed by PCP.'),
    em: 'insufficient',
  },
  {
    name: 'anticoagulant looked at for the needle',
    note: wart('On apixaban for atrial fibrillation, not held.', '', ''),
    em: 'insufficient',
  },
  {
    name: 'steroid deferred for a high sugar that was managed',
    note: 'S: keloid injections. Thirsty, polyuria x 2 wk.\nO: glucose 412, ketones negative.\nA/P: 1. Hyperglycemia, new diabetes: metformin 500 mg bid started, A1c and BMP sent, called PCP Dr. Lund, seen tomorrow. 2. Keloid: one small keloid injected only.\nProcedure: consent. Kenalog 10 mg/mL 0.1 mL into the keloid.\n99214, 11900',
    em: 'supported',
    modifier25: 'needed',
  },
  {
    name: 'no E/M wording anywhere, log',
    note: 'INJECTION LOG 3/3/2026\nDx: alopecia areata\nKenalog 5 mg/mL into 6 patches, 1.2 mL. Consent on file.\nNext 6 weeks',
    em: 'none',
  },
  {
    name: 'a supported visit ignores "no other concerns"',
    note: wart(
      'Hand eczema flaring for 3 weeks. No other concerns.',
      'Hands: fissured scaly plaques.',
      '2. Hand eczema: start clobetasol ointment bid, patch testing ordered.',
    ),
    em: 'supported',
  },
  // What was done before, or goes with the injection, in one breath with today
  {
    name: 'a terse oncologic history',
    note: tvec(
      '68F on nivolumab since March, dose held in May for colitis, prednisone taper over 6 weeks, CT in June showed progression.',
    ),
    em: 'insufficient',
  },
  {
    name: 'oncologic history in the assessment',
    note: 'HPI: here for T-VEC cycle 5.\nExam: five nodules.\nA/P: Melanoma, s/p WLE 2021, pembrolizumab x6 stopped for hepatitis, then nodal dissection 2023. T-VEC today.\nProcedure: consent signed. T-VEC 10^8 PFU/mL 2 mL injected into five nodules.\n99214-25, 96405',
    em: 'insufficient',
  },
  {
    name: 'staging already booked by oncology',
    note: tvec('Follow up with medical oncology as planned, next PET/CT scheduled 08/01.'),
    em: 'insufficient',
  },
  {
    name: 'labs before the next injection',
    note: tvec('Labs before the next injection: CBC, CMP, LDH.'),
    em: 'insufficient',
  },
  {
    name: 'monitoring by protocol',
    note: tvec('LDH and CBC drawn today, CT chest ordered per protocol before cycle 6.'),
    em: 'insufficient',
  },
  {
    name: 'stable imaging and the next scan',
    note: tvec('CT of 06/01 reviewed: stable disease. LDH today, repeat CT in 3 months.'),
    em: 'insufficient',
  },
  {
    name: 'a home drug under its diagnosis',
    note: wart('Meds: lisinopril 10 mg daily.', '', '2. Hypertension - lisinopril 10 mg daily.'),
    em: 'insufficient',
  },
  {
    name: 'a home drug, controlled',
    note: wart('', 'BP 128/76.', '2. Hypertension, controlled: lisinopril 10 mg daily.'),
    em: 'insufficient',
  },
  {
    name: 'a home cream in use',
    note: wart('', 'Hands: mild scale.', '2. Eczema: using triamcinolone cream, doing well.'),
    em: 'insufficient',
  },
  {
    name: 'a blood thinner stopped for the needle',
    note: wart('On apixaban for atrial fibrillation.', '', "Apixaban held two days for today's injection."),
    em: 'insufficient',
  },
  {
    name: 'a biopsy of today, sent',
    note: wart(
      'New bleeding lesion on the arm.',
      'R arm: 5 mm pearly papule.',
      '2. New lesion, R arm: shave biopsy, sent to pathology.',
    ),
    em: 'insufficient',
  },
  {
    name: 'a biopsy that was booked',
    note: wart(
      'New bleeding lesion on the arm.',
      'R arm: 5 mm pearly papule.',
      '2. New lesion, R arm: biopsy scheduled for next week, photographs taken.',
    ),
    em: 'supported',
  },
  {
    name: 'alternatives in the consent',
    note: 'HPI: back for pathology results.\nExam: 12 mm nodule of the cheek.\nData: pathology reviewed: squamous cell carcinoma.\nA/P: SCC of the cheek, for methotrexate today.\nProcedure: risks, benefits and alternatives including surgery, radiation and imiquimod were discussed, consent signed. Methotrexate 25 mg/mL 0.8 mL injected into the nodule.\n99213-25, 96405',
    em: 'insufficient',
  },
  {
    name: 'a rash to penicillin',
    note: wart('Allergies: penicillin (rash), sulfa (hives).', '', ''),
    em: 'insufficient',
  },
  {
    name: 'diagnoses listed beside codes',
    note: 'Dx: keloid L91.0; acne L70.0; eczema L30.9\nConsent signed. Kenalog 40 mg/mL 0.5 mL injected into the keloid. Tolerated.\n99213-25, 11900',
    em: 'insufficient',
  },
  {
    name: 'samples for the injected scars',
    note: wart('', '', 'Samples of imiquimod given for the warts.'),
    em: 'insufficient',
  },
  {
    name: 'work done by phone last week',
    note: wart('Phoned last week with shingles, valacyclovir 1 g tid was prescribed; vesicles crusted.', '', ''),
    em: 'insufficient',
  },
  {
    name: 'a plan copied from before',
    note: `${wart('', '', '')}\n\nPrior note 01/10/2026\nAssessment/Plan: Hand eczema flaring: start clobetasol ointment bid, patch testing ordered.`,
    em: 'insufficient',
  },
  {
    name: "someone else's letter",
    note: `${wart('', '', '')}\n\nCopied from outside records:\nHypertension uncontrolled, started amlodipine 5 mg daily, echo ordered.`,
    em: 'insufficient',
  },
  {
    name: 'asks, answered',
    note: wart('Asks whether her moles are fine.', 'Back: benign nevi.', '2. Benign nevi: reassured.'),
    em: 'insufficient',
  },
  { name: 'diet advice', note: wart('', 'BMI 34.', '2. Obesity: diet and exercise discussed.'), em: 'insufficient' },
  { name: 'vaccine given', note: wart('', '', '2. Influenza vaccine given IM today.'), em: 'insufficient' },
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

/** Changes of form that say nothing. */
const changes: readonly (readonly [string, (note: string) => string])[] = [
  ['with other line ends', (note) => note.replaceAll('\n', '\r\n')],
  ['in capitals', (note) => note.toUpperCase()],
  ['with typographic marks', (note) => note.replaceAll("'", '\u2019').replaceAll(' - ', ' \u2013 ')],
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

  for (const [name, change] of changes) {
    it(`reads the same ${name}`, () => {
      for (const { name: which, note, em, injected = true } of cases) {
        const changed = change(note);
        const visit = readVisit(readDocument(changed), { codes: codesIn(note), injectionToday: injected });
        assert.equal(visit.emSeparate, em, `${which}: ${changed}`);
      }
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
