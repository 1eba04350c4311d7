import type { ReadSentence } from './acts';
import { agentsOf, isClassOnly, type NamedAgent } from './agents';
import type { Passage } from './document';

/** Which agents a sentence tells of when it names none itself. */
export class AgentFinder {
  readonly #bySentence: readonly { readonly read: ReadSentence; readonly agents: readonly NamedAgent[] }[];

  constructor(sentences: readonly ReadSentence[]) {
    this.#bySentence = sentences.flatMap((read) => {
      const agents = agentsOf(read.sentence);
      return agents.length > 0 && isCurrent(read) ? [{ read, agents }] : [];
    });
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
    const ordered = [...this.#bySentence.slice(0, behind).reverse(), ...this.#bySentence.slice(behind)];
    for (const entry of ordered) {
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
    const near =
      this.#nearestBefore(behind, (passage) => passage.sectionIndex === sectionIndex) ??
      this.#nearestBefore(behind, isTold) ??
      this.#bySentence.slice(behind).find((entry) => isTold(entry.read.sentence.passage));
    if (near) return distinct(near.agents);
    const all = distinct(this.#bySentence.flatMap((entry) => entry.agents));
    return all.length === 1 ? all : [];
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

  #nearestBefore(end: number, matches: (passage: Passage) => boolean) {
    for (let at = end - 1; at >= 0; at -= 1) {
      const entry = this.#bySentence[at];
      if (entry && matches(entry.read.sentence.passage)) return entry;
    }
    return undefined;
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
