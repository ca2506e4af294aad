import { boundedShareInterval } from '@govexport/analysis/numeric/bounded-share';
import { clopperPearsonInterval, wilsonInterval } from '@govexport/analysis/numeric/binomial-interval';
import { changeSet, poissonChangePoint } from '@govexport/analysis/numeric/change-point';
import { unseenMembers } from '@govexport/analysis/numeric/closed-population';
import { concentration } from '@govexport/analysis/numeric/concentration';
import { drawMultinomial } from '@govexport/analysis/numeric/draw-count';
import { overdispersedCount } from '@govexport/analysis/numeric/draw-overdispersed';
import { goodmanIntervals } from '@govexport/analysis/numeric/goodman-interval';
import type { Interval } from '@govexport/analysis/numeric/interval';
import { alphaInterval } from '@govexport/analysis/numeric/krippendorff-alpha';
import { meanInterval, meanRatioInterval } from '@govexport/analysis/numeric/overdispersion';
import { poissonInterval } from '@govexport/analysis/numeric/poisson-interval';
import { poissonTrend } from '@govexport/analysis/numeric/poisson-regression';
import { medianInterval } from '@govexport/analysis/numeric/quantiles';
import type { Random } from '@govexport/analysis/numeric/random';
import { shareDifference } from '@govexport/analysis/numeric/share-difference';
import { trendStep } from '@govexport/analysis/numeric/trend-step';
import { senSlope } from '@govexport/analysis/numeric/sen-slope';

/** The coverage that every interval is asked for. */
export const level = 0.95;

/** Years of a simulated series. */
const periods = 14;

/** The yearly growth of a simulated series that grows. */
const growth = Math.log(1.14);

/** One interval over one kind of sample: whether it holds the truth, or null where none is given. */
export interface Trial {
  readonly interval: string;
  readonly sample: string;
  readonly held: (n: number, random: Random) => boolean | null;
}

function holds({ low, high }: Interval, truth: number): boolean {
  return low <= truth && truth <= high;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Expected counts of a series with so many events in all. */
function meansOf(n: number, slope: number): number[] {
  const weights = Array.from({ length: periods }, (_, index) => Math.exp(slope * index));
  return weights.map((weight) => (n * weight) / sum(weights));
}

/** Intervals of series, for one dispersion and slope. */
function ofSeries(dispersion: number, slope: number): Trial[] {
  const sample = `${periods} years, dispersion ${dispersion}, ${slope === 0 ? 'level' : 'growth of 14% a year'}`;
  const trial = (interval: string, held: (counts: number[], means: number[]) => boolean | null): Trial => ({
    ...{ interval, sample },
    held: (n, random) => {
      const means = meansOf(n, slope);
      return held(
        means.map((mean) => overdispersedCount(mean, dispersion, random)),
        means,
      );
    },
  });
  const half = periods / 2;
  return [
    trial('Programs a year (frequency)', (counts, means) =>
      holds(meanInterval(counts, level).interval, sum(means) / periods),
    ),
    trial('Rate ratio per year, headline (trend)', (counts) => {
      const trend = poissonTrend([...counts.keys()], counts, level);
      return trend.fitted ? holds(trend.headline, Math.exp(slope)) : null;
    }),
    trial('Rate ratio per year, profile likelihood (trend, Poisson)', (counts) => {
      const trend = poissonTrend([...counts.keys()], counts, level);
      return trend.fitted ? holds(trend.profile, Math.exp(slope)) : null;
    }),
    trial('Late against early half (trend)', (counts, means) => {
      if (sum(counts) === 0) return null;
      const truth = sum(means.slice(half)) / sum(means.slice(0, half));
      return holds(meanRatioInterval(counts.slice(half), counts.slice(0, half), level).interval, truth);
    }),
  ];
}

/** The Sen slope, over a straight rise of the means. */
function ofSlope(dispersion: number, rise: number): Trial {
  return {
    interval: 'Sen slope (trend)',
    sample: `${periods} years, dispersion ${dispersion}, the last mean ${1 + rise} times the first`,
    held: (n, random) => {
      if (n < 3 * periods) return null;
      const first = n / periods / (1 + rise / 2);
      const slope = (first * rise) / (periods - 1);
      const counts = meansOf(n, 0).map((_, index) => overdispersedCount(first + slope * index, dispersion, random));
      const found = senSlope([...counts.keys()], counts, level);
      return found === null ? null : holds(found.interval, slope);
    },
  };
}

/** The year of a change. */
function ofChange(dispersion: number, ratio: number, place: number): Trial {
  return {
    interval: 'Year of the change (changepoint)',
    sample: `${periods} years, dispersion ${dispersion}, ${ratio} times as many after ${place} years`,
    held: (n, random) => {
      const mean = n / (place + ratio * (periods - place));
      const counts = meansOf(n, 0).map((_, index) =>
        overdispersedCount(index < place ? mean : mean * ratio, dispersion, random),
      );
      const change = poissonChangePoint(counts, { seed: 1, permutations: 1 });
      return change === null ? null : changeSet(counts, change, level).includes(place);
    },
  };
}

/** A step that is not there, beside a trend. */
function ofStep(dispersion: number, slope: number): Trial {
  return {
    interval: 'Step beside a trend (partnerships)',
    sample: `20 years, dispersion ${dispersion}, ${slope === 0 ? 'level' : 'growth of 14% a year'}, no step`,
    held: (n, random) => {
      const weights = Array.from({ length: 20 }, (_, index) => Math.exp(slope * index));
      const counts = weights.map((weight) => overdispersedCount((n * weight) / sum(weights), dispersion, random));
      const found = trendStep([...counts.keys()], counts, { year: 3 + random.integer(14), level });
      return found === null ? null : holds(found.interval, 1);
    },
  };
}

function yesOf(n: number, share: number, random: Random): number {
  let yes = 0;
  for (let index = 0; index < n; index += 1) yes += random.next() < share ? 1 : 0;
  return yes;
}

function ofDifference(early: number, late: number): Trial {
  return {
    interval: 'Difference of two shares, Newcombe (share)',
    sample: `a third of the programs early, shares ${early} and ${late}`,
    held: (n, random) => {
      const [trials_b, trials_a] = [Math.round(n / 3), n - Math.round(n / 3)];
      const [successes_b, successes_a] = [yesOf(trials_b, early, random), yesOf(trials_a, late, random)];
      return holds(shareDifference({ successes_a, trials_a, successes_b, trials_b, level }).interval, late - early);
    },
  };
}

function ofBounds(share: number, silent: number, unknown: 'yes' | 'no'): Trial {
  return {
    interval: 'Share whatever the unknown values, Imbens and Manski (share)',
    sample: `share ${share}, ${100 * silent}% of those that are ${unknown} unknown`,
    held: (n, random) => {
      const yes = yesOf(n, share, random);
      const hidden = yesOf(unknown === 'yes' ? yes : n - yes, silent, random);
      const seen = unknown === 'yes' ? yes - hidden : yes;
      return holds(boundedShareInterval({ yes: seen, unknown: hidden, trials: n, level }), share);
    },
  };
}

/** The concentration on hosts with such weights. */
function ofHosts(sample: string, weights: readonly number[]): Trial {
  const truth = sum(weights.map((weight) => (weight / sum(weights)) ** 2));
  return {
    ...{ interval: 'Herfindahl index (hosts)', sample },
    held: (n, random) => {
      const found = concentration(drawMultinomial(weights, n, random), level);
      return found === null ? null : holds(found.interval, truth);
    },
  };
}

/** The number on no list, bounded from below only: lists hold each member with a chance of their own, times a factor of the member's. */
function ofLists(sample: string, chances: readonly number[], factors: readonly number[]): Trial {
  return {
    ...{ interval: 'Programs that nobody found, lower bound (coverage)', sample },
    held: (n, random) => {
      const sizes = chances.map(() => 0);
      let [observed, twice] = [0, 0];
      for (let member = 0; member < n; member += 1) {
        const factor = factors[random.integer(factors.length)] ?? 1;
        const on = chances.map((chance) => random.next() < chance * factor);
        on.forEach((listed, list) => (sizes[list] = (sizes[list] ?? 0) + Number(listed)));
        const times = on.filter(Boolean).length;
        observed += Number(times > 0);
        twice += Number(times > 1);
      }
      return twice < 5 ? null : observed + unseenMembers({ sizes, observed, level }).low <= n;
    },
  };
}

/** Coders report the truth, drawn by the shares, or else draw a value of their own, which makes alpha the square of it. */
function ofCoders(coders: number, shares: readonly number[], alpha: number): Trial {
  const pick = (random: Random): string => {
    let left = random.next();
    return String(shares.findIndex((share) => (left -= share) < 0));
  };
  return {
    interval: 'Krippendorff’s alpha (reliability)',
    sample: `${coders} coders, values of ${shares.map((share) => `${100 * share}%`).join(', ')}, alpha ${alpha}`,
    held: (n, random) => {
      const units = Array.from({ length: n }, () => {
        const truth = pick(random);
        return Array.from({ length: coders }, () => (random.next() < Math.sqrt(alpha) ? truth : pick(random)));
      });
      const interval = alphaInterval(units, level);
      return interval === null ? null : holds(interval, alpha);
    },
  };
}

function ofShare(share: number): Trial[] {
  const drawn = (n: number, random: Random): number => yesOf(n, share, random);
  const sample = `share ${share}`;
  return [
    {
      ...{ interval: 'Share, Clopper-Pearson (share)', sample },
      held: (n, random) => holds(clopperPearsonInterval(drawn(n, random), n, level), share),
    },
    {
      ...{ interval: 'Share, Wilson (share)', sample },
      held: (n, random) => holds(wilsonInterval(drawn(n, random), n, level), share),
    },
  ];
}

const even = (length: number): number[] => Array.from({ length }, () => 1);

/** Every interval that is tried out, over every kind of sample. */
export const trials: readonly Trial[] = [
  ...[0.02, 0.3, 0.5].flatMap(ofShare),
  {
    ...{ interval: 'Count of a year, Garwood', sample: 'Poisson count' },
    held: (n, random) => holds(poissonInterval(overdispersedCount(n, 1, random), 1, level), n),
  },
  {
    ...{ interval: 'Shares of kinds, Goodman, all at once (composition)', sample: 'kinds of 50%, 30% and 20%' },
    held: (n, random) => {
      const weights = [5, 3, 2];
      const intervals = goodmanIntervals(drawMultinomial(weights, n, random), level);
      return intervals.every((interval, kind) => holds(interval, (weights[kind] ?? 0) / 10));
    },
  },
  {
    ...{ interval: 'Median (participants, duration)', sample: 'values spread evenly' },
    held: (n, random) => {
      const found = medianInterval(
        Array.from({ length: n }, () => random.next()),
        level,
      );
      return found === null ? null : holds(found, 0.5);
    },
  },
  ...[1, 1.5, 2.7].flatMap((dispersion) => [0, growth].flatMap((slope) => ofSeries(dispersion, slope))),
  ...[1, 2.7].flatMap((dispersion) => [1, 2].map((rise) => ofSlope(dispersion, rise))),
  ...[1, 2.7].flatMap((dispersion) => [ofChange(dispersion, 2, 7), ofChange(dispersion, 4, 3)]),
  ofLists('two compilers who find half each', [0.5, 0.5], [1]),
  ofLists('compilers who find 80% and 15%', [0.8, 0.15], [1]),
  ofLists('compilers who find 60%, 30% and 10%', [0.6, 0.3, 0.1], [1]),
  ofLists('five compilers who find 30% each', [0.3, 0.3, 0.3, 0.3, 0.3], [1]),
  ofLists('two compilers, one half of the programs found four times as often', [0.5, 0.5], [0.4, 1.6]),
  ofCoders(2, [0.5, 0.5], 0.8),
  ofCoders(2, [0.9, 0.1], 0.8),
  ofCoders(2, [0.9, 0.1], 0.97),
  ofCoders(2, [0.5, 0.2, 0.15, 0.1, 0.05], 0.6),
  ofCoders(3, [0.6, 0.3, 0.1], 0.3),
  ofCoders(3, [0.6, 0.3, 0.1], 1),
  ...[1, 1.5, 2.7].flatMap((dispersion) => [0, growth].map((slope) => ofStep(dispersion, slope))),
  ofDifference(0.05, 0.3),
  ofDifference(0.5, 0.5),
  ofDifference(0.9, 0.7),
  ofBounds(0.3, 0.1, 'yes'),
  ofBounds(0.3, 0.1, 'no'),
  ofBounds(0.05, 0.5, 'no'),
  ofHosts('30 equal hosts', even(30)),
  ofHosts('2 equal hosts', even(2)),
  ofHosts(
    '30 hosts by the law of Zipf',
    even(30).map((_, index) => Math.round(1000 / (index + 1))),
  ),
  ofHosts('one host of 80% and 20 others', [80, ...even(20)]),
];
