import { termOf } from '../lexicon/mention';
import type { Act, ReadSentence } from './acts';
import { agentsOf } from './agents';
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

export function titleAct(read: ReadSentence): Act {
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
