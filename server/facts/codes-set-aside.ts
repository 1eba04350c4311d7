import { foldText } from '../note/fold';
import type { Span } from '../note/span';
import type { Passage } from './document';
import { Phrases } from './phrases';

/** Why a code that is written is not one of today's charges by this clinician. */
const kindReasons: Readonly<Partial<Record<Passage['kind'], string>>> = {
  history: 'history',
  template: 'template or policy text',
  'other-person': 'another person',
};

interface Cue {
  readonly reason: string;
  readonly phrases: Phrases;
}

/** The charge is taken back. */
const retracted = new Phrases(
  '(deleted|delete|void|voided|retract|retracted|struck|stricken|withdrawn|credited|disregard|disregarded|reversed|reversal|canceled|cancelled|n/c)',
  '(do|does) not (bill|charge|code|submit|report|use)',
  "don't (bill|charge|code|submit|use)",
  'not (to be|) (billed|charged|coded|submitted|reported|billable|performed|done)',
  '(removed|remove)',
  'in error',
  'erroneous*',
  'by mistake',
  'no charge',
  'backed out',
  '(write|written) off',
);

/** Cues that hold for every code of their sentence. */
const sentenceCues: readonly Cue[] = [
  {
    reason: 'authorization or estimate',
    phrases: new Phrases(
      'prior auth*',
      '(preauth*|precert*|predetermination|preauthorization|authorization|authorized|approval|eligibility|auth#)',
      'pre (auth*|cert*|determination)',
      '(auth|auths) (#|no|number|submitted|pending|obtained|approved|requested|on file|valid|request)',
      'approved (for|by|through)',
      '(pa|pas|auth|predeterm*) (is|was|has been|) (submitted|sent|pending|requested|approved|obtained|started|initiated|filed|needed|required|denied) ',
      '(benefit|benefits) (check|verif*)',
      'good through',
      'not (a|) charges',
      '(estimate|estimates|estimated|quote|quoted|quotation) (cost|costs|charge|charges|fee|fees|price|prices|only|handed|given|printed|provided|mailed|sent|for|of|to|her|him|them|pt|patient|the patient|#)',
      '(cost|good faith|price|fee|written) (estimate*|quote*|quotation*)',
      '(fee schedule|price list|self pay price*)',
    ),
  },
  {
    reason: 'planned',
    phrases: new Phrases(
      "(will|shall|would|going to|plan to|plans to|we'll|i'll) (then|) (be|) (bill|billed|code|coded|charge|charged|submit|submitted|report|reported)",
      '(planned|anticipate|anticipated|expected|future|upcoming|tentative|proposed) (code*|charge*|cpt|procedure*|billing|injection*|session*|visit*)',
      '(next|future|following|upcoming) (visit|session|time|appointment|appt|treatment|cycle|week|month)',
      '(scheduled for|booked|slot|tomorrow)',
      'to be (scheduled|done|performed|booked)',
      'if (approved|performed|done|injected|more than|fewer|less than|the|he|she|lesions|we)',
      'hold (slot|appointment)',
      '# (then|later|thereafter|afterwards|at that time|that day)',
      '(return|returns|returning) for',
      'bring back for',
    ),
  },
  {
    reason: 'another clinician or biller',
    phrases: new Phrases(
      'bill* (separately|for|) (by|from|through) (the|) (dr|outside|hospital|facility|anesth*|referring|other|another|pathology|radiology|lab|urgent|his|her|ed|pcp|consult*|group)',
      '(charge|charged|coded|submitted|reported|entered) by (dr|outside|another|other|the (hospital|facility|outside|pcp))',
      'outside (bill*|provider|clinic|office|claim|dermatolog*|facility|hospital)',
      "(another|other) (provider|provider's|clinician|clinician's|physician|physician's|practice|department|group)",
      "(pcp|pcp's|hospitalist*|consultant*|anesthesi*|pathology|radiology) (own|) (bill*|charg*|claim*|code|codes|coded|coding|reports|reported|submit*)",
      'not (our|my) (charge|claim|code)',
      '(facility|hospital|lab|pathology|radiology|anesthesia) (will|) (bill*|charge*|report*|code*) # (separately|itself|on its own)',
      'under (his|her|their) (own|) (npi|name|claim)',
      'separate (claim|encounter) (by|from|under)',
    ),
  },
  {
    reason: 'policy, example or instruction',
    phrases: new Phrases(
      '(policy|policies|guideline|guidelines|lcd|ncci|bulletin|newsletter|manual|handbook|faq|cheatsheet|webinar|reminder|remember|example|examples|sample|template|macro|smartphrase|smarttext|boilerplate|choose|select|e.g|tip|tips)',
      'cheat sheet',
      'smart (phrase|text)',
      'for (example|instance)',
      'circle one',
      'pick (one|the)',
      '(are|is|should|must|may|can|cannot) (not|never|) (be|) (reported|billed|coded|charged) (together|with|only|once|when|if|for|per)',
      'not reported together',
      'cpt (says|states|defines|requires|rule|rules)',
      'use (code|cpt|) # (for|when|if)',
      'please (assign|choose|select|pick)',
      'payer (says|states|requires|rule|denied|allows)',
      'per (cms|cpt|ama|medicare|payer)',
      '(reviewer|auditor|adjuster|insurer|payer|plan|carrier|coder|letter|denial) (also|) (says|states|stated|claims|claimed|suggests|suggested|believes|wants|asks)',
      'would (have been|be) (the|a|an|) (correct|right|proper|appropriate|better) (code|one|choice|)',
    ),
  },
  {
    reason: 'another day',
    phrases: new Phrases(
      '(last|previous|prior|past|earlier|first|initial) (visit*|session*|time*|encounter*|claim*|charge*|date of service|dos|treatment*|injection*|note*|month|week|year|cycle*)',
      '(previously|yesterday|historical|historically|ago|resubmi*|appeal*|remittance|eob)',
      'each time',
      'denied claim',
      '(denial|appeal|reconsideration) of',
    ),
  },
];

/** "Dr. Smith bills 99204": a name in front of the billing. */
const namedBiller = /\bdr\.? [a-z'-]{2,30} (?:own )?(?:bill|charg|claim|codes|coded|report|submit)/;
/** "If this one thickens, triamcinolone at suture removal, 11900". */
const conditional = /^[\s,.;:*•-]{0,4}(?:if|should|in case|unless)\b/;
/** "Starting 02/17". */
const startsOn = /\bstarting (?:on |in )?\d/;
/** Charges that a system entered are charges. */
const autoPopulated = new Phrases(
  '(autopopulated|dropped|defaulted|preloaded|autodropped)',
  'auto (populated|dropped|generated|entered)',
  'pre loaded',
  'per order set',
  'from schedule',
  'via order',
);
/** "96405 (template)": what a template put there is a charge until somebody takes it out. */
const fromTemplate = /^ ?\((?:from )?(?:the )?(?:template|macro|smartphrase|order set)\)/;
const denied = new Phrases('(not|no|without|instead of|rather than|never|nor) (a|an|the|) (code|cpt|bill|billing|)');
const changedTo = new Phrases(
  '(was|has been|is|) (changed|corrected|revised|amended|replaced|updated|switched) (in error|) (to|by|with)',
  'should (be|read|have been|say) (cpt|code|) #',
);
const changedFrom = new Phrases(
  '(changed|corrected|revised|amended|updated|switched) from (cpt|code|)',
  '(replaces|replaced|replacing) (cpt|code|)',
  '(instead of|in place of|rather than) (cpt|code|)',
);
/** "Please replace 11900 with 11901". */
const exchanged = {
  before: /\b(?:replace|change|correct|amend|switch) (?:cpt |code )?$/,
  after: /^ ?(?:with|to|by)\b/,
};

const quotedPattern = /"[^"\n]{0,400}"/g;

/** The quotations of a folded line. */
export const quotesOf = (folded: string): Span[] =>
  [...folded.matchAll(quotedPattern)].map(({ index, 0: quote }) => ({ start: index, end: index + quote.length }));

/** A line with codes, and what is read of it once for all of them. */
export interface SpokenLine {
  readonly passage: Passage;
  readonly folded: string;
  readonly quotes: readonly Span[];
  /** Dates that are not the encounter's. */
  readonly otherDates: readonly Span[];
}

/** Those of a line's stretches, in order and apart from each other, that touch `span`. */
function touching(stretches: readonly Span[], { start, end }: Span): readonly Span[] {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < stretches.length && (stretches[last]?.start ?? 0) < end) last += 1;
  return stretches.slice(low, last);
}

const clauseBreak = /[;\n]|\.\s|\s\|\s/g;

/** The words of the code's sentence before and behind it; codes in brackets have their brackets to themselves. */
function around(folded: string, code: Span, sentence: Span): { readonly before: string; readonly after: string } {
  const before = folded.slice(sentence.start, code.start);
  const after = folded.slice(code.end, sentence.end);
  const inside = before.lastIndexOf('(') > before.lastIndexOf(')');
  return inside ? { before, after } : { before: blankOtherCodes(before), after: blankOtherCodes(after) };
}

/** "Coding (for 11900 vs 11901 see policy): 11900": what the brackets say is said of the codes in them. */
const blankOtherCodes = (words: string): string =>
  words.replace(/\([^()\n]{0,200}\)/g, (brackets) =>
    bracketedCode.test(brackets) ? `(${' '.repeat(brackets.length - 2)})` : brackets,
  );

/** "PA (96406, J9325) sent": the sentence without the brackets that the code stands in; `null` where it stands in none. */
function aroundBrackets(before: string, after: string): string | null {
  const open = before.lastIndexOf('(');
  const close = after.indexOf(')');
  return open > before.lastIndexOf(')') && close >= 0
    ? `${before.slice(0, open).trimEnd()} ${after.slice(close + 1).trimStart()}`
    : null;
}
const bracketedCode = /\b(?:[a-v]\d{4}|\d{5})\b/;

/** Why the code at `code` (offsets in the passage's text) is not today's, or `null`. */
export function setAsideReason(line: SpokenLine, code: Span, sentence: Span): string | null {
  const { passage, folded } = line;
  if (passage.day !== 'today') return 'another day';
  const { before, after } = around(folded, code, sentence);
  const whole = before + folded.slice(code.start, code.end) + after;
  const today = /\b(?:today|this (?:visit|encounter|session|date))\b/.test(whole);
  const byKind = kindReasons[passage.kind] ?? kindReasons[passage.section];
  if (byKind && passage.kind !== 'coding' && !(today && byKind === 'history')) return byKind;
  const label = blankOtherCodes(foldText(passage.label?.text ?? ''));
  if (isRetracted(before, after, label)) return 'taken back';
  if (/\w\s$/.test(before) && denied.close(before.slice(-40))) return 'negated';
  if (choiceLine(whole)) return 'policy, example or instruction';
  if (touching(line.quotes, code).length > 0) return 'quoted';
  if (!autoPopulated.in(whole) && !fromTemplate.test(folded.slice(code.end, code.end + 30))) {
    const said = `${label}: ${whole}`;
    const around = aroundBrackets(before, after);
    const cue = sentenceCues.find(
      ({ reason, phrases }) =>
        !(reason === 'another day' && today) && (phrases.in(said) || (around !== null && phrases.in(around))),
    );
    if (cue) return cue.reason;
    if (startsOn.test(whole) || (!today && conditional.test(before))) return 'planned';
    if (namedBiller.test(whole)) return 'another clinician or biller';
  }
  // "10/28/2024 96405": a date of another day in front of the code, or "96405 on 10/28/2024".
  for (const date of today ? [] : touching(line.otherDates, sentence)) {
    if (date.end <= code.start && (passage.kind !== 'coding' || date.start - sentence.start < 4)) return 'another day';
    if (
      /^\s*(?:billed |charged |done |performed )?(?:on|of|for|in|dated) (?:the )?$/.test(
        folded.slice(code.end, date.start),
      )
    )
      return 'another day';
  }
  return null;
}

/** "… and J9325", "… + J9040 x4": codes that share what is said of the first. */
const joinedCodes =
  /^(?:-\d\d)?(?:\s?(?:and|both|as well as|&|\+|\/)\s?[a-z]?\d{4,5}(?:-[a-z\d]{2})?(?: ?x ?\d{1,3})?){1,4}(?![\d-])/;

const anyCode = /\b[a-z]?\d{4,5}\b/;

/** "Choose 11900 for 1-7 lesions, 11901 for 8 or more": every code with its own condition. */
function choiceLine(words: string): boolean {
  return (words.match(/\b\d{5} (?:for|if|when) (?:\d|one|more|fewer|up to|1)/g)?.length ?? 0) >= 2;
}

/** A word that takes the charge back, in the code's own clause and about the charge rather than its modifier. */
function isRetracted(before: string, after: string, label: string): boolean {
  if (/~~$/.test(before) && /^~~/.test(after)) return true;
  const own = { before: lastClause(before), after: firstClause(after) };
  if (changedTo.open(own.after) || changedFrom.close(own.before)) return true;
  if (exchanged.before.test(own.before) && exchanged.after.test(own.after)) return true;
  const modifierOnly = /\b(?:modifier|mod|unit|units|25)\b/.test(own.before + own.after);
  if (retracted.in(label)) return true;
  if (modifierOnly) return false;
  // Another code between takes the word to itself: "96405; 96406 deleted", "96406, 96405 deleted";
  // "96406 and J9325 voided" is said of both.
  const behind = retracted.find(own.after);
  const joined = joinedCodes.exec(own.after)?.[0].length ?? 0;
  if (behind >= joined && !anyCode.test(own.after.slice(joined, behind))) return true;
  const ahead = retracted.find(own.before);
  // "96405 deleted, 96406 entered": the word is the first code's, and the second one stands in its place.
  return ahead >= 0 && !anyCode.test(own.before.slice(ahead)) && !behindCode.test(own.before.slice(0, ahead));
}

const behindCode = /\b[a-z]?\d{4,5}\b[\s,:=-]{0,3}(?:(?:is|was|were|has been|now) ){0,2}$/;

function lastClause(words: string): string {
  let from = 0;
  for (const found of words.matchAll(clauseBreak)) from = found.index + found[0].length;
  return words.slice(from);
}

function firstClause(words: string): string {
  clauseBreak.lastIndex = 0;
  const found = clauseBreak.exec(words);
  return found ? words.slice(0, found.index) : words;
}
