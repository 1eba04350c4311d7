import type { HeadingKind } from '../lexicon/headings';
import type { BlockReading } from '../lexicon/read';
import { keptIn } from '../note/kept';
import { endsStep, type Steps } from '../note/steps';
import type { Passage } from './document';
import { isGeneralStretch, readGenre, tellsOfSomebody } from './genre';

/** What a handout, an article or a letter to a payer says is no record of this encounter. */
const toldOfNobody = (passage: Passage): Passage => ({ ...passage, kind: 'template', section: 'template' });

/** What the fields of a message on its way are called; three of them head a mail. */
const messageField =
  /^(?:received|return-path|delivered-to|delivery-date|message-id|mime-version|content-type|x-[a-z-]+|from|to|cc|bcc|subject|date|reply-to|sender|in-reply-to|references):/i;

/** Where the fields at the head of a mail end: they tell of the message ("Received: from … by …"). */
function messageHeadEnd(text: string): number {
  const empty = /\r?\n[ \t]*\r?\n/.exec(text);
  if (!empty || empty.index > longestHead) return 0;
  const head = text.slice(0, empty.index);
  return head.split('\n').filter((line) => messageField.test(line)).length >= 3 ? empty.index : 0;
}
const longestHead = 8000;

/** What is short or has no end of a sentence. */
const isTitle = (words: string): boolean => words.length <= 80 || !/[.!?]/.test(words);

/** Sections that may speak to the reader and are of this patient all the same. */
const advises: ReadonlySet<HeadingKind> = new Set(['aftercare', 'follow-up', 'consent', 'signature']);

/** Whether a stretch is general text, judged once for as long as it stays as it is. */
const isGeneral = keptIn(
  (_: BlockReading, words: string): boolean => isGeneralStretch(words),
  (before, now) => before === now,
);

/**
 * Tells general text from the record: a handout, a reference or a word on codes behind it, stretch by stretch between
 * empty lines and headings, or the whole text.
 */
export function* generalSteps(text: string, passages: readonly Passage[], dated: boolean): Steps<Passage[]> {
  const headEnd = messageHeadEnd(text);
  const marked: Passage[] = [];
  const own: string[] = [];
  let opensGeneral: boolean | null = null;
  let from = 0;
  for (let at = 1; at <= passages.length; at += 1) {
    if (endsStep(at)) yield;
    const next = passages[at];
    if (next && !next.block.detached && next.block.kind !== 'heading') continue;
    const stretch = passages.slice(from, at);
    from = at;
    const [first] = stretch;
    const last = stretch[stretch.length - 1];
    if (!first || !last) continue;
    const words = text.slice(first.block.start, last.block.end);
    const general = isGeneral(first.reading, words);
    if (!general) own.push(words);
    if (opensGeneral === null && (general ? !isTitle(words) : !isTitle(words) || tellsOfSomebody(words)))
      opensGeneral = general;
    for (const passage of stretch) {
      const nobody = passage.block.start < headEnd || (general && !advises.has(passage.kind));
      marked.push(nobody ? toldOfNobody(passage) : passage);
    }
  }
  // A record may carry general text behind it; what comes before all else, or has nothing beside it, makes the text.
  const rest = own.join('\n\n');
  const genre = readGenre(text, opensGeneral === true || !tellsOfSomebody(rest) ? text : rest, dated);
  return genre === 'record' ? marked : passages.map(toldOfNobody);
}
