import type { ReadSentence } from './acts';
import type { AgentFinder } from './agent-finder';
import { hasOwnCodeAgent, namesAgent, numbs } from './agents';
import type { LesionList } from './lists';
import { namesLesion } from './qualifying';
import { otherTarget, type TreatmentContext } from './treatment-context';

/** The last product named before is one with a code of its own: a filler, botulinum toxin. */
function followsOwnCode(context: TreatmentContext, read: ReadSentence): boolean {
  const at = read.place;
  const before = context.sentences
    .slice(Math.max(0, at - 8), at + 1)
    .findLast((other) => namesAgent(other.sentence) || hasOwnCodeAgent(other.sentence));
  return before !== undefined && hasOwnCodeAgent(before.sentence);
}

/** A list without an agent of its own or of its intro was given what the section gives. */
export function withAgents(list: LesionList, finder: AgentFinder): LesionList {
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

/** "abdomen: nothing given" is one row's affair. */
function isLeftOut({ items }: LesionList, { sentence }: ReadSentence): boolean {
  const own = items.filter((item) => item.sentence === sentence);
  return own.length > 0 && own.every(({ excluded }) => excluded !== null);
}

/** Lists count only where what was injected into them is known, or plainly an injection. */
export function isGiven(context: TreatmentContext, list: LesionList): boolean {
  const [first] = list.sentences;
  if (!first) return false;
  if (context.ownCode.has(first.sentence.passage.sectionIndex) || followsOwnCode(context, first)) return false;
  const leads = list.intro?.sentence.passage.text.trimEnd().endsWith(':') ? [list.intro] : [];
  const related = [...leads, ...list.sentences].filter((read) => read !== null);
  const injections = related
    .filter((read) => !isLeftOut(list, read))
    .flatMap((read) => read.acts.filter((act) => act.role === 'inject'));
  if (injections.some((act) => undone.has(act.status)) && !injections.some((act) => act.status === 'performed'))
    return false;
  // Vaccines and skin tests are given without a lesion; only a lesion makes them intralesional.
  const lesions =
    list.items.some((item) => namesLesion(context, item.noun)) ||
    related.some((read) => read.groups.some((group) => namesLesion(context, group.noun)));
  // "Injected: T1 0.3 mL, T2 0.3 mL", where the note describes lesions by these names.
  const named =
    injections.some((act) => act.status === 'performed') &&
    list.items.some(
      ({ labels, dose }) => dose !== null && labels.length > 0 && labels.every((one) => context.names.has(one)),
    );
  // A vaccine or an antigen that is split among places of a disease goes into its lesions.
  const split = context.diseased && list.items.filter(({ dose }) => dose !== null).length > 1;
  if (
    !context.intralesional &&
    !lesions &&
    !named &&
    !split &&
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
