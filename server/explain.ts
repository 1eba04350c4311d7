import { siteInWords } from './conclusion';
import { type Configuration, defaultConfiguration } from './configuration';
import type { Act } from './facts/acts';
import type { Passage } from './facts/document';
import { payerIn, readEncounter } from './facts/encounter';
import type { Entry } from './facts/entries';
import type { Encounter } from './facts/model';
import { readProcedures } from './facts/procedures';
import { readNote } from './facts/queries';
import { readingOptions } from './facts/reading-options';
import type { Sentence } from './facts/sentences';
import { hasTerm, type Mention } from './lexicon/mention';
import type { Span } from './note/span';
import { payerCard } from './payer-card';

/** How one sentence was read, for the person who asks why. */
export interface SentenceReading {
  readonly text: string;
  readonly section: string;
  readonly day: string;
  /** What was recognised in it, in order: `agent triamcinolone "Kenalog"`. */
  readonly mentions: readonly string[];
  /** What was done or not done, with the cue that decided. */
  readonly acts: readonly string[];
  /** Statements of how many lesions, and rows of lists. */
  readonly claims: readonly string[];
}

export interface Explanation {
  readonly sentences: readonly SentenceReading[];
  /** How each procedure's number was settled from all claims of the note. */
  readonly procedures: readonly string[];
  /** Place of service, and what is known of the payer's rules. */
  readonly encounter: readonly string[];
}

/** Says how the sentences that touch a span were read. */
export function explain(text: string, span: Span, configuration: Configuration = defaultConfiguration): Explanation {
  const { document } = readNote(text, readingOptions(configuration));
  const { reading, entries, procedures } = readProcedures(document);
  const touched = reading.sentences.filter(
    ({ sentence }) => sentence.span.start < Math.max(span.end, span.start + 1) && sentence.span.end > span.start,
  );
  return {
    sentences: touched.map(({ sentence, acts }) => ({
      text: flat(text.slice(sentence.span.start, sentence.span.end)),
      section: sentence.kind,
      day: sentence.passage.day,
      mentions: sentence.mentions.flatMap((mention) => describeMention(sentence, mention)),
      acts: acts.map((act) => describeAct(sentence.passage, act)),
      claims: entries.flatMap((entry) => claimsIn(text, entry, sentence)),
    })),
    procedures: procedures.map(
      ({ agent, lesions, countStatus, code, reasoning }) =>
        `${agent ?? 'agent not named'}: ${lesions ?? 'number open'} (${countStatus}), code ${code ?? 'open'}: ${reasoning}`,
    ),
    encounter: encounterInWords(readEncounter(document), configuration),
  };
}

function encounterInWords(encounter: Encounter, { payer: setting }: Configuration): string[] {
  const { site } = encounter;
  const place = site === null ? [] : [`place of service: ${siteInWords(site)}`];
  const payer = payerIn(encounter, setting);
  if (payer === null) return place;
  const { name, lines } = payerCard(payer.id);
  return [...place, `payer: ${name}${payer.span === null ? ', by the settings' : ''}`, ...lines];
}

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

function describeMention(sentence: Sentence, mention: Mention): string[] {
  if (mention.kind === 'mark' || mention.kind === 'break') return [];
  const written = flat(sentence.passage.text.slice(mention.start, mention.end));
  return [`${mention.kind}${readingOf(mention)} "${written}"`];
}

function readingOf(mention: Mention): string {
  if (hasTerm(mention)) return ` ${mention.term.value}`;
  switch (mention.kind) {
    case 'quantity':
      return ` ${Object.values(mention.quantity).join(' ')}`;
    case 'measure':
      return ` ${mention.dimension}`;
    case 'label':
      return ` ${mention.labels.join(', ')}`;
    case 'code':
      return ` ${mention.code}`;
    default:
      return '';
  }
}

function describeAct(passage: Passage, act: Act): string {
  const written = flat(passage.text.slice(act.span.start, act.span.end));
  const what = act.role === 'exclude' ? `not injected (${act.disposition})` : act.role;
  return `${what} "${written}": ${act.status}, because ${act.cue}`;
}

function claimsIn(text: string, entry: Entry, sentence: Sentence): string[] {
  const touches = (span: Span) => span.start < sentence.span.end && span.end > sentence.span.start;
  const agent = entry.agents.join(' with ') || 'agent not named';
  return entry.claims
    .filter((claim) => touches(claim.span))
    .map((claim) => {
      const number = claim.count.kind === 'exact' ? String(claim.count.n) : claim.count.kind;
      const how = claim.how === '' ? '' : ` (${claim.how})`;
      return `${claim.source} of ${agent}: ${number}${how} "${flat(text.slice(claim.span.start, claim.span.end))}"`;
    });
}
