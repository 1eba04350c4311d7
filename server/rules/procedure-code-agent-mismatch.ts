import { familyOf, injectionCode } from '../knowledge/codes';
import { injectionEvidence, settledFamilies, written } from './coding';
import { exampleNote } from './example-note';
import { removeCode, replaceCode } from './fixes/codes';
import { query } from './fixes/query';
import { rule } from './rule';
import { drugOf, listed } from './wording';

export const procedureCodeAgentMismatch = rule({
  id: 'procedure-code-agent-mismatch',
  severity: 'error',
  messages: {
    otherFamily: (code: string, drug: string, agents: readonly string[]) =>
      `${code} is for ${drug}, and the note says that ${listed(agents)} was injected.`,
  },
  reads: ['procedures', 'codes'],
  fixes: ['code', 'query'],
  asks: 'agent',
  docs: {
    what: '96405 or 96406 beside a drug that is not antineoplastic, or 11900 or 11901 beside an antineoplastic one. Interferons, aldesleukin, talimogene laherparepvec, BCG and rituximab are read as antineoplastic. Silent while the note names no agent.',
    why: 'The drug selects the family of codes. Sources differ on some drugs and on benign disease, so that the finding shows the agent it read.',
    do: 'Check the agent in the record. Correct the code, or ask the clinician what was injected.',
    offWhen: 'Your payers have agreed on another family for the drugs you use.',
    sources: ['conventions', 'chemo-administration', 'agents', 'benign-payers'],
    wrong: exampleNote({ charges: 'Charges: ⟦11900⟧{procedure-code-agent-mismatch}' }),
    right: exampleNote(),
  },
  check: ({ procedures, codes, ...places }, report) => {
    const families = new Set<string>();
    const agents: string[] = [];
    for (const { agent, agentClass } of procedures) {
      // An agent that is not named may be of either family.
      if (agent === null || agentClass === null) return;
      families.add(familyOf(agentClass));
      agents.push(agent);
    }
    if (procedures.length === 0) return;
    const settled = settledFamilies(procedures);
    const documented = written(codes, 'injection');
    for (const [number, occurrences] of documented) {
      const fact = injectionCode(number);
      if (fact === undefined || families.has(fact.family)) continue;
      const right = settled.find(({ family }) => family !== fact.family)?.code ?? fact.otherFamily;
      const rightStands = documented.has(right) || documented.has(injectionCode(right)?.pair ?? right);
      report('otherFamily', [number, drugOf(fact.family), agents], {
        span: occurrences[0].span,
        evidence: procedures.flatMap(injectionEvidence),
        fixes: [
          rightStands ? removeCode(occurrences, number) : replaceCode(occurrences, number, right, places),
          query(
            'agent',
            {
              indicators: `The note names ${listed(agents)} and documents ${number}, which is for ${drugOf(fact.family)}.`,
              question: 'Which agent was injected into the lesions at this encounter?',
            },
            places,
          ),
        ],
      });
    }
  },
});
