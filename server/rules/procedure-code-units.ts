import type { DocumentedCode } from '../facts/model';
import { injectionCode } from '../knowledge/codes';
import { written } from './coding';
import { exampleNote } from './example-note';
import { mergeLines, setUnits } from './fixes/codes';
import { rule } from './rule';

export const procedureCodeUnits = rule({
  id: 'procedure-code-units',
  severity: 'error',
  messages: {
    units: (code: string, units: number) =>
      `${code} is documented with ${units} units, and it is reported once a session however many lesions are injected.`,
    lines: (code: string, lines: number) =>
      `${code} is documented on ${lines} lines, and it is reported once a session however many lesions are injected.`,
  },
  reads: ['procedures', 'codes'],
  fixes: ['code'],
  docs: {
    what: 'One of the four codes with more than one unit, or on more than one line of the charges, with modifiers (59, RT and LT) or without.',
    why: 'The code covers all lesions of the session. Its limit is one unit a day, an absolute one that no modifier lifts.',
    do: 'Set the units to 1, or leave one line.',
    offWhen: 'Your notes repeat the charges of other sessions.',
    sources: ['mue-2024-07', 'pfs-2024-07'],
    wrong: exampleNote({ charges: 'Charges: ⟦96405 x 3⟧{procedure-code-units}' }),
    right: exampleNote({ charges: 'Charges: 96405 x 1' }),
  },
  check: ({ procedures, codes }, report) => {
    if (procedures.length === 0) return;
    for (const [number, occurrences] of written(codes, 'injection')) {
      const limit = injectionCode(number)?.unitsPerDay ?? 1;
      const several = occurrences.find(({ units }) => units > limit);
      if (several !== undefined) {
        report('units', [number, several.units], { span: several.span, fixes: [setUnits(occurrences, number, limit)] });
      }
      const lines = chargedLines(occurrences);
      const [first, second] = lines;
      if (first === undefined || second === undefined) continue;
      report('lines', [number, lines.length], {
        span: second.span,
        evidence: [{ span: first.span, says: `documents ${first.text}` }],
        fixes: [mergeLines([first, ...lines.slice(1)], number)],
      });
    }
  },
});

/**
 * The places that each charge the code. A code that the title names and a list of charges repeats is charged once; one
 * that comes back in the list itself, or with another modifier, is charged again.
 */
function chargedLines(occurrences: readonly DocumentedCode[]): readonly DocumentedCode[] {
  const lists = new Map<number, DocumentedCode[]>();
  for (const code of occurrences) {
    if (code.chargeList !== null) lists.set(code.chargeList, [...(lists.get(code.chargeList) ?? []), code]);
  }
  const repeated = [...lists.values()].find((list) => list.length > 1);
  if (repeated !== undefined) return repeated;
  const byModifiers = new Map(occurrences.map((code) => [modifiersOf(code), code]));
  byModifiers.delete('');
  const plain = occurrences.find((code) => modifiersOf(code) === '' && code.chargeList !== null);
  return [...(plain === undefined ? [] : [plain]), ...byModifiers.values()].sort((a, b) => a.span.start - b.span.start);
}

/** Modifier 25 on the procedure is a finding of its own and tells no lines apart. */
const modifiersOf = ({ modifiers }: DocumentedCode): string =>
  modifiers.flatMap(({ value }) => (value === '25' ? [] : [value])).join('-');
