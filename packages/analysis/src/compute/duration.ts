import type { Dataset } from '@govexport/schema';
import { countPairs } from '../columns/counts.ts';
import type { DurationResult } from '../results/quantities.ts';
import { categoriesOf } from './dimensions.ts';
import { inferQuantity, tabulateQuantity, type QuantityCounts } from './quantity.ts';
import type { Filter } from './resolve-filter.ts';
import { select, type Selection } from './select-programs.ts';
import { exactShare } from './share.ts';

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
export function tabulateDuration({ columns, rows }: Selection): DurationCounts {
  const pairs = countPairs(columns.column('format'), columns.column('duration_days'), rows);
  const lengths = pairs.map(({ first, second, count }) => ({ format: first.format, example: second, count }));
  const counted = (list: typeof lengths): QuantityCounts => tabulateQuantity(list, (program) => program.duration_days);
  const occurring = categoriesOf('format', []).filter((format) => lengths.some((row) => row.format === format));
  return {
    all: counted(lengths),
    formats: occurring.map((format) => ({ format, counts: counted(lengths.filter((row) => row.format === format)) })),
  };
}

/** Adds order statistics and intervals. */
export function inferDuration({ all, formats }: DurationCounts, level: number): DurationResult {
  const summary = inferQuantity(all, level);
  const { n, known } = summary;
  return {
    n,
    share_known: exactShare(known, n, { level, n }),
    all: summary,
    formats: formats.map(({ format, counts }) => ({ format, ...inferQuantity(counts, level) })),
  };
}

/**
 * How long the programs lasted, in days, first and last included.
 *
 * @example
 * computeDuration(dataset, input).all.median;
 */
export function computeDuration(dataset: Dataset, input: DurationInput): DurationResult {
  return inferDuration(tabulateDuration(select(dataset, input)), input.level);
}
