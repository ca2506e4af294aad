import type { Random } from './random.ts';

/**
 * A count of a Poisson distribution: how many waiting times of mean one go into its mean.
 *
 * R: `rpois(1, mean)`.
 *
 * @example
 * poissonCount(0, { next: () => 0.5, integer: () => 0 }); // 0
 */
export function poissonCount(mean: number, random: Random): number {
  let [count, waited] = [0, -Math.log1p(-random.next())];
  for (; waited < mean; count += 1) waited -= Math.log1p(-random.next());
  return count;
}

/**
 * A count whose variance is so many times its mean, with which intervals and tests are tried out: a Poisson number of
 * clusters of logarithmic size, which is a negative binomial count.
 *
 * R: `rnbinom(1, size = mean / (dispersion - 1), mu = mean)`.
 *
 * @example
 * overdispersedCount(0, 1, { next: () => 0.5, integer: () => 0 }); // 0
 */
export function overdispersedCount(mean: number, dispersion: number, random: Random): number {
  if (dispersion === 1) return poissonCount(mean, random);
  const share = 1 - 1 / dispersion;
  let count = 0;
  for (let left = poissonCount((mean * Math.log(dispersion)) / (dispersion - 1), random); left > 0; left -= 1) {
    count += logarithmicSize(share, random);
  }
  return count;
}

/** By the second accelerated generator of Kemp (1981), https://doi.org/10.2307/2346348. */
function logarithmicSize(share: number, random: Random): number {
  const drawn = 1 - random.next();
  if (drawn >= share) return 1;
  const q = -Math.expm1((1 - random.next()) * Math.log1p(-share));
  if (drawn <= q * q) return Math.floor(1 + Math.log(drawn) / Math.log(q));
  return drawn >= q ? 1 : 2;
}
