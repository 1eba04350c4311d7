import { emptyBox, foldCode, tickedBox } from './fold';

/** What a token is made of. */
export enum TokenKind {
  /** Behind the last token. */
  None,
  Word,
  Number,
  /** One punctuation mark or symbol. */
  Mark,
  /** A line break inside a block. */
  Break,
  EmptyBox,
  TickedBox,
}

/** How much white space stands before a token. */
export enum Gap {
  None,
  Space,
  /** Two spaces or more, or a tab: the gap between columns. */
  Column,
}

/**
 * The tokens of one stretch of text, as parallel arrays. Offsets are UTF-16 code units from the start of the text.
 * `word` is the lexeme id of a word or number that the lexicon knows, else 0.
 */
export interface Tokens {
  readonly count: number;
  readonly kind: readonly TokenKind[];
  readonly gap: readonly Gap[];
  readonly start: readonly number[];
  readonly end: readonly number[];
  readonly word: readonly number[];
}

/** Finds the lexeme id of `[start, end)` of the text in its normalised form, 0 when it is unknown. */
export type WordLookup = (text: string, start: number, end: number) => number;

enum CharClass {
  Mark,
  Letter,
  Digit,
  Space,
  Break,
}

const classes = new Uint8Array(128);
for (let code = 0; code < 128; code += 1) {
  if (code >= 0x61 && code <= 0x7a) classes[code] = CharClass.Letter;
  else if (code >= 0x30 && code <= 0x39) classes[code] = CharClass.Digit;
  else if (code === 0x20 || code === 0x09 || code === 0x0d || code === 0x0b || code === 0x0c)
    classes[code] = CharClass.Space;
  else if (code === 0x0a) classes[code] = CharClass.Break;
}

function classOf(code: number): CharClass {
  // Letters of other scripts, ligatures and the like: part of a word the lexicon does not know.
  return code < 128 ? (classes[code] as CharClass) : CharClass.Letter;
}

const period = 0x2e;
const comma = 0x2c;
const apostrophe = 0x27;
/** `½`, `¼`, `¾`: numbers of their own. */
const isFraction = (code: number): boolean => code >= 0xbc && code <= 0xbe;

/**
 * Splits text into words, numbers and single marks. A word and a digit that touch are two tokens with no gap ("5FU" is
 * `5` `FU`), so that a term is the same however it is glued together.
 */
export function tokenize(text: string, lookup: WordLookup): Tokens {
  const size = text.length;
  const kind: TokenKind[] = [];
  const gaps: Gap[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const words: number[] = [];
  let count = 0;
  let at = 0;
  let gap: Gap = Gap.None;
  while (at < size) {
    const code = foldCode(text.charCodeAt(at));
    const charClass = isFraction(code) ? CharClass.Digit : classOf(code);
    if (charClass === CharClass.Space) {
      gap = gap === Gap.None && code !== 0x09 ? Gap.Space : code === 0x0d ? gap : Gap.Column;
      at += 1;
      continue;
    }
    const start = at;
    at += 1;
    let tokenKind: TokenKind = TokenKind.Mark;
    if (charClass === CharClass.Letter) {
      tokenKind = TokenKind.Word;
      at = endOfWord(text, at);
    } else if (charClass === CharClass.Digit) {
      tokenKind = TokenKind.Number;
      if (!isFraction(code)) at = endOfNumber(text, at);
    } else if (charClass === CharClass.Break) tokenKind = TokenKind.Break;
    else if (code === emptyBox) tokenKind = TokenKind.EmptyBox;
    else if (code === tickedBox) tokenKind = TokenKind.TickedBox;
    kind.push(tokenKind);
    gaps.push(gap);
    starts.push(start);
    ends.push(at);
    words.push(tokenKind === TokenKind.Break ? 0 : lookup(text, start, at));
    count += 1;
    gap = Gap.None;
  }
  // Readers look a few tokens ahead; behind the last one is nothing.
  for (let ahead = 0; ahead < lookahead; ahead += 1) {
    kind.push(TokenKind.None);
    gaps.push(Gap.None);
    starts.push(0);
    ends.push(0);
    words.push(0);
  }
  return { count, kind, gap: gaps, start: starts, end: ends, word: words };
}

/** A run of the tokens of a text, `[from, to)`, whose offsets are asked for from `base` on. */
export interface TokenRun {
  readonly tokens: Tokens;
  readonly from: number;
  readonly to: number;
  readonly base: number;
}

export const wholeRun = (tokens: Tokens): TokenRun => ({ tokens, from: 0, to: tokens.count, base: 0 });

/** The tokens of `[start, end)` of their text, from token `from` on; `null` where a token stands across its edge. */
export function runBetween(tokens: Tokens, from: number, start: number, end: number): TokenRun | null {
  let first = from;
  while (first < tokens.count && (tokens.end[first] ?? 0) <= start) first += 1;
  let to = first;
  while (to < tokens.count && (tokens.start[to] ?? 0) < end) to += 1;
  if (to > first && ((tokens.start[first] ?? 0) < start || (tokens.end[to - 1] ?? 0) > end)) return null;
  return { tokens, from: first, to, base: start };
}

const lookahead = 6;

function endOfWord(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = foldCode(text.charCodeAt(at));
    if (isFraction(code)) break;
    const charClass = classOf(code);
    if (charClass === CharClass.Letter) at += 1;
    else if (code === apostrophe && at + 1 < text.length && isLetter(text, at + 1)) at += 2;
    else break;
  }
  return at;
}

function endOfNumber(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = foldCode(text.charCodeAt(at));
    const charClass = classOf(code);
    if (charClass === CharClass.Digit) at += 1;
    else if (code === period && at + 1 < text.length && isDigit(text, at + 1)) at += 2;
    else if (code === comma && isThousands(text, at)) at += 4;
    else if (code === comma && isDecimalComma(text, from, at)) at += 2;
    else break;
  }
  return at;
}

function isLetter(text: string, at: number): boolean {
  return classOf(foldCode(text.charCodeAt(at))) === CharClass.Letter;
}

function isDigit(text: string, at: number): boolean {
  return classOf(foldCode(text.charCodeAt(at))) === CharClass.Digit;
}

/** "0,1 mL": a comma for the decimal point, told from a list by the lone zero before it. */
function isDecimalComma(text: string, from: number, at: number): boolean {
  const alone = at === from && foldCode(text.charCodeAt(from - 1)) === 0x30;
  return alone && at + 1 < text.length && isDigit(text, at + 1);
}

/** A comma followed by exactly three digits belongs to the number: "1,000". */
function isThousands(text: string, at: number): boolean {
  for (let i = 1; i <= 3; i += 1) if (at + i >= text.length || !isDigit(text, at + i)) return false;
  return at + 4 >= text.length || !isDigit(text, at + 4);
}
