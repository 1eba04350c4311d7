/** The documentation elements of a procedure note: one row of the checklist is one rule. */
import type { ElementId, Encounter } from '../facts/model';
import { exampleNote, injectionMarked } from './example-note';
import type { Severity } from './finding';
import { type FieldPlace, openField } from './fixes/field';
import { query } from './fixes/query';
import { type Rule, type RuleDocs, rule } from './rule';
import type { RuleId } from './rule-ids';

interface Element {
  readonly rule: RuleId;
  readonly element: ElementId;
  readonly severity: Severity;
  /** What the note lacks, as the message says it: "consent". */
  readonly lacks: string;
  readonly field: string;
  readonly place: FieldPlace;
  /** Asked of the clinician; `null` where the answer is in the record's own frame (date, place) and a field is enough. */
  readonly question: string | null;
  /** Another way in which the element is documented than in its own words. */
  readonly documentedBy?: (encounter: Encounter) => boolean;
  readonly docs: Pick<RuleDocs, 'what' | 'why' | 'offWhen' | 'sources' | 'wrong'>;
}

const required: readonly Element[] = [
  {
    rule: 'consent-missing',
    element: 'consent',
    severity: 'warning',
    lacks: 'consent',
    field: 'Consent',
    place: 'procedure',
    question: 'What, if anything, was discussed and agreed before the injection?',
    docs: {
      what: 'An injection in a note that does not mention consent. Other words count ("agreed to go ahead after risks were discussed"), and so does standing consent ("on file").',
      why: 'Consent is part of the record of a procedure, and templates ask for it.',
      offWhen: 'Consent forms are kept apart and not mentioned in notes.',
      sources: ['conventions', 'good-practice'],
      wrong: exampleNote({ consent: null, injection: injectionMarked('injected', 'consent-missing') }),
    },
  },
  {
    rule: 'aftercare-missing',
    element: 'aftercare',
    severity: 'warning',
    lacks: 'instructions for after the injection',
    field: 'Aftercare',
    place: 'procedure',
    question: 'What instructions, if any, were given for the time after the injection?',
    docs: {
      what: 'An injection in a note without any instruction for the time after it. Permissions and handouts count; a dressing that was merely applied does not.',
      why: 'Instructions belong to the usual work after a procedure, and a reviewer looks for them.',
      offWhen: 'Instructions are kept in a separate patient handout record.',
      sources: ['conventions', 'good-practice'],
      wrong: exampleNote({ aftercare: null, injection: injectionMarked('injected', 'aftercare-missing') }),
    },
  },
  {
    rule: 'follow-up-missing',
    element: 'follow-up',
    severity: 'warning',
    lacks: 'follow-up',
    field: 'Follow-up',
    place: 'procedure',
    question: 'What follow-up, if any, is planned?',
    docs: {
      what: 'An injection in a note without a return date, an interval, a next session or a referral back.',
      why: 'Follow-up closes the record of a procedure, and a series of injections is read by it.',
      offWhen: 'Follow-up is kept in scheduling alone.',
      sources: ['conventions', 'good-practice'],
      wrong: exampleNote({ followUp: null, injection: injectionMarked('injected', 'follow-up-missing') }),
    },
  },
];

const advised: readonly Element[] = [
  {
    rule: 'lesion-sites-missing',
    element: 'lesion-sites',
    severity: 'hint',
    lacks: 'the sites of the lesions',
    field: 'Lesion sites',
    place: 'procedure',
    question: 'Where were the lesions that were injected?',
    docs: {
      what: 'An injection in a note that says nowhere on the body where the lesions are.',
      why: 'Sites let a reader check the count, and tell lesions apart where two procedures were done.',
      offWhen: 'Sites are kept on a body map outside the note.',
      sources: ['documentation'],
      wrong: exampleNote({
        diagnosis: 'Diagnosis: keratoacanthomas',
        injection:
          'Three lesions were ⟦injected⟧{lesion-sites-missing} with methotrexate 25 mg/mL, 0.4 mL each, 1.2 mL in all, through a 30-gauge needle.',
      }),
    },
  },
  {
    rule: 'technique-missing',
    element: 'technique',
    severity: 'hint',
    lacks: 'the technique',
    field: 'Technique',
    place: 'procedure',
    question: 'How was the injection carried out?',
    docs: {
      what: 'An injection in a note without a word on preparation, needle or way of injecting.',
      why: 'The technique shows that the drug went into the lesions themselves.',
      offWhen: 'A standing protocol describes it.',
      sources: ['good-practice'],
      wrong: exampleNote({
        procedure: 'Procedure: injection of lesions',
        injection:
          'Three lesions (left shin, left calf, left ankle) were ⟦injected⟧{technique-missing} with methotrexate 25 mg/mL, 0.4 mL each, 1.2 mL in all.',
      }),
    },
  },
  {
    rule: 'monitoring-missing',
    element: 'monitoring',
    severity: 'hint',
    lacks: 'monitoring',
    field: 'Monitoring',
    place: 'procedure',
    question: 'What monitoring, if any, was done?',
    docs: {
      what: 'An injection in a note without vital signs or observation of the patient.',
      why: 'Monitoring tells how demanding the administration was, which contractors have looked at since 2025.',
      offWhen: 'Vital signs are kept in a flow sheet.',
      sources: ['good-practice', 'chemo-administration'],
      wrong: exampleNote({ monitoring: null, injection: injectionMarked('injected', 'monitoring-missing') }),
    },
  },
  {
    rule: 'tolerance-missing',
    element: 'tolerance',
    severity: 'hint',
    lacks: 'how the injection was tolerated',
    field: 'Tolerance',
    place: 'procedure',
    question: 'How was the injection tolerated?',
    docs: {
      what: 'An injection in a note that does not say how it was tolerated or whether there were complications.',
      why: 'It closes the account of the procedure.',
      offWhen: 'Only complications are recorded where you work.',
      sources: ['good-practice'],
      wrong: exampleNote({ tolerance: null, injection: injectionMarked('injected', 'tolerance-missing') }),
    },
  },
  {
    rule: 'anesthesia-missing',
    element: 'anesthesia',
    severity: 'hint',
    lacks: 'anesthesia',
    field: 'Anesthesia',
    place: 'procedure',
    question: 'What anesthesia, if any, was used?',
    docs: {
      what: 'An injection in a note that does not say whether anesthesia was used.',
      why: 'Local anesthesia is part of the procedure and no injection of its own; a note that names it keeps the two apart.',
      offWhen: 'Injections are given without anesthesia as a rule.',
      sources: ['good-practice', 'chemo-administration'],
      wrong: exampleNote({ anesthesia: null, injection: injectionMarked('injected', 'anesthesia-missing') }),
    },
  },
  {
    rule: 'lot-missing',
    element: 'lot',
    severity: 'hint',
    lacks: 'lot and expiration of the drug',
    field: 'Lot and expiration',
    place: 'procedure',
    question: 'What are lot and expiration of the drug?',
    docs: {
      what: 'An injection in a note without lot number or expiration of the drug.',
      why: 'A recalled lot is traced through it; some drugs have to be.',
      offWhen: 'Lots are kept by the pharmacy.',
      sources: ['good-practice'],
      wrong: exampleNote({ lot: null, injection: injectionMarked('injected', 'lot-missing') }),
    },
  },
  {
    rule: 'signature-missing',
    element: 'signature',
    severity: 'hint',
    lacks: 'a signature',
    field: 'Signature',
    place: 'end',
    question: 'Who gave the injection, and when was the note authenticated?',
    docs: {
      what: 'An injection in a note without a signature or an authentication line.',
      why: 'A record counts as documentation once its author has authenticated it.',
      offWhen: 'Notes are signed in the record system and exported without the signature.',
      sources: ['documentation'],
      wrong: exampleNote({ signature: null, injection: injectionMarked('injected', 'signature-missing') }),
    },
  },
  {
    rule: 'site-of-service-missing',
    element: 'site-of-service',
    severity: 'hint',
    lacks: 'the place of service',
    field: 'Place of service',
    place: 'header',
    question: null,
    documentedBy: ({ site }) => site !== null,
    docs: {
      what: 'An injection in a note that does not say where the encounter took place.',
      why: 'Claims carry the place of service, and a reader cannot infer it from the procedure.',
      offWhen: 'The place of service comes from scheduling.',
      sources: ['documentation'],
      wrong: exampleNote({ place: null, injection: injectionMarked('injected', 'site-of-service-missing') }),
    },
  },
  {
    rule: 'date-of-service-missing',
    element: 'date-of-service',
    severity: 'hint',
    lacks: 'the date of service',
    field: 'Date of service',
    place: 'header',
    question: null,
    documentedBy: ({ date }) => date !== null,
    docs: {
      what: 'An injection in a note without a date of service, and no date set in the configuration.',
      why: 'What was done today is told from what was done before by this date.',
      offWhen: 'The date is kept outside the note; or set `dateOfService`.',
      sources: ['documentation', 'conventions'],
      wrong: exampleNote({ date: null, injection: injectionMarked('injected', 'date-of-service-missing') }),
    },
  },
];

/** One rule from one row. It reports at the injection, since what is missing stands nowhere. */
const elementRule = ({
  rule: id,
  element,
  severity,
  lacks,
  field,
  place,
  question,
  documentedBy,
  docs,
}: Element): Rule =>
  rule({
    id,
    severity,
    messages: { missing: () => `The note of this injection does not mention ${lacks}.` },
    reads: ['procedures', 'elements', 'encounter'],
    fixes: question === null ? ['field'] : ['field', 'query'],
    asks: element,
    docs: {
      ...docs,
      do:
        question === null
          ? 'Insert the open field and have it filled in.'
          : 'Insert the open field and have it filled in, or ask the clinician.',
      right: exampleNote(),
    },
    check: ({ procedures, elements, encounter, ...places }, report) => {
      const [injection] = procedures;
      if (injection === undefined || elements[element].state !== 'absent') return;
      if (documentedBy?.(encounter)) return;
      const fixes = [openField({ label: field, place }, places)];
      if (question !== null) {
        const indicators = `The note records an injection into lesions and does not mention ${lacks}.`;
        fixes.push(query(element, { indicators, question }, places));
      }
      report('missing', [], { span: injection.span, fixes });
    },
  });

export const documentationElements: readonly Rule[] = [...required, ...advised].map(elementRule);
