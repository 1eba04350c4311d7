import { describeSettled, type Row } from './settled';

/** A table in the body of a procedure note. */
const inNote = (table: string): string =>
  `PROCEDURE NOTE   DOS 04/14/2026\nDx: keloids of the trunk\nConsent signed. Kenalog 10 mg/mL, intralesional.\n\n${table}\n\nKeep dry until morning. Return in 4 weeks.\n`;

const cases = (title: string, rows: readonly Row[], note = inNote): void =>
  describeSettled(title, rows, note, note !== inNote);

cases('columns by their titles and by where they stand', [
  [
    'sizes of two visits beside the dose',
    'Les  Site              C2 mm   C3 mm   mL given\n 1   R calf            14      11      0.8\n 2   R shin             9       6      0.5\n 3   R ankle           16      15      1.0',
    '3',
  ],
  [
    'a cell left empty in the middle',
    'No   Site              mm      mL      Remark\n 1   L cheek           4       0.1     firm\n 2   L jaw                     0.1     soft\n 3   L neck            6               flat',
    '2',
  ],
  [
    'titles that one space parts',
    'No Site            mm  mL\n1  L cheek         4   0.1\n2  L jaw           5   0.1\n3  L neck          6   0.2',
    '3',
  ],
  [
    'an export with commas',
    'no,site,size_mm,drug,strength,ml,result\n1,L helix,9,triamcinolone,40 mg/mL,0.2,injected\n2,R helix,7,,,,frozen (LN2)\n3,chest,24,triamcinolone,40 mg/mL,0.5,injected\nsum,3 rows,,,,0.7,needle entries 22',
    '2',
  ],
  [
    'an export of which no row got anything',
    'no;site;drug;ml\n1;L helix;triamcinolone;0\n2;chest;triamcinolone;0',
    '-',
  ],
  ['tabs', 'Site\tSize cm\tmL\nchest\t2\t0.2\nback\t3\t0.3', '2'],
  ['tabs with an empty cell', 'Site\tSize cm\tmL\tNote\nchest\t2\t0.2\t\nback\t3\t\tnot today\nneck\t\t0.2\t', '2'],
  ['bars without a frame', 'Site | Size | mL\nchest | 2 cm | 0.2\nback | 3 cm | 0.3\nneck | 1 cm | 0.1', '3'],
  [
    'a column of lesions by their name',
    '| Area | Keloids | Kenalog mL |\n|---|---|---|\n| chest | 4 | 0.4 |\n| back | 3 | 0.3 |',
    '7',
  ],
  [
    'a number column behind the place counts',
    '| Site | No. | mL |\n|---|---|---|\n| chest | 4 | 0.4 |\n| back | 4 | 0.4 |',
    '8',
  ],
  [
    'a number column behind the place that only numbers the rows',
    '| Site | No. | mL |\n|---|---|---|\n| chest | 1 | 0.4 |\n| back | 2 | 0.4 |',
    '2',
  ],
  ['seen and injected', '| Site | Seen | Injected |\n|---|---|---|\n| chest | 5 | 3 |\n| back | 4 | 4 |', '7'],
  [
    'names in ranges',
    '| # | Site | mL |\n|---|---|---|\n| 1-3 | chest | 0.3 |\n| 4 | back | 0.1 |\n| 5, 6 | neck | 0.2 |',
    '6',
  ],
  [
    'one row for two passes over the same lesion',
    '| # | Site | mL |\n|---|---|---|\n| 1 | chest | 0.3 |\n| 1 | chest | 0.2 |\n| 2 | back | 0.2 |',
    '2',
  ],
  [
    'numbers that begin anew on the other side',
    '| # | Site | mL |\n|---|---|---|\n| 1 | L arm | 0.3 |\n| 2 | L arm | 0.2 |\n| 1 | R arm | 0.2 |',
    '3',
  ],
  [
    'an empty line before the rows go on',
    'No   Site         mL\n 1   L cheek      0.1\n 2   L jaw        0.1\n\n 3   R cheek      0.2\n 4   R jaw        0.2',
    '4',
  ],
]);

cases('rows that got nothing', [
  ...['--', '-', '0', '0.0', 'none', 'flat', 'gone', 'held', 'deferred', '\u2014', 'n/a'].map(
    (cell): Row => [
      `dose ${cell}`,
      `| # | Site | mL |\n|---|---|---|\n| 1 | chest | 0.3 |\n| 2 | neck | ${cell} |\n| 3 | back | 0.2 |`,
      '2',
    ],
  ),
  [
    'marks in a column of their own',
    '| Site | Size | Inj |\n|---|---|---|\n| chest | 2 cm | x |\n| neck | 1 cm |  |\n| back | 2 cm | x |',
    '2',
  ],
  [
    'yes and no',
    '| Site | Size | Injected? |\n|---|---|---|\n| chest | 2 cm | Y |\n| neck | 1 cm | N |\n| back | 2 cm | Y |',
    '2',
  ],
  [
    'frozen and cut out',
    '| # | Site | Action |\n|---|---|---|\n| 1 | chest | injected |\n| 2 | neck | cryo |\n| 3 | back | shave biopsy |\n| 4 | ear | injected |',
    '2',
  ],
  [
    'struck out',
    '| # | Site | mL |\n|---|---|---|\n| 1 | chest | 0.3 |\n| ~~2~~ | ~~neck~~ | ~~0.2~~ |\n| 3 | back | 0.2 |',
    '2',
  ],
  [
    'a total row of millilitres',
    '| # | Site | mL |\n|---|---|---|\n| 1 | chest | 0.3 |\n| 2 | back | 0.2 |\n| Total |  | 0.5 |',
    '2',
  ],
  [
    'a total row that agrees',
    '| Site | Keloids | mL |\n|---|---|---|\n| chest | 4 | 0.4 |\n| back | 3 | 0.3 |\n| Total | 7 | 0.7 |',
    '7',
  ],
  [
    'a total row that does not',
    '| Site | Keloids | mL |\n|---|---|---|\n| chest | 4 | 0.4 |\n| back | 3 | 0.3 |\n| Total | 8 | 0.7 |',
    '?conflicting',
  ],
  [
    'a remark outweighed by the amount',
    '| Site | mL | Note |\n|---|---|---|\n| chest | 0.3 | biopsied 2024 |\n| back | 0.2 | |',
    '2',
  ],
]);

const bare = (table: string): string =>
  `PROCEDURE NOTE   DOS 04/14/2026\nDx: keloids and keratoacanthomas\nConsent signed.\n\n${table}\n\nKeep dry until morning. Return in 4 weeks.\n`;

cases(
  'agents by row and by column',
  [
    [
      'a column of agents',
      'Set\tLabel\tSite\tAgent\tmL\nA\tA1\tR arm\tmethotrexate 25 mg/mL\t0.6\nA\tA2\tR hand\tmethotrexate 25 mg/mL\t0.5\nB\tB1\tchest\ttriamcinolone 10 mg/mL\t0.2',
      'methotrexate 2 + triamcinolone 1',
    ],
    [
      'ditto marks',
      '| # | Site | Drug | mL |\n|---|---|---|---|\n| 1 | R arm | methotrexate | 0.3 |\n| 2 | L arm | " | 0.3 |\n| 3 | chest | Kenalog | 0.2 |\n| 4 | back | " | 0.2 |',
      'methotrexate 2 + triamcinolone 2',
    ],
    [
      'a column for each agent',
      '| # | Site | MTX 25 mg/mL | TAC 10 mg/mL |\n|---|---|---|---|\n| 1 | R arm | 0.3 | - |\n| 2 | L arm | 0.3 | - |\n| 3 | chest | - | 0.2 |',
      'methotrexate 2 + triamcinolone 1',
    ],
    [
      'the agent only in the title',
      'Les   Site       TAC 20 mg/mL\n1     chest      0.2\n2     back       0.3',
      'triamcinolone 2',
    ],
  ],
  bare,
);

cases('tables that count no lesion', [
  [
    'charges',
    'One keloid was injected.\n\n| Line | CPT | Units |\n|---|---|---|\n| 1 | 11900 | 1 |\n| 2 | J3301 | 4 |',
    '1',
  ],
  [
    'times and steps',
    'Two keloids were injected.\n\n| Step | Time | By |\n|---|---|---|\n| Time out | 09:25 | all |\n| Injection | 09:27 | SE |\n| Dressings | 09:44 | RN |',
    '2',
  ],
  [
    'vital signs',
    'Two keloids were injected.\n\nTime    BP        HR    Pain    Site\n13:30   138/80    74    2       dry\n13:45   134/78    72    1       dry',
    '2',
  ],
  [
    'supplies',
    'Two keloids were injected.\n\n| Item | Qty | Status |\n|---|---|---|\n| Kenalog 10 vial | 2 | opened |\n| Syringe 1 mL | 5 | used |',
    '2',
  ],
  [
    'sizes alone, with a statement of the number',
    'No   Site         mm\n 1   L cheek      4\n 2   L jaw        5\n 3   L neck       6\n\nAll were injected with 0.1 mL.',
    '3',
  ],
  [
    'held for all',
    'No   Site         mL given\n 1   L cheek      0\n 2   L jaw        0\nSTATUS: HELD per MD.\nNo Kenalog injected today.',
    '-',
  ],
]);

cases('a running flow sheet', [
  [
    'a column for each session',
    '| Lesion | 3/10 mL | 4/14 mL |\n|---|---|---|\n| R ear | 0.3 | 0.2 |\n| L ear | 0.3 | 0 |\n| chest | 0.4 | 0.4 |',
    '2',
  ],
  [
    'sizes and amounts of each session',
    '| Lesion | 3/10/26 mm | 4/14/26 mm | 3/10/26 mL | 4/14/26 mL |\n|---|---|---|---|---|\n| R ear | 12 | 10 | 0.3 | 0.2 |\n| L ear | 10 | 0 | 0.3 | 0 |\n| chest | 14 | 12 | 0.4 | 0.4 |',
    '2',
  ],
  [
    'a row for each session',
    '| Date | Site | mL |\n|---|---|---|\n| 3/10/26 | R ear | 0.3 |\n| 4/14/26 | R ear | 0.2 |\n| 4/14/26 | chest | 0.2 |',
    '2',
  ],
  [
    'by side, in a table',
    '| | Right | Left |\n|---|---|---|\n| Keloids seen | 5 | 3 |\n| Keloids injected | 4 | 3 |\n| Frozen | 1 | 0 |',
    '7',
  ],
  [
    'treated and put off',
    '| Region | # Treated | # Deferred |\n|---|---|---|\n| scalp | 4 | 1 |\n| back | 2 | 0 |',
    '6',
  ],
]);

cases('what a table is of', [
  [
    'sizes with the number injected',
    '| Lesion size | Number injected | mL each |\n|---|---|---|\n| > 2.5 cm | 1 | 2.0 |\n| 1.5-2.5 cm | 2 | 1.0 |',
    '3',
  ],
  [
    'what each lesion got',
    '| # | Site | Tx |\n|---|---|---|\n| 1 | R ear | TAC |\n| 2 | L ear | TAC |\n| 3 | chest | LN2 |',
    '2',
  ],
  [
    'a word where the amount belongs',
    '| # | Site | mL |\n|---|---|---|\n| 1 | R ear | 0.2 |\n| 2 | chin | extracted |\n| 3 | L ear | 0.2 |',
    '2',
  ],
  [
    'lesions of which one was picked',
    'Foot     Keloids\nR        7\nL        4\nOnly one keloid was injected, 0.3 mL.',
    '1',
  ],
]);

cases('lesions with names', [
  [
    'some of the map',
    'K1   presternal, 6.2 x 2.1 cm    VSS 10 -> 8\nK2   R breast, 0.9 cm            VSS 7 -> 2\nK3   L shoulder, 3.0 cm          VSS 11 -> 9\nK4   R shoulder, 2.8 cm          VSS 11 -> 10\n\nTreated this session: K1, K3-K4',
    '3',
  ],
  [
    'all of the map',
    'Map: A1 R jaw, A2 L jaw, A3 R shoulder, A4 L shoulder\n\nEvery keloid on the map was injected with Kenalog 10.',
    '4',
  ],
  [
    'more said of one',
    'Map: A1 R jaw, A2 L jaw, A3 R shoulder\n\nInjected today: A1, A2, A3. Total 1.2 mL given (A1 alone took 0.8 mL over four points).',
    '3',
  ],
  [
    'names at the head of paragraphs',
    'K1  L lobe 2.0 cm. Core excised, closed. Not injected.\nK2 - K5 L helix, L mastoid, neck. Injected w/ Kenalog-40 to blanch.',
    '4',
  ],
  [
    'names in two sentences',
    'Lesions 1-4 were injected with Kenalog 10. Lesions 5-7 were injected with Kenalog 20.',
    '7',
  ],
  ['vertebrae are no lesions', 'One keloid of the back between L1 and L3 was injected with Kenalog 10.', '1'],
  [
    'a vitamin and a score are no lesions',
    'Takes B12 and has A1c 6.4. Three keloids were injected with Kenalog 10.',
    '3',
  ],
]);

cases('places alone among counted entries', [
  ['in the middle', 'Kenalog 10 injected:\n  - R cheek x3\n  - chin\n  - back x2', '6'],
  ['at the end', 'Kenalog 10 injected:\n  - R cheek x3\n  - back x2\n  - chin', '6'],
  ['at the start', 'Kenalog 10 injected:\n  - chin\n  - R cheek x3\n  - back x2', '6'],
  [
    'against the stated number',
    'Kenalog 10 injected, 7 in total:\n  - R cheek x3\n  - chin\n  - back x2',
    '?conflicting',
  ],
  ['with the stated number', 'Kenalog 10 injected, 6 in total:\n  - R cheek x3\n  - chin\n  - back x2', '6'],
]);
