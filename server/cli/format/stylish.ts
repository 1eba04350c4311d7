import { createColors } from 'picocolors';
import { severities } from '../../configuration';
import type { DismissedFinding } from '../../review/judging';
import type { Severity } from '../../rules/finding';
import { renderSquiggles, type Squiggle } from '../../squiggles';
import { printable } from '../printable';
import { type FormatOptions, type Formatter, printedNote } from './report';

type Paint = (text: string) => string;

/** Dictated notes are one line a paragraph; the part of a line that fits a terminal keeps the carets under their text. */
const WIDTH = 100;

/** For people: each note's lines with carets under what was found, and a closing count. */
export function stylishFormatter({ color, dismissed: shown }: FormatOptions): Formatter {
  const colors = createColors(color);
  const paints: Readonly<Record<Severity, Paint>> = {
    error: colors.red,
    warning: colors.yellow,
    information: colors.blue,
    hint: colors.cyan,
  };
  const found = new Map<Severity, number>();
  let notes = 0;
  let notesWithFindings = 0;
  let dismissals = 0;
  return {
    print: (note) => {
      const { file, text, analysis, dismissed = [] } = note;
      const squiggles = [...analysis.findings, ...(shown ? dismissed.map(asSquiggle) : [])];
      if (squiggles.length === 0) return printedNote(note, '');
      const lines = printable(renderSquiggles(text, squiggles, { width: WIDTH }))
        .split('\n')
        .map((line) => paintLine(line, paints, colors.dim));
      return printedNote(note, `${colors.underline(printable(file))}\n${lines.join('\n')}\n\n`);
    },
    add: ({ text, severities: own, dismissed }) => {
      notes += 1;
      dismissals += dismissed;
      if (own.length > 0) notesWithFindings += 1;
      for (const severity of own) found.set(severity, (found.get(severity) ?? 0) + 1);
      return text;
    },
    end: () => {
      const counts = severities.flatMap((severity) => {
        const count = found.get(severity) ?? 0;
        return count === 0 ? [] : [paints[severity](plural(count, NOUNS[severity]))];
      });
      const rest = dismissals === 0 ? '' : `; ${plural(dismissals, DISMISSED)} dismissed`;
      if (counts.length === 0) return `No findings in ${plural(notes, NOTE)}${rest}.\n`;
      return `${counts.join(', ')} in ${notesWithFindings} of ${plural(notes, NOTE)}${rest}.\n`;
    },
  };
}

/** A dismissed finding under its line, with who dismissed it and why. */
const asSquiggle = ({ finding, decision: { reason, reviewer, time } }: DismissedFinding): Squiggle => ({
  ...finding,
  message: `${finding.message} Dismissed (${reason}) by ${reviewer}, ${time}.`,
});

/** Dims the gutter and colours what stands under a line of the note by its severity. */
function paintLine(line: string, paints: Readonly<Record<Severity, Paint>>, dim: Paint): string {
  const bar = line.indexOf('|');
  if (bar === -1) return dim(line);
  const gutter = line.slice(0, bar + 1);
  const rest = line.slice(bar + 1);
  if (gutter.trim() !== '|') return dim(gutter) + rest;
  const severity = severities.find((name) => rest.includes(`^ ${name} `) || rest.includes(`) ${name} `));
  return dim(gutter) + (severity === undefined ? rest : paints[severity](rest));
}

type Noun = readonly [one: string, many: string];
const NOTE: Noun = ['note', 'notes'];
const DISMISSED: Noun = ['finding', 'findings'];
const NOUNS: Readonly<Record<Severity, Noun>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  information: ['suggestion', 'suggestions'],
  hint: ['hint', 'hints'],
};

const plural = (count: number, [one, many]: Noun): string => `${count} ${count === 1 ? one : many}`;
