import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { samples } from './paths';
import { stopAtEnd } from './stopping';

/** A folder that is gone when this process ends, or when `stopAll` is called. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `chartlint-${name}-`));
  stopAtEnd(async () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Copies of the sample notes, to be edited. */
export function notesFolder(): string {
  const notes = join(temporaryFolder('notes'), 'notes');
  cpSync(samples, notes, { recursive: true });
  return notes;
}
