import { normalCritical } from './distributions.ts';
import { requireCount, requireLevel } from './requirements.ts';

/** How many kinds were seen, how many of them once and twice, among how many individuals. */
export interface SeenKinds {
  readonly observed: number;
  readonly singletons: number;
  readonly doubletons: number;
  readonly n: number;
  readonly level: number;
}

/** A lower bound of the number of kinds, unseen ones included, with its interval. */
export interface Chao1 {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Chao's lower bound of the number of kinds, `observed + (n - 1) / n * singletons^2 / (2 * doubletons)`; without
 * doubletons the bias-corrected `observed + (n - 1) / n * singletons * (singletons - 1) / 2`. The interval is log-normal in
 * the number of unseen kinds, with the variance of SpadeR and iNEXT. Where no kind is estimated to be unseen the interval
 * shrinks to the estimate. Whether the conditions of the method hold is for the caller to decide.
 *
 * R: the published formulas; the estimate is `SpadeR::ChaoSpecies(counts, "abundance")`'s Chao1, or Chao1-bc without
 * doubletons.
 *
 * @see Chao, A. (1984). Nonparametric estimation of the number of classes in a population. https://www.jstor.org/stable/4615964
 * @see Chao, A. (1987). https://doi.org/10.2307/2531532
 * @throws RangeError where an argument is outside what it allows
 * @example
 * chao1({ observed: 10, singletons: 4, doubletons: 2, n: 20, level: 0.95 }).estimate; // 13.8
 */
export function chao1(seen: SeenKinds): Chao1 {
  requireSeen(seen);
  const { observed, singletons, doubletons, n, level } = seen;
  const unseen = n === 0 ? 0 : unseenKinds(singletons, doubletons, (n - 1) / n);
  const estimate = observed + unseen;
  if (unseen === 0) return { estimate, low: estimate, high: estimate };
  const variance = varianceOf(singletons, doubletons, { share: (n - 1) / n, estimate });
  const spread = Math.exp(normalCritical(level) * Math.sqrt(Math.log1p(variance / unseen ** 2)));
  return { estimate, low: observed + unseen / spread, high: observed + unseen * spread };
}

function unseenKinds(singletons: number, doubletons: number, share: number): number {
  if (doubletons > 0) return (share * singletons ** 2) / (2 * doubletons);
  return (share * singletons * (singletons - 1)) / 2;
}

/** The last individual's share, `(n - 1) / n`, and the estimate. */
interface Scale {
  readonly share: number;
  readonly estimate: number;
}

function varianceOf(singletons: number, doubletons: number, { share, estimate }: Scale): number {
  if (doubletons > 0) {
    const ratio = singletons / doubletons;
    return doubletons * ((share / 2) * ratio ** 2 + share ** 2 * ratio ** 3 + (share ** 2 / 4) * ratio ** 4);
  }
  return (
    (share * singletons * (singletons - 1)) / 2 +
    (share ** 2 * singletons * (2 * singletons - 1) ** 2) / 4 -
    (share ** 2 * singletons ** 4) / (4 * estimate)
  );
}

function requireSeen({ observed, singletons, doubletons, n, level }: SeenKinds): void {
  for (const [name, value] of Object.entries({ observed, singletons, doubletons, n })) requireCount(name, value);
  requireLevel(level);
  if (singletons + doubletons > observed) {
    throw new RangeError(
      `singletons and doubletons are ${singletons + doubletons} together; allowed are at most the kinds observed, ${observed}.`,
    );
  }
  const least = singletons + 2 * doubletons + 3 * (observed - singletons - doubletons);
  if (n < least)
    throw new RangeError(`n is ${n}; allowed are at least the individuals that these kinds make, ${least}.`);
}
