import { type CodeFamily, codeFor, familyOf, type InjectionCodeFact, injectionCode } from '../knowledge/codes';
import { countStatements } from './coding';
import { exampleNote } from './example-note';
import { lesionCountField, lesionCountQuery } from './fixes/lesion-count';
import { rule } from './rule';
import { band, countReadings, listed } from './wording';

export const lesionCountVague = rule({
  id: 'lesion-count-vague',
  severity: 'warning',
  messages: {
    indefinite: () => 'Only an indefinite quantity describes the lesions injected, and the note settles no number.',
    readings: (codes: string) =>
      `Only an indefinite quantity describes the lesions injected, and the note settles no number; the code is ${codes}.`,
    oneBand: (range: string, reading: string) =>
      `The note gives ${range} lesions injected and settles no number; every reading is ${reading}.`,
    bothBands: (range: string) =>
      `The note gives ${range} lesions injected and settles no number; the readings fall into both bands.`,
    bothCodes: (range: string, codes: string) =>
      `The note gives ${range} lesions injected and settles no number; the code is ${codes}.`,
  },
  reads: ['procedures', 'elements'],
  fixes: ['query', 'field'],
  asks: 'lesion-count',
  docs: {
    what: '"Several", "multiple", "a few", "7 or 8", "at least 8" and the like, where nothing else in the note gives the number of lesions injected.',
    why: 'A number has to be in the record for the code that counts lesions, even where every reading selects the same code.',
    do: 'Ask the clinician, or leave an open field for the number.',
    offWhen: 'The count is kept on a separate map or flow sheet.',
    sources: ['conventions', 'documentation'],
    wrong: exampleNote({
      injection:
        '⟦Several lesions of the left leg⟧{lesion-count-vague} were injected with methotrexate 25 mg/mL, 1.2 mL in all, through a 30-gauge needle.',
      charges: null,
    }),
    right: exampleNote({ charges: null }),
  },
  check: ({ procedures, elements, ...places }, report) => {
    if (elements['lesion-count'].state === 'open') return;
    for (const procedure of procedures) {
      const { countStatus, range, agentClass } = procedure;
      if (countStatus !== 'vague') continue;
      const { quotes, ...stated } = countStatements(procedure);
      const indicators =
        quotes.length === 0
          ? 'The note gives no definite number of the lesions injected.'
          : `The note describes the lesions injected as ${listed(quotes)}.`;
      const where = { ...stated, fixes: [lesionCountQuery(indicators, places), lesionCountField(places)] };
      const family = agentClass === null ? null : familyOf(agentClass);
      if (range === null) {
        if (family === null) report('indefinite', [], where);
        else report('readings', [countReadings(family)], where);
        continue;
      }
      const every = codeOfAll(range, family ?? 'antineoplastic');
      // Another entry of the family adds its lesions to these.
      const alone = procedures.every((other) => other === procedure || other.agentClass === null);
      if (every !== undefined) {
        const its = band(every);
        report('oneBand', [rangeWords(range), family !== null && alone ? `${every.code} (${its})` : its], where);
      } else if (family === null) report('bothBands', [rangeWords(range)], where);
      else report('bothCodes', [rangeWords(range), countReadings(family)], where);
    }
  },
});

const rangeWords = ({ min, max }: { min: number; max: number | null }): string =>
  max === null ? `${min} or more` : min <= 1 ? `up to ${max}` : `${min} to ${max}`;

/** The code whose band holds every number of the range. Both families have the same bands. */
function codeOfAll(
  { min, max }: { min: number; max: number | null },
  family: CodeFamily,
): InjectionCodeFact | undefined {
  const lowest = injectionCode(codeFor(family, Math.max(1, min)) ?? '');
  const holdsAll = lowest !== undefined && (lowest.lesions.max === null || (max !== null && max <= lowest.lesions.max));
  return holdsAll ? lowest : undefined;
}
