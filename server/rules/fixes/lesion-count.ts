import { insertedFields } from '../../knowledge/open-fields';
import type { Fix } from '../finding';
import type { Places } from '../rule';
import { openField } from './field';
import { query } from './query';

/**
 * Asks how many lesions were injected, in the same words whichever rule asks.
 *
 * @param options The numbers that the note itself bears out, where it bears out more than one.
 */
export const lesionCountQuery = (indicators: string, places: Places, options: readonly string[] = []): Fix =>
  query(
    'lesion-count',
    { indicators, question: 'How many lesions received the agent at this encounter?', options },
    places,
  );

/** An open line for the number of lesions. */
export const lesionCountField = (places: Places): Fix =>
  openField({ label: insertedFields['lesion-count'], place: 'procedure' }, places);
