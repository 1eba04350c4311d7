import { kept } from '../note/kept';
import { endsStep, type Steps } from '../note/steps';
import type { WeighedSentence, WeighedSide } from './model';
import { actsOf, type ManagementAct } from './visit-acts';
import { closesChoice, opensChoice, treatmentsIn } from './visit-choice';
import { isClaim } from './visit-claims';
import type { Clause } from './visit-clauses';
import { homeDrugs, injectedAgents } from './visit-drugs';
import { injects, labelProblem, problemsOf, targetsOf } from './visit-problems';
import { finds, measures, readTopics, type Topic } from './visit-topics';
import type { Wording } from './visit-wordings';

/** What the clauses of a note come to for one problem. */
export interface ProblemWork {
  readonly name: string;
  /** The disease that was injected. */
  readonly target: boolean;
  /** Announced as another matter, though nothing but the announcement sets it apart. */
  readonly elsewhere: boolean;
  /** Called by the name of a disease. */
  readonly named: boolean;
  acts: { act: ManagementAct; clause: Clause }[];
  /** History, findings, results or a course that speak for more than a mention. */
  backing: Clause[];
}

export interface Weighing {
  readonly weighed: readonly WeighedSentence[];
  readonly works: readonly ProblemWork[];
  readonly planned: boolean;
}

const procedureWords =
  /\b(?:consent\w*|time-?\s?out|blanch\w*|tolerated|30\s?-?g\b|27\s?-?g\b|gauge|needle|prepped|alcohol|chlorhexidine|betadine|injected|injection\w*|intralesional\w*|aftercare|post-care|dressing\w*|band-?aids?|bandage|gauze|hemostasis|per lesion|lot\b|syringe|photograph\w*|rtc|return in|follow-?up in|recheck in|see (?:again|back)|come back|back in \d|next (?:session|dose|cycle|injection)|ice\b|keep (?:dry|clean|covered)|risks?,? (?:and )?benefits|vitals|r\/b\/a|anesthe\w+|numb\w*|measured and marked|expect\w* (?:pain|swelling|soreness))\b/i;

const isUsualWork = kept(({ text }: Wording): boolean => procedureWords.test(text));

/** Gives each clause its side and gathers, problem by problem, what was done about it today. */
export function* weighSteps(clauses: readonly Clause[], procedureToday: boolean): Steps<Weighing> {
  const topics = readTopics(clauses);
  yield;
  const injection = topics.find(({ topic }) => topic.injected)?.topic.id ?? -1;
  // What is examined after the injection, in words of its own, was not injected, whatever heading it is under.
  const targets = targetsOf(clauses, procedureToday, (index, named) => {
    const topic = topics[index]?.topic ?? nowhere.topic;
    return injection >= 0 && topic.id > injection && (topic.looked || named) && !topic.injected;
  });
  const injected = injectedAgents(clauses);
  const home = homeDrugs(clauses);
  const works = new Map<string, ProblemWork>();
  const workOf = (name: string): ProblemWork => {
    const known = works.get(name);
    if (known) return known;
    const made: ProblemWork = {
      name,
      target: targets.has(name),
      elsewhere: name.endsWith(elsewhere),
      named: name !== '' && name !== unnamed + elsewhere,
      acts: [],
      backing: [],
    };
    works.set(name, made);
    return made;
  };
  const weighed: WeighedSentence[] = [];
  let current: string | null = null;
  let currentAt = -1;
  /** How far in the list item stands whose lines are being weighed. */
  let itemIndent = Number.POSITIVE_INFINITY;
  let planned = false;
  const numbered = new Map<string, string>();
  let topicAt = -1;
  let choice: Choice | null = null;
  for (const [index, clause] of clauses.entries()) {
    if (endsStep(index)) yield;
    const { passage } = clause;
    const { topic, ordering } = topics[index] ?? nowhere;
    if (clause.zone === 'aside') {
      weighed.push({ span: clause.span, side: 'neither', reason: clause.reason });
      continue;
    }
    const own = ownProblems(clause, topic, targets);
    // An item or a heading names its problem; lines without a name of their own go on with it.
    const inside = passage.block.marker === null && !passage.block.detached && passage.block.indent > itemIndent;
    if (!inside) itemIndent = passage.block.marker === null ? Number.POSITIVE_INFINITY : passage.block.indent;
    const opens = passage.block.marker !== null || (passage.label !== null && !inside);
    const fresh = (clause.passageIndex !== currentAt && opens) || clause.number !== null;
    const named = clause.passageIndex === currentAt ? null : labelProblem(clause);
    if (named !== null) current = named;
    else if (own[0] !== undefined) current = own[0];
    else if (fresh) current = itemProblem(clause, numbered) ?? mainTarget(clause, targets);
    else if (clause.passageIndex !== currentAt && passage.block.detached) current = mainTarget(clause, targets);
    if (topic.id !== topicAt && named === null && own[0] === undefined) {
      const pending = topicProblem(topic, clause, targets);
      if (pending !== null) current = pending;
    }
    topicAt = topic.id;
    const marker = clause.number ?? (clause.passageIndex === currentAt ? null : passage.block.marker);
    if (marker !== null && current !== null && passage.section === 'assessment') numbered.set(marker, current);
    currentAt = clause.passageIndex;
    const name: string = attributed(own, targets, current);
    const acts = actsOf(clause, injected, home, {
      // For the injected disease only where it is worse, and away from its injection.
      listed: ordering && name !== '' && !injects(clause) && (!targets.has(name) || (topic.fresh && !topic.injected)),
      quiet: topic.quiet,
    });
    if (choice !== null && choice.passageIndex !== clause.passageIndex) choice = null;
    if (opensChoice(clause.own)) choice = { passageIndex: clause.passageIndex, treatments: new Set() };
    if (choice) {
      for (const treatment of treatmentsIn(clause)) choice.treatments.add(treatment);
      if (choice.treatments.size > 0 && closesChoice.test(clause.text)) {
        acts.push({ what: 'choose', name: 'treatments weighed', at: 0 });
        choice = null;
      }
    }
    const against = clause.words.some(({ category }) => category === 'against');
    if (against && /injection|ilk|procedure/i.test(clause.text)) planned = true;
    let side: WeighedSide = 'neither';
    let reason = 'Nothing done for a problem.';
    // What only stands below the aftercare, and is about something else, is no part of it.
    const carried = passage.label === null && own.some((problem) => !targets.has(problem));
    const counted = topic.another || (clause.zone === 'procedure' && !carried) ? [] : acts;
    if (
      counted.length > 0 &&
      !(injects(clause) && counted.every(({ what }) => what === 'counsel' || what === 'routine'))
    ) {
      const work = workOf(name);
      for (const act of counted) work.acts.push({ act, clause });
      const strong = counted.some(({ what }) => isStrong(what, work.target));
      side = strong ? 'for' : 'neither';
      reason = strong
        ? work.target
          ? 'Work on the injected disease beyond the injection.'
          : `Managed today: ${calledOf(work.name)}.`
        : 'Routine or continued, no decision of its own.';
    } else if (isClaim(clause)) {
      reason = 'A claim without content.';
    } else if (against) {
      side = 'against';
      reason = 'Says that nothing else was to be done.';
    } else if (clause.zone === 'procedure' || injects(clause) || isUsualWork(clause.own)) {
      side = 'procedure';
      reason = 'Usual work before, during and after the procedure.';
    } else if (clause.zone === 'history') {
      reason = 'History.';
    } else if (clause.zone === 'exam') {
      reason = 'Examination of today.';
    }
    if (backs(clause)) {
      const about = own.filter((problem) => !targets.has(problem));
      for (const problem of about) workOf(problem).backing.push(clause);
      if (
        about.length === 0 &&
        clause.zone === 'exam' &&
        clause.words.some(({ category }) => category === 'finding' || category === 'result')
      ) {
        workOf('').backing.push(clause);
      }
      for (const problem of own) if (targets.has(problem)) workOf(problem).backing.push(clause);
      if (own.length === 0 && name !== '' && clause.zone !== 'exam') workOf(name).backing.push(clause);
    }
    weighed.push({ span: clause.span, side, reason });
  }
  return { weighed, works: [...works.values()], planned };
}

/** A choice that the note has opened, and the treatments set against each other so far. */
interface Choice {
  readonly passageIndex: number;
  readonly treatments: Set<string>;
}

/** What to call a problem to the reader. */
export const calledOf = (name: string): string =>
  name === '' || name === unnamed + elsewhere || name.startsWith('item ') ? 'a problem that is not named' : name;

const elsewhere = ', elsewhere';
const unnamed = 'matter';

const nowhere: { readonly topic: Topic; readonly ordering: boolean } = {
  topic: {
    id: -1,
    announced: false,
    problems: [],
    fresh: false,
    another: false,
    quiet: false,
    looked: false,
    injected: false,
  },
  ordering: false,
};

/** A disease of the injected family that is announced as another matter and new is a problem of its own. */
function ownProblems(clause: Clause, topic: Topic, targets: ReadonlySet<string>): readonly string[] {
  const own = problemsOf(clause);
  if (!topic.announced || !(topic.fresh || topic.looked) || topic.problems.some((name) => !targets.has(name)))
    return own;
  return own.map((name) => name + elsewhere);
}

/** What a topic is about whose first line does not name it: what it names later, or the topic itself when it is announced. */
function topicProblem(topic: Topic, clause: Clause, targets: ReadonlySet<string>): string | null {
  const later = topic.problems.find((name) => !targets.has(name));
  if (topic.announced) {
    if (later !== undefined) return later;
    const [target] = topic.problems;
    return target === undefined || topic.fresh ? (target ?? unnamed) + elsewhere : null;
  }
  const marker = clause.number ?? clause.passage.block.marker;
  const decided = clause.zone === 'plan' && (clause.number !== null || clause.passage.section === 'assessment-plan');
  if (marker === null || !/\d/.test(marker) || !(topic.looked || decided) || topic.problems.length > 0) return null;
  return topic.injected || noProblem.test(clause.text) ? null : `item ${marker}`;
}

/** What opens an item that is a step of the plan and no problem. */
const noProblem =
  /^\W*(?:start|stop|continue|cont|inject|il\b|ilk|follow|f\/u|return|rtc|recheck|pain|care|after|wound|dressing|instructions?|anesth|pre-?med|prophyla|monitor|next|medications?|plan|procedure|billing|codes?|time|counsel|discuss|consent|labs?|order|refer|biops|excis|cryo|imaging|site|lesions?)/i;

/** Item 2 of the plan goes with item 2 of the assessment. */
function itemProblem(clause: Clause, numbered: ReadonlyMap<string, string>): string | null {
  const marker = clause.number ?? clause.passage.block.marker;
  return marker !== null && marker !== '-' && clause.passage.section === 'plan' ? (numbered.get(marker) ?? null) : null;
}

/** A plan that names no problem is the plan for what was injected. */
function mainTarget(clause: Clause, targets: ReadonlySet<string>): string | null {
  const [target] = targets;
  return clause.zone === 'plan' && clause.number === null && clause.passage.block.marker === null
    ? (target ?? null)
    : null;
}

/** The problem that a clause is about: its own first one that was not injected, else the first, else that of the item. */
function attributed(own: readonly string[], targets: ReadonlySet<string>, current: string | null): string {
  if (own.length === 0) return current ?? '';
  if (current !== null && targets.has(own[0] ?? '')) return own.find((name) => !targets.has(name)) ?? current;
  return own[0] ?? '';
}

/** True when a clause tells more of a problem than its name: a course, a finding, a result, a length of time. */
const backs = (clause: Clause): boolean =>
  finds(clause) ||
  measures(clause) ||
  goesOn(clause.own) ||
  (clause.zone === 'history' && clause.text.length > 25) ||
  (problemsOf(clause).includes('hypertension') && /\d\s?\/\s?\d/.test(clause.text));

/** A course that got worse, or an amount. */
const goesOn = kept(
  ({ words, mentions }: Wording): boolean =>
    words.some(({ category, name }) => category === 'status' && name === 'worse') ||
    mentions.some(({ kind }) => kind === 'measure'),
);

/** Kinds of work that are a decision of their own; for the injected disease only what reaches beyond the lesions. */
export function isStrong(what: ManagementAct['what'], target: boolean): boolean {
  if (target) return what === 'drug' || what === 'imaging' || what === 'lab' || what === 'surgery' || what === 'refer';
  return what !== 'counsel' && what !== 'keep' && what !== 'routine';
}
