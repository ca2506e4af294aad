import { requireCounts } from './requirements.ts';

/**
 * Hill number of individuals counted by kind, the effective number of kinds: of order 0 the kinds there are, of order 1 the
 * exponential of Shannon's entropy, of order 2 one over Simpson's concentration.
 *
 * R: with `p <- counts[counts > 0] / sum(counts)`, `length(p)`, `exp(-sum(p * log(p)))` and `1 / sum(p^2)`.
 *
 * @see Hill, M. O. (1973). https://doi.org/10.2307/1934352
 * @param counts - one count a kind
 * @returns the number, or null where there are no individuals
 * @throws RangeError where a count is not a whole number of zero or more
 * @example
 * hillNumber([5, 5, 0], 2); // 2
 */
export function hillNumber(counts: readonly number[], order: 0 | 1 | 2): number | null {
  requireCounts('counts', counts);
  const present = counts.filter((count) => count > 0);
  const total = present.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  if (order === 0) return present.length;
  const shares = present.map((count) => count / total);
  if (order === 1) return Math.exp(shares.reduce((entropy, share) => entropy - share * Math.log(share), 0));
  return 1 / shares.reduce((sum, share) => sum + share * share, 0);
}
