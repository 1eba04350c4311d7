import { foldText } from '../note/fold';
import type { Span } from '../note/span';
import type { Passage } from './document';
import { elementCues } from './element-cues';
import { cueSentences, isNegated, spanIn } from './element-sentences';
import { Phrases } from './phrases';

const unheard: ReadonlySet<Passage['kind']> = new Set(['template', 'other-person']);

/** Consent in whatever words, standing consent too; not what is still to be signed, and not consent for something else. */
export function readConsent(passages: readonly Passage[]): Span[] {
  const spans: Span[] = [];
  for (const passage of passages) {
    if (passage.day !== 'today' || unheard.has(passage.kind)) continue;
    if (passage.kind === 'consent' && passage.block.kind !== 'heading') {
      const told = foldText(passage.text);
      const none = noConsent.open(told);
      if (/[a-z]/.test(told) && !none) spans.push({ start: passage.offset, end: passage.block.end });
      continue;
    }
    for (const read of cueSentences(passage)) {
      for (const cue of read.cues) {
        if (cue.value !== 'consent' || isNegated(read, cue)) continue;
        const foreign = read.cues.some(
          (other) => other.value === 'consent-other' && other.start <= cue.start && other.end >= cue.end,
        );
        if (!foreign && !isStillToCome(read.words, cue.start - read.start, cue.end - read.start))
          spans.push(spanIn(passage, cue));
      }
    }
    spans.push(...acceptedRisks(passage));
  }
  return spans;
}

const noConsent = new Phrases(
  '(none|no|n/a|pending|to be|will|missing|declined|refused|deferred)',
  'not (obtained|documented|signed|given|on file)',
);
const article = '(obtain|get|sign|a|the|written|new|informed|her|his|signed|)';
const ahead = new Phrases(
  `(will|need|needs|needed|must|to|should|require|requires|required|obtain|get|if|before|until|pending|awaiting|declin*|refus*|withdr*|revok*) ${article} ${article} ${article}`,
);
const beforeInjection = new Phrases(`(able|prior) to ${article} ${article}`);
const later = new Phrases(
  '(form|forms|) (to be|will be|pending|needed|required|next visit|next time|at next|begun|started|not|never|expired|withdrawn|revoked|declined|refused|that day)',
  'form (given|mailed|sent) (to take|) home',
);

/** "Will obtain consent", "consent to be signed that day", "consent next visit". */
function isStillToCome(words: string, start: number, end: number): boolean {
  const before = words.slice(Math.max(0, start - 36), start);
  const behind = words.slice(end, end + 44);
  const awaited = /\w\s$/.test(before) && ahead.close(before) && !beforeInjection.close(before);
  return awaited || (/^[\s,]{1,2}\w/.test(behind) && later.open(behind));
}

/** Risks gone over and accepted: "after risks were discussed she wants to go ahead". */
function acceptedRisks(passage: Passage): Span[] {
  const cues = elementCues(passage);
  const risk = cues.find(({ value }) => value === 'consent-risk');
  const agree = cues.find(({ value }) => value === 'consent-agree');
  if (!risk || !agree || Math.abs(risk.start - agree.start) > 220) return [];
  const words = foldText(passage.text.slice(agree.start, agree.end + 30));
  if (/\b(?:declin|against|not to|to wait|defer)/.test(words)) return [];
  if (passage.kind === 'history' || passage.kind === 'plan') return [];
  return [
    { start: passage.offset + Math.min(risk.start, agree.start), end: passage.offset + Math.max(risk.end, agree.end) },
  ];
}
