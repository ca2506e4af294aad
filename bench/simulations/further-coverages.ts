import { overdispersedCount } from '@govexport/analysis/numeric/draw-overdispersed';
import { boundedShareInterval } from '@govexport/analysis/numeric/bounded-share';
import { unseenMembers } from '@govexport/analysis/numeric/closed-population';
import { alphaInterval } from '@govexport/analysis/numeric/krippendorff-alpha';
import { shareDifference } from '@govexport/analysis/numeric/share-difference';
import { trendStep } from '@govexport/analysis/numeric/trend-step';
import type { Random } from '@govexport/analysis/numeric/random';
import { growth, holds, level, sum, yesOf, type Trial } from './trial.ts';

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

function ofDifference(early: number, late: number): Trial {
  return {
    interval: 'Difference of two shares, Newcombe (share)',
    sample: `a third of the programs early, shares ${early} and ${late}`,
    held: (n, random) => {
      const [trials_b, trials_a] = [Math.round(n / 3), n - Math.round(n / 3)];
      if (Math.min(trials_a, trials_b) < 10) return null;
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

/** Intervals of unseen programs, agreement, steps and shares. */
export const furtherTrials: readonly Trial[] = [
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
];
