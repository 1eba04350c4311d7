import { createColors } from 'picocolors';
import { severities } from '../../configuration';
import type { Severity } from '../../rules/finding';
import { renderSquiggles } from '../../squiggles';
import type { FormatOptions, Formatter } from './report';

type Paint = (text: string) => string;

/** Dictated notes are one line a paragraph; the part of a line that fits a terminal keeps the carets under their text. */
const WIDTH = 100;

/** For people: each note's lines with carets under what was found, and a closing count. */
export function stylishFormatter({ color }: FormatOptions): Formatter {
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
  return {
    note: ({ file, text, analysis: { findings } }) => {
      notes += 1;
      if (findings.length === 0) return '';
      notesWithFindings += 1;
      for (const { severity } of findings) found.set(severity, (found.get(severity) ?? 0) + 1);
      const lines = printable(renderSquiggles(text, findings, { width: WIDTH }))
        .split('\n')
        .map((line) => paintLine(line, paints, colors.dim));
      return `${colors.underline(printable(file))}\n${lines.join('\n')}\n\n`;
    },
    end: () => {
      const counts = severities.flatMap((severity) => {
        const count = found.get(severity) ?? 0;
        return count === 0 ? [] : [paints[severity](plural(count, NOUNS[severity]))];
      });
      if (counts.length === 0) return `No findings in ${plural(notes, NOTE)}.\n`;
      return `${counts.join(', ')} in ${notesWithFindings} of ${plural(notes, NOTE)}.\n`;
    },
  };
}

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

/** A note may hold escape sequences that a terminal would obey; each control character becomes one visible sign. */
function printable(text: string): string {
  return text.replace(/[^\P{Cc}\t\n]/gu, '\uFFFD');
}

type Noun = readonly [one: string, many: string];
const NOTE: Noun = ['note', 'notes'];
const NOUNS: Readonly<Record<Severity, Noun>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  information: ['suggestion', 'suggestions'],
  hint: ['hint', 'hints'],
};

const plural = (count: number, [one, many]: Noun): string => `${count} ${count === 1 ? one : many}`;
