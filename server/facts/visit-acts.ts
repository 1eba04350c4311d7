import { termOf } from '../lexicon/mention';
import type { Span } from '../note/span';
import { weighsTreatments } from './visit-choice';
import { type Clause, textIn } from './visit-clauses';
import { injects, silenced } from './visit-problems';
import { refers, sendsTo } from './visit-referral';
import { hedged, leftTo, othersAct, reportsPast } from './visit-tense';
import type { Order } from './visit-topics';
import type { WorkWord } from './visit-words';

/** Something done for a problem today, beyond looking at it. */
export interface ManagementAct {
  /** `drug` for starting, stopping and changing; `keep` for continuing and refilling; `choose` for weighing treatments. */
  readonly what:
    | 'drug'
    | 'topical'
    | 'device'
    | 'imaging'
    | 'lab'
    | 'routine'
    | 'surgery'
    | 'refer'
    | 'counsel'
    | 'keep'
    | 'choose';
  readonly name: string;
  /** Offset in the clause. */
  readonly at: number;
}

const drugVerbs = new Set(['start', 'stop', 'change']);

/** The management acts of a clause, each drug, test and referral once. */
export function actsOf(
  clause: Clause,
  injected: ReadonlySet<string>,
  home: ReadonlySet<string>,
  order: Order,
): ManagementAct[] {
  if (clause.zone === 'aside' || clause.zone === 'history' || othersAct(clause) || reportsPast(clause)) return [];
  if (clause.words.some(({ category }) => category === 'defer')) return [];
  const acts: ManagementAct[] = [];
  let verb: WorkWord | null = null;
  for (const segment of segments(clause.text)) {
    const words = clause.words.filter(
      (word) => word.start >= segment.start && word.end <= segment.end && !inPlace(clause, word),
    );
    if (words.some((word) => leftTo(clause, word))) continue;
    const own = words.find(({ category, name }) => category === 'verb' && name !== 'counsel') ?? null;
    const counsel = words.find(({ category, name }) => category === 'verb' && name === 'counsel') ?? null;
    if (own && !joined(clause.text.slice(segment.start, own.start))) verb = own;
    const acting: WorkWord | null = own ?? verb;
    const quiet = (word: { readonly start: number }): boolean =>
      silenced(clause, word.start) || hedged(clause, segment, word.start);
    if (own && quiet(own) && own.name !== 'stop') {
      verb = null;
      continue;
    }
    for (const word of words) {
      if (quiet(word) && !(own?.name === 'stop' && own.end <= word.start)) continue;
      if (word.category === 'drug') {
        const act = drugAct(clause, word, acting, words, injected, home, segment, order);
        if (act) acts.push(act);
      } else if (word.category === 'test') {
        const act = testAct(clause, word, acting, segment, order);
        if (act) acts.push(act);
      }
    }
    const sends = own?.name === 'refer' ? refers(clause, own, segment) : sendsTo(clause, segment, own, order);
    if (own?.name === 'refer' ? sends : sends && !quiet(own ?? { start: segment.end })) {
      acts.push({ what: 'refer', name: 'referral', at: own?.start ?? segment.start });
    }
    const text = textIn(clause, segment);
    const dose = doseChanged.exec(text);
    if (dose && !acts.some(({ what }) => what === 'drug') && !quiet({ start: segment.start + dose.index }))
      acts.push({ what: 'drug', name: 'dose changed', at: segment.start + dose.index });
    const begun = words.some(({ category }) => category === 'drug') || injects(clause) ? null : prescribed.exec(text);
    const started = begun?.[1] ?? '';
    if (begun && !noDrug.test(started) && !quiet({ start: segment.start + begun.index }))
      acts.push({ what: 'drug', name: started.toLowerCase(), at: segment.start + begun.index });
    if (counsel && !own) acts.push({ what: 'counsel', name: 'counselling', at: counsel.start });
    const choice = chosen.exec(clause.text.slice(segment.start, segment.end));
    const drug = words.find(({ category, sort }) => category === 'drug' && sort === 'systemic');
    const passive = /\b(?:chosen|decided on|agreed on|elected|preferred)\W*$/i.test(textIn(clause, segment));
    if (choice && drug && (passive || segment.start + choice.index < drug.start) && !quiet(drug)) {
      acts.push({ what: 'drug', name: textIn(clause, drug).toLowerCase(), at: drug.start });
    }
  }
  if (weighsTreatments(clause)) acts.push({ what: 'choose', name: 'treatments weighed', at: 0 });
  return unique(acts);
}

/** "both lower legs": a word inside the name of a body place says nothing of the visit. */
const inPlace = (clause: Clause, word: WorkWord): boolean =>
  clause.mentions.some(
    (mention) =>
      termOf(mention, 'site') !== null &&
      mention.start - clause.base <= word.start &&
      mention.end - clause.base >= word.end,
  );

function drugAct(
  clause: Clause,
  word: WorkWord,
  verb: WorkWord | null,
  words: readonly WorkWord[],
  injected: ReadonlySet<string>,
  home: ReadonlySet<string>,
  segment: Span,
  order: Order,
): ManagementAct | null {
  if (word.sort === 'comfort' || forProcedure.test(clause.text)) return null;
  // "dexamethasone 4 mg/mL 1 mL placed about the nerve": what the needle gave was not prescribed.
  if (injects(clause) && /^ ?[\d.]{0,6} ?(?:mg|units?|u) ?\/ ?(?:ml|cc)\b/i.test(clause.text.slice(word.end)))
    return null;
  const bare = [...injected].some(
    (agent) => word.name === 'drug' && textIn(clause, word).toLowerCase().includes(agent),
  );
  if (bare && !/oral|\bpo\b|tablet|cream|ointment|0\.1|topical|weekly/i.test(textIn(clause, word))) return null;
  const name = textIn(clause, word).toLowerCase();
  const what = word.sort === 'device' ? 'device' : word.sort === 'topical' ? 'topical' : 'drug';
  if (verb?.name === 'continue') return { what: 'keep', name, at: word.start };
  if (verb && (drugVerbs.has(verb.name) || (verb.name === 'order' && clause.zone === 'plan'))) {
    return { what, name, at: word.start };
  }
  if (verb?.name === 'refer' || verb?.name === 'counsel') return null;
  if (home.has(name)) return { what: 'keep', name, at: word.start };
  if (clause.words.some(({ category, name: status }) => category === 'status' && status === 'stable'))
    return { what: 'keep', name, at: word.start };
  // "clobetasol foam bid, minoxidil 5% nightly": a drug with how to take it, under the plan, was prescribed.
  const taken = words.some(({ category }) => category === 'regimen') || doseIn(clause, segment);
  const arrow = /(?:->|=>|\u2192)\s*$/.test(clause.text.slice(Math.max(0, word.start - 4), word.start));
  const course = ranBefore.test(textIn(clause, segment));
  const moved = !course && doseMoves.test(clause.text.slice(word.end, segment.end));
  const arrowed = moved && doseArrow.test(clause.text.slice(word.end, segment.end));
  if (moved && (arrowed || order.listed || clause.zone === 'plan')) return { what, name, at: word.start };
  const ordered = order.listed && !course && opensSegment(clause, word, segment);
  if (ordered && order.quiet) return { what: 'keep', name, at: word.start };
  const listed = clause.zone === 'plan' || arrow || leads(clause, word) || ordered;
  if (
    listed &&
    (taken || arrow || word.sort !== 'systemic') &&
    !onAlready.test(clause.text.slice(segment.start, word.start))
  ) {
    return { what, name, at: word.start };
  }
  return null;
}

/** "100 to 50", "10 mg -> 20 mg": a dose that is changed. */
const doseMoves = /^\s*\d+(?:\.\d+)?(?:\s*(?:mg|mcg|units?))?\s*(?:to|->|=>|\u2192|then)\s*\d/i;

/** "10 -> 16 u": an arrow between doses is an order wherever it stands. */
const doseArrow = /^\s*\d+(?:\.\d+)?(?:\s*(?:mg|mcg|units?|u))?\s*(?:->|=>|\u2192)\s*\d/i;

/** "increase to 60 mg with food", "down to 30 mg/d": the dose of the drug that was named before. */
const doseChanged =
  /\b(?:increas(?:e|ed|ing)|rais(?:e|ed|ing)|up|decreas(?:e|ed|ing)|reduc(?:e|ed|ing)|lower(?:ed|ing)?|down|cut(?: back)?|taper(?:ed)?)\s(?:(?:it|dose|the dose)\s)?to \d{1,4}(?:\.\d)? ?(?:mg|mcg|units?|u|g|tabs?)\b(?! ?(?:\/|per) ?(?:ml|cc)\b)/i;

/** "Start latanoprost qhs": a name behind a verb of prescribing, with how it is taken. */
const prescribed =
  /\b(?:start|begin|started|begun|initiate|initiated|prescribed?|rx:?)\s+(?:on\s)?([a-z][a-z-]{5,24})\b[^,;.]{0,30}\b(?:qhs|qd|bid|tid|daily|nightly|weekly|mg|mcg|units?|ou|os|od|drops?)\b/i;

/** What is begun and is no drug. */
const noDrug =
  /^(?:warm|compress\w*|massage|sunscreen|silicone|vaseline|petrolatum|moisturi\w*|emollient\w*|dressing\w*|soaks?|soaking|icing|exercises?|walking|stretching|washing|gentle|taping|elevation|bandage\w*|pressure|tomorrow|tonight|aftercare|treatment\w*|injections?|therapy|again|shampoo\w*|steroid|intralesional|kenalog|another|session\w*|normal|regular|antiseptic|saline|rinses?|mouthwash)$/i;

/** The drug is what its part of the sentence begins with. */
const opensSegment = (clause: Clause, word: WorkWord, segment: Span): boolean =>
  /^[\W\d]*(?:(?:and|then|plus|oral|topical|rx|new|short|low-dose|or)\W+){0,2}$/i.test(
    clause.text.slice(segment.start, word.start),
  );

/** A course that was taken and how it went, not one that is ordered. */
const ranBefore =
  /\b(?:not (?:holding|helping|working|enough|touching)|no (?:help|relief|better|change|response|effect|improvement|longer)|without (?:help|relief|effect|benefit|improvement)|failed|helped|helps|worked|stopped|ran out|out of|since|for the (?:past|last)|tried|prior|previous(?:ly)?|already|currently|at home|borrowed|left over|last (?:week|month|year|filled|taken)|ago|cleared|tolerat\w+|stays?|same|unchanged|held|otc|over[- ]the[- ]counter|(?:from|by|per) (?:him|her|them|dr|another|other|his|their|a)\b|given (?:before|for the)|suggested|(?:x|for) (?:past|last))\b/i;

/** "Stasis dermatitis: triamcinolone 0.1% ointment bid" in plain text: problem and colon stand before the drug. */
function leads(clause: Clause, word: WorkWord): boolean {
  const before = clause.text.slice(0, word.start);
  return (
    /:\s*(?:[\w-]+\s+){0,3}$/.test(before) &&
    clause.words.some(({ category, end }) => category === 'problem' && end < word.start)
  );
}

/** A surgery with a date to come in its sentence. */
const bookedFor =
  /^(?!.*\b(?:performed|done|taken|removed|obtained|today|had|was|were|since)\b).*\b(?:in (?:january|february|march|april|may|june|july|august|september|october|november|december)|(?:next|this) (?:week|month)|(?:mon|tues|wednes|thurs|fri)day|tomorrow|on \d{1,2}\/\d{1,2})\b/i;

const asked = /\b(?:schedul|book|arrang|refer|request|plan|will|order|set up|needs?\b|for \d|slot)|->|\u2192/i;

/** Given for the sake of the procedure, before or after it. */
const forProcedure =
  /\bprophyla|\bpre-?med|\b(?:before|prior to|after|following|from|with|during) (?:the |each |today's |her |his |next )*(?:injections?|procedure|shots?|cycle)\b|\bfor (?:today's|the) (?:injections?|procedure)\b|\bfor (?:(?:wound|better|good) )?healing\b|\bper protocol\b|\b(?:pre|post)-?(?:procedure|injection|op)\b|\bneedle anxiety\b/i;

/** A decision among treatments: "she chose pembrolizumab". */
const chosen =
  /\b(?:chose|chosen|choose|opts? for|opted for|elects?|elected|decided on|decided for|agreed on|settled on|prefers|preferred|wishes to start|agrees to start|proceed with|will go ahead with)\b/i;

const onAlready =
  /\b(?:on|takes|taking|uses|using|with|since|despite|after|failed|tried|from|history of|to)\s+(?:[\w.]+\s+){0,2}$/i;

function testAct(
  clause: Clause,
  word: WorkWord,
  verb: WorkWord | null,
  segment: Span,
  order: Order,
): ManagementAct | null {
  const after = clause.text.slice(word.end, Math.min(segment.end, word.end + 26));
  // "Under ultrasound", "ultrasound-guided": how the needle was led.
  if (/\bunder $/i.test(clause.text.slice(0, word.start)) || /^[ -]guid/i.test(after)) return null;
  const valued =
    /^\s*(?:(?:of|from|on)\s)?(?!\d+(?:-\d+)?\s*(?:wk|week|w\b|mo|month|d\b|day|yr|year|h\b|hour))[\d:<>=]/.test(
      after,
    ) ||
    /^[^,;.]{0,22}:\s*\S/.test(after) ||
    /^[^,;]{0,18}\b(?:shows?|showed|neg\b|negative|normal|nl\b|reveals?|positive|reviewed|was|were|within|wnl|stable|unremarkable)/i.test(
      after,
    );
  const name = textIn(clause, word).toLowerCase();
  const what =
    word.sort === 'imaging'
      ? 'imaging'
      : word.sort === 'biopsy'
        ? 'surgery'
        : word.sort === 'routine'
          ? 'routine'
          : 'lab';
  const ordered = verb !== null && (verb.name === 'order' || verb.name === 'refer' || verb.name === 'start');
  // A biopsy that was taken and sent is a procedure of its own; one that is asked for is a decision.
  const booked =
    asked.test(textIn(clause, segment)) || ((clause.zone === 'plan' || order.listed) && bookedFor.test(clause.text));
  if (what === 'surgery' && !booked) return null;
  if (forProcedure.test(textIn(clause, segment))) return null;
  if (ordered && !valued) return { what, name, at: word.start };
  const listed = clause.zone === 'plan' || (order.listed && !ranBefore.test(textIn(clause, segment)));
  if (valued || !listed || verb?.name === 'counsel') return null;
  // "#3 or MRI": one of two things that may follow.
  if (/\bor $/i.test(clause.text.slice(0, word.start))) return null;
  if (what === 'surgery' && !bookedFor.test(clause.text)) return null;
  return onAlready.test(clause.text.slice(segment.start, word.start)) ? null : { what, name, at: word.start };
}

function doseIn(clause: Clause, segment: Span): boolean {
  const offset = clause.base;
  return clause.mentions.some(
    (mention) =>
      mention.kind === 'measure' &&
      ['mass', 'percent', 'activity'].includes(mention.dimension) &&
      mention.start - offset >= segment.start &&
      mention.end - offset <= segment.end,
  );
}

/** Parts between commas, which a list of orders is made of; a comma inside a number or a bracket ends none. */
function segments(text: string): Span[] {
  const result: Span[] = [];
  let start = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '(') depth += 1;
    else if (char === ')') depth = Math.max(0, depth - 1);
    else if (char === ',' && depth === 0 && !/\d/.test(text.charAt(at + 1))) {
      result.push({ start, end: at });
      start = at + 1;
    }
  }
  result.push({ start, end: text.length });
  return result;
}

const joined = (before: string): boolean =>
  /\bto\s*$/i.test(before) && /\b(?:agreed|wants|would like|asked)\b/i.test(before);

function unique(acts: readonly ManagementAct[]): ManagementAct[] {
  const seen = new Set<string>();
  return acts.filter(({ what, name }) => {
    const key = `${what} ${name}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
