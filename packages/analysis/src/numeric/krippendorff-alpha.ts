import { shareInterval } from './binomial-interval.ts';
import { normalCritical, studentCritical } from './distributions.ts';
import type { Interval } from './interval.ts';
import { requireLevel } from './requirements.ts';

/** The values that coders gave to one unit; null where a coder gave none. */
export type Unit = readonly (string | null)[];

/** How far coders agree. */
export interface Agreement {
  /** 1 at full agreement, 0 where it is that of chance; null where the values do not vary or cannot be paired. */
  readonly alpha: number | null;
  /** Units with two or more values. */
  readonly pairable_units: number;
  /** Values in those units. */
  readonly values: number;
  /** Share of pairs within a unit that agree, each unit weighing as much as it has values; null where there are none. */
  readonly percent_agreement: number | null;
}

/**
 * Krippendorff's alpha for nominal values, any number of coders, and missing values. A unit with fewer than two values says
 * nothing of agreement and is left out.
 *
 * R: `irr::kripp.alpha(coders_by_units, "nominal")$value`.
 *
 * @see Krippendorff, K. (2011). Computing Krippendorff's alpha-reliability. https://repository.upenn.edu/asc_papers/43
 * @see Hayes, A. F. & Krippendorff, K. (2007). https://doi.org/10.1080/19312450709336664
 * @param units - one list of values a unit
 * @param counts - how often each of these units occurs; once where it is left out
 * @example
 * krippendorffAlpha([['a', 'a'], ['b', 'b'], ['a', 'b']]).alpha; // 0.4444444444444444
 */
export function krippendorffAlpha(units: readonly Unit[], counts: readonly number[] = once(units)): Agreement {
  const { pairable, weights, kinds } = pair(units, counts);
  const { values, disagreement, differing } = sumsOf(pairable, weights, kinds);
  return {
    // One less the disagreement seen over the one that pairs drawn from all values would have.
    alpha: differing === 0 ? null : 1 - (disagreement * (values - 1)) / differing,
    pairable_units: total(weights),
    values,
    percent_agreement: values === 0 ? null : 1 - disagreement / values,
  };
}

/**
 * Interval of alpha: that of Clopper and Pearson for the share of pairs that differ, out of so many units as carry the
 * variance of alpha, over the share that pairs by chance would have. Where all pairs agree, or all differ, it is open to one side only, at the
 * whole level. The variance is that of the linear terms of the units, and never that of more units than there are.
 *
 * R: with `d` the share of pairs that differ, `e` the same by chance, `z` the linear terms of `d / e` and `N` units: `m <-
 * min(N, d * (1 - d) / (N * var(z) * e^2)) / (qt(q, N - 1) / qnorm(q))^2`, and one less the ends of `qbeta` for `d * m` of `m`
 * over `e`.
 *
 * @see Korn, E. L. & Graubard, B. I. (1998). Confidence intervals for proportions with small expected number of positive
 * counts estimated from survey data. Survey Methodology 24, 193–201.
 * @see Krippendorff, K. (2011). Computing Krippendorff's alpha-reliability. https://repository.upenn.edu/asc_papers/43
 * @param counts - how often each of these units occurs; once where it is left out
 * @returns null where alpha itself cannot be computed or there are fewer than two units with two or more values
 * @throws RangeError where the level is outside what it allows
 * @example
 * alphaInterval([['a', 'a'], ['b', 'b']], 0.95)?.high; // 1
 */
export function alphaInterval(
  units: readonly Unit[],
  level: number,
  counts: readonly number[] = once(units),
): Interval | null {
  requireLevel(level);
  const { pairable, weights, kinds } = pair(units, counts);
  const number = total(weights);
  const { values, disagreement, totals, differing } = sumsOf(pairable, weights, kinds);
  if (number < 2 || differing === 0) return null;
  const [seen, chance] = [disagreement / values, differing / (values * (values - 1))];
  // What one unit adds to the ratio of both, to the first order.
  const terms = pairable.map((unit) => {
    const drawn = unit.counts.reduce((sum, { kind, count }) => sum + count * (totals[kind] ?? 0), 0);
    const apart = 2 * (values * unit.size - drawn);
    const ratio = (disagreement * (values - 1)) / differing;
    return (unit.disagreement * (values - 1) + disagreement * unit.size - ratio * apart) / differing;
  });
  const mean = weightedSum(terms, weights, (term) => term) / number;
  const variance = (weightedSum(terms, weights, (term) => (term - mean) ** 2) * number) / (number - 1);
  const certain = seen * (1 - seen) === 0;
  const effective =
    certain || variance === 0 ? number : Math.min(number, (seen * (1 - seen)) / (variance * chance ** 2));
  const student = (studentCritical(level, number - 1) / normalCritical(level)) ** 2;
  const trials = effective / student;
  // At one side only, the other one's share of what is left out is free.
  const { low, high } = shareInterval(seen * trials, trials, certain ? 2 * level - 1 : level);
  return { low: 1 - high / chance, high: 1 - low / chance };
}

/** A unit with two or more values: how often each kind of value occurs in it. */
interface PairableUnit {
  readonly size: number;
  readonly counts: readonly { readonly kind: number; readonly count: number }[];
  /** Ordered pairs of values that differ, over one less than the values. */
  readonly disagreement: number;
}

/** The units with two or more values, how often each occurs, and how many kinds of values there are. */
function pair(units: readonly Unit[], counts: readonly number[]) {
  const kinds = new Map<string, number>();
  const [pairable, weights]: [PairableUnit[], number[]] = [[], []];
  units.forEach((unit, index) => {
    const values = unit.filter((value) => value !== null);
    if (values.length < 2) return;
    const found = new Map<number, number>();
    for (const value of values) {
      const kind = kinds.get(value) ?? kinds.size;
      kinds.set(value, kind);
      found.set(kind, (found.get(kind) ?? 0) + 1);
    }
    pairable.push(pairableUnit(values.length, found));
    weights.push(counts[index] ?? 0);
  });
  return { pairable, weights, kinds: kinds.size };
}

function pairableUnit(size: number, counts: ReadonlyMap<number, number>): PairableUnit {
  const listed = Array.from(counts, ([kind, count]) => ({ kind, count }));
  const same = listed.reduce((sum, { count }) => sum + count * (count - 1), 0);
  return { size, counts: listed, disagreement: (size * (size - 1) - same) / (size - 1) };
}

/** How many values there are, all and of each kind, and how many ordered pairs of them differ: within units, and at all. */
function sumsOf(units: readonly PairableUnit[], weights: readonly number[], kinds: number) {
  const totals = Array.from({ length: kinds }, () => 0);
  let [values, disagreement] = [0, 0];
  units.forEach((unit, index) => {
    const weight = weights[index] ?? 0;
    values += weight * unit.size;
    disagreement += weight * unit.disagreement;
    for (const { kind, count } of unit.counts) totals[kind] = (totals[kind] ?? 0) + weight * count;
  });
  const differing = totals.reduce((sum, found) => sum + found * (values - found), 0);
  return { values, disagreement, totals, differing };
}

function once(units: readonly Unit[]): number[] {
  return units.map(() => 1);
}

function weightedSum<Item>(items: readonly Item[], weights: readonly number[], of: (item: Item) => number): number {
  return items.reduce((sum, item, index) => sum + of(item) * (weights[index] ?? 0), 0);
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
