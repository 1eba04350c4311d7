import { isTerm, type Mention } from '../lexicon/mention';
import type { BlockReading } from '../lexicon/read';
import { kept, keptIn } from '../note/kept';
import { isInjection, providerLabel, signedByOthers, surnames } from './authors';
import type { NoteDocument, Passage } from './document';
import { isSameDay } from './encounter-date';

/** Passages whose own label or heading places them on another day ("Visit of last Friday, 06/05:"). */
export function otherDayPassages(document: NoteDocument): Set<number> {
  const found = new Set<number>();
  let heading: 'today' | 'other' | null = null;
  let entry = false;
  for (const [index, passage] of document.passages.entries()) {
    const opening = passage.label ? titleOf(passage.label.reading) : openingOf(passage.reading);
    // "Pap of 11/19: HSIL" gives a result; the visit is today's.
    const day = opening.result ? null : (dayOf(opening.mentions, document) ?? (opening.past ? 'other' : null));
    if (index > 1 && titlesEntry(passage.reading)) {
      const dated = dayOf(passage.reading.mentions, document);
      if (dated !== null) entry = dated === 'other';
    }
    if (entry) found.add(index);
    if (passage.block.kind === 'heading') heading = day;
    else if (inBrackets(document, passage)) {
      // "[01/23/2025 10:00 video, Dr. X]" opens an entry of that day in a thread.
      const dated = dayOf(passage.reading.mentions, document);
      if (dated !== null) heading = dated;
    }
    const addendum = passage.kind === 'addendum';
    if (day === 'other' && !addendum) found.add(index);
    else if (heading === 'other' && day !== 'today') found.add(index);
  }
  return found;
}

/** A line of a thread, with who spoke and when in brackets before it. */
const inBrackets = (document: NoteDocument, { block }: Passage): boolean => document.text.startsWith('[', block.start);

/** A short line that opens an entry of its own: "Prior note 01/10/2026". */
const entryTitle =
  /^\W*(?:(?:prior|previous|last|old|copied|progress|office|clinic|outside) )*(?:note|visit|encounter|dos|date of service|consult|consultation|record|entry)\b/i;

const titlesEntry = kept(({ text }: BlockReading): boolean => text.length <= 60 && entryTitle.test(text));

/** What the words that a passage is called by say of its day. */
interface Opening {
  readonly mentions: readonly Mention[];
  /** They give the result of a test. */
  readonly result: boolean;
  /** They speak of a visit before this one. */
  readonly past: boolean;
}

const opens = (text: string, mentions: readonly Mention[]): Opening => ({
  mentions,
  result: resultOf.test(text),
  past: pastVisit.test(text),
});

const titleOf = kept(({ text, mentions }: BlockReading): Opening => opens(text, mentions));

/** The same of what stands before the first colon of a text that is no named field. */
const openingOf = kept(({ text, mentions }: BlockReading): Opening => {
  const colon = text.indexOf(':');
  const end = colon > 0 && colon < 70 ? colon : 0;
  return opens(
    text.slice(0, end),
    mentions.filter((mention) => mention.end <= end),
  );
});

function dayOf(mentions: readonly Mention[], document: NoteDocument): 'today' | 'other' | null {
  let day: 'today' | 'other' | null = null;
  for (const mention of mentions) {
    if (mention.kind === 'date') {
      if (!document.date) continue;
      const same = isSameDay({ ...mention, year: mention.year ?? document.date.year }, document.date);
      if (same) return 'today';
      day = 'other';
    } else if (isTerm(mention) && mention.term.kind === 'cue') {
      if (mention.term.value === 'today') return 'today';
    }
  }
  return day;
}
/** Words before a colon that speak of a visit before this one. */
const pastVisit =
  /\b(?:last|previous|prior|earlier) (?:visit|encounter|office|clinic|appointment|note|week|month|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday|e\/m)\b|\byesterday\b/i;

/** A test with the day it was made on. */
const resultOf =
  /^\W*(?:pap|ct|pet|pet\/ct|mri|labs?|laboratory|biops(?:y|ies)|path(?:ology)?|x-?rays?|ultrasound|echo|dexa|culture|mammogram|a1c|cbc|cmp|tsh|results?|imaging|scan)\b(?! (?:visit|note|clinic|appointment))[^:]{0,30}\b(?:of|from|on|last|\d)/i;

const credential = /\b(?:MD|DO|DPM|PA-C|PA|PAC|NP|FNP|FNP-C|DNP|ANP|PNP|MBBS|FACS|OD)\b/i;
const nurse = /\b(?:RN|LPN|MA|CMA|PharmD|RPh|BSN|OCN)\b/i;
/**
 * Passages of a clinician who did not do the procedure: text under another signature, and text whose label or opening
 * names another doctor.
 */
export function otherClinicianPassages(document: NoteDocument): Set<number> {
  const found = new Set<number>(signedByOthers(document));
  const { passages } = document;
  const signed: { index: number; names: string[] }[] = [];
  for (const [index, passage] of passages.entries()) {
    if (passage.kind === 'signature' && credential.test(passage.text) && !nurse.test(passage.text)) {
      signed.push({ index, names: surnames(passage.text) });
    }
  }
  const authors = new Set<string>();
  const procedureAt = passages.findIndex((passage) => passage.day === 'today' && isInjection(passage));
  const owner = signed.find(({ index }) => index > procedureAt) ?? signed[signed.length - 1];
  for (const name of owner?.names ?? []) authors.add(name);
  for (const passage of passages) {
    if (passage.label && providerLabel.test(passage.label.text))
      for (const name of surnames(passage.text)) authors.add(name);
  }
  if (procedureAt >= 0 && owner) {
    let from = 0;
    for (const { index, names: signer } of signed) {
      if (index !== owner.index && !signer.some((name) => authors.has(name))) {
        for (let i = from; i <= index; i += 1) if (!isHeader(passages[i])) found.add(i);
      }
      from = index + 1;
    }
  }
  for (const index of otherEntries(document)) found.add(index);
  for (const [index, { reading }] of passages.entries()) if (tellsOfColleague(reading)) found.add(index);
  let heading = false;
  for (const [index, passage] of passages.entries()) {
    // "Visit, Dr. Quarles (rheumatology), 03/04/2026." opens an entry as a heading does.
    const isHeading = passage.block.kind === 'heading' || headsEntry(passage.reading);
    if (isHeading || passage.kind === 'signature') heading = false;
    const { opening, named } = passage.label ? titled(passage.label.reading) : opened(passage.reading);
    const labelled =
      isHeading || (passage.text.includes(':') && opening.length < 60 && opening.length < passage.text.length);
    if (named && labelled && authors.size > 0 && !authors.has(named) && procedureAt >= 0 && index > 1) {
      if (!providerLabel.test(opening) && otherNote.test(opening)) {
        if (isHeading) heading = true;
        found.add(index);
      }
    } else if (heading) found.add(index);
  }
  return found;
}

/** "My colleague Dr. Pomfret from rheumatology … saw her": a paragraph of what another one did. */
const colleagueSaw =
  /^\W{0,3}(?:my|our|her|his) (?:colleague|partner|associate),? (?:dr|mr|ms|mrs)\b[^.]{0,9}\.? [\s\S]{0,150}\b(?:saw|has seen|seen by|reviewed)\b/i;

const headsEntry = kept(({ text }: BlockReading): boolean => text.length <= 70 && entryTitle.test(text));

/** The doctor whom a title or the first words of a text name. */
interface NamedDoctor {
  readonly opening: string;
  readonly named: string | null;
}

const naming = (opening: string): NamedDoctor => ({
  opening,
  named: /\bdr\.?\s+(?:[a-z]\.\s*)?([a-z][a-z-]+)/i.exec(opening)?.[1]?.toLowerCase() ?? null,
});

const titled = kept(({ text }: BlockReading): NamedDoctor => naming(text));
const opened = kept(({ text }: BlockReading): NamedDoctor => naming(text.slice(0, 60).split(':')[0] ?? ''));

const tellsOfColleague = kept(({ text }: BlockReading): boolean => colleagueSaw.test(text.slice(0, 200)));

/** A label that announces someone's own entry, not a message to them. */
const otherNote =
  /\b(?:note|visit|consult|consultation|seen|saw|clinic|entry|wrote|evaluation|e\/m|assessment|today)\b|\(/i;

const isHeader = (passage: Passage | undefined): boolean => passage?.kind === 'header' && passage.block.label !== null;

/** A dated line that is only who wrote what follows: "06/10/2026  T. Okafor MD, Family Medicine". */
const entryHead = /^\W*\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}[\s\d:@apm-]*\s(?:dr\.?\s+)?[A-Z]/i;

const injectingWords = /\bintralesional|\bIL[KI]?\b|\binfiltrat/i;

const opensSigned = kept(
  ({ text }: BlockReading): boolean =>
    text.length <= 90 && entryHead.test(text) && credential.test(text) && !nurse.test(text),
);
const tellsInjecting = kept(({ text }: BlockReading): boolean => injectingWords.test(text));

/** Entries of a chart under dated lines with a name, when another one of them holds the injection. */
function otherEntries(document: NoteDocument): Set<number> {
  const entries: { from: number; names: readonly string[]; injects: boolean }[] = [];
  for (const [index, passage] of document.passages.entries()) {
    if (opensSigned(passage.reading)) {
      entries.push({ from: index, names: surnames(passage.text.split(/,|\s-\s/)[0] ?? ''), injects: false });
    }
    const entry = entries[entries.length - 1];
    if (entry && passage.day === 'today' && (isInjection(passage) || tellsInjecting(passage.reading)))
      entry.injects = true;
  }
  const owner = entries.find(({ injects }) => injects);
  const found = new Set<number>();
  if (!owner) return found;
  for (const [place, entry] of entries.entries()) {
    if (entry.names.length === 0 || entry.names.some((name) => owner.names.includes(name))) continue;
    const to = entries[place + 1]?.from ?? document.passages.length;
    for (let index = entry.from; index < to; index += 1)
      if (document.passages[index]?.kind !== 'coding') found.add(index);
  }
  return found;
}

/** Who speaks in a part of a note that several professions write in. */
const roleHead =
  /^\W*(?:(nursing|nurse|rn|lpn|ma|medical assistant|child life|pharmacy|pharmacist|social work|dietitian|interpreter|scheduler|front desk|patient|parent|mom|dad|mother|father)|(physician|provider|doctor|attending|resident|fellow|md|do|surgeon|dermatologist|clinician|procedure))\b(?:\s+(?:note|entry|section|part|assessment))?\s*(?::|-|\s{2}|$)/i;
const bracketed =
  /^\[[^\]]{0,60}?\b(rn|lpn|ma|cma|nurse|patient|pt|scheduler|front desk|pharmacist|parent|mom|dad|mother|father|interpreter)\b/i;

/** Whether the opening of a passage says whose part begins, and that it is nobody's who is a clinician. */
const roleOf = keptIn(
  ({ text }: BlockReading, label: BlockReading | null): { readonly other: boolean } | null => {
    const opening = label && !text.startsWith(label.text) ? `${label.text}: ${text}` : text;
    const head = roleHead.exec(opening.slice(0, 60));
    if (!head) return null;
    return {
      other: head[1] !== undefined && opening.length <= 60 && (ownCredential.test(opening) || capitals.test(opening)),
    };
  },
  (before, now) => before === now,
);

/** Passages in the part of a nurse, a child life specialist, the patient or another who is no clinician. */
export function otherRolePassages(document: NoteDocument): Set<number> {
  const found = new Set<number>();
  let other = false;
  for (const [index, passage] of document.passages.entries()) {
    const { label, block, kind } = passage;
    const head = roleOf(passage.reading, label?.reading ?? null);
    if (inBrackets(document, passage)) other = bracketed.test(document.text.slice(block.start, block.start + 80));
    else if (head) {
      // A name and what they are, or nothing, heads a part; a sentence speaks for itself alone.
      other = head.other;
    } else if (block.kind === 'heading' || (label !== null && clinicianKinds.has(kind))) other = false;
    if (other) found.add(index);
  }
  return found;
}

const ownCredential = /\b(?:RN|LPN|MA|CMA|PharmD|RPh|BSN|OCN|CCLS|MSW|LCSW|RD)\W*$/i;
const capitals = /^\W*[A-Z]+(?:[ /-]+[A-Z]+)*\W*$/;
const clinicianKinds: ReadonlySet<Passage['kind']> = new Set([
  'history',
  'exam',
  'assessment',
  'assessment-plan',
  'plan',
  'procedure',
  'coding',
]);
