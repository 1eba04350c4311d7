import { type Configuration, defaultConfiguration } from '../configuration';
import type { Span } from '../note/span';
import { readCodes } from './codes';
import { readElements } from './elements';
import { readEncounter, readFieldAt } from './encounter';
import type { Entry } from './entries';
import { allBenign, indicationsFor, namedAlike, readIndications } from './indications';
import { keepInsertedFields } from './inserted-fields';
import type { KeptReadings } from './kept-readings';
import type { LesionList } from './lists';
import type { Facts, Procedure } from './model';
import { ownElements } from './own-elements';
import { readPlaceholders } from './placeholders';
import { readProcedures } from './procedures';
import { readNote, readQueryAt } from './queries';
import { readingOptions } from './reading-options';
import { supplyOf } from './supply';
import { readVisit } from './visit';

/** Everything the note says, read once. */
export function readFacts(
  text: string,
  configuration: Configuration = defaultConfiguration,
  kept?: KeptReadings,
): Facts {
  const own = ownElements(configuration.elements);
  const options = readingOptions(configuration);
  const cache = kept?.of(options.lexicon);
  const { document, block } = readNote(text, cache ? { ...options, cache } : options, own.ids);
  const { procedures, ledger, notPerformed, entries } = readProcedures(document);
  const { codes, setAside, codingLine, modifierStyle } = readCodes(document);
  const encounter = readEncounter(document);
  const diagnoses = readIndications(document);
  const placeholders = readPlaceholders(document);
  const treated = entries.map((entry, index) =>
    indicationsFor(diagnoses, [...spansOf(procedures[index]), ...entry.lists.flatMap(listedAt)], nounsOf(entry)),
  );
  const injected = new Set(treated.flat().map(({ noun }) => noun));
  return {
    eol: document.eol,
    length: text.length,
    queryAt: readQueryAt(text, block),
    fieldAt: readFieldAt(document),
    encounter,
    procedures: procedures.map((procedure, index) => ({
      ...procedure,
      benignOnly: allBenign(treated[index] ?? []),
      supply: supplyOf(document, procedure),
    })),
    notPerformed,
    ledger,
    codes,
    setAsideCodes: setAside,
    codingLine,
    modifierStyle,
    visit: readVisit(document, { codes, injectionToday: procedures.length > 0 }),
    elements: keepInsertedFields(text, readElements(document, placeholders, encounter, injected, own)),
    indications: namedAlike(diagnoses),
    placeholders,
    queries: block?.queries ?? [],
    outline: document.sections,
  };
}

const spansOf = (procedure: Procedure | undefined): readonly Span[] =>
  procedure ? [procedure.span, ...procedure.agentSpans] : [];

const listedAt = ({ items }: LesionList): readonly Span[] => items.map(({ span }) => span);

/** What the acts of an entry say they injected: "each wart", "the keloids". */
const nounsOf = ({ treatments }: Entry): ReadonlySet<string> =>
  new Set(treatments.flatMap(({ act }) => act.groups.flatMap(({ noun, unit }) => (noun && !unit ? [noun.value] : []))));
