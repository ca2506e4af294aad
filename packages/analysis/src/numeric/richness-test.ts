import type { PermutationOptions } from './permutation.ts';
import { createRandom, type Random } from './random.ts';
import { drawTable } from './random-table.ts';
import { requireCounts, requirePositiveCount, requireSeed } from './requirements.ts';

/** Units, such as programs, that name the same kinds: which, and how many of the units lie in each period. */
export interface NamingUnits {
  /** Kinds by their number, counted from 0. */
  readonly kinds: readonly number[];
  readonly early: number;
  readonly late: number;
}

/** Whether the late period names more kinds than the early one. */
export interface RichnessTest {
  /** Kinds expected in the late period less those in the early one, in as many mentions as the smaller period has. */
  readonly difference: number;
  readonly p_value: number;
}

/** Differences this close together count as equal: rounding must not decide what is as far from zero. */
const ROUNDING = 1e-9;

/** With so many units to move for each group of equal ones, whole groups are drawn and not single units. */
const UNITS_A_GROUP = 50;

/**
 * Permutation test of two periods that name equally many kinds, at equal size. Units are moved between the periods, each
 * with everything that it names, and both periods keep their numbers of units. So mentions of one unit need not be
 * independent. The p value is two-sided: `(b + 1) / (m + 1)`.
 *
 * R: the difference is `sum(1 - q(late)) - sum(1 - q(early))` with `q <- function(counts) dhyper(0, counts, sum(counts) -
 * counts, size)` and the size of the smaller period.
 *
 * @see Gotelli, N. J. & Colwell, R. K. (2001). Quantifying biodiversity. https://doi.org/10.1046/j.1461-0248.2001.00230.x
 * @see Phipson, B. & Smyth, G. K. (2010). Permutation p-values should never be zero. https://doi.org/10.2202/1544-6115.1585
 * @param units - each names a kind at least; their order decides which numbers are drawn
 * @returns the test, or null where one of the periods names nothing
 * @throws RangeError where an argument is outside what it allows
 * @example
 * richnessTest([{ kinds: [0], early: 2, late: 1 }, { kinds: [1], early: 0, late: 1 }], { seed: 1, permutations: 99 })?.difference; // 1
 */
export function richnessTest(
  units: readonly NamingUnits[],
  { seed, permutations }: PermutationOptions,
): RichnessTest | null {
  requireSeed(seed);
  requirePositiveCount('permutations', permutations);
  const named = units.filter(({ kinds }) => kinds.length > 0);
  const early = named.map((group) => group.early);
  const sizes = named.map((group) => group.early + group.late);
  requireCounts('early', early);
  requireCounts('early and late together', sizes);
  const [inEarly, inAll] = [sum(early), sum(sizes)];
  if (inEarly === 0 || inEarly === inAll) return null;
  const differenceOf = differences(named, sizes);
  const seen = differenceOf(early);
  const difference = Math.abs(seen) < ROUNDING ? 0 : seen;
  const draw = drawer(sizes, inEarly, createRandom(seed));
  let asFar = 1;
  for (let drawn = 0; drawn < permutations; drawn += 1) {
    if (Math.abs(differenceOf(draw())) >= Math.abs(difference) - ROUNDING) asFar += 1;
  }
  return { difference, p_value: asFar / (permutations + 1) };
}

/** The difference at equal size, for any numbers of each group in the early period. Its lists are made once. */
function differences(units: readonly NamingUnits[], sizes: readonly number[]) {
  const all = mentionsOf(units, sizes, new Float64Array(kindsIn(units)));
  const inAll = sum(all);
  const early = new Float64Array(all.length);
  // How likely a kind of 0, 1, ... mentions is to be missed.
  const most = all.reduce((largest, count) => Math.max(largest, count), 0);
  const [missedEarly, missedLate] = [new Float64Array(most + 1), new Float64Array(most + 1)];
  return (counts: readonly number[]): number => {
    const inEarly = sum(mentionsOf(units, counts, early));
    const size = Math.min(inEarly, inAll - inEarly);
    fillMissed(missedEarly, size, inEarly);
    fillMissed(missedLate, size, inAll - inEarly);
    let difference = 0;
    for (let kind = 0; kind < all.length; kind += 1) {
      const count = early[kind] ?? 0;
      difference += (missedEarly[count] ?? 0) - (missedLate[(all[kind] ?? 0) - count] ?? 0);
    }
    return difference;
  };
}

function kindsIn(units: readonly NamingUnits[]): number {
  return units.reduce((most, { kinds }) => kinds.reduce((last, kind) => Math.max(last, kind + 1), most), 0);
}

/** How often each kind is named by so many units of each group. */
function mentionsOf(units: readonly NamingUnits[], counts: readonly number[], mentions: Float64Array): Float64Array {
  mentions.fill(0);
  for (let group = 0; group < units.length; group += 1) {
    const count = counts[group] ?? 0;
    if (count === 0) continue;
    for (const kind of units[group]?.kinds ?? []) mentions[kind] = (mentions[kind] ?? 0) + count;
  }
  return mentions;
}

/** The chance that so many mentions, drawn from all, miss a kind of 0, 1, ... mentions, each found from the last. */
function fillMissed(missed: Float64Array, size: number, total: number): void {
  let chance = 1;
  for (let count = 0; count < missed.length; count += 1) {
    missed[count] = chance;
    chance *= count < total ? Math.max(0, 1 - size / (total - count)) : 0;
  }
}

/** Draws how many units of each group lie in the early period. */
function drawer(sizes: readonly number[], early: number, random: Random): () => number[] {
  const total = sum(sizes);
  const fewer = Math.min(early, total - early);
  const rest = fewer === early ? sizes.map(() => 0) : sizes;
  const step = fewer === early ? 1 : -1;
  if (fewer > UNITS_A_GROUP * sizes.length) {
    return () => drawTable({ rows: [early], columns: [...sizes], total }, random)[0] ?? [];
  }
  const groups = Uint32Array.from(sizes.flatMap((size, group) => new Array<number>(size).fill(group)));
  return () => {
    const drawn = [...rest];
    for (let place = 0; place < fewer; place += 1) {
      const other = place + random.integer(total - place);
      const group = groups[other] ?? 0;
      groups[other] = groups[place] ?? 0;
      groups[place] = group;
      drawn[group] = (drawn[group] ?? 0) + step;
    }
    return drawn;
  };
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let index = 0; index < values.length; index += 1) total += values[index] ?? 0;
  return total;
}
