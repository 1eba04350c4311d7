import type { Evidence, Span } from '../note/span';

/** The drug families of the guidelines; `null` where the note does not say what was injected. */
export type AgentClass = 'antineoplastic' | 'corticosteroid' | 'other';
/** The four codes of an intralesional injection. */
export type InjectionCode = '96405' | '96406' | '11900' | '11901';
export type CountStatus = 'consistent' | 'conflicting' | 'vague' | 'missing';
export type SiteOfService = 'office' | 'outpatient-hospital' | 'asc' | 'infusion-center' | 'other';

/** One agent given into lesions by injection in this encounter. */
export interface Procedure {
  /** Canonical generic name, or `null` when the note names none. */
  readonly agent: string | null;
  readonly agentClass: AgentClass | null;
  /** Distinct lesions that received the agent today, or `null` when the note does not settle one number. */
  readonly lesions: number | null;
  readonly countStatus: CountStatus;
  /** The code of the family's summed lesions this session, or `null` while agent class or number is open. */
  readonly code: InjectionCode | null;
  readonly units: 1 | null;
  /** The injection act the procedure rests on. */
  readonly span: Span;
  readonly agentSpans: readonly Span[];
  /** Statements the number rests on; for a conflict, the statements that disagree (two or more). */
  readonly countEvidence: readonly CountEvidence[];
  /** Lowest and highest number the note allows, where only a range or a bound is given ("7 or 8", "at least 8"). */
  readonly range: { readonly min: number; readonly max: number | null } | null;
  /** How the number was settled, in one line: "8 observed, 2 frozen -> 6; list has 6 rows". */
  readonly reasoning: string;
  /** Where the volume or amount given today is stated; empty when no dose is documented. */
  readonly doseSpans: readonly Span[];
  /** True when every indication named for this agent is benign; `null` when none is named. */
  readonly benignOnly: boolean | null;
  /** The drug of today's injection as supplied, or `null` where the note does not settle the total. */
  readonly supply: Supply | null;
}

/** What was drawn from the pharmacy for a procedure, for the drug's own code. */
export interface Supply {
  /** Total amount given today, in the agent table's own unit: 2.5 with `mg`, 1.5 with `U`. */
  readonly amount: number;
  readonly unit: string;
  /** Amount recorded as discarded, in the same unit; 0 where the note says that nothing was; `null` where it is silent. */
  readonly discarded: number | null;
  readonly container: 'single-dose' | 'multi-dose' | null;
  readonly spans: readonly Span[];
}

/** Evidence with the note's own words, for a query that quotes them. */
export interface QuotedEvidence extends Evidence {
  readonly quote: string;
}

export interface CountEvidence extends QuotedEvidence {
  /** The number this statement gives, or `null` for an indefinite one. */
  readonly lesions: number | null;
}

export type Disposition =
  | 'injected'
  | 'not-injected'
  | 'resolved'
  | 'biopsied'
  | 'frozen'
  | 'excised'
  | 'deferred'
  | 'observed';

/** One lesion the note names. */
export interface LesionEntry {
  readonly label: string | null;
  readonly site: string | null;
  readonly laterality: 'left' | 'right' | 'bilateral' | 'midline' | null;
  readonly size: string | null;
  readonly agent: string | null;
  /** Volume or dose given to it, as written ("0.2 mL"). */
  readonly dose: string | null;
  readonly disposition: Disposition;
  readonly spans: readonly Span[];
}

/** A code of today's encounter by this clinician, as written. */
export interface DocumentedCode {
  /** Five characters: `96405`, `J3301`, `G0463`. */
  readonly code: string;
  readonly kind: 'injection' | 'em' | 'hcpcs' | 'other';
  readonly modifiers: readonly CodeModifier[];
  /** Code and modifiers in the normal form of `documentedCodes`: `99213-25`. */
  readonly text: string;
  /** Units as written ("x 6"), 1 where none are written. */
  readonly units: number;
  /** From what joins the units to the code to the end of the number: " x 6". `null` where none are written. */
  readonly unitsSpan: Span | null;
  /** The number of units alone: "6". `null` where none are written. */
  readonly unitsNumberSpan: Span | null;
  /**
   * Which list of charges it stands in, counted from 0; `null` in prose, a title or a procedure heading. The same code
   * twice in one list is charged twice; named in a title and charged once, it is charged once.
   */
  readonly chargeList: number | null;
  /** The code with its modifiers and units. */
  readonly span: Span;
  /** The five characters alone. */
  readonly numberSpan: Span;
  /** The span to delete to take this code out of its line without leaving a stray separator. */
  readonly removalSpan: Span;
  /** The check box that chooses it, `null` where it has none. */
  readonly tick: Tick | null;
  /** In a table with a column of modifiers, its empty cell there. */
  readonly modifierCell: ModifierCell | null;
}

export interface CodeModifier {
  readonly value: string;
  /** The modifier with what joins it to the code: `-25`, ` mod 25`. */
  readonly span: Span;
  /** The modifier alone: `25`. */
  readonly valueSpan: Span;
}

/** A check box, and the text that turns it to the other state in the way the note writes it. */
export interface Tick {
  readonly span: Span;
  readonly flipped: string;
}

/** An empty cell of a table, and what has to stand before its value there. */
export interface ModifierCell {
  readonly span: Span;
  readonly pad: string;
}

/** A row of a charge table as the pattern of another one. */
export interface ChargeRow {
  /** The end of the row, before its line ending. */
  readonly insertAt: number;
  readonly cells: readonly {
    /** What stands between the cell before and this one. */
    readonly lead: string;
    readonly width: number;
    readonly is: 'code' | 'modifier' | 'units' | 'line' | 'other';
    /** What a new row says here whatever its code: the number of the line. */
    readonly value: string;
  }[];
  readonly tail: string;
}

/** A code that is written in the note and is not today's, with the reason. */
export interface SetAsideCode {
  readonly code: string;
  readonly span: Span;
  readonly reason: string;
  /** Its check box, where it is offered in a list of today's charges and not ticked. */
  readonly tick: Tick | null;
}

/** Where and how a code is added to the note. */
export interface CodingLine {
  /** Offset after the last code of today's charges. */
  readonly insertAt: number;
  /** What separates two codes there: `, `, ` / `, `\n`. */
  readonly separator: string;
  /** In a table, the pattern of a row of its own. */
  readonly row: ChargeRow | null;
}

/** How this note writes a modifier: what stands before and behind it, as `-`, ` `, ` mod `, or ` (-` and `)`. */
export interface ModifierStyle {
  readonly before: string;
  readonly after: string;
}

export type EmSeparate = 'supported' | 'insufficient' | 'none';
export type Modifier25 = 'needed' | 'present-supported' | 'present-unsupported' | 'not-applicable';
export type WeighedSide = 'procedure' | 'for' | 'against' | 'neither';

export interface WeighedSentence {
  readonly span: Span;
  readonly side: WeighedSide;
  readonly reason: string;
}

/** The same-day E/M, weighed sentence by sentence. */
export interface Visit {
  readonly emSeparate: EmSeparate;
  /** Today's E/M code without modifier. */
  readonly emCode: string | null;
  readonly modifier25: Modifier25;
  readonly for: readonly QuotedEvidence[];
  readonly against: readonly QuotedEvidence[];
  readonly weighed: readonly WeighedSentence[];
}

/**
 * A documentation element of the checklist. For `lesion-count`, `agent`, `dose` and `indication` the procedures and
 * indications say what is documented; here only an open field for them counts ("Dose: ***"), and for the first two
 * only one that a fix inserted.
 */
export type ElementId =
  | 'lesion-count'
  | 'agent'
  | 'dose'
  | 'indication'
  | 'consent'
  | 'lesion-sites'
  | 'technique'
  | 'monitoring'
  | 'tolerance'
  | 'anesthesia'
  | 'aftercare'
  | 'follow-up'
  | 'lot'
  | 'signature'
  | 'site-of-service'
  | 'date-of-service';

/** An element that the configuration adds, named by its label: `own:Photo consent`. */
export type OwnElementId = `own:${string}`;

export interface DocumentedElement {
  /** `open`: a field for it stands in the note and is not filled ("Consent: ***"). */
  readonly state: 'documented' | 'open' | 'absent';
  readonly spans: readonly Span[];
}

/** Every element of the checklist, and those of the configuration that the note was read with. */
export type Elements = Readonly<Record<ElementId, DocumentedElement>> &
  Readonly<Record<OwnElementId, DocumentedElement>>;

export interface Indication {
  readonly name: string;
  /** `null` where the word does not say (a "nodule", "tumor" of unnamed kind). */
  readonly benign: boolean | null;
  readonly span: Span;
}

/** What a query to the clinician is about; its line begins with the subject's label. */
export type QuerySubject =
  | ElementId
  | OwnElementId
  | 'injection-performed'
  | 'separate-evaluation'
  | 'evaluation-code'
  | 'procedure-code';

/** One question of a "Query to clinician" block. Nothing inside such a block is a fact of the note. */
export interface ClinicianQuery {
  readonly subject: QuerySubject | null;
  /** The question with its options. */
  readonly span: Span;
  /** No option ticked and no answer written. */
  readonly open: boolean;
  /** True for a question without options, which needs neither "other" nor "unable to determine". */
  readonly openEnded: boolean;
  readonly offersOther: boolean;
  readonly offersUnableToDetermine: boolean;
  /** Words that suggest the answer: "please document that", "don't you agree". */
  readonly leading: readonly Span[];
  /** Words about payment: "reimbursement", "to bill 96406". */
  readonly payment: readonly Span[];
}

export type SectionKind =
  | 'header'
  | 'complaint'
  | 'history'
  | 'exam'
  | 'data'
  | 'assessment'
  | 'assessment-plan'
  | 'plan'
  | 'procedure'
  | 'consent'
  | 'aftercare'
  | 'follow-up'
  | 'coding'
  | 'nursing'
  | 'addendum'
  | 'signature'
  | 'template'
  | 'other-person'
  | 'other';

/** A stretch of the note under one heading. */
export interface Section {
  readonly kind: SectionKind;
  /** The heading as written, or an empty string before the first heading. */
  readonly title: string;
  readonly headingSpan: Span;
  /** The whole section, heading included. */
  readonly span: Span;
}

export interface Encounter {
  /** ISO date of service, or `null`. */
  readonly date: string | null;
  readonly dateSpan: Span | null;
  readonly site: SiteOfService | null;
  readonly siteSpan: Span | null;
  /** The payer as written in the note, or `null`. */
  readonly payer: string | null;
  readonly payerSpan: Span | null;
}

/** Where in a note an open field belongs. */
export type FieldPlace = 'header' | 'procedure' | 'plan' | 'end';

/** Everything the note says that a rule may read. Rules never see the text. */
export interface Facts {
  /** The note's own line ending, for text a fix inserts. */
  readonly eol: '\n' | '\r\n';
  /** Where a "Query to clinician" block goes: the end of one that is there, else the end of the note. */
  readonly queryAt: { readonly offset: number; readonly open: boolean };
  /** Where an open field goes, by the part of the note it belongs to. */
  readonly fieldAt: Readonly<Record<FieldPlace, number>>;
  readonly encounter: Encounter;
  /** One entry per agent given into lesions in this encounter; empty when nothing was injected today. */
  readonly procedures: readonly Procedure[];
  /** Why nothing counts as injected today (deferred, declined, history only), where the note says so. */
  readonly notPerformed: readonly Evidence[];
  readonly ledger: readonly LesionEntry[];
  readonly codes: readonly DocumentedCode[];
  readonly setAsideCodes: readonly SetAsideCode[];
  readonly codingLine: CodingLine | null;
  readonly modifierStyle: ModifierStyle;
  readonly visit: Visit;
  readonly elements: Elements;
  readonly indications: readonly Indication[];
  readonly placeholders: readonly Span[];
  readonly queries: readonly ClinicianQuery[];
  readonly outline: readonly Section[];
}
