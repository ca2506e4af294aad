import { normalTwoSided } from './distributions.ts';
import { arrangementCount, inversionCounts } from './inversions.ts';
import { permutationP, type PermutationOptions } from './permutation.ts';
import { requireFinite, requirePositiveCount, requireSeed } from './requirements.ts';

/** What the Mann-Kendall test says of values in the order of time. */
export interface MannKendall {
  /** Pairs that rise less pairs that fall. */
  readonly s: number;
  /** Kendall's tau-b of the values and their order; null where the values do not vary. */
  readonly tau_b: number | null;
  /** Variance of s when all arrangements are equally likely, ties taken into account. */
  readonly variance: number;
  /** Standardised s with continuity correction. */
  readonly z: number;
  readonly p_normal: number;
  /** Share of arrangements with s at least as far from zero. */
  readonly p_permutation: number;
  readonly permutation: 'exact' | 'seeded';
  /** Different arrangements there are (exact), or arrangements drawn (seeded). */
  readonly permutations: number;
}

/** Up to this many values the arrangements are counted exactly, in a few hundredths of a second. */
const EXACT_UP_TO = 100;

/**
 * Mann-Kendall test of a monotone trend. The permutation p value is exact for up to 100 values, with or without ties: the
 * arrangements with each s are counted through their inversions. For more values arrangements are drawn from the seed and
 * p is `(b + 1) / (m + 1)`.
 *
 * R: `cor(seq_along(values), values, method = "kendall")` for tau-b; without ties
 * `cor.test(seq_along(values), values, method = "kendall", exact = TRUE)$p.value` for the exact p; with ties
 * `cor.test(..., exact = FALSE, continuity = TRUE)` for z and the normal p.
 *
 * @see Mann, H. B. (1945). Nonparametric tests against trend. https://doi.org/10.2307/1907187
 * @see Kendall, M. G. (1938). A new measure of rank correlation. https://doi.org/10.1093/biomet/30.1-2.81
 * @see Phipson, B. & Smyth, G. K. (2010). Permutation p-values should never be zero. https://doi.org/10.2202/1544-6115.1585
 * @param values - in the order of time
 * @throws RangeError where an argument is outside what it allows
 * @example
 * mannKendall([1, 2, 3, 4], { seed: 1, permutations: 9999 }).p_permutation; // 0.08333333333333333
 */
export function mannKendall(values: readonly number[], options: PermutationOptions): MannKendall {
  requireFinite('values', values);
  requireSeed(options.seed);
  requirePositiveCount('permutations', options.permutations);
  const sizes = tieSizes(values);
  const s = kendallScore(values);
  const pairs = pairCount(values.length);
  const untied = pairs - sizes.reduce((sum, size) => sum + pairCount(size), 0);
  const variance = scoreVariance(values.length, sizes);
  const z = s === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance);
  const permuted = values.length <= EXACT_UP_TO ? exactP(s, untied, sizes) : seededP(values, options);
  const tau = untied === 0 ? null : s / Math.sqrt(pairs * untied);
  return { s, tau_b: tau, variance, z, p_normal: normalTwoSided(z), ...permuted };
}

/** Pairs that rise less pairs that fall. */
function kendallScore(values: readonly number[]): number {
  return values.reduce((score, later, end) => {
    for (let index = 0; index < end; index += 1) score += Math.sign(later - (values[index] ?? 0));
    return score;
  }, 0);
}

/** How often each value occurs. */
export function tieSizes(values: readonly number[]): number[] {
  const sizes = new Map<number, number>();
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  return [...sizes.values()];
}

function pairCount(n: number): number {
  return (n * (n - 1)) / 2;
}

/** Variance of the score when all arrangements of values with such ties are equally likely. */
export function scoreVariance(n: number, sizes: readonly number[]): number {
  const term = (size: number): number => size * (size - 1) * (2 * size + 5);
  // Adding zero turns the minus zero of an empty list into zero.
  return (term(n) - sizes.reduce((sum, size) => sum + term(size), 0)) / 18 + 0;
}

type Permuted = Pick<MannKendall, 'p_permutation' | 'permutation' | 'permutations'>;

/** Each inversion lowers s by two from the number of untied pairs, and as many arrangements lie below as above zero. */
function exactP(s: number, untied: number, sizes: readonly number[]): Permuted {
  const arrangements = arrangementCount(sizes);
  const tail = inversionCounts(sizes, (untied - Math.abs(s)) / 2).reduce((sum, count) => sum + count, 0n);
  const p = s === 0 ? 1 : Number(2n * tail) / Number(arrangements);
  return { p_permutation: p, permutation: 'exact', permutations: Number(arrangements) };
}

/** Share of drawn arrangements, the one seen included, with s at least as far from zero. */
export function seededP(values: readonly number[], options: PermutationOptions): Permuted {
  const p = permutationP(values, (arrangement) => Math.abs(kendallScore(arrangement)), options);
  return { p_permutation: p, permutation: 'seeded', permutations: options.permutations };
}
