import type { KeptReadings } from '../server/facts/kept-readings';
import type { Engine, Lezer } from './peers';
import { type Cost, costOf, median, percentile } from './rounds';

/** One change of a text: so many characters at an offset give way to others. */
export interface Edit {
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}

export const editKinds = [
  'insert a character',
  'delete a character',
  'insert a line break',
  'paste a paragraph',
] as const;
export type EditKind = (typeof editKinds)[number];

export const places = ['start', 'middle', 'end'] as const;
export type Place = (typeof places)[number];

const paragraph =
  'Bleomycin 1 U/mL was injected intralesionally into three recalcitrant warts of the left heel, 0.2 mL in each. ' +
  'The patient tolerated the procedure well and will return in four weeks.\n';

/** The `number`th edit of a kind near a place, inside a word, never twice at the same offset. */
export function editOf(kind: EditKind, place: Place, text: string, number: number): Edit {
  const share = { start: 0.02, middle: 0.5, end: 0.98 }[place];
  let at = Math.floor(text.length * share) + number * 7;
  while (at + 1 < text.length && !/^\w\w$/.test(text.slice(at - 1, at + 1))) at += 1;
  switch (kind) {
    case 'insert a character':
      return { at, removed: 0, inserted: 'q' };
    case 'delete a character':
      return { at, removed: 1, inserted: '' };
    case 'insert a line break':
      return { at, removed: 0, inserted: '\n' };
    case 'paste a paragraph': {
      const start = text.lastIndexOf('\n', at) + 1;
      return { at: start, removed: 0, inserted: paragraph };
    }
  }
}

export const applied = (text: string, { at, removed, inserted }: Edit): string =>
  text.slice(0, at) + inserted + text.slice(at + removed);

export interface Latency {
  readonly p50: number;
  readonly p99: number;
  readonly samples: number;
}

export const latencyOf = (samples: readonly number[]): Latency => ({
  p50: median(samples),
  p99: percentile(samples, 99),
  samples: samples.length,
});

/** The same by the clock and of processor time. */
export interface Latencies {
  readonly clock: Latency;
  readonly processor: Latency;
}

const latenciesOf = (costs: readonly Cost[]): Latencies => ({
  clock: latencyOf(costs.map(({ clock }) => clock)),
  processor: latencyOf(costs.map(({ processor }) => processor)),
});

export interface EditRow {
  readonly text: string;
  readonly edit: EditKind;
  readonly place: Place;
  readonly full: Latencies;
  readonly incremental: Latencies;
  readonly lezer: Latencies;
  readonly lezerFull: Latencies;
}

export interface EditPlan {
  readonly edits: number;
  readonly fulls: number;
}

/** What each kind of edit costs, beside a first reading of the whole text and beside Lezer on the same edit. */
export async function measureEdits(
  engine: Engine,
  lezer: Lezer,
  name: string,
  text: string,
  { edits, fulls }: EditPlan,
): Promise<EditRow[]> {
  const full: Cost[] = [];
  const lezerFull: Cost[] = [];
  for (let i = 0; i < fulls; i += 1) {
    full.push(await costOf(() => engine.analyze(text)));
    lezerFull.push(await costOf(() => lezer.parser.parse(text)));
  }
  const rows: EditRow[] = [];
  const editing = new Editing(engine, lezer, text);
  for (const place of places) {
    for (const edit of editKinds) {
      const own: Cost[] = [];
      const theirs: Cost[] = [];
      for (let number = 0; number < edits; number += 1) {
        const times = await editing.make(editOf(edit, place, editing.text, number));
        own.push(times.own);
        theirs.push(times.lezer);
      }
      rows.push({
        text: name,
        edit,
        place,
        full: latenciesOf(full),
        incremental: latenciesOf(own),
        lezer: latenciesOf(theirs),
        lezerFull: latenciesOf(lezerFull),
      });
    }
  }
  return rows;
}

/** One text under many edits, each made in the text as the one before left it, as typing does. */
class Editing {
  private readonly kept: KeptReadings;
  private fragments: readonly unknown[];

  constructor(
    private readonly engine: Engine,
    private readonly lezer: Lezer,
    public text: string,
  ) {
    this.kept = new engine.KeptReadings();
    engine.analyze(text, { kept: this.kept });
    this.fragments = lezer.TreeFragment.addTree(lezer.parser.parse(text));
  }

  /** What the edit costs each of the two, in ms. */
  async make(edit: Edit): Promise<{ readonly own: Cost; readonly lezer: Cost }> {
    this.text = applied(this.text, edit);
    const own = await costOf(() => this.engine.analyze(this.text, { kept: this.kept }));
    const { at: fromA, removed, inserted } = edit;
    const change = { fromA, toA: fromA + removed, fromB: fromA, toB: fromA + inserted.length };
    const { parser, TreeFragment } = this.lezer;
    const lezer = await costOf(() => {
      const fragments = TreeFragment.applyChanges(this.fragments, [change]);
      this.fragments = TreeFragment.addTree(parser.parse(this.text, fragments), fragments);
    });
    return { own, lezer };
  }
}
