import picomatch from 'picomatch/posix';
import type { Settings } from './configuration';

type Matcher = (path: string) => boolean;

/** Compiled globs by the setting they are of: a setting never changes, and is asked for every note. */
const compiled = new WeakMap<Settings['exclude'], Matcher>();

/**
 * Whether the settings leave out a note.
 *
 * @param path Of the note within the folder that the globs are relative to, with `/` between folders. A glob that
 *   matches a folder leaves out all that is in it.
 */
export function isExcluded(path: string, exclude: Settings['exclude']): boolean {
  const matches = compiled.get(exclude) ?? compile(exclude);
  compiled.set(exclude, matches);
  const parts = path.split('/');
  return parts.some((_, at) => matches(parts.slice(0, at + 1).join('/')));
}

function compile(exclude: Settings['exclude']): Matcher {
  const globs = Object.entries(exclude).flatMap(([glob, on]) => (on ? [glob.replace(/\/$/, '')] : []));
  return globs.length === 0 ? () => false : picomatch(globs, { dot: true });
}
