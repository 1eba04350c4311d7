import type { Configuration, OwnElement } from '../configuration';
import { PhraseTable } from '../lexicon/phrase-table';
import { foldText } from '../note/fold';
import type { OwnElementId } from './model';

/** The elements that a configuration adds, ready to be looked for. */
export interface OwnElements {
  readonly ids: readonly OwnElementId[];
  readonly phrases: PhraseTable<OwnElementId>;
  /** The element of a field by its whole label, folded. */
  readonly byField: ReadonlyMap<string, OwnElementId>;
}

export const ownElementId = ({ label }: OwnElement): OwnElementId => `own:${label}`;

const compiled = new WeakMap<Configuration['elements'], OwnElements>();

/** Compiled once for a configuration; what is off is not looked for. */
export function ownElements(elements: Configuration['elements']): OwnElements {
  const known = compiled.get(elements);
  if (known !== undefined) return known;
  const rows = Object.values(elements).filter(({ severity }) => severity !== 'off');
  const own: OwnElements = {
    ids: rows.map(ownElementId),
    phrases: new PhraseTable(rows.map((row) => [ownElementId(row), [row.label, ...row.phrases].map(foldText)])),
    byField: new Map(
      rows.flatMap((row) => [row.label, ...row.phrases].map((name) => [foldText(name), ownElementId(row)] as const)),
    ),
  };
  compiled.set(elements, own);
  return own;
}
