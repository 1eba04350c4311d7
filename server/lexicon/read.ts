import { withoutEncoded } from '../note/encoded';
import { foldCode, foldText } from '../note/fold';
import type { Keeper } from '../note/kept';
import { Gap, TokenKind, type Tokens } from '../note/tokens';
import { untickedMentions } from './boxes';
import type { Lexicon } from './lexicon';
import { isMark, type Mention, type MentionKind, mentionOf, type Said } from './mention';
import { readNamedLabels } from './named-labels';
import { NumberCursor, type NumberReading } from './number-cursor';
import { readLabels, readSpelledLabels } from './number-labels';
import { readNumber } from './numbers';
import type { Term } from './term';
import type { TrieMatch } from './trie';

/** What one block says, read from its own text alone; offsets are relative to the start of that text. */
export interface BlockReading extends Keeper {
  readonly text: string;
  readonly tokens: Tokens;
  readonly mentions: readonly Mention[];
  /** Index of the first mention of each sentence. */
  readonly sentences: readonly number[];
}

/** Abbreviations whose full stop ends no sentence. */
const abbreviations = new Set(
  'dr mr mrs ms no nos vs approx st jr sr e.g i.e fig al etc prox ant lat occip inj temp ext int hx dx tx rx ea'.split(
    ' ',
  ),
);

/** Reads a block's text into mentions, in one pass over its tokens. */
export function readText(lexicon: Lexicon, text: string): BlockReading {
  const tokens = lexicon.tokenize(withoutEncoded(text));
  const cursor = new NumberCursor(lexicon, tokens, text);
  const mentions: Mention[] = [];
  const sentences: number[] = [0];
  let at = 0;
  let skipped = 0;
  let lineStart = true;
  const spoken = speaksPunctuation(lexicon, tokens);
  while (at < tokens.count) {
    const start = tokens.start[at] ?? 0;
    const said = spoken ? (lexicon.matchKind('spoken', tokens, at)?.terms[0] ?? null) : null;
    if (said) {
      // Dictated punctuation is punctuation.
      const end = tokens.end[at] ?? start;
      const place = { start, end, skipped, gap: Gap.Space, lineStart };
      mentions.push(mentionOf(place, 'mark', { mark: said.value }));
      skipped = 0;
      at += 1;
      if (said.value === '.') sentences.push(mentions.length);
      continue;
    }
    const place = (end: number) => ({
      start,
      end: tokens.end[end - 1] ?? start,
      skipped,
      gap: (tokens.gap[at] ?? Gap.None) as Gap,
      lineStart,
    });
    const kind = tokens.kind[at];
    const found = readAt(lexicon, cursor, tokens, text, at);
    if (found) {
      mentions.push(mentionOf(place(found.end), found.kind, found.said));
      if (isOverlong(mentions, sentences, undefined)) sentences.push(mentions.length);
      at = found.end;
      skipped = 0;
      lineStart = false;
    } else if (kind === TokenKind.Word || kind === TokenKind.Number) {
      skipped += 1;
      at += 1;
      lineStart = false;
    } else {
      const mark = text.slice(start, tokens.end[at]);
      const isBreak = kind === TokenKind.Break;
      const box = kind === TokenKind.EmptyBox ? ' ' : kind === TokenKind.TickedBox ? 'x' : null;
      const folded = String.fromCharCode(foldCode(mark.charCodeAt(0)));
      const shown = box !== null ? 'box' : isBreak ? 'break' : 'mark';
      mentions.push(mentionOf(place(at + 1), shown, { mark: box ?? folded }));
      skipped = 0;
      lineStart = isBreak;
      if (endsSentence(tokens, text, at) || isOverlong(mentions, sentences, mentions[mentions.length - 1])) {
        sentences.push(mentions.length);
      }
      at += 1;
    }
  }
  return sayTicked({
    text,
    tokens,
    mentions,
    sentences: sentences.filter((first) => first < mentions.length || first === 0),
    room: [],
  });
}

/** Only the ticked option of a form is said. */
function sayTicked(reading: BlockReading): BlockReading {
  const dropped = untickedMentions(reading.mentions);
  if (dropped.size === 0) return reading;
  const indices: number[] = [];
  const mentions: Mention[] = [];
  for (const [index, mention] of reading.mentions.entries()) {
    indices.push(mentions.length);
    if (!dropped.has(index)) mentions.push(mention);
  }
  const sentences = [...new Set(reading.sentences.map((first) => indices[first] ?? mentions.length))];
  return {
    ...reading,
    mentions,
    sentences: sentences.filter((first) => first < mentions.length || first === 0),
    room: [],
  };
}

/** What is read together may not grow without end: text without full stops is parted at a comma, and at last anywhere. */
const longSentence = 250;
const longestSentence = 500;

function isOverlong(mentions: readonly Mention[], sentences: readonly number[], last: Mention | undefined): boolean {
  const length = mentions.length - (sentences[sentences.length - 1] ?? 0);
  return length > longestSentence || (length > longSentence && isMark(last, ',', ';'));
}

/** A transcript that spells its punctuation out says "comma" and "period" again and again. */
function speaksPunctuation(lexicon: Lexicon, tokens: Tokens): boolean {
  let said = 0;
  for (let at = 0; at < tokens.count && said < 4; at += 1) {
    if (tokens.word[at] !== 0 && lexicon.matchKind('spoken', tokens, at)) said += 1;
  }
  return said >= 4;
}

type Found = { readonly kind: MentionKind; readonly said: Said; readonly end: number };

const numberFound = (number: NumberReading): Found => ({ kind: number.is, said: number, end: number.end });
/** "A-D   0.2 mL each", "E, G, K   no injection", "F   0.3 mL": a row that opens with the letters of its lesions. */
function readLetteredRow(cursor: NumberCursor): Found | null {
  const { tokens, source } = cursor;
  if (tokens.kind[0] !== TokenKind.Word || (tokens.end[0] ?? 0) - (tokens.start[0] ?? 0) !== 1) return null;
  const found = readLabels(cursor, 0, null);
  if (found?.is !== 'label' || tokens.gap[found.end] !== Gap.Column) return null;
  // "L   cheek", "P   debrided": one letter alone names a lesion only before what it got.
  const alone = found.labels.length === 1;
  const next = source.slice(tokens.start[found.end] ?? 0, (tokens.start[found.end] ?? 0) + 12);
  if (alone && (/^[LR]$/.test(found.labels[0] ?? '') || !/^[\d.]+ ?(?:ml|cc)\b/i.test(next))) return null;
  return { kind: 'label', said: { labels: found.labels, noun: null }, end: found.end };
}

function readAt(lexicon: Lexicon, cursor: NumberCursor, tokens: Tokens, text: string, at: number): Found | null {
  const blank = tokens.kind[at] === TokenKind.Mark ? (readBlank(tokens, text, at) ?? readBox(tokens, text, at)) : null;
  if (blank) return blank;
  const lettered = at === 0 ? readLetteredRow(cursor) : null;
  if (lettered) return lettered;
  const term = lexicon.match(tokens, at);
  const first = term?.terms[0];
  const names = term && term.end > at + 1 ? null : readNamedLabels(cursor, at);
  if (names) return { kind: 'label', said: { labels: names.labels, noun: null, named: true }, end: names.end };
  if (!term && tokens.word[at] === 0 && tokens.kind[at] === TokenKind.Word) {
    const start = tokens.start[at] ?? 0;
    const end = tokens.end[at] ?? 0;
    const guess = end - start >= 7 ? lexicon.misspelt(foldText(text.slice(start, end))) : null;
    if (guess) return { kind: 'agent', said: { term: guess, also: [] }, end: at + 1 };
  }
  if (first?.kind === 'route' && namesStateOrProtein(lexicon, tokens, text, at)) return null;
  if (term && first?.kind === 'agent' && !insideWord(tokens, at, term.end)) return termFound(term);
  if (term && first?.kind === 'noun' && first.tags.includes('unit')) {
    const session = readNumber(cursor, at);
    // "point one five of a ml"
    if (session?.is === 'session' || session?.is === 'measure') return numberFound(session);
  }
  if (term && first?.kind === 'noun') return labelled(cursor, tokens, at, term) ?? termFound(term);
  if (term && first?.kind === 'numberword') {
    const numbers = labelled(cursor, tokens, at, term);
    if (numbers) return numbers;
  }
  const longTerm = term !== null && term.end > at + 1 && first?.kind !== 'numeral';
  const number = longTerm ? null : readNumber(cursor, at);
  if (number) return numberFound(number);
  return term && !insideWord(tokens, at, term.end) ? termFound(term) : null;
}

/** "Peoria, IL 61602", "an IL-17 inhibitor", "www.clinic.il": letters that elsewhere say "intralesional". */
function namesStateOrProtein(lexicon: Lexicon, tokens: Tokens, text: string, at: number): boolean {
  if (!lexicon.isWord(tokens, at, 'il')) return false;
  const next = at + 1;
  const joined = tokens.gap[next] === Gap.None && lexicon.isWord(tokens, next, '-');
  if (joined && tokens.gap[next + 1] === Gap.None && tokens.kind[next + 1] === TokenKind.Number) return true;
  const zip = text.slice(tokens.start[next], tokens.end[next]);
  if (tokens.kind[next] === TokenKind.Number && /^6[0-2]\d{3}$/.test(zip)) return true;
  const before = text.slice(Math.max(0, (tokens.start[at] ?? 0) - 30), tokens.start[at]);
  // A town before the comma is a word of its own that the lexicon does not know.
  return /\S\.$/.test(before) || (/[A-Z][a-z]+,\s?$/.test(before) && tokens.word[at - 2] === 0);
}

const none: readonly Term[] = [];

function termFound(match: TrieMatch): Found | null {
  const [term] = match.terms;
  const also = match.terms.length > 1 ? match.terms.slice(1) : none;
  return term ? { kind: term.kind, said: { term, also }, end: match.end } : null;
}

/** A single letter glued to a figure ("L1", "R2") or to another word's mark is part of a name, not a word. */
function insideWord(tokens: Tokens, at: number, end: number): boolean {
  const length = (tokens.end[end - 1] ?? 0) - (tokens.start[at] ?? 0);
  if (length > 1 || tokens.kind[at] !== TokenKind.Word) return false;
  const next = at + 1;
  return tokens.kind[next] === TokenKind.Number && tokens.gap[next] === Gap.None;
}

/** "lesion 3", "lesions 1-4 and 6", "nodules A through F", "numbers 4 and 9", "No. 3". */
function labelled(cursor: NumberCursor, tokens: Tokens, at: number, match: TrieMatch): Found | null {
  const noun = match.terms[0];
  if (!noun || (noun.kind === 'noun' && !noun.tags.includes('lesion'))) return null;
  let next = match.end;
  if (noun.kind === 'noun' && cursor.lexicon.isWord(tokens, next, 'number', 'numbers', 'no')) {
    next += 1;
    if (cursor.lexicon.isWord(tokens, next, '.')) next += 1;
  } else if (noun.kind === 'numberword' && !cursor.lexicon.isWord(tokens, at, 'number', 'no', 'nos', 'numbers'))
    return null;
  const gap = tokens.gap[next];
  if (gap === Gap.Column || (gap === Gap.None && !cursor.lexicon.isWord(tokens, next, '#'))) return null;
  const reading = readNumber(cursor, next);
  if (
    !reading ||
    reading.is === 'measure' ||
    reading.is === 'date' ||
    reading.is === 'code' ||
    reading.is === 'ratio'
  ) {
    return letterLabels(cursor, noun.kind === 'noun' ? noun : null, next);
  }
  if (reading.is === 'quantity' && (reading.times || reading.quantity.kind === 'part')) return null;
  const named = noun.kind === 'noun' ? noun : null;
  const labels = readLabels(cursor, next, named) ?? readSpelledLabels(cursor, next, named);
  if (labels?.is !== 'label') return null;
  const plural = noun.form === 'plural' || cursor.lexicon.isWord(tokens, at, 'nos', 'numbers');
  // "lesions 7" is how many; "lesion 7" is which.
  if (plural && labels.labels.length === 1) return null;
  if (noun.kind === 'numberword' && !plural && labels.labels.length > 1) return null;
  return { kind: 'label', said: { labels: labels.labels, noun: labels.noun }, end: labels.end };
}

function letterLabels(cursor: NumberCursor, noun: Term | null, at: number): Found | null {
  const start = cursor.tokens.start[at] ?? 0;
  if (!noun || cursor.tokens.kind[at] !== TokenKind.Word) return null;
  const letter = cursor.source.slice(start, cursor.tokens.end[at]);
  // "lesion A 4 mm" names it; "lesions A" is no name, and L and R are sides.
  if (!/^[A-KM-QS-Z]$/.test(letter)) return null;
  const labels = readLabels(cursor, at, noun);
  return labels?.is === 'label' ? { kind: 'label', said: { labels: labels.labels, noun }, end: labels.end } : null;
}

const asterisk = 0x2a;
const underscore = 0x5f;

/** A run of `*` or `_` that stands where an answer belongs. */
function readBlank(tokens: Tokens, text: string, at: number): Found | null {
  const code = text.charCodeAt(tokens.start[at] ?? 0);
  if (code !== asterisk && code !== underscore) return null;
  let end = at + 1;
  while (end < tokens.count && tokens.gap[end] === Gap.None && text.charCodeAt(tokens.start[end] ?? 0) === code)
    end += 1;
  return end - at >= 3 ? { kind: 'blank', said: { mark: text.charAt(tokens.start[at] ?? 0) }, end } : null;
}

/** `[x]`, `[ ]`, `(x)`, `( )`: check boxes made of brackets. */
function readBox(tokens: Tokens, text: string, at: number): Found | null {
  const open = text.charAt(tokens.start[at] ?? 0);
  const close = open === '[' ? ']' : open === '(' ? ')' : null;
  if (!close) return null;
  const inner = at + 1;
  if (text.charAt(tokens.start[inner] ?? 0) === close) {
    const gap = (tokens.start[inner] ?? 0) - (tokens.end[at] ?? 0);
    return gap >= 1 && gap <= 3 ? { kind: 'box', said: { mark: ' ' }, end: inner + 1 } : null;
  }
  const ticked = text.slice(tokens.start[inner], tokens.end[inner]).toLowerCase();
  if (!['x', '\u2713', '\u2714'].includes(ticked) || text.charAt(tokens.start[inner + 1] ?? 0) !== close) return null;
  return { kind: 'box', said: { mark: 'x' }, end: inner + 2 };
}

function endsSentence(tokens: Tokens, text: string, at: number): boolean {
  const mark = text.charAt(tokens.start[at] ?? 0);
  if (mark === '!' || mark === '?') return true;
  if (mark !== '.') return false;
  const next = at + 1;
  // Dots that lead from a name to its value.
  if (text.charAt((tokens.start[at] ?? 0) + 1) === '.' || text.charAt((tokens.start[at] ?? 0) - 1) === '.')
    return false;
  if (next >= tokens.count) return true;
  if (tokens.gap[next] === Gap.None && tokens.kind[next] !== TokenKind.Break) {
    return /["')\]]/.test(text.charAt(tokens.start[next] ?? 0));
  }
  const before = text.slice(tokens.start[at - 1] ?? 0, tokens.end[at - 1] ?? 0).toLowerCase();
  if (abbreviations.has(before)) return false;
  // An initial: "F. A. M."
  const glued = at >= 2 && tokens.gap[at - 1] === Gap.None && tokens.kind[at - 2] === TokenKind.Number;
  return before.length > 1 || glued || tokens.kind[at - 1] !== TokenKind.Word;
}
