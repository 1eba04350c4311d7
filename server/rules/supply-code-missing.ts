import { supplyCode, supplyCodes, supplyCodesAsOf, unitsOf } from '../knowledge/supply';
import { written } from './coding';
import { exampleNote, injectionMarked } from './example-note';
import { addCode } from './fixes/charges';
import { replaceCode } from './fixes/codes';
import { rule } from './rule';
import { listed } from './wording';

export const supplyCodeMissing = rule({
  id: 'supply-code-missing',
  severity: 'information',
  messages: {
    missing: (amount: string, agent: string, codes: readonly string[], units: number) =>
      `The note gives ${amount} of ${agent}, which is ${units} ${units === 1 ? 'unit' : 'units'} of ${listed(codes, 'or')} by the table of ${supplyCodesAsOf}, and no code of the drug is documented.`,
    ended: (code: string, last: string) => `${code} ended on ${last}, before the date of service.`,
  },
  reads: ['procedures', 'codes', 'encounter'],
  fixes: ['code'],
  docs: {
    what: 'An agent whose total amount the note settles and for which no drug code is documented, or one that had ended on the date of service. Silent without a date of service, and for drugs and units that the table does not have.',
    why: 'The drug has a code of its own, counted in units of the amount given.',
    do: 'Add the code where your workplace supplied the drug.',
    offWhen: 'The drug is supplied by the patient or a pharmacy that reports it.',
    sources: ['hcpcs-2024-07', 'agents'],
    wrong: exampleNote({ injection: injectionMarked('methotrexate', 'supply-code-missing') }),
    right: exampleNote({ charges: 'Charges: 96405, J9260 x 1' }),
  },
  check: ({ procedures, codes, encounter, ...places }, report) => {
    const { date } = encounter;
    if (date === null) return;
    const documented = written(codes, 'hcpcs');
    for (const { agent, supply, agentSpans, span } of procedures) {
      if (agent === null) continue;
      const ended = [...documented].find(([code]) => isEnded(supplyCode(agent, code)?.to ?? null, date));
      const current = supply === null ? [] : supplyCodes(agent, supply.unit, date);
      if (ended !== undefined) {
        const [code, occurrences] = ended;
        const by = current.length === 1 ? current[0] : undefined;
        report('ended', [code, supplyCode(agent, code)?.to ?? ''], {
          span: occurrences[0].span,
          fixes: by === undefined ? [] : [replaceCode(occurrences, code, by.code, places)],
        });
        continue;
      }
      const [first] = current;
      if (supply === null || first === undefined) continue;
      if ([...documented.keys()].some((code) => supplyCode(agent, code) !== undefined)) continue;
      const units = unitsOf(supply.amount, first);
      const names = current.filter((code) => unitsOf(supply.amount, code) === units).map(({ code }) => code);
      report('missing', [`${supply.amount} ${supply.unit}`, agent, names, units], {
        span: agentSpans[0] ?? span,
        evidence: supply.spans.map((each) => ({ span: each, says: 'gives the amount' })),
        fixes: names.map((code) => addCode({ code, units }, places)),
      });
    }
  },
});

const isEnded = (to: string | null, date: string): boolean => to !== null && to < date;
