import { describeSettled, type Row } from './settled';

const asIs = (text: string): string => text;

/** What looks like an injection into lesions and is none, each beside the nearest that is one. */
const rows: readonly Row[] = [
  // Data and messages.
  [
    'letters of an attachment',
    'See attached.\nIHeILK4x8LesZb2im3Qw7tRk9PzILK4xLesVb1c6Yh8Nq+ILK0dE5sJg2LesMf\nRegards',
    '-',
  ],
  [
    'the head of a mail',
    'Received: from a.example (10.1.1.1) by b.example\nFrom: A\nTo: B\nSubject: 4 warts\n\nHi.',
    '-',
  ],
  [
    'a note below the head of a mail',
    'From: A\nTo: B\nSubject: visit\n\nBleomycin 1 U/mL was injected into 4 warts today.',
    '4',
  ],
  // "IL", "GA".
  ['a state', 'Elm Clinic, Peoria, IL\nTriamcinolone 40 mg was injected at the elbow.', '-'],
  ['a postcode', 'Elm Clinic, Moline IL 61265\nThe right side was injected with triamcinolone 40 mg.', '-'],
  ['an interleukin', 'Takes an IL-23 inhibitor. Triamcinolone 40 mg was injected on the right.', '-'],
  ['a route', 'Procedure: triamcinolone 10 mg/mL IL to 3 plaques of the left arm.', '3'],
  ['general anesthesia', 'Anesthesia: GA\nThe stoma was injected with triamcinolone.', '-'],
  ['done under general anesthesia', 'Examined under GA. Triamcinolone 40 mg was injected.', '-'],
  ['granuloma annulare', 'Dx: GA. Triamcinolone 5 mg/mL injected into 4 plaques.', '4'],
  // A disease elsewhere in the note does not make a lesion of what was injected.
  [
    'a disease that no steroid goes into',
    'A: basal cell carcinoma of the nose, refer.\nTriamcinolone 40 mg injected.',
    '-',
  ],
  ['a disease that a steroid goes into', 'A: keloid of the ear.\nTriamcinolone 40 mg/mL, 0.2 mL injected.', '1'],
  ['a thing the words do not name', 'A: psoriasis.\nP: The heel spur was injected with 1 mL of triamcinolone.', '-'],
  ['both of a place', 'Exam: two moles.\nBoth heels were injected with triamcinolone 10 mg/mL.', '-'],
  ['both of what was named', 'Two keloids of the ear lobes. Both were injected with triamcinolone 10 mg/mL.', '2'],
  [
    'each of two joints',
    'Exam: two moles.\nRight wrist and left elbow were each injected with triamcinolone 10 mg/mL.',
    '-',
  ],
  ['where it hurts most', 'Dx: keloid.\nThe area of maximal tenderness was injected with triamcinolone 40 mg.', '-'],
  [
    'a field that is a site only beside a disease',
    'A: actinic keratosis.\nThe sites were injected with dexamethasone.',
    '-',
  ],
  ['a joint in a title', 'PROCEDURE: Right knee injection. Triamcinolone 40 mg injected. Small popliteal cyst.', '-'],
  ['a cyst behind a joint', "Baker's cyst: triamcinolone 40 mg injected into the cyst.", '-'],
  ['a cyst of the skin', 'Epidermoid cyst: triamcinolone 10 mg/mL 0.1 mL injected into the cyst.', '1'],
  ['a lesion of the liver', 'The hepatic lesions were injected with fluorouracil.', '-'],
  ['an Ommaya reservoir', 'Ommaya reservoir tapped, methotrexate 6 mg was injected for brain lesions.', '-'],
  [
    'through a scope that was passed',
    'The bronchoscope was passed. Cidofovir was injected into the lesion, 1 mL.',
    '-',
  ],
  ['in a paragraph of a scope', 'Bronchoscopy: cidofovir was injected into the lesion, 1 mL.', '-'],
  [
    'a scope of another day',
    'HISTORY: colonoscopy in May.\nPROCEDURE: Cidofovir was injected into the wart, 0.1 mL.',
    '1',
  ],
  [
    'a botulinum toxin named before',
    'PROCEDURE: Botox for sweating. Each axilla was injected in 15 intradermal sites.',
    '-',
  ],
  [
    'the edges of a wound',
    'After the keloid was excised, the wound edges were infiltrated with triamcinolone 1 mL.',
    '-',
  ],
  ['a scope into the chest', 'Cisplatin 40 mg was injected into the mass by the TBNA needle.', '-'],
  ['a malformation', 'Cystic hygroma of the neck. OK-432 0.1 mg was injected into the cysts.', '-'],
  ['fat', 'Fat grafting: 12 mL was injected into the scars of both cheeks.', '-'],
  ['a muscle named first', 'Piriformis injection. Triamcinolone 40 mg injected. Epidermoid cyst at S2.', '-'],
  // What is told of another time or only weighed.
  ['had elsewhere', 'A: 1. Keloid of the chest: has had triamcinolone injections x3 at another office.', '-'],
  ['had before today', 'Keloids: has had five injections. Today 3 keloids were injected with triamcinolone.', '3'],
  ['another drug, and an agent weighed', 'Condyloma x 8 treated with TCA. Discussed interferon.', '-'],
  [
    'another treatment, and an agent of before',
    'Keloid. Fraction 2 given today. Previously injected with Kenalog.',
    '-',
  ],
  ['the drug that was drawn up', 'Interferon drawn up. Condyloma x 8 treated, 0.1 mL each.', '8'],
  [
    'long before what is told',
    'Melanoma. Admitted with fever one day after T-VEC injection into 6 lesions of the leg.',
    '-',
  ],
  ['right after', 'Melanoma. After T-VEC injection into 6 lesions she was watched for one hour.', '6'],
  ['what may be done so', 'Keloids. Several sites may be so injected with triamcinolone.', '-'],
  ['into the spinal fluid', 'Lymphoma. 12 mg IT MTX injected. Three lesions of the brain.', '-'],
  [
    'a joint in the title of a procedure',
    'A: epidermoid cyst of the back, observed.\nPROCEDURE\nRight knee corticosteroid injection.\nMethylprednisolone 40 mg was injected.',
    '-',
  ],
  [
    'a lesion over a joint',
    'A: psoriasis.\nPROCEDURE\nRight knee steroid injection.\nTriamcinolone 5 mg/mL was injected into 3 plaques.',
    '3',
  ],
  [
    'numbed one by one and cut out',
    'PROCEDURE: Excision of 3 lesions. Lesion 1 was injected with 2 mL of lidocaine. Lesion 2 was injected with 1 mL. Lesion 3 was injected with 1 mL.',
    '-',
  ],
  // Numbers that are no count.
  ['the size of a thread', 'Two keloids were injected with triamcinolone. Skin closed with 4-0 and 5-0 nylon.', '2'],
  ['a habit', 'A: warts.\nInterferon injected three times weekly at home.', '-'],
];

describeSettled('injections that are none of lesions', rows, asIs, false);
