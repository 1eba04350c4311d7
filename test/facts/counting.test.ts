import { strict as assert } from 'node:assert';
import { settled } from './settled';

/** A sentence in the body of a plain procedure note. */
const inNote = (sentence: string): string =>
  `PROCEDURE NOTE   DOS 04/14/2026\nDx: keloids of the trunk\nConsent signed.\n${sentence}\nKeep dry until morning. Return in 4 weeks.\n`;

function table(title: string, rows: readonly (readonly [sentence: string, expected: string])[]): void {
  describe(title, () => {
    for (const [sentence, expected] of rows) {
      it(`${expected}: ${sentence.replaceAll('\n', ' / ')}`, () => assert.equal(settled(inNote(sentence)), expected));
    }
  });
}

table('a number of lesions in every form a note writes it', [
  ['Kenalog 10 mg/mL was injected into 6 keloids, 0.1 mL each.', '6'],
  ['Kenalog 10 mg/mL was injected into six keloids, 0.1 mL each.', '6'],
  ['Kenalog 10 mg/mL was injected into six (6) keloids.', '6'],
  ['Kenalog 10 mg/mL was injected into 6 (six) keloids.', '6'],
  ['Kenalog 10 mg/mL was injected into seven (8) keloids.', '?conflicting'],
  ['Kenalog 10 mg/mL was injected into half a dozen keloids.', '6'],
  ['Kenalog 10 mg/mL was injected into a dozen keloids.', '12'],
  ['Kenalog 10 mg/mL was injected into a pair of keloids.', '2'],
  ['Kenalog 10 mg/mL was injected into both keloids.', '2'],
  ['Kenalog 10 mg/mL was injected into twenty-one keloids.', '21'],
  ['Kenalog 10 mg/mL was injected into twenty two keloids.', '22'],
  ['Intralesional Kenalog 10 mg/mL x 5 keloids.', '5'],
  ['ILK 10 mg/mL x5 keloids, 0.1 mL each.', '5'],
  ['ILK 10 mg/mL, keloids x 5, 0.5 mL total.', '5'],
  ['5 keloids injected with Kenalog 10 mg/mL, 1,5 mL total.', '5'],
  ['5 keloids injected with Kenalog 10 mg/mL 1,5 mL total.', '5'],
  ['Keloids \u00d7 5 injected with Kenalog 10.', '5'],
  ['Keloids (5) injected with Kenalog 10.', '5'],
  ['Number of lesions injected: 5\nAgent: Kenalog 10 mg/mL', '5'],
  ['Lesions treated: five\nAgent: Kenalog 10 mg/mL, 0.5 mL', '5'],
  ['Kenalog 10 injected. # of lesions: 5', '5'],
  ['Lesions #1-#5 were injected with Kenalog 10.', '5'],
  ['Lesions 1-4 and 6 were injected with Kenalog 10.', '5'],
  ['Lesions 1, 2 and 5 were injected with Kenalog 10.', '3'],
  ['Lesions A through F were injected with Kenalog 10.', '6'],
  ['A total of 9 keloids were injected with Kenalog 10.', '9'],
  ['Kenalog 10 was injected into 4 keloids on the chest and 5 on the back.', '9'],
  ['Kenalog 10 was injected into one keloid of the ear and two of the chest.', '3'],
  ['Kenalog 10 injected: R arm x3, L arm x2, chest x1.', '6'],
  ['Kenalog 10 injected: R arm (3), L arm (2).', '5'],
  ['We injected seven keloids with Kenalog 10.', '7'],
  ['Seven separate firm itchy keloids were injected with Kenalog 10.', '7'],
  ['The keloid was injected with Kenalog 40, 0.3 mL.', '1'],
  ['A single keloid was injected with Kenalog 40.', '1'],
  ['\uff17 keloids were injected with Kenalog 10.', '7'],
]);

table('parts, wholes and what is left', [
  ['Of the nine keloids, five were injected with Kenalog 10.', '5'],
  ['Five of nine keloids were injected with Kenalog 10.', '5'],
  ['5 of the 9 keloids were injected with Kenalog 10.', '5'],
  ['6 out of 8 keloids were injected with Kenalog 10.', '6'],
  ['All but two of the eight keloids were injected with Kenalog 10.', '6'],
  ['Eight keloids are present. All were injected with Kenalog 10.', '8'],
  ['Eight keloids are present. All but one were injected with Kenalog 10.', '7'],
  ['Eight keloids are present. Only three were injected with Kenalog 10.', '3'],
  ['Eight keloids are present. Kenalog 10 was injected into each of them.', '8'],
  ['Four keloids were injected with Kenalog 10, and an additional two were injected after a pause.', '6'],
  ['Eight keloids: three were frozen with liquid nitrogen and the remaining five were injected with Kenalog 10.', '5'],
  ['Eight keloids were examined; the larger ones were injected with Kenalog 10.', '?vague'],
  ['None of the keloids bled. Six keloids were injected with Kenalog 10.', '6'],
]);

table('bounds, ranges and words without a number', [
  ['Kenalog 10 was injected into 6-8 keloids.', '?vague'],
  ['Kenalog 10 was injected into 7 or 8 keloids.', '?vague'],
  ['Kenalog 10 was injected into at least 8 keloids.', '?vague'],
  ['Kenalog 10 was injected into approximately 10 keloids.', '?vague'],
  ['Kenalog 10 was injected into several keloids.', '?vague'],
  ['Kenalog 10 was injected into multiple keloids of the chest.', '?vague'],
  ['Kenalog 10 was injected into a few keloids.', '?vague'],
  ['Kenalog 10 was injected into the keloids.', '?missing'],
  ['The keloids were injected with Kenalog 10, 0.1 mL each, total 0.6 mL.', '?missing'],
]);

table('numbers that never count lesions', [
  ['The keloid, 2 x 4 cm, was injected with Kenalog 40, 0.3 mL, at six points.', '1'],
  ['One keloid was injected at eight points with Kenalog 40.', '1'],
  ['Kenalog 40 mg/mL 0.2 mL was injected into the keloid with a 30-gauge needle in 4 passes.', '1'],
  ['14 injections were made into 7 keloids with Kenalog 10.', '7'],
  ['Injection #3 of 6: Kenalog 10 was injected into 4 keloids.', '4'],
  ['Session 2. Kenalog 10 was injected into 4 keloids using 3 syringes.', '4'],
  ['Kenalog 10 was injected into 4 keloids. Pain 7/10, settled in 5 minutes.', '4'],
  ['Kenalog-40 was injected into 4 keloids. Code 11900 (1-7 lesions).', '4'],
  ['5-FU 50 mg/mL was injected into the keloid of the chest.', '1'],
  ['IL-2 5 MIU/mL was injected into two in-transit metastases.', '2'],
  ['Kenalog 10 was injected into 3 keloids. Call (207) 555-0134 for fever over 101.', '3'],
]);

table('who, when and whether', [
  ['Six keloids were not injected.', '-'],
  ['No keloids were injected today; Kenalog was not available.', '-'],
  ['Six keloids will be injected with Kenalog 10 at the next visit.', '-'],
  ['At the last visit five keloids were injected with Kenalog 10.', '-'],
  ['At the last visit five keloids were injected. Today three keloids were injected with Kenalog 10.', '3'],
  ['On 03/02/2025 five keloids were injected with Kenalog 10.', '-'],
  ['Her mother had five keloids injected with Kenalog.', '-'],
  ['If silicone fails, five keloids may be injected with Kenalog.', '-'],
  ['Consent for injection of up to ten keloids was signed. Four keloids were injected with Kenalog 10.', '4'],
  ['She would like five keloids injected with Kenalog.', '-'],
  ['Offered Kenalog injections to all three keloids; she declined.', '-'],
  ['No complications. Five keloids were injected with Kenalog 10.', '5'],
  ['No erythema and 5 keloids injected with Kenalog 10.', '5'],
  ['Five keloids were injected with Kenalog 10 without complication.', '5'],
  ['The previously treated keloids, five in number, were injected again with Kenalog 10.', '5'],
  ['Attempted three keloids, completed two; Kenalog 10 was injected into two keloids.', '2'],
  ['Presents for injection of five keloids.', '-'],
]);

table('as clinics put it', [
  ['ILK x 4, 10 mg/mL, 0.4 mL total.', '4'],
  ['ILK 10 mg/cc to L ear keloid, 0.2 cc.', '1'],
  ["Inj'd 2 keloids w/ K10, 0.1 cc ea.", '2'],
  ['I treated four keloids on the chest today with intralesional Kenalog 10.', '4'],
  ['Kenalog 10 was used to inject 6 keloids.', '6'],
  ['Three keloids received Kenalog 40, 0.2 mL each.', '3'],
  ['Each of the four keloids received 0.1 mL of Kenalog 40.', '4'],
  ['Keloids of the R ear, L ear and chest were each injected with Kenalog 40.', '?missing'],
  ['The keloid of the R ear and the keloid of the chest were injected with Kenalog 40.', '2'],
  ['R ear keloid injected with Kenalog 40, 0.2 mL. Chest keloid injected with Kenalog 40, 0.3 mL.', '2'],
  ['Kenalog 40 0.2 mL injected into R ear keloid and 0.3 mL into chest keloid.', '2'],
  ['After consent, using a 27 gauge needle, 5 keloids were infiltrated with 1.2 mL of triamcinolone 20 mg/mL.', '5'],
  ['Injected: 5 keloids. Agent: Kenalog 10. Volume 0.5 mL.', '5'],
  ['Kenalog 10 mg/mL, total of 0.5 mL, was injected in 5 sites.', '5'],
  ['Four of the keloids were injected with Kenalog 10; the other two were frozen.', '4'],
  ['Two keloids were excised, and the remaining three were injected with Kenalog 40.', '3'],
  ['Six keloids present; injected all except the one over the sternum with Kenalog 40.', '5'],
  ['Bilateral earlobe keloids were injected with Kenalog 40, 0.2 mL each side.', '?missing'],
  ['Kenalog 10 injected intralesionally into each of 3 keloids on the back, 2 on the chest and 1 on the neck.', '6'],
  ['Procedure: intralesional injection x 7\nMedication: Kenalog 10 mg/mL, 0.7 mL', '7'],
  ['Procedure: ILK, 9 lesions\nKenalog 10, 0.9 mL, tolerated well.', '9'],
  ['Total number of lesions treated: 12. Kenalog 10 mg/mL, 1.2 mL.', '12'],
  ['Kenalog 40 was injected into one large keloid and three small ones.', '4'],
  ['The two largest keloids were injected with Kenalog 40.', '2'],
  ['Kenalog 10 injected to lesions A, B and C.', '3'],
  ['Seven of these were injected with Kenalog 10 and the rest left alone.', '7'],
  ['Kenalog was injected into the two keloids that itch; the three quiet ones were left.', '2'],
  ['She received intralesional triamcinolone 10 mg/mL into 8 keloids.', '8'],
  ['Triamcinolone acetonide injectable suspension 10 mg/mL 0.5 mL administered intralesionally to 5 lesions.', '5'],
  ['We did 4 keloids with Kenalog 40 today.', '4'],
  ['Kenalog 40 mg/ml: R earlobe 0.2, L earlobe 0.3, chest 0.4.', '3'],
  ['Lesions injected with Kenalog 10: right cheek (2), left cheek (1), back (4).', '7'],
  ['Intralesional Kenalog 10 mg/cc was injected. Lesion count 6. Total volume 0.6 cc.', '6'],
  ['Injection of 0.3 mL Kenalog 40 into sternal keloid performed.', '1'],
  ['IL triamcinolone 5 mg/mL x 1.5 mL to six lesions.', '6'],
  ['Intralesional steroid injection was performed on 3 keloids.', '3'],
  ['Plan: inject keloids with Kenalog next visit.', '-'],
  ['Kenalog injections (3) were discussed; she prefers silicone.', '-'],
  ['No injection today, wants to wait.', '-'],
  ['Will hold ILK today given infection.', '-'],
  ['Patient was scheduled for ILK x 5 but left before it was done.', '-'],
  ['ILK deferred.', '-'],
  ['Prior ILK to 5 keloids helped.', '-'],
  ['s/p ILK x3 to chest keloids.', '-'],
  ['Injected keloids are softer.', '-'],
  ['Kenalog drawn up but not given.', '-'],
  ['Discussed ILK vs silicone; elects ILK. Kenalog 10, 0.3 mL injected into 3 keloids.', '3'],
]);

table('lists and tables', [
  ['Kenalog 10 injected into 10 keloids, chest x 3, left shoulder x 4, right shoulder x 3.', '10'],
  [
    'Kenalog 10, 30G needle, 0.1 mL every 1 cm, into 10 keloids: chest x 3, left shoulder x 4, right shoulder x 3.',
    '10',
  ],
  ['Kenalog 10 injected into 9 keloids, chest x 3, left shoulder x 4, right shoulder x 3.', '?conflicting'],
  ['Kenalog 10 mg/mL injected:\n- chest 0.2 mL\n- L shoulder 0.3 mL\n- R shoulder 0.1 mL', '3'],
  ['Kenalog 10 mg/mL injected:\n1. chest, 0.2 mL\n2. L shoulder, 0.3 mL\n3. R shoulder, deferred', '2'],
  ['Kenalog 10 mg/mL injected:\n- chest x 2\n- L shoulder x 3\n- R ear: flat, not injected', '5'],
  [
    'Kenalog 10 mg/mL\n| # | Site | Size | mL |\n|---|------|------|----|\n| 1 | chest | 2 x 1 cm | 0.2 |\n| 2 | L shoulder | 1 cm | 0.3 |\n| Total | | | 0.5 |',
    '2',
  ],
  ['Kenalog 10 mg/mL\nSITE\tLESIONS\tVOLUME\nchest\t2\t0.2\nback\t3\t0.3\nL ear\t0\t-', '5'],
  ['Kenalog 10 injected into 3 keloids: chest, L shoulder, R shoulder.', '3'],
  ['Kenalog 10 injected into 4 keloids: chest, L shoulder, R shoulder.', '?conflicting'],
  ['Kenalog 10 injected into 5 keloids (chest 2, L shoulder 3).', '5'],
  ['Kenalog 10 injected into 6 keloids (chest 2, L shoulder 3).', '?conflicting'],
  ['Kenalog 10 mg/mL, 0.1 mL per keloid:\n* chest: 2\n* back: 3', '5'],
  ['Lesion 1: 0.2 mL. Lesion 2: 0.1 mL. Lesion 3: resolved, not injected. Kenalog 10 mg/mL.', '2'],
]);

describe('a count told twice', () => {
  it('agrees', () => {
    assert.equal(settled(inNote('Kenalog 10 was injected into 5 keloids. In all 5 keloids were injected.')), '5');
  });
  it('disagrees', () => {
    assert.equal(settled(inNote('Kenalog 10 was injected into 5 keloids. Six keloids were injected.')), '?conflicting');
  });
  it('is corrected by an addendum', () => {
    const note = `${inNote('Kenalog 10 was injected into 5 keloids.')}\nADDENDUM 04/15/2026: The correct number of lesions injected is six.\n`;
    assert.equal(settled(note), '6');
  });
});

table('taken back, told of either side, told of none', [
  ['I injected three keloids on the chest and the four, scratch that, the five on the back with Kenalog 10.', '8'],
  ['Eight keloids were injected with Kenalog 10, not six.', '8'],
  ['One keloid on each ear was injected with Kenalog 40.', '2'],
  ['None of the eleven keloids was left uninjected: Kenalog 10, 1.1 mL in total.', '11'],
  ["Kenalog 40, 0.6 cc, at twelve, three, six and nine o'clock, was injected into the keloid.", '1'],
  ['Injected today x6, chest 4 back 2, with Kenalog 10, 0.1 mL ea.', '6'],
  ['We gave her Kenalog four times, last in January; the keloid is flat.', '-'],
  ['Kenalog 10, 0,1 ml, was injected into each of 4 keloids.', '4'],
  ['Half a milliliter of Kenalog 10 was injected into each of two keloids.', '2'],
]);

table('two agents', [
  ['5-FU 50 mg/mL mixed with Kenalog 40 in one syringe was injected into three keloids.', '3'],
  ['Two chest keloids were injected with 5-FU 50 mg/mL and three back keloids with Kenalog 40.', '2 + 3'],
]);

describe('injections with a code of their own', () => {
  const rows = [
    'PROCEDURE: R knee joint injection\nKenalog 40 mg, 1 mL, was injected into the knee joint.',
    'PROCEDURE: Trigger point injections\nThree trigger points were injected with Kenalog 10.',
    'PROCEDURE: Excision of keloid\nThe lesion was infiltrated with 1% lidocaine with epinephrine and excised.',
    'PROCEDURE: Botox\nBotox 20 units was injected into 5 sites of the forehead.',
    'PROCEDURE: Epidural steroid injection\nDepo-Medrol 80 mg was injected at L4-5.',
    'EYES: injected conjunctivae bilaterally.',
    'Methotrexate 25 mg IM was given in the left deltoid.',
    'PREOPERATIVE DIAGNOSIS: Keloid, left ear.\nPROCEDURE: Excision of keloid.\nDESCRIPTION: The lesion was excised. The wound edges were infiltrated with Kenalog 40 and closed with 5-0 nylon.',
    'PREOPERATIVE DIAGNOSIS: Subglottic stenosis.\nPROCEDURE: Microlaryngoscopy. Kenalog 40 mg/mL was injected into the subglottic scar in four quadrants.',
    'PROCEDURE: Esophagogastroduodenoscopy with dilation. Kenalog 10 mg/mL was injected into the stricture in four quadrants.',
    'PROCEDURE: Phacoemulsification. At the end of the case dexamethasone and cefazolin were injected subconjunctivally.',
    'PROCEDURE: Transurethral resection of two bladder tumors. Mitomycin 40 mg was instilled into the bladder.',
    'PROCEDURE: Needle localization. Methylene blue was injected into the two breast lesions before excision.',
    'PROCEDURE: Right trigger finger injection. 1 mL of Kenalog was injected into the flexor tendon sheath.',
    'Plantar fasciitis. 1 cc dexamethasone with 1 cc Marcaine was injected into the left plantar fascia.',
    'Morton neuroma, third interspace. Injected with Kenalog 10, 0.5 mL.',
    'PROCEDURE: Excision of 2 lesions of the cheek. Each lesion was injected with 1% lidocaine with epinephrine, 2 mL, then excised in an ellipse.',
    'PROCEDURE: Shave biopsy x 3. The three lesions were anesthetized with lidocaine 1% and shaved.',
    'Peyronie disease. Verapamil 10 mg was injected into the dorsal plaque.',
    'Dupuytren contracture. Xiaflex 0.58 mg was injected into the palpable cord.',
    'PROCEDURE: Sclerotherapy. Polidocanol 0.5% was injected into 12 spider veins of both thighs.',
    'CT ABDOMEN: After injection of 100 mL of contrast, two hypodense liver lesions are seen.',
    'PROCEDURE: Fine needle aspiration of thyroid nodule. 1% lidocaine was injected; three passes were made.',
    'HISTORY: Multiple keloids injected with Kenalog in the past, five on the chest. Here for a blood pressure check.',
    'MEDICATIONS: methotrexate 15 mg weekly, Humira injection every two weeks.\nEXAM: psoriatic plaques of both elbows, multiple lesions.',
    'The patient has metastatic melanoma with six lung nodules. She received ipilimumab and nivolumab today.',
    'A bone lesion of the proximal humerus was treated with curettage; the cavity was injected with methylprednisolone in 2019.',
    'PROCEDURE: Bilateral myringotomy. PROCEDURE: The nasal polyps were injected with 1% lidocaine with 1:100,000 epinephrine. Kenalog was placed on the pack.',
    'CHALAZION: incision and curettage of the right upper lid chalazion after injection of 2% lidocaine.',
    'The bursa over the right olecranon was aspirated and injected with Depo-Medrol 40 mg.',
    'Ganglion cyst of the wrist: aspirated, then injected with 1 mL of Kenalog 40.',
    'Lumbar facet joints L4-5 and L5-S1 were injected with Depo-Medrol 40 mg and Marcaine.',
    'The surgical scar was injected with 0.25% Marcaine, 10 mL, for postoperative pain.',
    'Flu vaccine 0.5 mL IM given in the left deltoid. Two moles noted on the back.',
  ];
  for (const text of rows)
    it(text.replaceAll('\n', ' / '), () => assert.equal(settled(`DOS 04/14/2026\n${text}\n`), '-'));
});

table('parts that say the whole once more, and shares of a dose', [
  ['I injected six keloids, two of the ear and four along the chest, with Kenalog 10 mg/mL.', '6'],
  ['Kenalog 10 mg/mL was injected into 9 keloids (chest 4, L shoulder 2, back 3), 0.9 mL.', '9'],
  ['Kenalog 10, 0.9 mL, 9 keloids (chest 4, L shoulder 2, back 3).', '9'],
  ['Both keloids were injected with Kenalog 40, 0.3 mL in the larger and 0.1 mL in the other.', '2'],
  ['Kenalog 10 was injected into 3 keloids of the hand, 2 of the foot and 1 of the chin.', '6'],
  ['Keloids that received Kenalog 10: chest 3, left shoulder 1, right shoulder 2, back 2.', '8'],
  ['Seven keloids were injected with Kenalog 10, not eight.', '7'],
  ['Eight keloids were injected with Kenalog 10.\nP.S. Seven keloids were therefore injected, not eight.', '7'],
  ['Eleven keloids were charted and all but two of them, both now flat, received Kenalog 10, 0.9 mL.', '9'],
  ['Kenalog ten per ml, point one five of a ml, was injected into the keloid.', '1'],
]);

table('numbers behind a bare number, in an addendum, in an answer', [
  ['Keloids: Kenalog 10 used. Six injected, 4 R forearm & 2 L forearm.', '6'],
  [
    'Keloids: Kenalog 10 used. Six injected.\n\nADDENDUM 04/14/2026 16:38, J. Doe MD\nMy entry left off the R shin, two keloids there also injected.',
    '8',
  ],
  [
    'Kenalog 10 was injected into 9 keloids.\n\n[ADDENDUM 04/14/2026 16:20, J. Doe MD]\nNumbers 3 and 8 had been marked but were skipped. Keloids treated: 7.',
    '7',
  ],
  [
    'Several keloids were injected with Kenalog 10.\n\nQUERY\nHow many separate lesions were injected?\n\nRESPONSE  04/16/2026  J. Doe MD\nNine were injected.',
    '9',
  ],
  ['Keloids one through five and seven were each injected with Kenalog 10.', '6'],
  [
    'Kenalog 10, 2.0 mL, keloids:\n  L flank x 2     0.5 mL\n  abdomen         none palpable, nothing given\n  back x 3        0.8 mL',
    '5',
  ],
]);

it('1: the one lesion spoken of', () =>
  assert.equal(
    settled(
      'DOS 04/14/2026\nThe keloid of the sternum is still tender. Kenalog 10, 0.2 mL, was put into the middle of it.',
    ),
    '1',
  ));

table('shares, either side, places before the drug, other sessions', [
  ['Half of the sixteen keloids were injected with Kenalog 10.', '8'],
  ['1 Keloids - half of the sixteen injected today with Kenalog 10', '8'],
  ['Kenalog 5 mg/mL, 0.2 mL, was injected into the keloid on either shoulder.', '2'],
  ['L earlobe, L helix, R helix, sternum, L scapula: Kenalog 10, 0.2 mL in each', '5'],
  ['Keloids: Kenalog 10: forearm 2,0 ml, ankle 1,5 ml, neck 0,7 ml.', '3'],
  ['Keloids injected with Kenalog 10:\n- chest, 4\n- L shoulder, 3\n- R shoulder, 2', '9'],
  ['At least eight keloids were injected with Kenalog 10; dose 4 was eleven.', '?vague'],
  ['The three keloids were each injected with Kenalog 10 after she had been told what to expect.', '3'],
  ['Kenalog 10: 1.2 mL to the big one, 0.4 mL to the small one.', '2'],
]);

table('totals, sizes, errors put right', [
  ['Kenalog 10 into both elbow keloids and the one at the cleft, three keloids, 1.5 mL in all.', '3'],
  ['INJECTED: Kenalog 10 mg/mL, 0.3 mL into the 8 mm and 0.5 mL into the 12 mm keloid.', '2'],
  ['Kenalog 10 was injected into nine of the\nfourteen keloids, those on the back and chest.', '9'],
  [
    'Kenalog 10: sternum 3, left shoulder 3, right shoulder 2; 0.15 mL for each. Six keloids treated.\n\nAddendum 04/15/2026, J. Doe PA-C: the line with the sites is right, the "six" is an error for eight.',
    '8',
  ],
  [
    'Kenalog 10: sternum 3, left shoulder 3, right shoulder 2; 0.15 mL for each. Six keloids treated.\n\nAddendum 04/15/2026, J. Doe PA-C: two of the sternal ones were only marked; six is right.',
    '6',
  ],
]);

table('nothing was injected', [
  ['INJECTED: nothing. Kenalog 10, 0.3 mL, waits until the infection is over.', '-'],
  ['Choices laid out: T-VEC (injected into the keloids every 2 wk) or surgery.', '-'],
  ['The syringe was labelled. The keloids were measured; none was injected with Kenalog 10.', '-'],
  ['In 2022 five keloids were injected with Kenalog 10.', '-'],
  ['He had Kenalog injected into four keloids in 2019.', '-'],
  ['All injected medications were preservative free. Keloids looked at.', '-'],
]);

table('a share for all that follow, and a sum behind an equals sign', [
  ['Kenalog 10 mg/mL injected, 0.1 mL each: chest 3, R ear 1, L shoulder 2 = 6.', '6'],
  ['Kenalog 10 mg/mL injected, 0.1 mL ea: chest 3, R ear 1, L shoulder 2.', '6'],
  ['Kenalog 10 mg/mL injected, chest 3 + R ear 1 + L shoulder 2 = 6.', '6'],
  ['Kenalog 10 mg/mL injected, 0.1 mL each: chest 3, R ear 1, L shoulder 2 = 7.', '?conflicting'],
  ['Kenalog 10 mg/mL injected: chest 3, R ear 1, L shoulder 2, 0.1 mL each = 0.6 mL.', '6'],
]);

describe('a plan below subjective and objective in one', () => {
  const note = (plan: string, head = 'SUBJ/OBJ\n1. Lichen planus of the shins, sched shots. Itchy plaques.') =>
    `HILL CLINIC   DOS 04/14/2026\n\n${head}\n\nPLAN\n ${plan}\n\nE&M 99213   PROC 11900\n`;
  for (const [plan, expected] of [
    ['LP: consent signed. TAC 10 mg/ml injected, 0.1 ml ea: R shin 2, L shin 3 = 5. RTC 6 wk.', '5'],
    ['LP: TAC 10 mg/ml will be injected into 5 plaques at the next visit.', '-'],
    ['LP: inject five plaques with TAC in 2 wk if the cream fails.', '-'],
    ['LP: TAC 10 mg/ml, 5 plaques injected in March. Now clobetasol.', '-'],
  ] as const)
    it(`${expected}: ${plan}`, () => assert.equal(settled(note(plan)), expected));
});

describe('questions of a form by number', () => {
  it('does not take the date behind "Next" for the day of what follows', () => {
    const text =
      'THERAPY FORM\nQ1  Date                 14 APR 2026\nQ2  Diagnosis            Keloids, chest\nQ3  Next                 12 MAY 2026\nQ4  Injected             Kenalog 10 mg/mL, 3 keloids, 0.1 mL each\n';
    assert.equal(settled(text), '3');
  });
});
