import { injectionCode } from '../knowledge/codes';
import { editBetween } from '../knowledge/ncci';
import { settledFamilies, written } from './coding';
import { exampleNote } from './example-note';
import { removeCode } from './fixes/codes';
import { lesionCountQuery } from './fixes/lesion-count';
import { rule } from './rule';
import { band, countReadings, lesions } from './wording';

export const procedureCodesExclusive = rule({
  id: 'procedure-codes-exclusive',
  severity: 'error',
  messages: {
    open: (lower: string, higher: string, codes: string) =>
      `${lower} and ${higher} are both documented, and the lesions of one session take one of them: ${codes}.`,
    settled: (lower: string, higher: string, count: number) =>
      `${lower} and ${higher} are both documented, and the ${lesions(count)} that the note counts take one of them.`,
  },
  reads: ['procedures', 'codes'],
  fixes: ['code', 'query'],
  asks: 'lesion-count',
  docs: {
    what: '96405 with 96406, or 11900 with 11901, for one session.',
    why: 'The lesions of a session are summed and take one code of the family. The higher code adds nothing to the lower one; no modifier separates the two (edit indicator 0).',
    do: 'Keep the code of the number of lesions that received the drug. Where the note does not settle that number, ask.',
    offWhen: 'Your notes hold the codes of several sessions side by side.',
    sources: ['ncci-ptp-2024-07', 'mue-2024-07', 'counting'],
    wrong: exampleNote({ charges: 'Charges: 96405, ⟦96406⟧{procedure-codes-exclusive}' }),
    right: exampleNote(),
  },
  check: ({ procedures, codes, ...places }, report) => {
    if (procedures.length === 0) return;
    const settled = settledFamilies(procedures);
    const documented = written(codes, 'injection');
    for (const [number, occurrences] of documented) {
      const fact = injectionCode(number);
      const pair = fact && documented.get(fact.pair);
      // Each pair once, from its lower code.
      const higher = fact && injectionCode(fact.pair);
      if (fact === undefined || higher === undefined || pair === undefined || fact.lesions.max === null) continue;
      if (editBetween(number, fact.pair)?.separable !== false) continue;

      const family = settled.find((each) => each.family === fact.family);
      const ruledOut = family === undefined ? undefined : family.code === number ? pair : occurrences;
      const later = pair[0].span.start > occurrences[0].span.start ? pair : occurrences;
      const reported = ruledOut ?? later;
      const other = reported === pair ? occurrences : pair;
      const evidence = [{ span: other[0].span, says: `documents ${other[0].code}` }, ...(family?.evidence ?? [])];
      const indicators = `The note documents ${number} (${band(fact)}) and ${fact.pair} (${band(higher)}).`;
      const ask = lesionCountQuery(indicators, places);
      const fixes = ruledOut === undefined ? [ask] : [removeCode(ruledOut, reported[0].code), ask];
      if (family === undefined)
        report('open', [number, fact.pair, countReadings(fact.family)], { span: reported[0].span, evidence, fixes });
      else report('settled', [number, fact.pair, family.lesions], { span: reported[0].span, evidence, fixes });
    }
  },
});
