import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { PayerId, Settings } from '../../configuration';
import type { Review } from '../../review/decision';
import type { Host } from '../check';
import { decode } from '../decode';
import { type AnalyzedNote, analyzeInput } from '../note-analysis';
import { loadSettings } from '../settings';
import { loadReview, type ReviewStore } from './store';

/** What every command about decisions takes. */
export interface ReviewOptions {
  readonly review?: string;
  readonly config?: string;
  readonly payer?: PayerId;
}

/** A review that is understood, with the settings under which its notes are read. */
export interface Session {
  readonly store: ReviewStore & { readonly review: Review };
  readonly settings: Settings;
  /** The folder that globs of the settings are relative to. */
  readonly root: string;
}

/** Opens the review, or complains and answers `null`. */
export async function openSession(options: ReviewOptions, host: Host): Promise<Session | null> {
  const { settings, root, problems } = await loadSettings(options.config, host.cwd);
  const store = await loadReview(options.review, host.cwd);
  for (const problem of [...problems, ...store.problems]) complain(host, problem);
  const { review } = store;
  // Under other settings than were meant, a decision would be about another finding.
  return problems.length > 0 || review === null ? null : { store: { ...store, review }, settings, root };
}

/** Reads one note of the file system, or says why it cannot be read. */
export async function readNote(
  name: string,
  { settings }: Session,
  options: ReviewOptions,
  host: Host,
): Promise<AnalyzedNote | { readonly problem: string }> {
  const path = resolve(host.cwd, name);
  try {
    const decoded = decode(await buffer(createReadStream(path)));
    return 'problem' in decoded ? decoded : analyzeInput({ name, path, ...decoded }, settings, options.payer);
  } catch {
    return { problem: 'cannot be read; check the path' };
  }
}

export function complain(host: Host, message: string): void {
  host.stderr.write(`chartlint: ${message}\n`);
}
