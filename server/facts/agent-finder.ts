import type { ReadSentence } from './acts';
import { agentsOf, isClassOnly, type NamedAgent, namesAgent } from './agents';
import type { Passage } from './document';

/** Which agents a sentence tells of when it names none itself. */
interface Naming {
  readonly read: ReadSentence;
  readonly agents: readonly NamedAgent[];
}

export class AgentFinder {
  readonly #bySentence: readonly Naming[];
  /** For each of them, the index of the last one before it and the first one from it on that is told of the procedure. */
  readonly #toldBefore: number[] = [];
  readonly #toldFrom: number[] = [];
  #all: readonly NamedAgent[] | null = null;

  constructor(sentences: readonly ReadSentence[]) {
    this.#bySentence = sentences
      .filter((read) => namesAgent(read.sentence) && isCurrent(read))
      .map((read) => ({ read, agents: agentsOf(read.sentence) }));
    const isToldAt = (at: number): boolean => {
      const passage = this.#bySentence[at]?.read.sentence.passage;
      return passage !== undefined && isTold(passage);
    };
    let last = -1;
    for (let at = 0; at <= this.#bySentence.length; at += 1) {
      this.#toldBefore.push(last);
      if (isToldAt(at)) last = at;
    }
    let next = -1;
    for (let at = this.#bySentence.length; at >= 0; at -= 1) {
      if (isToldAt(at)) next = at;
      this.#toldFrom[at] = next;
    }
  }

  /** Own words first, then the nearest before in the section, then anywhere before, then behind. */
  of(read: ReadSentence): readonly NamedAgent[] {
    const own = distinct(agentsOf(read.sentence));
    const named = own.filter((agent) => !isClassOnly(agent.name));
    if (named.length > 0) return named;
    return this.#name(read, own.length > 0 ? own : this.#around(read));
  }

  /** "Steroid injected" beside "Kenalog 10 drawn up": the class stands for the name that the note gives. */
  #name(read: ReadSentence, found: readonly NamedAgent[]): readonly NamedAgent[] {
    if (found.length === 0 || found.some((agent) => !isClassOnly(agent.name)))
      return found.filter((agent) => !isClassOnly(agent.name));
    const behind = this.#firstBehind(read.sentence.span.start);
    for (const entry of this.#outwards(behind)) {
      const same = entry.agents.filter(
        (agent) => !isClassOnly(agent.name) && found.some((other) => other.class === agent.class),
      );
      if (same.length > 0 && isTold(entry.read.sentence.passage)) return distinct(same);
    }
    return found;
  }

  #around(read: ReadSentence): readonly NamedAgent[] {
    const behind = this.#firstBehind(read.sentence.span.start);
    const { sectionIndex } = read.sentence.passage;
    const before = this.#bySentence[behind - 1];
    const near =
      (before?.read.sentence.passage.sectionIndex === sectionIndex ? before : undefined) ??
      this.#bySentence[this.#toldBefore[behind] ?? -1] ??
      this.#bySentence[this.#toldFrom[behind] ?? -1];
    if (near) return distinct(near.agents);
    this.#all ??= distinct(this.#bySentence.flatMap((entry) => entry.agents));
    return this.#all.length === 1 ? this.#all : [];
  }

  /** Index of the first entry that starts at or behind an offset. */
  #firstBehind(offset: number): number {
    let [low, high] = [0, this.#bySentence.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#bySentence[middle]?.read.sentence.span.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Backwards from a place to the first, then from there to the last. */
  *#outwards(behind: number): Generator<Naming> {
    for (let at = behind - 1; at >= 0; at -= 1) {
      const entry = this.#bySentence[at];
      if (entry) yield entry;
    }
    yield* this.#bySentence.slice(behind);
  }
}

/** Sections whose agents are never today's by being named there. */
const elsewhere = new Set(['history', 'template', 'other-person', 'coding', 'data', 'aftercare', 'follow-up']);

function isCurrent(read: ReadSentence): boolean {
  const { passage } = read.sentence;
  if (passage.day !== 'today' || elsewhere.has(passage.kind)) return false;
  return !read.acts.some((act) => act.role === 'inject' && act.status === 'past');
}

const told = new Set(['procedure', 'nursing', 'other', 'header', 'today', 'assessment-plan', 'plan']);
const isTold = (passage: Passage): boolean => told.has(passage.kind);

export function distinct(agents: readonly NamedAgent[]): NamedAgent[] {
  const seen = new Set<string>();
  return agents.filter((agent) => !seen.has(agent.name) && seen.add(agent.name));
}
