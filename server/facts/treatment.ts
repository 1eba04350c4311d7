import type { Evidence } from '../note/span';
import { endsStep, type Steps } from '../note/steps';
import { type Act, type ReadSentence, sentenceSteps } from './acts';
import { AgentFinder } from './agent-finder';
import { namesAgent } from './agents';
import { cancels, heldAgent } from './cancelling';
import type { NoteDocument, Passage } from './document';
import { isGiven, withAgents } from './given-lists';
import { tallySteps } from './grids';
import { namedLesions, namesOfLesions } from './lesion-names';
import { type LesionList, listSteps } from './lists';
import { qualifies } from './qualifying';
import { spanIn } from './sentences';
import { type LesionTable, tableSteps } from './tables';
import { filledForms, isNamedProcedure, isTitle, titleAct } from './titles';
import {
  diseasesOf,
  headsIntralesional,
  isCurrent,
  namesDisease,
  namesIntralesional,
  otherTarget,
  ownCodeSections,
  type TreatmentContext,
} from './treatment-context';

/** An injection into lesions that the note tells of as done today. */
export interface Treatment {
  readonly act: Act;
  readonly read: ReadSentence;
}

/** Everything about today's injections, before it is counted. */
export interface TreatmentReading {
  readonly sentences: readonly ReadSentence[];
  readonly treatments: readonly Treatment[];
  readonly lists: readonly LesionList[];
  /** Procedures named in a title or heading ("Procedure: intralesional bleomycin"). */
  readonly titles: readonly Treatment[];
  /** What says that nothing was injected. */
  readonly notPerformed: readonly Evidence[];
  /** The note's own context is lesions: an intralesional route, or an agent that is given no other way. */
  readonly intralesional: boolean;
  /** How many lesions the note gives a name and a description; `null` where it names none. */
  readonly named: number | null;
}

/** Passages of tables that list lesions; one that lists something else may still count by place. */
const takenBy = (tables: readonly LesionTable[]): ReadonlySet<Passage> =>
  new Set(tables.flatMap((table) => (table.kind === 'foreign' ? [] : [table.header, ...table.rows])));

/** Reads what was injected today, and what says that nothing was, in steps. */
export function* treatmentSteps(document: NoteDocument): Steps<TreatmentReading> {
  const tables = yield* tableSteps(document);
  yield;
  const tallies = yield* tallySteps(document, takenBy(tables));
  const silent = new Set([...tables.map(({ header }) => header), ...tallies.map(({ passage }) => passage)]);
  // "mL given" over a column tells of nothing done, and the numbers of a form count as its line says.
  const sentences = (yield* sentenceSteps(document)).map((read) =>
    silent.has(read.sentence.passage) ? { ...read, acts: [], groups: [] } : read,
  );
  const intralesional =
    document.passages.some(headsIntralesional) ||
    sentences.some(
      (read) =>
        isCurrent(document, read) &&
        namesIntralesional(read) &&
        !otherTarget(read.sentence.mentions, 0, read.sentence.mentions.length),
    );
  const diseases = sentences
    .filter((read) => isCurrent(document, read))
    .flatMap(({ sentence }) => diseasesOf(sentence));
  const diseased = diseases.length > 0;
  const context: TreatmentContext = {
    document,
    intralesional,
    diseased,
    steroidDiseased: diseases.some(({ tags }) => tags.includes('steroid')),
    seen: sentences.some(
      ({ sentence }) => sentence.kind === 'exam' && sentence.passage.day === 'today' && namesDisease(sentence.own),
    ),
    agentNamed: sentences.some((read) => isCurrent(document, read) && namesAgent(read.sentence)),
    sentences,
    names: namesOfLesions(document.passages),
    ownCode: ownCodeSections(sentences, diseased),
  };
  yield;
  const finder = new AgentFinder(sentences);
  const done: Treatment[] = [];
  const titles: Treatment[] = [];
  const notPerformed: Evidence[] = [];
  // What a row says is the list's to tell: its numbers, sizes and amounts stand in columns, not in sentences.
  const rows = new Set(tables.flatMap((table) => table.rows));
  for (const [index, read] of sentences.entries()) {
    if (endsStep(index)) yield;
    if (rows.has(read.sentence.passage)) continue;
    const held = heldAgent(read);
    if (held) notPerformed.push(held);
    for (const act of read.acts) {
      const cancelled = cancels(context, read, act);
      if (cancelled) notPerformed.push({ span: spanIn(read.sentence.passage, act.span), says: cancelled });
      if (act.role !== 'inject' || act.status !== 'performed' || !qualifies(context, read, act)) continue;
      if (isTitle(read, act)) titles.push({ act, read });
      else done.push({ act, read });
    }
    if (read.acts.every((act) => act.role !== 'inject') && isNamedProcedure(context, read)) {
      titles.push({ act: titleAct(read), read });
    }
  }
  yield;
  if (done.length === 0 && titles.length === 0 && (diseased || intralesional))
    titles.push(...filledForms(context).map((read) => ({ act: titleAct(read), read })));
  const lists = (yield* listSteps(document, sentences, tables, tallies))
    .map((list) => withAgents(list, finder))
    .filter((list) => isGiven(context, list));
  const named = namedLesions(document.passages).labels.length;
  return { sentences, treatments: done, lists, titles, notPerformed, intralesional, named: named > 1 ? named : null };
}
