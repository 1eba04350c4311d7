import type { Configuration } from '../configuration';
import type { ReadingOptions } from './document';

/** What a configuration says of how notes are read. */
export const readingOptions = ({ dateOfService }: Configuration): ReadingOptions => ({ date: dateOfService });
