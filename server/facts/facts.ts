import type { Configuration } from '../configuration';
import { readCodes } from './codes';
import { readDocument } from './document';
import { isoDate } from './encounter-date';
import type { DocumentedElement, ElementId, Facts } from './model';
import { readProcedures } from './procedures';
import { readVisit } from './visit';

const absent: DocumentedElement = { state: 'absent', spans: [] };

export function readFacts(text: string, _configuration: Configuration): Facts {
  const document = readDocument(text);
  const { procedures, ledger, notPerformed } = readProcedures(document);
  const { codes, setAside, codingLine, modifierJoin } = readCodes(document);
  const elements = Object.fromEntries(
    (
      'lesion-count agent dose indication consent lesion-sites technique monitoring tolerance anesthesia aftercare follow-up lot signature site-of-service date-of-service' as const
    )
      .split(' ')
      .map((id) => [id, absent]),
  ) as unknown as Record<ElementId, DocumentedElement>;
  return {
    eol: document.eol,
    length: text.length,
    queryAt: { offset: text.length, open: false },
    fieldAt: text.length,
    encounter: {
      date: document.date && isoDate(document.date),
      dateSpan: document.date?.span ?? null,
      site: null,
      siteSpan: null,
      payer: null,
      payerSpan: null,
    },
    procedures,
    notPerformed,
    ledger,
    codes,
    setAsideCodes: setAside,
    codingLine,
    modifierJoin,
    visit: readVisit(document, { codes, injectionToday: procedures.length > 0 }),
    elements,
    indications: [],
    placeholders: [],
    queries: [],
    outline: document.sections,
  };
}
