import { supplyCode, supplyCodes, supplyCodesAsOf, unitsOf } from '../knowledge/supply';
import { written } from './coding';
import { exampleNote, injectionMarked } from './example-note';
import { addCode } from './fixes/charges';
import { replaceCode } from './fixes/codes';
import { rule } from './rule';
import { amountInWords, listed } from './wording';

export const supplyCodeMissing = rule({
  id: 'supply-code-missing',
  severity: 'information',
  messages: {
    missing: (amount: string, agent: string, units: number, codes: string, date: string) =>
      `The note gives ${amount} of ${agent} and documents no code of the drug; that is ${units} ${units === 1 ? 'unit' : 'units'} of ${codes} by the table of ${supplyCodesAsOf}${date > supplyCodesAsOf ? `, and there is no data for ${date}` : ''}.`,
    ended: (code: string, last: string) => `${code} ended on ${last}, before the date of service.`,
  },
  reads: ['procedures', 'codes', 'encounter'],
  fixes: ['code'],
  docs: {
    what: 'An agent whose total amount the note settles and for which no drug code is documented, or one that had ended on the date of service. The total is settled where it is stated, where each of a settled number of lesions got the same, or where a list gives it lesion by lesion, as an amount of the drug or a volume of one strength; a diluted drug, an estimate, a range or two totals that differ settle none. Silent without a date of service, and for drugs, products and units that the table does not have.',
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
      // Where the table has products alone, or several codes by the size of the dose, it settles none.
      const [first, second] = current.filter(({ product }) => product === null);
      if (supply === null || first === undefined || second !== undefined) continue;
      if ([...documented.keys()].some((code) => supplyCode(agent, code) !== undefined)) continue;
      const units = unitsOf(supply.amount, first);
      const others = current.filter((code) => code.product !== null && unitsOf(supply.amount, code) === units);
      const names = [first.code, ...others.map(({ code, product }) => `${code} for ${product}`)];
      report('missing', [amountInWords(supply), agent, units, listed(names, 'or'), date], {
        span: agentSpans[0] ?? span,
        evidence: supply.spans.map((each) => ({ span: each, says: 'gives the amount' })),
        fixes: [first, ...others].map(({ code }) => addCode({ code, units }, places)),
      });
    }
  },
});

const isEnded = (to: string | null, date: string): boolean => to !== null && to < date;
