import { isDeepStrictEqual } from 'node:util';
import { applyEdits } from '../../server/edits';
import type { Finding } from '../../server/rules/finding';
import type { Given } from './facts-builder';

/** One row of a rule's table: what the note says, and all that is reported for it. */
export interface RuleCase {
  readonly name: string;
  readonly given: Given;
  /** `rule at "text": message`, in order. */
  readonly expect: readonly string[];
  /** The text after the fix of the title. */
  readonly fixes?: Readonly<Record<string, string>>;
}

export const told = (text: string, { rule, span, message }: Finding): string =>
  `${rule} at "${text.slice(span.start, span.end)}": ${message}`;

/** What the findings of a case lack or have too much, in the words of its table; nothing where all is as expected. */
export function unmet({ given, expect, fixes }: RuleCase, findings: readonly Finding[]): unknown[] {
  const { text } = given;
  const found = findings.map((finding) => told(text, finding));
  const offered = findings.flatMap((finding) => finding.fixes);
  return [
    ...(isDeepStrictEqual(found, expect) ? [] : [{ found, expect }]),
    ...Object.entries(fixes ?? {}).flatMap(([title, after]): unknown[] => {
      const fix = offered.find((each) => each.title === title);
      if (fix === undefined) return [{ title, offered: offered.map((each) => each.title) }];
      const edited = applyEdits(text, fix.edits);
      return edited === after ? [] : [{ title, edited, after }];
    }),
  ];
}

/** The same note as a Windows editor saves it. Cases with offsets of their own keep to one line before them. */
export const withCrlf = ({ text, facts, ...given }: Given): Given => ({
  ...given,
  text: text.replaceAll('\n', '\r\n'),
  facts: { ...facts, eol: '\r\n' },
});
