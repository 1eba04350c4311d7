/** The words of a text and where each begins. */
export interface Words {
  readonly texts: readonly string[];
  readonly starts: readonly number[];
}

export const isCode = (word: string): boolean => word.length > 3 && /^[a-z]?\d{4,5}$/.test(word);

const noWords: Words = { texts: [], starts: [] };
/** The words of the texts last read: the same sentence is asked for many phrases in turn. */
const lastRead = Array.from({ length: 4 }, () => ({ text: '', words: noWords }));
let oldest = 0;

/** Words of folded text: a hyphen parts them, other marks at their edges do not belong to them. */
export function wordsOf(text: string): Words {
  if (text === '') return noWords;
  for (const known of lastRead) if (known.text === text) return known.words;
  const words = readWords(text);
  lastRead[oldest] = { text, words };
  oldest = (oldest + 1) % lastRead.length;
  return words;
}

enum Part {
  None,
  /** Stands inside a word, and not at its edges. */
  Inside,
  /** Stands inside a word and at its end. */
  Behind,
  Any,
}

const partOf = new Uint8Array(128);
for (const mark of "'/.") partOf[mark.charCodeAt(0)] = Part.Inside;
partOf['&'.charCodeAt(0)] = Part.Behind;
for (const letter of 'abcdefghijklmnopqrstuvwxyz0123456789#') partOf[letter.charCodeAt(0)] = Part.Any;

/** What is longer is no word, but more than one. */
const longestWord = 61;

function readWords(text: string): Words {
  const texts: string[] = [];
  const starts: number[] = [];
  let at = 0;
  while (at < text.length) {
    if (partOf[text.charCodeAt(at)] !== Part.Any) {
      at += 1;
      continue;
    }
    const start = at;
    const limit = Math.min(text.length, start + longestWord);
    let end = at + 1;
    at += 1;
    while (at < limit) {
      const part = partOf[text.charCodeAt(at)] ?? Part.None;
      if (part === Part.None) break;
      at += 1;
      if (part !== Part.Inside) end = at;
    }
    texts.push(text.slice(start, end));
    starts.push(start);
  }
  return { texts, starts };
}
