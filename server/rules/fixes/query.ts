import type { QuerySubject } from '../../facts/model';
import { queryHeading, queryLabel } from '../../knowledge/queries';
import type { Fix } from '../finding';
import type { Places } from '../rule';

export interface Question {
  /** What the note says, as sentences: the indicators the question rests on. */
  readonly indicators: string;
  /** Open, and suggesting nothing. */
  readonly question: string;
  /** Answers the note itself bears out, where it bears out more than one. */
  readonly options?: readonly string[];
}

const blank = '____';

/** The line of a query: indicators, question, and choices with "other" and "unable to determine". */
function queryLine(subject: QuerySubject, { indicators, question, options = [] }: Question): string {
  const answers =
    options.length > 0
      ? [...options, `other: ${blank}`, 'unable to determine'].map((option) => `[ ] ${option}`).join('  ')
      : `Answer: ${blank}  [ ] unable to determine`;
  return `${queryLabel(subject)}: ${indicators} ${question} ${answers}`;
}

/** Offers to ask the clinician, in the note's block of queries or in a new one at its end. */
export function query(subject: QuerySubject, question: Question, { eol, queryAt }: Places): Fix {
  const line = queryLine(subject, question);
  const newText = queryAt.open ? eol + line : `${eol}${eol}${queryHeading}${eol}${line}`;
  return {
    title: `Insert a query to the clinician: ${queryLabel(subject).toLowerCase()}`,
    kind: 'query',
    edits: [{ span: { start: queryAt.offset, end: queryAt.offset }, newText }],
  };
}
