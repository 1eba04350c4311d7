import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { configurationFileName } from '../../configuration';
import type { Decision, Review } from '../../review/decision';
import { emptyReview, parseReview, reviewFileName, writeReview } from '../../review/review-file';
import { decode } from '../decode';
import { fileOutput } from '../output';

/** The review file of a run. */
export interface ReviewStore {
  /** As messages call it: from the working folder. */
  readonly name: string;
  readonly path: string;
  /** False where the file is still to be made. */
  readonly exists: boolean;
  /** `null` where the file is not understood: no decision counts, and none may be added. */
  readonly review: Review | null;
  /** What is wrong with the file, each with its place in it. */
  readonly problems: readonly string[];
  /** The line of the file on which a decision of it begins, from 1. */
  readonly lineOf: (decision: Decision) => number;
  /** What the file held, for telling whether it is still the same. */
  readonly text: string | null;
}

/**
 * The review file that is named, else the nearest `chartlint.review.json` from the working folder upwards. Where there
 * is none, it is one still to be made: beside the nearest `chartlint.json`, else in the working folder.
 */
export async function loadReview(named: string | undefined, cwd: string): Promise<ReviewStore> {
  const path = named === undefined ? await nearestReview(cwd) : resolve(cwd, named);
  const name = named ?? relative(cwd, path);
  const without = { name, path, exists: true, review: null, lineOf: () => 1, text: null };
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => error);
  if (bytes instanceof Error) {
    if (bytes.code !== 'ENOENT') return { ...without, problems: [`${name}: cannot be read (${bytes.code})`] };
    return { ...without, exists: false, review: emptyReview(randomBytes(16).toString('hex')), problems: [] };
  }
  const decoded = decode(bytes);
  if ('problem' in decoded) return { ...without, problems: [`${name}: ${decoded.problem}`] };
  const { text } = decoded;
  const { review, problems, places } = parseReview(text);
  const document = TextDocument.create('', '', 0, text);
  return {
    ...without,
    review,
    text,
    problems: problems.map(({ message, span }) => {
      const { line, character } = document.positionAt(span.start);
      return `${name}:${line + 1}:${character + 1}: ${message} No decision of this file counts until it is put right.`;
    }),
    lineOf: (decision) => {
      const place = places[review?.decisions.indexOf(decision) ?? -1];
      return document.positionAt(place?.start ?? 0).line + 1;
    },
  };
}

async function nearestReview(cwd: string): Promise<string> {
  const existing = await nearest(reviewFileName, cwd);
  if (existing !== null) return existing;
  const configuration = await nearest(configurationFileName, cwd);
  return join(configuration === null ? cwd : dirname(configuration), reviewFileName);
}

async function nearest(name: string, cwd: string): Promise<string | null> {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    const path = join(folder, name);
    if (await exists(path)) return path;
    if (folder === dirname(folder)) return null;
  }
}

/** Writes the review in place of what was read; answers why it could not, or `null`. Whole, or not at all. */
export async function saveReview(store: ReviewStore, review: Review): Promise<string | null> {
  const now = await readFile(store.path, 'utf8').catch(() => null);
  // Another may have decided meanwhile, and that decision would be lost.
  if (withoutMark(now) !== withoutMark(store.text)) return `${store.name}: was changed meanwhile; try again`;
  const text = writeReview(review);
  const ownLines = store.text?.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
  try {
    const output = await fileOutput(store.path);
    try {
      await output.write(ownLines);
      await output.close();
    } catch (error) {
      output.abandon();
      throw error;
    }
    return null;
  } catch {
    return `${store.name}: cannot be written; check the folder and its permissions`;
  }
}

const withoutMark = (text: string | null): string | null => text?.replace(/^\ufeff/, '') ?? null;

/** A note's path as decisions name it: from the folder of the review file, with forward slashes. */
export function notePath(store: Pick<ReviewStore, 'path'>, absolute: string): string {
  return relative(dirname(store.path), absolute).split(sep).join('/').normalize('NFC');
}

/** The file of a note that a decision names. */
export const noteFile = (store: Pick<ReviewStore, 'path'>, note: string): string => resolve(dirname(store.path), note);

export const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
