import { type HeadingKind, headingReaderFor } from '../lexicon/headings';
import { type Lexicon, shippedLexicon } from '../lexicon/lexicon';
import { type BlockReading, readText } from '../lexicon/read';
import { type Block, blockSteps } from '../note/blocks';
import type { Keeper } from '../note/kept';
import type { Span } from '../note/span';
import { endsStep, finish, type Steps } from '../note/steps';
import { type CalendarDate, calendarDate, findEncounterDate } from './encounter-date';
import { generalSteps } from './general-text';
import { withLesionNames } from './lesion-names';
import type { Section, SectionKind } from './model';
import { copyEndAfter, entryDay, headingDay, headsEntry, isCopy, isOfNextVisit, type PassageDay } from './passage-days';
import { endsExam } from './told-in-exam';

/** One block in its place: under which heading it stands and whose day it belongs to. */
export interface Passage {
  readonly block: Block;
  /** What the content says; offsets of mentions are relative to `offset`. */
  readonly reading: BlockReading;
  /** What the label says, when the block is a field. */
  readonly label: { readonly text: string; readonly kind: HeadingKind; readonly reading: BlockReading } | null;
  readonly text: string;
  /** Offset in the note of the content that `reading` reads. */
  readonly offset: number;
  /** The section it stands in; a one-line field has its own kind. */
  readonly kind: HeadingKind;
  /** The section around it, whatever its own label is. */
  readonly section: HeadingKind;
  /** The words of the heading it stands under. */
  readonly title: string;
  /** Index of the section in `sections`. */
  readonly sectionIndex: number;
  /** `past` or `future` in a dated entry of another day or under a heading that says so. */
  readonly day: PassageDay;
}

export interface NoteDocument extends Keeper {
  readonly text: string;
  /** The terms it was read with. */
  readonly lexicon: Lexicon;
  readonly eol: '\n' | '\r\n';
  readonly passages: readonly Passage[];
  readonly sections: readonly Section[];
  /** The day of the encounter; without a span where the note states none and the setting does. */
  readonly date: (CalendarDate & { readonly span: Span | null }) | null;
  /** Subjective, objective, assessment and plan and no procedure section: the plan tells what was done. */
  readonly soap: boolean;
}

/** Readings of blocks by their text. A block that did not change is not read again. */
export interface BlockCache {
  get(text: string): BlockReading | undefined;
  set(text: string, reading: BlockReading): unknown;
}

const sectionKinds: ReadonlySet<HeadingKind> = new Set<HeadingKind>([
  'complaint',
  'history',
  'exam',
  'data',
  'assessment',
  'assessment-plan',
  'plan',
  'procedure',
  'coding',
  'addendum',
  'template',
  'other-person',
  'nursing',
  'today',
]);

/** Fields of one line that open no section: what follows them belongs to the section around them. */
const oneLineField =
  /^(?:allerg|prior$|previous$|all$|meds|medications|current med|soc|social|fh|family|pmh|psh|past (?:med|surg)|ros|review|vitals|vs$|vital signs)/i;

/** Labels that are parts of the body in an examination, though elsewhere they head something else. */
const bodyPart = /^(?:back|skin|hands?|heart|general|extremities|head)$/i;

const namesBodyPart = (section: HeadingKind, label: string, content: string): boolean =>
  (bodyPart.test(label) && /^(?:\S+:\s*)?(?:x\s?)?\d{1,2}$/.test(content)) ||
  (bodyPart.test(label) && (section === 'exam' || (section === 'procedure' && /\d\s*(?:ml|cc)\b/i.test(content))));

/** A diagnosis in one line says what is treated; what follows it is no assessment. */
const diagnosisField = /^(?:dx|diagnos|indication|pre|post|icd)/i;

/** A line that signs the note. */
const signedPattern = /^(?:\/e?s\/|electronically signed|e-signed|signed by|signed,|signed:|-- signed)/i;
const credentialPattern =
  /^(?:--? ?)?[A-Z][A-Za-z.' -]{1,45},? (?:MD|DO|DPM|PA|PA-C|PAC|NP|FNP|FNP-C|RN|LPN|PharmD|DNP|MBBS|FACS)[.,A-Z -]{0,60}$/;
const signs = (content: string): boolean => signedPattern.test(content) || credentialPattern.test(content);

/** What a note is read with; the defaults are the shipped terms and no day but the note's own. */
export interface ReadingOptions {
  readonly lexicon?: Lexicon;
  /** ISO day of a note that states none. */
  readonly date?: string | null;
  /** Readings with the same lexicon. */
  readonly cache?: BlockCache;
}

/** Splits a note into passages and carries section and day along. */
export function readDocument(text: string, options: ReadingOptions = {}): NoteDocument {
  return finish(documentSteps(text, options));
}

/** The same in steps. */
export function* documentSteps(text: string, options: ReadingOptions = {}): Steps<NoteDocument> {
  const { lexicon = shippedLexicon(), cache = new Map() } = options;
  const headings = headingReaderFor(lexicon);
  const read = (content: string): BlockReading => {
    const known = cache.get(content);
    if (known) return known;
    const reading = readText(lexicon, content);
    cache.set(content, reading);
    return reading;
  };
  const blocks = yield* blockSteps(text, headings.isHeading);
  const date = findEncounterDate(text, blocks, read) ?? dateOfSetting(options.date ?? null);
  const sections: Section[] = [];
  const passages: Passage[] = [];
  let section: HeadingKind = 'header';
  /** The section was opened by a list item, so that its sister items open sections too. */
  let itemsOpen = false;
  let sectionDay: PassageDay = 'today';
  const open = (kind: HeadingKind, title: string, headingSpan: Span, start: number): void => {
    const last = sections.pop();
    if (last) sections.push({ ...last, span: { start: last.span.start, end: start } });
    sections.push({ kind: outlineKind(kind), title, headingSpan, span: { start, end: text.length } });
  };
  let copyEnd = -1;
  /** How far in the list item stands whose lines are being read. */
  let itemIndent = Number.POSITIVE_INFINITY;
  for (const [at, block] of blocks.entries()) {
    if (endsStep(at)) yield;
    if (at === copyEnd) sectionDay = 'today';
    if (block.kind === 'rule') continue;
    // "treated_total": a key of an export is read as its words.
    if (block.marker !== null) itemIndent = block.indent;
    else if (block.detached || block.indent <= itemIndent) itemIndent = Number.POSITIVE_INFINITY;
    const labelText = block.label ? text.slice(block.label.start, block.label.end).replaceAll('_', ' ') : '';
    const labelKind = block.label ? headings.kindOf(labelText.toLowerCase()) : null;
    // A label that is the name of a section is apart from its content; any other one is part of what is said.
    const afterLabel = text.slice(block.contentStart, block.end);
    const named =
      block.label !== null &&
      headings.isField(labelText.toLowerCase()) &&
      !namesBodyPart(section, labelText, afterLabel);
    const contentStart = block.label && !named ? block.label.start : block.contentStart;
    const content = text.slice(contentStart, block.end);
    const isTitle = block.kind === 'heading' && passages.length === 0 && !headings.isHeading(labelText.toLowerCase());
    let kind: HeadingKind = section;
    let day: PassageDay = sectionDay;
    const hasContent = text.slice(block.contentStart, block.end).trim() !== '';
    const diagnosis =
      hasContent && (labelKind === 'complaint' || (labelKind === 'assessment' && diagnosisField.test(labelText)));
    if (block.kind === 'heading' && labelKind) {
      section = isTitle ? 'header' : labelKind;
      kind = section;
      itemsOpen = false;
      sectionDay = labelKind === 'plan' && isOfNextVisit.test(labelText) ? 'future' : headingDay(read(labelText), date);
      if (isCopy(read(labelText), labelText, date)) copyEnd = copyEndAfter(text, blocks, at);
      day = sectionDay;
      open(section, labelText, block.label ?? block, block.start);
    } else if (labelKind !== 'addendum' && labelKind !== 'header' && labelKind !== 'consent' && signs(content)) {
      kind = 'signature';
    } else if (block.label && labelKind && labelKind !== 'other' && !namesBodyPart(section, labelText, content)) {
      kind = labelKind;
      if ((sectionKinds.has(labelKind) && !isLeftOpen(afterLabel)) || !hasContent) {
        const nested =
          (block.marker !== null && section !== 'header' && !itemsOpen) ||
          (block.indent > itemIndent && hasContent) ||
          oneLineField.test(labelText) ||
          diagnosis;
        if (diagnosis) section = 'other';
        if (!nested && sectionKinds.has(labelKind)) {
          if (labelKind !== section) open(labelKind, labelText, block.label, block.start);
          section = labelKind;
          itemsOpen = block.marker !== null;
          sectionDay = 'today';
          day = 'today';
        } else if (!nested) section = labelKind;
      }
      if (block.detached) day = 'today';
    }
    const reading = read(content);
    if (section === 'coding' && kind === 'coding' && !block.label && block.kind === 'text' && block.detached) {
      // Charges end at the first stretch of text that has none.
      if (!reading.mentions.some((mention) => mention.kind === 'code')) section = kind = 'other';
    }
    if (section === 'exam' && kind === 'exam' && endsExam(block, reading)) section = kind = 'other';
    const entry = entryDay(reading, date, block);
    if (entry !== null) day = entry;
    if (entry !== null && headsEntry(reading, content)) sectionDay = entry;
    if (at < copyEnd) day = 'past';
    passages.push({
      block,
      reading,
      label: block.label && labelKind ? { text: labelText, kind: labelKind, reading: read(labelText) } : null,
      text: content,
      offset: contentStart,
      kind,
      section,
      title: sections[sections.length - 1]?.title ?? '',
      sectionIndex: Math.max(0, sections.length - 1),
      day,
    });
  }
  return {
    text,
    lexicon,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
    passages: withLesionNames(yield* generalSteps(text, passages, date !== null && date.span !== null)),
    sections,
    date,
    soap: isSoap(sections, passages),
    room: [],
  };
}

function dateOfSetting(iso: string | null): NoteDocument['date'] {
  const date = iso === null ? null : calendarDate(iso);
  return date && { ...date, span: null };
}

function outlineKind(kind: HeadingKind): SectionKind {
  return kind === 'procedure-aside' || kind === 'today' ? 'other' : kind;
}

/** Whether the plan of these sections tells what was done; a field of a procedure left open tells of none. */
export function isSoap(sections: readonly Section[], passages: readonly Passage[]): boolean {
  const kinds = new Set(sections.map((entry) => entry.kind));
  const ownSection = passages.some(({ kind, text }) => kind === 'procedure' && !isLeftOpen(text));
  return kinds.has('plan') && (kinds.has('history') || kinds.has('exam')) && !ownSection;
}

/** A field whose content only holds its place: "Dose given: ***". */
const isLeftOpen = (field: string): boolean =>
  /^(?:\*{3,}|_{2,})(?: ?[a-z]{1,6})?\.?$/i.test(field.slice(field.lastIndexOf(':') + 1).trim());
