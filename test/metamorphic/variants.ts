/** Changes of a note's form that leave its meaning alone. */
export interface Variant {
  readonly name: string;
  readonly change: (text: string) => string;
}

/** Breaks long lines of prose between words; lines laid out in columns stay as they are. */
function wrap(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => {
      const body = line.trim();
      if (line.length <= width || /\S {2,}\S|\t|\||\.{3,}/.test(line) || /^[-*\u2022#>\d(]/.test(body)) return line;
      // A field's label stays with the words behind it.
      if (/^[^:]{1,40}:/.test(body)) return line;
      const indent = line.slice(0, line.length - line.trimStart().length);
      const rows: string[] = [];
      let row = indent;
      for (const word of body.split(' ')) {
        if (row.trim() !== '' && row.length + 1 + word.length > width) {
          rows.push(row);
          row = indent + word;
        } else row = row.trim() === '' ? indent + word : `${row} ${word}`;
      }
      rows.push(row);
      return rows.join('\n');
    })
    .join('\n');
}

/** Puts a sentence that has nothing to do with the visit after the first line that stands alone. */
function interject(text: string): string {
  const blank = text.search(/\n[ \t]*\n/);
  if (blank < 0) return text;
  return `${text.slice(0, blank)}\n\nParking was validated at the front desk.${text.slice(blank)}`;
}

export const variants: readonly Variant[] = [
  { name: 'CRLF line ends', change: (text) => text.replaceAll(/\r?\n/g, '\r\n') },
  {
    name: 'typographic dashes, quotes and signs',
    change: (text) =>
      text
        .replaceAll(/(\d)-(\d)/g, '$1\u2013$2')
        .replaceAll(/ - /g, ' \u2013 ')
        .replaceAll("'", '\u2019')
        .replaceAll(/ x ?(\d)/g, ' \u00d7$1'),
  },
  { name: 'no-break spaces', change: (text) => text.replaceAll(/(\S) (\d)/g, '$1\u00a0$2') },
  { name: 'prose wrapped at 64 columns', change: (text) => wrap(text, 64) },
  { name: 'an unrelated paragraph in between', change: interject },
  {
    name: 'a summary for the patient behind it',
    change: (text) =>
      `${text}\n\nAfter your visit\nWhat to expect: you may have soreness where you were injected. It usually goes away in a few days. Most people need several injections, usually four weeks apart. Steroid injections can cause thinning of your skin. Call your doctor if you have fever.\n`,
  },
  {
    name: 'a reference behind it',
    change: (text) =>
      `${text}\n\nReference: Roe N, et al. Intralesional methotrexate for keratoacanthoma. J Am Acad Dermatol. 2007;56:989-993.\n`,
  },
  {
    name: 'a word on the codes behind it',
    change: (text) =>
      `${text}\n\nCPT 11900 is used for the injection of up to seven lesions, 11901 for more than seven lesions. The codes 96405 and 96406 are used for chemotherapy agents.\n`,
  },
  { name: 'blank lines at the end', change: (text) => `${text}\n\n\n` },
  { name: 'trailing white space', change: (text) => text.replaceAll('\n', '  \n') },
];
