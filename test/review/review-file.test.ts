import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv';
import fc from 'fast-check';
import { type Decision, type Review, withDecision, withoutDecision } from '../../server/review/decision';
import { emptyReview, parseReview, writeReview } from '../../server/review/review-file';
import { decision, salt } from './dismissing';

const review = (...decisions: Decision[]): Review => ({ salt, decisions });
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const isValid = new Ajv({ strict: false }).compile(JSON.parse(readFileSync('chartlint.review.schema.json', 'utf8')));

const hexadecimal = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== '');
const anyDecision: fc.Arbitrary<Decision> = fc.record({
  note: fc.constantFrom('a.txt', 'b/c.txt', 'ä é.procnote'),
  rule: fc.constantFrom('lot-missing', 'dose-missing', 'consent-missing'),
  evidence: hexadecimal(32),
  reason: words,
  reviewer: words,
  time: fc.constantFrom('2026-11-24T12:30:00Z', '2026-11-24T12:30:00.123Z'),
  ruleVersion: fc.integer({ min: 1, max: 9 }),
  knowledgeVersion: words,
});
const decisionsOfOne = fc.uniqueArray(anyDecision, {
  maxLength: 8,
  selector: ({ note, rule, evidence }) => `${note} ${rule} ${evidence}`,
});

describe('the review file', () => {
  it('is plain and sorted, a member a line', () => {
    const text = writeReview(
      review(
        decision({ note: 'b.txt' }),
        decision({ note: 'a.txt', rule: 'lot-missing' }),
        decision({ note: 'a.txt', rule: 'dose-missing' }),
      ),
    );
    assert.equal(
      text.slice(0, text.indexOf('    },') + 7),
      `{
  "format": 1,
  "salt": "${salt}",
  "decisions": [
    {
      "note": "a.txt",
      "rule": "dose-missing",
      "evidence": "0123456789abcdef0123456789abcdef",
      "reason": "accepted",
      "reviewer": "A. Coder",
      "time": "2026-11-24T12:30:00Z",
      "ruleVersion": 1,
      "knowledgeVersion": "2024-07-01-00000000"
    },
`,
    );
    assert.deepEqual(
      parseReview(text).review?.decisions.map(({ note, rule }) => `${note} ${rule}`),
      ['a.txt dose-missing', 'a.txt lot-missing', 'b.txt lot-missing'],
    );
  });

  it('says what was written, keeps to its schema, and does not depend on the order of the decisions', () => {
    fc.assert(
      fc.property(decisionsOfOne, fc.nat(), (decisions, turn) => {
        const text = writeReview(review(...decisions));
        const parsed = parseReview(text);
        assert.deepEqual(parsed.problems, []);
        assert.equal(writeReview(parsed.review ?? emptyReview('')), text);
        assert.ok(isValid(JSON.parse(text)), JSON.stringify(isValid.errors));
        const at = decisions.length === 0 ? 0 : turn % decisions.length;
        assert.equal(writeReview(review(...decisions.slice(at), ...decisions.slice(0, at))), text);
      }),
    );
  });

  it('is as it was when a decision is made and taken back', () => {
    fc.assert(
      fc.property(decisionsOfOne, anyDecision, (decisions, made) => {
        const before = withoutDecision(review(...decisions), made);
        assert.equal(writeReview(withoutDecision(withDecision(before, made), made)), writeReview(before));
      }),
    );
  });

  it('knows where each decision stands', () => {
    const text = writeReview(review(decision({ note: 'a.txt' }), decision({ note: 'b.txt' })));
    const shown = parseReview(text).places.map(({ start, end }) => JSON.parse(text.slice(start, end)).note);
    assert.deepEqual(shown, ['a.txt', 'b.txt']);
  });

  it('may have a byte order mark, Windows line endings and a comma that a merge left', () => {
    const text = writeReview(review(decision()));
    for (const other of [`\ufeff${text}`, text.replaceAll('\n', '\r\n'), text.replace('}\n  ]', '},\n  ]')]) {
      assert.deepEqual(parseReview(other).review, review(decision()));
    }
  });

  describe('that is not understood says so on its line, and no decision of it counts:', () => {
    const good = writeReview(review(decision(), decision({ note: 'b.procnote' })));
    const cases: readonly (readonly [what: string, text: string, line: number, message: RegExp])[] = [
      ['nothing in it', '', 1, /Expected an object/],
      ['no object', '[]', 1, /Expected an object/],
      ['no JSON', '%!', 1, /not valid JSON/],
      ['cut off', good.slice(0, 500), 19, /not valid JSON/],
      ['marks of a merge', good.replace('    },\n', '<<<<<<< ours\n    },\n'), 14, /not valid JSON/],
      ['comments', good.replace('{\n', '{\n  // ours\n'), 2, /not valid JSON: invalid comment/],
      ['another format', good.replace('"format": 1', '"format": 2'), 2, /Expected "format": 1\. Another version/],
      ['no format', good.replace('  "format": 1,\n', ''), 1, /Expected "format": 1/],
      ['no salt', good.replace(`  "salt": "${salt}",\n`, ''), 1, /Expected a "salt"/],
      ['a short salt', good.replace(salt, 'abc'), 3, /Expected a "salt" of 32/],
      ['no decisions', `{ "format": 1, "salt": "${salt}" }`, 1, /Expected an array of "decisions"/],
      ['a decision that is none', good.replace('[\n', '[\n7,\n'), 5, /Expected a decision/],
      [
        'a decision without reason',
        good.replace('      "reason": "accepted",\n', ''),
        5,
        /Expected "reason" to be a reason/,
      ],
      ['an empty reviewer', good.replace('A. Coder', ' '), 10, /Expected "reviewer"/],
      ['evidence in words', good.replace('0123456789abcdef', 'nine lesions    '), 8, /Expected "evidence" to be 32/],
      ['a local time', good.replace('00Z', '00+01:00'), 11, /Expected "time" to be a time such as/],
      ['a version of zero', good.replace('"ruleVersion": 1', '"ruleVersion": 0'), 12, /Expected "ruleVersion"/],
      [
        'a member that is not known',
        good.replace('"reason"', '"raison"'),
        9,
        /There is no "raison" here. Did you mean "reason"\?/,
      ],
      ['a key that is not known', good.replace('{\n', '{\n  "version": 1,\n'), 2, /There is no "version" here/],
      ['nested too deeply', '['.repeat(100_000), 1, /nested too deeply/],
    ];
    for (const [what, text, line, message] of cases) {
      it(what, () => {
        const { review: read, problems, places } = parseReview(text);
        assert.equal(read, null);
        assert.deepEqual(places, []);
        const found = problems.map((problem) => ({
          ...problem,
          line: text.slice(0, problem.span.start).split('\n').length,
        }));
        assert.ok(
          found.some((problem) => problem.line === line && message.test(problem.message)),
          JSON.stringify(found, null, 1),
        );
      });
    }
  });

  it('never throws, whatever is in it', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"format":1',
      '"salt":"',
      salt,
      '"decisions":',
      ',',
      'null',
      '"note"',
      '7',
      '//',
      '\n',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.array(pieces).map((each) => each.join('')),
    );
    fc.assert(
      fc.property(text, (given) => {
        const { review: read, problems } = parseReview(given);
        assert.equal(read === null, problems.length > 0);
        for (const { span } of problems)
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= given.length);
      }),
    );
  });

  it('is completed and checked in VS Code by the schema that ships', () => {
    const entry = manifest.contributes.jsonValidation.find(
      ({ fileMatch }: { fileMatch: string }) => fileMatch === 'chartlint.review.json',
    );
    assert.equal(entry?.url, './chartlint.review.schema.json');
    assert.ok(readFileSync('.npmignore', 'utf8').includes('chartlint.review.schema.json'));
  });
});

describe('two branches of a review', () => {
  let folder: string;
  before(function () {
    if (spawnSync('git', ['--version']).status !== 0) this.skip();
    folder = mkdtempSync(join(tmpdir(), 'chartlint-merge-'));
  });
  after(() => {
    if (folder !== undefined) rmSync(folder, { recursive: true });
  });
  const merge = (base: Review, ours: Review, theirs: Review): Review | null => {
    const [own, old, other] = [ours, base, theirs].map((each, index) => {
      const path = join(folder, `${index}.json`);
      writeFileSync(path, writeReview(each));
      return path;
    });
    return parseReview(execFileSync('git', ['merge-file', '-p', `${own}`, `${old}`, `${other}`], { encoding: 'utf8' }))
      .review;
  };
  const of = (note: string, rule = 'lot-missing') => decision({ note, rule, evidence: hashFor(note + rule) });
  const hashFor = (text: string) => Buffer.from(text.padEnd(16, '.')).toString('hex').slice(0, 32);
  const base = review(of('b.txt'), of('d.txt'), of('f.txt'));

  const changes: readonly (readonly [string, (review: Review) => Review, (review: Review) => Review])[] = [
    ['dismiss in different places', (r) => withDecision(r, of('a.txt')), (r) => withDecision(r, of('e.txt'))],
    ['dismiss around one decision', (r) => withDecision(r, of('c.txt')), (r) => withDecision(r, of('e.txt'))],
    ['dismiss first and last', (r) => withDecision(r, of('a.txt')), (r) => withDecision(r, of('g.txt'))],
    ['dismiss and restore', (r) => withDecision(r, of('c.txt')), (r) => withoutDecision(r, of('f.txt'))],
    ['restore both', (r) => withoutDecision(r, of('b.txt')), (r) => withoutDecision(r, of('f.txt'))],
    [
      'dismiss two rules of two notes',
      (r) => withDecision(r, of('b.txt', 'dose-missing')),
      (r) => withDecision(r, of('d.txt', 'tolerance-missing')),
    ],
  ];
  for (const [what, ours, theirs] of changes) {
    it(`that ${what} merge without a conflict`, () => {
      const merged = merge(base, ours(base), theirs(base));
      assert.ok(merged);
      assert.equal(writeReview(merged), writeReview(theirs(ours(base))));
    });
  }
});
