import type { FormatOptions, Formatter } from './report';

export function stylishFormatter(_options: FormatOptions): Formatter {
  return { note: () => '', end: () => '' };
}
