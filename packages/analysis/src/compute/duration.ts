import type { DurationResult } from '../results/quantities.ts';
import { map, type Plan } from '../query/plan.ts';
import { categoriesOf } from './dimensions.ts';
import { programsWhere } from './filter-where.ts';
import { inferQuantity, quantityOf, type QuantityCounts } from './quantity.ts';
import type { Filter } from './resolve-filter.ts';
import { exactShare } from './share.ts';
import { tallyPairs } from './tallies.ts';

export type { DurationResult };

/** Input of the statistic `duration`, with every default filled in. */
export interface DurationInput extends Filter {
  readonly level: number;
}

/** The lengths in days of all programs and of each format that occurs. */
export interface DurationCounts {
  readonly all: QuantityCounts;
  readonly formats: readonly { readonly format: string; readonly counts: QuantityCounts }[];
}

/** Counts the lengths in days. */
export function planDuration(input: Filter): Plan<DurationCounts> {
  const programs = { table: 'programs', where: programsWhere(input) };
  const lengths = tallyPairs<string, number | null>(programs, { field: 'format' }, { field: 'duration_days' });
  return map(lengths, (pairs) => {
    const counted = (list: typeof pairs): QuantityCounts =>
      quantityOf(list.map(({ second, count }) => [second, count]));
    const occurring = categoriesOf('format', []).filter((format) => pairs.some(({ first }) => first === format));
    return {
      all: counted(pairs),
      formats: occurring.map((format) => ({ format, counts: counted(pairs.filter(({ first }) => first === format)) })),
    };
  });
}

/** Adds order statistics and intervals. */
export function inferDuration(
  { all, formats }: DurationCounts,
  { level }: Pick<DurationInput, 'level'>,
): DurationResult {
  const summary = inferQuantity(all, level);
  const { n, known } = summary;
  return {
    n,
    share_known: exactShare(known, n, { level, n }),
    all: summary,
    formats: formats.map(({ format, counts }) => ({ format, ...inferQuantity(counts, level) })),
  };
}
