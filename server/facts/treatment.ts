import { isMark, type Mention, termOf } from '../lexicon/mention';
import type { Evidence } from '../note/span';
import { type Act, type ReadSentence, readSentences, sectionStatus } from './acts';
import { AgentFinder } from './agent-finder';
import { agentsOf, hasOwnCodeAgent, type NamedAgent, numbs } from './agents';
import type { NoteDocument } from './document';
import { itemsOf, type LesionList, readLists } from './lists';
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
  const diseased = sentences.some(
    (read) =>
      isCurrent(document, read) &&
      read.sentence.mentions.some((mention) => termOf(mention, 'noun')?.tags.includes('disease')),
  );
  const at = new Map(sentences.map((read, index) => [read, index]));
  const context: Context = { document, intralesional, diseased, sentences, at, ownCode: ownCodeSections(sentences) };
  const finder = new AgentFinder(sentences);
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
  const lists = readLists(document, sentences)
    .map((list) => withAgents(list, finder))
    .filter((list) => isGiven(context, list));
  return { sentences, treatments: done, lists, titles, notPerformed, intralesional };
}

interface Context {
  readonly document: NoteDocument;
  readonly intralesional: boolean;
  /** A disease of the skin that is treated by injection is named as today's. */
  readonly diseased: boolean;
  readonly sentences: readonly ReadSentence[];
  /** Where a sentence stands among all. */
  readonly at: ReadonlyMap<ReadSentence, number>;
  /** Sections that inject something with a code of its own: a joint, a nerve, a vein. */
  readonly ownCode: ReadonlySet<number>;
}

function isCurrent(document: NoteDocument, read: ReadSentence): boolean {
  return sectionStatus(document, read.sentence) === null || read.sentence.kind === 'complaint';
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
    return route?.tags.includes('not-lesion') && route.value !== 'topical' && route.value !== 'oral';
  });
}

function ownCodeSections(sentences: readonly ReadSentence[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { sentence } of sentences) {
    const { passage } = sentence;
    const titled = passage.label !== null && passage.kind === 'procedure' && passage.text.length < 80;
    const heads = passage.block.kind === 'heading' || titled;
    const routes = passage.label ? [...passage.label.reading.mentions, ...sentence.mentions] : sentence.mentions;
    const tags = routes.flatMap((mention) => termOf(mention, 'route')?.tags ?? []);
    const treated = sentence.kind !== 'history' && passage.day === 'today';
    if (tags.includes('own-disease') ? treated : heads && tags.includes('own-code')) found.add(passage.sectionIndex);
  }
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
  const anyAgent = agents.length > 0 || (act.strength === 'weak' && hasAgentNear(context, read));
  if (!anyAgent && (numbs(sentence) || hasOwnCodeAgent(sentence))) return false;
  if (!anyAgent && namesForeignAgent(mentions, start, end)) return false;
  const lesion = act.tags.includes('share') || act.groups.some((group) => group.noun?.tags.includes('lesion'));
  const counted = act.groups.some(
    (group) => group.unit === null && (group.quantity !== null || group.relation !== null || group.labels.length > 0),
  );
  const placed = act.groups.some((group) => group.sites.length > 0);
  const named = act.tags.includes('intralesional') || namesIntralesional(read);
  if (context.ownCode.has(sentence.passage.sectionIndex) && !named) return false;
  if (act.strength === 'strong') {
    if (lesion || named) return true;
    if (refersToLesions(context, read, act)) return true;
    if (anyAgent)
      return context.intralesional || leadsToList(read) || (context.diseased && !placedInJoint(act, agents));
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

/** The sentences around, in the same section, say what was drawn up. */
function hasAgentNear(context: Context, read: ReadSentence): boolean {
  if (numbs(read.sentence)) return false;
  const at = context.at.get(read) ?? 0;
  return context.sentences
    .slice(Math.max(0, at - 4), at + 4)
    .some(
      (other) =>
        other.sentence.passage.sectionIndex === read.sentence.passage.sectionIndex &&
        agentsOf(other.sentence).length > 0,
    );
}

/** "all 3", "both", "each of them" behind a sentence that speaks of lesions. */
function refersToLesions(context: Context, read: ReadSentence, act: Act): boolean {
  if (!act.groups.some((group) => group.unit === null && group.relation !== null && group.relation !== 'total'))
    return false;
  const at = context.at.get(read) ?? 0;
  return context.sentences
    .slice(Math.max(0, at - 2), at + 1)
    .some((other) => other.groups.some((group) => group.noun?.tags.includes('lesion')));
}

/** "injected:" before a list, or with the list in the same sentence. */
const leadsToList = (read: ReadSentence): boolean =>
  read.sentence.passage.text.trimEnd().endsWith(':') ||
  (read.sentence.mentions.some((mention) => isMark(mention, ':')) && itemsOf(read).length >= 2);

/** A steroid into a shoulder or a knee is a joint's, unless a lesion is named. */
function placedInJoint(act: Act, agents: readonly NamedAgent[]): boolean {
  if (agents.some((agent) => agent.class !== 'corticosteroid')) return false;
  return act.groups.some((group) =>
    group.sites.some((site) => /shoulder|leg|arm|hand|foot|back|buttock|neck/.test(site)),
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

/** The last product named before is one with a code of its own: a filler, botulinum toxin. */
function followsOwnCode(context: Context, read: ReadSentence): boolean {
  const at = context.at.get(read) ?? 0;
  const before = context.sentences
    .slice(Math.max(0, at - 8), at + 1)
    .findLast((other) => agentsOf(other.sentence).length > 0 || hasOwnCodeAgent(other.sentence));
  return before !== undefined && hasOwnCodeAgent(before.sentence);
}

/** A list without an agent of its own or of its intro was given what the section gives. */
function withAgents(list: LesionList, finder: AgentFinder): LesionList {
  const [first] = list.sentences;
  if (list.agents.length > 0 || !first) return list;
  return { ...list, agents: finder.of(first) };
}

/** Statuses of an act that was not done today. */
const undone: ReadonlySet<string> = new Set([
  'negated',
  'past',
  'planned',
  'conditional',
  'other-person',
  'quoted',
  'template',
]);

/** Lists count only where what was injected into them is known, or plainly an injection. */
function isGiven(context: Context, list: LesionList): boolean {
  const [first] = list.sentences;
  if (!first) return false;
  if (context.ownCode.has(first.sentence.passage.sectionIndex) || followsOwnCode(context, first)) return false;
  const leads = list.intro?.sentence.passage.text.trimEnd().endsWith(':') ? [list.intro] : [];
  const related = [...leads, ...list.sentences].filter((read) => read !== null);
  const injections = related.flatMap((read) => read.acts.filter((act) => act.role === 'inject'));
  if (injections.some((act) => undone.has(act.status)) && !injections.some((act) => act.status === 'performed'))
    return false;
  // Vaccines and skin tests are given without a lesion; only a lesion makes them intralesional.
  const lesions =
    list.items.some((item) => item.noun !== null) ||
    related.some((read) => read.groups.some((group) => group.noun?.tags.includes('lesion')));
  if (
    !context.intralesional &&
    !lesions &&
    (list.agents.every((agent) => agent.class === 'other') || !context.diseased)
  )
    return false;
  if (list.agents.length === 0 && related.some(({ sentence }) => numbs(sentence) || hasOwnCodeAgent(sentence)))
    return false;
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
  const { mentions } = read.sentence;
  const aboutInjection = mentions.some(
    (mention) =>
      termOf(mention, 'act')?.value === 'inject' ||
      mention.kind === 'agent' ||
      termOf(mention, 'noun')?.tags.includes('shot'),
  );
  const lesions = read.groups.some(
    (group) =>
      group.unit === null &&
      (group.labels.length > 0 ||
        group.placed ||
        group.noun !== null ||
        (group.quantity !== null && group.relation !== null)),
  );
  const hasCount = lesions && !(act.role === 'exclude' && act.disposition === 'deferred');
  if (act.role === 'inject' && act.status === 'negated' && !hasCount) return 'the note says that it was not injected';
  if (act.role === 'exclude' && act.disposition === 'deferred' && aboutInjection)
    return 'the note says that the injection was put off or declined';
  if (act.role === 'exclude' && act.tags.includes('negated') && !hasCount) return 'the note says that it was not given';
  return null;
}
