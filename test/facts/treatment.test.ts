import { strict as assert } from 'node:assert';
import { settled } from './settled';

/** How many lesions got each agent today, fewest first: the order of the agents is not asked. */
const numbersOf = (text: string): string => settled(text).split(' + ').sort().join(' + ');

/** Body of a note, and what was injected into how many lesions by it. */
const cases: readonly (readonly [body: string, expected: string])[] = [
  ['HPI: Two warts were injected with bleomycin in March by Dr. Lee. Exam: four warts. Plan: salicylic acid.', '-'],
  ['PLAN: Bleomycin to 4 warts next visit, prior auth sent.\nPROCEDURE: none today.', '-'],
  ['PROCEDURE: Bleomycin 1 U/mL, 4 warts injected.\nPLAN: repeat bleomycin to remaining warts in 4 weeks.', '4'],
  [
    'A/P: Warts - bleomycin 1 U/mL injected into 3 warts today, tolerated well. Keloid - will inject Kenalog next time.',
    '3',
  ],
  ['A/P: Warts x5. Candida antigen 0.3 mL injected into the largest wart only.', '1'],
  ['Procedure: 5 warts pared, 3 injected with bleomycin 1 U/mL, 2 frozen.', '3'],
  ['Procedure: bleomycin was injected into warts 1, 3 and 4; wart 2 was too sore and was skipped.', '3'],
  ['Procedure: bleomycin injected into 6 warts; the 7th had resolved.', '6'],
  ['Injection was aborted after the patient fainted before the needle was placed. Bleomycin discarded.', '-'],
  ['The patient consented to bleomycin injection of up to 6 warts. Four warts were then injected.', '4'],
  ['Injection of bleomycin into 4 warts was performed on 03/01/2026.', '-'],
  ['Last month we injected 4 warts with bleomycin. She is here to discuss results.', '-'],
  [
    'PROCEDURE: Left L5 transforaminal epidural steroid injection with 40 mg of Kenalog under fluoroscopy. The nerve root was seen on the left. Kenalog was injected at this site.',
    '-',
  ],
  ['PROCEDURE: Sclerotherapy of a lymphatic malformation. Doxycycline was injected into the cysts.', '-'],
  ['Two trigger points, which were palpable as nodules, were each injected with Kenalog 10 mg.', '-'],
  [
    'PROCEDURE: Excision of two nevi. The lesions were infiltrated and excised. Kenalog was given subconjunctivally.',
    '-',
  ],
  ['After a digital nerve block bleomycin 1 U/mL was injected into 3 periungual warts.', '3'],
  ['PROCEDURE\nDrug: [x] triamcinolone 5 mg/mL  [ ] 10\nLesions: 4 (R hand 2, L hand 2)\nVolume: 1.1 mL', '4'],
  [
    'Neck (keloids K1, K2, K3): 5-FU 45 mg/mL with triamcinolone 4 mg/mL, 0.5 mL into each.\nR forearm (keloids S1, S2): triamcinolone 10 mg/mL only, 0.4 mL each.',
    '2 + 3',
  ],
  ['[copied from 01/19/2026]\nPROCEDURE: ILK 5 mg/mL, 2.2 mL, 9 keloids.\n[end copied]\nNo injections done.', '-'],
  ['Regimen: T-VEC intralesional q3wk. T-VEC held, do not thaw; fever. Pembrolizumab 200 mg given.', '-'],
  [
    'Remaining warts: R palm 3, R index 1, L palm 2.\nPROCEDURE: All of the remaining ones were injected with bleomycin 0.5 U/mL, 0.6 mL.',
    '6',
  ],
  ['Today we injected the same 4 warts as last month with bleomycin 1 U/mL.', '4'],
  ['Nurse drew up bleomycin 1 U/mL. MD injected 4 warts.', '4'],
  ['Bleomycin 1 U/mL 0.4 mL: R heel 0.1, R arch 0.1, L heel 0.2.', '3'],
  ['2 warts on R foot and 3 on L foot injected w/ bleo 1u/ml.', '5'],
  ['Four warts were injected with bleomycin and two keloids with Kenalog 40.', '2 + 4'],
  ['Warts (4): bleomycin 1 U/mL 0.1 mL each. Keloids (2): Kenalog 40 0.2 mL each.', '2 + 4'],
  ['Bleomycin 1 U/mL was injected into 4 warts. Kenalog 40 was injected into 2 keloids.', '2 + 4'],
  ['Kenalog 40/5-FU 50 (1:9) injected into 3 keloids.', '3'],
  ['Kenalog 10 changed to Kenalog 40 during the procedure; 3 keloids injected.', '3'],
  ['5-FU 45 mg and triamcinolone 4 mg in one syringe, 1 mL, injected into 3 keloids.', '3'],
  ['Allergic to bleomycin. Candida antigen injected into 3 warts.', '3'],
  ['Takes methotrexate 15 mg weekly. Kenalog 10 injected into 3 keloids.', '3'],
  ['Lidocaine 1% was injected into each wart, then bleomycin 1 U/mL into 4 warts.', '4'],
  ['4 warts were numbed with lidocaine and curetted.', '-'],
  ['Kenalog ointment applied to 3 keloids.', '-'],
  ['Efudex cream to 4 warts nightly.', '-'],
  ['The keloids were treated with PDL; Kenalog 40 was then injected into 3 of them.', '3'],
  ['Pt here for Kenalog injections. 3 keloids injected today.', '3'],
  ['[x] Kenalog injection, 3 lesions   [ ] cryotherapy', '3'],
  ['"My sister had 5 keloids injected with Kenalog," she says.', '-'],
  ['IL triamcinolone for keloids can cause atrophy. Up to 5 lesions may be treated per session.', '-'],
  ['Template: inject ___ lesions with Kenalog ___ mg/mL.', '-'],
  ['Kenalog 40, lot 7, exp 12/26, 3 keloids, 0.2 cc each, 30g x 1/2 in needle.', '3'],
  ['Vinblastine 0.2 mg/mL injected into the 8 remaining KS lesions.', '8'],
  ['T-VEC 10^8 PFU/mL, 4 mL over 5 lesions.', '5'],
  ['Imlygic cycle 3: 3 mL injected into 4 cutaneous and 2 subcutaneous lesions.', '6'],
  ['Interferon 1 MIU into each of five condylomata.', '5'],
  ['Verapamil 2.5 mg/mL injected into two hypertrophic scars, 0.5 mL apiece.', '2'],
  ['MTX 25 mg/mL 1 mL IL to KA R forearm.', '1'],
  ['Keratoacanthoma R forearm injected circumferentially with MTX 25 mg/mL, 1 mL.', '1'],
  ['Methotrexate was injected at four quadrants of the tumor.', '1'],
];

describe('what was injected today, of all that a note tells', () => {
  for (const [body, expected] of cases) {
    it(`${expected}: ${body.replaceAll('\n', ' / ')}`, () =>
      assert.equal(numbersOf(`Visit note   DOS 04/14/2026\nDx: plantar warts, keloids\n${body}\n`), expected));
  }
});

it('- : Peyronie disease that only the history names', () =>
  assert.equal(
    settled('HISTORY: Peyronie disease, third injection.\nPROCEDURE: Verapamil 10 mg was injected into the plaque.'),
    '-',
  ));

/** Notes in which something was injected, and no agent into a lesion. */
const otherInjections: readonly string[] = [
  'History of melanoma. Right shoulder pain; right shoulder was injected with Kenalog 40 mg and lidocaine.',
  'Keloid prone. Depo-Provera injection given today.',
  'Multiple warts on hands. B12 injection given.',
  'Toradol 60 mg was injected. Two lesions on the scalp noted.',
  'Skin lesions x3. Rocephin 1 g injected IM for cellulitis.',
  'The lesion was injected with lidocaine and biopsied; path melanoma.',
  'Hepatitis C and warts. Interferon injections weekly continue.',
  'Psoriasis plaques. Methotrexate injection 15 mg weekly.',
  'Hodgkin lymphoma: bleomycin given as part of ABVD through the port today.',
  'Bladder tumors x2 resected. BCG was instilled into the bladder.',
  'EGD: ulcer base with visible vessel, epinephrine was injected in four quadrants.',
  'Colonoscopy: two polyps were injected with saline and epinephrine for lift and removed by snare.',
  'Colonoscopy: SPOT tattoo was injected near the lesion.',
  'Esophageal varices were injected with sodium tetradecyl.',
  'Laryngeal papillomas were injected with cidofovir through the laryngoscope.',
  'Vocal fold granuloma was injected with Kenalog under laryngoscopy.',
  'Cystoscopy: Deflux was injected below the ureteral orifice.',
  'Two sebaceous cysts were injected with 1% lidocaine, incised and drained.',
  'Three moles. The lesions were infiltrated with 1% Xylocaine with epinephrine and shaved.',
  'Dental: infiltration with articaine; two lesions of the gingiva biopsied.',
  'Trigger finger and a wart. The A1 pulley was injected with Kenalog 10.',
  'Left knee was injected with 40 mg of Kenalog. She also has several keloids.',
  'SI joint injected with Depo-Medrol 80 mg. History of breast cancer with bone metastases.',
  'L4-5 epidural steroid injection. MRI shows metastatic lesions at L2 and L3.',
  'Celiac plexus was injected with alcohol for pancreatic cancer pain.',
  'The tumor bed was injected with Marcaine. Five nodules were excised.',
  'Stereotactic biopsy: 10 mL of lidocaine was injected; three masses sampled.',
  'Sentinel node: technetium was injected around the melanoma.',
  'Hysteroscopy: vasopressin was injected into the fibroid.',
  'Myomectomy: each of three fibroids was injected with dilute vasopressin.',
  'The wound was irrigated and the skin edges injected with 0.5% bupivacaine. Lipomas x2 removed.',
  'Liver metastases: TACE with doxorubicin was injected into the right hepatic artery; three lesions treated.',
  'Radiofrequency ablation of two liver lesions. Contrast was injected.',
  'Breast: 3 lesions localized; needle placed; contrast injected.',
  'Botox 50 units were injected at 10 sites for hyperhidrosis.',
  'Filler: 2 syringes of Juvederm were injected into the nasolabial folds. Scar on chin noted.',
  'PRP was injected over the scalp at equidistant points for alopecia.',
  'Steroid taper started for alopecia areata, 5 patches.',
  'Kenalog 60 mg IM was given for the severe dermatitis with many plaques.',
  'Vein: 3 spider veins were injected with polidocanol.',
  'Retinal: Avastin was injected intravitreally for the lesion.',
  'Ozurdex was injected. Iris lesion stable.',
  'Chest tube; talc was instilled for malignant effusion; two lung nodules.',
  'Thyroid: ethanol was injected into the cystic nodule.',
  'Kenalog was injected into the carpal tunnel. Ganglion cyst on dorsum.',
  'Allergy: she gets allergy shots. 4 papules on arm.',
  'Injection site reactions: two nodules where Copaxone is injected.',
  'Insulin injection sites with lipohypertrophy: 3 lumps.',
  'The patient injects heroin; two abscesses drained.',
  'Injected conjunctivae, three lid papules.',
  'Peyronie plaque was injected with verapamil.',
  'Lidocaine with epinephrine was infiltrated into the two scars which were then revised.',
  'Scar revision. Kenalog was infiltrated along the closure.',
  'Dupuytren nodule was injected with Kenalog.',
  'Plantar fibroma was injected with Kenalog 10.',
  'Ultrasound guided injection of the hip with triamcinolone. Lytic lesions seen.',
  'DOS 04/14/2026\nPROCEDURE: ',
  'of',
];

describe('other injections, and other work on lesions', () => {
  for (const body of otherInjections) {
    it(body, () => {
      assert.equal(numbersOf(`DOS 04/14/2026\n${body}\n`), '-');
      assert.equal(numbersOf(`DOS 04/14/2026\nPROCEDURE: ${body}\n`), '-');
    });
  }
});

describe('lesions under the names that the note gives them', () => {
  const trial = (body: string): string => `TRIAL UNIT   DOS 04/14/2026\n${body}\n`;
  const described = 'Target lesions T1 left cheek 9 mm, T2 left temple 7 mm, T3 chest 5 mm\n';
  for (const [body, expected] of [
    [`${described}Product blinded, kit 11\nInjected       T1 0.3 mL, T2 0.3 mL, T3 0.5 mL, by PI`, '3'],
    [`${described}Injected: T1 0.3 mL, T3 0.5 mL. T2 not injected.`, '2'],
    [`${described}Applied: T1 0.3 mL, T2 0.3 mL gel`, '-'],
    [`${described}To be injected next week: T1 0.3 mL, T2 0.3 mL`, '-'],
    ['Trigger points T1 left neck, T2 left shoulder\nInjected: T1 0.3 mL, T2 0.3 mL', '-'],
  ] as const)
    it(`${expected}: ${body.replaceAll('\n', ' / ')}`, () => assert.equal(settled(trial(body)), expected));
});
