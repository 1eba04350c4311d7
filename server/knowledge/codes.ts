import type { AgentClass, InjectionCode } from '../facts/model';
import data from './codes.json';
import type { SourceId } from './sources';

/** The two families of an intralesional injection: antineoplastic drugs, and every other drug. */
export type CodeFamily = 'antineoplastic' | 'other-drug';

/** When a row of knowledge is known to hold; a date outside is "no data". */
export interface Effective {
  readonly from: string | null;
  readonly asOf: string;
}

export interface InjectionCodeFact {
  readonly code: InjectionCode;
  readonly family: CodeFamily;
  readonly lesions: { readonly min: number; readonly max: number | null };
  /** The same family's code for the other number of lesions. */
  readonly pair: InjectionCode;
  /** The other family's code for the same number of lesions. */
  readonly otherFamily: InjectionCode;
  readonly globalDays: string;
  readonly unitsPerDay: number;
  /** The edit's adjudication indicator: 2 is an absolute limit a day. */
  readonly adjudication: number;
  readonly bilateralIndicator: number;
  /** What it stands for, in this product's own words. */
  readonly card: string;
  readonly effective: Effective;
  readonly source: readonly SourceId[];
}

export const injectionCodes = data as readonly InjectionCodeFact[];

const byCode: ReadonlyMap<string, InjectionCodeFact> = new Map(injectionCodes.map((fact) => [fact.code, fact]));

export const injectionCode = (code: string): InjectionCodeFact | undefined => byCode.get(code);

export const familyOf = (agentClass: AgentClass): CodeFamily =>
  agentClass === 'antineoplastic' ? 'antineoplastic' : 'other-drug';

/** The code of a number of lesions that received a drug of the family, or `undefined` for none. */
export function codeFor(family: CodeFamily, lesions: number): InjectionCode | undefined {
  return injectionCodes.find(
    (fact) =>
      fact.family === family &&
      lesions >= fact.lesions.min &&
      (fact.lesions.max === null || lesions <= fact.lesions.max),
  )?.code;
}

/** True for a code of the series of chemotherapy administration, 96401 to 96549. */
export const isChemotherapyAdministration = (code: string): boolean =>
  /^96\d{3}$/.test(code) && code >= '96401' && code <= '96549';
