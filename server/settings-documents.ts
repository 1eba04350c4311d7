import type { Settings } from './configuration';
import { readLocatedJson } from './located-json';
import { type Complain, isObject } from './settings-checks';

/** Which documents the text of a `chartlint.json` selects, for those who need nothing else of it. Never throws. */
export function documentsIn(text: string): Settings['documents'] {
  const { value } = readLocatedJson(text, { comments: true });
  const given = isObject(value) ? value.documents : undefined;
  return given === undefined ? {} : readDocuments(given, () => {});
}

export function readDocuments(value: unknown, complain: Complain): Settings['documents'] {
  if (!isObject(value)) {
    complain(['documents'], 'Expected an object of language ids or globs, such as { "**/notes/*.txt": true }.');
    return {};
  }
  const documents: [string, boolean][] = [];
  for (const [key, selected] of Object.entries(value)) {
    if (key.trim() === '') complain(['documents', key], 'Expected a language id or a glob.', 'key');
    else if (typeof selected === 'boolean') documents.push([key, selected]);
    else complain(['documents', key], 'Expected true (check these notes) or false (take it back).');
  }
  return Object.fromEntries(documents);
}
