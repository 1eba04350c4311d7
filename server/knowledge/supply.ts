import { agentNamed, type SupplyCode } from './agents';

/** Day of the drug codes; how they stand on a later day is not in the data. */
export const supplyCodesAsOf = '2024-07-01';

/** The codes of an agent that are counted in `unit` and in force on a day; none where the table has no data. */
export function supplyCodes(agent: string, unit: string, date: string): readonly SupplyCode[] {
  const codes = agentNamed(agent)?.hcpcs ?? [];
  return codes.filter((code) => code.unit === unit && code.from <= date && (code.to === null || date <= code.to));
}

/** The agent's row of a code, in force or ended. */
export const supplyCode = (agent: string, code: string): SupplyCode | undefined =>
  agentNamed(agent)?.hcpcs.find((each) => each.code === code);

/** Units of a code for an amount: a part of a unit is a unit. Rounded first, so that 0.3 / 0.1 is 3. */
export const unitsOf = (amount: number, { units }: SupplyCode): number =>
  Math.ceil(Math.round((amount / units) * 1e6) / 1e6);

/**
 * Units of the discarded part of a single-dose container: those of the whole less those of the dose, whose last unit
 * may take in some of what was discarded. Never any beside a dose of less than one unit.
 */
export const discardedUnits = (amount: number, discarded: number, code: SupplyCode): number =>
  amount < code.units ? 0 : unitsOf(amount + discarded, code) - unitsOf(amount, code);
