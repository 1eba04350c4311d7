import type { Indication } from '../facts/model';
import { exampleNote, injectionMarked } from './example-note';
import { payerEvidence } from './payer-evidence';
import { rule } from './rule';
import { listed } from './wording';

export const benignIndication = rule({
  id: 'benign-indication',
  severity: 'information',
  messages: {
    benign: (agent: string, names: readonly string[]) =>
      `The note names only benign disease for ${agent} (${listed(names)}); sources differ whether 96405 and 96406 or 11900 and 11901 stand for an antineoplastic drug there.`,
  },
  reads: ['procedures', 'indications', 'encounter'],
  fixes: [],
  docs: {
    what: 'An antineoplastic drug injected where every indication named for it is benign: wart, condyloma, keloid, scar, cyst, alopecia and the like.',
    why: 'Medicare contractors quote the series as covering antineoplastic drugs for noncancer diagnoses too; other payers read it for cancer alone. No source settles it, and this tool does not either: its other rules go by the drug.',
    do: 'Look up what the payer of the note accepts, and keep to it.',
    offWhen: 'Your workplace has settled the question with its payers.',
    noFix:
      'What a payer accepts stands in no note, so that neither an edit nor a question to the clinician settles it.',
    sources: ['chemo-administration', 'benign-payers', 'conventions'],
    wrong: exampleNote({
      diagnosis: 'Diagnosis: keloids of the left leg',
      injection: injectionMarked('methotrexate', 'benign-indication'),
    }),
    right: exampleNote(),
  },
  check: ({ procedures, indications, encounter }, report, configuration) => {
    for (const { agent, agentClass, agentSpans, benignOnly, span } of procedures) {
      if (agentClass !== 'antineoplastic' || benignOnly !== true) continue;
      const at = agentSpans[0] ?? span;
      const benign = indications.filter((indication) => indication.benign === true);
      report('benign', [agent ?? 'the antineoplastic drug', named(benign)], {
        span: at,
        evidence: [
          ...benign.map((indication) => ({ span: indication.span, says: `names ${indication.name}` })),
          ...payerEvidence('documentation', encounter, configuration, at),
        ],
      });
    }
  },
});

/** Each disease once, by its longest name: "plantar warts", and not also "warts". */
function named(indications: readonly Indication[]): string[] {
  const names = [...new Set(indications.map(({ name }) => name))];
  return names.filter((name) => !names.some((other) => other !== name && other.includes(name)));
}
