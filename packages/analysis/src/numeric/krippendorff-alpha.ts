import { percentileInterval, requireBootstrap, type BootstrapOptions } from './bootstrap.ts';
import { drawMultinomial } from './draw-count.ts';
import type { Interval } from './interval.ts';
import { createRandom } from './random.ts';

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

/** An interval of alpha, and how many resamples it rests on. */
export interface AlphaInterval extends Interval {
  readonly samples: number;
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
  const values = weightedSum(pairable, weights, ({ size }) => size);
  const disagreement = weightedSum(pairable, weights, (unit) => unit.disagreement);
  return {
    alpha: alphaOf(pairable, weights, kinds),
    pairable_units: total(weights),
    values,
    percent_agreement: values === 0 ? null : 1 - disagreement / values,
  };
}

/**
 * Bootstrap interval of alpha, with units resampled among those with two or more values: the percentile interval (type 7).
 * A resample whose values do not vary has no alpha and is left out; `samples` says how many are left.
 *
 * @see Efron, B. (1979). Bootstrap methods: another look at the jackknife. https://doi.org/10.1214/aos/1176344552
 * @param counts - how often each of these units occurs; once where it is left out
 * @returns the interval, or null where alpha itself cannot be computed or there are fewer than two such units
 * @throws RangeError where an option is outside what it allows
 * @example
 * bootstrapAlpha([['a', 'a'], ['b', 'b']], { seed: 1, samples: 1000, level: 0.95 })?.low; // 1
 */
export function bootstrapAlpha(
  units: readonly Unit[],
  options: BootstrapOptions,
  counts: readonly number[] = once(units),
): AlphaInterval | null {
  requireBootstrap(options);
  const { pairable, weights, kinds } = pair(units, counts);
  const drawn = total(weights);
  if (drawn < 2 || alphaOf(pairable, weights, kinds) === null) return null;
  const random = createRandom(options.seed);
  const samples = Array.from({ length: options.samples }, () =>
    alphaOf(pairable, drawMultinomial(weights, drawn, random), kinds),
  );
  const alphas = samples.filter((alpha) => alpha !== null);
  const interval = percentileInterval(alphas, options.level);
  return interval && { ...interval, samples: alphas.length };
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

/** One less the disagreement seen over the one that pairs drawn from all values would have. */
function alphaOf(units: readonly PairableUnit[], weights: readonly number[], kinds: number): number | null {
  const totals = Array.from({ length: kinds }, () => 0);
  let [values, disagreement] = [0, 0];
  units.forEach((unit, index) => {
    const weight = weights[index] ?? 0;
    values += weight * unit.size;
    disagreement += weight * unit.disagreement;
    for (const { kind, count } of unit.counts) totals[kind] = (totals[kind] ?? 0) + weight * count;
  });
  const differing = totals.reduce((sum, found) => sum + found * (values - found), 0);
  return differing === 0 ? null : 1 - (disagreement * (values - 1)) / differing;
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
