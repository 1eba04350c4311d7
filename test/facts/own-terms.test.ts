import assert from 'node:assert/strict';
import { analyze } from '../../server/analyze';
import { type Configuration, defaultConfiguration, type OwnTerms } from '../../server/configuration';

const configured = (lexicon: Partial<OwnTerms>): Configuration => ({
  ...defaultConfiguration,
  lexicon: { ...defaultConfiguration.lexicon, ...lexicon },
});

const note = (procedure: string): string =>
  `Dermatology Clinic\nDOS: 3/4/2025\nDx: keloids\n\nProcedure\n${procedure}\nTolerated well.\n`;

/** Agent, class, number and code of each procedure. */
const read = (text: string, configuration = defaultConfiguration) =>
  analyze(text, { configuration }).summary.procedures.map(({ agent, agentClass, lesions, code }) =>
    [agent, agentClass, lesions, code].join(' '),
  );

describe('own agents', () => {
  const agents = configured({
    agents: {
      sulodexide: { class: 'other', synonyms: ['SLX', 'Vessel-Due F'] },
      zelboraf: { class: 'antineoplastic', synonyms: [] },
      triamcinolone: { class: 'corticosteroid', synonyms: ['Trimix'] },
      tacrolimus: { class: 'other', synonyms: ['TAC'] },
    },
  });
  for (const [written, expected, without] of [
    ['sulodexide', 'sulodexide other 3 11900', '  3 '],
    ['SLX', 'sulodexide other 3 11900', '  3 '],
    // A hyphen may be missing, and one slip of the pen is forgiven.
    ['Vessel Due F', 'sulodexide other 3 11900', '  3 '],
    ['sulodexid', 'sulodexide other 3 11900', '  3 '],
    ['zelboraf', 'zelboraf antineoplastic 3 96405', '  3 '],
    ['Trimix', 'triamcinolone corticosteroid 3 11900', '  3 '],
    // The shipped agents are read as before, where an own one does not take their name.
    ['Kenalog 10', 'triamcinolone corticosteroid 3 11900', 'triamcinolone corticosteroid 3 11900'],
    ['TAC', 'tacrolimus other 3 11900', 'triamcinolone corticosteroid 3 11900'],
  ] as const) {
    it(`reads "${written}" as ${expected}`, () => {
      const text = note(`Three keloids of the chest were injected intralesionally with ${written}, 0.3 mL in all.`);
      assert.deepEqual(read(text, agents), [expected]);
      assert.deepEqual(read(text), [without]);
    });
  }

  it('of two classes are coded apart', () => {
    const text = note(
      'Three keloids were injected with SLX, 0.1 mL each. Two plantar warts were injected with zelboraf, 0.1 mL each.',
    );
    assert.deepEqual(read(text, agents), ['sulodexide other 3 11900', 'zelboraf antineoplastic 2 96405']);
  });
});

describe('own sites', () => {
  const text = note('Keloids injected with Kenalog 10:\n- YXF: 0.1 mL\n- QZ notch: 0.1 mL');
  const sites = configured({ sites: { 'retroauricular fold': ['YXF'], 'qz notch': [] } });
  it('are places of lesions, and tell rows of a list', () => {
    const { ledger, findings } = analyze(text, { configuration: sites });
    assert.deepEqual(
      ledger.map(({ site }) => site),
      ['retroauricular fold', 'qz notch'],
    );
    assert.deepEqual(read(text, sites), ['triamcinolone corticosteroid 2 11900']);
    assert.ok(!findings.some(({ rule }) => rule === 'lesion-sites-missing'));
  });
  it('are none where they are not set', () => {
    assert.ok(analyze(text).findings.some(({ rule }) => rule === 'lesion-sites-missing'));
  });
});

describe('own headings', () => {
  const text = `Dermatology Clinic
DOS: 3/4/2025
Dx: keloids

Bygones
Five keloids were injected with Kenalog 10, 0.5 mL.

Procedure
Three keloids were injected with Kenalog 10, 0.3 mL.
`;
  it('open the section that they are set to', () => {
    const kinds = (configuration: Configuration) =>
      analyze(text, { configuration }).outline.map(({ kind, title }) => `${kind} ${title}`);
    const history = configured({ headings: { bygones: 'history' } });
    assert.ok(kinds(history).includes('history Bygones'));
    assert.ok(!kinds(defaultConfiguration).includes('history Bygones'));
    assert.deepEqual(read(text, history), ['triamcinolone corticosteroid 3 11900']);
  });
});

describe('a configuration with own terms', () => {
  it('changes no reading under another', () => {
    const text = note('Three keloids were injected with SLX, 0.3 mL in all.');
    const before = analyze(text);
    analyze(text, { configuration: configured({ agents: { sulodexide: { class: 'other', synonyms: ['SLX'] } } }) });
    assert.deepEqual(analyze(text), before);
  });
});
