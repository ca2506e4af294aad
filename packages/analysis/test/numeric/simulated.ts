import type { Random } from '../../src/numeric/random.ts';

/** A count of a Poisson distribution: how many waiting times of mean one go into its mean. */
export function poissonCount(mean: number, random: Random): number {
  let [count, waited] = [0, -Math.log1p(-random.next())];
  for (; waited < mean; count += 1) waited -= Math.log1p(-random.next());
  return count;
}

/** Counts with given means whose variance is so many times the mean: a Poisson number of clusters of logarithmic size. */
export function overdispersedCount(mean: number, dispersion: number, random: Random): number {
  if (dispersion === 1) return poissonCount(mean, random);
  // Together they make a negative binomial count.
  const share = 1 - 1 / dispersion;
  let count = 0;
  for (let left = poissonCount((mean * Math.log(dispersion)) / (dispersion - 1), random); left > 0; left -= 1) {
    count += logarithmicSize(share, random);
  }
  return count;
}

/** By Kemp's second accelerated generator, doi:10.2307/2346348. */
function logarithmicSize(share: number, random: Random): number {
  const drawn = 1 - random.next();
  if (drawn >= share) return 1;
  const q = -Math.expm1((1 - random.next()) * Math.log1p(-share));
  if (drawn <= q * q) return Math.floor(1 + Math.log(drawn) / Math.log(q));
  return drawn >= q ? 1 : 2;
}
