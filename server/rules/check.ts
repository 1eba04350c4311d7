import type { Configuration } from '../configuration';
import type { Facts } from '../facts/model';
import type { Finding } from './finding';

export function checkRules(_facts: Facts, _configuration: Configuration): Finding[] {
  return [];
}
