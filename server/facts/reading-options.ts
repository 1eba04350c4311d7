import type { Configuration } from '../configuration';
import { lexiconWith } from '../lexicon/own-terms';
import type { ReadingOptions } from './document';

/** What a configuration says of how notes are read. */
export const readingOptions = ({ dateOfService, lexicon }: Configuration): ReadingOptions => ({
  date: dateOfService,
  lexicon: lexiconWith(lexicon),
});
