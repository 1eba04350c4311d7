/** Notes that the editor and package tests write, open and check. */

/** Nine lesions, and the code for up to seven. */
export const wrongBand = `Date of service: 03/04/2025
Place of service: office

INDICATION: Recalcitrant common warts of the left hand.

PROCEDURE: Intralesional bleomycin
Consent was obtained. Nine warts of the left hand were injected with bleomycin 1 U/mL, 0.1 mL each, with a 30-gauge needle.
The patient tolerated the procedure well. Wound care was reviewed. Follow up in four weeks.

CPT: 96405
`;

/** What a reader of {@link wrongBand} is told, and what the fix writes. */
export const countsNine = {
  rule: 'procedure-code-count-mismatch',
  code: '96405',
  fixed: '96406',
} as const;
