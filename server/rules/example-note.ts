import type { RuleId } from './rule-ids';

/**
 * The notes of the rules' pages: one ordinary note in which nothing is missing or disagrees, and the lines that a page
 * changes. Written out once, so that an example shows what its rule is about and is clean beside it.
 */
const lines = {
  date: 'Date of service: 03/14/2025',
  place: 'Place of service: office',
  gap: '',
  visit: null,
  diagnosis: 'Diagnosis: keratoacanthomas of the left leg',
  procedure: 'Procedure: intralesional injection of methotrexate',
  consent: 'Consent: written, after risks and alternatives were discussed.',
  anesthesia: 'Anesthesia: topical lidocaine for 20 minutes.',
  injection:
    'Three lesions (left shin, left calf, left ankle) were injected with methotrexate 25 mg/mL, 0.4 mL each, 1.2 mL in all, through a 30-gauge needle.',
  lot: 'Lot 4B117, expires 09/2026.',
  monitoring: 'Vital signs were stable before and after.',
  tolerance: 'Tolerated well, no bleeding.',
  aftercare: 'Aftercare: keep covered for 24 hours; call for fever or spreading redness.',
  followUp: 'Follow-up: return in 4 weeks.',
  gapBeforeCharges: '',
  charges: 'Charges: 96405',
  signature: 'Electronically signed: A. Okafor, MD',
  after: null,
} as const satisfies Record<string, string | null>;

type Line = keyof typeof lines;

/** Another problem, worked up and managed: for the line `visit`. */
export const separateEvaluation = [
  'Assessment and plan',
  '1. Hand eczema, not controlled: fissured plaques on both palms. Start clobetasol ointment twice daily, refer for patch testing.',
  '2. Keratoacanthomas: injection today, see below.',
  '',
].join('\n');

/** The ordinary line of the injection with one of its words marked. */
export const injectionMarked = (word: 'injected' | 'methotrexate', rule: RuleId): string =>
  lines.injection.replace(word, `⟦${word}⟧{${rule}}`);

/** The ordinary note with some lines replaced; `null` leaves a line out. */
export function exampleNote(changed: Partial<Readonly<Record<Line, string | null>>> = {}): string {
  return Object.entries<string | null>({ ...lines, ...changed })
    .flatMap(([, line]) => (line === null ? [] : [`${line}\n`]))
    .join('');
}
