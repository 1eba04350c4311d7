/** Runs without white space that are longer than any word of prose, and longer than a row of cells. */
const longRun = /[^\s,;|]{40,}/g;
/** A line of uuencoded data: its length in front, then no small letters. */
const uuencoded = /^M[!-`]{60}$/;

/**
 * The text with what is encoded in it (an attachment, a key, an address of the web) blanked, every offset kept: such
 * a run has the letters of words in it and says nothing.
 */
export function withoutEncoded(text: string): string {
  longRun.lastIndex = 0;
  if (!longRun.test(text)) return text;
  return text.replace(longRun, (run) => (isEncoded(run) ? ' '.repeat(run.length) : run));
}

function isEncoded(run: string): boolean {
  if (/^\W?https?:\/\//i.test(run) || uuencoded.test(run)) return true;
  // Words that are run together change their case where they meet; data changes it everywhere, and between figures.
  const changes = run.match(/[a-z](?=[A-Z\d])|\d(?=[A-Za-z])/g)?.length ?? 0;
  return changes * 8 >= run.length && /\d/.test(run) && !/[([\])]/.test(run);
}
