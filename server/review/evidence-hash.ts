import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { foldText } from '../note/fold';
import type { Span } from '../note/span';
import type { Finding } from '../rules/finding';

type Rested = Pick<Finding, 'rule' | 'span' | 'evidence'>;

/** 128 bits, as hexadecimal digits. */
const LENGTH = 32;

/**
 * What each finding of a note rests on, as a hash that only equal evidence and the same salt give again. The words
 * count, not how they are set: wrapping a line, spacing, capitals and typographic signs change nothing, and another
 * number does. The hash says nothing of the words to one who does not guess them.
 *
 * @param findings All findings of the note, of every rule that is asked about: where two of a rule rest on the same
 * words, they are told apart as the first and the second of two, so that a decision about one never hides the other.
 */
export function evidenceHashes(text: string, findings: readonly Rested[], salt: string): string[] {
  const grounds = findings.map((finding) => groundsOf(text, finding));
  const total = new Map<string, number>();
  for (const own of grounds) total.set(own, (total.get(own) ?? 0) + 1);
  const seen = new Map<string, number>();
  return grounds.map((own) => {
    const number = (seen.get(own) ?? 0) + 1;
    seen.set(own, number);
    const equal = total.get(own) ?? 1;
    const among = equal === 1 ? own : `${own} ${number}/${equal}`;
    return bytesToHex(hmac(sha256, utf8ToBytes(salt), utf8ToBytes(among))).slice(0, LENGTH);
  });
}

function groundsOf(text: string, { rule, span, evidence }: Rested): string {
  const words = [span, ...evidence.map((each) => each.span)].map(({ start, end }) => settled(text.slice(start, end)));
  return JSON.stringify(evidence.length > 0 ? [rule, ...words] : [rule, ...words, wordBefore(text, span)]);
}

/** The words as they count: lower case, plain signs, one space between them. */
const settled = (words: string): string => foldText(words).split(/\s+/).filter(Boolean).join(' ');

/** A finding without evidence is known by the word before it too: "Consent: ***" and "Lot: ***" are two findings. */
const wordBefore = (text: string, { start }: Span): string =>
  settled(text.slice(Math.max(0, start - 200), start))
    .split(' ')
    .at(-1) ?? '';
