import { describeVisits } from './visit-verdicts';

/** Notes in which a problem was managed beside the injection. */
const supported: Readonly<Record<string, string>> = {
  'work put to no problem, new disease on a scan': `3/3/26 Melanoma clinic. T-VEC 2 mL into 3 leg nodules, consent.
CT 2/27: liver lesion, new, 2 cm. LDH 388.
Distant progression. Stop pembrolizumab. Ipilimumab and nivolumab from 3/10. Liver lesion: radiology will take a core next week.
99215-25, 96405`,
  'treatments laid out, pathology back': `3/3/26 SCC R ear. Biopsy of 2/20 is back: poorly differentiated, perineural invasion. We laid out Mohs, radiation and cemiplimab. She refuses cutting.
Methotrexate 25 mg/mL 0.8 mL injected into the nodule, consent signed. 99214-25, 96405`,
  'another growth with a biopsy to come': `3/3/26 Dear Dr. Poe, I injected methotrexate 0.8 mL into the keratoacanthoma of the shin, she signed.
What worried me more was on her back: a 9 mm black plaque with an atypical network on dermoscopy. She is booked for an excisional biopsy on Thursday.
Sincerely, A. Ruiz MD. 99204-25, 96405`,
  'insulin moved up by an arrow': `2/24/26 R thigh keloid, ILK 40 0.3 mL, consent. DM2: A1c 9.6, fsbs 210-340, nocturia x4. Feet intact. Glargine 10 -> 16 u, metformin max. RTC 3 wk. 99213-25, 11900`,
  'pressure in the eye': `2/24/26 (1) POAG suspect converting OD, high risk, IOP 26. Start latanoprost qhs OU. HVF 24-2 in 2 wk.
(2) Chalazion RUL: consent, triamcinolone 40 mg/mL 0.1 mL into it. 92012-25, 11900`,
  'resident and attending': `DERMATOLOGY RESIDENT NOTE 5/4/2026
Pt 55F alopecia areata for ILK. Scalp 4 patches, ILK 5 mg/cc 2 cc to 4 patches, consent.
Second concern: rash under breasts, 3 wks, burning. Exam: beefy erythema with satellite pustules. Imp: candidal intertrigo. Rx: nystatin powder BID, fluconazole 150 mg weekly x2.
R. Cho MD PGY-3
ATTENDING ATTESTATION: I saw and examined the patient with Dr. Cho and agree with the plan. M. Stein MD
99213-25, 11900`,
  'letter, sore on the lip': `10 March 2026
Dear Dr. Hollis,
Thank you for sending Mrs. Vane, whom I saw today. Her two chest keloids were injected with triamcinolone 40 mg/mL, 0.5 mL each, after she signed consent.
She also told me of a sore on the lip for four months that bleeds. On the left lower lip there is a 6 mm crusted papule with induration, no nodes. I suspect squamous cell carcinoma and have arranged a biopsy with the oral surgeons next week. I have asked her to stop smoking and prescribed varenicline.
Yours sincerely,
Ana Ruiz, MD
99213-25, 11900`,
  'flow sheet, colitis': `MELANOMA FLOWSHEET
Pt J.T. in-transit melanoma R leg  cycle 5  06/05/25
Les  Site   mm   mL
01   R calf  8   0.5
02   R shin  6   0.4
T-VEC 10^8, injected both. Consent on file. Dressing.
VISIT: Diarrhea x6/day for 5 days since pembro 3 wks ago, cramps. Abd soft, tender LLQ. Grade 2 colitis. Pembro held, prednisone 60 daily, stool cx and C diff, GI tomorrow.
S. Orr MD   99214-25, 96405`,
  'spoken, migraine': `dictating for march third twenty twenty six period this is a thirty year old with two keloids of the ear period injected with kenalog forty point three cc total comma consent signed period next problem migraine period four a month now comma with aura comma neuro exam normal period start topiramate twenty five at night and sumatriptan as needed period follow up six weeks period 99214-25 11900`,
  'telegraphic, gout': `9/9/25 MT 44M
#1 PN arms. ILK 10 x6 nodules, 0.1 ea. consent. tol.
#2 Gout R MTP x2d. Hot, red, exquisitely tender. UA 9.2. Colchicine 0.6 BID x5d, allopurinol later, BMP.
99213-25, 11900`,
  'numbers with brackets, panic': `Note 2/2/2026 K. Ames MD
1) HS groin: 2 nodules injected with Kenalog 20, 0.3 mL each, consent signed, tolerated.
2) Anxiety. Panic twice a week since March, GAD-7 16, no SI. Escitalopram 10 mg daily, therapy referral.
99214-25, 11900`,
  'ear, while here': `Whitcomb visit 3/3/2026
Dr. Orla Finn
Warts of the fingers, six, each injected with candida 0.1 mL, mom consented.
While here mom asks about his ear. Pain two days, fever. Right TM bulging and red. Acute otitis media. Amoxicillin 90 mg/kg/day for 7 days.
99213-25, 11900`,
  'capitals, numbered': `DATE OF NOTE: MAY 2, 2025
1. KELOID L EAR - IL KENALOG 40, 0.2 ML, CONSENT SIGNED, TOLERATED.
2. AK FIELD SCALP AND FOREHEAD, 20+, ROUGH SCALY PAPULES. EFUDEX BID X 4 WKS TO START IN FALL. 
3. R EAR NEW PEARLY PAPULE 7 MM WITH TELANGIECTASIA. BCC SUSPECTED. MOHS REFERRAL PLACED.
99214-25, 11900
/es/ B ODOM, MD`,
  fibroids: `GYN 4/4/2026 S. Ley MD
Vulvar condylomata x5, interferon 1 MIU under each, signed.
Heavy periods since summer, soaking 8 pads. Uterus 12 weeks, bulky, Hb 9.1. Fibroids. Pelvic ultrasound, ferrous sulfate, tranexamic acid 1300 TID with menses.
99214-25, 96405`,
  'from abroad, changed mole': `BAYOU SKIN  Date 03/02/2025
Alopecia areata, 3 patches scalp, injected triamcinolone 5 mg/ml, 1,5 ml. She signed.
In second place she has lesion in back that changed. Asymmetric, 9 mm, with black. Dermatoscope: atypical network. Judgment: melanoma probable. I cite her for excision the Thursday and I ask LDH.
99214-25, 11900`,
  'thread, face': `EPISODE THREAD  ENCOUNTER 02/20/2025
[02/18/2025 patient] Can you look at my face too?
[02/20/2025 09:00 PROCEDURE DAY, Dr. Eze]
Keloids chest x2, consent e-signed, TAC 40, 0.2 mL each.
Face: central erythema, 10 papulopustules, telangiectasia. Rosacea, first time seen. Ivermectin cream nightly, doxycycline 40 daily, sunscreen.
Charge 99213, 11900`,
  'pressure not at goal, arrow': `S: 50F for ILK keloid #4. BP at home 160s-170s.
O: BP 172/98, rpt 170/96. Keloid 2 cm.
A/P:
Keloid - ILK 40, 0.3 mL, consent, tolerated.
HTN - not at goal. lisinopril 10 -> 20. BMP 2 wk.
99213-25, 11900`,
  'dose lowered for a value': `#1 Keloid L ear, injected TAC 40 0.2 cc, consent.
#2 Acne. Spiro mo 3, BP 100/60 dizzy. K 5.6 (4.4). Spiro 100 to 50, rpt K 1 wk.
99213-25, 11900`,
  'different problem, shedding': `Psoriasis plaque elbow x1 injected TAC 10, 0.2 mL, consent, tolerated. 5/6/2026 Dr. Lau
Different problem: hair shedding 3 months after covid. Pull test positive diffusely, no scarring. Telogen effluvium. Ferritin, TSH, vitamin D. Minoxidil 5% foam daily.
99213-25, 11900`,
  'form with a part for the visit': `PODIATRY HEEL FORM rev 4
Date 03/01/2026 Provider ☒ Roth
Visit ☐ Procedure ☒ Procedure + E/M
PROCEDURE NOTE
☒ Neuroma, alcohol sclerosing injected 0.5 mL, 3rd interspace R. Consent ☒
E/M SECTION
Gout? L 1st MTP red, hot, swollen since Sunday. Uric acid ordered. Colchicine 0.6 BID x 5 d. Stop HCTZ, call to PCP.
Codes 99213-25
`,
  'problem 2, nails': `KELOID ear ILK 40 0.2 mL, consent, tolerated 3/3/26.
Problem 2: nails. Psoriatic pits 8/10 nails, onycholysis, DLQI 12, two joints swollen. Psoriatic arthritis suspected. Hand films, CCP, rheum referral.
99214-25, 11900`,
  'what took the time': `Mr. Abel came for his T-VEC and we gave it without trouble, 2 mL into four nodules of the calf, consent on file. What took the time today was his breath. He has been short of breath on stairs for ten days, saturation 91 percent, crackles both bases, and the CT this morning shows ground glass in both lower lobes. I think this is pneumonitis from the pembrolizumab. We hold it, prednisone 70 mg a day, pulmonary tomorrow, sputum culture. 6/6/2026 99215-25, 96405`,
  'from abroad, thyroid': `CLINIQUE  Dr. Anne Marchetti  Date 11/02/2026
Keloid of the ear, injected with triamcinolone 40 mg/ml, 0,3 ml, consent signed.
Then she complains of palpitations since one month, lost 5 kg. Pulse 118, tremor fine of hands, thyroid big. I think hyperthyroidism. I ask TSH and free T4, I prescribe propranolol 20 three times, I send her to endocrinology.
99214-25, 11900`,
  'low mood, numbered': `#1 AA scalp ILK 5 x3 patches, consent, tol.
#2 Low mood since hair loss. PHQ-9 17, passive SI no plan. MDD. Sertraline 50 daily, safety plan, warm handoff to psych.
99214-25, 11900`,
  'other question, thirst': `CHILDREN'S PROCEDURE VISIT 10/10/2025
NURSING  P. Lo, RN
wt 20 kg, consent by mom.
PHYSICIAN  Dr. Iris Bode
Hemangioma? no. Keloid ear x1, TAC 10 0.1 mL injected.
Mom's other question: bedwetting and thirst, 3 weeks. Dry lips, wt down 2 kg. UA: glucose 3+, ketones. POC glucose 412. New diabetes. Sent to ED, endocrine called.
99215-25, 11900`,
  'tick bite before the injection': `Also had a tick bite L thigh 10 days ago. 9 cm annular erythema with central clearing. Erythema migrans. Doxycycline 100 BID x 14 d. Keloid chest ILK 40 0.3 injected, consent, tol. 6/3/26 99213-25, 11900`,
  'additional problem, leg': `5/1/26 Dr. Roe. Keloids x2 chest: ILK 40 mg/mL, 0.3 mL each, consent, tolerated. Additional problem addressed: stasis dermatitis with 2+ edema both legs, scaling, weeping. Compression wraps, triamcinolone 0.1% ointment BID, furosemide 20 mg daily, BMP in 1 wk. 99214-25, 11900`,
  'visit note, progression': `FLOWSHEET cycle 6 T-VEC 06/09/2026. 2 mL to 5 nodules R calf, consent on file.
Visit note: PET/CT 06/05 reviewed: new lung nodules and R inguinal node. Progression. Stop T-VEC after today. Ipi/nivo discussed and chosen. Brain MRI, LDH, port, med onc Thursday.
99215-25, 96405 Dr. Orr`,
  'gout, dose raised': `1. Keloid, shoulder. ILK 40, 0.4 mL, consent, tol.
2. Gout, on allopurinol 100. Uric acid 9.1. Three flares since January. Allopurinol 100 -> 200, colchicine 0.6 daily, recheck uric acid 4 wk.
99214-25, 11900 4/4/26`,
  'unrelated high sugar': `KELOID INSTITUTE  Dr. Amara Obi  7 Jan 2026
K1 chest 2 cm, K2 shoulder 1 cm. TAC 40, 0.3 mL to each, 25G. Consent signed.
Unrelated: weight up 6 kg since prednisone was begun by her chest physician, polyuria, glucose 318 on fingerstick today. Steroid-induced hyperglycemia. Metformin 500 BID, A1c, glucometer, endocrine appointment Monday.
99214-25, 11900`,
  'sprained ankle': `WART VISIT  2/2/2026 Dr. P Quist
Candida 0.1 mL x5 injected R foot, consent signed.
Her ankle also: inverted it Saturday, cannot bear weight. Swelling and tenderness over the lateral malleolus. X-ray foot and ankle ordered. Ankle sprain vs fracture. Cam boot, crutches.
99213-25, 11900`,
  'immune neuropathy': `MELANOMA PROGRAM 3/3/2026 C Standish MD
Imlygic cycle 4, 3 mL into 6 nodules L arm. Consent on file, dressings.
New today: vitiligo-like patches and burning feet. Monofilament absent to ankles, reflexes down. Immune neuropathy suspected. Pembro on hold, EMG, B12, neurology.
99214-25, 96405`,
  'what she really came about': `Dictation 5/5/2026. Psoriatic plaques of both elbows, I injected two of them with Kenalog 5, half a cc each, she consented. Now, what she really came about is her hands. Since January the fingers are stiff for two hours each morning. Dactylitis of the left third finger, MCPs tender. I believe this is psoriatic arthritis. X-rays of the hands, sed rate and CRP, I put her on methotrexate 15 milligrams weekly with folate, labs in four weeks. 99214-25, 11900`,
  'shedding after birth': `#1 Keloid L ear. TAC 40 0.2 cc. Consent signed. 
#2 Hair loss, diffuse x4 mo, post-partum. Pull test pos. Telogen effluvium. TSH, ferritin, minoxidil foam daily.
99213-25 11900 4/4/26`,
  'pressure found': `TELESKIN PROCEDURE DAY RECORD
Date: 02/20/2025
Provider: L. Eze, MD
Prurigo nodularis. Consent e-signed. Seven nodules injected, TAC 10, 0.1 mL each.
Also: blood pressure 184/106 twice, no chest pain, on nothing. Hypertension, new. Losartan 50 daily, BMP, home cuff, virtual visit in 2 weeks.
Charge queue: 99213-25, 11900`,
  'urticaria, counted off': `SUBJECTIVE: Here for ILK of alopecia. Also has had hives daily for 7 weeks.
OBJECTIVE: 3 patches scalp. Wheals trunk and thighs.
ASSESSMENT: 1. Alopecia areata 2. Chronic urticaria
PLAN: 1. ILK TAC 5, 1 mL total, 3 patches, consent. 2. Cetirizine 10 BID, TSH, CBC, omalizumab discussed if not better.
99214-25, 11900`,
  'separate problem, leg': `VISIT 4/4/2026 R. Tam NP
Procedure: TAC 40 0.3 mL injected into keloid chest. Consent.
Separate problem: L leg.
Red, hot, swollen to the knee, 2 days, T 38.2. Cellulitis. Cephalexin 500 QID 7 d, marked the edge, recheck 48 h.
99214-25, 11900`,
  'and her periods': `Lindqvist. June 9 2025. She has the hidradenitis and I put Kenalog 20 into two nodules of the left groin, she signed, a third of a cc each. And her periods. Every two weeks since Easter, clots, she is gray. Hemoglobin 8.4 at the desk. Pelvic sonogram tomorrow, iron twice a day, norethindrone 5, and Dr. Adeyemi in gynecology sees her Wednesday. 99214 with 25, 11900`,
  'field disease and a new papule': `2/3/26 DM 70M #1 SCC in situ R hand: 5-FU 50/mL 0.4 cc IL, consent. #2 AKs scalp x20+, field dz. Thin scaly papules. 5-FU/calcipotriene crm BID x4d. #3 L ear 8 mm pearly, new. Likely BCC, Mohs ref. 99214-25 11900`,
  'look at her arms': `3/3/26 ID: 29F keloid R ear. TAC 40 0.2 injected, consent.
She also wants me to look at her arms. Keratosis pilaris, rough follicular papules. Urea 40% and tretinoin cream nightly started.
99213-25, 11900`,
  'urinary infection': `CLINIC NOTE 6/2/2026 Dr. Moll
CC: warts; UTI?
Warts x3 R hand: candida 0.1 mL each, consent.
Dysuria and frequency x3 d, no fever. No CVA tenderness. UA: nitrite pos, LE 2+. UTI: nitrofurantoin 100 BID x5d, culture sent.
99213-25, 11900`,
  'letter, drug rash': `Dear colleague, seen 5/5/2026. I injected her two keloids with triamcinolone, 40 mg/mL, 0.2 mL each; she signed. Unfortunately she has also developed a rash since starting lamotrigine two weeks ago. There are targetoid macules on the trunk and one erosion of the lip. I have stopped the lamotrigine and sent her to the emergency department. Dr. Ida Voss. 99215-25, 11900`,
  'breast lump': `PT: J R  DOS 4/1/2026
AA: 4 patches, TAC 5 mg/mL 1 mL IL. consent. tol
ALSO: L breast lump x1 mo. 2 cm firm mobile mass UOQ, no nodes. Dx mammo + US ordered, breast surgery ref.
-> 99214-25, 11900`,
  hypophysitis: `Nodule flow sheet, T-VEC c3. 4 mL 10^8 to 7 lesions. consent. 6/6/26.
MD: AM cortisol 1.2, ACTH low, fatigue, dizzy, BP 88/50. Hypophysitis w/ adrenal insufficiency from ipi. HC 20/10, endo today, MRI pituitary. Hold ipi/nivo.
99215-25, 96405`,
  'kidney itch': `Problem 1: PN. ILK 10 mg/mL x8 nodules, 0.1 mL ea, consent.
Problem 2: CKD itch. Cr 2.9 from 2.1 in Jan, K 5.9. Lisinopril held, renal ultrasound, nephrology urgent.
99214-25, 11901 2/2/26`,
  'knees, dictated': `dictating comma doctor ellery period may nine twenty twenty six period keloid of the left shoulder comma consent comma kenalog forty point two cc injected period he also brings up his knees comma both ache going downstairs for half a year comma crepitus on both sides comma no effusion period patellofemoral pain period physical therapy comma naproxen five hundred twice a day for two weeks comma knee films period six weeks period nine nine two one three modifier twenty five`,
  'sleep and grief': `Dictation. Ms. Oduya, AA, three patches, Kenalog 5, one cc, she signed. Then we turned to her sleep. She lies awake until three since her brother died, cries daily, appetite gone, no thought of harm. PHQ nine is eighteen. Major depression. Mirtazapine 15 at night, referral to grief counseling, back in two weeks for that alone. 99214-25, 11900. 5/5/2026`,
  'pityriasis versicolor, abbreviated': `SCRIBE / Dr Patel 4/5/26
#1 Hypertrophic scars x4 sternum, ILK 20 0.1 ea, consent.
#2 TV chest/back. Hypopig macules, fine scale. KOH+. Flucon 300 wkly x2, keto shampoo.
99213-25, 11900`,
  'hives, abbreviated': `SCRIBE / Dr Patel 4/5/26
#1 ILK 2 nodules HS R axilla, TAC 20 0.2 ea, consent signed.
#2 Chr urticaria x8 wk, daily, wheals trunk today. Xyzal 5 BID, add famotidine, CBC TSH. 
99213-25, 11900`,
  'second and third issue in capitals': `LOCAL TITLE: DERM CLINIC NOTE
DATE OF NOTE: JUN 3, 2025
PT HERE FOR IL KENALOG TO PRURIGO NODULES, 9 INJECTED, TAC 10, 0.1 ML EA. CONSENT SIGNED.
SECOND ISSUE: SCROTAL RASH X 2 MO. ERYTHEMATOUS PLAQUE WITH ADVANCING SCALY BORDER, KOH POSITIVE. TINEA CRURIS. TERBINAFINE CREAM BID X 3 WK.
THIRD ISSUE: LOOSE STOOLS, WEIGHT DOWN 14 LB, IRON 12. COLONOSCOPY CONSULT ENTERED.
99214-25, 11901
/es/ B ODOM, MD`,
  'problem visit ticked': `FORM 11: Procedure + visit
Date 01/02/2026   Provider: Lund DPM
Procedure: ☒ Bleomycin 0.2 mL x3 warts L heel injected  Consent ☒
[x] Problem visit
Complaint: R big toe side hurts 1 wk, pus. Findings: lateral border red, swollen, drainage. Dx: ingrown nail with paronychia. Done/ordered: culture, cephalexin 500 TID x7d, soaks, nail avulsion next Tuesday.
Code 99213-25, 96405`,
  'swelling from a tablet': `[03/03/2026 09:10 patient] Coming at 10 for my scalp shots, also my lips swell at night.
[03/03/2026 10:05 Dr. Eze, PROCEDURE DAY] Alopecia areata, 4 patches, TAC 5, 1 mL total injected, consent e-signed.
Lip swelling: 5 episodes since lisinopril doubled in January, none now, tongue normal. ACE inhibitor angioedema. Lisinopril stopped, amlodipine 5 daily, C4 level, EpiPen not needed, PCP messaged.
Charge: 99214-25, 11900`,
  'she say face red': `Doctor Oksana H.   Date 02/26/2026
Patient woman 33 years with keloid of ear. I put triamcinolone 40, 0,2 ml, she accept and sign.
Other thing: she say face red and pimples from 4 months. I see papules and pustules, 20, no comedo. I think rosacea. I give doxycycline 40 one each day and cream of ivermectin in night. Control 8 weeks.
99213-25, 11900`,
  'resident, additionally evaluated': `RESIDENT NOTE: 41M AA. ILK 5 mg/mL, 1.2 mL to 6 patches, consent obtained by me. Additionally evaluated for new bullae on forearms x3 wks; tense bullae on urticarial base, Nikolsky neg. DIF ordered, BP180, prednisone 40 mg daily, doxycycline 100 BID.
ATTENDING: Seen with resident. Bullous pemphigoid most likely. Agree with above. M. Stein MD 5/5/26
99214-25, 11900`,
  'mastitis, number two': `Surgical note 2/2/26 Dr. Fay. Patient presents with keloid & breast pain. Keloid injected TAC 40 0.3 mL, consent. 2) Mastitis: L breast warm wedge erythema, T 38.4, 3 wk postpartum. Dicloxacillin 500 QID 10 d, ultrasound if no better, keep nursing. 99213-25, 11900`,
  'losing her hair': `Ms K, keloid, Kenalog 40 0.2 mL injected 3/3/26, consent. She has noticed that she is losing her hair. The part is wide, follicles are open, and the pull is negative. Female pattern. Minoxidil 5 percent foam once a day and spironolactone 50, potassium in a month. 99213-25, 11900`,
  'eyelids, patch test': `#1 VV x3, bleo 0.2 ea, consent. #2 Eyelids. Red scaly both upper lids 2 mo, new eyeshadow. Likely ACD. Tacro 0.1 oint BID, patch test. 99213-25, 96405 2/2/26`,
  'red eye sent on': `VISIT 2/2/26. Injected: TAC 40 0.2 mL keloid, consent.
EYES: red, photophobia, 3 d, HSV hx. Fluorescein: dendrite. Sent to ophthalmology now; valacyclovir 1 g TID started.
99214-25, 11900`,
  'shingles in the complaint': `CC: 1) AA injections 2) shingles?
AA: TAC 5, 1 mL, 5 patches, consent 2/2/26.
L T6 grouped vesicles, 2 days. HZ. VACV 1 g TID 7d, gaba 300 qhs.
99213-25, 11900`,
  'medical part, diabetes': `PROCEDURE: keloid injected TAC 40 0.2 mL 2/2/26 consent.
MEDICAL: T2DM A1c 9.8 up from 7.9. Metformin increased to 1000 BID, semaglutide 0.25 weekly begun, eye exam referral, foot exam normal.
99214-25, 11900`,
  'liver tests': `2/2/26 The injection part is brief: TAC 10, 0.5 mL, six prurigo nodules, consent. The rest of the visit concerned her liver tests. ALT 214, AST 180, on methotrexate 20 weekly. Drug-induced hepatitis. Methotrexate stopped, hepatitis panel, ultrasound, alcohol stopped. 99214-25, 11900`,
  'lump in the neck': `5/6/26 Dr Ng. Keloid jaw. TAC 40 0.3 mL injected, consent. He asked about a lump in the neck. 3 cm, firm, fixed, level II, two months, night sweats. Lymphoma to be excluded. CT neck, LDH, ENT for excisional biopsy this week. 99214-25, 11900`,
  'heel pain': `5/6/26 Dr Ng. Verrucae feet x4, bleo 0.2 each, consent. Heel pain on first steps since Easter. Tender medial calcaneal tubercle. Plantar fasciitis. Night splint, stretching sheet, meloxicam 15 daily, orthotics ordered. 99213-25, 96405`,
  'discharge and contraception': `#1 Condyloma: IFN 1 MIU x5, consent. #2 Vag d/c x1 wk, itch. Thick white, wet prep hyphae. VVC. Fluconazole 150 x1, clotrimazole. #3 BC: wants to switch; OCP stopped, LNG IUD next wk. 99214-25 96405 3/3/26`,
  'depression screen': `HS both groins, 3 nodules, TAC 20 0.3 each injected, consent. 3/3/26. Depression screen positive, PHQ-9 19, he cries in the room, no plan or means. Started sertraline 50, crisis line, psychiatry Friday. 99214-25, 11900`,
  'headaches on treatment': `T-VEC cycle 7 given, 4 mL into 8 nodules, R thigh, consent on file. 6/6/26. Visit: new headaches for 2 weeks, worse lying down, L hand clumsy. Pronator drift L. Dexamethasone 4 BID, MRI brain today, rad onc called. 99215-25, 96405`,
  'scabies at home': `3/3/26 Dr. Bell, pediatric derm. Alopecia areata: TAC 2.5, 1 mL, six sites, consent by mother. Her mother adds that he scratches all night and so does the baby. Burrows in the webs, papules on the penis. Scabies. Permethrin 5% head to toe tonight and in a week, whole house treated, ivermectin for father from his doctor. 99213-25, 11900`,
  'streak in a nail': `Hypertrophic scar ILK 20 mg/mL 0.3 mL, consent, 3/3/26. Concerns today: dark streak in the thumb nail, wider since autumn, 5 mm, Hutchinson sign. Suspicious for subungual melanoma. Nail matrix biopsy booked Monday with hand surgery; consent discussed. 99214-25, 11900`,
  'low vitamin': `1. AA - TAC 5, 1.5 mL, 8 sites, consent.
2. Vit D 11, tired. Start vit D 50,000 weekly, recheck 3 mo.
99213-25, 11900 3/3/26`,
  'separate visit, leg wound': `KELOID NOTE 3/3/26. TAC 40 0.2 mL injected, consent. SEPARATE VISIT: wound L shin 6 wk, 3x2 cm, slough, edema 2+, ABI 0.98. Venous ulcer. Debridement not done. Unna boot, alginate, venous duplex, wound clinic weekly. 99214-25, 11900`,
  'hard stools': `Sclerosing of nothing today. Wart injections (Candida 0.3 mL, 3 warts L hand, consent) 3/3/26. Mom: belly pain for 2 weeks, hard stool every fifth day. Abdomen soft, stool palpable LLQ. Constipation. PEG 17 g daily, toilet sitting, recheck 2 wk. 99213-25, 11900`,
};

/** Notes close to those in words, in which none was. */
const unsupported: Readonly<Record<string, string>> = {
  'title in capitals, tablet of years': `HIGH DESERT SKIN. PROCEDURE RECORD 3/3/2026. SCC in situ of both lower legs (on hydrochlorothiazide 20 y). Consent e-signed. 5-FU 50 mg/mL, L calf 3, R calf 2. 99213, 96405`,
  'alternatives in a consent': `3/3/26 SCC cheek, pathology reviewed. Risks and alternatives including surgery, radiation and imiquimod discussed, consent signed. Methotrexate 0.8 mL injected. 99213-25, 96405`,
  'scan that is better, next scan': `3/3/26 T-VEC 2 mL x4 nodules, consent. CT 2/20: smaller, no new lesions. CT in 3 mo, LDH next cycle. 99214-25, 96405`,
  'attestation alone': `DERMATOLOGY RESIDENT NOTE 5/4/2026
Pt 55F alopecia areata for ILK. Scalp 4 patches, ILK 5 mg/cc 2 cc to 4 patches, consent. RTC 6 wk.
R. Cho MD PGY-3
ATTENDING ATTESTATION: I saw and examined the patient with Dr. Cho and agree with the plan. Total time 25 minutes. M. Stein MD
99213-25, 11900`,
  'refills as items': `#1 Keloids chest x3 IL TAC 40 0.2 cc ea. Consent signed.
#2 HTN. Lisinopril 10 refilled.
#3 GERD. Omeprazole 20 daily.
99213-25, 11900`,
  'skin check': `#1 Keloids chest x3 IL TAC 40 0.2 cc ea. Consent signed.
#2 Skin check: SKs, cherry angiomas, lentigines. Reassured. Sunscreen SPF 30 daily.
99213-25, 11900`,
  'cream for the injected': `#1 PN arms. Excoriated nodules x20, ILK 10 x6 nodules, 0.1 ea. consent. tol. Clob oint BID, TAC wraps nightly.
99213-25, 11900`,
  'cream for the patches': `5/5/26 Alopecia areata scalp. 4 patches, pull test positive. Alopecia areata. ILK 5 mg/cc, 1.5 cc into 4 patches, consent. Clobetasol foam nightly, minoxidil 5% daily. RTC 6 wk. 99213-25, 11900`,
  'flat warts': `#1 VV hands x5, bleo 1 u/cc 0.1 each, consent. 
#2 Flat warts knee x4. Tan flat papules. Imiquimod nightly.
99213-25, 96405`,
  'side effect, diluted': `6/1/26 Keloids x2. Last injection gave hypopigmentation halo, atrophy 4 mm. TAC 20 instead of 40 injected, 0.2 mL each, consent. Also numb spot gone. RTC 8 wk. 99213-25, 11900`,
  'drugs taken': `62M T-VEC cycle 3 5/5/26. On pembrolizumab q3w. Takes lisinopril 10, metformin 1000 BID, atorvastatin 40. T-VEC 10^8 2 mL into 5 nodules R leg. Consent. Nodules smaller, 2 flat. Restaging CT per med onc in June. 99213-25, 96405`,
  'pressure, told to see another': `Keloid ILK 40 0.3 mL x2 lesions 4/4/26, consent, tolerated. Also BP 166/92, asymptomatic, told to see PCP this week. 99213-25, 11900`,
  'question of the father': `Warts x4 fingers, candida 0.1 mL each, dad consented. 3/3/26. Also dad asks about his own psoriasis: scaly plaques elbows, clobetasol suggested. 99213-25, 11900`,
  'if worse': `Keloids x2 injected TAC 40, consent. 3/3/26. Also discussed acne: papules on chin. If worse, doxycycline 100 BID next time. 99213-25, 11900`,
  'entry of another day': `[01/10/2025 09:00 VISIT, Dr. Ray]
Eczema flaring, scaly plaques arms. Eczema. Clobetasol oint BID.
[02/20/2025 09:00 PROCEDURE, Dr. Ray]  ENCOUNTER 02/20/2025
Keloids chest x2, consent, TAC 40, 0.2 mL each injected.
Charge 99213, 11900`,
  'before the next injections': `Keloids x2 injected TAC 40, consent. 3/3/26. Very painful. Also needle fear, lorazepam 1 mg before next injections. 99213-25, 11900`,
  'precautions as an item': `#1 Cysts back x2 injected TAC 5 0.1 mL each, consent.
#2 Infection precautions. Warm, red, draining: call. Cephalexin if so.
99213-25, 11900`,
  'clear hands': `#1 Keloid ear injected TAC 40, consent.
#2 Hand eczema. Hands clear, no fissures. Clobetasol BID prn.
99213-25, 11900`,
  'disease of the sister': `Keloid ear injected TAC 40 0.2 mL, consent. 3/3/26. His sister has lupus with joint swelling, takes hydroxychloroquine. ANA 1:80 in her. 99213-25, 11900`,
  'pressure by the nurse': `PROCEDURE VISIT 3/3/2026
NURSING: BP 176/98, repeat 174/96. Takes amlodipine. RN T. Moss
PHYSICIAN: keloids x2 injected TAC 40, 0.2 mL each, consent signed. RTC 6 wk.
99213-25, 11900`,
  'dry heels': `Plantar warts x3 bleo 1 u/cc 0.2 each, consent 3/3/26. Second thing: dry heels. Xerosis, mild scale. Urea cream OTC fine. 99213-25, 96405`,
  'benign spot': `Keloid x1 ILK 40 0.2, consent 3/3/26. Also a spot on the cheek. 4 mm tan macule, regular. Lentigo, benign, nothing to do. 99213-25, 11900`,
  'form, boxes open': `PODIATRY HEEL FORM rev 4
Date 03/01/2026 Provider ☒ Roth
Visit ☒ Procedure ☐ Procedure + E/M
PROCEDURE NOTE
☒ Neuroma, alcohol injected 0.5 mL, 3rd interspace R. Consent ☒
E/M SECTION
☐ Gout ☐ Uric acid ordered ☐ Colchicine 0.6 BID
Codes 99213-25`,
  'same disease, other place': `#1 PN arms ILK 10 x6, consent, tol.
#2 PN legs. Excoriated nodules x12. Clobetasol oint BID under wraps.
99213-25, 11900`,
  'pressure with an appointment': `1. Keloid, shoulder. ILK 40, 0.4 mL, consent, tol.
2. BP 178/98 today. Asymptomatic. Has PCP visit Friday.
99213-25, 11900 4/4/26`,
  'no flares': `1. Keloid, shoulder. ILK 40, 0.4 mL, consent, tol.
2. Gout, on allopurinol 100. No flares this year. Uric acid 5.2. Allopurinol 100 daily.
99213-25, 11900 4/4/26`,
  'stable scan': `FLOWSHEET cycle 6 T-VEC 06/09/2026. 2 mL to 5 nodules R calf, consent on file.
Visit note: PET/CT 06/05 reviewed: stable. Continue pembrolizumab. CBC, CMP, LDH, TSH before cycle 7.
99214-25, 96405 Dr. Orr`,
  'told of eczema': `5/1/26 Dr. Roe. 58F, eczema as a child with scaly plaques, hypertension, lisinopril 10 daily. Keloids x2 chest: ILK 40 mg/mL, 0.3 mL each, consent, tolerated. 99213-25, 11900`,
  'current drugs in prose': `5/1/26 Dr. Roe. Keloids x2 chest firm. Current meds lisinopril 10 daily, sertraline 50 daily, clobetasol cream BID. ILK 40 mg/mL, 0.3 mL each, consent, tolerated. 99213-25, 11900`,
  'brows of the same disease': `AA scalp, ILK 5 x4 patches, consent, tol 3/3/26. Also brows thin. Minoxidil 5% to brows nightly. 99213-25, 11900`,
  'itch of the keloid': `Keloid chest itchy. ILK 40 0.3, consent, tol 3/3/26. Also for the itch, hydroxyzine 10 qhs, clobetasol ointment BID to keloid. 99213-25, 11900`,
  'treated by herself': `Warts bleo 1 u x4 injected consent 3/3/26. Also thinks she has athlete's foot, used clotrimazole from the drugstore, better. 99213-25, 96405`,
  'fever after a cycle': `T-VEC cycle 3 5/5/26 2 mL to 4 nodules. Consent. Fever 38.3 and chills the night of cycle 2, gone by morning. Acetaminophen 650 q6h for 24 h. 99213-25, 96405`,
  'wash and lotion': `HS axilla, 2 tender nodules, ILK 20 0.3 mL each injected, consent 3/3/26. HS, Hurley 2. Clindamycin lotion BID, benzoyl peroxide wash daily. 99213-25, 11900`,
  'more warts': `Imp: warts hands. Bleo 1 u/cc, 0.1 into each of 5, consent. 4/4/26 Also 6 warts on knee. Cantharidin? mom prefers cream. Imiquimod 3x/wk. 99213-25, 96405`,
  'cosmetic wish': `Keloid ILK 40 0.2 x1 consent tol 4/4/26. Other thing: she wants Botox. Forehead lines moderate. Quoted price, book cosmetic visit. 99213-25, 11900`,
  'diabetes by her physician': `Keloid ILK 40 0.2 x1 consent tol 4/4/26. Second issue: diabetes, A1c 9.4. Her PCP is increasing metformin, starting insulin glargine. 99213-25, 11900`,
  'note of a student': `Keloid ILK 40 0.2 x1 consent tol 4/4/26. Medical student note: rosacea, papules on cheeks, would start metronidazole gel BID. 99213-25, 11900`,
  'adjusted by her physician': `KELOID INSTITUTE  Dr. Amara Obi  7 Jan 2026
K1 chest 2 cm, K2 shoulder 1 cm. TAC 40, 0.3 mL to each, 25G. Consent signed. Unrelated: weight up 6 kg since prednisone was begun by her chest physician, who is adjusting metformin.
99214-25, 11900`,
  'ankle seen elsewhere': `WART VISIT  2/2/2026 Dr. P Quist
Candida 0.1 mL x5 injected R foot, consent signed.
Her ankle also: inverted it Saturday. Went to urgent care, x-ray negative, cam boot, better.
99213-25, 11900`,
  'measured nodules and labs': `MELANOMA PROGRAM 3/3/2026 C Standish MD
Imlygic cycle 4, 3 mL into 6 nodules L arm. Consent on file, dressings. Nodules 1-6: 12, 8, 5, 5, 4, 3 mm, two flatter. CBC, CMP before cycle 5.
99214-25, 96405`,
  'shedding, same foam': `#1 Keloid L ear. TAC 40 0.2 cc. Consent signed.
#2 Hair loss, diffuse x4 mo, improving. Minoxidil foam daily, same.
99213-25 11900 4/4/26`,
  'same tablet': `TELESKIN PROCEDURE DAY RECORD
Date: 02/20/2025
Provider: L. Eze, MD
Prurigo nodularis. Consent e-signed. Seven nodules injected, TAC 10, 0.1 mL each. Also: gabapentin 300 qhs same, sleeps better. Triamcinolone ointment to new bumps.
Charge queue: 99213-25, 11900`,
  'hives followed by another': `SUBJECTIVE: Here for ILK of alopecia. Has had hives, allergist follows, on cetirizine.
OBJECTIVE: 3 patches scalp.
ASSESSMENT: 1. Alopecia areata 2. Chronic urticaria
PLAN: 1. ILK TAC 5, 1 mL total, 3 patches, consent. 2. Cetirizine 10 daily per allergist.
99214-25, 11900`,
  'separate problem: none': `VISIT 4/4/2026 R. Tam NP
Procedure: TAC 40 0.3 mL injected into keloid chest. Consent.
Separate problem: none.
99214-25, 11900`,
  'lists of a chart': `Keloids x2 TAC 40 0.3 mL injected 3/3/26 consent. Allergies penicillin, sulfa. PMH asthma, albuterol prn, fluticasone BID, wheezing in spring. 99213-25, 11900`,
  'vitals before the needle': `Keloids x2 TAC 40 0.3 mL injected 3/3/26 consent. Before the injection: BP 168/94, HR 88, T 36.8, glucose 210. Diabetes, hypertension. OK to proceed. 99213-25, 11900`,
  'labs for the patch injected': `Alopecia areata, beard, new patch 2 cm. Alopecia areata. TAC 2.5 0.5 mL injected, consent 3/3/26. TSH, ferritin. Clobetasol solution nightly. 99213-25, 11900`,
  'aftercare sheet': `Keloid, TAC 40 0.2 injected consent 3/3/26. Aftercare sheet: infection: warm, red, pus. Cephalexin may be prescribed. Scar massage. 99213-25, 11900`,
  'in passing': `Keloid TAC 40, 0.2 mL, consent 3/3/26. In passing, scaly elbows. Psoriasis? Will look next time. Has betamethasone cream at home, apply BID. 99213-25, 11900`,
  'second opinion, second lesion': `3/3/26 Dr. Lau. Second opinion. Second injection of keloid: TAC 40, 0.2 mL, consent. The second lesion, R ear, is softer; the other one new, firm, pruritic. 99213-25, 11900`,
  'the first one healed': `SCC R hand, 5-FU 50 mg/mL 0.5 mL IL, consent 4/4/26. Also the second thing: the first one healed with a scar. Crusted, then flat. SCC. No nodes. 99213-25, 11900`,
  'harmless bumps': `3/3/26 29F keloid R ear. TAC 40 0.2 injected, consent. She also wants me to look at her arms. KP, told it is harmless. 99213-25, 11900`,
  'infection of last week': `CLINIC NOTE 6/2/2026 Dr. Moll
CC: warts
Warts x3 R hand: candida 0.1 mL each, consent. Had UTI last week, urgent care gave nitrofurantoin, culture grew E coli, better.
99213-25, 11900`,
  'letter, drug rash of March': `Dear colleague, seen 5/5/2026. I injected her two keloids with triamcinolone, 40 mg/mL, 0.2 mL each; she signed. She had developed a rash on lamotrigine in March. Her neurologist has stopped it. Dr. Ida Voss. 99215-25, 11900`,
  'brows thin, continued': `DOS 4/1/2026 AA: 4 patches, TAC 5 mg/mL 1 mL IL. consent. tol
ALSO: brows thin, lashes ok. SALT 12 from 18. Improving. Cont clobetasol, minoxidil.
99214-25, 11900`,
  'labs per protocol': `Nodule flow sheet, T-VEC c3. 4 mL 10^8 to 7 lesions. consent. 6/6/26.
MD: fatigue gr 1, flu-like night of c2. TSH 2.1, cortisol 14, CBC nl. Continue per protocol.
99215-25, 96405`,
  'kidneys followed by renal': `Problem 1: PN. ILK 10 mg/mL x8 nodules, 0.1 mL ea, consent.
Problem 2: CKD 3. Followed by renal. Cr 1.6 stable.
99214-25, 11901 2/2/26`,
  'tablet for the pain of the keloid': `ROS: + headache, + joint pain, - fever. Exam: keloid 2 cm chest, tender. Lungs clear. Imp: keloid. ILK TAC 40 0.3 mL, consent 3/3/26. Naproxen 500 BID for pain. 99213-25, 11900`,
  'assessed for separate E/M': `Keloids x2, TAC 40 0.2 mL each, consent 3/3/26. Assessed for separate E/M: general health, skin type, medications reviewed: lisinopril, atorvastatin. Labs reviewed normal. 30 minutes. 99214-25, 11900`,
  'pulses checked': `Warts x5 bleo 0.1 mL 1 U/mL each, consent 3/3/26. Precautions: Raynaud? no. Checked pulses 2+, cap refill normal. Nail matrix OK. 99213-25, 96405`,
  'options, chose injection': `INSURANCE NOTE 3/3/26: Keloid TAC 40 0.2 mL injected, consent. E/M: keloid severity reviewed, Vancouver scale 9, options of excision, radiation, cryotherapy, silicone discussed. Chose injection. 99214-25, 11900`,
  'screening questions': `Keloid TAC 40 0.2 mL, consent 3/3/26. Also pregnancy test negative, contraception OK. PHQ-9 3. BMI 31, diet advice. 99213-25, 11900`,
  'pigment around the keloids': `#1 Keloids. TAC 40 0.2 cc x3, consent.
#2 Post-inflammatory hyperpigmentation around keloids. Brown macules. Sunscreen.
#3 Follow-up 6 wk.
99213-25, 11900 1/1/26`,
  'one more wart': `#1 Plantar warts L foot x3, bleo 0.1 ea, consent.
#2 Plantar wart R foot x1, new. 4 mm. Salicylic acid 40% plaster nightly.
99213-25, 96405 1/1/26`,
  'month three': `HS, L axilla 2 nodules: TAC 20 0.3 cc, consent 2/2/26. HS Hurley 1. Doxycycline 100 BID month 3, cont. Chlorhexidine wash. 99213-25, 11900`,
  'wife has shingles': `T-VEC #4 today 2 mL, 5 nodules, consent 6/6/26. Herpes labialis history, valacyclovir prn at home. Household: newborn, warned. Wife has shingles, vesicles, valacyclovir. 99213-25, 96405`,
  'atrophy at the last site': `Keloid TAC 40 0.2 mL, consent 3/3/26. Also steroid atrophy at last site, 3 mm, no treatment. Telangiectasia. Dilute to 20 today. 99213-25, 11900`,
  'same disease, same tablet': `Sarcoid papules of nose, TAC 5 0.2 mL injected, consent 3/3/26. Sarcoidosis. Hydroxychloroquine 200 BID, eye exam due. CXR last year normal. 99213-25, 11900`,
  'biologic unchanged': `SUBJECTIVE: keloid. Eczema under control with dupilumab. OBJECTIVE: keloid 2 cm; few dry patches. PLAN: TAC 40 0.2 mL injected, consent. Dupilumab 300 q2w. RTC. 99213-25, 11900 4/4/26`,
  'form and a referral for the keloid': `Visit 3/3/26. Keloid, TAC 40 0.2 mL, consent. Second: form for school signed. Third: wants referral to plastic surgery for keloid. Referral placed. 99213-25, 11900`,
  'knees, ordered by his own doctor': `dictating comma doctor ellery period may nine twenty twenty six period keloid of the left shoulder comma consent comma kenalog forty point two cc injected period he also brings up his knees comma both ache going downstairs comma his own doctor ordered films and naproxen period nine nine two one three modifier twenty five 99213-25 11900`,
  'sleep, listened': `Dictation. Ms. Oduya, AA, three patches, Kenalog 5, one cc, she signed. Then we turned to her sleep. She lies awake since her brother died. I listened, she has a therapist. 99214-25, 11900. 5/5/2026`,
  'treated before, clear': `SCRIBE / Dr Patel 4/5/26
#1 Hypertrophic scars x4 sternum, ILK 20 0.1 ea, consent.
#2 TV chest, tx'd by PCP w/ flucon, clear. Mild hypopig remains.
99213-25, 11900`,
  'lists in capitals': `LOCAL TITLE: DERM CLINIC NOTE
DATE OF NOTE: JUN 3, 2025
PT HERE FOR IL KENALOG TO PRURIGO NODULES, 9 INJECTED, TAC 10, 0.1 ML EA. CONSENT SIGNED.
ACTIVE OUTPATIENT MEDICATIONS: LISINOPRIL 10MG DAILY, METFORMIN 1000MG BID, TRIAMCINOLONE 0.1% OINT BID.
PROBLEM LIST: HTN, DM2, CKD.
99214-25, 11901
/es/ B ODOM, MD`,
  'problem visit not ticked': `FORM 11: Procedure + visit
Date 01/02/2026   Provider: Lund DPM
Procedure: ☒ Bleomycin 0.2 mL x3 warts L heel injected  Consent ☒
[ ] Problem visit
Complaint: ____ Findings: ____ Dx: ____ Done/ordered: ____
Code 99213-25, 96405`,
  'nurse and patient in a thread': `[03/01/2026 09:10 patient] My lips swell since lisinopril doubled.
[03/01/2026 12:00 RN Tso] Stop lisinopril, start amlodipine 5 per PCP.
[03/03/2026 10:05 Dr. Eze, PROCEDURE DAY] Alopecia areata, 4 patches, TAC 5, 1 mL total injected, consent e-signed.
Charge: 99214-25, 11900  ENCOUNTER 03/03/2026`,
  'she say face red before': `Doctor Oksana H.   Date 02/26/2026
Patient woman 33 years with keloid of ear. I put triamcinolone 40, 0,2 ml, she accept and sign. Other thing: she say face red before, doxycycline from other doctor, now is good. Control 8 weeks.
99213-25, 11900`,
  'resident, options for later': `RESIDENT NOTE: 41M AA. ILK 5 mg/mL, 1.2 mL to 6 patches, consent obtained by me. Discussed JAK inhibitors if no regrowth by summer. Clobetasol BID.
ATTENDING: Seen with resident. AA. Agree with above. M. Stein MD 5/5/26
99214-25, 11900`,
  'number two followed by oncology': `Surgical note 2/2/26 Dr. Fay. Keloid injected TAC 40 0.3 mL, consent. 2) Breast cancer, follow-up with oncology on letrozole, mammogram normal in May. 99213-25, 11900`,
  'nurse saw eczema': `NURSING  T. Moss, RN
Eczema worse on arms, scaly plaques, mom using mometasone BID. Wheeze heard, albuterol 2 puffs given.
PHYSICIAN  Hedda Falk, MD
Warts of the hands, candida 0.1 mL injected into each of five. Consent by mom.
CHARGES: 99213-25, 11900  3/3/2026`,
  'child life spoke': `CHILD LIFE  M. Adler, CCLS
Anxiety high, PHQ-9 declined. Chose tablet. Referral to child psychology discussed with mom.
PHYSICIAN  Hedda Falk, MD
Warts of the hands, candida 0.1 mL injected into each of five. Consent by mom.
CHARGES: 99213-25, 11900  3/3/2026`,
  'if it itches': `Keloid TAC 40 0.2 mL injected, consent 3/3/26. If infection: cephalexin 500 QID. If itch: clobetasol ointment BID. 99213-25, 11900`,
  'template line': `TEMPLATE: #2 Rosacea. Papules, pustules. Doxycycline 40 daily, ivermectin cream.
Keloid TAC 40 0.2 mL injected, consent 3/3/26. 99213-25, 11900`,
  'referring note': `3/3/26 Keloid TAC 40 0.2 mL injected, consent. Referring note from Dr. Poe (02/20/26): rosacea, papules, doxycycline 40 daily started, patch testing ordered. 99213-25, 11900`,
  'losing hair, told it is common': `Ms K, keloid, Kenalog 40 0.2 mL injected 3/3/26, consent. She has noticed that she is losing her hair, her sister too. Told it is common. 99213-25, 11900`,
  'eyelids fine now': `#1 VV x3, bleo 0.2 ea, consent. #2 Eyelids fine now, stopped the eyeshadow. 99213-25, 96405 2/2/26`,
  'medical part, list': `PROCEDURE: keloid injected TAC 40 0.2 mL 2/2/26 consent.
MEDICAL: T2DM, metformin 1000 BID. HTN, losartan 50. Depression, sertraline 100.
99214-25, 11900`,
  'medical history only': `MEDICAL HISTORY: T2DM A1c 9.8, metformin increased by PCP. Keloid injected TAC 40 0.2 mL 2/2/26 consent.
99214-25, 11900`,
  'same tablet, normal tests': `2/2/26 prurigo nodules x6 TAC 10 0.5 mL, consent. On methotrexate 20 weekly, folic acid. ALT 28, AST 22, CBC nl. Methotrexate 20 weekly, labs 3 mo. 99214-25, 11900`,
  'creams for the injected disease': `2/2/26 psoriasis plaques elbows x4, TAC 5 0.1 each, consent. Psoriasis BSA 2. Calcipotriene BID, clobetasol weekends. 99213-25, 11900`,
  'illness of January': `2/2/26 keloid TAC 40 0.2, consent. Prior to that: COVID in January, Paxlovid 5 days, cough gone. 99213-25, 11900`,
  'another keloid, not injected': `2/2/26 keloid TAC 40 0.2, consent. Next: keloid behind R ear, new, 5 mm, tender. Not injected. Silicone gel nightly. 99213-25, 11900`,
  'handout given': `2/2/26 keloid TAC 40 0.2, consent. Patient educated: eczema action plan handout given. 99213-25, 11900`,
  'expected redness': `2/2/26 nodules leg, T-VEC 2 mL x5, consent. Cellulitis? No: erythema expected after T-VEC, warm 1+, no drainage. Acetaminophen. 99213-25, 96405`,
  'oncology note quoted': `2/2/26 nodules leg, T-VEC 2 mL x5, consent. Med onc note 1/30: pembrolizumab held, prednisone 40 for colitis, GI consult, CT ordered. 99213-25, 96405`,
  'iron from her physician': `2/2/26 AA 4 patches TAC 5 1 mL, consent. Thyroid? TSH last month 2.2 normal, ferritin 18 low per PCP, iron started by PCP. 99213-25, 11900`,
  'may she fly': `2/2/26 keloid TAC 40 0.2, consent. Second thing she asked: can she fly? Yes. Third thing: nails brittle. Biotin fine. 99213-25, 11900`,
  'rash of the mother': `2/2/26 keloid TAC 40 0.2, consent. Also mother of patient has rash, vesicles on flank, zoster; told valacyclovir 1 g TID from her doctor. 99213-25, 11900`,
  'lump that another follows': `5/6/26 Dr Ng. Keloid jaw. TAC 40 0.3 mL injected, consent. He asked about a lump in the neck; his ENT did a CT, benign, follows. 99214-25, 11900`,
  'heel pain resolved': `5/6/26 Dr Ng. Verrucae feet x4, bleo 0.2 each, consent. Heel pain gone since the night splint; plantar fasciitis resolved. 99213-25, 96405`,
  'headaches after each dose': `T-VEC cycle 7 given, 4 mL into 8 nodules, R thigh, consent on file. 6/6/26. Visit: headaches after each dose for a day, acetaminophen helps. Neuro exam normal. 99215-25, 96405`,
  'scabies of the baby': `3/3/26 Dr. Bell. Alopecia areata: TAC 2.5, 1 mL, six sites, consent by mother. The baby has scabies, burrows in the webs; pediatrician gave permethrin 5%. 99213-25, 11900`,
  'old streak in a nail': `Hypertrophic scar ILK 20 mg/mL 0.3 mL, consent, 3/3/26. Concerns today: pigmented streak in thumb nail, 1 mm, unchanged 10 years. Watch. 99214-25, 11900`,
  'vitamin taken': `1. AA - TAC 5, 1.5 mL, 8 sites, consent.
2. Vit D: takes 1000 daily.
99213-25, 11900 3/3/26`,
  'belly pain of last week': `Wart injections (Candida 0.3 mL, 3 warts L hand, consent) 3/3/26. Mom: belly pain last week, PEG from pediatrician, better. 99213-25, 11900`,
  'dressings and a refill': `HS groins, 3 nodules, TAC 20 0.3 each injected, consent. 3/3/26. Draining tunnel L. Dressings. Zinc, weight loss, stop smoking. Clindamycin lotion refilled. 99214-25, 11900`,
  'options, prefers injection': `SCC in situ L shin, 5-FU 50 mg/mL 1 mL, consent, 3/3/26. Options reviewed: Mohs vs excision vs radiation vs IL 5-FU. She prefers injection, poor healer. Edema 1+. Compression stockings for healing. 99214-25, 96405`,
  vaccines: `#1 Keloids chest x3. TAC 40 0.2 cc ea injected, consent signed.
#2 Vaccines: flu shot given, shingrix next month.
99213-25, 11900 3/3/26`,
  'aftercare as an item': `#1 Keloids chest x3. TAC 40 0.2 cc ea injected, consent signed.
#2 Aftercare. No swelling. Clobetasol BID if itchy.
99213-25, 11900 3/3/26`,
  'piercing hole': `#1 Keloids chest x3. TAC 40 0.2 cc ea injected, consent signed.
#2 Ear piercing hole tender, scar firm. Silicone, pressure earring.
99213-25, 11900 3/3/26`,
  photographs: `#1 Keloids chest x3. TAC 40 0.2 cc ea injected, consent signed.
#2 Photos taken. Lesion 3 2.1 cm, erythematous. Next TAC 40.
99213-25, 11900 3/3/26`,
  'before an excision': `#1 Keloids chest x3. TAC 40 0.2 cc ea injected, consent signed.
#2 Pre-op: CBC, INR. Excision of keloid in June with Dr. Lim.
99213-25, 11900 3/3/26`,
  'school form': `#1 Keloids chest x3. TAC 40 0.2 cc ea injected, consent signed.
#2 School form. Sports cleared, lungs clear.
99213-25, 11900 3/3/26`,
  'other scars, left': `#1 Keloids chest x3. TAC 40 0.2 cc ea injected, consent signed.
#2 Other scars: L knee flat, papule. Leave.
99213-25, 11900 3/3/26`,
  'new scar, cream': `#1 Keloids chest x3. TAC 40 0.2 cc ea injected, consent signed.
#2 New scar abdomen, erythematous, firm. Fluocinonide BID.
99213-25, 11900 3/3/26`,
  'refills in one item': `#1 Keloids chest x3. TAC 40 0.2 cc ea injected, consent signed.
#2 Med refills: amlodipine 5 daily, losartan 50 daily, metformin BID.
99213-25, 11900 3/3/26`,
  'second thing, an old scar': `3/3/26 Dr. Roe. Keloid chest, TAC 40 0.2 mL injected, consent, tolerated. Second thing: the old scar on her back. It is new to me. Firm plaque, 3 cm. Clobetasol under tape nightly. 99213-25, 11900`,
  'the other one, not injected': `3/3/26 Dr. Roe. Keloid chest, TAC 40 0.2 mL injected, consent, tolerated. The other one, new since May, is tender. Keloid. Not injected. TSH no. 99213-25, 11900`,
  'pressure in pain': `3/3/26 Dr. Roe. Keloid chest, TAC 40 0.2 mL injected, consent, tolerated. BP 176/100 in pain, 138/82 after. Takes amlodipine 5. 99213-25, 11900`,
  'pressure and a home tablet': `3/3/26 Dr. Roe. Keloid chest, TAC 40 0.2 mL injected, consent, tolerated. BP 182/104. She will call her PCP. Amlodipine 5 daily. 99213-25, 11900`,
  'nails of the husband': `3/3/26 Dr. Roe. Keloid chest, TAC 40 0.2 mL injected, consent, tolerated. Also her husband asks about his nails. Yellow, crumbling. Terbinafine discussed. 99213-25, 11900`,
  'rash of the mother, shown': `3/3/26 Dr. Roe. Keloid chest, TAC 40 0.2 mL injected, consent, tolerated. Then her mother showed a rash on her own arms, scaly plaques. Clobetasol suggested. 99213-25, 11900`,
  'and her pain': `3/3/26 Dr. Roe. Keloid chest, TAC 40 0.2 mL injected, consent, tolerated. And her pain. Oxycodone 5 x3 tabs. Tender scar. 99213-25, 11900`,
  'next problem: insurance': `3/3/26 Dr. Roe. Keloid chest, TAC 40 0.2 mL injected, consent, tolerated. Next problem: insurance. Prior auth sent for TAC. Letter to Dr. Hu. 99213-25, 11900`,
  'drugs added to the injection': `3/3/26 Dr. Roe. Keloid chest, TAC 40 0.2 mL injected, consent, tolerated. Plan: next injection 6 wk, verapamil added to TAC, 5-FU 50 mg/mL mixed. Botox adjunct. 99213-25, 11900`,
  'wants injection only': `3/3/26 Dr. Roe. Keloid chest, TAC 40 0.2 mL injected, consent, tolerated. Options: excision with radiation vs injection; she wants injection only. 99213-25, 11900`,
  'all stable': `3/3/26 Dr. Roe. Keloid chest, TAC 40 0.2 mL injected, consent, tolerated. Also: eczema, rosacea, acne, all stable. Dupilumab 300 q2w, metronidazole gel BID. 99213-25, 11900`,
  'next scan and next labs': `3/3/26 T-VEC 2 mL x4 nodules, consent. PET 2/20: SUV down, no new lesions. Visit: ECOG 0. Restaging PET in 3 mo, LDH next cycle. 99214-25, 96405`,
  'whitlow of March': `3/3/26 T-VEC 2 mL x4 nodules, consent. Herpetic whitlow in March treated w/ acyclovir, healed. 99214-25, 96405`,
  'started by another, in the history': `HISTORY: eczema flare 2 wk, scaly plaques, mometasone BID started by telehealth.
PROCEDURE: keloid TAC 40 0.2 injected, consent. 3/3/26
99213-25, 11900`,
  'triage by the nurse': `3/3/26 Dr. Roe. Keloid chest, TAC 40 0.2 mL injected, consent, tolerated. Nurse: HR 110, T 38.1, cough; flu swab sent, oseltamivir per triage protocol. 99213-25, 11900`,
  'will see another clinic': `3/3/26 Dr. Roe. Keloid chest, TAC 40 0.2 mL injected, consent, tolerated. Patient requests isotretinoin for acne; papules. Will see acne clinic. 99213-25, 11900`,
  'cream from him': `3/3/26 Dr. Roe. Keloid chest, TAC 40 0.2 mL injected, consent, tolerated. Also has psoriasis. Elbows with plaques. Sees Dr. Kim. Calcipotriene BID from him. 99213-25, 11900`,
};

describeVisits('The visit in notes that differ by what was done', { supported, unsupported });
