import { kept } from '../note/kept';
import type { Span } from '../note/span';
import { type Clause, textIn } from './visit-clauses';
import type { Wording } from './visit-wordings';
import type { WorkWord } from './visit-words';

/** "has", "is increasing", "will start", "to adjust": what stands between the other and the act. */
const theirs = /\b(?:has|have|had|is|are|was|were|will|would|may|can|plans?|going|to)\b|\u2019s\b|'s\b|'ll\b/i;

/** "Referring note from Dr. Poe: ...", "outside records: ...": what another wrote. */
const othersPaper =
  /^\W*(?:per )?(?:the |a |her |his )?(?:(?:referring|outside|referral|consult|consultant's|old|prior|previous|discharge|er|ed|hospital|urgent care|pcp) (?:note|records?|letter|report|summary)|(?:note|letter|records?|report|message) (?:from|of|by) (?:dr|the|her|his|an?)\b)/i;

/** The doctor, the clinic or the patient did it: the subject of the clause, or who stands behind "by". */
export const othersAct = ({ own }: Clause): boolean => othersActIn(own);

const othersActIn = kept((clause: Wording): boolean => {
  if (othersPaper.test(clause.text)) return true;
  for (const word of clause.words) {
    if (word.category !== 'actor') continue;
    const before = clause.text.slice(0, word.start);
    // "seen by Dr. Sandoval this morning, who started metoprolol"
    if (leftTo(clause, word) && /\bwho\b/i.test(clause.text.slice(word.end))) return true;
    if (/^\W*(?:(?:and|but|then|also|meanwhile|the|her|his)\s+)*$/i.test(before)) {
      const doing = clause.words.find(({ category, start }) => category === 'verb' && start > word.end);
      if (
        doing &&
        (doing.form === 'past' || doing.form === 'third' || theirs.test(clause.text.slice(word.end, doing.start)))
      )
        return true;
    }
    if (
      /\b(?:by|from|per|at|with)\s+(?:the\s+|her\s+|his\s+)?$/i.test(before) &&
      /\b(?:started|stopped|changed|increased|decreased|prescribed|ordered|given|seen|managed|followed|held|switched|put on|placed on|treated)\b/i.test(
        before.slice(before.lastIndexOf(',') + 1),
      )
    )
      return true;
  }
  return /^\W*Dr\.?\s+(?:[A-Z]\.\s*)?[A-Z][\w-]+(?:\s+\([^)]*\))?\s+(?:has |had |is |will |already |also )*(?:started|stopped|increased|changed|saw|sees|manages|ordered|prescribed|switched|held|added|adjust|follow|put)/i.test(
    clause.text,
  );
});

/** "rebase by Dr. Halvorsen", "per PCP": what one part of a list is left to somebody else for. */
export const leftTo = (clause: Pick<Clause, 'text'>, word: WorkWord): boolean =>
  word.category === 'actor' && /^(?:by|per)\b/i.test(textIn(clause, word));

/** "She was started on sertraline in May", "has been on", "ago": told, not done. */
export function reportsPast(clause: Clause): boolean {
  if (/\btoday\b|\bnow\b|\bthis visit\b|\b(?:I|we) (?:have |will |also |then )*[a-z]{3,}/.test(clause.text))
    return false;
  if (
    /^\W*(?:she|he|they|patient|the patient|pt|mr\.?|mrs\.?|ms\.?)\s+(?:[A-Z]\w*\.?\s+)?(?:was|were|had|has been|reports|states|says|takes|took|stopped taking|started taking|tried|used|uses|saw|went)\b/i.test(
      clause.text,
    )
  )
    return true;
  return (
    clause.zone !== 'plan' &&
    /\b(?:ago|last (?:week|month|year|visit|time|session)|yesterday|previously|since (?:the|her|his|last|[A-Z0-9])|at the last|in (?:January|February|March|April|May|June|July|August|September|October|November|December)\b)/i.test(
      clause.text,
    )
  );
}

/** "if no better, start", "consider dupilumab", "may need prednisone". */
export function hedged(clause: Clause, segment: Span, at: number): boolean {
  return (
    /\b(?:if|consider|considering|considered|could|might|may|would|unless|should|possibly|option of|options|versus|vs|instead of|declined|declines|discussed starting|discussed adding|refused|allergic to|allergy to|later|in lieu of|in the future|next visit|not yet|candidate for|eventually|defer)\b/i.test(
      clause.text.slice(segment.start, at),
    ) ||
    /^[^,]{0,40}\b(?:declined|deferred|refused|next visit|not started|if needed|later|at next visit|in the future|was declined)\b/i.test(
      clause.text.slice(at, segment.end),
    )
  );
}
