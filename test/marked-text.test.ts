import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../server/edits';
import type { Finding } from '../server/rules/finding';
import { type Mark, parseMarked, printMarked } from '../server/rules/marked-note';
import { renderSquiggles } from '../server/squiggles';
import { type Analyze, atCursor, findings, fixes, marked } from './marked-text';

const mark = (start: number, end: number, label = ''): Mark => ({ span: { start, end }, label });

describe('a marked note', () => {
  const notes: [name: string, note: string, text: string, marks: Mark[], cursor?: number][] = [
    ['nothing', 'CPT [ ] {x} 96405', 'CPT [ ] {x} 96405', []],
    ['one mark', 'CPT ⟦96405⟧{code}.', 'CPT 96405.', [mark(4, 9, 'code')]],
    ['no label', '⟦a⟧ b', 'a b', [mark(0, 1)]],
    ['a place', 'a⟦⟧{here}b', 'ab', [mark(1, 1, 'here')]],
    ['marks in a mark', '⟦⟦99213⟧{em}-25⟧{code}', '99213-25', [mark(0, 8, 'code'), mark(0, 5, 'em')]],
    ['two labels of one span', '⟦⟦a⟧{x}⟧{y}', 'a', [mark(0, 1, 'x'), mark(0, 1, 'y')]],
    ['neighbours', '⟦a⟧{x}⟦b⟧{y}', 'ab', [mark(0, 1, 'x'), mark(1, 2, 'y')]],
    ['several lines', '⟦a\r\nb⟧{x}\n', 'a\r\nb\n', [mark(0, 4, 'x')]],
    ['a cursor', '⟦9640‸5⟧{x}', '96405', [mark(0, 5, 'x')], 4],
    ['what is no label', '⟦a⟧{x', 'a{x', [mark(0, 1)]],
  ];
  for (const [name, note, text, marks, cursor = null] of notes) {
    it(`has ${name}`, () => assert.deepEqual(parseMarked(note), { text, marks, cursor }));
  }

  for (const [note, message] of [
    ['a⟧', /closed and never opened/],
    ['⟦a', /opened and never closed/],
    ['‸a‸', /second cursor/],
  ] as const) {
    it(`refuses ${note}`, () => assert.throws(() => parseMarked(note), message));
  }

  it('prints as it was read', () => {
    const tree = fc.letrec<{ node: string }>((tie) => ({
      node: fc
        .array(
          fc.oneof(
            { depthSize: 'small' },
            fc.stringMatching(/^[a-c ]{1,3}$/),
            fc
              .tuple(tie('node'), fc.stringMatching(/^[x-z]?$/))
              .map(([inner, label]) => `⟦${inner}⟧${label && `{${label}}`}`),
          ),
          { maxLength: 3 },
        )
        .map((parts) => parts.join('')),
    })).node;
    fc.assert(
      fc.property(tree, (note) => {
        const { text, marks } = parseMarked(note);
        assert.deepEqual(parseMarked(printMarked(text, marks)), { text, marks, cursor: null });
      }),
    );
  });
});

/** Reports every `x` by one rule and every `y` by another; `x` may be made `X` or removed. */
const letters: Analyze = (text) => ({
  findings: [...text.matchAll(/[xy]/g)].map(({ 0: letter, index }): Finding => {
    const span = { start: index, end: index + 1 };
    const change = (title: string, newText: string) => ({ title, kind: 'code' as const, edits: [{ span, newText }] });
    const findingFixes = letter === 'x' ? [change('Raise', 'X'), change('Remove', '')] : [];
    return {
      rule: `no-${letter}`,
      severity: 'error',
      message: `${letter} is wrong.`,
      span,
      evidence: [],
      fixes: findingFixes,
    };
  }),
});

describe('the marked-text kit', () => {
  const analyze = letters;
  it('passes when the marked rules report what is marked', () => {
    findings('a ⟦x⟧{no-x} b y', { analyze });
    findings('a ⟦x⟧{no-x} ⟦y⟧{no-y}', { analyze, rules: 'all' });
    findings('a b', { analyze });
    findings('⟦a⟧{!no-x}', { analyze });
  });

  const failing: [name: string, note: string, options?: Parameters<typeof findings>[1]][] = [
    ['a finding is missing', '⟦a⟧{no-x}'],
    ['a finding is not marked', '⟦x⟧{no-x} x'],
    ['a finding stands elsewhere', '⟦x ⟧{no-x}'],
    ['there should be none', 'a x'],
    ['a rule that should be silent is not', '⟦x⟧{!no-x}'],
    ['another rule reports, and all are looked at', '⟦x⟧{no-x} y', { rules: 'all' }],
    ['another rule reports that is looked at', '⟦x⟧{no-x} y', { rules: ['no-y'] }],
  ];
  for (const [name, note, options] of failing) {
    it(`fails when ${name}`, () => assert.throws(() => findings(note, { analyze, ...options }), assert.AssertionError));
  }

  it('shows the note with squiggles, and the marks that would pass', () => {
    assert.throws(
      () => findings('see\n\tan x and ⟦an⟧{no-x}', { analyze }),
      (error) => {
        assert.ok(error instanceof assert.AssertionError);
        assert.match(error.message, /2 \| \tan x and an\n {2}\| \t {3}\^ error no-x: x is wrong\./);
        assert.equal(error.actual, 'see\n\tan ⟦x⟧{no-x} and an');
        return true;
      },
    );
  });

  it('applies a fix by its title, its rule and its mark', () => {
    fixes('a x', 'Raise', 'a X', { analyze });
    fixes('a x', 'Remove', 'a ', { analyze });
    fixes('a x', 'no-x', 'a X', { analyze });
    fixes('x ⟦x⟧{no-x}', 'Raise', '⟦x⟧{no-x} X', { analyze });
    assert.throws(() => fixes('x', 'Lower', 'x', { analyze }), /No fix "Lower"[\s\S]*no-x: Raise/);
    assert.throws(() => fixes('x x', 'Raise', 'X x', { analyze }), /More than one/);
    assert.throws(() => fixes('x', 'Raise', 'x', { analyze }), /another note/);
    assert.throws(() => fixes('x', 'Raise', '⟦X⟧{no-x}', { analyze }), assert.AssertionError);
  });

  it('asserts what any feature marks, and what it answers at the cursor', () => {
    const vowels = (text: string) => [...text.matchAll(/[aeiou]/g)].map(({ index }) => mark(index, index + 1, 'vowel'));
    marked('c⟦o⟧{vowel}d⟦e⟧{vowel}', vowels);
    assert.throws(() => marked('code', vowels), assert.AssertionError);
    atCursor('co‸de', (text, offset) => text.slice(offset), 'de');
    assert.throws(() => atCursor('code', () => '', ''), /no cursor/);
  });
});

describe('squiggles', () => {
  const at = (start: number, end: number, rule = 'r') => ({
    span: { start, end },
    rule,
    severity: 'warning' as const,
    message: 'M.',
  });
  const shown: [name: string, text: string, squiggles: ReturnType<typeof at>[], expected: string[]][] = [
    ['a line', 'a\nbcd\ne', [at(3, 5)], ['2 | bcd', '  |  ^^ warning r: M.']],
    ['a place', 'ab', [at(2, 2)], ['1 | ab', '  |   ^ warning r: M.']],
    ['a place behind the last line', 'ab\n', [at(3, 3)], ['2 |', '  | ^ warning r: M.']],
    ['a stretch of lines', 'ab\r\ncd\r\nef', [at(1, 6)], ['1 | ab', '  |  ^ (to line 2) warning r: M.']],
    ['a gap', 'a\nb\nc', [at(0, 1), at(4, 5)], ['1 | a', '  | ^ warning r: M.', '  …', '3 | c', '  | ^ warning r: M.']],
    [
      'two on one line, in order',
      'abc',
      [at(2, 3, 'second'), at(0, 3, 'first')],
      ['1 | abc', '  | ^^^ warning first: M.', '  |   ^ warning second: M.'],
    ],
    ['characters beyond the basic plane', '💉💉x', [at(4, 5)], ['1 | 💉💉x', '  |   ^ warning r: M.']],
  ];
  for (const [name, text, squiggles, expected] of shown) {
    it(`show ${name}`, () => assert.equal(renderSquiggles(text, squiggles), expected.join('\n')));
  }
});

describe('edits', () => {
  it('apply from the text as it was, in any order', () => {
    const insert = { span: { start: 3, end: 3 }, newText: '!' };
    assert.equal(applyEdits('abc', [insert, { span: { start: 0, end: 1 }, newText: '' }]), 'bc!');
  });
  it('must not overlap', () => {
    const edit = { span: { start: 0, end: 2 }, newText: '' };
    assert.throws(() => applyEdits('abc', [edit, { span: { start: 1, end: 3 }, newText: '' }]), /overlap/);
  });
});
