/** A place in a phrase: which words lead on from it, and where to without a word. */
export interface Node {
  readonly words: Map<string, Node[]>;
  readonly prefixes: { readonly prefix: string; readonly node: Node }[];
  readonly skips: Node[];
  ends: boolean;
}

/** The paths of some phrases, and what these may begin with. */
export interface Paths {
  readonly root: Node;
  readonly firstWords: ReadonlySet<string>;
  /** By their first character. */
  readonly firstPrefixes: ReadonlyMap<number, readonly string[]>;
  /** A code. */
  readonly code: boolean;
  /** Any word at all. */
  readonly any: boolean;
}

const newNode = (): Node => ({ words: new Map(), prefixes: [], skips: [], ends: false });

/** Compiles patterns of `Phrases`. */
export function compile(patterns: readonly string[]): Paths {
  const root = newNode();
  for (const pattern of patterns) {
    const end = newNode();
    end.ends = true;
    link(root, pattern, end);
  }
  const firstWords = new Set<string>();
  const firstPrefixes = new Map<number, string[]>();
  const gather = (node: Node): void => {
    for (const word of node.words.keys()) firstWords.add(word);
    for (const { prefix } of node.prefixes) {
      const known = firstPrefixes.get(prefix.charCodeAt(0));
      if (known) known.push(prefix);
      else firstPrefixes.set(prefix.charCodeAt(0), [prefix]);
    }
    for (const next of node.skips) gather(next);
  };
  gather(root);
  return { root, firstWords, firstPrefixes, code: firstWords.has('#'), any: firstPrefixes.has(Number.NaN) };
}

/**
 * Leads from one place to another by a pattern, part by part, so that parts with many choices add up and do not
 * multiply.
 */
function link(from: Node, pattern: string, to: Node): void {
  const parts = cut(pattern, ' ');
  if (parts.length === 0) from.skips.push(to);
  let node = from;
  for (const [index, part] of parts.entries()) {
    const next = index === parts.length - 1 ? to : newNode();
    if (!part.includes('(')) step(node, part, next);
    else if (part.startsWith('(') && part.indexOf(')') === part.length - 1) {
      for (const choice of part.slice(1, -1).split('|')) link(node, choice, next);
    } else for (const choice of expand(part)) link(node, choice, next);
    node = next;
  }
}

/** Leads from one place to another by one word. */
function step(from: Node, word: string, to: Node): void {
  if (word.endsWith('*')) from.prefixes.push({ prefix: word.slice(0, -1), node: to });
  else {
    const known = from.words.get(word);
    if (known) known.push(to);
    else from.words.set(word, [to]);
  }
}

/** The parts of a pattern between marks that stand in no brackets, without those that are empty. */
function cut(pattern: string, mark: string): string[] {
  if (!pattern.includes('(')) return pattern.split(mark).filter((part) => part !== '');
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= pattern.length; at += 1) {
    const there = pattern[at];
    if (there === '(') depth += 1;
    else if (there === ')') depth -= 1;
    else if (there === undefined || (there === mark && depth === 0)) {
      if (at > from) parts.push(pattern.slice(from, at));
      from = at + 1;
    }
  }
  return parts;
}

/** All phrases that a pattern with `(a|b)` stands for. */
function expand(pattern: string): string[] {
  const open = pattern.indexOf('(');
  if (open < 0) return [pattern];
  let depth = 0;
  let close = open;
  const bars: number[] = [];
  for (let at = open; at < pattern.length; at += 1) {
    const mark = pattern[at];
    if (mark === '(') depth += 1;
    else if (mark === ')') depth -= 1;
    else if (mark === '|' && depth === 1) bars.push(at);
    if (depth === 0) {
      close = at;
      break;
    }
  }
  const cuts = [open, ...bars, close];
  const head = pattern.slice(0, open);
  const tails = expand(pattern.slice(close + 1));
  return cuts
    .slice(1)
    .flatMap((cut, index) =>
      expand(pattern.slice((cuts[index] ?? open) + 1, cut)).flatMap((choice) =>
        tails.map((tail) => head + choice + tail),
      ),
    );
}
