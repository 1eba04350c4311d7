import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';

/** What was measured where; times mean nothing without it. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGB: number;
  readonly node: string;
  readonly system: string;
  /** Mean number of running processes over the last minute, before and after: what else the machine did. */
  readonly loadBefore: number;
  loadAfter: number;
}

export function machine(): Machine {
  return {
    cpu: `${cpus()[0]?.model.trim() ?? 'unknown'}${megahertz()}`,
    cores: availableParallelism(),
    memoryGB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    system: `${process.platform} ${process.arch}`,
    loadBefore: load(),
    loadAfter: Number.NaN,
  };
}

export const load = (): number => Math.round((loadavg()[0] ?? 0) * 100) / 100;

function megahertz(): string {
  try {
    const found = /cpu MHz\s*: (\d+)/.exec(readFileSync('/proc/cpuinfo', 'utf8'));
    return found ? `, ${found[1]} MHz` : '';
  } catch {
    return '';
  }
}

/** A table in Markdown, padded so that it reads in a terminal too. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => pad(cell, widths[column] ?? 0, column > 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column > 0 ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

const pad = (cell: string, width: number, right: boolean) => (right ? cell.padStart(width) : cell.padEnd(width));

/** Three digits that mean something. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '-';
  if (value === 0) return '0';
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toFixed(Math.min(digits, 4));
}
