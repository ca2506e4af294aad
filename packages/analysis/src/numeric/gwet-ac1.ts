import type { Unit } from './krippendorff-alpha.ts';

/**
 * Gwet's first-order agreement coefficient for nominal values, any number of coders, and missing values. It expects less
 * agreement by chance the more one kind of value dominates, where alpha expects more, so that it stays high where coders
 * nearly always agree on one kind. The kinds are those that occur.
 *
 * R: `irrCAC::gwet.ac1.raw(units_by_coders)$est$coeff.val`.
 *
 * @see Gwet, K. L. (2008). Computing inter-rater reliability and its variance in the presence of high agreement.
 * https://doi.org/10.1348/000711006X126600
 * @param units - one list of values a unit
 * @param counts - how often each of these units occurs; once where it is left out
 * @returns null where no unit has two values, or all values are of one kind
 * @example
 * gwetAc1([['a', 'a'], ['b', 'b'], ['a', 'b']]); // 0.33333333333333326
 */
export function gwetAc1(units: readonly Unit[], counts: readonly number[] = units.map(() => 1)): number | null {
  const shares = new Map<string, number>();
  let [coded, paired, agreeing] = [0, 0, 0];
  units.forEach((unit, index) => {
    const weight = counts[index] ?? 0;
    const values = unit.filter((value) => value !== null);
    if (values.length === 0) return;
    const found = new Map<string, number>();
    for (const value of values) found.set(value, (found.get(value) ?? 0) + 1);
    coded += weight;
    for (const [value, count] of found) shares.set(value, (shares.get(value) ?? 0) + (weight * count) / values.length);
    if (values.length < 2) return;
    paired += weight;
    const same = [...found.values()].reduce((sum, count) => sum + count * (count - 1), 0);
    agreeing += (weight * same) / (values.length * (values.length - 1));
  });
  if (paired === 0 || shares.size < 2) return null;
  const spread = [...shares.values()].reduce((sum, share) => sum + (share / coded) * (1 - share / coded), 0);
  const chance = spread / (shares.size - 1);
  return (agreeing / paired - chance) / (1 - chance);
}
