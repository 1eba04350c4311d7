import { type Configuration, defaultConfiguration } from '../configuration';
import type { Span } from '../note/span';
import { finish, type Steps } from '../note/steps';
import { codeSteps } from './codes';
import { elementSteps } from './elements';
import { readEncounter, readFieldAt } from './encounter';
import type { Entry } from './entries';
import { allBenign, indicationsFor, namedAlike, readIndications } from './indications';
import { keepInsertedFields } from './inserted-fields';
import type { KeptReadings } from './kept-readings';
import type { LesionList } from './lists';
import type { Facts, Procedure } from './model';
import { ownElements } from './own-elements';
import { readPlaceholders } from './placeholders';
import { procedureSteps } from './procedures';
import { noteSteps, readQueryAt } from './queries';
import { readingOptions } from './reading-options';
import { supplyOf } from './supply';
import { visitSteps } from './visit';

/** Everything the note says, read once. */
export function readFacts(text: string, configuration: Configuration = defaultConfiguration): Facts {
  return finish(factSteps(text, configuration));
}

/** The same in steps. */
export function* factSteps(text: string, configuration: Configuration, kept?: KeptReadings): Steps<Facts> {
  const own = ownElements(configuration.elements);
  const options = readingOptions(configuration);
  const cache = kept?.of(options.lexicon);
  const { document, block } = yield* noteSteps(text, cache ? { ...options, cache } : options, own.ids);
  yield;
  const { procedures, ledger, notPerformed, entries } = yield* procedureSteps(document);
  yield;
  const { codes, setAside, codingLine, modifierStyle } = yield* codeSteps(document);
  yield;
  const encounter = readEncounter(document);
  const diagnoses = readIndications(document);
  yield;
  const placeholders = readPlaceholders(document);
  yield;
  const treated = entries.map((entry, index) =>
    indicationsFor(diagnoses, [...spansOf(procedures[index]), ...entry.lists.flatMap(listedAt)], nounsOf(entry)),
  );
  const injected = new Set(treated.flat().map(({ noun }) => noun));
  const visit = yield* visitSteps(document, { codes, injectionToday: procedures.length > 0 });
  yield;
  const elements = yield* elementSteps(document, placeholders, encounter, injected, own);
  yield;
  return {
    eol: document.eol,
    queryAt: readQueryAt(text, block),
    fieldAt: readFieldAt(document, block?.span ?? null),
    encounter,
    procedures: procedures.map((procedure, index) => ({
      ...procedure,
      benignOnly: allBenign(treated[index] ?? []),
      supply: supplyOf(document, procedure, entries[index] ?? { agents: [], lists: [] }),
    })),
    notPerformed,
    ledger,
    codes,
    setAsideCodes: setAside,
    codingLine,
    modifierStyle,
    visit,
    elements: keepInsertedFields(text, elements),
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
