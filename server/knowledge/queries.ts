import type { OwnElementId, QuerySubject } from '../facts/model';
import { checklist } from './checklist';
import subjects from './query-subjects.json';
import wording from './query-wording.json';

/** The line that opens a block of queries in a note. */
export const queryHeading = 'Query to clinician';

/** How a query line begins: `Lesion count: …`. Every element of the checklist can be asked for. */
export const querySubjects = [
  ...checklist.map(({ element, label }) => ({ subject: element, label })),
  ...subjects,
] as readonly { readonly subject: QuerySubject; readonly label: string }[];

const labels = Object.fromEntries(querySubjects.map(({ subject, label }) => [subject, label])) as Readonly<
  Record<Exclude<QuerySubject, OwnElementId>, string>
>;

export const queryLabel = (subject: QuerySubject): string =>
  isOwn(subject) ? subject.slice(own.length) : labels[subject];

const own = 'own:';
const isOwn = (subject: QuerySubject): subject is OwnElementId => subject.startsWith(own);

/** Words of a compliant and of a non-compliant query, lower case. */
export const queryWording: {
  readonly leading: readonly string[];
  readonly payment: readonly string[];
  readonly other: readonly string[];
  readonly unableToDetermine: readonly string[];
} = wording;
