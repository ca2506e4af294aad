import { percentileInterval, requireBootstrap, type BootstrapOptions } from './bootstrap.ts';
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
 * @example
 * krippendorffAlpha([['a', 'a'], ['b', 'b'], ['a', 'b']]).alpha; // 0.4444444444444444
 */
export function krippendorffAlpha(units: readonly Unit[]): Agreement {
  const { pairable, kinds } = pair(units);
  const values = pairable.reduce((sum, unit) => sum + unit.size, 0);
  const disagreement = pairable.reduce((sum, unit) => sum + unit.disagreement, 0);
  return {
    alpha: alphaOf(pairable, kinds),
    pairable_units: pairable.length,
    values,
    percent_agreement: values === 0 ? null : 1 - disagreement / values,
  };
}

/**
 * Bootstrap interval of alpha, with units resampled among those with two or more values: the percentile interval (type 7).
 * A resample whose values do not vary has no alpha and is left out; `samples` says how many are left.
 *
 * @see Efron, B. (1979). Bootstrap methods: another look at the jackknife. https://doi.org/10.1214/aos/1176344552
 * @returns the interval, or null where alpha itself cannot be computed or there are fewer than two such units
 * @throws RangeError where an option is outside what it allows
 * @example
 * bootstrapAlpha([['a', 'a'], ['b', 'b']], { seed: 1, samples: 1000, level: 0.95 })?.low; // 1
 */
export function bootstrapAlpha(units: readonly Unit[], options: BootstrapOptions): AlphaInterval | null {
  requireBootstrap(options);
  const { pairable, kinds } = pair(units);
  if (pairable.length < 2 || alphaOf(pairable, kinds) === null) return null;
  const random = createRandom(options.seed);
  const alphas: number[] = [];
  for (let sample = 0; sample < options.samples; sample += 1) {
    const drawn = pairable.flatMap(() => pairable[random.integer(pairable.length)] ?? []);
    const alpha = alphaOf(drawn, kinds);
    if (alpha !== null) alphas.push(alpha);
  }
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

function pair(units: readonly Unit[]): { pairable: PairableUnit[]; kinds: number } {
  const kinds = new Map<string, number>();
  const pairable = units.flatMap((unit) => {
    const values = unit.filter((value) => value !== null);
    if (values.length < 2) return [];
    const counts = new Map<number, number>();
    for (const value of values) {
      const kind = kinds.get(value) ?? kinds.size;
      kinds.set(value, kind);
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    return [pairableUnit(values.length, counts)];
  });
  return { pairable, kinds: kinds.size };
}

function pairableUnit(size: number, counts: ReadonlyMap<number, number>): PairableUnit {
  const listed = Array.from(counts, ([kind, count]) => ({ kind, count }));
  const same = listed.reduce((sum, { count }) => sum + count * (count - 1), 0);
  return { size, counts: listed, disagreement: (size * (size - 1) - same) / (size - 1) };
}

/** One less the disagreement seen over the one that pairs drawn from all values would have. */
function alphaOf(units: readonly PairableUnit[], kinds: number): number | null {
  const totals = Array.from({ length: kinds }, () => 0);
  let [values, disagreement] = [0, 0];
  for (const unit of units) {
    values += unit.size;
    disagreement += unit.disagreement;
    for (const { kind, count } of unit.counts) totals[kind] = (totals[kind] ?? 0) + count;
  }
  const differing = totals.reduce((sum, total) => sum + total * (values - total), 0);
  return differing === 0 ? null : 1 - (disagreement * (values - 1)) / differing;
}
