import { termOf } from '../lexicon/mention';
import type { Clause } from './visit-clauses';
import { silenced } from './visit-problems';
import type { WorkWord } from './visit-words';

/** Something done for a problem today, beyond looking at it. */
export interface ManagementAct {
  /** `drug` for starting, stopping and changing; `keep` for continuing and refilling. */
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
    | 'keep';
  readonly name: string;
  /** Offset in the clause. */
  readonly at: number;
}

interface Segment {
  readonly start: number;
  readonly end: number;
}

const drugVerbs = new Set(['start', 'stop', 'change']);

/** The management acts of a clause, each drug, test and referral once. */
export function actsOf(clause: Clause, injected: ReadonlySet<string>): ManagementAct[] {
  if (clause.zone === 'aside' || clause.zone === 'history' || othersAct(clause) || reportsPast(clause)) return [];
  if (clause.words.some(({ category }) => category === 'defer')) return [];
  const acts: ManagementAct[] = [];
  let verb: WorkWord | null = null;
  for (const segment of segments(clause.text)) {
    const words = clause.words.filter(({ start, end }) => start >= segment.start && end <= segment.end);
    const own = words.find(({ category, name }) => category === 'verb' && name !== 'counsel') ?? null;
    const counsel = words.find(({ category, name }) => category === 'verb' && name === 'counsel') ?? null;
    if (own && !joined(clause.text.slice(segment.start, own.start))) verb = own;
    const acting: WorkWord | null = own ?? verb;
    const quiet = (word: WorkWord): boolean => silenced(clause, word.start) || hedged(clause, segment, word.start);
    if (own && quiet(own) && own.name !== 'stop') {
      verb = null;
      continue;
    }
    for (const word of words) {
      if (quiet(word) && !(own?.name === 'stop' && own.end <= word.start)) continue;
      if (word.category === 'drug') {
        const act = drugAct(clause, word, acting, words, injected, segment);
        if (act) acts.push(act);
      } else if (word.category === 'test') {
        const act = testAct(clause, word, acting, segment);
        if (act) acts.push(act);
      }
    }
    if (
      own?.name === 'refer' &&
      !/^(?:call|calls|called) (?:for|if|with)\b/i.test(clause.text.slice(own.start, own.start + 14))
    ) {
      acts.push({ what: 'refer', name: 'referral', at: own.start });
    }
    if (counsel && !own) acts.push({ what: 'counsel', name: 'counselling', at: counsel.start });
    const choice = chosen.exec(clause.text.slice(segment.start, segment.end));
    const drug = words.find(({ category, sort }) => category === 'drug' && sort === 'systemic');
    if (choice && drug && segment.start + choice.index < drug.start && !quiet(drug)) {
      acts.push({ what: 'drug', name: textOf(clause, drug).toLowerCase(), at: drug.start });
    }
  }
  return unique(acts);
}

function drugAct(
  clause: Clause,
  word: WorkWord,
  verb: WorkWord | null,
  words: readonly WorkWord[],
  injected: ReadonlySet<string>,
  segment: Segment,
): ManagementAct | null {
  if (word.sort === 'comfort') return null;
  const bare = [...injected].some(
    (agent) => word.name === 'drug' && textOf(clause, word).toLowerCase().includes(agent),
  );
  if (bare && !/oral|\bpo\b|tablet|cream|ointment|0\.1|topical|weekly/i.test(textOf(clause, word))) return null;
  const name = textOf(clause, word).toLowerCase();
  const what = word.sort === 'device' ? 'device' : word.sort === 'topical' ? 'topical' : 'drug';
  if (verb?.name === 'continue') return { what: 'keep', name, at: word.start };
  if (verb && (drugVerbs.has(verb.name) || (verb.name === 'order' && clause.zone === 'plan'))) {
    return { what, name, at: word.start };
  }
  if (verb?.name === 'refer' || verb?.name === 'counsel') return null;
  // "clobetasol foam bid, minoxidil 5% nightly": a drug with how to take it, under the plan, was prescribed.
  const taken = words.some(({ category }) => category === 'regimen') || doseIn(clause, segment);
  const arrow = /(?:->|=>|\u2192)\s*$/.test(clause.text.slice(Math.max(0, word.start - 4), word.start));
  const listed = clause.zone === 'plan' || arrow || leads(clause, word);
  if (
    listed &&
    (taken || arrow || word.sort !== 'systemic') &&
    !onAlready.test(clause.text.slice(segment.start, word.start))
  ) {
    return { what, name, at: word.start };
  }
  return null;
}

/** "Stasis dermatitis: triamcinolone 0.1% ointment bid" in plain text: problem and colon stand before the drug. */
function leads(clause: Clause, word: WorkWord): boolean {
  const before = clause.text.slice(0, word.start);
  return (
    /:\s*(?:[\w-]+\s+){0,3}$/.test(before) &&
    clause.words.some(({ category, end }) => category === 'problem' && end < word.start)
  );
}

/** A decision among treatments: "she chose pembrolizumab". */
const chosen =
  /\b(?:chose|chosen|choose|opts? for|opted for|elects?|elected|decided on|decided for|agreed on|settled on|prefers|preferred|wishes to start|agrees to start|proceed with|will go ahead with)\b/i;

const onAlready =
  /\b(?:on|takes|taking|uses|using|with|since|despite|after|failed|tried|from|history of|to)\s+(?:[\w.]+\s+){0,2}$/i;

function testAct(clause: Clause, word: WorkWord, verb: WorkWord | null, segment: Segment): ManagementAct | null {
  const after = clause.text.slice(word.end, Math.min(segment.end, word.end + 26));
  const valued =
    /^\s*(?:of|from|on)?\s*[\d:<>=]/.test(after) ||
    /^[^,;]{0,18}\b(?:shows?|showed|neg\b|negative|normal|nl\b|reveals?|positive|reviewed|was|were|within|wnl|stable|unremarkable)/i.test(
      after,
    );
  const name = textOf(clause, word).toLowerCase();
  const what =
    word.sort === 'imaging'
      ? 'imaging'
      : word.sort === 'biopsy'
        ? 'surgery'
        : word.sort === 'routine'
          ? 'routine'
          : 'lab';
  const ordered = verb !== null && (verb.name === 'order' || verb.name === 'refer' || verb.name === 'start');
  if (ordered && !valued) return { what, name, at: word.start };
  if (valued || clause.zone !== 'plan' || verb?.name === 'counsel') return null;
  if (what === 'surgery') return null;
  return onAlready.test(clause.text.slice(segment.start, word.start)) ? null : { what, name, at: word.start };
}

/** The doctor, the clinic or the patient did it: the subject of the clause, or who stands behind "by". */
function othersAct(clause: Clause): boolean {
  for (const word of clause.words) {
    if (word.category !== 'actor') continue;
    const before = clause.text.slice(0, word.start);
    if (
      /^\W*(?:(?:and|but|then|also|meanwhile|the|her|his)\s+)*$/i.test(before) &&
      !/^\W*to\b/i.test(clause.text.slice(word.end))
    ) {
      const doing = clause.words.find(({ category, start }) => category === 'verb' && start > word.end);
      if (doing && (doing.form === 'past' || doing.form === 'third' || /\bhas\b/i.test(clause.text))) return true;
    }
    if (
      /\b(?:by|from|per|at|with)\s+(?:the\s+|her\s+|his\s+)?$/i.test(before) &&
      /\b(?:started|stopped|changed|increased|decreased|prescribed|ordered|given|seen|managed|followed|held|switched|put on|placed on|treated)\b/i.test(
        before,
      )
    )
      return true;
    if (/^(?:by|per)\b/i.test(textOf(clause, word))) return true;
  }
  return /^\W*Dr\.?\s+[A-Z][\w-]+(?:\s+\([^)]*\))?\s+(?:has |had |is |will |already |also )*(?:started|stopped|increased|changed|saw|sees|manages|ordered|prescribed|switched|held|added|adjust|follow|put)/.test(
    clause.text,
  );
}

/** "She was started on sertraline in May", "has been on", "ago": told, not done. */
function reportsPast(clause: Clause): boolean {
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
function hedged(clause: Clause, segment: Segment, at: number): boolean {
  return (
    /\b(?:if|consider|considering|considered|could|might|may|would|unless|should|possibly|option of|options|versus|vs|instead of|declined|declines|discussed starting|discussed adding|refused|allergic to|allergy to|later|in lieu of|in the future|next visit|not yet|candidate for|eventually|defer)\b/i.test(
      clause.text.slice(segment.start, at),
    ) ||
    /^[^,]{0,40}\b(?:declined|deferred|refused|next visit|not started|if needed|later|at next visit|in the future|was declined)\b/i.test(
      clause.text.slice(at, segment.end),
    )
  );
}

function doseIn(clause: Clause, segment: Segment): boolean {
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
function segments(text: string): Segment[] {
  const result: Segment[] = [];
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

const textOf = (clause: Clause, word: WorkWord): string => clause.text.slice(word.start, word.end);

function unique(acts: readonly ManagementAct[]): ManagementAct[] {
  const seen = new Set<string>();
  return acts.filter(({ what, name }) => {
    const key = `${what} ${name}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Agents given into lesions in a clause, by canonical name. */
export function injectedAgents(clauses: readonly Clause[]): Set<string> {
  const agents = new Set<string>();
  for (const clause of clauses) {
    if (clause.zone === 'aside') continue;
    const acts = clause.mentions.some((mention) => termOf(mention, 'act')?.value === 'inject');
    if (!acts && clause.passage.kind !== 'procedure') continue;
    for (const mention of clause.mentions) {
      const agent = termOf(mention, 'agent');
      if (agent && !agent.tags.includes('topical') && !agent.tags.includes('systemic')) agents.add(agent.value);
    }
  }
  return agents;
}
