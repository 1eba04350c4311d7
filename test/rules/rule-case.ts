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

/** The same note as a Windows editor saves it. Cases with offsets of their own keep to one line before them. */
export const withCrlf = ({ text, facts, ...given }: Given): Given => ({
  ...given,
  text: text.replaceAll('\n', '\r\n'),
  facts: { ...facts, eol: '\r\n' },
});
