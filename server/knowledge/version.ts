import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import agents from './agents.json';
import checklist from './checklist.json';
import codes from './codes.json';
import evaluationCodes from './evaluation-codes.json';
import ncciPairs from './ncci-pairs.json';
import payers from './payers.json';
import querySubjects from './query-subjects.json';
import queryWording from './query-wording.json';

/** The tables that findings rest on. */
export const tables = { agents, checklist, codes, evaluationCodes, ncciPairs, payers, querySubjects, queryWording };

let version: string | null = null;

/**
 * Names the shipped data in the record of a review, `2024-07-01-0f3a9c2e`: the newest day on which a table is known to
 * hold, and a digest of all tables, so that no change of the data can keep an old name.
 */
export function knowledgeVersion(): string {
  version ??= `${newest(daysIn(tables))}-${digest(tables)}`;
  return version;
}

function digest(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(value)))).slice(0, 8);
}

function newest(days: readonly string[]): string {
  return days.reduce((a, b) => (b > a ? b : a), '');
}

function daysIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'asOf' && typeof inner === 'string' ? [inner] : daysIn(inner),
  );
}
