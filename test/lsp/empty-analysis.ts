import type { Analysis } from '../../server/analyze';

/** What the engine says of a note that says nothing. */
export const emptyAnalysis: Analysis = {
  summary: {
    encounter: { date: null, site: null, payer: null },
    procedures: [],
    documentedCodes: [],
    visit: { emSeparate: 'none', emCode: null, modifier25: 'not-applicable', for: [], against: [], weighed: [] },
  },
  findings: [],
  ledger: [],
  outline: [],
  payer: null,
  siteSpan: null,
  queries: [],
};
