import { requireCount, requireCounts } from './requirements.ts';

/** How many kinds a smaller sample would hold. */
export interface Rarefied {
  readonly expected: number;
  readonly standard_deviation: number;
}

/** A variance this small beside its parts is rounding. */
const ROUNDING = 1e-13;

/**
 * Individual-based rarefaction: mean and standard deviation of the number of kinds among so many individuals drawn without
 * replacement. Exact; the deviation is that of drawing from these individuals alone.
 *
 * R: `sum(1 - q)` and `sqrt(sum(q * (1 - q)) + sum(pairs - outer(q, q)))` off the diagonal, with
 * `q <- dhyper(0, counts, n - counts, size)` and `pairs` likewise of two kinds' sums; this is
 * `vegan::rarefy(counts, size, se = TRUE)`.
 *
 * @see Hurlbert, S. H. (1971). https://doi.org/10.2307/1934145
 * @see Heck, K. L., van Belle, G. & Simberloff, D. (1975). https://doi.org/10.2307/1934716
 * @param counts - one count a kind
 * @param size - individuals drawn, at most as many as there are
 * @throws RangeError where an argument is outside what it allows
 * @example
 * rarefy([2, 1], 2).expected; // 1.6666666666666667
 */
export function rarefy(counts: readonly number[], size: number): Rarefied {
  const { kinds, total } = kindsOf(counts, size);
  const spread = kinds.reduce((sum, { log }) => sum - Math.exp(log) * Math.expm1(log), 0);
  const variance = kinds.reduce(
    (sum, first, index) =>
      kinds.slice(0, index).reduce((part, second) => {
        const both = logMissing(first.count + second.count, { size, total });
        return part + 2 * covariance(both, first.log + second.log);
      }, sum),
    spread,
  );
  return {
    expected: expectedOf(kinds),
    standard_deviation: variance > ROUNDING * spread ? Math.sqrt(variance) : 0,
  };
}

/**
 * The mean alone, at a cost in proportion to the number of kinds, while that of the deviation grows with its square.
 *
 * R: `sum(1 - dhyper(0, counts, sum(counts) - counts, size))`.
 *
 * @param counts - one count a kind
 * @param size - individuals drawn, at most as many as there are
 * @throws RangeError where an argument is outside what it allows
 * @example
 * expectedKinds([2, 1], 2); // 1.6666666666666667
 */
export function expectedKinds(counts: readonly number[], size: number): number {
  return expectedOf(kindsOf(counts, size).kinds);
}

/**
 * Mean number of kinds among 1, 2, ... and all individuals, drawn without replacement: `rarefy` at every size.
 *
 * @see Hurlbert, S. H. (1971). https://doi.org/10.2307/1934145
 * @param counts - one count a kind
 * @returns one number a size; empty where there are no individuals
 * @throws RangeError where a count is not a whole number of zero or more
 * @example
 * accumulationCurve([2, 1]); // [1, 1.6666666666666667, 2]
 */
export function accumulationCurve(counts: readonly number[]): number[] {
  requireCounts('counts', counts);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const present = counts.filter((count) => count > 0);
  const missing = present.map(() => 1);
  return Array.from({ length: total }, (_, drawn) =>
    present.reduce((sum, count, kind) => {
      const chance = (missing[kind] ?? 0) * Math.max(0, (total - count - drawn) / (total - drawn));
      missing[kind] = chance;
      return sum + (1 - chance);
    }, 0),
  );
}

/** A kind that occurs, and the logarithm of the probability that none of it is drawn. */
interface Kind {
  readonly count: number;
  readonly log: number;
}

function kindsOf(counts: readonly number[], size: number): { kinds: Kind[]; total: number } {
  requireCounts('counts', counts);
  requireCount('size', size);
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (size > total) throw new RangeError(`size is ${size}; allowed is at most the number of individuals, ${total}.`);
  const present = counts.filter((count) => count > 0);
  return { kinds: present.map((count) => ({ count, log: logMissing(count, { size, total }) })), total };
}

function expectedOf(kinds: readonly Kind[]): number {
  return kinds.reduce((sum, { log }) => sum - Math.expm1(log), 0);
}

/** Individuals drawn, of how many. */
interface Draw {
  readonly size: number;
  readonly total: number;
}

/** Up to so many factors are multiplied one by one. */
const FACTORS = 1000;

/**
 * Logarithm of the probability that none of so many individuals is drawn: of the product of the shorter of two lists of
 * factors. Logarithms, because a rare kind's probability lies so close to one that its difference would lose digits.
 */
function logMissing(count: number, { size, total }: Draw): number {
  const [fewer, more] = [Math.min(count, size), Math.max(count, size)];
  const rest = total - fewer - more;
  if (rest < 0) return -Infinity;
  if (fewer > FACTORS) return rest === 0 ? -Infinity : logOfFactorials(fewer, more, rest);
  let log = 0;
  for (let index = 0; index < fewer; index += 1) log += Math.log1p(-more / (total - index));
  return log;
}

/**
 * The same by Stirling's series for the four factorials of the product, in terms that do not cancel. Where the rest is so
 * small that the series is not exact, the probability itself is zero to every digit.
 */
function logOfFactorials(fewer: number, more: number, rest: number): number {
  const total = fewer + more + rest;
  const correction = (n: number): number => 1 / (12 * n) - 1 / (360 * n ** 3) + 1 / (1260 * n ** 5);
  return (
    (total + 0.5) * Math.log1p((fewer / total) * (more / rest)) -
    more * Math.log1p(fewer / rest) -
    fewer * Math.log1p(more / rest) +
    (correction(total - more) + correction(total - fewer) - correction(total) - correction(rest))
  );
}

/** What the probability that both of two kinds are missing exceeds the product of theirs by. */
function covariance(both: number, apart: number): number {
  return apart === -Infinity ? 0 : Math.exp(apart) * Math.expm1(both - apart);
}
