import { type CodeFamily, codeFor, familyOf } from '../knowledge/codes';
import type { Lexicon } from '../lexicon/lexicon';
import type { Evidence, Span } from '../note/span';
import { finish, type Steps } from '../note/steps';
import type { ReadSentence } from './acts';
import { classOf, isClassOnly, leadingAgent, numbs } from './agents';
import type { NoteDocument } from './document';
import { doseSpans, sentencesWithAmounts } from './doses';
import { type Entry, entrySteps } from './entries';
import type { Group } from './groups';
import { isAmount } from './items';
import type { LesionList } from './lists';
import type { AgentClass, InjectionCode, LesionEntry, Procedure } from './model';
import { reconcile, type Settled } from './reconcile';
import { spanIn } from './sentences';
import { type TreatmentReading, treatmentSteps } from './treatment';
import { namesIntralesional } from './treatment-context';

/** What was injected into lesions today. */
export interface ProcedureReading {
  readonly procedures: readonly Procedure[];
  readonly ledger: readonly LesionEntry[];
  readonly notPerformed: readonly Evidence[];
  readonly reading: TreatmentReading;
  readonly entries: readonly Entry[];
}

/** Settles agent, number and code of today's injections. */
export function readProcedures(document: NoteDocument): ProcedureReading {
  return finish(procedureSteps(document));
}

/** The same in steps. */
export function* procedureSteps(document: NoteDocument): Steps<ProcedureReading> {
  const reading = yield* treatmentSteps(document);
  const entries = isPerformed(reading) ? yield* entrySteps(reading, document.lexicon) : [];
  yield;
  const counted = entries.map((entry) => ({
    entry,
    settled: reconcile(entry.claims),
    agent: leadingAgent(entry.agents, document.lexicon),
  }));
  const stating = sentencesWithAmounts(reading);
  const procedures = counted.map(({ entry, settled, agent }) => {
    const family = familyOfAgent(agent, document.lexicon);
    const inFamily = counted.filter((other) => familyOfAgent(other.agent, document.lexicon) === family);
    const code = codeOf(
      family,
      inFamily.map((other) => other.settled.lesions),
    );
    return toProcedure(document, entry, settled, agent, code, { reading, stating });
  });
  return {
    procedures,
    ledger: ledgerOf(entries, reading, document),
    notPerformed: reading.notPerformed,
    reading,
    entries,
  };
}

/** A list or a title alone tells of an injection only where nothing says that it did not take place. */
function isPerformed(reading: TreatmentReading): boolean {
  const told = reading.treatments.some(
    ({ act }) => !act.nominal && (act.strength === 'strong' || act.groups.some(countsLesions)),
  );
  if (told) return true;
  if (reading.notPerformed.length > 0) return false;
  if (reading.treatments.length > 0) return true;
  const given = reading.lists.some(
    (list) =>
      list.selfEvident &&
      gotSome(list) &&
      (list.agents.length > 0 || reading.titles.length > 0 || reading.intralesional),
  );
  if (given) return true;
  return (
    reading.titles.some(({ read }) => read.sentence.mentions.some(isAmount) || isTicked(read)) ||
    (reading.titles.length > 0 && hasGivenAmount(reading))
  );
}

/** At least one of its lesions got something, or the form leaves that open. */
const gotSome = (list: LesionList): boolean => list.blank || list.items.some((item) => item.excluded === null);

/** "Treatment: [x] intralesional Kenalog": chosen among others in the record of the procedure. */
const isTicked = (read: ReadSentence): boolean =>
  namesIntralesional(read) && read.sentence.mentions.some((mention) => mention.kind === 'box' && mention.mark === 'x');

const countsLesions = (group: Group): boolean =>
  group.unit === null && (group.quantity !== null || group.labels.length > 0) && (group.noun !== null || group.placed);

/** Somewhere in the record of the procedure an amount is stated that no anaesthetic accounts for. */
function hasGivenAmount(reading: TreatmentReading): boolean {
  return reading.sentences.some(({ sentence }) => {
    const { passage } = sentence;
    const record = passage.day === 'today' && (sentence.kind === 'procedure' || sentence.kind === 'procedure-aside');
    return record && sentence.mentions.some(isAmount) && !numbs(sentence);
  });
}

/** The family an agent is coded in; `null` where no agent is named. */
function familyOfAgent(agent: string | null, lexicon: Lexicon): CodeFamily | null {
  const agentClass = classOfNamed(agent, lexicon);
  return agentClass === null ? null : familyOf(agentClass);
}

const classOfNamed = (agent: string | null, lexicon: Lexicon): AgentClass | null =>
  agent === null ? null : classOf(agent, lexicon);

/** The code of a family's summed lesions; open while agent or any number of the family is. */
function codeOf(family: CodeFamily | null, lesions: readonly (number | null)[]): InjectionCode | null {
  if (family === null) return null;
  let sum = 0;
  for (const n of lesions) {
    if (n === null) return null;
    sum += n;
  }
  return codeFor(family, sum) ?? null;
}

function toProcedure(
  document: NoteDocument,
  entry: Entry,
  settled: Settled,
  agent: string | null,
  code: InjectionCode | null,
  { reading, stating }: { readonly reading: TreatmentReading; readonly stating: readonly ReadSentence[] },
): Procedure {
  const [first] = entry.treatments;
  const span = (first && spanIn(first.read.sentence.passage, first.act.span)) ??
    entry.claims[0]?.span ?? { start: 0, end: document.text.length };
  return {
    agent: agent !== null && isClassOnly(agent) ? null : agent,
    agentClass: classOfNamed(agent, document.lexicon),
    lesions: settled.lesions,
    countStatus: settled.status,
    code,
    units: code === null ? null : 1,
    span,
    agentSpans: entry.agentSpans,
    countEvidence: settled.evidence,
    range: settled.range,
    reasoning: settled.reasoning,
    doseSpans: doseSpans(entry, reading, stating),
    benignOnly: null,
    supply: null,
  };
}

/** One row a lesion that the note lists, then those that only sentences name. */
function ledgerOf(entries: readonly Entry[], reading: TreatmentReading, document: NoteDocument): LesionEntry[] {
  const listed = new Set(entries.flatMap((entry) => entry.lists));
  const rows: LesionEntry[] = [];
  const words = (span: Span | null): string | null =>
    span ? document.text.slice(span.start, span.end).replace(/\s+/g, ' ') : null;
  for (const list of reading.lists) {
    const treated = listed.has(list);
    const entry = entries.find((candidate) => candidate.lists.includes(list));
    for (const item of list.items) {
      const [site = null] = item.sites;
      rows.push({
        label: item.labels.length > 0 ? item.labels.join(', ') : null,
        site: site?.replace(/^(?:left|right|bilateral|midline) ?/, '') || null,
        laterality: sideOf(site),
        size: words(item.size),
        agent: entry ? leadingAgent(entry.agents, document.lexicon) : null,
        dose: words(item.dose),
        disposition: item.excluded ?? (treated ? 'injected' : 'observed'),
        spans: [item.span],
      });
    }
  }
  return rows;
}

function sideOf(site: string | null): LesionEntry['laterality'] {
  const side = /^(left|right|bilateral|midline)\b/.exec(site ?? '')?.[1];
  return side === undefined ? null : (side as LesionEntry['laterality']);
}
