import { bits, kindsIn } from '../lexicon/mention-kinds';
import type { BlockReading } from '../lexicon/read';
import { keptIn } from '../note/kept';
import type { Span } from '../note/span';
import { speaksOfCare } from './clinical-signs';
import type { NoteDocument, Passage } from './document';

/**
 * Template text left open: `***`, `____` where an answer belongs, `{a:b}`, `@NAME@`, `<dose>`, and lists of choices
 * without a tick. De-identification (`[**Name**]`), rules of asterisks and bold text are none.
 */
export function readPlaceholders(document: NoteDocument): Span[] {
  const found: Span[] = [];
  for (const [index, passage] of document.passages.entries()) {
    const { start, end } = passage.block;
    for (const span of shapesIn(passage.reading, document.text.slice(start, end)))
      found.push({ start: start + span.start, end: start + span.end });
    if ((kindsIn(passage.reading) & bits.box) === 0) continue;
    if (!isListTicked(document.passages, index)) found.push(...openChoices(passage));
  }
  if (found.length === 0 || !speaksOfCare(document)) return [];
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  // Where tags are closed, what stands in angle brackets is markup.
  const markup = document.text.includes('</');
  let end = 0;
  return found.filter((span) => {
    if (span.start < end || (markup && document.text[span.start] === '<')) return false;
    end = span.end;
    return true;
  });
}

/** The shapes of open fields in the whole text of a block, looked for once for as long as that stays as it is. */
const shapesIn = keptIn(
  (_: BlockReading, text: string): readonly Span[] => (hasSign.test(text) ? findShapes(text) : []),
  (before, now) => before === now,
);

function findShapes(text: string): Span[] {
  const known = deidentified(text);
  return shapes.flatMap(({ pattern, accepts }) =>
    [...text.matchAll(pattern)]
      .map(({ index, 0: found }) => ({ start: index, end: index + found.length }))
      .filter((span) => !known.some((other) => overlaps(other, span)) && accepts(text, span)),
  );
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** `[**Last Name (STitle) 42**]` and `[Name]`-like marks that stand for what was taken out. */
function deidentified(text: string): Span[] {
  const spans: Span[] = [];
  for (let start = text.indexOf('[**'); start >= 0; start = text.indexOf('[**', start + 3)) {
    const end = text.indexOf('**]', start + 3);
    if (end < 0) break;
    spans.push({ start, end: end + 3 });
  }
  return spans;
}

interface Shape {
  readonly pattern: RegExp;
  readonly accepts: (text: string, span: Span) => boolean;
}

/** A sign that every one of the shapes has; most text has none. */
const hasSign = /[*_{@<[?/]|\.{4}|X{3}/i;

const always = (): boolean => true;

const shapes: readonly Shape[] = [
  // A wildcard; bold text has words between its marks, a rule stands alone.
  {
    pattern: /\*{3,}/g,
    accepts: (text, { start, end }) => {
      const [before, behind] = [text[start - 1] ?? ' ', text[end] ?? ' '];
      if (/^\*{3,}$/.test(text.trim()) || /\*{6,}/.test(text.slice(start, end))) return false;
      // "***bold words***" and "*** HEADING ***" come in pairs around their words.
      const opens = /\S/.test(behind) && /^\W?$/.test(before.trim()) && /\w\*{3}/.test(text.slice(end));
      const closes = /\w/.test(before) && /\*{3}\w/.test(text.slice(0, start));
      const banner = /^\*{3,}[^*]+\*{3,}$/.test(text.trim());
      return !opens && !closes && !banner;
    },
  },
  { pattern: /_{2,}/g, accepts: isOpenBlank },
  { pattern: /\{[^{}\n]{0,120}\}/g, accepts: always },
  { pattern: /@[A-Z][A-Z0-9_.()]{1,40}@/g, accepts: always },
  // "<dose>", "<number of lesions>", "<<site>>"; not "<5 mm" and not a mail address.
  {
    pattern: /<{1,2}[A-Za-z][A-Za-z0-9 _/#,-]{0,50}>{1,2}/g,
    accepts: (text, { start, end }) =>
      !/^<+\/?(?:br|b|i|p|u|em|div|span|strong|li|ul|td|tr)>+$/i.test(text.slice(start, end)),
  },
  // "[dose]", "[insert site]", "[number]": an instruction to fill in, in brackets.
  {
    pattern: /\[[A-Za-z#][^[\]\n]{0,60}\]/g,
    accepts: (text, { start, end }) =>
      !isBracketHeading(text, end - start) && isBracketField(text.slice(start + 1, end - 1).toLowerCase()),
  },
  { pattern: /\[(?:\s*_+\s*|\s*\?+\s*|\s*\.{2,}\s*)\]/g, accepts: always },
  // Choices with a slash in round brackets where an answer belongs: "(yes/no)", "Y / N".
  { pattern: /(?<=:\s{0,3})(?:yes ?\/ ?no|y ?\/ ?n|written ?\/ ?verbal)(?=\s*(?:$|[.;,]))/gi, accepts: always },
  { pattern: /(?<=:\s{0,3})\?{2,}/g, accepts: always },
  // A line of dots behind a label: "Lot: ........".
  { pattern: /(?<=:\s{0,3})\.{4,}(?=\s*$)/g, accepts: always },
  {
    pattern: /\bX{3,}\b/g,
    accepts: (text, { start, end }) =>
      /:\s{0,3}$/.test(text.slice(Math.max(0, start - 4), start)) ||
      /^ ?(?:mg|ml|cc|lesions?|units?)/.test(text.slice(end, end + 8)),
  },
];

/** "[FREE TEXT]" alone on its line, in capitals, heads a section. */
const isBracketHeading = (text: string, length: number): boolean =>
  text.trim().length === length && text === text.toUpperCase();

const fillIn = /^(?:insert|enter|specify|select|choose|fill|pick|describe|list|type|add|free text)\b/;
const bracketNames = new Set(
  'dose site sites location number count # agent drug volume amount concentration date lot laterality size y n xx xxx yes/no y/n right/left left/right r/l l/r mg ml units diagnosis indication medication duration interval time'.split(
    ' ',
  ),
);
const isBracketField = (words: string): boolean => fillIn.test(words) || bracketNames.has(words.trim());

/** What a blank stands for when it is a name or a date that was taken out: a title, a month or a person before it. */
const takenOut =
  /(?:\b(?:dr|mr|mrs|ms|miss|md|rn|np|pa|name|patient|pt|by|dated?|dos|dob|mrn|signed|signature|initials?|witness|from|at|since|until|on|with|to|see|hospital|clinic|street|phone|fax|provider|physician|attending|surgeon|nurse|daughter|son|wife|husband|seen|in|of|january|february|march|april|may|june|july|august|september|october|november|december)\b[.:,]?\s{0,3})$/i;
/** Labels behind which a blank is an answer, even a name or a date. */
const answers =
  /\b(?:lesions?|sites?|areas?|locations?|count|number|dose|volume|amount|agent|drug|medication|concentration|consent|indication|diagnosis|lot|exp|ndc|tolerance|complications?|aftercare|instructions|follow|return|rtc|anesthesia|size|total|needle|units|code|cpt|treated|injected)\b[^:]{0,20}:?\s{0,3}$/i;

function isOpenBlank(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 60), start);
  const behind = text.slice(end, end + 20);
  // A rule to write on, a snake_case word, "_x_".
  if (/[A-Za-z0-9]$/.test(before) && /^[A-Za-z0-9]/.test(behind)) return false;
  if (/^\s*[xX✓]_/.test(behind) || /_[xX✓]\s*$/.test(before) || /^[\s_]*$/.test(text)) return false;
  if (end - start > 40) return false;
  if (answers.test(before)) return true;
  if (takenOut.test(before)) return false;
  // "___ is a 54-year-old", "___ 's", "Ms. ___": a name; "____ mL" and "____ lesions" are answers.
  if (
    /^\s?(?:mg|ml|cc|mcg|units?|u\b|lesions?|sites?|warts?|keloids?|nodules?|weeks?|wks?|months?|days?|mm|cm|gauge|g\b|%)/i.test(
      behind,
    )
  )
    return true;
  return /:\s{0,20}$/.test(before) && !/^\s*(?:is|was|has|presents)\b/i.test(behind);
}

/** "[ ] Scalp  [ ] Oral" among the lines of a list of boxes of which others are ticked: looked over, not left open. */
function isListTicked(passages: readonly Passage[], at: number): boolean {
  const opensWithBox = (passage: Passage | undefined) =>
    passage?.label === null && passage.reading.mentions[0]?.kind === 'box' && passage.reading.mentions[0].start === 0;
  if (!opensWithBox(passages[at])) return false;
  const ticked = (passage: Passage | undefined) =>
    passage?.sectionIndex === passages[at]?.sectionIndex &&
    passage?.reading.mentions.some((mention) => mention.kind === 'box' && mention.mark === 'x') === true;
  for (const step of [-1, 1]) {
    for (let next = at + step; ticked(passages[next]) || opensWithBox(passages[next]); next += step) {
      if (ticked(passages[next])) return true;
    }
  }
  return false;
}

/** A list of two or more boxes, or one behind a label, without a single tick. */
function openChoices(passage: Passage): Span[] {
  const boxes = passage.reading.mentions.filter((mention) => mention.kind === 'box');
  const [first] = boxes;
  const last = boxes[boxes.length - 1];
  if (!first || !last || boxes.some((box) => box.kind === 'box' && box.mark === 'x')) return [];
  if (boxes.length < 2 && passage.label === null && !/:\s*$/.test(passage.text.slice(0, first.start))) return [];
  // Codes that are not ticked are codes that were not charged.
  if (passage.kind === 'coding' || passage.reading.mentions.some(({ kind }) => kind === 'code')) return [];
  if (/[xX✓]/.test(passage.text.slice(first.start, first.end))) return [];
  return [{ start: passage.offset + first.start, end: passage.offset + last.end }];
}
