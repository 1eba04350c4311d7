import { isVolume, termOf } from '../lexicon/mention';
import type { Act, ReadSentence } from './acts';
import { agentsOf, namesAgent } from './agents';
import type { Sentence } from './sentences';
import { namesIntralesional, type TreatmentContext } from './treatment-context';

/** A title or a heading names the procedure; it does not tell that it was done. */
export function isTitle(read: ReadSentence, act: Act): boolean {
  if (!act.nominal) return false;
  const { passage } = read.sentence;
  const short = read.sentence.mentions.length <= 8;
  const amount = read.sentence.mentions.some(
    (mention) => mention.kind === 'measure' && ['volume', 'mass', 'activity'].includes(mention.dimension),
  );
  const counts = act.groups.some(
    (group) => group.unit === null && (group.quantity !== null || group.relation !== null || group.labels.length > 0),
  );
  // "Injected: [x] Yes": a question that is answered is no title.
  const answered = read.sentence.mentions
    .slice(act.at)
    .some((mention) => mention.kind === 'box' && mention.mark === 'x');
  return passage.block.kind === 'heading' || (short && !amount && !counts && !answered);
}

/** "PROCEDURE PERFORMED: Intralesional vinblastine.", "AGENT: vinblastine" under an intralesional title. */
export function isNamedProcedure(context: TreatmentContext, read: ReadSentence): boolean {
  const { passage } = read.sentence;
  if (!namesAgent(read.sentence)) return false;
  if (passage.kind !== 'procedure' && passage.block.kind !== 'heading' && passage.kind !== 'header') return false;
  if (passage.day !== 'today' || context.ownCode.has(passage.sectionIndex)) return false;
  if (
    read.sentence.mentions.some((mention) =>
      ['negation', 'future', 'conditional', 'past'].includes(termOf(mention, 'cue')?.value ?? ''),
    )
  )
    return false;
  return (
    namesIntralesional(read) ||
    (context.intralesional && passage.kind === 'procedure') ||
    (context.diseased && givesVolume(read.sentence) && isOfInjection(context, read))
  );
}

const givesVolume = ({ mentions }: Sentence): boolean => mentions.some(isVolume);

/** "Inj only. Acne cyst L jaw. … TAC 2.5 mg/cc 0.05 cc": the entry says what it is the record of. */
const isOfInjection = ({ sentences }: TreatmentContext, read: ReadSentence): boolean => {
  return sentences
    .slice(Math.max(0, read.place - 5), read.place)
    .some(
      (other) =>
        other.sentence.passage === read.sentence.passage &&
        other.acts.some((act) => act.role === 'inject' && act.strength === 'strong' && isTold(act)),
    );
};

const isTold = ({ status }: Act): boolean => status === 'mention' || status === 'performed';

export function titleAct(read: ReadSentence): Act {
  const [agent] = agentsOf(read.sentence);
  const { span, passage } = read.sentence;
  const named = agent?.span ?? span;
  return {
    at: agent?.at ?? 0,
    span: { start: named.start - passage.offset, end: named.end - passage.offset },
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

/**
 * A form of the procedure that is filled in: fields for the drug, the lesions and the amount, without a verb.
 *
 * "Drug: [x] triamcinolone 5 mg/mL", "Lesions: 4 (…)", "Volume: 1.1 mL" under PROCEDURE tell what was given.
 */
export function filledForms(context: TreatmentContext): ReadSentence[] {
  const sections = new Map<number, { drug: ReadSentence | null; counts: boolean; amount: boolean }>();
  for (const read of context.sentences) {
    const { passage, mentions, index } = read.sentence;
    const label = passage.label?.text ?? '';
    if (passage.section !== 'procedure' || passage.day !== 'today' || index > 0 || label === '') continue;
    if (context.ownCode.has(passage.sectionIndex) || mentions.some((mention) => termOf(mention, 'cue'))) continue;
    const form = sections.get(passage.sectionIndex) ?? { drug: null, counts: false, amount: false };
    sections.set(passage.sectionIndex, form);
    if (drugField.test(label) && namesAgent(read.sentence)) form.drug ??= read;
    if (lesionField.test(label) && read.groups.some(({ quantity }) => quantity?.kind === 'exact')) form.counts = true;
    if (mentions.some(isVolume)) form.amount = true;
  }
  return [...sections.values()].flatMap(({ drug, counts, amount }) => (drug && counts && amount ? [drug] : []));
}

const drugField = /^(?:drug|agent|med(?:ication)?|product|solution|steroid|injectate)s?\b/i;
const lesionField =
  /^(?:(?:number|no\.?|#) (?:of )?)?(?:lesions?|sites?|areas?|patches|plaques?|nodules?|keloids?|scars?|warts?|papules?|cysts?|tumou?rs?|count)\b|^n$/i;
