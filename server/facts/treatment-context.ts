import { isMark, type Mention, termOf } from '../lexicon/mention';
import { bits } from '../lexicon/mention-kinds';
import type { Term } from '../lexicon/term';
import type { ReadSentence } from './acts';
import type { NoteDocument, Passage } from './document';
import { sectionStatus } from './section-status';
import type { Sentence, Stretch } from './sentences';

/** What the whole note says that bears on each of its acts. */
export interface TreatmentContext {
  readonly document: NoteDocument;
  readonly intralesional: boolean;
  /** A disease of the skin that is treated by injection is named as today's. */
  readonly diseased: boolean;
  /** One of those diseases is treated with steroids. */
  readonly steroidDiseased: boolean;
  /** Such a disease is named in the examination. */
  readonly seen: boolean;
  /** An agent that goes into lesions is named as today's somewhere. */
  readonly agentNamed: boolean;
  readonly sentences: readonly ReadSentence[];
  /** The names under which the note describes lesions. */
  readonly names: ReadonlySet<string>;
  /** Sections that inject something with a code of its own: a joint, a nerve, a vein. */
  readonly ownCode: ReadonlySet<number>;
}

export function isCurrent(document: NoteDocument, read: ReadSentence): boolean {
  return sectionStatus(document, read.sentence) === null || read.sentence.kind === 'complaint';
}

/** A disease is named in the sentence. */
export const namesDisease = ({ kinds, mentions }: Stretch): boolean =>
  (kinds & bits.noun) !== 0 && mentions.some((mention) => termOf(mention, 'noun')?.tags.includes('disease'));

/** The diseases that a sentence names; "GA" in the field of the anesthesia, or what is done "under GA", is none. */
export function diseasesOf({ own, passage: { label, title } }: Sentence): readonly Term[] {
  if (!namesDisease(own)) return [];
  const numbing = /\ban(?:a)?esthe/i.test(label?.text ?? title);
  return own.mentions.flatMap((mention, at) => {
    const term = termOf(mention, 'noun');
    if (!term?.tags.includes('disease')) return [];
    const short = mention.end - mention.start === 2;
    return short && (numbing || termOf(own.mentions[at - 1], 'bound') !== null) ? [] : [term];
  });
}

export function namesIntralesional(read: ReadSentence): boolean {
  const { label, text } = read.sentence.passage;
  // "ILK - inflamed cysts": the label names the route.
  return (
    saysIntralesional(read.sentence.mentions, text) ||
    (label?.kind === 'procedure' && saysIntralesional(label.reading.mentions, label.text))
  );
}

/** "Intralesional Injection" over the record of the procedure. */
export const headsIntralesional = ({ day, kind, block, label }: Passage): boolean =>
  day === 'today' &&
  kind === 'procedure' &&
  block.kind === 'heading' &&
  label !== null &&
  saysIntralesional(label.reading.mentions, label.text) &&
  !otherTarget(label.reading.mentions, 0, label.reading.mentions.length);

function saysIntralesional(mentions: readonly Mention[], text: string): boolean {
  return mentions.some((mention) => {
    if (termOf(mention, 'route')?.value === 'intralesional') return true;
    if (termOf(mention, 'act')?.tags.includes('intralesional')) return true;
    if (mention.kind !== 'agent') return false;
    const words = text.slice(mention.start, mention.end);
    return mention.term.value === 'talimogene laherparepvec' || /^il[- ]?[a-z5]/i.test(words);
  });
}

/** A route or a target that takes an injection out of this subject. */
export function otherTarget(mentions: readonly Mention[], from: number, to: number): boolean {
  return mentions.slice(from, to).some((mention, index) => {
    const route = termOf(mention, 'route');
    if (!route?.tags.includes('not-lesion') || route.value === 'topical' || route.value === 'oral') return false;
    // "After a digital nerve block, bleomycin was injected": what numbed it is not what was injected.
    if (precedes(mentions, from + index)) return false;
    // A wound is a target only where the needle goes into it; "wound care" is not.
    return route.value !== 'wound' || leadsInto(mentions, from + index);
  });
}

/** A title names a procedure without a verb. */
const isTitleLine = ({ index, mentions }: Sentence): boolean =>
  index === 0 && !mentions.some((mention) => mention.kind === 'aux');

/** "after", "following" stand right before it. */
function precedes(mentions: readonly Mention[], at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - 3; i -= 1) {
    if (termOf(mentions[i], 'prep')?.value === 'after') return true;
    if (!['det', 'side', 'site', 'place'].includes(mentions[i]?.kind ?? '')) return false;
  }
  return false;
}

function leadsInto(mentions: readonly Mention[], at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - 3; i -= 1) {
    const prep = termOf(mentions[i], 'prep')?.value;
    if (prep === 'into' || prep === 'on') return true;
    if (mentions[i]?.kind === 'mark') break;
  }
  return termOf(mentions[at + 1], 'act') !== null || mentions[at + 1]?.kind === 'aux';
}

const namesInjection = ({ acts }: Pick<ReadSentence, 'acts'>): boolean =>
  acts.some((act) => act.role === 'inject' && act.nominal);

const joint = /^(?:knees?|shoulders?|hips?|elbows?|wrists?|ankles?|heels?)$/i;

/** "Right knee steroid injection" as the title of a procedure: into the joint, where no lesion is named. */
function isOfJoint({ sentence, acts }: ReadSentence): boolean {
  const { mentions, passage } = sentence;
  return (
    isTitleLine(sentence) &&
    namesInjection({ acts }) &&
    mentions.some((mention) => mention.kind === 'site' && joint.test(passage.text.slice(mention.start, mention.end))) &&
    !mentions.some((mention) => termOf(mention, 'noun')?.tags.includes('lesion'))
  );
}

const goesIntoLesion = ({ acts }: ReadSentence): boolean =>
  acts.some(
    (act) =>
      act.role === 'inject' &&
      act.groups.some(({ noun }) => noun?.tags.includes('lesion') === true && !noun.tags.includes('weak')),
  );

export function ownCodeSections(sentences: readonly ReadSentence[], diseased: boolean): ReadonlySet<number> {
  const found = new Set<number>();
  for (const read of sentences) {
    const { sentence } = read;
    const { passage } = sentence;
    if (passage.kind === 'procedure' && passage.day === 'today' && isOfJoint(read)) {
      const own = sentences.filter((other) => other.sentence.passage.sectionIndex === passage.sectionIndex);
      if (!own.some(goesIntoLesion)) found.add(passage.sectionIndex);
    }
    const routes = passage.label ? [...passage.label.reading.mentions, ...sentence.mentions] : sentence.mentions;
    if (!routes.some((mention) => termOf(mention, 'route'))) continue;
    const titled = passage.label !== null && passage.kind === 'procedure' && isTitleLine(sentence);
    // "Bronchoscopy: …", "Piriformis injection.": the first words name the procedure of their paragraph.
    const leads = termOf(sentence.mentions[0], 'route') && isMark(sentence.mentions[1], ':');
    const opens = sentence.index === 0 && (leads || (isTitleLine(sentence) && namesInjection(read)));
    const heads = passage.block.kind === 'heading' || titled || opens;
    // What is cut and closed is a wound; a lesion beside it may be injected.
    const terms = routes.flatMap((mention) => termOf(mention, 'route') ?? []).filter(({ value }) => value !== 'wound');
    const tags = terms.flatMap((term) => term.tags);
    const treated = sentence.kind !== 'history' && passage.day === 'today';
    const today = passage.day === 'today';
    const named = namesDisease(sentence.own);
    const alone = heads && treated && (!diseased || named) && tags.includes('own-code');
    if (alone || (today && !diseased && tags.includes('own-disease'))) {
      // Nothing else is there to inject: the note is about this disease or this procedure alone.
      return new Set(sentences.map((read) => read.sentence.passage.sectionIndex));
    }
    if (tags.includes('own-disease') ? treated : heads && tags.includes('own-code')) found.add(passage.sectionIndex);
  }
  return found;
}
