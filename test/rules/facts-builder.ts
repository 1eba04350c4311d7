/**
 * Facts by hand, over a real text: a rule is tested against what the note says, whatever the engine reads, and its
 * fixes are applied to the text. Everything that a case does not speak of is documented and in order.
 */
import type { Configuration } from '../../server/configuration';
import type {
  AgentClass,
  CountEvidence,
  DocumentedCode,
  DocumentedElement,
  ElementId,
  Encounter,
  Facts,
  Procedure,
  Supply,
  Visit,
} from '../../server/facts/model';
import { codeFor, familyOf, injectionCode } from '../../server/knowledge/codes';
import { evaluationCode } from '../../server/knowledge/evaluation-codes';
import type { Span } from '../../server/note/span';

export interface Given {
  /** Codes on a line that starts with "Charges:" are charges; others are named in prose. */
  readonly text: string;
  readonly procedures?: readonly GivenProcedure[];
  readonly visit?: Partial<Visit>;
  readonly elements?: Partial<Record<ElementId, DocumentedElement['state']>>;
  readonly facts?: Partial<Facts>;
  readonly configuration?: Partial<Configuration>;
}

export interface GivenProcedure {
  readonly agent?: string | null;
  readonly agentClass?: AgentClass | null;
  readonly lesions?: number | null;
  /** Words of the text at which the injection is recorded. */
  readonly at?: string;
  /** Statements on the number: the words of the text and the number they give. */
  readonly counts?: readonly (readonly [words: string, lesions: number | null])[];
  readonly countStatus?: Procedure['countStatus'];
  readonly range?: Procedure['range'];
  readonly dose?: boolean;
  readonly benignOnly?: boolean | null;
  readonly supply?: Omit<Supply, 'spans'>;
}

export function factsOf(given: Given): Facts {
  const { text } = given;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const codes = codesIn(text);
  const lastCharge = codes.filter(({ chargeList }) => chargeList !== null).at(-1);
  const charges = /^Charges:.*$/m.exec(text);
  const body = text.length - (text.endsWith(eol) ? eol.length : 0);
  const procedure = charges === null ? body : charges.index - eol.length;
  return {
    eol,
    queryAt: { offset: body, open: text.includes('Query to clinician') },
    fieldAt: { header: 0, procedure, plan: procedure, end: body },
    encounter,
    procedures: withFamilyCodes((given.procedures ?? []).map((procedure) => procedureOf(text, procedure))),
    notPerformed: [],
    ledger: [],
    codes,
    setAsideCodes: [],
    codingLine: lastCharge === undefined ? null : { insertAt: lastCharge.span.end, separator: ', ', row: null },
    modifierStyle: { before: '-', after: '' },
    visit: {
      emSeparate: 'none',
      emCode: codes.find(({ kind }) => kind === 'em')?.code ?? null,
      modifier25: 'not-applicable',
      for: [],
      against: [],
      weighed: [],
      ...given.visit,
    },
    elements: elementsOf(given.elements ?? {}),
    indications: [{ name: 'keratoacanthoma', benign: false, span: { start: 0, end: 1 } }],
    placeholders: [],
    queries: [],
    outline: [],
    ...given.facts,
  };
}

const encounter: Encounter = {
  date: '2025-03-14',
  dateSpan: null,
  site: 'office',
  siteSpan: null,
  payer: null,
  payerSpan: null,
};

/** The encounter on another day than that of the other cases. */
export const onDay = (date: string): Partial<Facts> => ({ encounter: { ...encounter, date } });

/** The encounter with a payer, as the note writes it. */
export const withPayer = (payer: string): Partial<Facts> => ({ encounter: { ...encounter, payer } });

/** Where the words stand in the text. */
function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start === -1) throw new Error(`"${words}" does not stand in the text.`);
  return { start, end: start + words.length };
}

function procedureOf(text: string, given: GivenProcedure): Procedure {
  const { agent = 'methotrexate', agentClass = 'antineoplastic', lesions = null, counts = [], dose = true } = given;
  const span = given.at === undefined ? { start: 0, end: 1 } : spanOf(text, given.at);
  return {
    agent,
    agentClass,
    lesions,
    countStatus: given.countStatus ?? (lesions === null ? 'missing' : 'consistent'),
    code: null,
    units: 1,
    span,
    agentSpans: agent !== null && text.includes(agent) ? [spanOf(text, agent)] : [],
    countEvidence: counts.map(
      ([words, count]): CountEvidence => ({
        span: spanOf(text, words),
        says: count === null ? 'gives no number' : `gives ${count}`,
        lesions: count,
        quote: words,
      }),
    ),
    range: given.range ?? null,
    reasoning: '',
    doseSpans: dose ? [span] : [],
    benignOnly: given.benignOnly ?? null,
    supply: given.supply === undefined ? null : { ...given.supply, spans: [span] },
  };
}

/** The code of each family's summed lesions, as the engine settles it. */
const withFamilyCodes = (procedures: readonly Procedure[]): Procedure[] =>
  procedures.map((procedure) => {
    const { agent, agentClass } = procedure;
    if (agentClass === null || agent === null) return procedure;
    const family = familyOf(agentClass);
    const numbers = procedures
      .filter((each) => each.agentClass !== null && familyOf(each.agentClass) === family)
      .map(({ lesions }) => lesions);
    const sum = numbers.reduce<number | null>((total, n) => (total === null || n === null ? null : total + n), 0);
    return { ...procedure, code: sum === null ? null : (codeFor(family, sum) ?? null) };
  });

function elementsOf(states: NonNullable<Given['elements']>): Facts['elements'] {
  const element = (id: ElementId): DocumentedElement => ({ state: states[id] ?? 'documented', spans: [] });
  return {
    'lesion-count': element('lesion-count'),
    agent: element('agent'),
    dose: element('dose'),
    indication: element('indication'),
    consent: element('consent'),
    'lesion-sites': element('lesion-sites'),
    technique: element('technique'),
    monitoring: element('monitoring'),
    tolerance: element('tolerance'),
    anesthesia: element('anesthesia'),
    aftercare: element('aftercare'),
    'follow-up': element('follow-up'),
    lot: element('lot'),
    signature: element('signature'),
    'site-of-service': element('site-of-service'),
    'date-of-service': element('date-of-service'),
  };
}

function codesIn(text: string): DocumentedCode[] {
  const charged = /^Charges:.*$/m.exec(text);
  const inCharges = (at: number) =>
    charged !== null && at >= charged.index && at < charged.index + charged[0].length ? 0 : null;
  return [...text.matchAll(/\b(\d{5}|[GJ]\d{4})\b((?:-[0-9A-Z]{2})*)( x (\d+))?/g)].map((match): DocumentedCode => {
    const [all, code = '', joined = '', unitsText, unitsNumber] = match;
    const start = match.index;
    const end = start + all.length;
    const modifiers = [...joined.matchAll(/-(..)/g)].map((modifier) => {
      const from = start + code.length + modifier.index;
      const to = from + modifier[0].length;
      return { value: modifier[1] ?? '', span: { start: from, end: to }, valueSpan: { start: from + 1, end: to } };
    });
    const before = text.slice(0, start).endsWith(', ') ? 2 : 0;
    const after = before === 0 && text.slice(end).startsWith(', ') ? 2 : 0;
    return {
      code,
      kind: kindOf(code),
      modifiers,
      text: [code, ...modifiers.map(({ value }) => value)].join('-'),
      units: unitsNumber === undefined ? 1 : Number(unitsNumber),
      unitsSpan: unitsText === undefined ? null : { start: end - unitsText.length, end },
      unitsNumberSpan: unitsNumber === undefined ? null : { start: end - unitsNumber.length, end },
      chargeList: inCharges(start),
      span: { start, end },
      numberSpan: { start, end: start + code.length },
      tick: null,
      modifierCell: null,
      removalSpan: { start: start - before, end: end + after },
    };
  });
}

function kindOf(code: string): DocumentedCode['kind'] {
  if (injectionCode(code) !== undefined) return 'injection';
  if (evaluationCode(code) !== undefined) return 'em';
  return code.startsWith('J') ? 'hcpcs' : 'other';
}
