import type { Dataset } from '@govexport/schema';
import type { IndicatorSeries, IndicatorsResult } from '../results/records.ts';
import type { Filter } from './resolve-filter.ts';

export type { IndicatorSeries, IndicatorsResult };

/** Input of the statistic `indicators`, with every default filled in. */
export interface IndicatorsInput extends Filter {
  readonly level: number;
  readonly indicator: string | null;
}

/** Whose indicators tell of rights and government; those of others are asked for by name. */
const RIGHTS_PRODUCER = 'V-Dem Institute';

type Indicator = Dataset['indicators'][number];

/** Sorts the values into series. Values of two producers or two editions never meet in one. */
export function tabulateIndicators(rows: readonly Indicator[]): IndicatorSeries[] {
  const series = new Map<string, Indicator[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.indicator, row.producer, row.edition, row.country]);
    const rowsOfKey = series.get(key) ?? [];
    rowsOfKey.push(row);
    series.set(key, rowsOfKey);
  }
  return [...series].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, values]) => seriesOf(values));
}

function seriesOf(rows: readonly Indicator[]): IndicatorSeries[] {
  const sorted = [...rows].sort((a, b) => a.year - b.year);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const { indicator, indicator_name, producer, edition, unit, country } = first;
  const values = sorted.map(({ year, value }) => ({ year, value }));
  return [
    {
      ...{ indicator, indicator_name, producer, edition, unit, country },
      first: { year: first.year, value: first.value },
      last: { year: last.year, value: last.value },
      change: last.value - first.value + 0,
      values,
    },
  ];
}

/**
 * Published indicators of the states, year by year: those of rights and government, or the one that is named.
 *
 * @example
 * computeIndicators(dataset, { ...input, indicator: null }).series[0]?.change;
 */
export function computeIndicators(dataset: Dataset, input: IndicatorsInput): IndicatorsResult {
  const { from, to, countries, indicator: wanted } = input;
  const rows = dataset.indicators.filter(
    ({ indicator, producer, country, year }) =>
      (wanted === null ? producer === RIGHTS_PRODUCER : indicator === wanted) &&
      (countries.length === 0 || countries.includes(country)) &&
      (from === null || year >= from) &&
      (to === null || year <= to),
  );
  return {
    in_dataset: dataset.indicators.length,
    available: [...new Set(dataset.indicators.map(({ indicator }) => indicator))].sort(),
    series: tabulateIndicators(rows),
  };
}
