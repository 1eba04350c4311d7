import { type Formatter, reportOf } from './report';

/** One object a note and line. */
export function jsonLinesFormatter(): Formatter {
  return { note: (note) => `${JSON.stringify(reportOf(note))}\n`, end: () => '' };
}

/** One array of the same objects. */
export function jsonFormatter(): Formatter {
  let opened = false;
  return {
    note: (note) => {
      const before = opened ? ',\n' : '[\n';
      opened = true;
      return before + JSON.stringify(reportOf(note), null, 2);
    },
    end: () => (opened ? '\n]\n' : '[]\n'),
  };
}
