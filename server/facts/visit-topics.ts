import { kept } from '../note/kept';
import { type Clause, problemHeading } from './visit-clauses';
import { injects, problemsOf, silenced } from './visit-problems';
import type { Wording } from './visit-wordings';

/** A stretch of a note about one thing: an item, a section, or what follows "the other thing is". */
export interface Topic {
  readonly id: number;
  /** Announced as a matter of its own, so that it is one even where nothing names it. */
  readonly announced: boolean;
  /** Problems that the stretch names, in order, wherever in it they are named. */
  readonly problems: readonly string[];
  /** Called new, worse or first seen today. */
  readonly fresh: boolean;
  /** About a relative's own disease. */
  readonly another: boolean;
  /** Called quiet and not worse, or in another clinician's care. */
  readonly quiet: boolean;
  /** An examination or a result of today stands in it. */
  readonly looked: boolean;
  /** The injection stands in it or comes right after it in the same lines. */
  readonly injected: boolean;
}

export interface Placed {
  readonly topic: Topic;
  /** Behind the findings or the verdict of its topic, where a drug or a test without a verb is an order. */
  readonly ordering: boolean;
}

/** Whether a drug or test without a verb is an order where the clause stands, and whether its problem is quiet. */
export interface Order {
  readonly listed: boolean;
  readonly quiet: boolean;
}

/** Opens another matter by saying so. */
const announces =
  /^\W*(?:new paragraph\W+)?(?:next paragraph\W+)?(?:then\W+|also\W+|and\W+)?(?:(?:the |her |his |a )?(?:second|third|other|next|another|separate|unrelated|new) (?:thing|problem|issue|concern|complaint|matter|question|item|reason)\b|what (?:worried|worries|concerned|concerns|troubled|troubles|bothered) (?:me|us|him|her)\b|(?:problem|number|item|issue) (?:two|three|2|3)\b|(?:in|as|on) (?:the )?(?:second|third|other) (?:place|point|matter|problem)\b|(?:second|third)ly\b|separately\b|unrelated(?:ly)?\b|on another (?:note|matter)\b|(?:then |also )?(?:his|her|the|their) (?:wife|husband|mother|father|mom|dad|son|daughter|partner|spouse|caregiver|aide) (?:then |also )?(?:pointed|points|asked|asks|showed|shows|wanted|wants|noticed|mentioned)\b|(?:and|also) (?:her|his|their|the) \w+(?: \w+)?\W*$|\([2-9]\)|#\s?[2-9]\b)/i;

/** Goes on to something more, which may be about the same thing. */
const adds =
  /^\W*(?:new paragraph\W+)?(?:also\b|additionally\b|in addition\b|incidentally\b|by the way\b|moreover\b|while (?:s?he (?:is|was) )?here\b|before (?:s?he left|leaving)\b|on the way out\b|(?:patient|pt|s?he) (?:also|then) \w+)/i;

/** Says what it is: "this is rosacea", "looks like shingles". */
const concludes =
  /\b(?:this is|that is|these are|it is|i think|i believe|i call|looks like|consistent with|most likely|presumed|probable|diagnosis|impression|clinically)\b/i;

const announcesIn = kept(({ text }: Wording): boolean => announces.test(text));
const addsIn = kept(({ text }: Wording): boolean => adds.test(text));

const quietWords =
  /\b(?:quiet|under control|well[- ]controlled|no (?:recent )?flares?|burned out|not active|no active)\b/i;

/** "Sees Dr. Kim", "followed by rheumatology". */
const inCare =
  /\b(?:sees|seen by|followed by|follows with|followed at|under the care of|managed by|under dr\.?|has an? (?:rheumatologist|cardiologist|psychiatrist|therapist|endocrinologist|neurologist|allergist|dermatologist))\b/i;

const relative = /\b(?:wife|husband|mother|father|mom|dad|son|daughter|sister|brother|partner|spouse|friend)\b/i;

/** "Her mother showed a rash on her own arms". */
function tellsOfRelative(text: string): boolean {
  const found = relative.exec(text);
  return found !== null && /\b(?:her|his|their) own\b/i.test(text.slice(found.index, found.index + 80));
}

/** Words by which a sentence tells what was or is, so that it is no verdict. */
const tells =
  /\b(?:history|hx|since|ago|takes?|was|were|had|has|have|den(?:y|ies)|reports?|says?|asks?|mentions?|mentioned|for the past|followed|managed|treated|wife|husband|mother|father|sister|brother|if|will|risk)\b/i;

/** A sentence that is little more than the name of a problem. */
const isVerdict = (clause: Clause): boolean => isVerdictIn(clause.own) && problemsOf(clause).length > 0;

const isVerdictIn = kept((clause: Wording): boolean => {
  if (clause.text.length > 110) return false;
  if (concludes.test(clause.text)) return true;
  if (clause.words.some(({ category }) => category === 'verb' || category === 'regimen')) return false;
  return clause.text.length <= 70 && !tells.test(clause.text);
});

const findsToday = (clause: Clause): boolean => clause.zone !== 'history' && (measures(clause) || finds(clause));

/** A finding or a result that is not denied. */
export const finds = ({ own }: Clause): boolean => findsIn(own);

const findsIn = kept((clause: Wording): boolean =>
  clause.words.some(
    ({ category, start }) => (category === 'finding' || category === 'result') && !silenced(clause, start),
  ),
);

const value =
  /^\s*(?:(?:is|was|of|at|today)\s+)?(?:[:=<>]\s*)?(?!(?:19|20)\d\d\b)\d+(?:\.\d+)?(?![\d/]|\s*(?:wk|week|mo|month|d\b|day|h\b))/i;

/** A test with its value. */
export const measures = ({ own }: Clause): boolean => measuresIn(own);

const measuresIn = kept(({ words, text }: Wording): boolean =>
  words.some(
    ({ category, sort, end }) =>
      category === 'test' && sort !== 'biopsy' && sort !== 'imaging' && value.test(text.slice(end, end + 16)),
  ),
);

/** A clause belongs to a line with a number, a bullet or a name of its own. */
const opensItem = (clause: Clause): boolean =>
  clause.passage.block.marker !== null || clause.passage.label !== null || clause.passage.block.kind === 'heading';

/** Divides the clauses into topics, and finds in each where its orders begin. */
export function readTopics(clauses: readonly Clause[]): Placed[] {
  const placed: Placed[] = [];
  let from = 0;
  let announced = false;
  const close = (to: number): void => {
    if (to > from) {
      const next = clauses[to];
      const follows = next?.passageIndex === clauses[to - 1]?.passageIndex && next !== undefined && injects(next);
      placed.push(...readTopic(clauses.slice(from, to), placed.length, announced, follows));
    }
    from = to;
  };
  for (const [index, clause] of clauses.entries()) {
    const before = clauses[index - 1];
    const ownWords = clause.zone !== 'aside' && clause.zone !== 'procedure';
    const says = ownWords && announcesIn(clause.own);
    const item =
      clause.number !== null ||
      (clause.passageIndex !== before?.passageIndex && opensItem(clause) && !continues(before, clause));
    const turns = injects(clause) !== (before !== undefined && injects(before));
    if (says || item || (ownWords && addsIn(clause.own)) || turns) {
      close(index);
      announced = says || isProblemHeading(clause);
    }
  }
  close(clauses.length);
  return placed;
}

/** A heading by itself and the line under it are one. */
function continues(before: Clause | undefined, clause: Clause): boolean {
  if (!before) return false;
  return before.passage.block.kind === 'heading' && before.passageIndex === clause.passageIndex - 1;
}

const isProblemHeading = (clause: Clause): boolean =>
  clause.passage.block.kind === 'heading' && problemHeading.test(clause.text);

/** How a clause calls what it is about. */
interface Signs {
  readonly worse: boolean;
  readonly stable: boolean;
  readonly clear: boolean;
  readonly quiet: boolean;
  readonly inCare: boolean;
}

const signsIn = kept((clause: Wording): Signs => {
  const has = (name: string): boolean =>
    clause.words.some((word) => word.category === 'status' && word.name === name && !silenced(clause, word.start));
  return {
    worse: has('worse'),
    stable: has('stable'),
    clear: /\bclear\b/i.test(clause.text),
    quiet: quietWords.test(clause.text),
    inCare: inCare.test(clause.text),
  };
});

function readTopic(clauses: readonly Clause[], id: number, announced: boolean, follows: boolean): Placed[] {
  const own = clauses.filter(({ zone }) => zone !== 'aside');
  const has = (sign: keyof Signs): boolean => own.some((clause) => signsIn(clause.own)[sign]);
  const fresh = has('worse');
  const looked = own.some(findsToday);
  const clear = !looked && has('clear');
  const topic: Topic = {
    id,
    announced,
    problems: [...new Set(own.flatMap(problemsOf))],
    fresh,
    another: own.slice(0, 2).some((clause) => tellsOfRelative(clause.text)),
    quiet: has('inCare') || (!fresh && (clear || has('stable') || has('quiet'))),
    looked,
    injected: follows || own.some(injects),
  };
  let ordering = false;
  return clauses.map((clause, index) => {
    const here: Placed = { topic, ordering };
    if (clause.zone !== 'aside' && (findsToday(clause) || (index > 0 && isVerdict(clause)))) ordering = true;
    return here;
  });
}
