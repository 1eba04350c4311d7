import type { Analysis, ProcedureSummary } from './analyze';
import type { SiteOfService } from './facts/model';
import { payerCard } from './payer-card';

/** What a coder would conclude from a note, in one line and without a word of the note itself beyond agents and codes. */
export function conclusion({ summary, payer }: Pick<Analysis, 'summary' | 'payer'>): string {
  const { procedures, documentedCodes, visit, encounter } = summary;
  const parts = procedures.length === 0 ? ['No intralesional injection today'] : procedures.map(procedureInWords);
  if (visit.emSeparate === 'supported') parts.push('separate E/M supported');
  if (visit.emSeparate === 'insufficient') parts.push('separate E/M not supported');
  parts.push(documentedCodes.length === 0 ? 'no codes documented' : `documented: ${documentedCodes.join(', ')}`);
  if (encounter.site !== null) parts.push(siteInWords(encounter.site));
  if (payer !== null) parts.push(payer.id === null ? 'payer: no data' : payerCard(payer.id).name);
  return parts.join(' · ');
}

function procedureInWords({ agent, lesions, countStatus, code }: ProcedureSummary): string {
  const count = lesions === null ? `lesion count ${countStatus}` : `${lesions} ${lesions === 1 ? 'lesion' : 'lesions'}`;
  return `${agent ?? 'agent not named'}, ${count}: ${code ?? 'code not settled'}`;
}

const sites: Readonly<Record<SiteOfService, string>> = {
  office: 'office',
  'outpatient-hospital': 'hospital outpatient department',
  asc: 'ambulatory surgery center',
  'infusion-center': 'infusion center',
  other: 'other place of service',
};

export const siteInWords = (site: SiteOfService): string => sites[site];
