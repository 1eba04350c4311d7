import type { AgentClass } from '../facts/model';
import data from './agents.json';
import type { SourceId } from './sources';

export type SupplyUnit = 'mg' | 'mL' | 'U' | 'IU' | 'PFU' | 'vial';

export interface SupplyCode {
  readonly code: string;
  /** Amount of one unit of the code. */
  readonly units: number;
  readonly unit: SupplyUnit;
  /** The one product that the code is for, `null` for the drug in general. */
  readonly product: string | null;
  readonly from: string;
  /** Last day, or `null` while in force on the data's date (2024-07-01). */
  readonly to: string | null;
}

export interface Agent {
  /** Canonical generic name, lower case. */
  readonly name: string;
  /**
   * Beside the classes of a procedure: `anesthetic` and `diluent` are never the agent, and `own-code` is an injection
   * that has a code outside 96405, 96406, 11900 and 11901.
   */
  readonly class: AgentClass | 'anesthetic' | 'diluent' | 'own-code';
  readonly kind?: 'cytotoxic' | 'biologic-response-modifier' | 'oncolytic-virus' | 'other-antineoplastic';
  readonly hcpcs: readonly SupplyCode[];
  readonly source: readonly SourceId[];
}

const agents: readonly Agent[] = data as readonly Agent[];

const byName: ReadonlyMap<string, Agent> = new Map(agents.map((agent) => [agent.name, agent]));

export const agentNamed = (name: string): Agent | undefined => byName.get(name);
