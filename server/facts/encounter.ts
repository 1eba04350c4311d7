import type { PayerId } from '../configuration';
import { payerOf } from '../knowledge/payers';
import { foldText } from '../note/fold';
import type { Span } from '../note/span';
import type { NoteDocument, Passage } from './document';
import { isoDate } from './encounter-date';
import type { Encounter, Facts, SiteOfService } from './model';

/** Places of service by the words of a header, the more particular first. */
const places: readonly (readonly [SiteOfService, RegExp])[] = [
  [
    'asc',
    /\b(?:ambulatory surg(?:ery|ical) cent(?:er|re)|surg(?:ery|ical|icenter) (?:center|ctr)|surgicenter|surgery ctr|asc|pos ?(?:#|:)? ?24|outpatient surgery (?:center|ctr))\b/,
  ],
  [
    'infusion-center',
    /\b(?:infusion (?:cent(?:er|re)|ctr|suite|clinic|room|unit|nursing|& injection|and injection)|outpatient infusion|pos infusion)\b/,
  ],
  [
    'outpatient-hospital',
    /\b(?:hospital outpatient|outpatient hospital|hopd|outpatient (?:treatment|procedure) (?:center|ctr|room)|hospital[- ](?:based|owned)|provider[- ]based|pos ?(?:#|:)? ?(?:19|22)|medical center|hospital|va outpatient|veterans affairs|minor procedure room)\b/,
  ],
  [
    'other',
    /\b(?:inpatient|ward|icu|emergency department|nursing (?:home|facility)|skilled nursing|snf|home visit|telehealth|video visit|urgent care|pos (?:home|private residence)|pos ?(?:#|:)? ?(?!11|19|22|24)\d{2})\b/,
  ],
  [
    'office',
    /\b(?:office|clinic|clinics|practice|dermatology|derm|skin (?:center|institute|clinic|care)|pos ?(?:#|:)? ?11|podiatry|associates|specialists|medical group|surgical group|hair loss center|faculty practice)\b/,
  ],
];

const payerLabel = /^(?:payer|payor|insurance|ins|primary insurance|carrier|coverage|plan name|health plan|insurer)$/;
const siteLabel =
  /^(?:place of service|pos|site of service|location|facility|clinic|department|dept|setting|service location|encounter location|visit location)$/;
/** Blocks at the head of a note that may name the place without a label. */
const headBlocks = 6;

/** Date, place and payer of the encounter. */
export function readEncounter(document: NoteDocument): Encounter {
  const site = siteOf(document);
  const payer = writtenPayer(document);
  return {
    date: document.date && isoDate(document.date),
    dateSpan: document.date?.span ?? null,
    site: site?.value ?? null,
    siteSpan: site?.span ?? null,
    payer: payer?.value ?? null,
    payerSpan: payer?.span ?? null,
  };
}

const labelOf = (document: NoteDocument, { block }: Passage): string =>
  block.label ? foldText(document.text.slice(block.label.start, block.label.end)).trim() : '';

function siteOf(document: NoteDocument): { value: SiteOfService; span: Span } | null {
  const fields = document.passages.filter((passage) => siteLabel.test(labelOf(document, passage)));
  const head = document.passages.slice(0, headBlocks).filter(({ day, kind }) => day === 'today' && kind === 'header');
  for (const passage of [...fields, ...head]) {
    const start = fields.includes(passage) ? passage.block.contentStart : passage.block.start;
    const words = foldText(document.text.slice(start, passage.block.end));
    const field = fields.includes(passage) ? `pos ${words}` : words;
    for (const [value, pattern] of places) {
      if (!pattern.test(field)) continue;
      const found = pattern.exec(words);
      const at = found ? start + found.index : start;
      return { value, span: { start: at, end: found ? at + found[0].length : passage.block.end } };
    }
  }
  return null;
}

function writtenPayer(document: NoteDocument): { value: string; span: Span } | null {
  for (const passage of document.passages) {
    if (passage.kind === 'template' || !payerLabel.test(labelOf(document, passage))) continue;
    const start = passage.block.contentStart;
    const value = /^[^;|\n]{1,80}/.exec(document.text.slice(start, passage.block.end))?.[0].trim() ?? '';
    if (/[A-Za-z]/.test(value)) return { value, span: { start, end: start + value.length } };
  }
  return null;
}

/**
 * Where an open field goes, for each part of the note the end of its last line of today; for a part that the note does
 * not have, the procedure, and where it has none, the note's body. The header is the note's first line.
 *
 * @param queries The block of queries to the clinician, which an open field never joins.
 */
export function readFieldAt(document: NoteDocument, queries: Span | null): Facts['fieldAt'] {
  const { text } = document;
  const today = document.passages.filter(({ day }) => day === 'today');
  const lines = today.filter(({ kind }) => kind !== 'coding' && kind !== 'signature');
  const body = lines.filter(({ kind, section }) => !outside.has(kind) && !outside.has(section));
  const endOf = (passages: readonly Passage[]): number | undefined => passages.at(-1)?.block.end;
  const end = text.trimEnd().length;
  const procedure = endOf(lines.filter(({ section }) => section === 'procedure')) ?? endOf(body) ?? end;
  return {
    // A mark of the byte order stays the first character.
    header: text.startsWith('\uFEFF') ? 1 : 0,
    procedure,
    plan: endOf(lines.filter(({ section }) => plans.has(section))) ?? procedure,
    end: queries?.end === end ? text.slice(0, queries.start).trimEnd().length : end,
  };
}

const plans: ReadonlySet<Passage['section']> = new Set(['plan', 'assessment-plan', 'follow-up']);
const outside: ReadonlySet<Passage['section']> = new Set(['coding', 'addendum', 'template']);

/** The payer whose rules hold for a note. */
export interface PayerInForce {
  /** `null` for a payer that no profile is of. */
  readonly id: PayerId | null;
  /** Where the note names it; `null` where the setting does. */
  readonly span: Span | null;
}

/** The payer that the note names, else the one of the setting. */
export function payerIn({ payer, payerSpan }: Encounter, setting: PayerId | null): PayerInForce | null {
  const id = payerOf(payer, setting);
  return payer === null && id === null ? null : { id, span: payerSpan };
}
