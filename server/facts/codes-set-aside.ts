import { foldText } from '../note/fold';
import type { Span } from '../note/span';
import type { Passage } from './document';

/** Why a code that is written is not one of today's charges by this clinician. */
const kindReasons: Readonly<Partial<Record<Passage['kind'], string>>> = {
  history: 'history',
  template: 'template or policy text',
  'other-person': 'another person',
};

interface Cue {
  readonly reason: string;
  readonly pattern: RegExp;
}

/** The charge is taken back. */
const retracted =
  /\b(?:deleted?|do(?:es)? not (?:bill|charge|code|submit|report|use)|don't (?:bill|charge|code|submit|use)|not (?:to be )?(?:billed|charged|coded|submitted|reported|billable|performed|done)|removed?(?! from)|removed from (?:the )?(?:claim|charges?|bill|encounter)|void(?:ed)?|retract(?:ed)?|struck(?: out| through)?|stricken|in error|erroneous(?:ly)?|by mistake|cancel(?:l?ed)|revers(?:ed|al)|disregard(?:ed)?|withdrawn|no charge|backed out|credited|write[- ]?off|written off|n\/c)\b/;

/** Cues that hold for every code of their sentence. */
const sentenceCues: readonly Cue[] = [
  {
    reason: 'prior authorization',
    pattern:
      /\b(?:prior[- ]auth\w*|pre-?auth\w*|pre-?cert\w*|pre-?determination|authorization|authorized|auth(?:s)? (?:#|no|number|submitted|pending|obtained|approved|requested|on file|valid|request)|auth#|auth:|approved (?:for|by|through)|approval|benefits? (?:check|verif\w*)|eligibility|good through|cost estimate|good faith estimate|estimate of charges)/,
  },
  {
    reason: 'planned',
    pattern:
      /\b(?:(?:will|shall|would|to|plan to|going to|we'll|i'll) (?:be )?(?:then )?(?:bill(?:ed)?|cod(?:e|ed)|charg(?:e|ed)|submit(?:ted)?|report(?:ed)?)|(?:planned|anticipated?|expected|future|upcoming|tentative|proposed) (?:codes?|charges?|cpt|procedures?|billing|injections?|sessions?|visits?)|(?:next|future|following|upcoming) (?:visit|session|time|appointment|appt|treatment|cycle|week|month)|starting (?:on |in )?\d|scheduled for|booked|slot|tomorrow|to be (?:scheduled|done|performed|booked)|if (?:approved|performed|done|injected|more than|fewer|less than|the|he|she|lesions|we)|hold (?:slot|appointment)|return(?:s|ing)? for|bring back for|plan: )/,
  },
  {
    reason: 'another clinician or biller',
    pattern:
      /\b(?:bill(?:s|ed|ing)? (?:separately |for )?(?:by|from|through) (?:the )?(?:dr\b|outside|hospital|facility|anesth\w+|referring|other|another|pathology|radiology|lab|urgent|his|her|ed\b|pcp|consult\w*|group)|(?:charged?|coded|submitted|reported|entered) by (?:dr\b|outside|another|other|the (?:hospital|facility|outside|pcp))|outside (?:bill\w*|billing|provider|clinic|office|claim|dermatolog\w*|facility|hospital)|another (?:provider|clinician|physician|practice|department|group)|other (?:provider|clinician|physician)'?s?|(?:dr\.? [a-z]+(?:-[a-z]+)?|pcp|hospitalist|consultant|anesthesi\w+|pathology|radiology)(?:'s)? (?:own )?(?:bill\w*|charg\w*|claim\w*|cod(?:es?|ed|ing)|report(?:s|ed)|submit\w*)|not (?:our|my) (?:charge|claim|code)|(?:facility|hospital|lab|pathology|radiology|anesthesia) (?:\w+ )?(?:bills?|charges?|billed|reports?|codes?) [a-z]?\d{4,5} (?:separately|itself|on its own)|under (?:his|her|their) (?:own )?(?:npi|name|claim)|separate (?:claim|encounter) (?:by|from|under))/,
  },
  {
    reason: 'policy, example or instruction',
    pattern:
      /\b(?:polic(?:y|ies)|guidelines?|lcd|ncci|bulletin|newsletter|manual|handbook|faq|cheat ?sheet|webinar|reminder|remember|tip(?:s)?:|coding tip|e\.g\.?|for example|for instance|examples?|sample|template|macro|smart ?(?:phrase|text)|boilerplate|choose|choose one|select(?: one)?|circle one|pick (?:one|the)|(?:are|is|should|must|may|can|cannot)(?: not| never)? (?:be )?(?:reported|billed|coded|charged) (?:together|with|only|once|when|if|for|per)|not reported together|cpt (?:says|states|defines|requires|rules?)|use (?:\w+ )?[a-z]?\d{4,5} (?:for|when|if)|please (?:assign|choose|select|pick)|payer (?:says|states|requires|rule|denied|allows)|per (?:cms|cpt|ama|medicare|payer))/,
  },
  {
    reason: 'another day',
    pattern:
      /\b(?:(?:last|previous|prior|past|earlier|first|initial) (?:visit|session|time|encounter|claim|charge|date of service|dos|treatment|injection|note|month|week|year|cycle)s?|previously|yesterday|historical(?:ly)?|each time|ago|denied claim|resubmi\w+|appeal\w*|remittance|eob)\b/,
  },
];

/** What a passage as a whole is copied, sampled or struck. */
const quotedPattern = /"[^"\n]{0,400}"/g;

export interface SentenceContext {
  /** The clause of the code, folded. */
  readonly before: string;
  readonly after: string;
}

const clauseBreak = /[;\n]|\.\s|\s\|\s/g;

/** The words of the code's sentence before and behind it. */
function around(folded: string, code: Span, sentence: Span): SentenceContext {
  return { before: folded.slice(sentence.start, code.start), after: folded.slice(code.end, sentence.end) };
}

/** Why the code at `code` (offsets in the passage's text) is not today's, or `null`. */
export function setAsideReason(
  passage: Passage,
  code: Span,
  sentence: Span,
  otherDates: readonly Span[],
): string | null {
  if (passage.day !== 'today') return 'another day';
  const folded = foldText(passage.text);
  const { before, after } = around(folded, code, sentence);
  const whole = before + folded.slice(code.start, code.end) + after;
  const today = /\b(?:today|this (?:visit|encounter|session|date))\b/.test(whole);
  const byKind = kindReasons[passage.kind] ?? kindReasons[passage.section];
  if (byKind && passage.kind !== 'coding' && !(today && byKind === 'history')) return byKind;
  const label = foldText(passage.label?.text ?? '');
  if (isRetracted(before, after, label)) return 'taken back';
  if (/\b(?:not|no|without|instead of|rather than|never|nor)\s(?:a |an |the |code |cpt |bill(?:ing)? )?$/.test(before))
    return 'negated';
  if (choiceLine(whole)) return 'policy, example or instruction';
  for (const quote of folded.matchAll(quotedPattern)) {
    if (quote.index < code.start && quote.index + quote[0].length > code.end) return 'quoted';
  }
  for (const { reason, pattern } of sentenceCues) {
    if (reason === 'another day' && today) continue;
    if (pattern.test(`${label}: ${whole}`) && !autoPopulated.test(whole)) return reason;
  }
  // "10/28/2024 96405": a date of another day in front of the code, or "96405 on 10/28/2024".
  for (const date of otherDates) {
    const inSentence = date.start >= sentence.start && date.end <= sentence.end;
    if (!inSentence || today) continue;
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

/** Charges that a system entered are charges. */
const autoPopulated =
  /\b(?:auto-?populated|dropped|defaulted|pre-?loaded|auto-?(?:dropped|generated|entered)|per order set|from schedule|via order)/;

/** "Choose 11900 for 1-7 lesions, 11901 for 8 or more": every code with its own condition. */
function choiceLine(words: string): boolean {
  return (words.match(/\b\d{5} (?:for|if|when) (?:\d|one|more|fewer|up to|1)/g)?.length ?? 0) >= 2;
}

/** A word that takes the charge back, in the code's own clause and about the charge rather than its modifier. */
function isRetracted(before: string, after: string, label: string): boolean {
  if (/~~$/.test(before) && /^~~/.test(after)) return true;
  const own = { before: lastClause(before), after: firstClause(after) };
  if (
    /^\W{0,3}(?:was |has been |is )?(?:changed|corrected|revised|amended|replaced|updated|switched)(?: in error)? (?:to|by|with)\b/.test(
      own.after,
    )
  )
    return true;
  if (/\b(?:changed|corrected|revised|amended|updated|switched) from (?:cpt |code )?$/.test(own.before)) return true;
  if (/^\W{0,3}should (?:be|read|have been|say) (?:cpt |code )?[a-z]?\d{4,5}/.test(own.after)) return true;
  if (/\breplac(?:es|ed|ing) (?:cpt |code )?$/.test(own.before)) return true;
  const modifierOnly = /\b(?:modifier|mod|unit|units|-25|25)\b/.test(own.before + own.after);
  const behind = retracted.exec(own.after);
  // Another code between takes the word to itself: "96405; 96406 deleted", "96406, 96405 deleted".
  if (behind && !modifierOnly && !/\b[a-z]?\d{4,5}\b/.test(own.after.slice(0, behind.index))) return true;
  if (retracted.test(label)) return true;
  return (
    retracted.test(own.before) &&
    !modifierOnly &&
    !/\b[a-z]?\d{4,5}\b/.test(own.before.slice(own.before.search(retracted)))
  );
}

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
