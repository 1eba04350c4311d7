import assert from 'node:assert/strict';
import { analyze } from '../../server/analyze';
import { defaultConfiguration } from '../../server/configuration';
import { type Decision, type Review, withDecision } from '../../server/review/decision';
import { decisionGrounds, type Judged, judge } from '../../server/review/judging';
import { emptyReview } from '../../server/review/review-file';
import { parseMarked } from '../../server/rules/marked-note';

export const salt = '00112233445566778899aabbccddeeff';

/** What a person adds to what the tool knows of a finding. */
export const byHand = { reason: 'accepted', reviewer: 'A. Coder', time: '2026-11-24T12:30:00Z' } as const;

/** A decision about nothing in particular. */
export const decision = (changed: Partial<Decision> = {}): Decision => ({
  note: 'a.procnote',
  rule: 'lot-missing',
  evidence: '0123456789abcdef0123456789abcdef',
  ...byHand,
  ruleVersion: 1,
  knowledgeVersion: '2024-07-01-00000000',
  ...changed,
});

/** The review in which the marked findings of a note were dismissed: `⟦96405⟧{procedure-code-count-mismatch}`. */
export function dismissing(marked: string, note = 'a.procnote'): Review {
  const { text, marks } = parseMarked(marked);
  const analysis = analyze(text);
  assert.ok(marks.length > 0, 'nothing is marked');
  return marks.reduce<Review>((review, { span, label }) => {
    const finding = analysis.findings.find(
      (each) => each.rule === label && each.span.start === span.start && each.span.end === span.end,
    );
    assert.ok(
      finding,
      `no finding of ${label} at ${span.start}; there are: ${JSON.stringify(analysis.findings, null, 1)}`,
    );
    return withDecision(review, { ...byHand, ...decisionGrounds({ note, text, analysis }, finding, salt) });
  }, emptyReview(salt));
}

/** How a review leaves a note. */
export function judged(
  text: string,
  review: Review,
  note = 'a.procnote',
  configuration = defaultConfiguration,
): Judged {
  return judge({ note, text, analysis: analyze(text, { configuration }), configuration }, review);
}
