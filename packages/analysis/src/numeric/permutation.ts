import { createRandom, shuffle } from './random.ts';
import { requirePositiveCount, requireSeed } from './requirements.ts';

/** How to draw arrangements. */
export interface PermutationOptions {
  readonly seed: number;
  readonly permutations: number;
}

/** Statistics this close together count as equal: rounding must not decide what is as large. */
const EQUAL_WITHIN = 1 - 1e-9;

/**
 * Share of random arrangements of values, the one seen included, whose statistic is at least as large: `(b + 1) / (m + 1)`.
 *
 * R: with `b <- sum(replicate(m, statistic(sample(values))) >= statistic(values))`.
 *
 * @see Phipson, B. & Smyth, G. K. (2010). Permutation p-values should never be zero. https://doi.org/10.2202/1544-6115.1585
 * @param statistic - zero or more; it must not keep or change the list that it is given
 * @throws RangeError where the seed or the number of permutations is outside what it allows
 * @example
 * permutationP([3, 3], (values) => values[0] ?? 0, { seed: 1, permutations: 99 }); // 1
 */
export function permutationP(
  values: readonly number[],
  statistic: (arrangement: readonly number[]) => number,
  { seed, permutations }: PermutationOptions,
): number {
  requireSeed(seed);
  requirePositiveCount('permutations', permutations);
  const random = createRandom(seed);
  const least = statistic(values) * EQUAL_WITHIN;
  const arrangement = [...values];
  let asLarge = 1;
  for (let draw = 0; draw < permutations; draw += 1) {
    shuffle(arrangement, random);
    if (statistic(arrangement) >= least) asLarge += 1;
  }
  return asLarge / (permutations + 1);
}
