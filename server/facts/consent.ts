import type { BlockReading } from '../lexicon/read';
import { foldText } from '../note/fold';
import { kept } from '../note/kept';
import type { Span } from '../note/span';
import { endsStep, type Steps } from '../note/steps';
import type { Passage } from './document';
import { type ElementCue, elementCues } from './element-cues';
import { type CueSentence, cueSentences, isNegated } from './element-sentences';
import { Phrases } from './phrases';
import { spanIn } from './sentences';

const unheard: ReadonlySet<Passage['kind']> = new Set(['template', 'other-person']);

/** Consent in whatever words, standing consent too; not what is still to be signed, and not consent for something else. */
export function* consentSteps(passages: readonly Passage[]): Steps<Span[]> {
  const spans: Span[] = [];
  for (const [index, passage] of passages.entries()) {
    if (endsStep(index)) yield;
    if (passage.day !== 'today' || unheard.has(passage.kind)) continue;
    if (passage.kind === 'consent' && passage.block.kind !== 'heading') {
      const told = foldText(passage.text);
      const none = noConsent.open(told);
      if (/[a-z]/.test(told) && !none) spans.push({ start: passage.offset, end: passage.block.end });
      continue;
    }
    const { asked, risks, agreed } = consentIn(passage.reading);
    for (const span of asked) spans.push(spanIn(passage, span));
    if (risks && passage.kind !== 'history' && passage.kind !== 'plan') spans.push(spanIn(passage, risks));
    for (const span of agreed) spans.push(spanIn(passage, span));
  }
  return spans;
}

/** What a block's text alone says of consent, from the start of that text. */
interface Consent {
  /** Consent by that name. */
  readonly asked: readonly Span[];
  readonly risks: Span | null;
  readonly agreed: readonly Span[];
}

const consentIn = kept((reading: BlockReading): Consent => {
  const sentences = cueSentences(reading);
  return {
    asked: sentences.flatMap(namedConsent),
    risks: acceptedRisks(reading),
    agreed: sentences.flatMap(agreements),
  };
});

function namedConsent(read: CueSentence): ElementCue[] {
  return read.cues.filter((cue) => {
    if (cue.value !== 'consent' || isNegated(read, cue)) return false;
    const foreign = read.cues.some(
      (other) => other.value === 'consent-other' && other.start <= cue.start && other.end >= cue.end,
    );
    return !foreign && !isStillToCome(read.words, cue.start - read.start, cue.end - read.start);
  });
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
function acceptedRisks(reading: BlockReading): Span | null {
  const cues = elementCues(reading);
  const risk = cues.find(({ value }) => value === 'consent-risk');
  const agree = cues.find(({ value }) => value === 'consent-agree');
  if (!risk || !agree || Math.abs(risk.start - agree.start) > 220) return null;
  const words = foldText(reading.text.slice(agree.start, agree.end + 30));
  if (/\b(?:declin|against|not to|to wait|defer)/.test(words)) return null;
  return { start: Math.min(risk.start, agree.start), end: Math.max(risk.end, agree.end) };
}

const who =
  '(he|she|they|pt|pts|patient|patients|mother|father|mom|mum|dad|parent|parents|guardian|wife|husband|daughter|son|family|poa|both|caregiver|grandmother|grandfather|grandma|grandpa|aunt|uncle|niece|nephew|sister|brother|gentleman|lady|woman|man|boy|girl)';
const given = new Phrases(
  `${who} (also|then|has|have|had|both|all|already|e|re|electronically|) (signed|signs|initialed|initialled|countersigned)`,
  '(and|who) (has|have|had) (already|) signed for (the|this|a|our|) (course|series|treatment|treatments|injection|injections|procedure|set|cycle)',
  '(with|by) (her|his|their) (signature|written agreement|signed agreement)',
  'by signing',
  '(put|wrote) (his|her|their) name to (the|our|a) (form|permit|consent)',
  '(oked|okayed|okays) (it|this|that|the injection)',
  '(gave|gives|giving|given|with) (us|me|) (her|his|their|a|an|the|) (verbal|oral|spoken|full|clear|) (go ahead|ok|okay|permission|assent|agreement|approval|nod)',
  '(glad|happy|keen|ready|eager|willing|content|pleased|comfortable|fine) (to|with) (go ahead|proceed|going ahead|proceeding|having it done|have it done)',
);
const signs = new Phrases('(and|then|so) (has|have|) (signed|initialed|initialled)');
const informed = new Phrases(
  '(understands|understood|understanding|aware|knows|told|risk|risks|explained|discussed|warned|heard|read)',
);
/** What else is signed. */
const signedElse = new Phrases(
  '(out|up|off|in|ama|hipaa|by|release|papers|discharge|physical)',
  '(a|the|his|her|their) (release|photo|hipaa|ama|discharge|contract|lease|treatment plan|work note|school note)',
);
const withheld = new Phrases('(not|never|declin*|refus*|yet|unless|until|before|if|when|wait*|should|will|would)');
const elsewhere = new Phrases(
  'with (a|an|the|her|his|) (surgery|excision|mohs|biopsy|radiation|chemo*|operation|scan|mri|laser)',
);

/** Somebody signed or said yes: "mother signed", "glad to go ahead", "understands the burning and signed". */
function agreements({ words, start }: CueSentence): Span[] {
  const spans: Span[] = [];
  if (speaksOfAgreement.test(words)) {
    for (const clause of clausesOf(words)) {
      const own = given.find(clause.words);
      // "risks gone over, signed": nothing else stands in the clause.
      const bare = /^\s*(?:and )?(?:form )?signed\s*$/.test(clause.words) ? clause.words.indexOf('signed') : -1;
      const at = own >= 0 ? own : bare >= 0 ? bare : informed.in(words) ? signs.find(clause.words) : -1;
      if (at < 0 || withheld.in(clause.words)) continue;
      const behind = clause.words.slice(at);
      const signed = /\b(?:signed|initial?led)\b/.exec(behind);
      if (signed && signedElse.open(behind.slice(signed.index + signed[0].length))) continue;
      if (elsewhere.in(behind)) continue;
      const from = start + clause.start + at;
      spans.push({ start: from, end: start + clause.start + clause.words.trimEnd().length });
    }
  }
  return spans;
}

/** A part of every word by which somebody signs or says yes; most sentences have none. */
const speaksOfAgreement =
  /sign|oked|okay|name|initial|gave|giv|with|glad|happy|keen|ready|eager|content|pleased|comfortable|fine/;

function clausesOf(words: string): { readonly words: string; readonly start: number }[] {
  let start = 0;
  return words.split(/[.;,\n]/).map((clause) => {
    const own = { words: clause, start };
    start += clause.length + 1;
    return own;
  });
}
