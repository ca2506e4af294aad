import { bisect, firstNotAbove, firstTrue } from './bisection.ts';
import { logFactorial, normalCritical } from './distributions.ts';
import { requireCount, requireCounts, requireLevel } from './requirements.ts';

/** How many each of several lists holds, and how many different ones all hold together. */
export interface Lists {
  readonly sizes: readonly number[];
  readonly observed: number;
  readonly level: number;
}

/** How many are on no list, and the lower bound of that number. */
export interface Unseen {
  readonly estimate: number;
  readonly low: number;
}

/**
 * How many members of a closed population are on none of several lists that were made independently, whatever their
 * sizes. The estimate solves Darroch's equation with one more member that is on every list, which for two lists is
 * Chapman's estimator. The bound is one-sided, by profile likelihood. Where some members are on all lists more easily than
 * others, both are too low, so that the bound stays a bound; there is no upper one, which that would break.
 *
 * R, for two lists: `prod(sizes + 1) / (sum(sizes) - observed + 1) - 1 - observed`; else `uniroot()` of
 * `sum(log1p(-(sizes + 1) / x)) - log1p(-(observed + 1) / x)`, less `observed + 1`. The bound is the first whole `N` at which
 * `2 * (max(logL) - logL(N))` is at most `qnorm(level)^2`, with `logL(N) = lchoose(N, observed) - sum(lchoose(N, sizes))`
 * up to a constant.
 *
 * @see Darroch, J. N. (1958). The multiple-recapture census: I. Estimation of a closed population. https://doi.org/10.2307/2333183
 * @see Chapman, D. G. (1951). Some properties of the hypergeometric distribution with applications to zoological sample censuses.
 * @see Cormack, R. M. (1992). Interval estimation for mark-recapture studies of closed populations. https://doi.org/10.2307/2532310
 * @param lists - two at least, of which some hold a member that another holds
 * @throws RangeError where an argument is outside what it allows
 * @example
 * unseenMembers({ sizes: [15, 11], observed: 20, level: 0.95 }).estimate; // 6.428571428571429
 */
export function unseenMembers({ sizes, observed, level }: Lists): Unseen {
  requireCounts('sizes', sizes);
  requireCount('observed', observed);
  requireLevel(level);
  const [most, sum] = [Math.max(...sizes), sizes.reduce((total, size) => total + size, 0)];
  if (observed < most || observed >= sum) {
    throw new RangeError(
      `observed is ${observed}; allowed is a number from the longest list, ${most}, to one less than all lists together, ${sum}.`,
    );
  }
  const estimate = estimateOf(sizes, observed);
  // At a low level the likeliest number can lie above the estimate, which is nearly unbiased.
  return { estimate, low: Math.min(estimate, lowEnd({ sizes, observed, level })) };
}

/** Darroch's equation solved for the number on no list, which keeps its digits where that is small. */
function estimateOf(sizes: readonly number[], observed: number): number {
  if (sizes.includes(observed)) return 0;
  const excess = (unseen: number): number => {
    const whole = Math.log(observed + 1 + unseen);
    return sizes.reduce((sum, size) => sum + Math.log(observed - size + unseen) - whole, whole - Math.log(unseen));
  };
  return bisect(excess, 0, firstNotAbove(excess, 1));
}

function lowEnd({ sizes, observed, level }: Lists): number {
  /** Whether the likelihood falls from the whole number before to this one. */
  const falls = (whole: number): boolean =>
    sizes.reduce((sum, size) => sum + Math.log1p(-size / whole), -Math.log1p(-observed / whole)) < 0;
  let beyond = observed + 1;
  while (!falls(beyond)) beyond *= 2;
  const likeliest = firstTrue(falls, observed + 1, beyond) - 1;
  const logLikelihood = (whole: number): number =>
    sizes.reduce(
      (sum, size) => sum + logFactorial(whole - size) - logFactorial(whole),
      logFactorial(whole) - logFactorial(whole - observed),
    );
  // A one-sided bound at a level is the end of the two-sided interval that leaves out twice as much.
  const critical = level > 0.5 ? normalCritical(2 * level - 1) ** 2 : 0;
  const most = logLikelihood(likeliest);
  return firstTrue((whole) => 2 * (most - logLikelihood(whole)) <= critical, observed, likeliest) - observed;
}
