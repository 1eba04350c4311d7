import assert from 'node:assert/strict';
import { defaultConfiguration } from '../../server/configuration';
import { applyEdits } from '../../server/edits';
import { readQueryBlock } from '../../server/facts/clinician-queries';
import type { Facts } from '../../server/facts/model';
import { queryWording } from '../../server/knowledge/queries';
import { checkRules } from '../../server/rules/check';
import type { Finding, Fix } from '../../server/rules/finding';
import { documentedRules as rules } from '../../server/rules/registry';
import { ruleIds } from '../../server/rules/rule-ids';
import { ruleCases } from './cases/all';
import { factsOf } from './facts-builder';
import type { RuleCase } from './rule-case';

interface Checked {
  readonly text: string;
  readonly facts: Facts;
  readonly configuration: typeof defaultConfiguration;
  readonly findings: readonly Finding[];
}

function check({ given }: RuleCase): Checked {
  const configuration = { ...defaultConfiguration, ...given.configuration };
  const facts = factsOf(given);
  return { text: given.text, facts, configuration, findings: checkRules(facts, configuration) };
}

const checked = Object.values(ruleCases).flat().map(check);
const everyFinding = checked.flatMap(({ findings }) => findings);

const everyFix = checked.flatMap(({ findings, ...note }) =>
  findings.flatMap((finding) => finding.fixes.map((fix) => ({ ...note, finding, fix }))),
);

describe('the rules as a whole', () => {
  it('are those that settings know', () => {
    assert.deepEqual(rules.map(({ id }) => id).sort(), [...ruleIds].sort());
  });

  for (const rule of rules) {
    describe(rule.id, () => {
      const findings = everyFinding.filter((finding) => finding.rule === rule.id);

      it('is found by a case, at its own severity', () => {
        assert.notEqual(findings.length, 0);
        const own = [rule.severity, ...(rule.forPayer === null ? [] : [rule.forPayer.severity])];
        assert.deepEqual([...new Set(findings.map(({ severity }) => severity))].sort(), own.sort());
      });

      it('offers the kinds of fix that it declares', () => {
        const kinds = new Set(findings.flatMap(({ fixes }) => fixes.map(({ kind }) => kind)));
        assert.deepEqual([...kinds].sort(), [...rule.fixes].sort());
      });

      it('can be set to another severity and off', () => {
        for (const { facts, configuration, findings: before } of checked) {
          if (!before.some((finding) => finding.rule === rule.id)) continue;
          const set = (level: 'off' | 'error') => checkRules(facts, { ...configuration, rules: { [rule.id]: level } });
          assert.deepEqual(
            set('off'),
            before.filter((finding) => finding.rule !== rule.id),
          );
          const raised = set('error').filter((finding) => finding.rule === rule.id);
          assert.ok(raised.length > 0 && raised.every(({ severity }) => severity === 'error'));
        }
      });

      it('has a page', () => {
        const { what, why, do: todo, offWhen, noFix, wrong, right } = rule.docs;
        for (const part of [what, why, todo, offWhen]) assert.match(part, /^["A-Z0-9].*[.)]$/s);
        assert.equal(noFix !== undefined, rule.fixes.length === 0);
        assert.ok(wrong.length > 0 && right.length > 0 && wrong !== right);
      });
    });
  }
});

describe('findings', () => {
  it('are sorted by offset, then rule', () => {
    for (const { findings } of checked) {
      const keys = findings.map(({ span, rule }) => `${String(span.start).padStart(6, '0')} ${rule}`);
      assert.deepEqual(keys, [...keys].sort());
    }
  });

  it('are one sentence and speak of no payment', () => {
    for (const { rule, message, evidence } of everyFinding) {
      assert.match(message, /^["A-Z0-9].*[^.]\.$/);
      // The one rule whose subject it is.
      if (rule === 'query-leading') continue;
      for (const words of [message, ...evidence.map(({ says }) => says)]) assertNoPayment(words);
    }
  });
});

describe('fixes', () => {
  it('lie in the note and do not overlap', () => {
    for (const { text, fix } of everyFix) {
      for (const { span } of fix.edits) {
        assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length, fix.title);
      }
      assert.notEqual(applyEdits(text, fix.edits), text, `"${fix.title}" changes nothing`);
    }
  });

  it('are never preferred where they edit a code', () => {
    for (const { fix } of everyFix) assert.notEqual(fix.kind === 'code' && fix.preferred, true);
  });

  it('of a field insert a blank and nothing that could be an answer', () => {
    for (const { eol, fix } of everyFix.map(({ facts, fix: each }) => ({ eol: facts.eol, fix: each }))) {
      if (fix.kind !== 'field') continue;
      const [edit] = fix.edits;
      assert.equal(fix.edits.length, 1);
      assert.match(edit?.newText.replaceAll(eol, '') ?? '', /^[A-Z][A-Za-z -]*: \*\*\*$/);
    }
  });

  it('of a query ask one open question, suggest nothing and leave every way out', () => {
    for (const { text, fix } of everyFix) {
      if (fix.kind !== 'query') continue;
      assertNoPayment(fix.title);
      const [query, another] = readQueryBlock(applyEdits(text, fix.edits))?.queries ?? [];
      assert.ok(query !== undefined && another === undefined, fix.title);
      assert.equal(query.open, true);
      assert.notEqual(query.subject, null);
      assert.deepEqual([query.leading, query.payment], [[], []]);
      assert.equal(query.offersUnableToDetermine, true);
      assert.ok(query.openEnded || query.offersOther);
    }
  });

  it('of a query let the finding wait for the answer', () => {
    for (const { text, facts, configuration, finding, fix } of everyFix) {
      if (fix.kind !== 'query') continue;
      const queries = readQueryBlock(applyEdits(text, fix.edits))?.queries ?? [];
      const rulesAfter = checkRules({ ...facts, queries }, configuration).map(({ rule }) => rule);
      assert.ok(!rulesAfter.includes(finding.rule), `${finding.rule} is found beside its own query`);
      assert.ok(rulesAfter.includes('placeholder-unfilled'), `${finding.rule}: the query is not reported as open`);
    }
  });

  it('add a second query to the block that the first one made', () => {
    const given = { text: 'The lesions were injected.', procedures: [{ lesions: null, dose: false }] };
    const ask = (facts: Facts, rule: string): Fix => {
      const finding = checkRules(facts, defaultConfiguration).find((each) => each.rule === rule);
      const fix = finding?.fixes.find(({ kind }) => kind === 'query');
      assert.ok(fix);
      return fix;
    };
    const once = applyEdits(given.text, ask(factsOf(given), 'lesion-count-missing').edits);
    const twice = applyEdits(once, ask(factsOf({ ...given, text: once }), 'dose-missing').edits);
    assert.deepEqual(
      readQueryBlock(twice)?.queries.map(({ subject }) => subject),
      ['lesion-count', 'dose'],
    );
  });
});

function assertNoPayment(words: string): void {
  const found = words.toLowerCase().split(/[^a-z-]+/);
  for (const word of queryWording.payment) assert.ok(!found.includes(word), `"${word}" in: ${words}`);
}
