import { injectionCode } from '../knowledge/codes';
import { settledFamilies, written } from './coding';
import { exampleNote, injectionMarked } from './example-note';
import { addCode } from './fixes/charges';
import { rule } from './rule';
import { lesions, listed } from './wording';

export const procedureCodeMissing = rule({
  id: 'procedure-code-missing',
  severity: 'information',
  messages: {
    missing: (count: number, agents: readonly string[], code: string) =>
      `The note counts ${lesions(count)} injected with ${listed(agents)}, which is ${code}, and that code is not documented.`,
  },
  reads: ['procedures', 'codes'],
  fixes: ['code'],
  docs: {
    what: 'An injection whose agent and number of lesions are settled, and none of 96405, 96406, 11900 and 11901 for it. Where drugs of both families were injected, each family has a code of its own.',
    why: 'A service that the note fully describes and the codes leave out makes the record incomplete.',
    do: 'Add the code, or leave it where the charge is entered elsewhere.',
    offWhen: 'Codes are never written in your notes.',
    sources: ['conventions', 'counting', 'chemo-administration'],
    wrong: exampleNote({
      injection: injectionMarked('injected', 'procedure-code-missing'),
      charges: 'Charges: J9260',
    }),
    right: exampleNote({ charges: 'Charges: 96405, J9260' }),
  },
  check: ({ procedures, codes, ...places }, report) => {
    const settled = settledFamilies(procedures);
    const documented = written(codes, 'injection');
    if (settled.length <= documented.size) return;
    const families = new Set([...documented.keys()].map((code) => injectionCode(code)?.family));
    for (const { family, code, lesions: count, agents, first, evidence } of settled) {
      if (families.has(family)) continue;
      report('missing', [count, agents, code], { span: first.span, evidence, fixes: [addCode({ code }, places)] });
    }
  },
});
