import { isMark, type Mention, termOf } from '../lexicon/mention';
import type { Evidence } from '../note/span';
import { type Act, type ReadSentence, readSentences, sectionStatus } from './acts';
import { agentsOf, hasOwnCodeAgent, type NamedAgent, numbs } from './agents';
import type { NoteDocument, Passage } from './document';
import { type LesionList, readLists } from './lists';
import { clauseEnd, clauseStart } from './sentences';

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
}

/** Reads what was injected today, and what says that nothing was. */
export function readTreatments(document: NoteDocument): TreatmentReading {
  const sentences = readSentences(document);
  const intralesional = sentences.some((read) => isCurrent(document, read) && namesIntralesional(read));
  const lesionNote = sentences.some((read) => read.groups.some((group) => group.noun !== null));
  const context: Context = { document, intralesional, lesionNote, ownCode: ownCodeSections(document, sentences) };
  const done: Treatment[] = [];
  const titles: Treatment[] = [];
  const notPerformed: Evidence[] = [];
  for (const read of sentences) {
    for (const act of read.acts) {
      const cancelled = cancels(context, read, act);
      if (cancelled) notPerformed.push({ span: act.span, says: cancelled });
      if (act.role !== 'inject' || act.status !== 'performed' || !qualifies(context, read, act)) continue;
      if (isTitle(read, act)) titles.push({ act, read });
      else done.push({ act, read });
    }
    if (read.acts.every((act) => act.role !== 'inject') && isNamedProcedure(context, read)) {
      titles.push({ act: titleAct(read), read });
    }
  }
  const lists = readLists(document, sentences).filter((list) => isGiven(context, list));
  return { sentences, treatments: done, lists, titles, notPerformed, intralesional };
}

interface Context {
  readonly document: NoteDocument;
  readonly intralesional: boolean;
  readonly lesionNote: boolean;
  /** Sections that inject something with a code of its own: a joint, a nerve, a vein. */
  readonly ownCode: ReadonlySet<number>;
}

function isCurrent(document: NoteDocument, read: ReadSentence): boolean {
  return sectionStatus(document, read.sentence.passage) === null || read.sentence.passage.kind === 'complaint';
}

function namesIntralesional(read: ReadSentence): boolean {
  return read.sentence.mentions.some((mention) => {
    if (termOf(mention, 'route')?.value === 'intralesional') return true;
    if (termOf(mention, 'act')?.tags.includes('intralesional')) return true;
    if (mention.kind !== 'agent') return false;
    const words = read.sentence.passage.text.slice(mention.start, mention.end);
    return mention.term.value === 'talimogene laherparepvec' || /^il[- ]?[a-z5]/i.test(words);
  });
}

/** A route or a target that takes an injection out of this subject. */
function otherTarget(mentions: readonly Mention[], from: number, to: number): boolean {
  return mentions.slice(from, to).some((mention) => {
    const route = termOf(mention, 'route');
    return route !== null && route.tags.includes('not-lesion') && route.value !== 'topical' && route.value !== 'oral';
  });
}

function ownCodeSections(document: NoteDocument, sentences: readonly ReadSentence[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { sentence } of sentences) {
    const { passage } = sentence;
    const heads =
      passage.block.kind === 'heading' ||
      (passage.label !== null && passage.kind === 'procedure' && passage.text.length < 80);
    const routes = passage.label ? [...passage.label.reading.mentions, ...sentence.mentions] : sentence.mentions;
    if (heads && routes.some((mention) => termOf(mention, 'route')?.tags.includes('own-code')))
      found.add(passage.sectionIndex);
  }
  void document;
  return found;
}

/** Whether an act that was done is an injection of an agent into lesions. */
function qualifies(context: Context, read: ReadSentence, act: Act): boolean {
  const { sentence } = read;
  const { mentions } = sentence;
  const start = clauseStart(mentions, act.at);
  const end = clauseEnd(mentions, act.at);
  if (otherTarget(mentions, start, end)) return false;
  const agents = agentsOf(sentence).filter((agent) => agent.at >= start && agent.at < end);
  const anyAgent = agents.length > 0;
  if (!anyAgent && (numbs(sentence) || hasOwnCodeAgent(sentence))) return false;
  if (!anyAgent && namesForeignAgent(mentions, start, end)) return false;
  const lesion = act.groups.some((group) => group.noun?.tags.includes('lesion'));
  const counted = act.groups.some(
    (group) => group.unit === null && (group.quantity !== null || group.relation !== null || group.labels.length > 0),
  );
  const placed = act.groups.some((group) => group.sites.length > 0);
  const named = act.tags.includes('intralesional') || namesIntralesional(read);
  if (context.ownCode.has(sentence.passage.sectionIndex) && !named) return false;
  if (act.strength === 'strong') {
    if (lesion || named) return true;
    if (anyAgent) return context.intralesional || (context.lesionNote && (counted || placed));
    return context.intralesional && (counted || placed);
  }
  if (act.tags.includes('target')) {
    // "treated", "received": who or what is treated must be lesions, and something must have been injected.
    if (mentions.slice(start, end).some((mention) => termOf(mention, 'act')?.tags.includes('exclude'))) return false;
    return (lesion || counted || placed) && (anyAgent || context.intralesional) && !isShared(act);
  }
  return (
    (anyAgent || context.intralesional) &&
    (lesion || (placed && context.intralesional) || (counted && named) || (named && anyAgent))
  );
}

/** "0.1 mL deposited at each": a share of a dose, told by another act already. */
const isShared = (act: Act): boolean =>
  act.groups.length > 0 &&
  act.groups.every((group) => group.relation === 'each' && group.noun === null && group.quantity === null);

/** A drug in the act's own words that is none of the agents: a dye, a contrast, a diluent alone. */
function namesForeignAgent(mentions: readonly Mention[], from: number, to: number): boolean {
  const agents = mentions.slice(from, to).filter((mention) => mention.kind === 'agent');
  return agents.length > 0;
}

/** A title or a heading names the procedure; it does not tell that it was done. */
function isTitle(read: ReadSentence, act: Act): boolean {
  if (!act.nominal) return false;
  const { passage } = read.sentence;
  const short = read.sentence.mentions.length <= 8;
  const amount = read.sentence.mentions.some(
    (mention) => mention.kind === 'measure' && ['volume', 'mass', 'activity'].includes(mention.dimension),
  );
  const counts = act.groups.some(
    (group) => group.unit === null && (group.quantity !== null || group.relation !== null),
  );
  return passage.block.kind === 'heading' || (short && !amount && !counts);
}

/** "PROCEDURE PERFORMED: Intralesional vinblastine.", "AGENT: vinblastine" under an intralesional title. */
function isNamedProcedure(context: Context, read: ReadSentence): boolean {
  const { passage } = read.sentence;
  if (passage.kind !== 'procedure' && passage.block.kind !== 'heading' && passage.kind !== 'header') return false;
  if (passage.day !== 'today' || context.ownCode.has(passage.sectionIndex)) return false;
  if (
    read.sentence.mentions.some((mention) =>
      ['negation', 'future', 'conditional', 'past'].includes(termOf(mention, 'cue')?.value ?? ''),
    )
  )
    return false;
  return (
    agentsOf(read.sentence).length > 0 &&
    (namesIntralesional(read) || (context.intralesional && passage.kind === 'procedure'))
  );
}

function titleAct(read: ReadSentence): Act {
  const [agent] = agentsOf(read.sentence);
  return {
    sentence: read.sentence,
    at: agent?.at ?? 0,
    span: agent?.span ?? read.sentence.span,
    role: 'inject',
    disposition: 'injected',
    strength: 'weak',
    nominal: true,
    status: 'performed',
    cue: 'named in the record of the procedure',
    groups: [],
    tags: ['title'],
  };
}

/** Lists count only where what was injected into them is known, or plainly an injection. */
function isGiven(context: Context, list: LesionList): boolean {
  const [first] = list.sentences;
  if (!first) return false;
  if (context.ownCode.has(first.sentence.passage.sectionIndex)) return false;
  const related = [...(list.intro ? [list.intro] : []), ...list.sentences];
  if (list.agent === null && related.some(({ sentence }) => numbs(sentence) || hasOwnCodeAgent(sentence))) return false;
  if (
    related.some(({ sentence }) => otherTarget(sentence.mentions, 0, sentence.mentions.length)) &&
    !context.intralesional
  )
    return false;
  return true;
}

/** In which words an act or its absence says that today's injection did not take place; `null` where none does. */
function cancels(context: Context, read: ReadSentence, act: Act): string | null {
  const { passage } = read.sentence;
  if (!isCurrent(context.document, read) && passage.kind !== 'plan') return null;
  if (passage.day !== 'today') return null;
  const hasCount = act.groups.some(
    (group) => group.unit === null && (group.quantity !== null || group.labels.length > 0 || group.sites.length > 0),
  );
  if (act.role === 'inject' && act.status === 'negated' && !hasCount) return 'the note says that it was not injected';
  if (act.role === 'exclude' && act.disposition === 'deferred') {
    const { mentions } = read.sentence;
    const about = mentions.some(
      (mention) =>
        termOf(mention, 'act')?.value === 'inject' ||
        mention.kind === 'agent' ||
        termOf(mention, 'noun')?.tags.includes('shot'),
    );
    return about ? 'the note says that the injection was put off or declined' : null;
  }
  if (act.role === 'exclude' && act.tags.includes('negated') && !hasCount) return 'the note says that it was not given';
  return null;
}

/** The passage and section a treatment stands in, to look for what belongs to it. */
export function near(a: Passage, b: Passage): boolean {
  return a.sectionIndex === b.sectionIndex;
}

export function hasListAhead(read: ReadSentence): boolean {
  const last = read.sentence.mentions[read.sentence.mentions.length - 1];
  return isMark(last, ':');
}

export type { NamedAgent };
