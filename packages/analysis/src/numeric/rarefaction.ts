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
 * `q <- exp(lchoose(n - counts, size) - lchoose(n, size))` and `pairs` likewise of two kinds' sums; this is
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
  requireCounts('counts', counts);
  requireCount('size', size);
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (size > total) throw new RangeError(`size is ${size}; allowed is at most the number of individuals, ${total}.`);
  const kinds = counts
    .filter((count) => count > 0)
    .map((count) => ({ count, missing: missingChance(count, size, total) }));
  const spread = kinds.reduce((sum, { missing }) => sum + missing * (1 - missing), 0);
  const variance = kinds.reduce(
    (sum, first, place) =>
      kinds.slice(0, place).reduce((part, second) => {
        const both = missingChance(first.count + second.count, size, total);
        return part + 2 * (both - first.missing * second.missing);
      }, sum),
    spread,
  );
  return {
    expected: kinds.reduce((sum, { missing }) => sum + (1 - missing), 0),
    standard_deviation: variance > ROUNDING * spread ? Math.sqrt(variance) : 0,
  };
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

/** Probability that none of so many individuals is among those drawn: the product of the shorter of two lists of factors. */
function missingChance(count: number, size: number, total: number): number {
  const [fewer, more] = [Math.min(count, size), Math.max(count, size)];
  let chance = 1;
  for (let place = 0; place < fewer && chance > 0; place += 1) {
    chance *= Math.max(0, total - more - place) / (total - place);
  }
  return chance;
}
