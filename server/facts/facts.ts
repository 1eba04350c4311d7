import type { Configuration } from '../configuration';
import { readQueryBlock } from './clinician-queries';
import { readCodes } from './codes';
import { readDocument } from './document';
import { readElements } from './elements';
import { readEncounter, readFieldAt } from './encounter';
import { allBenign, indicationsFor, readIndications } from './indications';
import { keepInsertedFields } from './inserted-fields';
import type { Facts } from './model';
import { readPlaceholders } from './placeholders';
import { readProcedures } from './procedures';
import { readQueryAt, withoutQueries } from './queries';
import { supplyOf } from './supply';
import { readVisit } from './visit';

/** Everything the note says, read once. */
export function readFacts(text: string, _configuration: Configuration): Facts {
  const block = readQueryBlock(text);
  const document = withoutQueries(readDocument(text), block);
  const { procedures, ledger, notPerformed } = readProcedures(document);
  const { codes, setAside, codingLine, modifierJoin } = readCodes(document);
  const encounter = readEncounter(document);
  const diagnoses = readIndications(document);
  const placeholders = readPlaceholders(document);
  const injected = new Set(diagnoses.filter(({ lesion }) => lesion).map(({ noun }) => noun));
  return {
    eol: document.eol,
    length: text.length,
    queryAt: readQueryAt(text, block),
    fieldAt: readFieldAt(document),
    encounter,
    procedures: procedures.map((procedure) => ({
      ...procedure,
      benignOnly: allBenign(indicationsFor(diagnoses, [procedure.span, ...procedure.agentSpans])),
      supply: supplyOf(document, procedure),
    })),
    notPerformed,
    ledger,
    codes,
    setAsideCodes: setAside,
    codingLine,
    modifierJoin,
    visit: readVisit(document, { codes, injectionToday: procedures.length > 0 }),
    elements: keepInsertedFields(text, readElements(document, placeholders, encounter, injected)),
    indications: diagnoses.map(({ name, benign, span }) => ({ name, benign, span })),
    placeholders,
    queries: block?.queries ?? [],
    outline: document.sections,
  };
}
