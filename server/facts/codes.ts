import type { Mention } from '../lexicon/mention';
import { foldText } from '../note/fold';
import type { Span } from '../note/span';
import { endsStep, finish, type Steps } from '../note/steps';
import { authorsOf, namesOtherBiller, signedByOthers } from './authors';
import { aloneOf, candidatesOf, kindOf, mostlyCodes, withoutOverlaps } from './codes-candidates';
import { codingLineOf, lineFinder, modifierStyleOf, removalSpanOf } from './codes-line';
import { quotesOf, type SpokenLine, setAsideReason } from './codes-set-aside';
import { type TableRow, tableRow } from './codes-table';
import { boxesOf } from './codes-ticks';
import { readWritten, type WrittenCode } from './codes-written';
import type { NoteDocument, Passage } from './document';
import { isSameDay } from './encounter-date';
import type { ChargeRow, CodeModifier, CodingLine, DocumentedCode, ModifierStyle, SetAsideCode, Tick } from './model';

export interface CodeReading {
  readonly codes: readonly DocumentedCode[];
  readonly setAside: readonly SetAsideCode[];
  readonly codingLine: CodingLine | null;
  readonly modifierStyle: ModifierStyle;
}

/** A code where it stands; offsets of `written` are relative to the passage's text. */
interface Found {
  readonly passage: Passage;
  readonly passageIndex: number;
  readonly written: WrittenCode;
  readonly charge: boolean;
  readonly reason: string | null;
  readonly tick: Tick | null;
  readonly table: TableRow | null;
}

/** Reads the codes of today's encounter, and sets the others aside with the reason. */
export function readCodes(document: NoteDocument): CodeReading {
  return finish(codeSteps(document));
}

/** The same in steps. */
export function* codeSteps(document: NoteDocument): Steps<CodeReading> {
  const found: Found[] = [];
  for (const [index, passage] of document.passages.entries()) {
    if (endsStep(index)) yield;
    found.push(...codesOf(document, passage, index));
  }
  const withdrawn = new Map<string, number>();
  for (const { reason, written, passageIndex } of found) {
    if (reason === 'taken back') withdrawn.set(written.code, passageIndex);
  }
  const lineOf = lineFinder(document.text);
  const codes: DocumentedCode[] = [];
  const rows = new Map<DocumentedCode, ChargeRow>();
  const setAside: SetAsideCode[] = [];
  let list = -1;
  let lastCharge: number | null = null;
  for (const { passage, passageIndex, written, charge, reason, tick, table } of found) {
    const place = ({ start, end }: Span): Span => ({ start: passage.offset + start, end: passage.offset + end });
    // "96406 deleted" further down takes back what stands above it.
    const takenBack = passageIndex < (withdrawn.get(written.code) ?? -1) ? 'taken back' : null;
    const aside = reason ?? takenBack;
    if (aside !== null) {
      setAside.push({ code: written.code, span: place(written.number), reason: aside, tick });
      continue;
    }
    if (charge) {
      if (lastCharge === null || passageIndex - lastCharge > 1) list += 1;
      lastCharge = passageIndex;
    }
    const span = place({ start: written.number.start, end: written.end });
    const code: DocumentedCode = {
      code: written.code,
      kind: kindOf(written.code),
      modifiers: written.modifiers.map((own) => ({
        value: own.value,
        span: place(own.span),
        valueSpan: place(own.valueSpan),
      })),
      text: [written.code, ...written.modifiers.map(({ value }) => value)].join('-'),
      units: written.units,
      unitsSpan: written.unitsSpan && place(written.unitsSpan),
      unitsNumberSpan: written.unitsNumberSpan && place(written.unitsNumberSpan),
      chargeList: charge ? list : null,
      span,
      numberSpan: place(written.number),
      removalSpan: removalSpanOf(document.text, { span, charge, row: table !== null }, lineOf(span)),
      tick,
      modifierCell: written.modifiers.length === 0 ? (table?.modifierCell ?? null) : null,
    };
    codes.push(code);
    if (table !== null) rows.set(code, table.row);
  }
  return {
    codes,
    setAside,
    codingLine: codingLineOf(document.text, codes, rows, document.eol),
    modifierStyle: modifierStyleOf(document.text, codes),
  };
}

/** Numbers with five digits that are something else, by the word in front of them. */
const lookAlike =
  /(?:\b(?:mrn|chart|acct|account|csn|fin|har|visit id|patient id|pt id|id|zip|box|p\.o\.|suite|ste|room|rm|phone|tel|fax|ext|lot|ndc|batch|serial|ref|case|claim|auth(?:orization)?|accession|specimen|req(?:uisition)?|order|rx|invoice|npi|dea|lic(?:ense)?|policy|member|group|encounter|badge|employee|study|subject|protocol|wbc|plt|platelets?|count|psa|bnp|ferritin|ck|ldh|\$)(?: ?(?:no|num|number|id|code))?[.:# ]{0,4}|\bcpt-)$/;
const state =
  /\b(?:AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC)\.?,? {1,3}$/;
const street =
  /^ (?:(?:north|south|east|west|n\.?|s\.?|e\.?|w\.?) )?(?:[a-z]+ ){1,3}(?:st|street|ave|avenue|rd|road|blvd|dr|drive|ln|lane|way|hwy|pkwy|ct|court)\b/;
const codingWords =
  /\b(?:cpt|codes?|coded|coding|bill|bills|billed|billing|charge|charges|charged|chgs?|superbill|claim|hcpcs|modifier|mod|e\/m|e&m|em|los|level of service|pro fee|procedure code)\b/;

/** How far around a code the words are read that speak of it. */
const reach = 240;

function codesOf(document: NoteDocument, passage: Passage, passageIndex: number): Found[] {
  const candidates = candidatesOf(passage.reading);
  if (candidates.length === 0) return [];
  const folded = foldText(passage.text);
  const written = withoutOverlaps(candidates.map(({ code, span }) => readWritten(folded, span, code)));
  const bare = mostlyCodes(folded, written);
  const alone = aloneOf(folded, written);
  const sentenceOf = sentenceReader(passage, folded.length);
  const line: SpokenLine = { passage, folded, quotes: quotesOf(folded), otherDates: otherDatesOf(document, passage) };
  const inCoding = passage.kind === 'coding' || (passage.section === 'coding' && passage.label === null);
  const label = foldText(passage.label?.text ?? '');
  const boxes = boxesOf(passage, written);
  const table = tableRow(document, passageIndex);
  const authors = authorsOf(document);
  return written.flatMap((own, index) => {
    const before = folded.slice(Math.max(0, own.number.start - 60), own.number.start);
    const original = passage.text.slice(Math.max(0, own.number.start - 8), own.number.start);
    const whole = sentenceOf(own.number.start);
    const sentence = {
      start: Math.max(whole.start, own.number.start - reach),
      end: Math.min(whole.end, own.number.end + reach),
    };
    const spoken = `${label} ${folded.slice(sentence.start, sentence.end)}`;
    const context = inCoding || bare || alone[index] === true || codingWords.test(spoken);
    if (/\b(?:mrn|chart|acct|account|phone|fax|address|zip|lot|ndc|member|policy|dob|id)\b/.test(label)) return [];
    if (lookAlike.test(before) && !/\b(?:charge|billing|cpt|claim) (?:codes?|no|number)?[.:# ]{0,3}$/.test(before))
      return [];
    if (state.test(original) || (!context && street.test(folded.slice(own.number.end, own.number.end + 80)))) return [];
    if (/[#$]\s?$/.test(before) && !context) return [];
    const kind = kindOf(own.code);
    if (kind === 'other' && !context) return [];
    if (kind === 'hcpcs' && !context && !/^[JGQ]/.test(own.code)) return [];
    if (/\b(?:lot|ndc|exp|serial|batch)\b[^;,.]{0,16}$/.test(before)) return [];
    const box = boxes?.[index] ?? null;
    const others =
      signedByOthers(document).has(passageIndex) ||
      namesOtherBiller(folded.slice(sentence.start, sentence.end), authors);
    const reason =
      box?.ticked === false
        ? 'not ticked'
        : (setAsideReason(line, own.number, sentence) ?? (others ? 'another clinician or biller' : null));
    const opening = folded.slice(sentence.start, own.number.start);
    const charge =
      inCoding ||
      bare ||
      table !== null ||
      /^\W{0,3}(?:our )?(?:cpt|codes?|coding|bill(?:ing|ed)?|charges?(?: entered)?|chgs?|claim|superbill|e\/m|em|los)\b[^.]{0,24}[:.]?\s/.test(
        opening,
      );
    const complete = table
      ? table.complete(own)
      : index === written.length - 1
        ? withField(document, passageIndex, own)
        : own;
    return [{ passage, passageIndex, written: complete, charge, reason, tick: box?.tick ?? null, table }];
  });
}

/** "E/M: 99213   Modifier: 25": a field of its own behind the code. */
function withField(document: NoteDocument, at: number, written: WrittenCode): WrittenCode {
  const next = document.passages[at + 1];
  const label = next?.block.label;
  const offset = document.passages[at]?.offset ?? 0;
  if (!next || !label || written.modifiers.length > 0) return written;
  if (!/^mod(?:ifier)?s?$/.test(foldText(document.text.slice(label.start, label.end)))) return written;
  const value = /^-?([A-Za-z0-9]{2})$/.exec(document.text.slice(next.block.contentStart, next.block.end).trim())?.[1];
  if (value === undefined) return written;
  const start = document.text.indexOf(value, next.block.contentStart) - offset;
  const span = { start, end: start + value.length };
  return { ...written, modifiers: [{ value: value.toUpperCase(), span, valueSpan: span }] };
}

/** Reads the sentence around ever later places. */
function sentenceReader(passage: Passage, length: number): (at: number) => Span {
  const { mentions, sentences } = passage.reading;
  // A sentence begins where the one before ends: its first words may be unknown to the lexicon.
  const starts = sentences.map((first) => (first === 0 ? 0 : (mentions[first - 1]?.end ?? 0)));
  let next = 0;
  return (at) => {
    while (next < starts.length && (starts[next] ?? 0) <= at) next += 1;
    return { start: starts[next - 1] ?? 0, end: starts[next] ?? length };
  };
}

/** Dates of the passage that are not the encounter's. */
function otherDatesOf({ date }: NoteDocument, passage: Passage): Span[] {
  return passage.reading.mentions.filter(
    (mention: Mention) =>
      mention.kind === 'date' &&
      date !== null &&
      mention.day !== null &&
      !isSameDay({ year: mention.year ?? date.year, month: mention.month, day: mention.day }, date),
  );
}

/** True for a code that is written with modifier 25. */
export const carries25 = ({ modifiers }: { readonly modifiers: readonly Pick<CodeModifier, 'value'>[] }): boolean =>
  modifiers.some(({ value }) => value === '25');
