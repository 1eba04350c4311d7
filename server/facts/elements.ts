import { checklist } from '../knowledge/checklist';
import type { BlockReading } from '../lexicon/read';
import { foldText } from '../note/fold';
import { kept } from '../note/kept';
import type { Span } from '../note/span';
import type { Steps } from '../note/steps';
import { aftercareSteps } from './aftercare';
import { consentSteps } from './consent';
import type { NoteDocument, Passage } from './document';
import { elementCues } from './element-cues';
import { followUpSteps } from './follow-up';
import type { DocumentedElement, ElementId, Elements, Encounter, OwnElementId } from './model';
import type { OwnElements } from './own-elements';
import { Phrases } from './phrases';
import { spanIn } from './sentences';

/** Which element a field asks for, by its label. */
const fieldNames: readonly (readonly [ElementId, Phrases])[] = checklist.map((row) => [
  row.element,
  new Phrases(...row.fieldNames),
]);

/** The documentation elements, each documented, left open or absent. `placeholders` are the note's open fields. */
export function* elementSteps(
  document: NoteDocument,
  placeholders: readonly Span[],
  encounter: Encounter,
  injected: ReadonlySet<string>,
  own: OwnElements,
): Steps<Elements> {
  const open = openFields(document, placeholders, own);
  const passages = withoutOpenFields(document.passages, placeholders);
  const ownSpans = ownPhrases(passages, own);
  const state = (id: ElementId | OwnElementId, spans: readonly Span[]): DocumentedElement => {
    if (spans.length > 0) return { state: 'documented', spans };
    const fields = open.get(id);
    return fields ? { state: 'open', spans: fields } : { state: 'absent', spans: [] };
  };
  // A date that the configuration sets stands nowhere in the note.
  const known = (id: ElementId, value: string | null, span: Span | null): DocumentedElement =>
    value === null ? state(id, []) : { state: 'documented', spans: span ? [span] : [] };
  const cues = cuesByElement(passages);
  const cuesOf = (id: ElementId): readonly Span[] => cues.get(id) ?? [];
  const said = (id: ElementId): DocumentedElement => state(id, cuesOf(id));
  yield;
  const consent = yield* consentSteps(passages);
  yield;
  const aftercare = yield* aftercareSteps(passages, injected);
  yield;
  const followUp = yield* followUpSteps(passages, document.date);
  yield;
  return {
    ...Object.fromEntries(own.ids.map((id) => [id, state(id, ownSpans.get(id) ?? [])])),
    'lesion-count': state('lesion-count', []),
    agent: state('agent', []),
    dose: state('dose', []),
    indication: state('indication', []),
    consent: state('consent', consent),
    'lesion-sites': state('lesion-sites', sitesOf(passages)),
    technique: said('technique'),
    monitoring: said('monitoring'),
    tolerance: said('tolerance'),
    anesthesia: state('anesthesia', [...cuesOf('anesthesia'), ...answersTo(passages, 'anesthesia')]),
    aftercare: state('aftercare', aftercare),
    'follow-up': state('follow-up', followUp),
    lot: state('lot', cuesOf('lot')),
    signature: state('signature', [...signaturesOf(passages), ...cuesOf('signature')]),
    'site-of-service': known('site-of-service', encounter.site, encounter.siteSpan),
    'date-of-service': known('date-of-service', encounter.date, encounter.dateSpan),
  };
}

/** A field whose whole content is a placeholder says nothing. Passages and placeholders both stand in order. */
function withoutOpenFields(passages: readonly Passage[], placeholders: readonly Span[]): readonly Passage[] {
  if (placeholders.length === 0) return passages;
  let at = 0;
  return passages.filter(({ block }) => {
    while (at < placeholders.length && (placeholders[at]?.start ?? 0) < block.start) at += 1;
    const first = placeholders[at];
    return !block.label || !first || first.end > block.end || first.start - block.contentStart > 4;
  });
}

function openFields(
  document: NoteDocument,
  placeholders: readonly Span[],
  { byField }: OwnElements,
): Map<ElementId | OwnElementId, Span[]> {
  const open = new Map<ElementId | OwnElementId, Span[]>();
  for (const placeholder of placeholders) {
    const near = document.text.slice(Math.max(0, placeholder.start - 120), placeholder.start);
    const before = foldText(near.slice(near.lastIndexOf('\n') + 1));
    // The nearest label in front: "Consent: ***  Dose: ***".
    const colon = before.lastIndexOf(':');
    const label =
      colon < 0
        ? (gapLabel.exec(before)?.[1] ?? '')
        : (before
            .slice(0, colon)
            .split(/[.:;|{}*]|\s{2}/)
            .at(-1) ?? '');
    const behind = foldText(document.text.slice(placeholder.end, placeholder.end + 20));
    const id = byField.get(label.trim()) ?? fieldNames.find(([, names]) => names.in(label))?.[0] ?? unitElement(behind);
    if (!id) continue;
    const known = open.get(id);
    if (known) known.push(placeholder);
    else open.set(id, [placeholder]);
  }
  return open;
}

/** "CONS   [ ] written   [ ] verbal": the name of a field at the head of its line, with a gap for a colon. */
const gapLabel = /^ {0,12}([a-z][a-z/&]{0,20}(?: [a-z/&]{1,16}){0,2})(?: {2}|\t)/;

/** "*** lesions", "____ mL": the noun behind a blank says what it asks for. */
function unitElement(behind: string): ElementId | null {
  if (/^\s*(?:lesions?|warts?|keloids?|nodules?|patches|plaques?|cysts?|scars?|tumou?rs?)\b/.test(behind))
    return 'lesion-count';
  return /^\s*(?:ml|cc|mg|units?|mcg)\b/.test(behind) ? 'dose' : null;
}

const unheard: ReadonlySet<Passage['kind']> = new Set(['template', 'other-person']);

/** Fields that ask for the element and are filled: "Anesthesia: none." answers too. */
function answersTo(passages: readonly Passage[], id: ElementId): Span[] {
  const names = fieldNames.find(([name]) => name === id)?.[1];
  return passages
    .filter((passage) => {
      const { label, text } = passage;
      return label !== null && isHeard(passage) && /\w/.test(text) && names?.in(foldText(label.text)) === true;
    })
    .map(({ offset, block }) => ({ start: offset, end: block.end }));
}

/** Where today's own text names the elements of the configuration. */
function ownPhrases(passages: readonly Passage[], { ids, phrases }: OwnElements): Map<OwnElementId, Span[]> {
  const spans = new Map<OwnElementId, Span[]>(ids.map((id) => [id, []]));
  if (ids.length === 0) return spans;
  for (const passage of passages) {
    if (!isHeard(passage)) continue;
    for (const phrase of phrases.find(passage.text)) spans.get(phrase.id)?.push(spanIn(passage, phrase));
  }
  return spans;
}

/** Passages that speak of this patient's encounter of today. */
const isHeard = ({ day, kind }: Passage): boolean => day === 'today' && !unheard.has(kind) && kind !== 'history';

/** Where today's own text names the elements that a phrase alone documents. */
function cuesByElement(passages: readonly Passage[]): ReadonlyMap<string, Span[]> {
  const spans = new Map<string, Span[]>(namedElements.map((id) => [id, []]));
  for (const passage of passages) {
    if (!isHeard(passage)) continue;
    for (const cue of elementCues(passage.reading)) spans.get(cue.value)?.push(spanIn(passage, cue));
  }
  return spans;
}

const namedElements: readonly ElementId[] = ['technique', 'monitoring', 'tolerance', 'anesthesia', 'lot', 'signature'];

function sitesOf(passages: readonly Passage[]): Span[] {
  return passages.filter(isHeard).flatMap((passage) => sitesIn(passage.reading).map((site) => spanIn(passage, site)));
}

const sitesIn = kept(({ mentions }: BlockReading): readonly Span[] =>
  mentions.filter(({ kind }) => kind === 'site' || kind === 'place'),
);

const signaturesOf = (passages: readonly Passage[]): Span[] =>
  passages
    .filter((passage) => passage.kind === 'signature')
    .map(({ block }) => ({ start: block.start, end: block.end }));
