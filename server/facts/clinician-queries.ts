import { queryHeading, queryLabel, querySubjects, queryWording } from '../knowledge/queries';
import type { Span } from '../note/span';
import type { ClinicianQuery, OwnElementId, QuerySubject } from './model';

export interface QueryBlock {
  /** Heading to the end of the last line, without its line ending. Nothing in it is a fact of the note. */
  readonly span: Span;
  readonly queries: readonly ClinicianQuery[];
}

interface Line extends Span {
  readonly text: string;
}

/**
 * Reads the block that begins with the line "Query to clinician" and ends before a blank line. A line that begins
 * with a subject's label, a bullet or a number begins a query; any other goes on with the one before.
 *
 * @param own Subjects beside those of the checklist.
 */
export function readQueryBlock(text: string, own: readonly OwnElementId[] = []): QueryBlock | null {
  const lines = linesOf(text);
  const heading = lines.findIndex((line) => isHeading(line.text));
  const first = lines[heading];
  if (first === undefined) return null;
  const block: Line[] = [];
  for (const line of lines.slice(heading + 1)) {
    if (line.text.trim() === '') break;
    block.push(line);
  }
  const spans: Span[] = [];
  for (const line of block) {
    const before = spans.at(-1);
    const start = line.start + (line.text.length - line.text.trimStart().length);
    const end = line.start + line.text.trimEnd().length;
    if (before === undefined || subjectOf(line.text, own) !== null || /^\s*(?:[-*•]|\d{1,2}[.)])\s/.test(line.text)) {
      spans.push({ start, end });
    } else {
      spans[spans.length - 1] = { start: before.start, end };
    }
  }
  return {
    span: { start: first.start, end: (block.at(-1) ?? first).end },
    queries: spans.map((span) => readQuery(text, span, own)),
  };
}

/** The heading alone on its line, with marks around it or without. */
const isHeading = (line: string): boolean => {
  const bare = line
    .replace(/^[\s#*=[-]{0,12}/, '')
    .replace(/[\s:*=\]-]{1,12}$/, '')
    .toLowerCase();
  const wanted = queryHeading.toLowerCase();
  return bare === wanted || bare === wanted.replace('query', 'queries');
};

function readQuery(text: string, span: Span, own: readonly OwnElementId[]): ClinicianQuery {
  const words = lowered(withoutQuotations(text.slice(span.start, span.end)));
  const options = words.split(/(?=\[[ x✓]?\]|[☐☑☒])/).slice(1);
  const open = options.filter((option) => /^(?:\[ ?\]|☐)/.test(option));
  const offers = (phrases: readonly string[]) => options.some((option) => found(option, phrases).length > 0);
  const answers = options.filter((option) => found(option, queryWording.unableToDetermine).length === 0);
  const inNote = (spans: readonly Span[]): Span[] =>
    spans.map(({ start, end }) => ({ start: span.start + start, end: span.start + end }));
  // What the clinician wrote is no question.
  const asked = words.replace(answerPattern, (answer) => ' '.repeat(answer.length));
  return {
    subject: subjectOf(text.slice(span.start, span.end), own),
    span,
    open: options.length === open.length && !isAnswered(words),
    openEnded: answers.length === 0 && !asksYesOrNo(asked),
    offersOther: offers(queryWording.other),
    offersUnableToDetermine: offers(queryWording.unableToDetermine),
    leading: inNote(found(asked, queryWording.leading)),
    payment: inNote(found(asked, queryWording.payment)),
  };
}

const answerPattern = /\b(?:answer|response|reply):[^[\n]{0,400}/;

/** "Were eight lesions injected?" holds its answer; "Can you say how many were injected?" asks openly. */
function asksYesOrNo(words: string): boolean {
  return words.split(/(?<=\?)/).some((part) => {
    if (!part.endsWith('?')) return false;
    const sentence = part.slice(Math.max(...[...'.:;!'].map((mark) => part.lastIndexOf(`${mark} `) + 1)));
    return (
      /^\s{0,4}(?:is|are|was|were|did|do|does|has|have|had|can|could|would|will|should)\s/.test(sentence) &&
      !/\b(?:how|what|which|who|whom|where|when|why|whether)\b/.test(sentence)
    );
  });
}

/** "Answer: 6" is one, "Answer: ____" and "Answer: ***" are not. */
function isAnswered(words: string): boolean {
  const answer = answerPattern.exec(words)?.[0] ?? '';
  return /[^\s_*.…]/.test(answer.slice(answer.indexOf(':') + 1));
}

function subjectOf(line: string, own: readonly OwnElementId[]): QuerySubject | null {
  const label = /^\s*(?:(?:[-*•]|\d{1,2}[.)])\s{1,4})?([A-Za-z][A-Za-z0-9 ()-]{0,40}):/.exec(line)?.[1]?.toLowerCase();
  if (label === undefined) return null;
  const shipped = querySubjects.find((subject) => subject.label.toLowerCase() === label)?.subject;
  return shipped ?? own.find((id) => queryLabel(id).toLowerCase() === label) ?? null;
}

/** The note's own words are quoted in a query and suggest nothing; blanked, so that offsets stay. */
const withoutQuotations = (words: string): string =>
  words
    .replace(/[“”]/g, '"')
    .split('"')
    // Every second part stands between two marks, the last one where a mark is left open excepted.
    .map((part, at, parts) => (at % 2 === 1 && at < parts.length - 1 ? ' '.repeat(part.length) : part))
    .join('"');

/** Small letters, typewriter apostrophes and a blank for each white space: every character keeps its place. */
const lowered = (words: string): string =>
  words
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replace(/[’ʼ]/g, "'")
    .replace(/[^\S\n]/g, ' ');

/** Whole words only, over the ends of lines: "paid" is not found in "unpaid". */
function found(words: string, phrases: readonly string[]): Span[] {
  const [text, places] = onOneLine(words);
  return phrases.flatMap((phrase) => {
    const spans: Span[] = [];
    for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + phrase.length)) {
      const end = at + phrase.length;
      if (isLetter(text[at - 1]) || isLetter(text[end])) continue;
      spans.push({ start: places[at] ?? 0, end: (places[end - 1] ?? 0) + 1 });
    }
    return spans;
  });
}

/** The words with one blank for each run of white space, and where each character of them stood. */
function onOneLine(words: string): [text: string, places: readonly number[]] {
  let text = '';
  const places: number[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const blank = /\s/.test(words.charAt(at));
    if (blank && text.endsWith(' ')) continue;
    text += blank ? ' ' : words.charAt(at);
    places.push(at);
  }
  return [text, places];
}

const isLetter = (character: string | undefined): boolean => character !== undefined && /\p{L}/u.test(character);

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const ending of text.matchAll(/\r\n|\n|\r|$/g)) {
    lines.push({ start, end: ending.index, text: text.slice(start, ending.index) });
    start = ending.index + ending[0].length;
  }
  return lines;
}
