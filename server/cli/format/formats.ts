import { jsonFormatter, jsonLinesFormatter } from './json';
import type { FormatOptions, Formatter } from './report';
import { stylishFormatter } from './stylish';

export const formatNames = ['stylish', 'json', 'jsonl'] as const;
export type FormatName = (typeof formatNames)[number];

export const formatters: Readonly<Record<FormatName, (options: FormatOptions) => Formatter>> = {
  stylish: stylishFormatter,
  json: jsonFormatter,
  jsonl: jsonLinesFormatter,
};
