import type { ProcedureSummary, Summary } from './analyze';

/** What a coder would conclude from a note, in one line and without a word of the note itself beyond agents and codes. */
export function conclusion({ procedures, documentedCodes, visit }: Summary): string {
  const parts = procedures.length === 0 ? ['No intralesional injection today'] : procedures.map(procedureInWords);
  if (visit.emSeparate === 'supported') parts.push('separate E/M supported');
  if (visit.emSeparate === 'insufficient') parts.push('separate E/M not supported');
  parts.push(documentedCodes.length === 0 ? 'no codes documented' : `documented: ${documentedCodes.join(', ')}`);
  return parts.join(' · ');
}

function procedureInWords({ agent, lesions, countStatus, code }: ProcedureSummary): string {
  const count = lesions === null ? `lesion count ${countStatus}` : `${lesions} ${lesions === 1 ? 'lesion' : 'lesions'}`;
  return `${agent ?? 'agent not named'}, ${count}: ${code ?? 'code not settled'}`;
}
