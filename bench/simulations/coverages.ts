import { clopperPearsonInterval, wilsonInterval } from '@govexport/analysis/numeric/binomial-interval';
import { changeSet, poissonChangePoint } from '@govexport/analysis/numeric/change-point';
import { concentration } from '@govexport/analysis/numeric/concentration';
import { drawMultinomial } from '@govexport/analysis/numeric/draw-count';
import { overdispersedCount } from '@govexport/analysis/numeric/draw-overdispersed';
import { goodmanIntervals } from '@govexport/analysis/numeric/goodman-interval';
import { meanInterval, meanRatioInterval } from '@govexport/analysis/numeric/overdispersion';
import { poissonInterval } from '@govexport/analysis/numeric/poisson-interval';
import { poissonTrend } from '@govexport/analysis/numeric/poisson-regression';
import { medianInterval } from '@govexport/analysis/numeric/quantiles';
import type { Random } from '@govexport/analysis/numeric/random';
import { senSlope } from '@govexport/analysis/numeric/sen-slope';
import { furtherTrials } from './further-coverages.ts';
import { growth, holds, level, sum, yesOf, type Trial } from './trial.ts';

/** Years of a simulated series. */
const periods = 14;

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
  ...furtherTrials,
  ofHosts('30 equal hosts', even(30)),
  ofHosts('2 equal hosts', even(2)),
  ofHosts(
    '30 hosts by the law of Zipf',
    even(30).map((_, index) => Math.round(1000 / (index + 1))),
  ),
  ofHosts('one host of 80% and 20 others', [80, ...even(20)]),
];
