import { type Mention, termOf } from '../lexicon/mention';
import { bits, kindsIn } from '../lexicon/mention-kinds';
import type { BlockReading } from '../lexicon/read';
import { foldText } from '../note/fold';
import { keptIn } from '../note/kept';
import type { Span } from '../note/span';
import type { NoteDocument, Passage } from './document';
import type { Indication } from './model';
import { Phrases } from './phrases';

/** A diagnosis with what tells whether it is the injection's. */
export interface NamedDiagnosis extends Indication {
  /** Canonical noun of the disease, or the diagnosis code. */
  readonly noun: string;
  /** It is itself a lesion that can be injected ("keloid"), not a disease at large ("eczema"). */
  readonly lesion: boolean;
  /** Named as history ("h/o melanoma") or under a heading of history. */
  readonly historical: boolean;
  readonly passage: Passage;
}

const backgroundLabel =
  /^(?:pmh|pmhx|past medical history|past history|medical history|psh|fh|fhx|family history|family|social|social history|soc|sh|allergies|allergy|meds|medications|current medications|ros|review of systems|immunizations|problem list|active problems)$/;
const unheard: ReadonlySet<Passage['kind']> = new Set(['template', 'other-person', 'signature']);

/** Words that are a spread of a cancer only where the note names one: a keloid has satellites too. */
const spreads = /^(?:satellite|deposit)s?$/i;

/** The diagnoses that the note names for its lesions. */
export function readIndications(document: NoteDocument): NamedDiagnosis[] {
  const named = readNamed(document);
  const cancer = named.some(({ benign, name }) => benign === false && !spreads.test(name));
  return cancer ? named : named.filter(({ name }) => !spreads.test(name));
}

function readNamed(document: NoteDocument): NamedDiagnosis[] {
  return document.passages.flatMap((passage) => {
    if (passage.day !== 'today' || unheard.has(passage.kind)) return [];
    const own = diagnosesIn(passage.reading, passage.kind);
    // A title names the disease too: "KELOID INJECTION", "Plantar warts: bleomycin".
    const title = passage.label && passage.block.label;
    const titled = passage.label && title ? diagnosesIn(passage.label.reading, passage.kind) : none;
    if ((own.length === 0 && titled.length === 0) || isBackground(document, passage)) return [];
    return [
      ...titled.map((named) => placed(named, passage, title?.start ?? 0)),
      ...own.map((named) => placed(named, passage, passage.offset)),
    ];
  });
}

function isBackground({ sections }: NoteDocument, { label, kind, sectionIndex }: Passage): boolean {
  if (label !== null) return backgroundLabel.test(foldText(label.text));
  return kind === 'history' && backgroundLabel.test(foldText(sections[sectionIndex]?.title ?? ''));
}

const placed = (named: Omit<NamedDiagnosis, 'passage'>, passage: Passage, offset: number): NamedDiagnosis => ({
  ...named,
  span: { start: offset + named.span.start, end: offset + named.span.end },
  passage,
});

/** The diagnoses of a text in a section of some kind, from the start of that text. */
const diagnosesIn = keptIn(
  (reading: BlockReading, kind: Passage['kind']): readonly Omit<NamedDiagnosis, 'passage'>[] =>
    (kindsIn(reading) & (bits.noun | bits.label | bits.icd)) === 0 ? none : diagnosesOf(reading, kind),
  (before, now) => before === now,
);

const none: readonly never[] = [];

function diagnosesOf({ mentions, text }: BlockReading, kind: Passage['kind']): Omit<NamedDiagnosis, 'passage'>[] {
  return mentions.flatMap((mention) => {
    const named = nameOf(kind, mention, text);
    if (!named || isDenied(mention, text)) return [];
    return [
      {
        name: text.slice(mention.start, mention.end).replace(/\s+/g, ' '),
        span: { start: mention.start, end: mention.end },
        historical: kind === 'history' || isHistory(mention, text),
        ...named,
      },
    ];
  });
}

function nameOf(
  kind: Passage['kind'],
  mention: Mention,
  text: string,
): { readonly noun: string; readonly benign: boolean | null; readonly lesion: boolean } | null {
  const written = text.slice(mention.start, mention.end);
  if (mention.kind === 'icd') {
    const benign = benignByCode(written.toUpperCase());
    const coded = written.includes('.') || ['assessment', 'assessment-plan', 'coding'].includes(kind);
    return benign === undefined || !coded ? null : { noun: written.toUpperCase(), benign, lesion: true };
  }
  const noun = termOf(mention, 'noun') ?? (mention.kind === 'label' ? mention.noun : null);
  if (!noun) return null;
  if (noun.tags.includes('disease')) {
    const short = written.length <= 2;
    // "ks", "pn", "hs": two letters name a disease in capitals only.
    if (short && written !== written.toUpperCase() && written !== `${written.slice(0, -1).toUpperCase()}s`) return null;
    if (isScreening(text, mention)) return null;
    // "1st met head": a bone of the foot.
    if (
      /^mets?$/i.test(written) &&
      /^[\s-]{1,2}(?:heads?|bones?|base|shaft)\b/i.test(text.slice(mention.end, mention.end + 8))
    )
      return null;
    // The scar that a biopsy or an operation left is no disease that is injected.
    const left =
      /^scar/i.test(written) &&
      /\b(?:biopsy|excision|surgical|wle|mohs|operative|sternotomy|incision|vaccin\w+)\s$/i.test(
        text.slice(Math.max(0, mention.start - 20), mention.start),
      );
    if (left && kind === 'exam') return null;
    const benign = noun.tags.includes('malignant') ? false : noun.tags.includes('benign') ? true : null;
    return { noun: noun.value, benign, lesion: noun.tags.includes('lesion') || isLesionDisease(noun.value) };
  }
  // "Tumor" and "nodule" name none, a tumor of a named kind is a term of its own.
  return noun.tags.includes('malignant') ? { noun: noun.value, benign: false, lesion: true } : null;
}

const isLesionDisease = (name: string): boolean => name !== 'eczema' && name !== 'psoriasis';

const service = new Phrases(
  '(screen*|check|clinic|service|unit|center|institute|program|survivorship clinic|support|risk|awareness|prevention|society|foundation)',
  '(surgery|oncology) (clinic|service)',
);
const worry = new Phrases(
  '(screen* for|risk of|risk for|prevent*|worried about|concern for|concern about|concerned for|concerned about|fear of|check for|checked for) (a|any|new|)',
);

/** "Skin cancer screening", "melanoma clinic": no diagnosis. */
const isScreening = (text: string, mention: Mention): boolean =>
  (/^[\s-]{1,3}\w/.test(text.slice(mention.end, mention.end + 4)) &&
    service.open(foldText(text.slice(mention.end, mention.end + 28)))) ||
  worry.close(foldText(text.slice(Math.max(0, mention.start - 28), mention.start)));

/** Diagnosis codes of lesions: malignant, benign, or open; `undefined` for every other disease. */
function benignByCode(code: string): boolean | null | undefined {
  const group = code.slice(0, 3);
  if (/^C\d/.test(group) || /^D0\d/.test(group)) return false;
  if (/^D(?:[12]\d|3[0-6])/.test(group)) return true;
  if (/^D(?:3[7-9]|4\d)/.test(group)) return null;
  if (code.startsWith('L85.8')) return null;
  if (/^L\d\d/.test(group)) return true;
  if (['B07', 'B08', 'A63', 'B55', 'H00', 'I78', 'Q82', 'Q85', 'K13'].includes(group)) return true;
  return undefined;
}

const filler = '(a|an|any|new|recurrent|current|active|residual|further|more|other|early|invasive|)';
const unsure = new Phrases(
  `(rule out|rules out|ruled out|r/o|ro|vs|versus|suspicious for|suspect|suspected|concern for|concerning for|possible|possibly|probable|differential|ddx|favor|favors|favored|question of) ${filler}`,
);
const excluded = new Phrases('(was|is|has been|) (ruled out|excluded|unlikely|not seen|negative)');
const absent = new Phrases(
  `(no|not|denies|without|negative for|never had|free of) ${filler} (* or|* and|)`,
  `no (evidence|sign|signs|history|hx|personal history|family history) (of|) ${filler}`,
);
const kin = new Phrases(
  "(mother*|father*|sister*|brother*|aunt*|uncle*|cousin*|grandmother*|grandfather*|mom|mom's|dad|dad's|family history|fh|fhx|fam hx|family hx|wife*|husband*|partner*|son|son's|daughter*|friend*|parent*|sibling*|relative*) (had|has|with|w|have|died of|of|positive for|) (*|) (*|)",
);
const past = new Phrases(
  '(h/o|hx|hx of|history of|s/p|status post|prior|previous|remote|past|old|personal history of|had) (a|an|multiple|several|the|) (*|)',
);

/** The words of a mention's clause in front of it. */
function clauseBefore(text: string, at: number): string {
  const words = text.slice(Math.max(0, at - 90), at);
  const from = Math.max(words.lastIndexOf('. '), words.lastIndexOf(';'), words.lastIndexOf('\n')) + 1;
  return foldText(words.slice(from));
}

function isDenied(mention: Mention, text: string): boolean {
  const before = clauseBefore(text, mention.start);
  if (/\?\s?$/.test(before)) return true;
  if (
    /^\s\w/.test(text.slice(mention.end, mention.end + 2)) &&
    excluded.open(foldText(text.slice(mention.end, mention.end + 30)))
  )
    return true;
  if (!/\w[\s:.]{0,2}$/.test(before)) return false;
  return unsure.close(before) || absent.close(before) || kin.close(before);
}

const isHistory = (mention: Mention, text: string): boolean => past.close(clauseBefore(text, mention.start).slice(-44));

/**
 * The diagnoses of what was injected at `acts`: those of the act's own lines, else of its section, else the lesion
 * diagnoses of the note's assessment and title, else any lesion diagnosis that is not history.
 */
export function indicationsFor(
  diagnoses: readonly NamedDiagnosis[],
  acts: readonly Span[],
  nouns: ReadonlySet<string> = new Set(),
): readonly NamedDiagnosis[] {
  const lesions = diagnoses.filter(({ lesion }) => lesion);
  const named = lesions.filter(({ noun }) => nouns.has(noun));
  if (named.length > 0) return named;
  const current = lesions.filter(({ historical }) => !historical);
  const touches = reachOf(acts);
  const own = current.filter(({ passage }) => touches(passage.block));
  if (own.length > 0) return own;
  const sections = new Set(
    current
      .map(({ passage }) => passage)
      .filter((passage) => passage.section === 'procedure')
      .map(({ sectionIndex }) => sectionIndex),
  );
  const near = current.filter(({ passage }) => sections.has(passage.sectionIndex) && passage.section === 'procedure');
  if (near.length > 0) return near;
  const judged = current.filter(({ passage }) =>
    ['assessment', 'assessment-plan', 'coding', 'complaint'].includes(passage.kind),
  );
  if (judged.length > 0) return judged;
  return current.length > 0 ? current : lesions;
}

/** Tells of stretches of the note whether any of the spans reaches into them. */
function reachOf(spans: readonly Span[]): (stretch: Span) => boolean {
  const inOrder = [...spans].sort((a, b) => a.start - b.start);
  let end = -1;
  /** How far the spans up to each one reach. */
  const ends = inOrder.map((span) => {
    end = Math.max(end, span.end);
    return end;
  });
  return (stretch) => {
    let [low, high] = [0, inOrder.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((inOrder[middle]?.start ?? 0) < stretch.end) low = middle + 1;
      else high = middle;
    }
    return (ends[low - 1] ?? -1) > stretch.start;
  };
}

/** Whether every diagnosis is benign; `null` where none is named or none of them says. */
export function allBenign(diagnoses: readonly Indication[]): boolean | null {
  if (diagnoses.some(({ benign }) => benign === false)) return false;
  return diagnoses.some(({ benign }) => benign === true) ? true : null;
}

/** The diagnoses with one name for each disease: its longest, in small letters where the note has it so. */
export function namedAlike(diagnoses: readonly NamedDiagnosis[]): Indication[] {
  const names = new Map<string, string>();
  for (const { noun, name } of diagnoses) {
    const known = names.get(noun);
    if (known === undefined || isBetterName(name, known)) names.set(noun, name);
  }
  return diagnoses.map(({ noun, name, benign, span }) => ({ name: names.get(noun) ?? name, benign, span }));
}

function isBetterName(name: string, known: string): boolean {
  const [loud, knownLoud] = [name, known].map((each) => each.length > 4 && each === each.toUpperCase());
  return loud === knownLoud ? name.length > known.length : knownLoud === true;
}
