import { kept } from '../note/kept';
import { type Clause, textIn } from './visit-clauses';
import type { Wording } from './visit-wordings';

/** Treatments that a clause names, by name. */
export function treatmentsIn(clause: Clause): string[] {
  return clause.words
    .filter(({ category, sort }) => (category === 'drug' && sort === 'systemic') || sort === 'biopsy')
    .map((word) => textIn(clause, word).toLowerCase());
}

/** Opens a choice: "Options: ...", "counseled removal vs. observation". */
export const opensChoice = kept(({ text }: Wording): boolean => {
  if (/^\W*options?\b/i.test(text)) return true;
  return text.split('\n').some((line) => {
    const talk = /\b(?:counsel\w*|discussed|went over|reviewed|offered|weighed)\b/i.exec(line);
    return talk !== null && /\b(?:vs|versus|options?|or else)\b/i.test(line.slice(talk.index + talk[0].length));
  });
});

/** Closes a choice with a treatment, not with waiting. */
export const closesChoice =
  /\b(?:prefers?|wants?|elects?|elected|chooses?|chose|opts?|opted|decide[sd]?|agree[sd]?)\b(?!.{0,40}\b(?:observ|watch|wait|think|monitor|nothing|leave|defer|hold off|inject|ilk|today)\w*)/i;

/** Alternatives that a consent names were told, not weighed. */
const consents = /\brisks?\b|\bconsent|\balternatives including\b/i;

/** Two treatments or more set against each other. */
export function weighsTreatments(clause: Clause): boolean {
  if (consents.test(clause.text)) return false;
  const treatments = new Set(treatmentsIn(clause));
  const talked = clause.words.some(({ category, name }) => category === 'verb' && name === 'counsel');
  // "We laid out Mohs, radiation and cemiplimab": three that were talked over are a choice without the word for it.
  if (talked && treatments.size >= 3) return true;
  if (
    !/\boptions?\b|\bversus\b|\bvs\b|\bcompared?\b|\bweighed\b|\balternatives\b|\bchoice between\b/i.test(clause.text)
  )
    return false;
  return treatments.size >= 2;
}
