import { payerOf } from '../knowledge/payers';
import { discardedUnits, supplyCode } from '../knowledge/supply';
import { written } from './coding';
import { exampleNote } from './example-note';
import { addCode } from './fixes/charges';
import { addModifier } from './fixes/codes';
import { query } from './fixes/query';
import { rule } from './rule';
import { amountInWords } from './wording';

/** First day on which one of the two modifiers was required. */
const requiredSince = '2023-07-01';

export const wastageModifierMissing = rule({
  id: 'wastage-modifier-missing',
  severity: 'information',
  messages: {
    nothingDiscarded: (code: string) =>
      `${code} is a drug of a single-dose container of which nothing was discarded, and it carries no modifier JZ.`,
    discarded: (code: string, amount: string) =>
      `${amount} of a single-dose container was discarded, and no line of ${code} carries modifier JW.`,
    notSaid: (code: string) =>
      `${code} is a drug of a single-dose container, and the note does not say whether any of it was discarded: JW stands for an amount, JZ for none.`,
  },
  reads: ['procedures', 'codes', 'encounter'],
  fixes: ['code', 'query'],
  asks: 'dose',
  docs: {
    what: 'Payer Medicare, a drug of a single-dose container, date of service from 2023-07-01 on, and neither JW nor JZ on its code. Silent for multi-dose containers, where the container is not said, beside a dose of less than one unit, and where what was discarded lies within the last unit of the dose.',
    why: 'Medicare asks for the discarded amount of a single-dose container on a line of its own (JW), or for the statement that nothing was discarded (JZ).',
    do: 'Add the modifier, or ask for the amount that was discarded.',
    offWhen: 'Drug modifiers are added by another system.',
    sources: ['jw-jz'],
    wrong: exampleNote({
      place: 'Payer: Medicare',
      lot: 'Lot 4B117, expires 09/2026. Single-dose vial of 30 mg; nothing was discarded.',
      charges: 'Charges: 96405, ⟦J9260 x 1⟧{wastage-modifier-missing}',
    }),
    right: exampleNote({
      place: 'Payer: Medicare',
      lot: 'Lot 4B117, expires 09/2026. Single-dose vial of 30 mg; nothing was discarded.',
      charges: 'Charges: 96405, J9260-JZ x 1',
    }),
  },
  check: ({ procedures, codes, encounter, ...places }, report, { payer }) => {
    const { date } = encounter;
    if (date === null || date < requiredSince || payerOf(encounter.payer, payer) !== 'medicare') return;
    for (const [number, occurrences] of written(codes, 'hcpcs')) {
      if (occurrences.some(({ modifiers }) => modifiers.some(({ value }) => value === 'JW' || value === 'JZ')))
        continue;
      for (const { agent, supply } of procedures) {
        const code = agent === null ? undefined : supplyCode(agent, number);
        if (supply === null || supply.container !== 'single-dose' || code?.unit !== supply.unit) continue;
        if (date < code.from || (code.to !== null && code.to < date)) continue;
        const { span } = occurrences[0];
        const evidence = supply.spans.map((each) => ({ span: each, says: 'tells of the drug supplied' }));
        if (supply.discarded === null) {
          const ask = query(
            'dose',
            {
              indicators: `The note records ${amountInWords(supply)} of ${agent} from a single-dose container.`,
              question: 'What amount, if any, was discarded?',
            },
            places,
          );
          report('notSaid', [number], { span, evidence, fixes: [ask] });
          continue;
        }
        if (supply.discarded === 0) {
          report('nothingDiscarded', [number], {
            span,
            evidence,
            fixes: [addModifier(occurrences, 'JZ', number, places)],
          });
          continue;
        }
        const units = discardedUnits(supply.amount, supply.discarded, code);
        if (units === 0) continue;
        const discarded = amountInWords({ amount: supply.discarded, unit: supply.unit });
        report('discarded', [number, discarded], {
          span,
          evidence,
          fixes: [addCode({ code: number, modifier: 'JW', units }, places)],
        });
      }
    }
  },
});
