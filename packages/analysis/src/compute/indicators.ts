import type { Dataset } from '@govexport/schema';
import { all, rows, type CountsOf } from '../query/plan.ts';
import { everything, type Where } from '../query/query.ts';
import type { IndicatorSeries, IndicatorsResult } from '../results/records.ts';
import type { Filter } from './resolve-filter.ts';
import { tally, total } from './tallies.ts';

export type { IndicatorSeries, IndicatorsResult };

/** Input of the statistic `indicators`, with every default filled in. */
export interface IndicatorsInput extends Filter {
  readonly level: number;
  readonly indicator: string | null;
}

/** Whose indicators tell of rights and government; those of others are asked for by name. */
const RIGHTS_PRODUCER = 'V-Dem Institute';

/** The fields that a series is made from. */
const fields = ['indicator', 'indicator_name', 'producer', 'edition', 'unit', 'country', 'year', 'value'] as const;

type Indicator = Pick<Dataset['indicators'][number], (typeof fields)[number]>;

/** Sorts the values into series. Values of two producers or two editions never meet in one. */
function seriesIn(rows: readonly Indicator[]): IndicatorSeries[] {
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

/** Reads the values in scope: those of rights and government, or of the indicator that is named. */
export function planIndicators({ from, to, countries, indicator }: IndicatorsInput) {
  const where: Where[] = [
    indicator === null
      ? { op: 'in', key: { field: 'producer' }, values: [RIGHTS_PRODUCER] }
      : { op: 'in', key: { field: 'indicator' }, values: [indicator] },
    { op: 'range', key: { field: 'year' }, from, to },
  ];
  if (countries.length > 0) where.push({ op: 'in', key: { field: 'country' }, values: countries });
  return all({
    named: tally<string>('indicators', everything, { field: 'indicator' }),
    values: rows<Indicator>({ table: 'indicators', where: { op: 'and', of: where }, fields }),
  });
}

/** Sorts the values into series, with the change of each from first to last. */
export function inferIndicators({ named, values }: CountsOf<typeof planIndicators>): IndicatorsResult {
  return { in_dataset: total(named.values()), available: [...named.keys()].sort(), series: seriesIn(values) };
}
