import { strict as assert } from 'node:assert';
import { splitBlocks } from '../../server/note/blocks';

const cellsOf = (text: string): string[][] =>
  splitBlocks(text, () => false).flatMap(({ cells, delimiter }) =>
    cells && delimiter ? [cells.map(({ start, end }) => text.slice(start, end))] : [],
  );

const cases: readonly (readonly [name: string, text: string, cells: string[][]])[] = [
  [
    'commas, with empty fields',
    'no,site,drug,ml\n1,chin,triamcinolone,0.2\n2,jaw,,',
    [
      ['no', 'site', 'drug', 'ml'],
      ['1', 'chin', 'triamcinolone', '0.2'],
      ['2', 'jaw', '', ''],
    ],
  ],
  [
    'semicolons',
    'no;site;ml\n1;chin;0.2\n2;jaw;0.1',
    [
      ['no', 'site', 'ml'],
      ['1', 'chin', '0.2'],
      ['2', 'jaw', '0.1'],
    ],
  ],
  [
    'a quoted field may hold the delimiter',
    'no,site,note\n1,"chin, left",firm',
    [
      ['no', 'site', 'note'],
      ['1', 'chin, left', 'firm'],
    ],
  ],
  [
    'a line of another number of fields ends it',
    'no,site,ml\n1,chin,0.2\nsum,0.2',
    [
      ['no', 'site', 'ml'],
      ['1', 'chin', '0.2'],
    ],
  ],
  ['prose has its commas before a space', 'Chin, cheek, jaw\nwere tender, red, firm', []],
  ['a field in front is no title', 'Sites: chin,jaw,cheek\n1,2,3', []],
];

describe('exported tables', () => {
  for (const [name, text, cells] of cases) it(name, () => assert.deepEqual(cellsOf(text), cells));
});
