import { constants } from 'node:buffer';

/** A note's text, or why there is none and what the person can do about it. */
export type Decoded = { readonly text: string } | { readonly problem: string };

/**
 * Decodes the bytes of a note. The byte order mark is dropped, as editors drop it, so that offsets agree with theirs.
 * Nothing is guessed: a wrong guess of the encoding would move spans and could turn a dose into another one.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > constants.MAX_STRING_LENGTH) return { problem: 'is too large; split it into one file a note' };
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return { problem: 'is UTF-16 text; save it as UTF-8' };
  }
  if (bytes.includes(0)) return { problem: 'is a binary file, not text; export the note as plain text (UTF-8)' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return {
      problem: 'is not valid UTF-8; save it as UTF-8 (iconv -f WINDOWS-1252 -t UTF-8 converts most older files)',
    };
  }
}
