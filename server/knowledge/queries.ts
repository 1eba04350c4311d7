import type { QuerySubject } from '../facts/model';
import subjects from './query-subjects.json';
import wording from './query-wording.json';

/** The line that opens a block of queries in a note. */
export const queryHeading = 'Query to clinician';

const labels = Object.fromEntries(subjects.map(({ subject, label }) => [subject, label])) as Readonly<
  Record<QuerySubject, string>
>;

/** How a query line begins: `Lesion count: …`. */
export const querySubjects = subjects as readonly { readonly subject: QuerySubject; readonly label: string }[];

export const queryLabel = (subject: QuerySubject): string => labels[subject];

/** Words of a compliant and of a non-compliant query, lower case. */
export const queryWording: {
  readonly leading: readonly string[];
  readonly payment: readonly string[];
  readonly other: readonly string[];
  readonly unableToDetermine: readonly string[];
} = wording;
