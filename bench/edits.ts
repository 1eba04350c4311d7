import type { Engine, Lezer } from './peers';
import { median, percentile, timed } from './rounds';

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

export interface EditRow {
  readonly text: string;
  readonly edit: EditKind;
  readonly place: Place;
  readonly full: Latency;
  readonly incremental: Latency;
  readonly lezer: Latency;
  readonly lezerFull: Latency;
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
  const full: number[] = [];
  const lezerFull: number[] = [];
  for (let i = 0; i < fulls; i += 1) {
    full.push(await timed(() => engine.analyze(text)));
    lezerFull.push(await timed(() => lezer.parser.parse(text)));
  }
  const rows: EditRow[] = [];
  for (const place of places) {
    for (const edit of editKinds) {
      const own = await incrementalTimes(engine, text, edit, place, edits);
      const theirs = await lezerTimes(lezer, text, edit, place, edits);
      rows.push({
        text: name,
        edit,
        place,
        full: latencyOf(full),
        incremental: latencyOf(own),
        lezer: latencyOf(theirs),
        lezerFull: latencyOf(lezerFull),
      });
    }
  }
  return rows;
}

/** Each edit is made in the text as the one before left it, as typing does. */
async function incrementalTimes(engine: Engine, text: string, kind: EditKind, place: Place, count: number) {
  const kept = new engine.KeptReadings();
  let now = text;
  engine.analyze(now, { kept });
  const times: number[] = [];
  for (let number = 0; number < count; number += 1) {
    now = applied(now, editOf(kind, place, now, number));
    times.push(await timed(() => engine.analyze(now, { kept })));
  }
  return times;
}

async function lezerTimes({ parser, TreeFragment }: Lezer, text: string, kind: EditKind, place: Place, count: number) {
  let now = text;
  let fragments = TreeFragment.addTree(parser.parse(now));
  const times: number[] = [];
  for (let number = 0; number < count; number += 1) {
    const edit = editOf(kind, place, now, number);
    now = applied(now, edit);
    const change = {
      fromA: edit.at,
      toA: edit.at + edit.removed,
      fromB: edit.at,
      toB: edit.at + edit.inserted.length,
    };
    times.push(
      await timed(() => {
        fragments = TreeFragment.applyChanges(fragments, [change]);
        fragments = TreeFragment.addTree(parser.parse(now, fragments));
      }),
    );
  }
  return times;
}
