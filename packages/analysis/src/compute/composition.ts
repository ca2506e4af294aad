import type { Estimate } from '../estimate.ts';
import { scoreInterval } from '../numeric/binomial-interval.ts';
import { chiSquareQuantile } from '../numeric/distributions.ts';
import type { CompositionResult } from '../results/shares.ts';
import type { Facts } from '../facts.ts';
import type { Plan } from '../query/plan.ts';
import { byFrequency, dimensions, planValues, type DimensionName, type ValueCounts } from './dimensions.ts';
import { programsWhere } from './filter-where.ts';
import { computed, notComputable } from './interval-estimate.ts';
import type { Filter } from './resolve-filter.ts';
import { total } from './tallies.ts';

export type { CompositionResult };

/** Input of the statistic `composition`, with every default filled in. */
export interface CompositionInput extends Filter {
  readonly level: number;
  readonly dimension: DimensionName;
}

/** Counts the programs with each value of the dimension. */
export function planComposition(input: CompositionInput, { meta }: Pick<Facts, 'meta'>): Plan<ValueCounts> {
  return planValues(programsWhere(input), input.dimension, meta.recipients);
}

/**
 * Shares with simultaneous intervals. All values of a closed vocabulary are categories, also those that no program has.
 * The intervals are those of Goodman; on the denominator of programs, where a program can have several values, the same
 * formula holds by Bonferroni's inequality alone.
 */
export function inferComposition(
  { counts, known, unknown, recipients }: ValueCounts,
  { dimension, level }: Pick<CompositionInput, 'dimension' | 'level'>,
): CompositionResult {
  const pairs = total(counts.values());
  const n = known + unknown;
  const { multi_valued } = dimensions[dimension];
  const critical = counts.size === 0 ? 0 : chiSquareQuantile(1 - (1 - level) / counts.size, 1);
  const share = (count: number, whole: number, method: string): Estimate =>
    whole === 0
      ? notComputable(n === 0 ? 'no-records' : 'no-known-values', 0, 1)
      : computed(count / whole, scoreInterval(count, whole, critical), { method, level });
  const rows = byFrequency(dimension, counts, recipients).map((value) => {
    const count = counts.get(value) ?? 0;
    return {
      value,
      count,
      share_of_programs: share(count, known, multi_valued ? 'bonferroni-wilson' : 'goodman'),
      share_of_pairs: share(count, pairs, 'goodman'),
    };
  });
  return { n, known, unknown, pairs, multi_valued, rows };
}
