import type { RuleCase } from '../rule-case';
import { codeCases } from './codes';
import { recordCases } from './record';
import { supplyCases } from './supply';
import { visitCases } from './visit';

export const ruleCases: Readonly<Record<string, readonly RuleCase[]>> = {
  codes: codeCases,
  visit: visitCases,
  record: recordCases,
  supply: supplyCases,
};
