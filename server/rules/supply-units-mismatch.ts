import type { DocumentedCode } from '../facts/model';
import { supplyCode, supplyCodesAsOf, unitsOf } from '../knowledge/supply';
import { written } from './coding';
import { exampleNote } from './example-note';
import { setUnits } from './fixes/codes';
import { query } from './fixes/query';
import { rule } from './rule';
import { amountInWords } from './wording';

export const supplyUnitsMismatch = rule({
  id: 'supply-units-mismatch',
  severity: 'information',
  messages: {
    mismatch: (code: string, documented: number, amount: string, units: number, date: string) =>
      `${code} is documented with ${documented} ${documented === 1 ? 'unit' : 'units'}, and ${amount} is ${units} by the table of ${supplyCodesAsOf}${date > supplyCodesAsOf ? `, with no data for ${date}` : ''}.`,
  },
  reads: ['procedures', 'codes', 'encounter'],
  fixes: ['code', 'query'],
  asks: 'dose',
  docs: {
    what: 'Units written at the code of a drug that are not the units of the amount given, where the note settles the amount. Lines of a discarded amount (JW) are left out.',
    why: 'One unit of the code stands for a fixed amount; a part of a unit is a unit.',
    do: 'Correct the units, or ask the clinician for the amount.',
    offWhen: 'Drug units are entered by another system.',
    sources: ['hcpcs-2024-07', 'agents'],
    wrong: exampleNote({ charges: 'Charges: 96405, ⟦J9260 x 3⟧{supply-units-mismatch}' }),
    right: exampleNote({ charges: 'Charges: 96405, J9260 x 1' }),
  },
  check: ({ procedures, codes, encounter, ...places }, report) => {
    const { date } = encounter;
    if (date === null) return;
    for (const [number, occurrences] of written(codes, 'hcpcs')) {
      const given = occurrences.filter(({ modifiers }) => !modifiers.some(({ value }) => value === 'JW'));
      const [stated, ...others] = given.filter(({ unitsNumberSpan }) => unitsNumberSpan !== null);
      // Lines of one list add up; the same code with the same units elsewhere repeats it.
      if (stated === undefined || others.some((other) => !repeats(stated, other))) continue;
      for (const { agent, supply } of procedures) {
        const code = agent === null ? undefined : supplyCode(agent, number);
        if (supply === null || code === undefined || code.unit !== supply.unit) continue;
        if (date < code.from || (code.to !== null && code.to < date)) continue;
        const units = unitsOf(supply.amount, code);
        if (stated.units === units) continue;
        const amount = amountInWords(supply);
        report('mismatch', [number, stated.units, amount, units, date], {
          span: stated.span,
          evidence: supply.spans.map((span) => ({ span, says: `gives ${amount}` })),
          fixes: [
            setUnits([stated, ...others], number, units),
            query(
              'dose',
              {
                indicators: `The note gives ${amount} of ${agent} and documents ${number} with ${stated.units} units.`,
                question: 'What volume or amount was injected at this encounter?',
              },
              places,
            ),
          ],
        });
      }
    }
  },
});

const repeats = (a: DocumentedCode, b: DocumentedCode): boolean =>
  a.units === b.units && (a.chargeList === null || b.chargeList === null || a.chargeList !== b.chargeList);
