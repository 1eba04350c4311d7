import type { Mention } from '../lexicon/mention';
import type { BlockReading } from '../lexicon/read';
import { foldText } from '../note/fold';
import { keptIn } from '../note/kept';
import type { Span } from '../note/span';
import { namesOtherBiller } from './authors';
import { aloneOf, candidatesOf, kindOf, mostlyCodes, withoutOverlaps } from './codes-candidates';
import { quotesOf, type SpokenLine, setAsideReason } from './codes-set-aside';
import { readWritten, type WrittenCode } from './codes-written';
import type { Passage } from './document';
import { type CalendarDate, isSameDate, isSameDay } from './encounter-date';

/** A code as the words of its line and its section tell of it, before boxes, tables and other lines are looked at. */
export interface JudgedCode {
  readonly written: WrittenCode;
  /** Which of all the line's codes it is. */
  readonly index: number;
  readonly charge: boolean;
  /** Why it is none of today's charges, or `null`. */
  readonly reason: string | null;
  /** The sentence says that somebody else charges it. */
  readonly otherBiller: boolean;
}

export interface JudgedLine {
  /** All the codes of the line, those too that are none. */
  readonly written: readonly WrittenCode[];
  readonly codes: readonly JudgedCode[];
}

/** What the codes of a line depend on beside its own words. */
export interface CodeSetting {
  readonly passage: Passage;
  readonly date: CalendarDate | null;
  readonly authors: ReadonlySet<string>;
}

function sameSetting(before: CodeSetting, now: CodeSetting): boolean {
  const [a, b] = [before.passage, now.passage];
  const place = a.kind === b.kind && a.section === b.section && a.day === b.day;
  return (
    place &&
    a.label?.reading === b.label?.reading &&
    isSameDate(before.date, now.date) &&
    before.authors.size === now.authors.size &&
    [...before.authors].every((name) => now.authors.has(name))
  );
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

/** The codes of a line, judged once for as long as it stands in the same place. */
export const judgedIn = keptIn(judge, sameSetting);

function judge(reading: BlockReading, { passage, date, authors }: CodeSetting): JudgedLine {
  const { text } = reading;
  const folded = foldText(text);
  const written = withoutOverlaps(candidatesOf(reading).map(({ code, span }) => readWritten(folded, span, code)));
  const bare = mostlyCodes(folded, written);
  const alone = aloneOf(folded, written);
  const sentenceOf = sentenceReader(reading);
  const line: SpokenLine = { passage, folded, quotes: quotesOf(folded), otherDates: otherDatesOf(reading, date) };
  const inCoding = passage.kind === 'coding' || (passage.section === 'coding' && passage.label === null);
  const label = foldText(passage.label?.text ?? '');
  if (/\b(?:mrn|chart|acct|account|phone|fax|address|zip|lot|ndc|member|policy|dob|id)\b/.test(label))
    return { written, codes: [] };
  const codes = written.flatMap((own, index): JudgedCode[] => {
    const whole = sentenceOf(own.number.start);
    const sentence = {
      start: Math.max(whole.start, own.number.start - reach),
      end: Math.min(whole.end, own.number.end + reach),
    };
    const words = folded.slice(sentence.start, sentence.end);
    const context = inCoding || bare || alone[index] === true || codingWords.test(`${label} ${words}`);
    if (isOther(text, folded, own, context)) return [];
    const opening = folded.slice(sentence.start, own.number.start);
    return [
      {
        written: own,
        index,
        charge: inCoding || bare || chargeAhead.test(opening),
        reason: setAsideReason(line, own.number, sentence),
        otherBiller: namesOtherBiller(words, authors),
      },
    ];
  });
  return { written, codes };
}

const chargeAhead =
  /^\W{0,3}(?:our )?(?:cpt|codes?|coding|bill(?:ing|ed)?|charges?(?: entered)?|chgs?|claim|superbill|e\/m|em|los)\b[^.]{0,24}[:.]?\s/;

/** A number that only looks like a code, by what stands around it; `context` where codes are spoken of. */
function isOther(text: string, folded: string, { code, number }: WrittenCode, context: boolean): boolean {
  const before = folded.slice(Math.max(0, number.start - 60), number.start);
  // "RX J3301": a drug by its code; the number of a prescription has no letter.
  const drug = /\brx[.: ]{1,4}$/.test(before) && /^[JQ]/.test(code);
  if (
    !drug &&
    lookAlike.test(before) &&
    !/\b(?:charge|billing|cpt|claim) (?:codes?|no|number)?[.:# ]{0,3}$/.test(before)
  )
    return true;
  if (state.test(text.slice(Math.max(0, number.start - 8), number.start))) return true;
  if (!context && street.test(folded.slice(number.end, number.end + 80))) return true;
  if (/[#$]\s?$/.test(before) && !context) return true;
  const kind = kindOf(code);
  if (kind === 'other' && !context) return true;
  if (kind === 'hcpcs' && !context && !/^[JGQ]/.test(code)) return true;
  return /\b(?:lot|ndc|exp|serial|batch)\b[^;,.]{0,16}$/.test(before);
}

/** Reads the sentence around ever later places. */
function sentenceReader({ mentions, sentences, text: { length } }: BlockReading): (at: number) => Span {
  // A sentence begins where the one before ends: its first words may be unknown to the lexicon.
  const starts = sentences.map((first) => (first === 0 ? 0 : (mentions[first - 1]?.end ?? 0)));
  let next = 0;
  return (at) => {
    while (next < starts.length && (starts[next] ?? 0) <= at) next += 1;
    return { start: starts[next - 1] ?? 0, end: starts[next] ?? length };
  };
}

/** Dates of the passage that are not the encounter's. */
function otherDatesOf({ mentions }: BlockReading, date: CalendarDate | null): Span[] {
  return mentions.filter(
    (mention: Mention) =>
      mention.kind === 'date' &&
      date !== null &&
      mention.day !== null &&
      !isSameDay({ year: mention.year ?? date.year, month: mention.month, day: mention.day }, date),
  );
}
