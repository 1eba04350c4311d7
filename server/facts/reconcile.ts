import type { Claim } from './claims';
import type { CountEvidence, CountStatus } from './model';

/** The number of lesions an entry's claims settle on, or why they don't. */
export interface Settled {
  readonly lesions: number | null;
  readonly status: CountStatus;
  readonly range: { readonly min: number; readonly max: number | null } | null;
  readonly evidence: readonly CountEvidence[];
  readonly reasoning: string;
}

/** Brings all statements about one agent's lesions together. */
export function reconcile(claims: readonly Claim[]): Settled {
  const corrections = claims.filter((claim) => claim.corrects && claim.count.kind === 'exact');
  const strong = claims.filter((claim) => !claim.weak);
  const numbered = strong.some((claim) => claim.count.kind !== 'plural');
  const used = corrections.length > 0 ? corrections.slice(-1) : numbered ? strong : claims;
  const contradiction = used.find((claim) => claim.count.kind === 'contradiction');
  if (contradiction) return conflicting([contradiction, contradiction], `"${contradiction.quote}" gives two numbers`);
  const numbers = used.flatMap((claim) => (claim.count.kind === 'exact' ? [{ claim, n: claim.count.n }] : []));
  if (numbers.length > 0) return settleNumbers(numbers, used);
  return settleWords(used);
}

interface Numbered {
  readonly claim: Claim;
  readonly n: number;
}

function settleNumbers(all: readonly Numbered[], claims: readonly Claim[]): Settled {
  const positive = all.filter(({ n }) => n > 0);
  const numbers = positive.length > 0 ? positive : all;
  // What comes on top of an earlier number is one sum with it.
  const { wholes, parts } = split(numbers);
  const partSum = parts.reduce((sum, { n }) => sum + n, 0);
  const values = new Set(wholes.map(({ n }) => n));
  if (wholes.length === 0)
    return consistent(partSum, parts, parts.length > 1 ? `${parts.map(({ n }) => n).join(' + ')} = ${partSum}` : '');
  if (values.size === 1) {
    const [n = 0] = values;
    const detail = wholes.find(({ claim }) => claim.how !== '')?.claim.how ?? '';
    if (parts.length > 1 && partSum !== n && parts.every(({ claim }) => claim.source !== 'statement')) {
      return conflicting([wholes[0]?.claim, ...parts.map(({ claim }) => claim)], `${n} stated, ${partSum} by parts`);
    }
    return consistent(n, wholes, detail);
  }
  const vagueBeside = claims.length - numbers.length;
  return conflicting(
    wholes.map(({ claim }) => claim),
    `${[...values].join(' and ')} are both stated${vagueBeside > 0 ? ', beside words without a number' : ''}`,
  );
}

/** Tells numbers of all treated lesions from numbers of some places only, which add up. */
function split(numbers: readonly Numbered[]): { wholes: Numbered[]; parts: Numbered[] } {
  const added = numbers.filter(({ claim }) => claim.adds);
  const plain = numbers.filter(({ claim }) => !claim.adds);
  if (added.length > 0) {
    const base = plain[0];
    const sum = added.reduce((total, { n }) => total + n, base?.n ?? 0);
    const rest = plain.slice(1).filter(({ n }) => n === sum);
    const first = base ?? added[0];
    return first ? { wholes: [{ claim: first.claim, n: sum }, ...rest], parts: [] } : { wholes: [], parts: [] };
  }
  const placed = plain.filter(({ claim }) => claim.sites.length > 0 && claim.source === 'statement');
  const unplaced = plain.filter((entry) => !placed.includes(entry));
  const disjoint = placed.every((a, i) => placed.every((b, j) => i === j || !overlap(a.claim.sites, b.claim.sites)));
  if (placed.length >= 2 && disjoint) return { wholes: unplaced, parts: placed };
  return { wholes: [...plain], parts: [] };
}

/** Two places that may be the same: equal, or one without the side that the other has. */
function overlap(a: readonly string[], b: readonly string[]): boolean {
  return a.some((one) => b.some((other) => one === other || one.endsWith(` ${other}`) || other.endsWith(` ${one}`)));
}

function settleWords(claims: readonly Claim[]): Settled {
  const ranges = claims.filter((claim) => claim.count.kind === 'range');
  const [range] = ranges;
  if (range?.count.kind === 'range') {
    return vague(ranges, { min: range.count.min, max: range.count.max });
  }
  const vagueClaims = claims.filter((claim) => claim.count.kind === 'vague');
  if (vagueClaims.length > 0) return vague(vagueClaims, null);
  const singular = claims.filter((claim) => claim.count.kind === 'singular');
  const plural = claims.filter((claim) => claim.count.kind === 'plural');
  if (plural.length > 0 || singular.length === 0) {
    return {
      lesions: null,
      status: 'missing',
      range: null,
      evidence: plural.map((claim) => evidence(claim, null)),
      reasoning: 'no number of treated lesions is stated',
    };
  }
  const places = new Set(singular.map((claim) => claim.sites.join(' ')));
  const each = singular.map((claim) => ({ claim, n: 1 }));
  // "R ear keloid injected. Chest keloid injected.": one by one, at different places.
  if (places.size > 1 && !places.has('')) return consistent(places.size, each, 'told one by one');
  return consistent(1, each, 'one lesion, in the singular');
}

function consistent(n: number, from: readonly Numbered[], how: string): Settled {
  return {
    lesions: n,
    status: 'consistent',
    range: null,
    evidence: from.map(({ claim, n: own }) => evidence(claim, own)),
    reasoning: how === '' ? `${n} stated` : `${how} -> ${n}`,
  };
}

function conflicting(claims: readonly (Claim | undefined)[], why: string): Settled {
  const found = claims.flatMap((claim) =>
    claim ? [evidence(claim, claim.count.kind === 'exact' ? claim.count.n : null)] : [],
  );
  return { lesions: null, status: 'conflicting', range: null, evidence: found, reasoning: why };
}

function vague(claims: readonly Claim[], range: Settled['range']): Settled {
  return {
    lesions: null,
    status: 'vague',
    range,
    evidence: claims.map((claim) => evidence(claim, null)),
    reasoning: 'only an indefinite number is stated',
  };
}

function evidence(claim: Claim, lesions: number | null): CountEvidence {
  const number = lesions === null ? 'an indefinite number' : `${lesions} ${lesions === 1 ? 'lesion' : 'lesions'}`;
  const how = claim.source === 'list' ? 'the list names' : 'the note says';
  return { span: claim.span, says: `${how} ${number}`, lesions, quote: claim.quote };
}
