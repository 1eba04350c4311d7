import { isMark, isVolume, type Mention, termOf } from '../lexicon/mention';
import { excludes, isInAside } from './act-binding';
import { wordsOf } from './act-status';
import type { Act, ReadSentence } from './acts';
import { agentsOf, hasOwnCodeAgent, type NamedAgent, namesAgent, numbs } from './agents';
import type { Group } from './groups';
import { isAmount } from './items';
import { itemsOf } from './list-entries';
import { clauseEnd, clauseStart, type Sentence } from './sentences';
import { namesIntralesional, otherTarget, type TreatmentContext } from './treatment-context';

/** Whether an act that was done is an injection of an agent into lesions. */
export function qualifies(context: TreatmentContext, read: ReadSentence, act: Act): boolean {
  const { sentence } = read;
  const { mentions } = sentence;
  const start = clauseStart(mentions, act.at);
  const end = clauseEnd(mentions, act.at);
  // "trigger points, which were palpable, were each injected": what is told in between parts no subject from its act.
  const whole = termOf(mentions[start - 1], 'cue')?.value === 'but' && wordsOf(sentence, start - 1) === 'which';
  if (otherTarget(mentions, whole ? 0 : start, end)) return false;
  const agents = agentsOf(sentence).filter((agent) => agent.at >= start && agent.at < end);
  const anyAgent = agents.length > 0 || (act.strength === 'weak' && hasAgentNear(context, read));
  if (!anyAgent && (numbs(sentence) || hasOwnCodeAgent(sentence))) return false;
  // "Botox for …. Each axilla was injected in 15 sites.": what it was stands in the sentence before.
  if (!anyAgent && !context.agentNamed && isNear(context, read, hasOwnCodeAgent)) return false;
  // "The lesions were infiltrated and excised": what is infiltrated without a drug and then cut out was numbed.
  if (!anyAgent && read.acts.some((other) => isCutOut(read, act, other))) return false;
  if (!anyAgent && !context.agentNamed && isNumbedAndCut(context, read)) return false;
  if (!anyAgent && (namesForeignAgent(mentions, start, end) || isOfAnotherDrug(sentence, act))) return false;
  const steroid = agents.length > 0 && agents.every((agent) => agent.class === 'corticosteroid');
  const diseased = steroid ? context.steroidDiseased : context.diseased;
  const lesion =
    act.tags.includes('share') || act.groups.some((group) => namesLesion({ ...context, diseased }, group.noun));
  const counted = act.groups.some(
    (group) => group.unit === null && (group.quantity !== null || group.relation !== null || group.labels.length > 0),
  );
  const placed = act.groups.some((group) => group.sites.length > 0);
  // "Injected T1 0.3 mL, T2 0.3 mL": what the note described as its lesions, under their names.
  const byName = act.groups.some(
    (group) => group.labels.length > 0 && group.labels.every((one) => context.names.has(one)),
  );
  const named = act.tags.includes('intralesional') || namesIntralesional(read);
  if (context.ownCode.has(sentence.passage.sectionIndex) && !named) return false;
  // "methotrexate injection weekly": a habit, not an injection of today.
  const habit = mentions.slice(start, end).some((mention) => termOf(mention, 'cue')?.value === 'habit');
  if (habit && !named && !lesion) return false;
  if (act.strength === 'strong') {
    if (named) return true;
    if (byName && mentions.some(isAmount)) return true;
    if (lesion) {
      return anyAgent || context.intralesional || context.agentNamed || hasVolumeNear(context, read, false);
    }
    if (refersToLesions(context, read, act)) return true;
    // "Nine were injected.": counted without a noun, beside the drug, in an addendum or in an answer.
    const drug = sentence.kind === 'addendum' ? context.agentNamed : hasAgentNear(context, read);
    if (!act.nominal && counted && drug && (diseased || context.intralesional)) return true;
    // A steroid beside lesions that were only looked at may have gone into a joint; a cytostatic goes into them.
    const seen = context.seen && counted && agents.every((agent) => agent.class !== 'corticosteroid');
    if (anyAgent)
      return (
        context.intralesional ||
        leadsToList(read) ||
        ((diseased || seen) && !placedInJoint(act, agents) && !isOfSomethingElse(sentence, act))
      );
    if (context.diseased && isAnswered(read, act) && hasAgentNear(context, read)) return true;
    return context.intralesional && (counted || placed);
  }
  // "Procedure charge entered: 11900": what was done with a code.
  if (mentions.some((mention) => mention.kind === 'code') && !mentions.some(isAmount)) return false;
  // "Given: eight keloids, 3.1 mL altogether": the drug was named where it was made ready.
  if (lesion && counted && context.agentNamed && !numbs(sentence) && mentions.some(isAmount)) return true;
  const late = sentence.kind === 'addendum' && (lesion || (counted && context.agentNamed));
  if (act.tags.includes('lesions-only') && !(lesion && counted)) return false;
  if (act.tags.includes('target')) {
    // "treated", "received": who or what is treated must be lesions, and something must have been injected.
    if (mentions.slice(start, end).some((mention, i) => excludes(mention) && !isInAside(mentions, start + i)))
      return false;
    if (otherTarget(mentions, 0, mentions.length) && !named) return false;
    if (!anyAgent && isWithSomethingElse(sentence, act)) return false;
    return (
      (lesion || counted || placed) &&
      (anyAgent || context.intralesional || hasVolumeNear(context, read) || (late && context.diseased)) &&
      !isShared(act)
    );
  }
  if (anyAgent && context.diseased && intoIt.test(clauseText(sentence, start, end))) return true;
  return (
    (anyAgent || context.intralesional) &&
    (lesion ||
      (placed && (context.intralesional || counted)) ||
      (counted && (named || (anyAgent && context.diseased))) ||
      (named && anyAgent))
  );
}

/** "put into the middle of it": the lesion that was spoken of. */
const intoIt = /\b(?:into|in) (?:the [a-z]+ of )?(?:it|them)\b/i;

function clauseText({ mentions, passage }: Sentence, start: number, end: number): string {
  return (
    passage.text.slice(mentions[start]?.start ?? 0, mentions[end - 1]?.end ?? 0) +
    passage.text.slice(mentions[end - 1]?.end ?? 0).slice(0, 12)
  );
}

function isCutOut(read: ReadSentence, act: Act, other: Act): boolean {
  if (other.role !== 'exclude' || other.disposition !== 'excised') return false;
  return other.at > act.at || termOf(read.sentence.mentions[act.at - 1], 'prep')?.value === 'after';
}

/** "site" and "area" stand for a lesion only where the note speaks of one. */
export const namesLesion = ({ diseased, intralesional }: TreatmentContext, noun: Group['noun']): boolean =>
  noun?.tags.includes('lesion') === true && (!noun.tags.includes('weak') || diseased || intralesional);

/** The sentences around, in the same section, say what was drawn up. */
const hasAgentNear = (context: TreatmentContext, read: ReadSentence): boolean =>
  !numbs(read.sentence) &&
  isNear(context, read, (sentence) => namesAgent(sentence) && (sentence === read.sentence || !isWeighed(sentence)));

/** "Discussed interferon", "Previously injected with Kenalog": spoken of, and not drawn up today. */
const isWeighed = ({ mentions }: Sentence): boolean =>
  ['conditional', 'negation', 'past'].includes(termOf(mentions[0], 'cue')?.value ?? '');

/** "Excision of 3 lesions. Lesion 1 injected with lidocaine, lesion 2 injected with 1 cc": what numbs goes into all. */
function isNumbedAndCut(context: TreatmentContext, read: ReadSentence): boolean {
  const { sectionIndex } = read.sentence.passage;
  return (
    isNear(context, read, numbs) &&
    context.sentences.some(
      ({ sentence, acts }) =>
        sentence.passage.sectionIndex === sectionIndex &&
        acts.some((act) => act.role === 'exclude' && act.disposition === 'excised'),
    )
  );
}

/** True of a sentence around, in the same section. */
function isNear(context: TreatmentContext, read: ReadSentence, holds: (sentence: Sentence) => boolean): boolean {
  const at = read.place;
  return context.sentences
    .slice(Math.max(0, at - 4), at + 4)
    .some(({ sentence }) => sentence.passage.sectionIndex === read.sentence.passage.sectionIndex && holds(sentence));
}

/** "Treated: see map. Usual mix, 2.5 mL given.": an amount was given to lesions of a disease that is injected. */
function hasVolumeNear(context: TreatmentContext, read: ReadSentence, needsDisease = true): boolean {
  if (needsDisease && !context.diseased) return false;
  const at = read.place;
  return context.sentences
    .slice(Math.max(0, at - 3), at + 4)
    .some(
      ({ sentence }) =>
        sentence.passage.sectionIndex === read.sentence.passage.sectionIndex &&
        !numbs(sentence) &&
        sentence.mentions.some(isVolume),
    );
}

/** "all 3", "both", "each of them" behind a sentence that speaks of lesions. */
function refersToLesions(context: TreatmentContext, read: ReadSentence, act: Act): boolean {
  const refers = (group: Group): boolean =>
    group.unit === null && group.relation !== null && group.relation !== 'total' && !isOfPlaces(read.sentence, group);
  if (!act.groups.some(refers)) return false;
  const at = read.place;
  return context.sentences
    .slice(Math.max(0, at - 2), at + 1)
    .some((other) => other.groups.some((group) => group.noun?.tags.includes('lesion')));
}

/** "both heels", "each of the wrists": what is spoken of are the places themselves. */
function isOfPlaces({ mentions }: Sentence, group: Group): boolean {
  if (group.noun !== null) return false;
  if (group.sites.length === 0) return mentions.slice(0, group.first).some((mention) => mention.kind === 'site');
  const from = mentions.findIndex((mention, at) => at >= group.first && mention.kind === 'relation');
  const named = mentions
    .slice(from + 1, group.last)
    .find((mention) => !['det', 'side', 'place'].includes(mention.kind) && termOf(mention, 'prep')?.value !== 'of');
  // "wrist and elbow each"
  const before = mentions.slice(group.first, from).some((mention) => mention.kind === 'site');
  return from < 0 || before || named?.kind === 'site';
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

/** "Injected: [x] Yes", "Number injected: 4": a form that asks and is answered. */
function isAnswered(read: ReadSentence, act: Act): boolean {
  const { mentions } = read.sentence;
  const colon = mentions.findIndex((mention) => isMark(mention, ':'));
  if (colon < 0 || act.at > colon || colon > 3) return false;
  return mentions
    .slice(colon + 1)
    .some((mention) => (mention.kind === 'box' && mention.mark === 'x') || mention.kind === 'quantity');
}

/** "0.1 mL deposited at each": a share of a dose, told by another act already. */
const isShared = (act: Act): boolean =>
  act.groups.length > 0 &&
  act.groups.every((group) => group.relation === 'each' && group.noun === null && group.quantity === null);

/** "Ethanol was injected into the nodule": words the lexicon does not know are the subject, the lesion is where it went. */
function isOfAnotherDrug(sentence: Sentence, act: Act): boolean {
  const aux = sentence.mentions[act.at - 1];
  if (act.nominal || aux?.kind !== 'aux' || aux.skipped === 0) return false;
  return act.groups.length > 0 && act.groups.every((group) => group.first > act.at);
}

/** "The heel spur was injected": the subject is a thing that the lexicon does not know, which is no lesion. */
function isOfSomethingElse({ mentions }: Sentence, act: Act): boolean {
  const aux = mentions[act.at - 1];
  return !act.nominal && aux?.kind === 'aux' && aux.skipped > 0;
}

/** "treated with TCA": what stands behind "with" is a thing that the lexicon does not know. */
function isWithSomethingElse({ mentions, passage }: Sentence, act: Act): boolean {
  const prep = mentions[act.at + 1];
  if (termOf(prep, 'prep')?.value !== 'with' || prep?.skipped !== 0) return false;
  const behind = passage.text.slice(prep.end, mentions[act.at + 2]?.start ?? prep.end + 40);
  return /^\s*[a-z]/i.test(behind) && !/\b(?:same|usual|mix|mixture|solution|this|it|above|agent|drug)\b/i.test(behind);
}

/** A drug in the act's own words that is none of the agents: a dye, a contrast, a diluent alone. */
function namesForeignAgent(mentions: readonly Mention[], from: number, to: number): boolean {
  const agents = mentions.slice(from, to).filter((mention) => mention.kind === 'agent');
  return agents.length > 0;
}
