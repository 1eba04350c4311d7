import { type Formatter, printedNote, reportOf } from './report';

/** One object a note and line. */
export function jsonLinesFormatter(): Formatter {
  return {
    print: (note) => printedNote(note, `${JSON.stringify(reportOf(note))}\n`),
    add: ({ text }) => text,
    end: () => '',
  };
}

/** One array of the same objects. */
export function jsonFormatter(): Formatter {
  let opened = false;
  return {
    print: (note) => printedNote(note, JSON.stringify(reportOf(note), null, 2)),
    add: ({ text }) => {
      const before = opened ? ',\n' : '[\n';
      opened = true;
      return before + text;
    },
    end: () => (opened ? '\n]\n' : '[]\n'),
  };
}
