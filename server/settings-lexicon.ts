import { agentClasses, headingKinds, type OwnAgent, type OwnTerms } from './configuration';
import { agentNamed } from './knowledge/agents';
import { shippedLexicon } from './lexicon/lexicon';
import {
  type Complain,
  complainOfOthers,
  expectedTerm,
  isObject,
  isOneOf,
  isTerm,
  listed,
  meant,
  quoted,
  readTerms,
  type SettingPath,
} from './settings-checks';

/** Reads a clinic's own agents, sites and headings. What is wrong is complained of, and the rest is in force. */
export function readLexicon(value: unknown, complain: Complain): OwnTerms {
  const path = ['lexicon'];
  if (!isObject(value)) {
    complain(path, 'Expected an object with "agents", "sites" or "headings".');
    return { agents: {}, sites: {}, headings: {} };
  }
  complainOfOthers(value, ['agents', 'sites', 'headings'], path, complain);
  return {
    agents: Object.fromEntries(entriesOf(value.agents, [...path, 'agents'], agentExample, complain, readAgent)),
    sites: Object.fromEntries(entriesOf(value.sites, [...path, 'sites'], siteExample, complain, readSite)),
    headings: Object.fromEntries(
      entriesOf(value.headings, [...path, 'headings'], headingExample, complain, readHeading),
    ),
  };
}

const agentExample =
  'Expected an object of agents, such as { "sulodexide": { "class": "other", "synonyms": ["SLX"] } }.';
const siteExample = 'Expected an object of sites and their other names, such as { "retroauricular fold": ["RAF"] }.';
const headingExample =
  'Expected an object of headings and the kind of section they open, such as { "Needle log": "procedure" }.';

/** Reads the members of an object that are keyed by words of a note. */
function* entriesOf<T>(
  value: unknown,
  path: SettingPath,
  example: string,
  complain: Complain,
  read: (name: string, value: unknown, path: SettingPath, complain: Complain) => T | undefined,
): Generator<[string, T]> {
  if (value === undefined) return;
  if (!isObject(value)) {
    complain(path, example);
    return;
  }
  for (const [key, member] of Object.entries(value)) {
    const at = [...path, key];
    if (!isTerm(key)) {
      complain(at, expectedTerm, 'key');
      continue;
    }
    const name = key.trim().toLowerCase();
    const wellFormed = read(name, member, at, complain);
    if (wellFormed !== undefined) yield [name, wellFormed];
  }
}

function readAgent(name: string, value: unknown, path: SettingPath, complain: Complain): OwnAgent | undefined {
  const known = agentNamed(name);
  const writtenFor = shippedLexicon().agentWritten(name);
  if (known === undefined && writtenFor !== undefined) {
    const message = `${quoted(name)} is read as ${quoted(writtenFor)} already; give further names of it there.`;
    complain(path, message, 'key');
    return undefined;
  }
  if (!isObject(value)) {
    complain(path, 'Expected an object with "class" and "synonyms".');
    return undefined;
  }
  complainOfOthers(value, ['class', 'synonyms'], path, complain);
  const agentClass = classOf(name, value.class, [...path, 'class'], complain);
  if (agentClass === undefined) {
    if (value.class === undefined) complain(path, `Expected a "class": ${listed(agentClasses)}.`);
    return undefined;
  }
  const { synonyms = [] } = value;
  const names = 'Expected a list of names as notes write them, such as ["SLX"].';
  return { class: agentClass, synonyms: readTerms(synonyms, [...path, 'synonyms'], names, complain) };
}

/** The class that is given; for an agent of the shipped table its own, which a setting does not change. */
function classOf(name: string, given: unknown, path: SettingPath, complain: Complain): OwnAgent['class'] | undefined {
  const shipped = agentNamed(name)?.class;
  if (shipped === undefined) {
    if (isOneOf(given, agentClasses)) return given;
    if (given !== undefined) complain(path, `Expected ${listed(agentClasses)}.${meant(given, agentClasses)}`);
    return undefined;
  }
  if (!isOneOf(shipped, agentClasses)) {
    complain(path.slice(0, -1), `${quoted(name)} is known as no drug of the four codes (${shipped}).`, 'key');
    return undefined;
  }
  if (given === undefined || given === shipped) return shipped;
  complain(path, `${quoted(name)} is known as "${shipped}"; leave its class out to give it further names.`);
  return undefined;
}

function readSite(_name: string, value: unknown, path: SettingPath, complain: Complain): readonly string[] | undefined {
  if (Array.isArray(value)) return readTerms(value, path, siteExample, complain);
  complain(path, 'Expected a list of other names of the site, such as ["RAF"]; it may be empty.');
  return undefined;
}

function readHeading(_name: string, value: unknown, path: SettingPath, complain: Complain) {
  if (isOneOf(value, headingKinds)) return value;
  complain(path, `Expected a kind of section: ${listed(headingKinds)}.${meant(value, headingKinds)}`);
  return undefined;
}
