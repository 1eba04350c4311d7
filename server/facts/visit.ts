import type { Span } from '../note/span';
import { finish, type Steps } from '../note/steps';
import { carries25 } from './codes';
import type { NoteDocument } from './document';
import type { CodeModifier, DocumentedCode, EmSeparate, Modifier25, QuotedEvidence, Visit } from './model';
import { isClaim, isProcedureCode, isRecord, laidOutAsVisit, tellsOtherProcedure } from './visit-claims';
import { type Clause, clauseSteps } from './visit-clauses';
import { injects, silenced } from './visit-problems';
import { measures } from './visit-topics';
import { calledOf, isStrong, type ProblemWork, weighSteps } from './visit-weigh';
import type { WorkWord } from './visit-words';

export interface VisitInput {
  /** Codes of today's encounter by this clinician. */
  readonly codes: readonly (Pick<DocumentedCode, 'code' | 'kind'> & Modified)[];
  /** An agent was injected into a lesion today. */
  readonly injectionToday: boolean;
}

/** A code with the values of its modifiers. */
interface Modified {
  readonly modifiers: readonly Pick<CodeModifier, 'value'>[];
}

/**
 * Judges the same-day E/M by subtraction: what consent, the look at the lesions, the injection and its aftercare account
 * for is taken away, and what was done today about a problem is left.
 */
export function readVisit(document: NoteDocument, input: VisitInput): Visit {
  return finish(visitSteps(document, input));
}

/** The same in steps. */
export function* visitSteps(document: NoteDocument, input: VisitInput): Steps<Visit> {
  const clauses = yield* clauseSteps(document);
  const em = input.codes.filter(({ kind }) => kind === 'em');
  const first = em[0] ?? null;
  const otherProcedure = input.codes.some(({ code }) => isProcedureCode(code)) || tellsOtherProcedure(clauses);
  const procedureToday = input.injectionToday || otherProcedure;
  const { weighed, works, planned } = yield* weighSteps(clauses, procedureToday);
  const claimed = first !== null || clauses.some(isClaim);
  const laidOut = laidOutAsVisit(document);
  const findings = works.find(({ name }) => name === '')?.backing ?? [];
  const whole = significant(
    works.flatMap(({ acts }) => acts),
    clauses,
    planned,
  );
  const supporting = works.filter((work) => supports(work, findings, whole));
  const alone = !procedureToday && !isRecord(document) && standsAlone(works, laidOut);
  const emSeparate: EmSeparate =
    supporting.length > 0 || alone ? 'supported' : claimed || laidOut ? 'insufficient' : 'none';
  const forEvidence = supporting.flatMap(({ name, target, acts }) =>
    acts
      .filter(({ act }) => isStrong(act.what, target) || (target && act.what === 'choose'))
      .map(({ clause }) => quoting(document, clause.span, saysFor(name, target))),
  );
  return {
    emSeparate,
    emCode: first?.code ?? null,
    modifier25: modifierOf(em, emSeparate, input.injectionToday, procedureToday),
    for: dedupe(forEvidence),
    against: [
      ...weighed.filter(({ side }) => side === 'against').map(({ span, reason }) => quoting(document, span, reason)),
      ...clauses.filter(isClaim).map(({ span }) => quoting(document, span, 'A claim without content.')),
    ],
    weighed,
  };
}

const quoting = ({ text }: NoteDocument, span: Span, says: string): QuotedEvidence => ({
  span,
  says,
  quote: text.slice(span.start, span.end),
});

function saysFor(name: string, target: boolean): string {
  if (target) return 'Work on the injected disease beyond the injection.';
  return `Another problem managed today: ${calledOf(name)}.`;
}

/** True when what was done for a problem is significant and separate by itself. */
function supports(work: ProblemWork, findings: readonly Clause[], whole: boolean): boolean {
  const strong = work.acts.filter(({ act }) => isStrong(act.what, work.target));
  if (whole && (strong.length > 0 || work.acts.some(({ act }) => act.what === 'choose'))) return true;
  if (strong.length === 0 || work.target) return false;
  const backing = work.backing.filter((clause) => !strong.every((entry) => entry.clause === clause));
  const told = work.backing.length > 0 || (work.name !== '' && findings.length > 0);
  // Nothing but an announcement sets it apart: a cream is not enough, and for the injected family one act is not.
  if (work.elsewhere && strong.every(({ act }) => act.what === 'topical')) return false;
  if (work.elsewhere && work.named && strong.length < 2) return false;
  if (work.name === '') return strong.length >= 3 && backing.length > 0;
  // A drug, a test or a referral for a problem that is told, or several for one that is only named.
  return strong.length >= 2 || (told && (backing.length > 0 || findings.length > 0 || detailed(work)));
}

/** The act stands with a course, a finding or a length of time in its own sentence. */
function detailed(work: ProblemWork): boolean {
  const backing = new Set(work.backing);
  return work.acts.some(({ clause }) => backing.has(clause));
}

/**
 * All that was done, whichever problem it is put to, as work on the injected disease: its systemic treatment changed, its
 * stage looked at again, a choice made on new results.
 */
function significant(done: ProblemWork['acts'], clauses: readonly Clause[], planned: boolean): boolean {
  const acts = done.filter(({ act }) => isStrong(act.what, true));
  const systemic = acts.filter(({ act }) => act.what === 'drug').length;
  const surgery = acts.filter(({ act }) => act.what === 'surgery').length;
  const staging = surgery + acts.filter(({ act }) => act.what === 'imaging').length;
  const others = acts.length - systemic - staging;
  const told = clauses.filter((clause) => clause.zone !== 'aside' && clause.zone !== 'procedure' && !injects(clause));
  const news = told.some(tellsNews);
  const tested = told.some(newResult);
  const kinds = [systemic, staging, others].filter((count) => count > 0).length;
  if (planned) return kinds >= 2 && news;
  if (tested && done.some(({ act }) => act.what === 'choose')) return true;
  // Orders alone are the monitoring of a course of injections; something new has to be behind them.
  return news && (kinds >= 2 || systemic > 0 || surgery > 0 || staging > 1);
}

/** A value, a result or a turn for the worse, unless the clause says that all is well. */
function tellsNews(clause: Clause): boolean {
  const says = (what: (word: WorkWord) => boolean): boolean =>
    clause.words.some((word) => what(word) && !silenced(clause, word.start));
  if (says(({ category, name }) => category === 'status' && name === 'worse')) return true;
  return (says(({ category }) => category === 'result') || measures(clause)) && !allWell.test(clause.text);
}

const allWell =
  /\b(?:down|no new|normal|negative|stable|unremarkable|within|wnl|clear|fine|improv\w*|better|ned|unchanged|at goal)\b/i;

/** Imaging or pathology that has come in and was looked at. */
function newResult(clause: Clause): boolean {
  const test = clause.words.some(
    ({ category, sort, name, start, end }) =>
      category === 'test' &&
      name === 'test' &&
      (sort === 'imaging' || /^(?:biops|path)/i.test(clause.text.slice(start, end))),
  );
  const looked = clause.zone !== 'history' || /\btoday\b|\breviewed\b/i.test(clause.text);
  // "films, no stress fracture": what is ruled out is no news.
  return (
    test && looked && clause.words.some(({ category, start }) => category === 'result' && !silenced(clause, start))
  );
}

/** Without a procedure: a full visit, by its layout or by what was done for two problems or more. */
function standsAlone(works: readonly ProblemWork[], laidOut: boolean): boolean {
  const acts = works.flatMap((work) => work.acts);
  const strong = acts.filter(({ act }) => isStrong(act.what, false)).length;
  if (laidOut) return acts.length > 0;
  return strong >= 2;
}

function modifierOf(
  em: readonly Modified[],
  emSeparate: EmSeparate,
  injectionToday: boolean,
  procedureToday: boolean,
): Modifier25 {
  if (em.length === 0) return 'not-applicable';
  if (em.some(carries25))
    return emSeparate === 'supported' && procedureToday ? 'present-supported' : 'present-unsupported';
  return emSeparate === 'supported' && injectionToday ? 'needed' : 'not-applicable';
}

function dedupe(evidence: readonly QuotedEvidence[]): QuotedEvidence[] {
  const seen = new Set<number>();
  return evidence.filter(({ span }) => {
    if (seen.has(span.start)) return false;
    seen.add(span.start);
    return true;
  });
}
