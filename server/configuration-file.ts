import { defaultSettings, layerSettings, type Settings } from './configuration';
import { type LocatedProblem, readLocatedJson } from './located-json';
import { readSettings } from './settings';

export interface ParsedConfiguration {
  /** The file's settings over the defaults. */
  readonly configuration: Settings;
  /** The settings that the file itself gives, for laying over others than the defaults. */
  readonly given: Partial<Settings>;
  /** In order of position. A setting with a problem is left at its default. */
  readonly problems: readonly LocatedProblem[];
}

/** Reads the text of a `chartlint.json`: JSON, with comments and trailing commas allowed. Never throws. */
export function parseConfiguration(text: string): ParsedConfiguration {
  const json = readLocatedJson(text, { comments: true });
  const { given, problems } = readSettings(json.value);
  const found = [
    ...json.problems,
    ...problems.map(({ message, path, at }) => ({ message, span: json.spanOf(path, at) })),
  ];
  return {
    configuration: layerSettings(defaultSettings, given),
    given,
    problems: found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
  };
}
