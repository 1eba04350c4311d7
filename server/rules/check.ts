import type { Configuration } from '../configuration';
import type { Facts } from '../facts/model';
import { payerOf } from '../knowledge/payers';
import type { Finding } from './finding';
import { rulesFor } from './registry';

/** All findings of a note, sorted by offset, then rule id. */
export function checkRules(facts: Facts, configuration: Configuration): Finding[] {
  const asked = new Set(facts.queries.filter(({ open }) => open).map(({ subject }) => subject));
  const payer = payerOf(facts.encounter.payer, configuration.payer);
  const findings = rulesFor(configuration).flatMap((rule) => {
    const known = rule.forPayer?.payer === payer ? rule.forPayer?.severity : undefined;
    const severity = configuration.rules[rule.id] ?? known ?? rule.severity;
    // A question that stands open in the note is reported itself (placeholder-unfilled) until it is answered.
    if (severity === 'off' || (rule.asks !== null && asked.has(rule.asks))) return [];
    return rule.check(facts, configuration, severity);
  });
  return findings.sort(
    (a, b) => a.span.start - b.span.start || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : a.span.end - b.span.end),
  );
}
