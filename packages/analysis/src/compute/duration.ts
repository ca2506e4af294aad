import type { Dataset } from '@govexport/schema';
import type { Estimate } from '../estimate.ts';
import { categoriesOf } from './dimensions.ts';
import { summarise, type QuantitySummary } from './quantity.ts';
import type { Filter } from './resolve-filter.ts';
import { selectPrograms, type FrozenProgram } from './select-programs.ts';
import { exactShare } from './share.ts';

/** Input of the statistic `duration`, with every default filled in. */
export interface DurationInput extends Filter {
  readonly level: number;
}

/** Result of the statistic `duration`. */
export interface DurationResult {
  n: number;
  share_known: Estimate;
  all: QuantitySummary;
  formats: ({ format: string } & QuantitySummary)[];
}

/** Lengths in days of all programs and of each format that occurs. */
export function tabulateDuration(programs: readonly FrozenProgram[]) {
  const days = (list: readonly FrozenProgram[]): (number | null)[] => list.map(({ duration_days }) => duration_days);
  const formats = categoriesOf('format').map((format) => ({
    format,
    days: days(programs.filter((program) => program.format === format)),
  }));
  return { all: days(programs), formats: formats.filter((row) => row.days.length > 0) };
}

/**
 * How long the programs lasted, in days, first and last included.
 *
 * @example
 * computeDuration(dataset, input).all.median;
 */
export function computeDuration(dataset: Dataset, input: DurationInput): DurationResult {
  const counts = tabulateDuration(selectPrograms(dataset, input));
  const all = summarise(counts.all, input.level);
  return {
    n: all.n,
    share_known: exactShare(all.known, all.n, { level: input.level, n: all.n }),
    all,
    formats: counts.formats.map(({ format, days }) => ({ format, ...summarise(days, input.level) })),
  };
}
