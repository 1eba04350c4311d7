import { join } from 'node:path';

/** The root of this repository: the extension under development. */
export const repository = join(import.meta.dirname, '../../..');

/** The notes that come with Chartlint. */
export const samples = join(repository, 'samples');
