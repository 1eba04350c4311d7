/**
 * The normalised view of a note is made code unit by code unit, never longer or shorter than the original, so that an
 * offset into one is an offset into the other and nothing has to be mapped back.
 */

const spaces =
  '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\u3000\ufeff';
const hyphens = '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d';
const apostrophes = '\u2018\u2019\u201a\u201b\u2032\u02bc\u0060\u00b4';
const quotes = '\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb';
const bullets = '\u2022\u2023\u25aa\u25cf\u25e6\u2043\u2219\u00b7\u25a0\u25b8\u25ba\u2756\u27a2';
const emptyBoxes = '\u2610\u25a1\u25fb\u2b1c';
const tickedBoxes = '\u2611\u2612\u2713\u2714\u2705\u2715\u2717';

/** What an empty and a ticked check box fold to: control codes that no note has in its text. */
export const emptyBox = 0x01;
export const tickedBox = 0x02;

const table = new Map<number, number>();
function fold(from: string, to: string | number): void {
  for (let i = 0; i < from.length; i += 1) {
    table.set(from.charCodeAt(i), typeof to === 'number' ? to : to.charCodeAt(0));
  }
}
fold(spaces, ' ');
fold(hyphens, '-');
fold(apostrophes, "'");
fold(quotes, '"');
fold(bullets, '*');
fold(emptyBoxes, emptyBox);
fold(tickedBoxes, tickedBox);
fold('\u00d7\u2715\u2a2f', 'x');
fold('\u2264', '<');
fold('\u2265', '>');
fold('\u223c\u2248', '~');
fold('\u00e0\u00e1\u00e2\u00e4\u00e3\u00e5\u00c0\u00c1\u00c2\u00c4\u00c3\u00c5', 'a');
fold('\u00e8\u00e9\u00ea\u00eb\u00c8\u00c9\u00ca\u00cb', 'e');
fold('\u00ec\u00ed\u00ee\u00ef\u00cc\u00cd\u00ce\u00cf', 'i');
fold('\u00f2\u00f3\u00f4\u00f6\u00f5\u00d2\u00d3\u00d4\u00d6\u00d5\u00f8\u00d8', 'o');
fold('\u00f9\u00fa\u00fb\u00fc\u00d9\u00da\u00db\u00dc', 'u');
fold('\u00f1\u00d1', 'n');
fold('\u00e7\u00c7', 'c');

/** The normalised form of one code unit: lower case, plain spaces, hyphens, quotes, bullets and digits. */
export function foldCode(code: number): number {
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? code + 0x20 : code;
  if (code >= 0xff01 && code <= 0xff5e) return foldCode(code - 0xfee0);
  return table.get(code) ?? code;
}

/** The normalised view of a stretch of text, of the same length. */
export function foldText(text: string): string {
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) >= 0x80) return foldEach(text);
  return text.toLowerCase();
}

function foldEach(text: string): string {
  let folded = '';
  for (let i = 0; i < text.length; i += 1) folded += String.fromCharCode(foldCode(text.charCodeAt(i)));
  return folded;
}
