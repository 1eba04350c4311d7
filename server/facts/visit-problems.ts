import { type Mention, termOf } from '../lexicon/mention';
import type { BlockReading } from '../lexicon/read';
import { kept } from '../note/kept';
import type { Clause } from './visit-clauses';
import type { Wording } from './visit-wordings';
import { readWork } from './visit-words';

/**
 * Names of one disease brought together, so that a wart is the verruca of the line before. All cancers are one: what
 * is done for a patient's cancer beyond its injection has to be significant, whichever deposit it is about.
 */
const families: Readonly<Record<string, string>> = {
  'squamous cell carcinoma': 'cancer',
  'basal cell carcinoma': 'cancer',
  keratoacanthoma: 'cancer',
  melanoma: 'cancer',
  metastasis: 'cancer',
  deposit: 'cancer',
  carcinoma: 'cancer',
  lymphoma: 'cancer',
  'kaposi sarcoma': 'cancer',
  'kaposi lesion': 'cancer',
  'breast cancer': 'cancer',
  'hypertrophic scar': 'keloid',
  'lesion of scarring': 'keloid',
  condyloma: 'wart',
  molluscum: 'wart',
  viral: 'wart',
  cyst: 'acne',
  comedone: 'acne',
  'bald patch': 'hair',
  'alopecia areata': 'hair',
  'lichen simplex chronicus': 'lichen',
  'lichen planus': 'lichen',
  'granuloma annulare': 'lichen',
  'prurigo nodule': 'lichen',
  'hidradenitis suppurativa': 'hidradenitis',
  keratosis: 'actinic keratosis',
  'skin tag': 'pigmented lesion',
  'limb pain': 'arthritis',
};

/** Words of the lesion table that name a disease by the family it belongs to. */
const plainFamilies: readonly [RegExp, string][] = [
  [/\b(?:plantar|genital|common|flat|periungual|mosaic|palmar) (?:wart|verruc)/i, 'wart'],
  [/\bverruc|\bwart/i, 'wart'],
  [/\bkeloid|\bscar(?:s|ring)?\b/i, 'keloid'],
];

const familyOf = (name: string): string => families[name] ?? name;

/** Problems that a clause names and does not deny, in order of mention. */
export const problemsOf = ({ own }: Clause): readonly string[] => problemsIn(own);

const problemsIn = kept((clause: Wording): readonly string[] => {
  const found: { at: number; name: string }[] = [];
  for (const word of clause.words) {
    if (word.category !== 'problem' || silenced(clause, word.start)) continue;
    found.push({ at: word.start, name: familyOf(word.name) });
  }
  for (const mention of clause.mentions) {
    const noun = termOf(mention, 'noun');
    if (!noun?.tags.includes('disease')) continue;
    const at = mention.start - clause.base;
    if (silenced(clause, at)) continue;
    const plain =
      noun.value === 'lesion of scarring' ? plainFamilies.find(([pattern]) => pattern.test(clause.text)) : null;
    found.push({ at, name: plain?.[1] ?? familyOf(noun.value) });
  }
  const pressure = pressures.exec(clause.text);
  if (pressure && isHigh(pressure)) found.push({ at: pressure.index, name: 'hypertension' });
  found.sort((a, b) => a.at - b.at);
  return found.length === 0 ? noProblem : [...new Set(found.map(({ name }) => name))];
});

const noProblem: readonly string[] = [];

const pressures =
  /\b(?:bp|blood pressure|pressure)\W{0,3}(?:(?:is|was|of|today|now)\W{1,2}){0,2}(\d{2,3})\s?\/\s?(\d{2,3})\b/i;
/** A pressure that nobody passes over: the reading is itself the finding of a problem. */
const isHigh = ([, upper = '', lower = '']: RegExpExecArray): boolean => Number(upper) >= 170 || Number(lower) >= 105;

/** The problem that names an item or a paragraph, when its label is read apart from its text. */
export function labelProblem(clause: Clause): string | null {
  const { label, offset } = clause.passage;
  if (!label || clause.passage.block.label === null || offset <= clause.passage.block.label.start) return null;
  return problemNamed(label.reading);
}

const problemNamed = kept(({ text, mentions }: BlockReading): string | null => {
  const word = readWork(text).find(({ category }) => category === 'problem');
  if (word) return familyOf(word.name);
  for (const mention of mentions) {
    const noun = termOf(mention, 'noun');
    if (noun?.tags.includes('disease')) return familyOf(noun.value);
  }
  return null;
});

/** True where a denial, a risk, a precaution or a relative stands before a place in its part of the sentence. */
export function silenced(clause: Pick<Clause, 'context'>, at: number): boolean {
  let silent = false;
  for (const cue of clause.context) {
    if (cue.start >= at) break;
    if (cue.value === 'terminator') silent = false;
    if (cue.direction !== 'forward') continue;
    if (cue.value === 'negation' || cue.value === 'other') silent = true;
    if (cue.value === 'conditional' && cue.end <= at) silent = true;
  }
  return silent;
}

/** An act of injecting, or an agent for injection with its volume ("TAC 40, 0.2 mL each"). */
export const injects = ({ own }: Clause): boolean => injectsIn(own);

const injectsIn = kept((clause: Wording): boolean => {
  let agent = false;
  let volume = false;
  for (const mention of clause.mentions) {
    if (termOf(mention, 'act')?.value === 'inject') return true;
    const given = termOf(mention, 'agent');
    if (given && !given.tags.includes('topical') && !given.tags.includes('systemic')) agent = true;
    if (mention.kind === 'measure' && mention.dimension === 'volume') volume = true;
  }
  return agent && volume;
});

/** The diseases of the injected lesions, from where the note speaks of injecting them; `apart` tells what stands apart from it. */
export function targetsOf(
  clauses: readonly Clause[],
  procedureToday: boolean,
  apart: (index: number, named: boolean) => boolean,
): Set<string> {
  const targets = new Set<string>();
  if (!procedureToday) return targets;
  const add = (names: readonly string[]): void => {
    for (const name of names) if (!sideEffects.has(name)) targets.add(name);
  };
  const told = (clause: Clause): boolean => clause.zone !== 'aside' || clause.passage.day === 'past';
  for (const [index, clause] of clauses.entries()) {
    if (!told(clause) || !injects(clause)) continue;
    // "Agreed to injection after bleeding and thrush were gone over": what may happen is not what is treated.
    if (tellsRisks.test(clause.text) && !clause.mentions.some(({ kind }) => kind === 'agent')) continue;
    if (problemsOf(clause).length === 0 && clause.zone !== 'history') add(problemAbove(clauses, index));
    // "CC: keloid injections, shingles?": of what a patient comes for, the first goes with the injection.
    const problems = problemsOf(clause);
    add(clause.zone === 'history' ? problems.slice(0, 1) : problems);
  }
  const named = targets.size > 0;
  for (const [index, clause] of clauses.entries()) {
    if (!told(clause) || injects(clause) || clause.passage.kind !== 'procedure') continue;
    // "SCC, injected; start doxycycline for rosacea": what stands after a verb of treating is not what was injected.
    if (tellsRisks.test(clause.text)) continue;
    if (!apart(index, named)) add(problemsOf(clause).slice(0, 1));
  }
  // The virus is given into melanoma alone.
  if (targets.size === 0 && clauses.some((clause) => injects(clause) && clause.mentions.some(isVirus)))
    targets.add('cancer');
  if (targets.size === 0) {
    for (const clause of clauses) {
      if (clause.zone === 'aside') continue;
      const first = problemsOf(clause).find((name) => !sideEffects.has(name));
      if (first !== undefined) {
        targets.add(first);
        break;
      }
    }
  }
  return targets;
}

const tellsRisks =
  /\b(?:agree[ds]?|consent\w*|risks?|warned|told|gone over|went over|explained|discussed|after hearing|r\/b)\b/i;

/** "Cutaneous Kaposi sarcoma, limited. Injected today.": the last problem named before in the same item. */
function problemAbove(clauses: readonly Clause[], at: number): string[] {
  for (let i = at - 1; i >= 0 && clauses[i]?.passageIndex === clauses[at]?.passageIndex; i -= 1) {
    const before = clauses[i];
    const own =
      before && !tellsRisks.test(before.text) ? problemsOf(before).filter((name) => !sideEffects.has(name)) : [];
    if (own.length > 0) return own.slice(0, 1);
  }
  return [];
}

const isVirus = (mention: Mention): boolean => termOf(mention, 'agent')?.value === 'talimogene laherparepvec';

/** What an injection may do and its consent names; never the disease it is given for. */
const sideEffects: ReadonlySet<string> = new Set([
  'cellulitis',
  'fever',
  'allergy',
  'nausea',
  'fatigue',
  'myalgia',
  'pain',
  'ulcer',
  'pigment',
  'rash',
  'hypotension',
  'toxicity',
  'edema',
  'cytopenia',
  'hypertension',
  'diabetes',
]);
