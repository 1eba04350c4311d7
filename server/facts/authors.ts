import { isTerm, isVolume } from '../lexicon/mention';
import type { BlockReading } from '../lexicon/read';
import { kept } from '../note/kept';
import type { NoteDocument, Passage } from './document';

const names = /[A-Za-z][A-Za-z-]{2,}/g;
/** A field that names who did the procedure or wrote the note. */
export const providerLabel =
  /^(?:provider|clinician|physician|attending|surgeon|author|operator|seen by|performed by|procedure by|treated by|note by|injected by|dictated by|doctor|md|dr|attending of record|performing)/i;

/** Words of a name that are no one's surname. */
const titles = new Set(
  'electronically signed attending doctor date time staff and the for with seen performed injected dictated provider physician facs dnp mbbs fnp pac phd md dermatologist'.split(
    ' ',
  ),
);

/** The names in a text that may be a clinician's, folded. */
export function surnames(text: string): string[] {
  return (text.match(names) ?? []).map((name) => name.toLowerCase()).filter((name) => !titles.has(name));
}

export const isInjection = ({ reading }: Passage): boolean => injectsIn(reading);

const injectsIn = kept(({ mentions }: BlockReading): boolean =>
  mentions.some((mention) => isTerm(mention) && mention.term.kind === 'act' && mention.term.value === 'inject'),
);

/** Who the note says wrote it or did the procedure, by surname. */
export const authorsOf = kept(({ passages }: NoteDocument): ReadonlySet<string> => {
  const authors = new Set<string>();
  for (const { label, text } of passages.slice(0, 12)) {
    const field = label && providerLabel.test(label.text) ? text : (providerField.exec(text)?.[1] ?? '');
    for (const name of surnames(field)) authors.add(name);
  }
  return authors;
});

const providerField =
  /\b(?:provider|clinician|physician|surgeon|author(?: of this entry)?|performed by)\s?:\s{0,3}([A-Z][A-Za-z .,'-]{2,40})/i;

/** "02/10/26 0850  Sick call. … 99213. RUIZ PA-C": an entry of a running sheet that another clinician signs. */
const entrySigner = /\b([A-Z][A-Za-z'-]{2,24})\s{1,3}(?:MD|DO|PA-C|PA|NP|FNP|FNP-C|DPM|DNP)\.?$/;

/** Entries of today that another clinician signs, in a note that says who its author is. */
export const signedByOthers = kept((document: NoteDocument): ReadonlySet<number> => {
  const found = new Set<number>(openedByOthers(document));
  const authors = authorsOf(document);
  if (authors.size === 0) return found;
  for (const [index, passage] of document.passages.entries()) {
    const opener = namedOpener.exec(document.text.slice(passage.block.start, passage.block.end))?.[1]?.toLowerCase();
    if (opener !== undefined && !surnames(opener).some((name) => authors.has(name)) && !isInjection(passage))
      found.add(index);
    if (passage.day !== 'today' || !/^\d{1,4}[/-]\d{1,2}\b/.test(passage.text) || isInjection(passage)) continue;
    const signer = entrySigner.exec(passage.text.trimEnd())?.[1]?.toLowerCase();
    if (signer !== undefined && !authors.has(signer)) found.add(index);
  }
  return found;
});

/** "J. Sorensen MD, Sarcoid Clinic, 11/13/2025: 99214": a line that its writer opens with name and place. */
const namedOpener =
  /^(?:Dr\.? )?(?:[A-Z]\.? ){0,2}([A-Z][A-Za-z'-]{2,30}),? (?:MD|DO|PA-C|PA|NP|FNP|DPM|DNP|DDS), [^:\n]{3,60}: /;

/** "0835  L. Feld NP, Cardiology   Palpitations …": entries that open with who wrote them, beside one that injects. */
const entryOpener =
  /^\d{3,4}\s{1,4}(?:dr\.? )?(?:[A-Z]\.? )?([A-Z][A-Za-z'-]{2,24}),? (?:MD|DO|PA-C|PA|NP|FNP|DPM|DNP|DDS)\b/;

function openedByOthers({ passages }: NoteDocument): number[] {
  const entries: { name: string | null; at: number[]; injects: boolean; volume: boolean }[] = [];
  for (const [index, passage] of passages.entries()) {
    if (passage.day !== 'today') continue;
    const name = entryOpener.exec(passage.text)?.[1]?.toLowerCase() ?? null;
    if (name !== null || clockAhead.test(passage.text)) entries.push({ name, at: [], injects: false, volume: false });
    const entry = entries[entries.length - 1];
    if (!entry) continue;
    entry.at.push(index);
    entry.injects ||= isInjection(passage) || passage.reading.mentions.some(({ kind }) => kind === 'agent');
    entry.volume ||= passage.reading.mentions.some(isVolume);
  }
  const owner = entries.find(({ name, injects, volume }) => name !== null && injects && volume);
  if (!owner) return [];
  return entries.flatMap(({ name, at }) => (name !== null && name !== owner.name ? at : []));
}

const clockAhead = /^(?:[01]\d|2[0-3])[0-5]\d\s/;

/** "His office makes its own charge (99214-25)", "Billed by R. Feldstrom: 99215", "Charge (Quarles): …". */
export function namesOtherBiller(words: string, authors: ReadonlySet<string>): boolean {
  if (
    /\b(?:his|her|their|its) (?:office|practice|clinic|department|service) (?:makes?|submits?|bills?|charges?|codes?|will)\b|\bown charges?\b/.test(
      words,
    )
  )
    return true;
  const named = billerName.exec(words);
  const name = named?.[1] ?? named?.[2];
  return name !== undefined && authors.size > 0 && !authors.has(name) && !plainWords.has(name);
}

const billerName =
  /\b(?:billed|charged|submitted|coded) by (?:dr\.? )?(?:[a-z]\. ?)?([a-z][a-z'-]{3,24})|\bcharges? \((?:dr\.? )?([a-z][a-z'-]{3,24})\)/;

const plainWords: ReadonlySet<string> = new Set([
  'this',
  'clinic',
  'office',
  'provider',
  'staff',
  'billing',
  'today',
  'charge',
  'hospital',
  'facility',
]);
