/**
 * Every annotated note is coded too high and too low, in the other family, with both codes of a pair, with other units,
 * with 25 and without it, and what is said of it is compared: a finding that would take something away speaks as one
 * that would add it, and is as grave.
 */
import assert from 'node:assert/strict';
import { defaultConfiguration } from '../../server/configuration';
import { readFacts } from '../../server/facts/facts';
import type { DocumentedCode, Facts, Visit } from '../../server/facts/model';
import { injectionCode } from '../../server/knowledge/codes';
import { checkRules } from '../../server/rules/check';
import type { Finding } from '../../server/rules/finding';
import { annotated, samples } from './fix-notes';

type Direction = 'up' | 'down';

/** Words without the values that differ from note to note. */
const general = (words: string): string =>
  words
    .replaceAll(/1 to 7 lesions|8 or more lesions/g, 'BAND')
    .replaceAll(/an antineoplastic drug|a drug that is not antineoplastic/g, 'DRUG')
    .replaceAll(/the note says that .* was injected/g, 'the note says that AGENTS was injected')
    .replaceAll(/\d[\d.]* (?:mg|U|IU|MIU|PFU|million PFU|mL|mcg)\b/g, 'AMOUNT')
    .replaceAll(/supports (?:an|no) E\/M/g, 'supports QUANTITY E/M')
    .replaceAll(/\b[A-Z]?\d{4,5}\b/g, 'CODE')
    .replaceAll(/\d+ (lesion|unit)s?/g, 'N $1s')
    .replaceAll(/\b\d+\b/g, 'N');

/** What a finding says, how grave it is, and what it offers. */
const terms = ({ severity, message, fixes }: Finding): string =>
  JSON.stringify([severity, general(message), fixes.map(({ kind, title }) => [kind, general(title)])]);

/** What is said in each direction, with a note in which it is said. */
const said = new Map<string, Record<Direction, Map<string, string>>>();

function hear(what: string, direction: Direction, words: string, note: string): void {
  const both = said.get(what) ?? { up: new Map<string, string>(), down: new Map<string, string>() };
  said.set(what, both);
  both[direction].set(words, note);
}

const found = (facts: Facts, rule: string): readonly Finding[] =>
  checkRules(facts, defaultConfiguration).filter((finding) => finding.rule === rule);

/** The four codes by family, and in it by number of lesions. */
const ranks = ['11900', '11901', '96405', '96406'];

const recoded = (documented: DocumentedCode, code: string): DocumentedCode => ({
  ...documented,
  code,
  text: [code, ...documented.modifiers.map(({ value }) => value)].join('-'),
});

/** The one code that a finding would have in the end, by the fix that edits codes. */
function aimOf({ fixes }: Finding): string | undefined {
  const edits = fixes.flatMap(({ kind, edits: each }) => (kind === 'code' ? each : []));
  return edits.map(({ newText }) => newText).find((text) => injectionCode(text) !== undefined);
}

function hearCodes(name: string, facts: Facts): void {
  const others = facts.codes.filter(({ kind }) => kind !== 'injection');
  const [own] = facts.codes.filter(({ kind, tick }) => kind === 'injection' && tick === null);
  if (own === undefined) return;
  for (const code of ranks) {
    const codes = [...others, recoded(own, code)];
    for (const rule of ['procedure-code-count-mismatch', 'procedure-code-agent-mismatch']) {
      for (const finding of found({ ...facts, codes }, rule)) {
        const aim = aimOf(finding);
        if (aim === undefined) continue;
        hear(rule, ranks.indexOf(aim) > ranks.indexOf(code) ? 'up' : 'down', terms(finding), `${name}, ${code}`);
      }
    }
    const fact = injectionCode(code);
    if (fact === undefined || fact.lesions.max === null) continue;
    const pair = [...codes, recoded(own, fact.pair)];
    for (const finding of found({ ...facts, codes: pair }, 'procedure-codes-exclusive')) {
      const removal = finding.fixes.find(({ kind }) => kind === 'code')?.title;
      if (removal === undefined) continue;
      // The lower code is taken out, or the higher one.
      hear(finding.rule, removal === `Remove ${code}` ? 'up' : 'down', terms(finding), `${name}, ${code}`);
    }
  }
}

function hearUnits(name: string, facts: Facts): void {
  for (const units of [1, 2, 500]) {
    const codes = facts.codes.map((code) => (code.unitsNumberSpan === null ? code : { ...code, units }));
    for (const finding of found({ ...facts, codes }, 'supply-units-mismatch')) {
      const aim = Number(finding.fixes.find(({ kind }) => kind === 'code')?.edits[0]?.newText);
      hear(finding.rule, aim > units ? 'up' : 'down', terms(finding), `${name}, ${units} units`);
    }
  }
}

/** Without 25 beside an injection: the note bears it out, or it does not. */
function hearModifier(name: string, facts: Facts): void {
  if (facts.procedures.length === 0) return;
  const codes = facts.codes.map((code) => ({ ...code, modifiers: [] }));
  const visits: readonly (readonly [Direction, string, Partial<Visit>])[] = [
    ['up', 'modifier-25-missing', { emSeparate: 'supported', modifier25: 'needed' }],
    ['down', 'em-not-separate', { emSeparate: 'insufficient', modifier25: 'not-applicable' }],
  ];
  for (const [direction, rule, visit] of visits) {
    for (const finding of found({ ...facts, codes, visit: { ...facts.visit, ...visit } }, rule)) {
      // What is offered differs: a modifier to add, or a question and a code to take out.
      hear('an E/M without 25', direction, terms({ ...finding, fixes: [] }), name);
    }
  }
}

describe('what is said of the annotated notes', function () {
  this.timeout(120_000);

  before(() => {
    for (const { name, text } of [...annotated, ...samples]) {
      const facts = readFacts(text);
      hearCodes(name, facts);
      hearUnits(name, facts);
      hearModifier(name, facts);
    }
  });

  for (const what of [
    'procedure-code-count-mismatch',
    'procedure-code-agent-mismatch',
    'procedure-codes-exclusive',
    'supply-units-mismatch',
    'an E/M without 25',
  ]) {
    it(`is the same upwards and downwards: ${what}`, () => {
      const { up, down } = said.get(what) ?? {};
      assert.ok(up !== undefined && down !== undefined && up.size > 0 && down.size > 0);
      assert.deepEqual([...up.keys()].sort(), [...down.keys()].sort());
    });
  }
});
