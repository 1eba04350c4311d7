import assert from 'node:assert/strict';
import { type Hover, MarkupContent, type Range } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, analyze } from '../../server/analyze';
import { conclusion } from '../../server/conclusion';
import { defaultConfiguration, type PayerId } from '../../server/configuration';
import type { LesionEntry, Section } from '../../server/facts/model';
import { codeLenses } from '../../server/lsp/code-lens';
import { documentSymbols } from '../../server/lsp/document-symbols';
import { foldingRanges } from '../../server/lsp/folding';
import { hover } from '../../server/lsp/hover';
import { inlayHints } from '../../server/lsp/inlay-hints';
import { lesionNumbers } from '../../server/lsp/lesion-numbers';
import type { Finding } from '../../server/rules/finding';
import { type Mark, parseMarked } from '../../server/rules/marked-note';
import { atCursor, marked } from '../marked-text';
import { emptyAnalysis } from './empty-analysis';

const documentOf = (text: string) => TextDocument.create('file:///a', 'procedure-note', 1, text);
const spanOf = (document: TextDocument, { start, end }: Range) => ({
  start: document.offsetAt(start),
  end: document.offsetAt(end),
});

/** An outline with a section for every mark. */
const outlineOf = (note: string): Pick<Analysis, 'outline'> & { text: string } => {
  const { text, marks } = parseMarked(note);
  const outline = marks.map(({ span, label }): Section => {
    const heading = { start: span.start, end: span.start + label.length };
    return { kind: 'other', title: label, headingSpan: heading, span };
  });
  return { text, outline };
};

describe('document symbols', () => {
  it('are the sections that have a heading', () => {
    const note = '⟦Dr. Who\n⟧⟦PLAN\nnone\n⟧{PLAN}⟦EXAM⟧{EXAM}';
    const { text, outline } = outlineOf(note);
    const document = documentOf(text);
    marked('Dr. Who\n⟦PLAN\nnone\n⟧{PLAN}⟦EXAM⟧{EXAM}', () =>
      documentSymbols(document, { ...emptyAnalysis, outline }).map(
        ({ name, range }): Mark => ({ label: name, span: spanOf(document, range) }),
      ),
    );
  });
});

describe('folding', () => {
  for (const [note, expected] of [
    ['⟦PLAN\na\nb\n\n\n⟧{PLAN}⟦EXAM\r\nc⟧{EXAM}', ['0-2', '5-6']],
    ['⟦PLAN: none\n⟧{PLAN}', []],
    ['', []],
  ] as const) {
    it(`gives ${JSON.stringify(expected)} for ${JSON.stringify(note)}`, () => {
      const { text, outline } = outlineOf(note);
      const ranges = foldingRanges(documentOf(text), { ...emptyAnalysis, outline });
      assert.deepEqual(
        ranges.map(({ startLine, endLine }) => `${startLine}-${endLine}`),
        expected,
      );
    });
  }
});

describe('inlay hints', () => {
  const note = '1. ⟦scalp⟧{injected}\n2. ⟦ear⟧{frozen}\n3. ⟦nose⟧{injected}\n';
  const { text, marks } = parseMarked(note);
  const ledger = marks.map(
    ({ span, label }): LesionEntry => ({
      label: null,
      site: null,
      laterality: null,
      size: null,
      agent: null,
      dose: null,
      disposition: label === 'frozen' ? 'frozen' : 'injected',
      spans: [span],
    }),
  );
  const hints = (within: Range) => inlayHints(documentOf(text), { ...emptyAnalysis, ledger }, within);
  const lines = (start: number, end: number): Range => ({
    start: { line: start, character: 0 },
    end: { line: end, character: 0 },
  });

  it('number the counted lesions behind their places', () => {
    marked('1. scalp⟦⟧{#1}\n2. ear\n3. nose⟦⟧{#2}\n', (text) => {
      const document = documentOf(text);
      return hints(lines(0, 9)).map(({ position, label }): Mark => {
        return { span: spanOf(document, { start: position, end: position }), label: String(label) };
      });
    });
  });

  it('count the lesions of each agent', () => {
    const agents = ['bleomycin', 'triamcinolone', 'bleomycin'];
    const numbers = lesionNumbers(
      ledger.map((lesion, index) => ({ ...lesion, disposition: 'injected', agent: agents[index] ?? null })),
    );
    assert.deepEqual(
      [...numbers].map(([{ agent }, { number, of }]) => `${agent} ${number} of ${of}`),
      ['bleomycin 1 of 2', 'bleomycin 2 of 2', 'triamcinolone 1 of 1'],
    );
  });

  it('keep their numbers where only a part of the note is asked for', () => {
    assert.deepEqual(
      hints(lines(1, 3)).map(({ label }) => label),
      ['#2'],
    );
  });
});

describe('hover', () => {
  const textOf = (answer: Hover | null): string | null =>
    answer === null || !MarkupContent.is(answer.contents) ? null : answer.contents.value;
  const finding = (start: number, end: number, says: string): Finding => ({
    rule: 'procedure-code-units',
    severity: 'error',
    message: '',
    span: { start, end },
    evidence: [{ span: { start, end }, says }],
    fixes: [],
  });

  const plain = { markdown: false, evidence: true };

  it('leaves the evidence to a client that shows it', () => {
    const findings = [finding(0, 1, 'one')];
    const options = { ...plain, evidence: false };
    assert.equal(hover(documentOf('a'), { ...emptyAnalysis, findings }, 0, options), null);
  });

  it('says which of the counted lesions stands at the cursor, or why it is not counted', () => {
    const lesion = { label: null, site: null, laterality: null, size: null, agent: null, dose: null } as const;
    const ledger: LesionEntry[] = [
      { ...lesion, site: 'left ear', laterality: 'left', disposition: 'injected', spans: [{ start: 0, end: 8 }] },
      { ...lesion, site: 'nose', disposition: 'not-injected', spans: [{ start: 10, end: 14 }] },
      {
        ...lesion,
        label: '3',
        laterality: 'right',
        dose: '0.1 mL',
        disposition: 'injected',
        spans: [{ start: 16, end: 21 }],
      },
    ];
    const read = (text: string, offset: number) =>
      textOf(hover(documentOf(text), { ...emptyAnalysis, ledger }, offset, plain));
    atCursor('left e‸ar, nose, right', read, 'Lesion 1 of 2 injected: left ear');
    atCursor('left ear, ‸nose, right', read, 'Lesion not counted: nose, not injected');
    atCursor('left ear, nose, right‸', read, 'Lesion 2 of 2 injected: 3, right, 0.1 mL');
  });

  it('lists the evidence of the finding at the cursor', () => {
    const read = (text: string, offset: number) =>
      textOf(hover(documentOf(text), { ...emptyAnalysis, findings: [finding(6, 8, 'two units')] }, offset, plain));
    atCursor('Code: ‸x2', read, 'procedure-code-units: rests on\n- line 1: two units');
    atCursor('Code: x2‸', read, 'procedure-code-units: rests on\n- line 1: two units');
    atCursor('Co‸de: x2', read, null);
  });

  it('shows the card of a code, with its date and sources', () => {
    const read = (text: string, offset: number) => textOf(hover(documentOf(text), emptyAnalysis, offset, plain));
    atCursor(
      'Charge: ‸96406-59',
      (...at) => /^96406: .*As of \d{4}-\d{2}-\d{2}\.\n- Source: /.test(read(...at) ?? ''),
      true,
    );
    atCursor('Charge: 99213‸-25', (...at) => /^99213: /.test(read(...at) ?? ''), true);
    for (const note of ['Charge: ‸12345', 'Phone 496406‸', 'MRN 964‸061', '964‸06a', '‸', 'no ‸ code']) {
      atCursor(note, read, null);
    }
  });

  it('shows what the note says as text and never as markup', () => {
    const findings = [finding(0, 1, '[x](command:y) <b>`*_~\n# a')];
    const answer = textOf(
      hover(documentOf('a'), { ...emptyAnalysis, findings }, 0, { markdown: true, evidence: true }),
    );
    const escaped = '\\[x\\]\\(command:y\\) \\<b\\>\\`\\*\\_\\~ \\# a';
    assert.equal(answer, `**procedure\\-code\\-units** rests on\n\n- line 1: ${escaped}`);
  });
});

describe('hovers on the encounter', () => {
  const text =
    'Place of service: office\nPayer: Cigna PPO\nThree keloids were injected with Kenalog 10.\nCPT: 99213-25, 11900\n';
  const at = (words: string, note = text, payer: PayerId | null = null) => {
    const analysis = analyze(note, { configuration: { ...defaultConfiguration, payer } });
    const shown = hover(documentOf(note), analysis, note.indexOf(words) + 1, { markdown: false, evidence: false });
    return shown === null ? null : (shown.contents as { value: string }).value;
  };
  it('show what is known of the payer, with state and source', () => {
    const shown = at('Cigna') ?? '';
    assert.match(shown, /^Cigna: is the payer of the note\.\n- Modifier 25: .* \(delayed, 2023-05-25\)\. Source: /);
    assert.match(shown, /\n- Documentation: No text .* \(no data\)\. Source: /);
  });
  it('show it at an evaluation code too', () => {
    assert.match(at('99213') ?? '', /\n\nCigna: is the payer of the note\./);
    assert.doesNotMatch(at('11900') ?? '', /Cigna/);
    const unnamed = text.replace('Payer: Cigna PPO\n', '');
    assert.match(at('99213', unnamed, 'aetna') ?? '', /\n\nAetna: is the payer of the settings\./);
    assert.doesNotMatch(at('99213', unnamed) ?? '', /payer/);
  });
  it('say that there is no data on a payer without a profile', () => {
    const shown = at('Oscar', text.replace('Cigna PPO', 'Oscar Health'), 'medicare');
    assert.match(
      shown ?? '',
      /^Payer: is the payer of the note\.\n- Modifier 25: no data on this payer\n- Documentation: no data/,
    );
  });
  it('show the place of service, from which nothing is drawn', () => {
    assert.equal(at('office'), 'Place of service: office. No rule is drawn from it.');
  });
});

describe('the conclusion in one line', () => {
  const { summary } = emptyAnalysis;
  const settled = { agent: 'bleomycin', agentClass: 'antineoplastic', lesions: 8, countStatus: 'consistent' } as const;
  const summaries: [expected: string, given: Partial<Analysis['summary']>, more?: Partial<Analysis>][] = [
    ['No intralesional injection today · no codes documented', {}],
    [
      'bleomycin, 8 lesions: 96406 · documented: 96405, 99213-25',
      { procedures: [{ ...settled, code: '96406', units: 1 }], documentedCodes: ['96405', '99213-25'] },
    ],
    [
      'bleomycin, 1 lesion: 96405 · separate E/M not supported · no codes documented',
      {
        procedures: [{ ...settled, lesions: 1, code: '96405', units: 1 }],
        visit: { ...summary.visit, emSeparate: 'insufficient' },
      },
    ],
    [
      'agent not named, lesion count conflicting: code not settled · separate E/M supported · no codes documented',
      {
        procedures: [
          { agent: null, agentClass: null, lesions: null, countStatus: 'conflicting', code: null, units: null },
        ],
        visit: { ...summary.visit, emSeparate: 'supported' },
      },
    ],
  ];
  const span = { start: 0, end: 1 };
  summaries.push(
    [
      'No intralesional injection today · no codes documented · ambulatory surgery center · Cigna',
      { encounter: { date: null, site: 'asc', payer: 'CIGNA PPO' } },
      { payer: { id: 'cigna', span } },
    ],
    [
      'No intralesional injection today · no codes documented · payer: no data',
      { encounter: { date: null, site: null, payer: 'Oscar' } },
      { payer: { id: null, span } },
    ],
  );
  for (const [expected, given, more = {}] of summaries) {
    it(`says "${expected}"`, () => {
      const analysis = { ...emptyAnalysis, ...more, summary: { ...summary, ...given } };
      assert.equal(conclusion(analysis), expected);
      const [lens] = codeLenses(analysis);
      assert.equal(lens?.command?.title, expected);
    });
  }
});
