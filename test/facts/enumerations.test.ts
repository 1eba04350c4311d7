import { describeSettled, type Row } from './settled';

/** Lesions that are counted by being enumerated, and near by what must not count. */
const rows: readonly Row[] = [
  [
    'a number and places that come to it',
    'Sarcoid. TAC 10 was injected into 5 plaques: nasal tip, left ala, right cheek x 2, left upper arm.',
    '5',
  ],
  [
    'a number and places that do not',
    'Sarcoid. TAC 10 was injected into 6 plaques: nasal tip, left ala, right cheek x 2, left upper arm.',
    '?conflicting',
  ],
  [
    'the correct total of an addendum',
    'Prurigo. TAC 10, 0.1 mL per nodule, injected into 7 nodules (L forearm 4, R forearm 3).\n\nADDENDUM 1/29/25, S. Roe MD\nThe correct total for yesterday is 8 nodules, 0.8 mL.',
    '8',
  ],
  ['a share of the dose behind its places', 'Keloids. Kenalog 40, 0.2 mL each, nape and R jaw.', '2'],
  ['a share before its places', 'Warts of the hands.\nCandin, 0.1 cc ea: R thumb, R ring x2, L palm.', '4'],
  ['the drug in the line above', 'Warts of the hands, Candin #3.\n0.1 cc ea: R thumb, R palm x3. L index gone.', '4'],
  [
    'places with words of their own',
    'Condylomata. Interferon alfa-2b 0.1 mL under each of: coronal sulcus, shaft base, L groin x2.',
    '4',
  ],
  ['a multiple among places', 'Keloids. Kenalog 40 injected into the R forearm x2 and scalp.', '3'],
  ['places of many lesions are no count', 'Warts. Bleomycin 1 U/mL, 0.1 mL each, hands and feet.', '?missing'],
  ['one place left out', 'Keloids. Kenalog 40, 0.2 mL each: nape, R jaw. Chest skipped.', '2'],
  ['lids by their letters', 'Chalazia RUL and LLL. Triamcinolone 40 mg/mL, 0.1 mL into each.', '2'],
  ['one lid', 'Chalazion RUL. Triamcinolone 40 mg/mL, 0.1 mL into it.', '1'],
  ['metatarsal heads are places', 'Plantar warts. Bleomycin 0.1 cc ea: L heel, L sub 1, L sub 5.', '3'],
  [
    'places with numbers between strokes',
    'Procedure: intralesional Kenalog 40\nNodules injected: R axilla 3 / L axilla 2 / R groin 1',
    '6',
  ],
  ['a stroke inside a place', 'Keloids. Kenalog 40 injected into 3 chest/shoulder keloids.', '3'],
  [
    'places with numbers between bars',
    'INJECTION  5-FU 50 mg/mL, 0.2 mL each\nScars injected:  R hand 2 | R forearm 3 | neck 1',
    '6',
  ],
  [
    'a name before the number, its parts in brackets',
    'Warts: Candin 0.1 mL into 5 (right middle 2, left thumb 3).',
    '5',
  ],
  [
    'a bare word of the injection before the lesion',
    '12/11/25 Inj only. Acne cyst L jaw x1, tender. TAC 2.5 mg/cc 0.05 cc, 30g.',
    '1',
  ],
  ['pokes into one', 'Keloid, chest. Kenalog 40, 0.4 ml into it, about 5 pokes till white.', '1'],
  ['both ears among numbers', '3/3/26 keloids. Kenalog 10 injected: chest 2, both ears, others flat.', '4'],
  ['what is said of the rest', '3/3/26 keloids. Kenalog 10 injected: chest 2, R ear 1, others resolved.', '3'],
  ['a pair of places, each with its share', 'Sarcoid plaques. Kenalog 10: 0.1 mL alae each, 0.2 mL glabella.', '3'],
  ['sides with one each', 'Keloids\nK40 w/ 30g:\nchest x3, jaw R and L, 1 each', '5'],
  ['a drug and its needle before the entries', 'Keloids\nK40 w/ 30g:\nchest x3, R shoulder x1', '4'],
  ['a drug without its needle before a list of findings', 'Keloids, on Kenalog:\nchest x3, R shoulder x1', '-'],
  [
    'rows that open with letters',
    'INJECT\nMethotrexate 12.5 mg/mL for SCC.\nA-C     0.2 mL each\nE       0.3 mL\nD, F    no injection',
    '4',
  ],
  [
    'A and B are rows, not an assessment',
    'KAs. PROCEDURE: intralesional 5-FU 50 mg/mL\nTreated\n  A  R shin   17 mm   0.8 mL\n  B  L shin   11 mm   0.5 mL',
    '2',
  ],
  [
    'a size of before',
    'KAs. PROCEDURE: intralesional 5-FU 50 mg/mL\nTreated\n  A  R shin   17 mm (was 26)   0.8 mL\n  B  L shin   11 mm (was 15)   0.5 mL',
    '2',
  ],
  [
    'a grid of places by sides',
    'AA. ILTAC 5 mg/ml, total 1.2 ml\n          left    mid    right\n frontal   1       0      2\n vertex    0       2      -',
    '5',
  ],
  [
    'a grid under no drug',
    'AA, hair count.\n          left    mid    right\n frontal   1       0      2\n vertex    0       2      -',
    '-',
  ],
  [
    'numbers that open items',
    'Visit 1/26/26\nA/P- 1 Strep throat: amoxicillin 500 BID.\n2 Acne cyst R jaw: Kenalog 2.5 mg/mL 0.1 mL into it.',
    '1',
  ],
  [
    'the rest of those numbered',
    'Kaposi sarcoma. Nodules marked and numbered 1 to 10. Nos. 3 and 6 flat, left out. All others injected with vinblastine, 1.5 mL total.',
    '8',
  ],
  [
    'the rest of a session that was stopped',
    'Melanoma, T-VEC cycle 3 (4 mL). Nine nodules marked. After the first four he became faint; the other five were not injected.',
    '4',
  ],
  ['the larger one', 'Warts R foot. Candin 0.2 mL into the larger one only, other left alone.', '1'],
  ['into both', 'Two warts of the R foot. Candin 0.2 mL into both.', '2'],
  ['into several', 'Acne cysts. Kenalog 2.5 mg/mL into several of these, 0.4 cc total.', '?vague'],
  ['needle from both ends', 'SCC of the lip. I placed 0.5 mL of methotrexate into the tumor from both ends.', '1'],
  [
    'up to so many, as ordered',
    'Melanoma. Order: bleomycin 15 units, intralesional, up to 8 lesions, 0.5 mL per lesion.',
    '-',
  ],
  [
    'a list and another total',
    'AKN. Kenalog 40, 0.15 cc per papule. Papules shot: midline x2, R x1, L x2. Total papules: 6.',
    '?conflicting',
  ],
  [
    'a total that agrees',
    'AKN. Kenalog 40, 0.15 cc per papule. Papules shot: midline x2, R x1, L x2. Total papules: 5.',
    '5',
  ],
  [
    'an edit in brackets',
    'Visit 4/15/2026. Prurigo, 54F.\nTriamcinolone 10 mg/mL, 0.1 mL into each of nine nodules.\n[Clinician edit 10:14: six, not nine.]',
    '6',
  ],
  [
    'one that was two',
    'KAs. Methotrexate injected. 7 lesions were treated.\n\nADDENDUM: The lesion of the R shin was in fact two lesions injected separately.',
    '8',
  ],
  [
    'a number in an addendum',
    'KAs. Methotrexate injected. 7 lesions were treated.\n\nADDENDUM 5/22/25 A. Roe, MD: The number treated was therefore eight.',
    '8',
  ],
  [
    'a key and its value on each line',
    'visit_date,2025-11-18\ndx,"Kaposi sarcoma"\ndrug,"vinblastine 0.2 mg/mL"\nlesion,site,ml,status\n1,L foot,0.1,injected\n2,L calf,0.1,injected\n3,R foot,0,not injected\nbill,96405',
    '2',
  ],
];

describeSettled('Lesions told one by one', rows, (text) => `${text}\n`, false);

/** Whose day an entry or a statement is of. */
const days: readonly Row[] = [
  [
    'what had been injected',
    'Kaposi sarcoma. At the last treatment we had injected six lesions. Today I injected four nodules of the foot with vinblastine.',
    '4',
  ],
  [
    'what would be injected',
    'SCC. Intralesional methotrexate, usually two to four injections, would be my preference for the two nodules.',
    '-',
  ],
  [
    'a cream for the papules',
    'SCC, KA type. Intralesional methotrexate next week. I asked her to begin fluorouracil cream to the two papules.',
    '-',
  ],
  [
    'an imported procedure',
    'Visit: 03/27/2025. Melanoma, remission. Nivolumab held.\n\n----- PRIOR PROCEDURE (imported 09/12/2024) -----\nT-VEC cycle 8. 10^8 PFU/mL, 8 lesions L arm, 3.4 mL.\n----- END IMPORT -----',
    '-',
  ],
  [
    'a running record, its last entry',
    'Keloids, agent Kenalog 10.\n\n 5 Jun 25   sess 1   6 keloids   2.8 mL\n 3 Jul 25   sess 2   5 keloids   2.6 mL\n 2 Oct 25   sess 3   4 keloids   1.4 mL',
    '4',
  ],
  [
    'a year as it is dictated',
    'Keloids, six. She was injected in twenty twenty two with Kenalog. No injection today.',
    '-',
  ],
  [
    'another practice',
    'Keloids, six. She was injected twice at another practice with Kenalog. I did not inject anything today.',
    '-',
  ],
  [
    'a condition behind a bare name',
    'GA of the hands. ILK 5 discussed, wants topical. ILK to 6 sites nv if no better.',
    '-',
  ],
  [
    'told under the examination',
    'Exam: R palm wart 4 mm, R thumb wart 3 mm.\nTwo warts were injected, MMR vaccine 0.25 mL each.',
    '2',
  ],
  [
    'told of before under the examination',
    'Exam: The two warts injected last month with MMR vaccine 0.25 mL are flat.',
    '-',
  ],
];

describeSettled('The day of what is told', days, (text) => `${text}\n`, false);
