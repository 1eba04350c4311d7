import { type Mention, termOf } from '../lexicon/mention';
import type { BlockReading } from '../lexicon/read';
import { kept } from '../note/kept';
import type { Span } from '../note/span';
import { endsStep, type Steps } from '../note/steps';
import type { Passage } from './document';
import { type ElementCue, elementCues } from './element-cues';
import {
  type CueSentence,
  cueSentences,
  firstPart,
  hasContent,
  isNegated,
  lastPart,
  silent,
} from './element-sentences';
import { isHomeCare } from './home-care';
import { Phrases } from './phrases';
import { kindAt, spanIn } from './sentences';

const plans: ReadonlySet<Passage['kind']> = new Set(['plan', 'assessment-plan']);

/** True when a list item of a plan speaks of the injection and not of another problem. */
function ownItem(passage: Passage, injected: ReadonlySet<string>): boolean {
  const { mentions } = passage.reading;
  const speaksOfInjection = mentions.some((mention: Mention) => {
    const act = termOf(mention, 'act');
    return act?.value === 'inject' || termOf(mention, 'route')?.value === 'intralesional' || mention.kind === 'agent';
  });
  if (speaksOfInjection) return true;
  const other = mentions.some((mention) => {
    const noun = termOf(mention, 'noun');
    return noun?.tags.includes('disease') === true && !injected.has(noun.value);
  });
  const head = /^[A-Za-z][\w /()'-]{3,60}?(?::|,| - | -- )/.exec(passage.text);
  const names = mentions.some((mention) => {
    const noun = termOf(mention, 'noun');
    return noun !== null && (noun.tags.includes('lesion') || injected.has(noun.value));
  });
  // "Warm soaks, loose bra": what heads the item is care itself, and no other problem.
  const cares = elementCues(passage.reading).some(
    (cue) => cue.value === 'aftercare' && cue.tag === 'care' && cue.start <= 12,
  );
  return !other && (names || cares || passage.block.marker === null || head === null);
}

/** Instructions for the time after the injection. */
export function* aftercareSteps(passages: readonly Passage[], injected: ReadonlySet<string>): Steps<Span[]> {
  const spans: Span[] = [];
  for (const [index, passage] of passages.entries()) {
    if (endsStep(index)) yield;
    if (passage.day !== 'today') continue;
    if (passage.kind === 'aftercare') {
      if (hasContent(passage)) spans.push({ start: passage.offset, end: passage.block.end });
      continue;
    }
    const { homeCare, instructions } = careIn(passage.reading);
    if (homeCare.length === 0 && instructions.length === 0) continue;
    const care = silent.has(passage.kind) && !tellsOfInjection(passage);
    const inPlan = plans.has(passage.kind) || plans.has(passage.section);
    const item = inPlan || passage.block.marker !== null || passage.block.label !== null;
    const skip = item && !ownItem(passage, injected);
    if (!skip && mayInstruct(passage)) for (const span of homeCare) spans.push(spanIn(passage, span));
    for (const { cue, sentence } of instructions) {
      const kind = kindAt(passage, sentence);
      if (care || (silent.has(kind) && kind !== passage.kind)) continue;
      if (cue.tag !== 'strong' && skip) continue;
      // A medicine in a field of the note's head was given, whatever else is said of it.
      if (cue.tag === 'medicine' && kind === 'header' && passage.label !== null) continue;
      spans.push(spanIn(passage, cue));
    }
  }
  return spans;
}

/** An assessment or a finding that goes on with the injection goes on with what follows it too. */
const tellsOfInjection = ({ kind, reading }: Passage): boolean =>
  (kind === 'exam' || kind === 'assessment') &&
  reading.mentions.some((mention) => mention.kind === 'agent' || termOf(mention, 'act')?.value === 'inject');

/** What is to be done at home is told under findings and diagnoses too, where these head the whole note. */
const mayInstruct = ({ kind }: Passage): boolean => !silent.has(kind) || kind === 'exam' || kind === 'assessment';

/** What a block's text alone says of the time after the injection, from the start of that text. */
interface Care {
  /** The clauses that say what to do at home. */
  readonly homeCare: readonly Span[];
  /** The phrases that instruct, each with the index of its sentence. */
  readonly instructions: readonly { readonly cue: ElementCue; readonly sentence: number }[];
}

const careIn = kept((reading: BlockReading): Care => {
  const sentences = cueSentences(reading);
  return {
    homeCare: sentences.flatMap(homeCareOf),
    instructions: sentences.flatMap((read) =>
      read.cues
        .filter(
          (cue) =>
            cue.value === 'aftercare' &&
            !isNegated(read, cue) &&
            (cue.tag === 'strong' ? !isForeignTeaching(read, cue) : instructs(read, cue)),
        )
        .map((cue) => ({ cue, sentence: read.index })),
    ),
  };
});

function homeCareOf({ words, start }: CueSentence): Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const clause of words.split(/[.;,:\n]/)) {
    if (isHomeCare(clause)) {
      const from = start + at;
      spans.push({ start: from + clause.length - clause.trimStart().length, end: from + clause.trimEnd().length });
    }
    at += clause.length + 1;
  }
  return spans;
}

const otherTeaching = new Phrases(
  'consent (form|) handout',
  'medication guide',
  '(biologic|isotretinoin|vaccin*|diet|smoking|website|preprocedure|preop)',
  'before the',
  'pre (procedure|op)',
);

/** A consent form's sheet, a handout on another subject. */
function isForeignTeaching({ words, start }: CueSentence, cue: ElementCue): boolean {
  return otherTeaching.in(words.slice(Math.max(0, cue.start - start - 40), cue.end - start + 40));
}

const put = new Phrases('(applied|placed|was used|were used|put on|given in clinic)');
const soFar = new Phrases('(since|tried|failed|worn|helped|has used|had used|used until|used for)');
const usedUp = new Phrases('(used|worn|tried|in use)');
const atHome = new Phrases('(daily|bid|nightly|tonight|at home|tomorrow)');
const riskTalk = new Phrases(
  '(applied|placed|dressed with|covered with|risk|risks|including|consent|possible|discussed)',
);
const asked = new Phrases('(daily|bid|tonight|at home|tomorrow|told|instructed|advised|keep)');
const toldOf = new Phrases('(was|were|had been|has been|previously|tried|using|uses|continue|continues|failed)');
const beforehand = new Phrases('(prior to|before) (the|) (injection|procedure)');
const taken = new Phrases('(had|took|used|tried|got|felt)');
const dispensed = new Phrases('(given|taken|took|administered|allerg*|on|continue)');
const givenHere = new Phrases('(given|administered|taken|applied|before)');
const asHistory = new Phrases('(if|when) (he|she|they|the patient|pt) (had|was|were)');
const tells = new Phrases(
  '(instruct*|told|teach*|taught|advis*|counsel*|educat*|warn*|caution*|direct*|remind*)',
  '(was|were) (told|advised|instructed)',
);
const toDo = new Phrases(
  '(her|him|them|pt|patient|the patient|parent|mother|) (to|that|on|about|of|not|re|regarding|for|in)',
);
const otherAdvice = new Phrases(
  '(smok*|diet|weight|before the|sunscreen use daily|stop (taking|smoking)|risk|risks|biopsy|imaging|option|options)',
);

function instructs(read: CueSentence, cue: ElementCue): boolean {
  const { words, start } = read;
  const before = words.slice(0, cue.start - start);
  const behind = words.slice(cue.end - start);
  if (asHistory.in(words)) return false;
  if (cue.tag === 'care') {
    const next = firstPart(behind, '.;,').slice(0, 50);
    // "done / skip / void": a word of a key tells nobody what to leave out.
    if (/^(?:skip|avoid)/.test(words.slice(cue.start - start, cue.end - start)) && !/^\w|^[\s:]{1,2}\w/.test(behind))
      return false;
    // "Ice applied", "vaseline and bandage applied": what was done here; "may bruise" in a talk on risks.
    if (soFar.in(next) || usedUp.open(next)) return false;
    if (put.in(next) && !atHome.in(next)) return false;
    const asks = /^(?:call|phone|come|go|return|send|seek)/.test(words.slice(cue.start - start));
    if (!asks && riskTalk.in(lastPart(before, '.;').slice(-70)) && !asked.in(words)) return false;
    return !toldOf.close(lastPart(before, '.;,')) && !beforehand.in(words);
  }
  if (cue.tag === 'medicine') {
    if (read.cues.some((other) => other.value === 'aftercare-before')) return false;
    // "Had chills after the first, none with acetaminophen": what was taken then.
    if (taken.in(before) && !tells.in(before)) return false;
    if (dispensed.in(lastPart(before, '.;').slice(-30)) || givenHere.in(firstPart(behind, '.;,').slice(0, 30)))
      return false;
    return read.cues.some(
      (other) => other.value === 'aftercare-time' || (other.value === 'aftercare' && other.tag === 'instruct'),
    );
  }
  // "Told to …", "instructed on …": an instruction where what follows is a thing to do.
  const own = words.slice(cue.start - start, cue.end - start);
  if (!tells.in(own)) return false;
  const goesOn = toDo.open(behind) || /^\s?:/.test(behind) || /\b(?:to|that|on|about|of)$/.test(own);
  return goesOn && !otherAdvice.in(words);
}
