import type { Configuration } from '../configuration';
import { agentMissing } from './agent-missing';
import { benignIndication } from './benign-indication';
import { documentationElements, ownElementRules } from './documentation-elements';
import { doseMissing } from './dose-missing';
import { em99211WithChemotherapy } from './em-99211-with-chemotherapy';
import { emCodeMissing } from './em-code-missing';
import { emModifierWrong } from './em-modifier-wrong';
import { emNotSeparate } from './em-not-separate';
import { indicationMissing } from './indication-missing';
import { lesionCountConflict } from './lesion-count-conflict';
import { lesionCountMissing } from './lesion-count-missing';
import { lesionCountVague } from './lesion-count-vague';
import { modifier25Misplaced } from './modifier-25-misplaced';
import { modifier25Missing } from './modifier-25-missing';
import { modifier25Unsupported } from './modifier-25-unsupported';
import { placeholderUnfilled } from './placeholder-unfilled';
import { procedureCodeAgentMismatch } from './procedure-code-agent-mismatch';
import { procedureCodeCountMismatch } from './procedure-code-count-mismatch';
import { procedureCodeMissing } from './procedure-code-missing';
import { procedureCodeNotPerformed } from './procedure-code-not-performed';
import { procedureCodeUnits } from './procedure-code-units';
import { procedureCodesBundled } from './procedure-codes-bundled';
import { procedureCodesExclusive } from './procedure-codes-exclusive';
import { queryLeading } from './query-leading';
import type { DocumentedRule, Rule } from './rule';
import { supplyCodeMissing } from './supply-code-missing';
import { supplyUnitsMismatch } from './supply-units-mismatch';
import { wastageModifierMissing } from './wastage-modifier-missing';

/** Every rule, in the order of the index of pages: codes, modifiers and the visit, count and agent, the record. */
export const documentedRules: readonly DocumentedRule[] = [
  procedureCodeMissing,
  procedureCodeCountMismatch,
  procedureCodeAgentMismatch,
  procedureCodesExclusive,
  procedureCodesBundled,
  procedureCodeUnits,
  procedureCodeNotPerformed,
  modifier25Missing,
  modifier25Unsupported,
  modifier25Misplaced,
  emNotSeparate,
  emCodeMissing,
  emModifierWrong,
  em99211WithChemotherapy,
  lesionCountConflict,
  lesionCountMissing,
  lesionCountVague,
  agentMissing,
  doseMissing,
  indicationMissing,
  benignIndication,
  supplyCodeMissing,
  supplyUnitsMismatch,
  wastageModifierMissing,
  placeholderUnfilled,
  queryLeading,
  ...documentationElements,
];

export const rules: readonly Rule[] = documentedRules;

/** The shipped rules, and those of the elements that a configuration adds. */
export const rulesFor = (configuration: Configuration): readonly Rule[] => [
  ...rules,
  ...ownElementRules(configuration),
];

/** The same with what their pages say. */
export const documentedRulesFor = (configuration: Configuration): readonly DocumentedRule[] => [
  ...documentedRules,
  ...ownElementRules(configuration),
];
