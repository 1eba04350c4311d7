import { describeVisits } from './visit-verdicts';

/** One paragraph, dictated and not edited. */
const dictated = (more: string): string =>
  `DICTATED 04/02/2026  not edited\nharold finch 61 comma hypertrophic scars of the chest after surgery period he signed period I injected three of them with Kenalog 40 comma 0.2 cc each comma tolerated well period no sun comma back in six weeks period ${more} charges 11900 and 99213-25 period`;

/** Numbered problems in a scribe's shorthand. */
const numbered = (...items: string[]): string =>
  `SCRIBE for Dr M Lowe  9/12/25 2:10p\nCC: keloids, other\n#1 Keloids chest x3, itchy. IL TAC 40, 0.2 cc ea, blanched, tol well. Consent signed. Vaseline, bandaid off tmrw.\n${items.map((item, at) => `#${at + 2} ${item}`).join('\n')}\nRTC 6 wk\n99213-25, 11900`;

/** A form with boxes and a part for the problem. */
const form = (problem: string, boxes = '☐ Procedure only   ☐ Problem visit   ☒ Both'): string =>
  `PODIATRY FORM  rev. 2\nName  Ida K.   Date  05/29/2025   Provider  ☒ Roth  ☐ Lund\nVisit type   ${boxes}\n\nPROCEDURE\nDx   ☒ Verruca plantaris B07.0   ☐ Keloid\nWarts injected   R 2   L 1\nDrug  ☒ Bleomycin 1 U/mL   Vol/wart 0.2 mL\nConsent   ☒ Signed today\nInstructions   ☒ Ice\nReturn   ☒ 4 wk\n\nPROBLEM VISIT\n${problem}\n\nCodes   ☐ 99212   ☒ 99213   ☐ 99214   ☒ 96405\nC. Roth DPM`;

/** Capitals of a hospital system. */
const capitals = (more: string): string =>
  `LOCAL TITLE: DERMATOLOGY NOTE\nDATE OF NOTE: APR 22, 2025@13:02\nAUTHOR: LUNDE,ASTRID\n70 Y/O MALE WITH KELOID OF CHEST. CONSENT SIGNED. KENALOG 40, 0.3 ML INJECTED INTO 2 KELOIDS. NO BLEEDING. KEEP DRY.\n${more}\nENCOUNTER FORM: 99213-25, 11900\n/es/ ASTRID LUNDE, MD`;

/** A hospital note that several professions write in. */
const team = (nursing: string, physician: string): string =>
  `CHILDREN'S HOSPITAL - PROCEDURE VISIT            10/03/2024\nNURSING  K. Brown, RN\n${nursing}\n\nCHILD LIFE  M. Adler, CCLS\nPrepared with doll. Coped well.\n\nPHYSICIAN  Hedda Falk, MD\n1. Common warts of the hands. Candida antigen 0.1 mL injected into each of five warts. Arm may be sore.\n${physician}\nReturn 3-4 wk.\nCHARGES: 99213, 11900`;

/** English of a speaker of another language. */
const abroad = (more: string): string =>
  `SKIN CENTER        Dr. Emil Zorita        Date 17/10/2024 (Oct 17)\nMotive: verrucas in the both hands, of 2 years of evolution.\nExploration: 4 verrucas vulgaris.\nJudgment: verruca vulgaris.\nI injected bleomycine 1 U/ml in 4 of them, 0,1 ml for each one. He signed.\n${more}\n99213-25, 96405`;

/** A thread of messages and a procedure day. */
const thread = (more: string): string =>
  `TELESKIN - EPISODE THREAD #9          ENCOUNTER 01/23/2025\n[01/20/2025 patient] The leg bumps are driving me crazy again.\n[01/20/2025 RN Tso] Come Thursday.\n[01/23/2025 10:00 PROCEDURE, Dr. Mwangi]\nPrurigo nodularis. Consent e-signed. Seven nodules injected, forearms and thighs, TAC 10 mg/mL, 0.1 mL into each.\n${more}\nCharge: 99214, 11900`;

/** Two problems in prose. */
const prose = (second: string): string =>
  `Clinic 02/14/2026, R. Amis MD\nSeen for (1) keloids of the shoulder, for injection today, and (2) another matter. Consent was signed. Triamcinolone 40 mg/mL, 0.3 mL, injected into two keloids. Tolerated.\n${second}\n99213-25, 11900`;

const supported: Readonly<Record<string, string>> = {
  'dictated, the second thing': dictated(
    'the second thing is his feet period for a month itching between the toes period maceration and scale in the web spaces period this is tinea pedis period ketoconazole cream twice daily for four weeks comma terbinafine spray for the shoes period',
  ),
  'dictated, a wife who points': dictated(
    'Then his wife pointed at his scalp period Greasy scale with erythema along the hairline period Seborrheic dermatitis period Ketoconazole shampoo three times a week comma hydrocortisone cream twice daily period',
  ),
  'dictated, with a verb': dictated(
    'the other thing is his blood pressure period it is 178 over 96 and repeat the same period starting amlodipine 5 mg daily comma BMP today period',
  ),
  'the same family of disease, elsewhere and new':
    'Rosa Pell, June 3 2025. Hypertrophic lichen planus of the shins. She signed. I injected five plaques on the shins with Kenalog 10, 2 cc in all. Ice if sore. The other thing is her mouth. For two weeks she cannot eat salsa. Lacy white on both cheeks and a 1 cm erosion that is tender. Oral lichen planus, new. Dexamethasone elixir swish and spit four times a day, hepatitis C antibody. 99213, 11900',
  'shorthand, a rash with a cream': numbered(
    'Greasy scale brows, NLF x2 mo, new. Seb derm. Keto 2% shampoo 3x/wk, HC 2.5 cr face BID 1 wk.',
  ),
  'shorthand, a biologic begun': numbered(
    'AD flare. BSA 18, IGA 3, TAC 0.1 oint BID 6 wk not holding. Excoriated plaques AC fossae. Dupi 600 then 300 q2w, PA sent.',
  ),
  'shorthand, a new value and a repeat': numbered(
    'Acne. Isotret mo 4. Jaw 2 papules. ALT nl, TG 268 (140 in Sep). Cont 40 BID, low fat, repeat fasting TG 4 wk.',
  ),
  'shorthand, thyroid': numbered(
    'Fatigue, cold x2 mo. Thyroid 2+ firm. TSH 14.2, high. Hypothyroidism. Levothyroxine 75 mcg, repeat TSH 6 wk.',
  ),
  'a disease that no table lists': numbered(
    'Chilblains toes, worse x 3 wk. Tender violaceous papules R 2-4. Nifedipine 20 mg daily, ANA, CBC.',
  ),
  'form, a problem worked up': form(
    'Nails thick 2 yr, shoe pain R hallux. Exam: R 1, 2, 5 yellow, subungual debris. PAS of clipping sent. Hepatic panel ordered. Terbinafine 250 daily x 12 wk to start when both back.\nDx   ☒ Onychomycosis B35.1',
  ),
  'form, a wound': form(
    'New wound L 2nd toe tip, 10 days. DM2, A1c 9.1. 6 x 4 mm, granular, 1 cm erythema. Cx swab. Doxycycline 100 BID x10d, offloading shoe, ABI/TBI ordered.\nDx   ☒ E11.621, L97.521',
  ),
  'capitals, a pressure': capitals(
    'ALSO POUNDING HEADACHE SINCE LAST NIGHT. BP 208/116, RECHECK 204/114. LUNGS CLEAR.\nIMP: HYPERTENSIVE URGENCY. CLONIDINE 0.1 GIVEN, DISCUSSED WITH DR. OGDEN IN ED, SENT TO ED.',
  ),
  'capitals, shingles': capitals(
    'ALSO: PAINFUL RASH L FLANK X 3 DAYS. GROUPED VESICLES ON ERYTHEMA, T9. HERPES ZOSTER. VALACYCLOVIR 1 G TID X 7 D, GABAPENTIN 300 QHS.',
  ),
  'the physician of a team': team(
    'Wt 31 kg, T 36.9. LMX applied.',
    '2. Eczema, worse x 2 wk. Antecubital lichenified plaques with honey crusts. Impetiginized atopic dermatitis. Culture sent, cephalexin 250/5 TID x7 d, mometasone BID.',
  ),
  'the physician of a team, also': team(
    'Vaccines UTD.',
    'Also short of breath at hockey since November, cough at night. Wheeze at the bases today, peak flow 310. Asthma, mild persistent, new. Fluticasone 44 two puffs BID, albuterol + spacer, pulmonary function tests.',
  ),
  'from abroad, a lupus': abroad(
    'She tell that joints of hands swell in morning, ulcers in mouth. I looked: MCP 2 and 3 swollen and tender. I think it goes to systemic lupus. I ask anti-dsDNA and complement, and I send to rheumatology quick.',
  ),
  'from abroad, a clot': abroad(
    'Also the leg left is swollen and painful from 4 days, calf warm, tender. Doppler: thrombosis of the popliteal. Deep vein thrombosis. I began apixaban 10 mg two times.',
  ),
  'thread, an eye': thread(
    'Also: dupilumab month 4, now both eyes red and gritty for 5 weeks, crusted lashes. Dupilumab conjunctivitis. Artificial tears, tacrolimus 0.03% to lid margins, optometry here tomorrow.',
  ),
  'prose, number two': prose(
    '(2) Eczema of the hands, flaring for a month. Scaly fissured plaques on both palms. Clobetasol ointment nightly and patch testing ordered.',
  ),
  'prose, a plan in the paragraph': prose(
    'Pap of last week: HSIL, HPV 16 pos. Cervix on speculum today: no gross lesion. Went over what HSIL means. Plan: colposcopy next week, HIV and RPR today, NRT patch 14 mg.',
  ),
  'a choice that is closed': prose(
    'The other matter is her IUD. Strings not seen at os. Bedside TVUS: device low. Malpositioned IUD. Counseled remove/replace vs. observe; wants it out and a new one, scheduled 4/23.',
  ),
};

const unsupported: Readonly<Record<string, string>> = {
  'dictated, the second thing told': dictated(
    'the second thing is his feet period his family doctor gave him ketoconazole cream for tinea pedis last month and it is better period',
  ),
  'dictated, a wife who points at another scar': dictated(
    'Then his wife pointed at his shoulder period one more flat scar there comma soft comma left alone period',
  ),
  'dictated, quiet': dictated(
    'the other thing is his rosacea period quiet today comma a few telangiectasias period metronidazole cream nightly as before period',
  ),
  'dictated, a pressure before': dictated('blood pressure was 138 over 80 before period'),
  'the same disease at another place, not new':
    'Rosa Pell, June 3 2025. Hypertrophic lichen planus of the shins. She signed. I injected five plaques on the shins with Kenalog 10, 2 cc in all. Ice if sore. The other thing is her ankles. Same thick plaques there. Lichen planus. Clobetasol cream twice daily. 99213, 11900',
  'shorthand, unchanged': numbered('Seb derm. Brows clear. Keto 2% shampoo 3x/wk, well controlled.'),
  'shorthand, a course that was': numbered('AD. BSA 2. TAC 0.1 oint BID x 6 wk, cleared. No plaques.'),
  'shorthand, monitoring': numbered('Acne. Isotret mo 4. ALT nl, TG nl. Cont 40 BID.'),
  'shorthand, mentioned': numbered('Acne, mentioned. Will address next visit.'),
  'shorthand, home drugs': numbered('HTN, on amlodipine 5 daily. BP 132/80.'),
  'shorthand, a step and no problem': numbered('Pain: acetaminophen 500 mg q6h.', 'Scar care: silicone sheet nightly.'),
  'shorthand, benign and told so': numbered('SKs back, stuck-on papules. Reassured.'),
  'form, left empty': form(''),
  'form, boxes left open': form(
    '☐ Onychomycosis   ☐ Terbinafine 250 daily   ☐ LFTs ordered',
    '☒ Procedure only   ☐ Problem visit   ☐ Both',
  ),
  'form, looked at': form('Mild callus R hallux. Wide shoes advised.\nDx   ☒ Callus L84'),
  'capitals, pressure in range': capitals('BP 142/84. LUNGS CLEAR. NO OTHER CONCERNS.'),
  'capitals, denied': capitals('ALSO: NO RASH, NO VESICLES. NO NEW MEDICATION STARTED.'),
  'the nurse of a team': team(
    'Eczema flaring on both arms, scaly plaques. Started cephalexin and mometasone BID per phone order of PCP.',
    '',
  ),
  'the physician of a team, watched': team(
    'T 36.9.',
    '2. Eczema. Few scaly patches, stable. Mometasone BID prn, continue.',
  ),
  'from abroad, the warts alone': abroad('He knows that will appear a black crust. Control in 3 weeks.'),
  'from abroad, told': abroad('She takes apixaban 5 mg two times from the thrombosis of year 2019.'),
  'thread, what others write': thread(
    '[01/23/2025 11:40 RN Tso] Patient says eyes red and gritty. Artificial tears, ask optometry.',
  ),
  'thread, another day': thread(
    '[01/10/2025 09:00 VIDEO, Dr. Mwangi]\nEyes red, crusted lashes. Dupilumab conjunctivitis. Tacrolimus 0.03% to lid margins, prednisolone drops.',
  ),
  'prose, number two put off': prose(
    '(2) Eczema of the hands. A few scaly patches. She will make an appointment for it.',
  ),
  'prose, a plan for the keloids': prose(
    'Plan: inject again in six weeks, silicone gel nightly, photographs. CBC next time.',
  ),
  'a choice that stays open': prose(
    'Also asked about a mole on the back. Flat brown macule. Discussed removal vs. observation; wants to think about it.',
  ),
  'what the patient told of a drug': prose('Also takes levothyroxine 75 mcg, repeat TSH by her PCP in May.'),
};

describeVisits('The visit in the voices of many clinics', { supported, unsupported });
